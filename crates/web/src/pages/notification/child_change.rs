//! Changing what is recorded about a child.

use case::notification::Ethnicity;
use case::{Case, Command, Fact, Step, Words};

use super::HOME;
use super::child;
use crate::case_view::OpenCase;
use crate::case_view::entries::Entries;
use crate::form::asked::{Asked, Section};
use crate::form::case_form::{Form, Said};
use crate::form::correction;
use crate::form::data::Answers;
use crate::form::parse::Fields;

/// A child, by its number.
pub(super) struct ChangeChild(pub(super) u8);

impl ChangeChild {
    /// The form for the child that an address names.
    pub(super) fn of(number: &str) -> Option<Self> {
        number.parse().ok().map(Self)
    }
}

impl Form for ChangeChild {
    fn path(&self) -> String {
        format!("/notification/children/{}", self.0)
    }

    fn home(&self) -> &'static str {
        HOME
    }

    fn heading(&self) -> String {
        format!("Change child {}", self.0)
    }

    fn button(&self) -> &'static str {
        "Save changes"
    }

    fn step(&self, open: &OpenCase) -> Option<Step> {
        let entries = Entries::of(&open.case);
        let (entry, event) = entries.child(self.0)?;
        let Fact::ChildAdded(child) = &event.fact else { return None };
        Some(correction::step(entry, Step::AddChild(child.clone()), Words::none(), String::new()).0)
    }

    fn fits(&self, open: &OpenCase) -> bool {
        !open.case.is_closed()
    }

    fn recorded(&self, case: &Case) -> Option<Answers> {
        Entries::of(case).child(self.0).and_then(|(_, event)| child::answers(event))
    }

    fn sections(&self, _open: &OpenCase, asked: Asked<'_>) -> Vec<Section> {
        child::sections(asked)
    }

    fn follow_up(&self, _open: &OpenCase, asked: Asked<'_>) -> Option<Section> {
        let mut section = child::follow_up(asked)?;
        section.questions.push(correction::question(asked));
        Some(section)
    }

    fn continues(&self) -> bool {
        true
    }

    fn read(&self, open: &OpenCase, fields: &mut Fields<'_>) -> Option<Command> {
        let entries = Entries::of(&open.case);
        let (entry, event) = entries.child(self.0)?;
        let (child, words) = child::read(fields, self.0);
        let why = correction::read(fields, &child::answers(event).unwrap_or_default());
        let (step, words) = correction::step(entry, Step::AddChild(child?), words, why);
        Some(Command { on: event.on, step, words })
    }

    fn said(&self, _open: &OpenCase, answers: &Answers) -> Vec<Said> {
        child::in_words(answers)
    }

    fn done(&self, after: &OpenCase, _command: &Command) -> (String, Option<String>) {
        let child = after.case.notification.children.get(&self.0);
        let reminder = child.is_some_and(|child| child.ethnicity == Ethnicity::NotKnown);
        let reminder = reminder
            .then(|| "Ethnicity is not known yet. Come back to it when somebody has asked.".to_owned());
        (format!("Child {} changed", self.0), reminder)
    }
}
