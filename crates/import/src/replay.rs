//! From the steps of a case line to the history they make.

use calendar::Calendar;
use calendar::london_date;
use case::notification::Identity;
use case::{Case, OPERATOR, PartnershipId, PersonId, Recorded, Reference, Rules, Setting, Step, decide};
use chrono::{DateTime, Utc};
use serde::Deserialize;

use serde_json::value::RawValue;
use uuid::Uuid;

use crate::fault::{self, Fault};
use crate::json;
use crate::key;
use crate::line::{CaseLine, StepLine};

/// What steps are decided against.
pub(crate) struct Setup<'a> {
    /// The bank holidays that hold by then.
    pub(crate) calendar: &'a Calendar,
    /// The rules of the partnership.
    pub(crate) rules: &'a Rules,
    /// Who recorded a step that does not say so.
    pub(crate) by: PersonId,
    /// When a step was recorded that does not say so, and the latest time at which any can have been.
    pub(crate) now: DateTime<Utc>,
    /// Whether an organisation, partnership or person of this id is there.
    pub(crate) known: &'a dyn Fn(Uuid) -> bool,
}

/// A case as the record would hold it, and the names that are held apart from it.
pub(crate) struct Replayed {
    /// The case with its history.
    pub(crate) case: Case,
    /// Who children are.
    pub(crate) identities: Vec<(PersonId, Identity)>,
}

/// Decides the steps of line `line` one after the other, as the case of `reference`.
///
/// # Errors
/// Everything that is wrong with the first step that is wrong: those after it build on it.
pub(crate) fn replay(
    line: usize,
    given: &CaseLine<'_>,
    reference: Reference,
    setup: &Setup<'_>,
) -> Result<Replayed, Vec<Fault>> {
    if !(setup.known)(given.partnership.id) {
        return Err(vec![unknown(line, &given.partnership.name).in_field("case.partnership")]);
    }
    if given.steps.is_empty() {
        return Err(vec![Fault::at(line, "a case has at least one step").in_field("case.steps")]);
    }
    let partnership = PartnershipId(given.partnership.id);
    let mut replayed = Replayed { case: Case::new(), identities: Vec::new() };
    for (number, step) in (1..).zip(&given.steps) {
        let step = read(line, step, setup).map_err(|fault| vec![fault.in_step(number)])?;
        replayed.record(line, number, step, partnership, reference, setup)?;
    }
    Ok(replayed)
}

impl Replayed {
    fn record(
        &mut self,
        line: usize,
        number: usize,
        step: StepLine,
        partnership: PartnershipId,
        reference: Reference,
        setup: &Setup<'_>,
    ) -> Result<(), Vec<Fault>> {
        let wrong =
            |field: &str, message: &str| vec![Fault::at(line, message).in_step(number).in_field(field)];
        let at = step.at.unwrap_or(setup.now);
        if at > setup.now {
            return Err(wrong("at", "nothing can have been recorded in the future: correct the instant"));
        }
        if self.case.history().last().is_some_and(|last| at < last.at) {
            return Err(wrong("at", "this was recorded before the step above it: put the steps in order"));
        }
        if let Some(by) = step.by.as_ref().filter(|by| !(setup.known)(by.id)) {
            return Err(vec![unknown(line, &by.name).in_step(number).in_field("by")]);
        }
        let by = step.by.as_ref().map_or(setup.by, |key| PersonId(key.id));
        let command = step.command();
        match &command.step {
            Step::IdentifyChild(child) => self.identities.push((child.person, child.identity.clone())),
            Step::EraseWords(_) | Step::ErasePerson(_) => {
                return Err(wrong("do", "erasing cannot be imported: leave out what is to be erased"));
            }
            _ => {}
        }
        let today = london_date(at);
        let setting = Setting {
            today,
            calendar: setup.calendar,
            rules: setup.rules,
            by,
            operator: by == OPERATOR,
            reference: Some(reference),
        };
        let events = decide(&self.case, command, &setting)
            .map_err(|rejection| Fault::of_rejection(line, number, rejection))?;
        for event in events {
            self.case.apply(Recorded { seq: self.case.version() + 1, at, by, event });
        }
        match self.case.partnership() {
            Some(of_case) if of_case != partnership => {
                Err(wrong("do", "the step names another partnership than the case: make them agree"))
            }
            _ => Ok(()),
        }
    }
}

/// Reads one step, with ids in the place of its keys.
fn read(line: usize, text: &RawValue, setup: &Setup<'_>) -> Result<StepLine, Fault> {
    let text = text.get();
    if !text.contains("\"@") {
        return serde_json::from_str(text).map_err(|_| fault::of_json::<StepLine>(line, text));
    }
    let mut value = json::read(text).map_err(|error| Fault::at(line, without_place(&error)))?;
    if let Some(step) = value.get_mut("do") {
        key::resolve(step, &setup.known).map_err(|key| unknown(line, &key).in_field("do"))?;
    }
    // Only a step that is wrong is read a second time, to find out where.
    StepLine::deserialize(&value).map_err(|_| match serde_path_to_error::deserialize::<_, StepLine>(&value) {
        Err(error) => fault::of_path(line, &error),
        Ok(_) => Fault::at(line, "the step cannot be read"),
    })
}

/// The line and column of an error are those of the step, not of the file.
fn without_place(error: &serde_json::Error) -> String {
    let text = error.to_string();
    text.rsplit_once(" at line ").map_or(text.clone(), |(message, _)| message.to_owned())
}

/// No line has this key.
pub(crate) fn unknown(line: usize, key: &str) -> Fault {
    let message =
        format!("there is no organisation, partnership or person “@{key}”: add its line above this one");
    Fault::at(line, message)
}
