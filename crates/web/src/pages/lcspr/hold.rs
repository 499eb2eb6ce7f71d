//! The review is held for something else. Its six months go on.

use calendar::NaiveDate;
use case::lcspr::Hold;
use case::{ClockKey, Command, Step, StepKind, When, Word};

use super::HOME;
use super::asking::{PANEL_TOLD, READERS};
use crate::case_view::{OpenCase, deadline_text};
use crate::components::{Html, Inset, Radios};
use crate::form::asked::Asked;
use crate::form::parse::Fields;
use crate::form::question::{Own, Question, day, happened_on, text, when};
use crate::form::{Answers, Form, Intro, Page, Questions, Read, Recording};
use crate::session::Flash;
use crate::text::date::weekday;

const ON: Question<When> = happened_on("Held from when?", "Date of the hold").short("Held from");
const REASON: Question<String> = text(Word::Reason, "Why is the review held?")
    .short("Why")
    .missing("Enter why the review is held")
    .hint(READERS);
const EXPECTED_END: Question<When> = when("expected_end", "When is that expected to end? (optional)")
    .short("Expected to end")
    .called("Expected end")
    .hint("Leave out the day if you do not know it");
const REVIEW_ON: Question<NaiveDate> = day("review_on", "When will the hold be looked at again?")
    .short("Looked at again")
    .called("Date to look at the hold again")
    .hint("For example, 27 6 2026");
const SECRETARY_OF_STATE_TOLD: Question<When> =
    when("secretary_of_state_told", "When was the Secretary of State told? (optional)")
        .short("Secretary of State told")
        .called("Date the Secretary of State was told")
        .hint(NOT_YET);
const NOT_YET: &str = "Leave empty if they have not been told yet";

/// The name of the question what it waits for, and the answer that says that it is no proceeding on the register.
const PROCEEDING: &str = "proceeding";
const NONE: &str = "none";

/// The hold.
pub(super) struct Held;

/// A proceeding in words: “1: inquest”.
pub(super) fn proceeding(open: &OpenCase, number: u16) -> String {
    match open.case.proceedings.proceedings.get(&number) {
        Some(standing) => format!("{number}: {}", standing.proceeding.kind),
        None => number.to_string(),
    }
}

/// The numbers of the proceedings that have not ended.
fn running(open: &OpenCase) -> impl Iterator<Item = u16> {
    let all = open.case.proceedings.proceedings.iter();
    all.filter(|(_, standing)| standing.ended.is_none()).map(|(number, _)| *number)
}

/// What it waits for: a proceeding of the register, or something else.
fn waits_for<'a>(open: &'a OpenCase, questions: Questions<'a>) -> Questions<'a> {
    if running(open).next().is_none() {
        return questions.ask(Own::new("register", "", |_| Html::of(register(open)))).says("Waits for", "");
    }
    let one = Own::new(PROCEEDING, "Waits for", |asked| Html::of(register(open)).then(choose(open, asked)));
    questions.ask(one.checked(|fields| check_waits_for(open, fields)).said(|answers| {
        let number = answers.one(PROCEEDING).parse().ok();
        number.map(|number| format!("Proceeding {}", proceeding(open, number))).unwrap_or_default()
    }))
}

fn register(open: &OpenCase) -> Inset {
    Inset::new("The review waits for a proceeding of the register. Open one there first if it is not listed.")
        .link("Proceedings", open.address("/proceedings"))
}

fn choose(open: &OpenCase, asked: Asked<'_>) -> Radios {
    let choice = |number: u16| {
        asked.choice(PROCEEDING, &number.to_string(), &format!("Proceeding {}", proceeding(open, number)))
    };
    let radios =
        Radios::new(PROCEEDING, "What does it wait for?").strong().error(asked.problems.of(PROCEEDING));
    let other = asked.choice(PROCEEDING, NONE, "Something else, which the reason says");
    running(open).map(choice).fold(radios, Radios::item).divider("or").item(other)
}

fn check_waits_for(open: &OpenCase, fields: &mut Fields<'_>) {
    let chosen = fields.optional_line(PROCEEDING).unwrap_or_default();
    if chosen != NONE && number(open, &chosen).is_none() {
        fields.problems.add(PROCEEDING, "Select what the review waits for");
    }
}

/// The proceeding that was chosen, while it goes on.
fn number(open: &OpenCase, chosen: &str) -> Option<u16> {
    let number: u16 = chosen.trim().parse().ok()?;
    running(open).find(|running| *running == number)
}

impl Form for Held {
    fn page(&self) -> Page {
        Page::new(StepKind::HoldLcspr, "/lcspr/hold", HOME, "Hold the review")
            .button("Record the hold")
            .checked("Check and record the hold")
    }

    fn intro(&self, open: &OpenCase) -> Intro {
        let goes_on = "A hold does not stop the 6 months: they go on.".to_owned();
        let due =
            deadline_text::due(open, ClockKey::Lcspr, "The review is still to be completed and published by");
        [goes_on].into_iter().chain(due).collect()
    }

    fn questions<'a>(&'a self, open: &'a OpenCase, _answers: &'a Answers) -> Questions<'a> {
        let hold = waits_for(open, Questions::new().ask(ON)).ask(REASON).ask(EXPECTED_END).ask(REVIEW_ON);
        hold.under("Who was told").ask(PANEL_TOLD.hint(NOT_YET)).ask(SECRETARY_OF_STATE_TOLD)
    }

    fn step(&self, open: &OpenCase, read: &Read<'_>) -> Recording {
        Step::HoldLcspr(Hold {
            proceeding: number(open, read.answers.one(PROCEEDING)),
            expected_end: read.of(&EXPECTED_END),
            review_on: Some(read.of(&REVIEW_ON)),
            panel_told: read.of(&PANEL_TOLD),
            secretary_of_state_told: read.of(&SECRETARY_OF_STATE_TOLD),
        })
        .into()
    }

    fn happens(&self, _open: &OpenCase, after: &OpenCase) -> Vec<String> {
        let due = deadline_text::due(after, ClockKey::Lcspr, "The 6 months go on. The review is still due");
        let again = after.case.lcspr.hold.as_ref().and_then(|hold| hold.review_on);
        let again = again.map(|day| format!("The hold is looked at again on {}.", weekday(day)));
        let nobody =
            "Nothing is sent to anybody. Tell the Panel and the Secretary of State yourselves.".to_owned();
        due.into_iter().chain(again).chain([nobody]).collect()
    }

    fn done(&self, after: &OpenCase, _recorded: &[Command]) -> Flash {
        let next = deadline_text::due(after, ClockKey::Lcspr, "The 6 months go on. The review is still due");
        Flash::new("Hold recorded").next(next)
    }
}
