//! An event with the practitioners who knew the child.

use case::lcspr::PractitionerEvent;
use case::{Command, Step, Word, Words};

use super::asking::{READERS, number};
use super::{HOME, goes_on};
use crate::case_view::OpenCase;
use crate::form::asked::{Asked, Question, Section, said_when};
use crate::form::case_form::{Form, Said};
use crate::form::common::today;
use crate::form::data::Answers;
use crate::form::parse::Fields;

/// One event.
pub(super) struct Event;

impl Form for Event {
    fn path(&self) -> String {
        "/lcspr/events/new".to_owned()
    }

    fn home(&self) -> &'static str {
        HOME
    }

    fn heading(&self) -> String {
        "Record a practitioner event".to_owned()
    }

    fn button(&self) -> &'static str {
        "Record the event"
    }

    fn step(&self, _open: &OpenCase) -> Option<Step> {
        Some(Step::HoldPractitionerEvent(PractitionerEvent { attended: 0 }))
    }

    fn fits(&self, open: &OpenCase) -> bool {
        goes_on(open)
    }

    fn begin(&self, open: &OpenCase) -> Answers {
        today(open)
    }

    fn sections(&self, _open: &OpenCase, asked: Asked<'_>) -> Vec<Section> {
        let attended =
            asked.line("attended", "How many practitioners came?").strong().width(4).inputmode_numeric();
        let said =
            asked.text("text", "What did they say, and how do they hear what came of it?").hint(READERS);
        vec![Section::plain(vec![
            asked.when("on", "When was it?"),
            Question::new("attended", attended),
            Question::new("text", said),
        ])]
    }

    fn read(&self, open: &OpenCase, fields: &mut Fields<'_>) -> Option<Command> {
        let on = fields.known_when("on", "Date of the event", open.today);
        let attended = number(fields, "attended", "Enter how many practitioners came, as a number");
        let text = fields.text("text", "Enter what practitioners said");
        let step = Step::HoldPractitionerEvent(PractitionerEvent { attended: attended? });
        Some(Command { on, step, words: Words::none().and(Word::Text, text) })
    }

    fn said(&self, _open: &OpenCase, answers: &Answers) -> Vec<Said> {
        vec![
            Said::new("on", "Date", said_when(answers, "on")),
            Said::new("attended", "How many came", answers.one("attended")),
            Said::new("text", "What they said", answers.one("text")),
        ]
    }

    fn done(&self, _after: &OpenCase, _command: &Command) -> (String, Option<String>) {
        ("Practitioner event recorded".to_owned(), None)
    }
}
