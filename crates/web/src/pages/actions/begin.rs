//! Turning from the review to the actions.

use case::{Command, Step, StepKind, When};

use super::HOME;
use crate::case_view::OpenCase;
use crate::form::question::{Question, happened_on};
use crate::form::{Answers, Form, Page, Questions, Read, Recording};
use crate::session::Flash;

const ON: Question<When> = happened_on("When did the partnership turn to the actions?", "Date");

/// Turning to them.
pub(super) struct Begin;

impl Form for Begin {
    fn page(&self) -> Page {
        Page::new(StepKind::OpenActions, "/actions/begin", HOME, "Turn to the actions")
            .button("Turn to the actions")
            .intro("The review is over, and what follows is carrying its recommendations out. Actions can be opened before and after.")
    }

    fn questions<'a>(&'a self, _open: &'a OpenCase, _answers: &'a Answers) -> Questions<'a> {
        Questions::new().ask(ON)
    }

    fn step(&self, _open: &OpenCase, _read: &Read<'_>) -> Recording {
        Step::OpenActions.into()
    }

    fn done(&self, after: &OpenCase, _recorded: &[Command]) -> Flash {
        Flash::new("The case has turned to its actions").next(super::left(after))
    }
}
