//! Who a child is. Name and date of birth are held apart from the history.

use case::notification::{IdentifyChild, Identity};
use case::{Command, PersonId, Step, When, Words};
use uuid::Uuid;

use super::HOME;
use crate::case_view::OpenCase;
use crate::form::asked::{Asked, Question, Section};
use crate::form::case_form::{Form, Said};
use crate::form::data::Answers;
use crate::form::parse::Fields;

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
    fn path(&self) -> String {
        format!("/notification/children/{}/identity", self.0)
    }

    fn home(&self) -> &'static str {
        HOME
    }

    fn heading(&self) -> String {
        format!("Record who child {} is", self.0)
    }

    fn intro(&self, open: &OpenCase) -> Vec<String> {
        let held = "Name and date of birth are held apart from the history, are shown only on request, and every showing is \
                    logged. They are not kept as a draft.";
        let again = "A name is recorded already. What you enter takes its place.";
        let known = self.known_as(open).map(|_| again);
        [held].into_iter().chain(known).map(str::to_owned).collect()
    }

    fn button(&self) -> &'static str {
        "Save name"
    }

    fn is_kept(&self) -> bool {
        false
    }

    fn step(&self, open: &OpenCase) -> Option<Step> {
        open.case.notification.children.get(&self.0)?;
        let identity = Identity { name: String::new(), date_of_birth: None };
        Some(Step::IdentifyChild(IdentifyChild { child: self.0, person: PersonId(Uuid::nil()), identity }))
    }

    fn fits(&self, open: &OpenCase) -> bool {
        !open.case.is_closed()
    }

    fn sections(&self, _open: &OpenCase, asked: Asked<'_>) -> Vec<Section> {
        let name = asked.line("name", "Full name").strong().hint("With other names used, if there are any");
        let born = asked.date("date_of_birth", "Date of birth (optional)").hint("For example, 27 3 2025");
        vec![Section::plain(vec![Question::new("name", name), Question::new("date_of_birth", born)])]
    }

    fn read(&self, open: &OpenCase, fields: &mut Fields<'_>) -> Option<Command> {
        let name = fields.line("name", "Enter the child’s name");
        let date_of_birth = match fields.when("date_of_birth", "Date of birth") {
            When::NotKnown => None,
            When::Day(day) => Some(day),
            When::Month(..) | When::Year(_) => {
                let message = "Date of birth must include a day. Leave it empty if it is not known";
                fields.problems.add_at("date_of_birth", "date_of_birth-day", message);
                None
            }
        };
        // A form has a number that no other has. It becomes the id of somebody new, so that a second press finds the same.
        let new = Uuid::parse_str(fields.answers().one("request")).ok().map(PersonId);
        let person = self.known_as(open).or(new)?;
        let identity = Identity { name, date_of_birth };
        let step = Step::IdentifyChild(IdentifyChild { child: self.0, person, identity });
        Some(Command { on: When::Day(open.today), step, words: Words::none() })
    }

    fn said(&self, _open: &OpenCase, _answers: &Answers) -> Vec<Said> {
        Vec::new()
    }

    fn done(&self, _after: &OpenCase, _command: &Command) -> (String, Option<String>) {
        (
            format!("Name of child {} saved", self.0),
            Some("It is held apart and shown only on request.".to_owned()),
        )
    }
}
