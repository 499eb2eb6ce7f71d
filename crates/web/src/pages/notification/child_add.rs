//! Adding a child to the notification.

use case::{Command, Fact, Step, StepKind};

use super::HOME;
use super::child;
use crate::case_view::OpenCase;
use crate::form::{Answers, Form, Intro, Page, Questions, Read, Recording};
use crate::session::Flash;

/// One more child.
pub(super) struct AddChild;

/// The number that the next child gets. A child that was struck out keeps its own.
fn next(open: &OpenCase) -> u8 {
    let so_far =
        open.case.history().iter().filter(|entry| matches!(entry.event.fact, Fact::ChildAdded(_))).count();
    u8::try_from(so_far + 1).unwrap_or(u8::MAX)
}

impl Form for AddChild {
    fn page(&self) -> Page {
        Page::new(StepKind::AddChild, "/notification/children/new", HOME, "Add a child")
            .button("Add child")
            .continues()
    }

    fn fits(&self, open: &OpenCase) -> bool {
        !open.case.is_closed()
    }

    fn intro(&self, open: &OpenCase) -> Intro {
        let first = "The national figures count the first child of a notification. Add the child who was harmed first.";
        let name = "The name and date of birth are held apart and are asked for later.";
        if next(open) == 1 { Intro::say(first).and(name) } else { Intro::say(name) }
    }

    fn questions<'a>(&'a self, _open: &'a OpenCase, answers: &'a Answers) -> Questions<'a> {
        child::questions(answers)
    }

    fn step(&self, open: &OpenCase, read: &Read<'_>) -> Recording {
        Step::AddChild(child::read(read, next(open))).into()
    }

    fn done(&self, _after: &OpenCase, recorded: &[Command]) -> Flash {
        let added = recorded.iter().find_map(|command| match &command.step {
            Step::AddChild(child) => Some(child),
            _ => None,
        });
        let reminder = added.and_then(|child| child::reminder(child.ethnicity)).map(str::to_owned);
        let number = added.map(|child| child.number.to_string()).unwrap_or_default();
        Flash::new(format!("Child {number} added")).next(reminder)
    }
}
