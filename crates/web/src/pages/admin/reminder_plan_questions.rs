//! When reminders of one kind of deadline go, as questions.

use case::reminders::{Overdue, Plan};
use serde::{Deserialize, Serialize};

use crate::form::question::{Offer, Question, named_line, optional_number, required_one_of};
use crate::form::{Problems, Questions, Read};

/// The last working day overdue that can be named: everybody who has been told for a year knows.
const LAST_DAY: u16 = 250;
const A_NUMBER: &str = "Enter a number of working days from 1 to 250";

const BEFORE: Question<String> = named_line("before", "Working days before it is due");
const MONTHS: Question<String> = named_line("months", "Months before it is due");
const OVERDUE: Question<Late> = required_one_of("overdue", "When it is overdue, remind")
    .missing("Select when to remind once it is overdue");
const EVERY: Question<Option<u16>> = optional_number("every", "Every how many working days?")
    .missing(A_NUMBER)
    .hint("Only if you chose every so many working days")
    .width(5);
const ON: Question<String> = named_line("on", "On which working days after it was due?")
    .hint("Only if you chose some working days, such as 1, 3");
const SENIOR_AFTER: Question<Option<u16>> =
    optional_number("senior_after", "From how many working days overdue is somebody senior told as well?")
        .missing(A_NUMBER)
        .hint("Leave it empty if nobody senior is to be told")
        .width(5);

/// When reminders go once it is overdue.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Late {
    Never,
    EachWorkingDay,
    Every,
    On,
}

/// The questions, beginning with a plan.
pub(super) fn ask(plan: &Plan) -> Questions<'static> {
    let before = format!(
        "Numbers with commas between them, such as 5, 2, 1, 0. The day itself is 0, and {} is the most",
        Plan::MOST_WORKING_DAYS
    );
    let months = format!("Such as 3, 2, 1. {} is the most. Leave it empty if none", Plan::MOST_MONTHS);
    let lates = [
        (Late::Never, "Not at all"),
        (Late::EachWorkingDay, "Each working day"),
        (Late::Every, "Every so many working days"),
        (Late::On, "On some working days"),
    ];
    let (late, every, on) = match &plan.overdue {
        None => (Late::Never, None, String::new()),
        Some(Overdue::EachWorkingDay) => (Late::EachWorkingDay, None, String::new()),
        Some(Overdue::Every(days)) => (Late::Every, Some(*days), String::new()),
        Some(Overdue::On(days)) => (Late::On, None, listed(days)),
    };
    Questions::new()
        .ask(BEFORE.hinted(before).starting(listed(&plan.before)))
        .ask(MONTHS.hinted(months).starting(listed(&plan.months_before)))
        .ask(OVERDUE.among(lates.map(|(late, label)| Offer::new(&late, label))).starting(late))
        .ask(EVERY.starting(every))
        .ask(ON.starting(on))
        .ask(SENIOR_AFTER.starting(plan.senior_after))
}

fn listed(numbers: &[u16]) -> String {
    numbers.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
}

/// The plan that the answers ask for, with the readers it had; none where something is wrong, which is noted.
pub(super) fn read(read: &Read<'_>, was: &Plan, problems: &mut Problems) -> Option<Plan> {
    let before = numbers(read, &BEFORE, "5, 2, 1, 0", problems);
    if let Some(days) = before.iter().find(|days| **days > Plan::MOST_WORKING_DAYS) {
        let most = Plan::MOST_WORKING_DAYS;
        problems.add(
            BEFORE.name,
            format!("Reminders begin at most {most} working days before it is due. Take {days} out, or name months"),
        );
    }
    let months_before = months(read, problems);
    let overdue = overdue(read, problems);
    let senior_after = days(read, &SENIOR_AFTER, problems);
    if senior_after.is_some() && read.maybe(&OVERDUE) == Some(Late::Never) {
        let message = "Nobody is reminded when it is overdue. Select when they are, or leave this empty";
        problems.add(SENIOR_AFTER.name, message);
    }
    problems.is_empty().then(|| Plan { before, months_before, overdue, senior_after, ..was.clone() })
}

fn months(read: &Read<'_>, problems: &mut Problems) -> Vec<u16> {
    let months = numbers(read, &MONTHS, "3, 2, 1", problems);
    let most = Plan::MOST_MONTHS;
    if let Some(wrong) = months.iter().find(|months| **months > most) {
        let message = format!("Reminders begin at most {most} months before it is due. Take {wrong} out");
        problems.add(MONTHS.name, message);
    }
    if months.contains(&0) {
        let message = "Take 0 out of the months. The day itself is 0 among the working days";
        problems.add(MONTHS.name, message);
    }
    months
}

fn overdue(read: &Read<'_>, problems: &mut Problems) -> Option<Overdue> {
    let every = days(read, &EVERY, problems);
    let mut on = numbers(read, &ON, "1, 3", problems);
    on.reverse();
    if on.contains(&0) {
        let message = "Take 0 out. The day itself is 0 among the working days before it is due";
        problems.add(ON.name, message);
    }
    if let Some(day) = on.iter().find(|day| **day > LAST_DAY) {
        problems.add(ON.name, format!("Name working days from 1 to {LAST_DAY}. Take {day} out"));
    }
    match read.maybe(&OVERDUE)? {
        Late::Never => None,
        Late::EachWorkingDay => Some(Overdue::EachWorkingDay),
        Late::Every => {
            if every.is_none() {
                let message =
                    format!("Enter how many working days lie between reminders, from 1 to {LAST_DAY}");
                problems.add(EVERY.name, message);
            }
            every.map(Overdue::Every)
        }
        Late::On => {
            if on.is_empty() {
                problems.add(ON.name, "Enter on which working days to remind, such as 1, 3");
            }
            Some(Overdue::On(on))
        }
    }
}

/// A number of working days that may be left out.
fn days(read: &Read<'_>, question: &Question<Option<u16>>, problems: &mut Problems) -> Option<u16> {
    let days = read.maybe(question).flatten()?;
    if !(1..=LAST_DAY).contains(&days) {
        problems.add(question.name, A_NUMBER);
    }
    Some(days)
}

/// Numbers with commas, spaces or “and” between them: each once, the largest first.
fn numbers(read: &Read<'_>, question: &Question<String>, example: &str, problems: &mut Problems) -> Vec<u16> {
    let typed = read.maybe(question).unwrap_or_default();
    let parts = typed.split([',', ';', ' ']).filter(|part| !part.is_empty() && *part != "and");
    let numbers: Option<Vec<u16>> = parts.map(whole).collect();
    let Some(mut numbers) = numbers else {
        let message = format!("Enter whole numbers with commas between them, such as {example}");
        problems.add(question.name, message);
        return Vec::new();
    };
    numbers.sort_unstable_by(|one, other| other.cmp(one));
    numbers.dedup();
    numbers
}

fn whole(text: &str) -> Option<u16> {
    text.bytes().all(|byte| byte.is_ascii_digit()).then(|| text.parse().ok()).flatten()
}
