//! The rows of the plan as questions: what is there, changed or taken out, and room for more.

use std::collections::BTreeSet;

use askama::Template;
use askama::filters::HtmlSafe;
use case::KeyDate;
use case::rules::Milestone;

use crate::components::{Checkboxes, Choice, Html, Inset, Select, TextInput};
use crate::form::Answers;
use crate::form::asked::{Asked, capital, code};
use crate::form::parse::Fields;
use crate::form::question::Own;
use crate::text::date;

/// How many targets can be added at once.
const NEW: usize = 3;
/// The last working day that a local target may be put on: a year is longer than any rapid review.
const LAST_DAY: u32 = 250;

/// The dates that can meet a target of a rapid review.
const MEET: [KeyDate; 6] = [
    KeyDate::Notified,
    KeyDate::PartiesTold,
    KeyDate::RapidReviewOpened,
    KeyDate::MeetingHeld,
    KeyDate::PartnersAsked,
    KeyDate::Submitted,
];

/// The numbers that a plan has used, so that a new target gets one of its own.
fn used(plan: &[Milestone]) -> BTreeSet<u8> {
    plan.iter().map(|one| one.number).collect()
}

#[derive(Template)]
#[template(path = "pages/admin/plan_row.html")]
struct Row {
    legend: String,
    day: TextInput,
    task: TextInput,
    met_by: Select,
    remove: Option<Checkboxes>,
}

impl HtmlSafe for Row {}

/// The whole plan as one question.
pub(super) fn question(plan: &[Milestone]) -> Own<'_> {
    Own::new("plan", "", move |asked| rows(plan, asked))
        .checked(move |fields| drop(read(fields, plan)))
        .starting(answers(plan))
}

/// The plan as answers, by the number of each target.
fn answers(plan: &[Milestone]) -> Answers {
    plan.iter().filter(|one| !one.statutory).fold(Answers::default(), |answers, one| {
        answers
            .and(&format!("day-{}", one.number), one.working_day.to_string())
            .and(&format!("task-{}", one.number), &one.task)
            .and(&format!("met-{}", one.number), one.met_by.as_ref().map(code).unwrap_or_default())
    })
}

/// The rows in the order of their days, and empty ones after them.
fn rows(plan: &[Milestone], asked: Asked<'_>) -> Html {
    let known = plan.iter().fold(Html::default(), |html, one| {
        if one.statutory {
            let day = date::working_days(one.working_day);
            html.then(Inset::new(format!("{}: after {day}. Statutory deadline.", one.task)))
        } else {
            html.then(row(&one.number.to_string(), &one.task, true, asked))
        }
    });
    (1..=NEW).fold(known, |html, at| html.then(row(&format!("new-{at}"), "", false, asked)))
}

fn row(key: &str, task: &str, is_known: bool, asked: Asked<'_>) -> Row {
    let line = |name: &str, label: &str| asked.line(&format!("{name}-{key}"), label);
    let met = format!("met-{key}");
    let nothing = Choice::new("", "Nothing: it is not needed any more after the meeting or the submission");
    let select = Select::new(met.clone(), "What ends it?").error(asked.problems.of(&met)).item(nothing);
    let met_by =
        MEET.iter().fold(select, |select, date| select.item(asked.choice(&met, &code(date), &capital(date))));
    let remove = format!("remove-{key}");
    let remove = is_known.then(|| {
        Checkboxes::new(remove.clone(), format!("Take “{task}” out?")).small().item(asked.choice(
            &remove,
            "yes",
            "Take it out of the plan",
        ))
    });
    let legend = if is_known { task.to_owned() } else { "Add a target".to_owned() };
    let day = line("day", "Working day").width(3).inputmode_numeric();
    Row { legend, day, task: line("task", "What is to be done"), met_by, remove }
}

/// The plan that the answers ask for. The statutory row stays as it is.
pub(super) fn read(fields: &mut Fields<'_>, plan: &[Milestone]) -> Vec<Milestone> {
    let mut numbers = used(plan);
    let mut rows = Vec::new();
    for one in plan {
        let key = one.number.to_string();
        if one.statutory {
            rows.push(one.clone());
        } else if !fields.is_ticked(&format!("remove-{key}")) {
            rows.extend(target(fields, &key, one));
        }
    }
    for at in 1..=NEW {
        let key = format!("new-{at}");
        let is_empty = ["day", "task", "met"]
            .iter()
            .all(|name| fields.answers().one(&format!("{name}-{key}")).trim().is_empty());
        if is_empty {
            continue;
        }
        let Some(number) = (0..=u8::MAX).find(|number| !numbers.contains(number)) else {
            fields.problems.add(&format!("task-{key}"), "The plan is full. Take something out first");
            break;
        };
        numbers.insert(number);
        let blank = Milestone {
            number,
            working_day: 0,
            task: String::new(),
            met_by: None,
            overtaken_by: None,
            statutory: false,
        };
        rows.extend(target(fields, &key, &blank));
    }
    rows.sort_by_key(|one| (one.working_day, one.number));
    rows
}

fn target(fields: &mut Fields<'_>, key: &str, was: &Milestone) -> Option<Milestone> {
    let day = format!("day-{key}");
    let typed = fields.line(&day, "Enter the working day");
    let working_day = typed.parse::<u32>().ok().filter(|day| *day <= LAST_DAY);
    if working_day.is_none() && !typed.is_empty() {
        fields.problems.add(&day, format!("Working day must be a number from 0 to {LAST_DAY}"));
    }
    let task = fields.line(&format!("task-{key}"), "Enter what is to be done");
    let met = format!("met-{key}");
    let met_by: Option<KeyDate> = fields.optional_choice(&met);
    if met_by.is_some_and(|date| !MEET.contains(&date)) {
        fields.problems.add(&met, "Select one of the answers that are offered");
    }
    let overtaken_by = if met_by.is_some() { None } else { overtaken(was) };
    Some(Milestone { working_day: working_day?, task, met_by, overtaken_by, ..was.clone() })
}

/// What nobody records an end of is not needed any more when the review goes to the Panel, or as it was set.
fn overtaken(was: &Milestone) -> Option<KeyDate> {
    was.overtaken_by.or_else(|| was.task.is_empty().then_some(KeyDate::Submitted))
}
