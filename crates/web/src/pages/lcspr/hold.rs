//! The review is held for something else. Its six months go on.

use case::lcspr::Hold;
use case::{ClockKey, Command, Move, Step, When, Word, Words};

use super::HOME;
use super::asking::{READERS, date};
use crate::case_view::{OpenCase, deadline_text};
use crate::components::{Inset, Radios};
use crate::form::asked::{Asked, Question, Section, said_when};
use crate::form::case_form::{Form, Said};
use crate::form::common::today;
use crate::form::data::Answers;
use crate::form::parse::Fields;
use crate::text::date::weekday;

/// Putting the review on hold.
pub(super) struct Held;

/// The answer that says that it waits for no proceeding on the register.
const NONE: &str = "none";

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

fn read_proceeding(open: &OpenCase, fields: &mut Fields<'_>) -> Option<u16> {
    running(open).next()?;
    let chosen = fields.optional_line("proceeding").unwrap_or_default();
    let number = chosen.parse().ok().filter(|number| running(open).any(|running| running == *number));
    if number.is_none() && chosen != NONE {
        fields.problems.add("proceeding", "Select what the review waits for");
    }
    number
}

impl Form for Held {
    fn path(&self) -> String {
        "/lcspr/hold".to_owned()
    }

    fn home(&self) -> &'static str {
        HOME
    }

    fn heading(&self) -> String {
        "Hold the review".to_owned()
    }

    fn intro(&self, open: &OpenCase) -> Vec<String> {
        let goes_on = "A hold does not stop the 6 months: they go on.".to_owned();
        let due =
            deadline_text::due(open, ClockKey::Lcspr, "The review is still to be completed and published by");
        [goes_on].into_iter().chain(due).collect()
    }

    fn button(&self) -> &'static str {
        "Record the hold"
    }

    fn step(&self, _open: &OpenCase) -> Option<Step> {
        Some(Step::HoldLcspr(Hold {
            proceeding: None,
            expected_end: When::NotKnown,
            review_on: None,
            panel_told: When::NotKnown,
            secretary_of_state_told: When::NotKnown,
        }))
    }

    fn fits(&self, open: &OpenCase) -> bool {
        open.case.stage.after(Move::Hold).is_some()
    }

    fn begin(&self, open: &OpenCase) -> Answers {
        today(open)
    }

    fn sections(&self, open: &OpenCase, asked: Asked<'_>) -> Vec<Section> {
        let radios = Radios::new("proceeding", "What does it wait for?").strong();
        let radios = radios.error(asked.problems.of("proceeding"));
        let radios = running(open).fold(radios, |radios, number| {
            radios.item(asked.choice(
                "proceeding",
                &number.to_string(),
                &format!("Proceeding {}", proceeding(open, number)),
            ))
        });
        let register = Inset::new(
            "The review waits for a proceeding of the register. Open one there first if it is not listed.",
        )
        .link("Proceedings", open.address("/proceedings"));
        let waits = if running(open).next().is_none() {
            Question::new("register", register)
        } else {
            let other = asked.choice("proceeding", NONE, "Something else, which the reason says");
            Question {
                name: "proceeding",
                html: crate::components::Html::of(register).then(radios.divider("or").item(other)),
            }
        };
        let reason = asked.text("reason", "Why is the review held?").hint(READERS);
        let if_told = "Leave empty if they have not been told yet";
        vec![
            Section::plain(vec![
                asked.when("on", "Held from when?"),
                waits,
                Question::new("reason", reason),
                date(
                    asked,
                    "expected_end",
                    "When is that expected to end? (optional)",
                    "Leave out the day if you do not know it",
                ),
                date(asked, "review_on", "When will the hold be looked at again?", "For example, 27 6 2026"),
            ]),
            Section::under(
                "Who was told",
                vec![
                    date(asked, "panel_told", "When was the National Panel told? (optional)", if_told),
                    date(
                        asked,
                        "secretary_of_state_told",
                        "When was the Secretary of State told? (optional)",
                        if_told,
                    ),
                ],
            ),
        ]
    }

    fn read(&self, open: &OpenCase, fields: &mut Fields<'_>) -> Option<Command> {
        let on = fields.known_when("on", "Date of the hold", open.today);
        let proceeding = read_proceeding(open, fields);
        let reason = fields.text("reason", "Enter why the review is held");
        let expected_end = fields.when("expected_end", "Expected end");
        let review_on = fields.day("review_on", "Date to look at the hold again");
        let panel_told = fields.when("panel_told", "Date the Panel was told");
        let secretary_of_state_told =
            fields.when("secretary_of_state_told", "Date the Secretary of State was told");
        let hold = Hold { proceeding, expected_end, review_on, panel_told, secretary_of_state_told };
        Some(Command { on, step: Step::HoldLcspr(hold), words: Words::none().and(Word::Reason, reason) })
    }

    fn said(&self, open: &OpenCase, answers: &Answers) -> Vec<Said> {
        let number = answers.one("proceeding").parse().ok();
        let waits = number.map(|number| format!("Proceeding {}", proceeding(open, number)));
        vec![
            Said::new("on", "Held from", said_when(answers, "on")),
            Said::new("proceeding", "Waits for", waits.unwrap_or_default()),
            Said::new("reason", "Why", answers.one("reason")),
            Said::new("expected_end", "Expected to end", said_when(answers, "expected_end")),
            Said::new("review_on", "Looked at again", said_when(answers, "review_on")),
            Said::new("panel_told", "Panel told", said_when(answers, "panel_told")),
            Said::new(
                "secretary_of_state_told",
                "Secretary of State told",
                said_when(answers, "secretary_of_state_told"),
            ),
        ]
    }

    fn check_heading(&self) -> Option<&'static str> {
        Some("Check and record the hold")
    }

    fn happens(&self, _open: &OpenCase, after: &OpenCase) -> Vec<String> {
        let due = deadline_text::due(after, ClockKey::Lcspr, "The 6 months go on. The review is still due");
        let again = after.case.lcspr.hold.as_ref().and_then(|hold| hold.review_on);
        let again = again.map(|day| format!("The hold is looked at again on {}.", weekday(day)));
        let told =
            "Nothing is sent to anybody. Tell the Panel and the Secretary of State yourselves.".to_owned();
        due.into_iter().chain(again).chain([told]).collect()
    }

    fn done(&self, after: &OpenCase, _command: &Command) -> (String, Option<String>) {
        (
            "Hold recorded".to_owned(),
            deadline_text::due(after, ClockKey::Lcspr, "The 6 months go on. The review is still due"),
        )
    }
}
