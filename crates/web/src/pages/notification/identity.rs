//! Who a child is. Name and date of birth are held apart from the history.

use case::notification::{IdentifyChild, Identity};
use case::{Command, PersonId, Step, StepKind, When};
use uuid::Uuid;

use super::HOME;
use crate::case_view::OpenCase;
use crate::form::question::{Question, named_line, when};
use crate::form::{Answers, Form, Intro, Page, Problems, Questions, Read, Recording};
use crate::session::Flash;

const NAME: Question<String> = named_line("name", "Full name")
    .missing("Enter the child’s name")
    .hint("With other names used, if there are any")
    .unsaid();
const BORN: Question<When> = when("date_of_birth", "Date of birth (optional)")
    .called("Date of birth")
    .hint("For example, 27 3 2025")
    .unsaid();

/// Who a child is, by the number of the child.
pub(super) struct Who(pub(super) u8);

impl Who {
    /// The form for the child that an address names.
    pub(super) fn of(number: &str) -> Option<Self> {
        number.parse().ok().map(Self)
    }

    fn known_as(&self, open: &OpenCase) -> Option<PersonId> {
        open.case.notification.identified.get(&self.0).copied()
    }
}

impl Form for Who {
    fn page(&self) -> Page {
        let path = format!("/notification/children/{}/identity", self.0);
        Page::new(StepKind::IdentifyChild, path, HOME, format!("Record who child {} is", self.0))
            .button("Save name")
            .without_draft()
    }

    fn right(&self, open: &OpenCase) -> Option<StepKind> {
        open.case.notification.children.contains_key(&self.0).then_some(StepKind::IdentifyChild)
    }

    fn fits(&self, open: &OpenCase) -> bool {
        !open.case.is_closed()
    }

    fn intro(&self, open: &OpenCase) -> Intro {
        let held = Intro::say(
            "Name and date of birth are held apart from the history, are shown only on request, and every showing is \
             logged. They are not kept as a draft.",
        );
        match self.known_as(open) {
            Some(_) => held.and("A name is recorded already. What you enter takes its place."),
            None => held,
        }
    }

    fn questions<'a>(&'a self, _open: &'a OpenCase, _answers: &'a Answers) -> Questions<'a> {
        Questions::new().ask(NAME).ask(BORN)
    }

    fn check(&self, _open: &OpenCase, read: &Read<'_>, problems: &mut Problems) {
        if let Some(When::Month(..) | When::Year(_)) = read.maybe(&BORN) {
            let message = "Date of birth must include a day. Leave it empty if it is not known";
            problems.add_date(BORN.name, message);
        }
    }

    fn step(&self, open: &OpenCase, read: &Read<'_>) -> Recording {
        let date_of_birth = match read.of(&BORN) {
            When::Day(day) => Some(day),
            _ => None,
        };
        // A form has a number that no other has. It becomes the id of somebody new, so that a second press finds the same.
        let new = || PersonId(Uuid::parse_str(read.answers.one("request")).unwrap_or_default());
        let person = self.known_as(open).unwrap_or_else(new);
        let identity = Identity { name: read.of(&NAME), date_of_birth };
        Step::IdentifyChild(IdentifyChild { child: self.0, person, identity }).into()
    }

    fn done(&self, _after: &OpenCase, _recorded: &[Command]) -> Flash {
        let next = "It is held apart and shown only on request.".to_owned();
        Flash::new(format!("Name of child {} saved", self.0)).next(next)
    }
}
