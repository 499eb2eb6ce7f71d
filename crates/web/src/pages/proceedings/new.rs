//! Recording proceedings that go on beside the case.

use case::proceedings::{Proceeding, ProceedingKind};
use case::{Command, Step, When, Words};

use super::HOME;
use crate::case_view::OpenCase;
use crate::form::asked::{Asked, Question, Section, said, said_when};
use crate::form::case_form::{Form, Said};
use crate::form::common::{and_word, today};
use crate::form::data::Answers;
use crate::form::parse::Fields;

/// A proceeding that is not recorded yet.
pub(super) struct Open;

/// The number that the next proceeding gets.
fn next(open: &OpenCase) -> u16 {
    open.case.proceedings.proceedings.keys().last().map_or(1, |last| last.saturating_add(1))
}

impl Form for Open {
    fn path(&self) -> String {
        "/proceedings/new".to_owned()
    }

    fn home(&self) -> &'static str {
        HOME
    }

    fn heading(&self) -> String {
        "Record proceedings beside the case".to_owned()
    }

    fn intro(&self, _open: &OpenCase) -> Vec<String> {
        vec!["No statutory deadline of the case stops because of them.".to_owned()]
    }

    fn button(&self) -> &'static str {
        "Record proceedings"
    }

    fn step(&self, open: &OpenCase) -> Option<Step> {
        let (number, kind) = (next(open), ProceedingKind::Other);
        Some(Step::OpenProceeding(Proceeding { number, kind, expected_end: When::NotKnown }))
    }

    fn fits(&self, open: &OpenCase) -> bool {
        !open.case.is_closed()
    }

    fn begin(&self, open: &OpenCase) -> Answers {
        today(open)
    }

    fn sections(&self, _open: &OpenCase, asked: Asked<'_>) -> Vec<Section> {
        let reference = asked
            .line("reference", "Which court, police or other reference? (optional)")
            .strong()
            .hint("A number or the name of a court. Do not use names of children or families");
        let who = asked.line("who", "Who is the contact? (optional)").strong().hint("Name and job title");
        let end = asked.date("expected_end", "When are they expected to end? (optional)").hint(
            "For example, 27 6 2026. Leave out the day, or the day and the month, if you do not know them",
        );
        vec![Section::plain(vec![
            Question::new("kind", asked.radios("kind", "What kind of proceedings?", ProceedingKind::ALL)),
            Question::new("reference", reference),
            Question::new("who", who),
            asked.when("on", "When did they begin, or when did you learn of them?"),
            Question::new("expected_end", end),
        ])]
    }

    fn read(&self, open: &OpenCase, fields: &mut Fields<'_>) -> Option<Command> {
        let kind = fields.choice("kind", "Select what kind of proceedings they are");
        let reference = fields.optional_line("reference");
        let who = fields.optional_line("who");
        let on = fields.known_when("on", "Date they began", open.today);
        let expected_end = fields.when("expected_end", "Expected end");
        let words = and_word(Words::none(), case::Word::Reference, reference);
        let step = Step::OpenProceeding(Proceeding { number: next(open), kind: kind?, expected_end });
        Some(Command { on, step, words: and_word(words, case::Word::Who, who) })
    }

    fn said(&self, _open: &OpenCase, answers: &Answers) -> Vec<Said> {
        vec![
            Said::new("kind", "Kind", said(answers.one("kind"), ProceedingKind::ALL)),
            Said::new("reference", "Reference", answers.one("reference")),
            Said::new("who", "Contact", answers.one("who")),
            Said::new("on", "Began", said_when(answers, "on")),
            Said::new("expected_end", "Expected end", said_when(answers, "expected_end")),
        ]
    }

    fn done(&self, after: &OpenCase, _command: &Command) -> (String, Option<String>) {
        let number = after.case.proceedings.proceedings.len();
        let next = "Add news of them, and what is disclosed to them, as it comes.";
        (format!("Proceeding {number} recorded"), Some(next.to_owned()))
    }
}
