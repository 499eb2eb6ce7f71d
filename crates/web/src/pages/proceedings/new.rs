//! Recording proceedings that go on beside the case.

use case::proceedings::{Proceeding, ProceedingKind};
use case::{Command, Step, StepKind, When, Word};

use super::HOME;
use crate::case_view::OpenCase;
use crate::form::question::{Question, choice, happened_on, line, when};
use crate::form::{Answers, Form, Page, Questions, Read, Recording};
use crate::session::Flash;

const KIND: Question<ProceedingKind> = choice("kind", "What kind of proceedings?")
    .short("Kind")
    .missing("Select what kind of proceedings they are");
const REFERENCE: Question<String> =
    line(Word::Reference, "Which court, police or other reference? (optional)")
        .short("Reference")
        .hint("A number or the name of a court. Do not use names of children or families");
const CONTACT: Question<String> =
    line(Word::Who, "Who is the contact? (optional)").short("Contact").hint("Name and job title");
const ON: Question<When> =
    happened_on("When did they begin, or when did you learn of them?", "Date they began").short("Began");
const EXPECTED_END: Question<When> = when("expected_end", "When are they expected to end? (optional)")
    .short("Expected end")
    .called("Expected end")
    .hint("For example, 27 6 2026. Leave out the day, or the day and the month, if you do not know them");

/// A proceeding that is not recorded yet.
pub(super) struct Open;

/// The number that the next proceeding gets.
fn next(open: &OpenCase) -> u16 {
    open.case.proceedings.proceedings.keys().last().map_or(1, |last| last.saturating_add(1))
}

impl Form for Open {
    fn page(&self) -> Page {
        let heading = "Record proceedings beside the case";
        Page::new(StepKind::OpenProceeding, "/proceedings/new", HOME, heading)
            .button("Record proceedings")
            .intro("No statutory deadline of the case stops because of them.")
    }

    fn fits(&self, open: &OpenCase) -> bool {
        !open.case.is_closed()
    }

    fn questions<'a>(&'a self, _open: &'a OpenCase, _answers: &'a Answers) -> Questions<'a> {
        Questions::new().ask(KIND).ask(REFERENCE).ask(CONTACT).ask(ON).ask(EXPECTED_END)
    }

    fn step(&self, open: &OpenCase, read: &Read<'_>) -> Recording {
        Step::OpenProceeding(Proceeding {
            number: next(open),
            kind: read.of(&KIND),
            expected_end: read.of(&EXPECTED_END),
        })
        .into()
    }

    fn done(&self, after: &OpenCase, _recorded: &[Command]) -> Flash {
        let number = after.case.proceedings.proceedings.len();
        let next = "Add news of them, and what is disclosed to them, as it comes.".to_owned();
        Flash::new(format!("Proceeding {number} recorded")).next(next)
    }
}
