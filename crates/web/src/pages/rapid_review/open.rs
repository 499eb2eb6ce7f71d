//! Opening the rapid review: the period agencies are asked about, and who was told.

use calendar::NaiveDate;
use case::rapid_review::RapidReview;
use case::{ClockKey, Command, KeyDate, Step, StepKind, When, Word};

use super::questions::{PERIOD_FROM, SCOPE_TO, WHY_NOT};
use super::{HOME, plan};
use crate::case_view::{OpenCase, deadline_text};
use crate::form::question::{Question, Tailored, YesOrNo, happened_on, optional_day, text, when, yes_or_no};
use crate::form::{Answers, Form, Intro, Page, Questions, Read, Recording};
use crate::session::Flash;
use crate::text::date;

const SCOPE_FROM: Question<When> = when("scope_from", "From when are agencies asked? (optional)")
    .short("Period from")
    .called("Start of the period")
    .hint(PERIOD_FROM);
const SCOPE: Question<String> = text(Word::Scope, "How far back does the review look, and why? (optional)")
    .short("How far back")
    .hint("Needed where you give no period. Every agency that is asked reads this. Do not use names of children or families")
    .rows(3);
const RETURNS_DUE: Question<Option<NaiveDate>> =
    optional_day("returns_due", "By when are summaries wanted? (optional)")
        .short("Summaries wanted by")
        .called("Date summaries are wanted")
        .hint("For example, 27 3 2026");
const EXECUTIVES_TOLD: Question<bool> =
    yes_or_no("executives_told", "Were the executive partners and the chair told?", &YesOrNo("Yes", "No"))
        .short("Executive partners and chair told")
        .missing("Select whether the executive partners and the chair were told");
const ON: Question<When> =
    happened_on("When was the rapid review opened?", "Date the rapid review was opened").short("Date");

/// The opening.
pub(super) struct Open;

/// When summaries are wanted begins with what the plan says, unless that has passed.
fn returns_due(open: &OpenCase) -> Tailored<Option<NaiveDate>> {
    let Some(planned) = plan::summaries(open) else { return RETURNS_DUE.into() };
    RETURNS_DUE
        .hinted(format!("The plan says {}", plan::day_and_number(open, planned)))
        .starting(Some(planned).filter(|day| *day >= open.today))
}

impl Form for Open {
    fn page(&self) -> Page {
        Page::new(StepKind::OpenRapidReview, "/rapid-review/open", HOME, "Open the rapid review")
            .button("Open the rapid review")
    }

    fn intro(&self, open: &OpenCase) -> Intro {
        let due = deadline_text::due(open, ClockKey::RapidReview, "The rapid review is due");
        let next = "You ask the agencies in the next step.".to_owned();
        due.into_iter().chain([next]).collect()
    }

    fn questions<'a>(&'a self, open: &'a OpenCase, _answers: &'a Answers) -> Questions<'a> {
        let incident = open.case.dates.get(KeyDate::Incident).unwrap_or_default();
        let asked_about = Questions::new().under("What agencies are asked about").ask(SCOPE_FROM);
        let asked_about = asked_about.ask(SCOPE_TO.starting(incident)).ask(SCOPE).ask(returns_due(open));
        asked_about.under("Who was told").ask(EXECUTIVES_TOLD).ask(WHY_NOT).ask(ON)
    }

    fn step(&self, _open: &OpenCase, read: &Read<'_>) -> Recording {
        Step::OpenRapidReview(RapidReview {
            scope_from: read.of(&SCOPE_FROM),
            scope_to: read.of(&SCOPE_TO),
            returns_due: read.of(&RETURNS_DUE),
            executives_told: read.of(&EXECUTIVES_TOLD),
        })
        .into()
    }

    fn done(&self, _after: &OpenCase, recorded: &[Command]) -> Flash {
        let due = recorded.iter().find_map(|command| match &command.step {
            Step::OpenRapidReview(review) => review.returns_due,
            _ => None,
        });
        let wanted = due.map(|due| format!(" Summaries are wanted by {}.", date::weekday(due)));
        let next = format!("Next, ask the agencies.{}", wanted.unwrap_or_default());
        Flash::new("The rapid review is open").next(next)
    }
}
