//! Reminding every agency whose answer is due or late.

use case::{Command, OrganisationId, Step};

use super::{HOME, asked, contacts, remind};
use crate::case_view::OpenCase;
use crate::components::Checkboxes;
use crate::form::asked::{Asked, Question, Section};
use crate::form::case_form::{Form, Said};
use crate::form::common::named;
use crate::form::data::Answers;
use crate::form::parse::Fields;
use crate::text::grammar::several;

/// Reminding all that are due.
pub(super) struct RemindAll;

const NAME: &str = "agencies";

/// The requests that are due or late and reach somebody by letter.
pub(super) fn due(open: &OpenCase) -> Vec<asked::Asked<'_>> {
    let all = asked::all(open).into_iter();
    all.filter(|asked| asked.is_due() && contacts::can_be_reached(open, asked.agency)).collect()
}

fn chosen(answers: &Answers) -> Vec<OrganisationId> {
    let mut chosen: Vec<_> = answers.many(NAME).filter_map(super::named).collect();
    chosen.sort_unstable();
    chosen.dedup();
    chosen
}

impl Form for RemindAll {
    fn path(&self) -> String {
        "/agencies/remind".to_owned()
    }

    fn home(&self) -> &'static str {
        HOME
    }

    fn heading(&self) -> String {
        "Send reminders".to_owned()
    }

    fn intro(&self, open: &OpenCase) -> Vec<String> {
        let unreached = asked::all(open).into_iter();
        let unreached: Vec<_> = unreached
            .filter(|asked| asked.is_due() && !contacts::can_be_reached(open, asked.agency))
            .map(|asked| asked.name)
            .collect();
        match unreached.len() {
            0 => Vec::new(),
            _ => vec![format!(
                "No email reaches {}: nobody there can open the case. Phone them.",
                crate::text::grammar::and(&unreached)
            )],
        }
    }

    fn button(&self) -> &'static str {
        "Send the reminders"
    }

    fn step(&self, open: &OpenCase) -> Option<Step> {
        let agency = open.case.agencies.requests.keys().next()?;
        Some(remind::command(open, *agency).step)
    }

    fn fits(&self, open: &OpenCase) -> bool {
        !open.case.is_closed() && !due(open).is_empty()
    }

    fn begin(&self, open: &OpenCase) -> Answers {
        due(open).iter().fold(Answers::default(), |all, asked| all.and(NAME, asked.agency.to_string()))
    }

    fn sections(&self, open: &OpenCase, of: Asked<'_>) -> Vec<Section> {
        let boxes =
            Checkboxes::new(NAME, "Which agencies are reminded?").error(of.problems.of(NAME)).strong();
        let boxes = due(open).into_iter().fold(boxes, |boxes, asked| {
            let id = asked.agency.to_string();
            boxes.item(of.choice(NAME, &id, &asked.name).hint(asked.standing()))
        });
        vec![Section::plain(vec![Question::new(NAME, boxes)])]
    }

    fn read(&self, open: &OpenCase, fields: &mut Fields<'_>) -> Option<Command> {
        let chosen = chosen(fields.answers());
        if chosen.is_empty() {
            fields.problems.add(NAME, "Select the agencies to remind");
        }
        let due: Vec<_> = due(open).into_iter().map(|asked| asked.agency).collect();
        if chosen.iter().any(|agency| !due.contains(agency)) {
            fields.problems.add(NAME, "Select from the agencies that are offered");
        }
        chosen.first().map(|agency| remind::command(open, *agency))
    }

    fn then(&self, open: &OpenCase, answers: &Answers) -> Vec<Command> {
        let agencies = chosen(answers);
        let others = agencies.iter().skip(1).map(|agency| remind::command(open, *agency));
        others.chain(contacts::grants(open, &agencies)).collect()
    }

    fn said(&self, open: &OpenCase, answers: &Answers) -> Vec<Said> {
        vec![Said::new(NAME, "Agencies", named(open, &chosen(answers)))]
    }

    fn check_heading(&self) -> Option<&'static str> {
        Some("Check and send the reminders")
    }

    fn happens(&self, open: &OpenCase, after: &OpenCase) -> Vec<String> {
        remind::lines(open, after)
    }

    fn shows_letters(&self) -> bool {
        true
    }

    fn done(&self, after: &OpenCase, command: &Command) -> (String, Option<String>) {
        self.done_all(after, command, &[])
    }

    fn done_all(&self, _after: &OpenCase, _first: &Command, then: &[Command]) -> (String, Option<String>) {
        let more = then.iter().filter(|command| matches!(command.step, Step::ChaseAgency(_))).count();
        (format!("Reminders sent to {}", several(1 + more, "agency", "agencies")), None)
    }
}
