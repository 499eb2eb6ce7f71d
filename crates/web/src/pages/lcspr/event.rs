//! An event with the practitioners who knew the child.

use case::lcspr::PractitionerEvent;
use case::{Command, Step, StepKind, When, Word};

use super::asking::READERS;
use super::{HOME, goes_on};
use crate::case_view::OpenCase;
use crate::form::question::{Question, happened_on, number, text};
use crate::form::{Answers, Form, Page, Questions, Read, Recording};
use crate::session::Flash;

const ON: Question<When> = happened_on("When was it?", "Date of the event").short("Date");
const ATTENDED: Question<u16> = number("attended", "How many practitioners came?")
    .short("How many came")
    .missing("Enter how many practitioners came, as a number");
const TEXT: Question<String> = text(Word::Text, "What did they say, and how do they hear what came of it?")
    .short("What they said")
    .missing("Enter what practitioners said")
    .hint(READERS);

/// One event.
pub(super) struct Event;

impl Form for Event {
    fn page(&self) -> Page {
        let heading = "Record a practitioner event";
        Page::new(StepKind::HoldPractitionerEvent, "/lcspr/events/new", HOME, heading)
            .button("Record the event")
    }

    fn fits(&self, open: &OpenCase) -> bool {
        goes_on(open)
    }

    fn questions<'a>(&'a self, _open: &'a OpenCase, _answers: &'a Answers) -> Questions<'a> {
        Questions::new().ask(ON).ask(ATTENDED).ask(TEXT)
    }

    fn step(&self, _open: &OpenCase, read: &Read<'_>) -> Recording {
        Step::HoldPractitionerEvent(PractitionerEvent { attended: read.of(&ATTENDED) }).into()
    }

    fn done(&self, _after: &OpenCase, _recorded: &[Command]) -> Flash {
        Flash::new("Practitioner event recorded")
    }
}
