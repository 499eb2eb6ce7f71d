//! Giving an action another due date, with the reason.

use calendar::NaiveDate;
use case::actions::ActionMoved;
use case::{Command, Step, StepKind, Word};

use super::{HOME, READERS, is_due, of_action};
use crate::case_view::OpenCase;
use crate::form::question::{Question, day, text};
use crate::form::{Answers, Form, Intro, Page, Questions, Read, Recording};
use crate::session::Flash;

const DUE: Question<NaiveDate> =
    day("due", "When is it due now?").short("Due").called("Due date").hint("For example, 27 6 2026");
const REASON: Question<String> = text(Word::Reason, "Why does the date change?")
    .short("Why")
    .missing("Enter why the date changes")
    .hint(READERS)
    .rows(3);

/// Another due date for the action of this number.
pub(super) struct MoveOn(pub(super) u16);

impl MoveOn {
    fn is_due(&self, open: &OpenCase) -> Option<String> {
        let due = open.case.actions.actions.get(&self.0)?.action.due;
        Some(is_due("It", due, open.today))
    }
}

impl Form for MoveOn {
    fn page(&self) -> Page {
        let heading = format!("Change the due date of action {}", self.0);
        Page::new(StepKind::MoveAction, of_action(self.0, "/move"), HOME, heading)
            .button("Change the due date")
            .leading_to(of_action(self.0, ""))
    }

    fn fits(&self, open: &OpenCase) -> bool {
        super::is_open(open, self.0)
    }

    fn intro(&self, open: &OpenCase) -> Intro {
        self.is_due(open).into_iter().collect()
    }

    fn questions<'a>(&'a self, _open: &'a OpenCase, _answers: &'a Answers) -> Questions<'a> {
        Questions::new().ask(DUE).ask(REASON)
    }

    fn step(&self, _open: &OpenCase, read: &Read<'_>) -> Recording {
        Step::MoveAction(ActionMoved { number: self.0, due: read.of(&DUE) }).into()
    }

    fn done(&self, after: &OpenCase, _recorded: &[Command]) -> Flash {
        Flash::new(format!("Due date of action {} changed", self.0)).next(self.is_due(after))
    }
}
