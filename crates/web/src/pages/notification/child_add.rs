//! Adding a child to the notification.

use case::notification::{AgeBand, Child, Ethnicity, Sex};
use case::terms::{Harm, YesNo};
use case::{Command, Fact, Step, When};

use super::HOME;
use super::child;
use crate::case_view::OpenCase;
use crate::form::asked::{Asked, Section};
use crate::form::case_form::{Form, Said};
use crate::form::data::Answers;
use crate::form::parse::Fields;

/// One more child.
pub(super) struct AddChild;

/// The number that the next child gets. A child that was struck out keeps its own.
fn next(open: &OpenCase) -> u8 {
    let so_far =
        open.case.history().iter().filter(|entry| matches!(entry.event.fact, Fact::ChildAdded(_))).count();
    u8::try_from(so_far + 1).unwrap_or(u8::MAX)
}

impl Form for AddChild {
    fn path(&self) -> String {
        "/notification/children/new".to_owned()
    }

    fn home(&self) -> &'static str {
        HOME
    }

    fn heading(&self) -> String {
        "Add a child".to_owned()
    }

    fn intro(&self, open: &OpenCase) -> Vec<String> {
        let first = "The national figures count the first child of a notification. Add the child who was harmed first.";
        let name = "The name and date of birth are held apart and are asked for later.";
        let is_first = next(open) == 1;
        is_first.then_some(first).into_iter().chain([name]).map(str::to_owned).collect()
    }

    fn button(&self) -> &'static str {
        "Add child"
    }

    fn step(&self, open: &OpenCase) -> Option<Step> {
        Some(Step::AddChild(Child {
            number: next(open),
            age_band: AgeBand::NotKnown,
            sex: Sex::NotKnown,
            ethnicity: Ethnicity::NotKnown,
            disability: YesNo::NotKnown,
            looked_after: YesNo::NotKnown,
            care_leaver: false,
            child_in_need: YesNo::NotKnown,
            protection_plan: YesNo::NotKnown,
            known_to_agencies: YesNo::NotKnown,
            harm: Harm::Other,
        }))
    }

    fn fits(&self, open: &OpenCase) -> bool {
        !open.case.is_closed()
    }

    fn sections(&self, _open: &OpenCase, asked: Asked<'_>) -> Vec<Section> {
        child::sections(asked)
    }

    fn follow_up(&self, _open: &OpenCase, asked: Asked<'_>) -> Option<Section> {
        child::follow_up(asked)
    }

    fn continues(&self) -> bool {
        true
    }

    fn read(&self, open: &OpenCase, fields: &mut Fields<'_>) -> Option<Command> {
        let (child, words) = child::read(fields, next(open));
        Some(Command { on: When::Day(open.today), step: Step::AddChild(child?), words })
    }

    fn said(&self, _open: &OpenCase, answers: &Answers) -> Vec<Said> {
        child::in_words(answers)
    }

    fn done(&self, _after: &OpenCase, command: &Command) -> (String, Option<String>) {
        let Step::AddChild(child) = &command.step else { return ("Child added".to_owned(), None) };
        let reminder = (child.ethnicity == Ethnicity::NotKnown)
            .then(|| "Ethnicity is not known yet. Come back to it when somebody has asked.".to_owned());
        (format!("Child {} added", child.number), reminder)
    }
}
