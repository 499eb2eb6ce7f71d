//! What a partnership chooses: its plan of working days, and its reminders.

use case::reminders::{Plan, Schedule, Settings};
use case::rules::{Choices, Milestones};
use case::{PartnershipId, PersonId};
use serde::Serialize;

use super::note::{Author, Facts, What};
use crate::people::{self, Partnership};
use crate::recount::recount;
use crate::{Basis, Error, Tx, code};

/// Changes the local targets within a rapid review. Open cases are counted by them at once.
pub async fn change_plan(
    tx: &mut Tx,
    author: Author,
    id: PartnershipId,
    plan: &Milestones,
) -> Result<(), Error> {
    let (known, choices) = chosen(tx, id).await?;
    if choices.milestones == *plan {
        return Ok(());
    }
    let old = Basis::load(tx).await?;
    save(tx, author, known, "milestones", plan).await?;
    let new = Basis::load(tx).await?;
    recount(tx, &old, &new).await
}

/// Changes whether emails name the case, and who is told of what is long overdue in place of the managers.
pub async fn change_reminders(
    tx: &mut Tx,
    author: Author,
    id: PartnershipId,
    case_reference: bool,
    senior: Option<PersonId>,
) -> Result<(), Error> {
    let (known, choices) = chosen(tx, id).await?;
    let settings = Settings { case_reference, senior, ..choices.reminders };
    save_reminders(tx, author, known, &settings).await
}

/// Changes when reminders of one kind go. The plan that comes with the program is kept as no choice.
pub async fn change_reminder_plan(
    tx: &mut Tx,
    author: Author,
    id: PartnershipId,
    plan: Plan,
) -> Result<(), Error> {
    let (known, choices) = chosen(tx, id).await?;
    let mut settings = choices.reminders;
    settings.plans.retain(|one| one.kind != plan.kind);
    if Schedule::shipped().plan(plan.kind) != Some(&plan) {
        settings.plans.push(plan);
    }
    save_reminders(tx, author, known, &settings).await
}

async fn save_reminders(
    tx: &mut Tx,
    author: Author,
    known: Partnership,
    settings: &Settings,
) -> Result<(), Error> {
    // What the schedule refuses would stop every reminder of everybody.
    Schedule::shipped().choosing(settings).map_err(|error| Error::Damaged(error.to_string()))?;
    save(tx, author, known, "reminders", settings).await
}

/// Puts one choice in place of what was chosen. What else was chosen stays, and what was not chosen stays unchosen.
async fn save(
    tx: &mut Tx,
    author: Author,
    old: Partnership,
    name: &str,
    value: &impl Serialize,
) -> Result<(), Error> {
    let mut settings: serde_json::Map<_, _> = serde_json::from_str(&old.settings).map_err(damaged)?;
    settings.insert(name.to_owned(), serde_json::to_value(value).map_err(damaged)?);
    let settings = serde_json::Value::Object(settings).to_string();
    let new = Partnership { settings, ..old.clone() };
    if read(&old)? == read(&new)? {
        return Ok(());
    }
    people::save_partnership(tx, &new).await?;
    note(tx, author, &old, &new).await
}

/// Notes what of the choices of a partnership is another.
pub(super) async fn note(
    tx: &mut Tx,
    author: Author,
    old: &Partnership,
    new: &Partnership,
) -> Result<(), Error> {
    let (was, is) = (read(old)?, read(new)?);
    let facts = |changed| Facts::partnership(new.id, changed);
    if was.milestones != is.milestones {
        author.note(tx, What::PlanChanged, &facts(Vec::new())).await?;
    }
    for (what, changed) in [
        (What::ReminderPlanChanged, plans_changed(&was.reminders, &is.reminders)?),
        (What::RemindersChanged, reminders_changed(&was.reminders, &is.reminders)),
        (What::ChoicesChanged, rules_changed(&was, &is)),
    ] {
        if !changed.is_empty() {
            author.note(tx, what, &facts(changed)).await?;
        }
    }
    Ok(())
}

fn plans_changed(was: &Settings, is: &Settings) -> Result<Vec<String>, Error> {
    let kinds = Schedule::shipped().plans().map(|plan| plan.kind);
    let of = |settings: &Settings, kind| settings.plans.iter().find(|plan| plan.kind == kind).cloned();
    kinds.filter(|kind| of(was, *kind) != of(is, *kind)).map(|kind| code::of(&kind)).collect()
}

fn reminders_changed(was: &Settings, is: &Settings) -> Vec<String> {
    named([("case_reference", was.case_reference != is.case_reference), ("senior", was.senior != is.senior)])
}

fn rules_changed(was: &Choices, is: &Choices) -> Vec<String> {
    named([
        ("national_panel_name", was.national_panel_name != is.national_panel_name),
        ("rapid_review_from", was.rapid_review_from != is.rapid_review_from),
        ("copies_in_clear_days", was.copies_in_clear_days != is.copies_in_clear_days),
        ("panel_reply_working_days", was.panel_reply_working_days != is.panel_reply_working_days),
    ])
}

fn named<const N: usize>(all: [(&str, bool); N]) -> Vec<String> {
    all.into_iter().filter(|(_, is_changed)| *is_changed).map(|(code, _)| code.to_owned()).collect()
}

async fn chosen(tx: &mut Tx, id: PartnershipId) -> Result<(Partnership, Choices), Error> {
    let known = people::partnership(tx, id).await?.ok_or(Error::NotFound)?;
    let choices = read(&known)?;
    Ok((known, choices))
}

fn read(partnership: &Partnership) -> Result<Choices, Error> {
    serde_json::from_str(&partnership.settings).map_err(damaged)
}

#[expect(clippy::needless_pass_by_value, reason = "reads as the function that an error is mapped with")]
fn damaged(error: serde_json::Error) -> Error {
    Error::Damaged(format!("the settings cannot be read: {error}"))
}
