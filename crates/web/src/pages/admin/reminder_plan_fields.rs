//! When reminders of one kind of deadline go, as questions.

use case::reminders::{Overdue, Plan};
use serde::{Deserialize, Serialize};

use crate::components::{Html, Radios, TextInput};
use crate::form::asked::Asked;
use crate::form::asked::code;
use crate::form::data::Answers;
use crate::form::errors::Problems;
use crate::form::parse::Fields;

/// The last working day overdue that can be named: everybody who has been told for a year knows.
const LAST_DAY: u16 = 250;

/// When reminders go once it is overdue.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Late {
    Never,
    EachWorkingDay,
    Every,
    On,
}

/// A plan as answers.
pub(super) fn answers(plan: &Plan) -> Answers {
    let (late, every, on) = match &plan.overdue {
        None => (Late::Never, String::new(), String::new()),
        Some(Overdue::EachWorkingDay) => (Late::EachWorkingDay, String::new(), String::new()),
        Some(Overdue::Every(days)) => (Late::Every, days.to_string(), String::new()),
        Some(Overdue::On(days)) => (Late::On, String::new(), listed(days)),
    };
    Answers::default()
        .and("before", listed(&plan.before))
        .and("months", listed(&plan.months_before))
        .and("overdue", code(&late))
        .and("every", every)
        .and("on", on)
        .and("senior_after", plan.senior_after.map(|days| days.to_string()).unwrap_or_default())
}

fn listed(numbers: &[u16]) -> String {
    numbers.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
}

/// The questions.
pub(super) fn ask(answers: &Answers, problems: &Problems) -> Html {
    let asked = Asked { answers, problems };
    let line = |name: &str, label: &str, hint: String| asked.line(name, label).strong().hint(hint);
    let late = |late: Late, label: &str| asked.choice("overdue", &code(&late), label);
    let radios = Radios::new("overdue", "When it is overdue, remind")
        .strong()
        .error(problems.of("overdue"))
        .item(late(Late::Never, "Not at all"))
        .item(late(Late::EachWorkingDay, "Each working day"))
        .item(late(Late::Every, "Every so many working days"))
        .item(late(Late::On, "On some working days"));
    let number = |name: &str, label: &str, hint: &str| -> TextInput {
        line(name, label, hint.to_owned()).width(5).inputmode_numeric()
    };
    Html::of(line(
        "before",
        "Working days before it is due",
        format!(
            "Numbers with commas between them, such as 5, 2, 1, 0. The day itself is 0, and {} is the most",
            Plan::MOST_WORKING_DAYS
        ),
    ))
    .then(line(
        "months",
        "Months before it is due",
        format!("Such as 3, 2, 1. {} is the most. Leave it empty if none", Plan::MOST_MONTHS),
    ))
    .then(radios)
    .then(number("every", "Every how many working days?", "Only if you chose every so many working days"))
    .then(line(
        "on",
        "On which working days after it was due?",
        "Only if you chose some working days, such as 1, 3".to_owned(),
    ))
    .then(number(
        "senior_after",
        "From how many working days overdue is somebody senior told as well?",
        "Leave it empty if nobody senior is to be told",
    ))
}

/// The plan that the answers ask for, with the readers it had; none where something is wrong.
pub(super) fn read(fields: &mut Fields<'_>, was: &Plan) -> Option<Plan> {
    let before = numbers(fields, "before", "5, 2, 1, 0");
    let most = Plan::MOST_WORKING_DAYS;
    refuse(
        fields,
        "before",
        &before,
        |days| days > most,
        |days| {
            format!(
                "Reminders begin at most {most} working days before it is due. Take {days} out, or name months"
            )
        },
    );
    let months_before = numbers(fields, "months", "3, 2, 1");
    let most = Plan::MOST_MONTHS;
    refuse(
        fields,
        "months",
        &months_before,
        |months| months > most,
        |months| format!("Reminders begin at most {most} months before it is due. Take {months} out"),
    );
    refuse(
        fields,
        "months",
        &months_before,
        |months| months == 0,
        |_| "Take 0 out of the months. The day itself is 0 among the working days".to_owned(),
    );
    let overdue = overdue(fields);
    let senior_after = number(fields, "senior_after");
    if senior_after.is_some() && overdue.is_none() && fields.answers().one("overdue") == "never" {
        let message = "Nobody is reminded when it is overdue. Select when they are, or leave this empty";
        fields.problems.add("senior_after", message);
    }
    let plan = Plan { before, months_before, overdue, senior_after, ..was.clone() };
    fields.are_fine().then_some(plan)
}

fn overdue(fields: &mut Fields<'_>) -> Option<Overdue> {
    let every = number(fields, "every");
    let mut on = numbers(fields, "on", "1, 3");
    on.reverse();
    refuse(
        fields,
        "on",
        &on,
        |day| day == 0,
        |_| "Take 0 out. The day itself is 0 among the working days before it is due".to_owned(),
    );
    refuse(
        fields,
        "on",
        &on,
        |day| day > LAST_DAY,
        |day| format!("Name working days from 1 to {LAST_DAY}. Take {day} out"),
    );
    match fields.choice::<Late>("overdue", "Select when to remind once it is overdue")? {
        Late::Never => None,
        Late::EachWorkingDay => Some(Overdue::EachWorkingDay),
        Late::Every => {
            if every.is_none() {
                let message =
                    format!("Enter how many working days lie between reminders, from 1 to {LAST_DAY}");
                fields.problems.add("every", message);
            }
            every.map(Overdue::Every)
        }
        Late::On => {
            if on.is_empty() {
                fields.problems.add("on", "Enter on which working days to remind, such as 1, 3");
            }
            Some(Overdue::On(on))
        }
    }
}

/// Says what to do about the first of the numbers that cannot stand.
fn refuse(
    fields: &mut Fields<'_>,
    name: &str,
    numbers: &[u16],
    is_wrong: impl Fn(u16) -> bool,
    message: impl Fn(u16) -> String,
) {
    if let Some(wrong) = numbers.iter().find(|number| is_wrong(**number)) {
        fields.problems.add(name, message(*wrong));
    }
}

/// A number of working days that may be left out.
fn number(fields: &mut Fields<'_>, name: &str) -> Option<u16> {
    let typed = fields.optional_line(name)?;
    let number = whole(&typed).filter(|number| (1..=LAST_DAY).contains(number));
    if number.is_none() {
        fields.problems.add(name, format!("Enter a number of working days from 1 to {LAST_DAY}"));
    }
    number
}

/// Numbers with commas, spaces or “and” between them: each once, the largest first.
fn numbers(fields: &mut Fields<'_>, name: &str, example: &str) -> Vec<u16> {
    let Some(typed) = fields.optional_line(name) else { return Vec::new() };
    let parts = typed.split([',', ';', ' ']).filter(|part| !part.is_empty() && *part != "and");
    let numbers: Option<Vec<u16>> = parts.map(whole).collect();
    let Some(mut numbers) = numbers else {
        fields.problems.add(name, format!("Enter whole numbers with commas between them, such as {example}"));
        return Vec::new();
    };
    numbers.sort_unstable_by(|one, other| other.cmp(one));
    numbers.dedup();
    numbers
}

fn whole(text: &str) -> Option<u16> {
    text.bytes().all(|byte| byte.is_ascii_digit()).then(|| text.parse().ok()).flatten()
}
