//! Changing what is recorded about a child.

use case::{Case, Command, Step, StepKind};

use super::HOME;
use super::child;
use super::ethnicity::Group;
use crate::case_view::OpenCase;
use crate::case_view::entries::Entries;
use crate::form::correction::{self, WHY};
use crate::form::{Answers, Form, Page, Problems, Questions, Read, Recording};
use crate::session::Flash;

/// A child, by its number.
pub(super) struct ChangeChild(pub(super) u8);

impl ChangeChild {
    /// The form for the child that an address names.
    pub(super) fn of(number: &str) -> Option<Self> {
        number.parse().ok().map(Self)
    }

    fn corrected(&self, open: &OpenCase, read: &Read<'_>) -> Option<Recording> {
        let entries = Entries::of(&open.case);
        let (entry, event) = entries.child(self.0)?;
        let with = Step::AddChild(child::read(read, self.0));
        Some(correction::of(entry, event, with, read.words()))
    }
}

impl Form for ChangeChild {
    fn page(&self) -> Page {
        let (path, heading) =
            (format!("/notification/children/{}", self.0), format!("Change child {}", self.0));
        Page::correcting(path, HOME, heading).button("Save changes").continues()
    }

    fn right(&self, open: &OpenCase) -> Option<StepKind> {
        correction::right(Entries::of(&open.case).child(self.0)?.1)
    }

    fn fits(&self, open: &OpenCase) -> bool {
        !open.case.is_closed()
    }

    fn questions<'a>(&'a self, _open: &'a OpenCase, answers: &'a Answers) -> Questions<'a> {
        // It stands last on the second page, which there is only once a group was chosen.
        child::questions(answers).ask_if(Group::chosen(answers).is_some(), WHY)
    }

    fn recorded(&self, case: &Case) -> Option<Answers> {
        Entries::of(case).child(self.0).and_then(|(_, event)| child::answers(event))
    }

    fn check(&self, open: &OpenCase, read: &Read<'_>, problems: &mut Problems) {
        correction::check(&self.recorded(&open.case).unwrap_or_default(), read, problems);
    }

    fn step(&self, open: &OpenCase, read: &Read<'_>) -> Recording {
        self.corrected(open, read).expect("whoever has the right to change a child has the child")
    }

    fn done(&self, after: &OpenCase, _recorded: &[Command]) -> Flash {
        let child = after.case.notification.children.get(&self.0);
        let reminder = child.and_then(|child| child::reminder(child.ethnicity)).map(str::to_owned);
        Flash::new(format!("Child {} changed", self.0)).next(reminder)
    }
}
