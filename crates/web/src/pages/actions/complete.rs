//! Recording that an action is done, with the evidence.

use case::actions::ActionDone;
use case::{Command, Step, StepKind, When, Word};

use super::{HOME, READERS, of_action};
use crate::case_view::OpenCase;
use crate::form::question::{Question, happened_on, text};
use crate::form::{Answers, Form, Page, Questions, Read, Recording};
use crate::session::Flash;

pub(super) const EVIDENCE: Question<String> = text(Word::Evidence, "What shows that it was done?")
    .short("Evidence that it was done")
    .missing("Enter what shows that it was done")
    .hint(READERS);
pub(super) const ON: Question<When> = happened_on("When was it done?", "Date it was done").short("Done");

/// The action of this number as done.
pub(super) struct Complete(pub(super) u16);

impl Form for Complete {
    fn page(&self) -> Page {
        let heading = format!("Record action {} as done", self.0);
        Page::new(StepKind::CompleteAction(self.0), of_action(self.0, "/done"), HOME, heading)
            .button("Record as done")
            .intro("Done and made a difference are two dates. Whether it made a difference is judged later.")
            .leading_to(of_action(self.0, ""))
    }

    fn fits(&self, open: &OpenCase) -> bool {
        super::is_open(open, self.0)
    }

    fn questions<'a>(&'a self, _open: &'a OpenCase, _answers: &'a Answers) -> Questions<'a> {
        Questions::new().ask(EVIDENCE).ask(ON)
    }

    fn step(&self, _open: &OpenCase, _read: &Read<'_>) -> Recording {
        Step::CompleteAction(ActionDone { number: self.0 }).into()
    }

    fn done(&self, _after: &OpenCase, _recorded: &[Command]) -> Flash {
        completed(self.0)
    }
}

/// What the next page says when an action is done.
pub(super) fn completed(number: u16) -> Flash {
    let next = "It can be closed when evidence shows that it made a difference.".to_owned();
    Flash::new(format!("Action {number} recorded as done")).next(next)
}
