//! The copies that go to the National Panel and the Secretary of State before publication.

use case::publication::{Copies, Recipient};
use case::{ClockKey, Command, Stage, Step, When, Words};

use super::{HOME, dates, without_copy};
use crate::case_view::{OpenCase, deadline_text};
use crate::components::Checkboxes;
use crate::form::asked::{Asked, Question, Section, capital, code, said_when};
use crate::form::case_form::{Form, Said};
use crate::form::common::today;
use crate::form::data::Answers;
use crate::form::parse::Fields;
use crate::text::date;
use crate::text::grammar::and;

/// The copies.
pub(super) struct SentCopies;

fn name(who: Recipient) -> &'static str {
    match who {
        Recipient::Panel => "the National Panel",
        Recipient::SecretaryOfState => "the Secretary of State",
        Recipient::Ofsted => "Ofsted",
    }
}

/// These recipients in a sentence.
pub(super) fn names<'r>(who: impl IntoIterator<Item = &'r Recipient>) -> String {
    and(&who.into_iter().map(|who| name(*who)).collect::<Vec<_>>())
}

/// Who has no copy yet, and whether the others were in time.
fn stands(after: &OpenCase) -> Option<String> {
    match without_copy(&after.case).as_slice() {
        [] => dates::stands(after, ClockKey::Copies),
        missing => {
            let due = deadline_text::due(after, ClockKey::Copies, "Copies are due");
            deadline_text::together([Some(format!("Still to send: {}.", names(missing))), due])
        }
    }
}

impl Form for SentCopies {
    fn path(&self) -> String {
        "/publication/copies".to_owned()
    }

    fn home(&self) -> &'static str {
        HOME
    }

    fn heading(&self) -> String {
        "Record the copies sent before publication".to_owned()
    }

    fn intro(&self, open: &OpenCase) -> Vec<String> {
        let planned = open.case.publication.planned;
        let planned = planned.map(|day| format!("Publication is planned for {}.", date::weekday(day)));
        let sent = &open.case.publication.copies;
        let sent = (!sent.is_empty()).then(|| format!("Sent already: to {}.", names(sent.keys())));
        let due = deadline_text::due(open, ClockKey::Copies, "Copies are due");
        planned.into_iter().chain(due).chain(sent).collect()
    }

    fn button(&self) -> &'static str {
        "Record the copies as sent"
    }

    fn step(&self, open: &OpenCase) -> Option<Step> {
        Some(Step::SendCopies(Copies { to: Vec::new(), planned: open.today }))
    }

    fn fits(&self, open: &OpenCase) -> bool {
        matches!(open.case.stage, Stage::FinalReportAgreed | Stage::PrePublication)
    }

    fn begin(&self, open: &OpenCase) -> Answers {
        today(open)
    }

    fn sections(&self, open: &OpenCase, asked: Asked<'_>) -> Vec<Section> {
        let boxes = Checkboxes::new("to", "Who was sent a copy of the final report?")
            .strong()
            .hint("The National Panel and the Secretary of State must have one")
            .error(asked.problems.of("to"));
        let boxes = Recipient::ALL
            .iter()
            .fold(boxes, |boxes, who| boxes.item(asked.choice("to", &code(who), &capital(&name(*who)))));
        let planned = open.case.publication.planned.is_none().then(|| {
            let planned = asked.date("planned", "On which day is the review to be published?");
            Question::new("planned", planned.hint("For example, 27 6 2026"))
        });
        let questions = [Question::new("to", boxes), asked.when("on", "When were they sent?")];
        vec![Section::plain(questions.into_iter().chain(planned).collect())]
    }

    fn read(&self, open: &OpenCase, fields: &mut Fields<'_>) -> Option<Command> {
        let to: Vec<Recipient> = fields.choices("to");
        if to.is_empty() {
            fields.problems.add("to", "Select who was sent a copy");
        }
        let on = fields.known_when("on", "Date the copies were sent", open.today);
        let planned =
            open.case.publication.planned.or_else(|| fields.day("planned", "Planned day of publication"));
        let step = Step::SendCopies(Copies { to, planned: planned? });
        Some(Command { on, step, words: Words::none() })
    }

    fn said(&self, open: &OpenCase, answers: &Answers) -> Vec<Said> {
        let to = Recipient::ALL.iter().filter(|who| answers.has("to", &code(*who)));
        let planned = match open.case.publication.planned {
            Some(planned) => When::Day(planned).to_string(),
            None => said_when(answers, "planned"),
        };
        vec![
            Said::new("to", "Copies sent to", capital(&names(to))),
            Said::new("on", "Sent on", said_when(answers, "on")),
            Said::new("planned", "Planned publication date", planned),
        ]
    }

    fn check_heading(&self) -> Option<&'static str> {
        Some("Check and record the copies as sent")
    }

    fn happens(&self, _open: &OpenCase, after: &OpenCase) -> Vec<String> {
        let sends = "This records that copies were sent. The service sends none itself.".to_owned();
        [sends].into_iter().chain(stands(after)).collect()
    }

    fn done(&self, after: &OpenCase, command: &Command) -> (String, Option<String>) {
        let to = match &command.step {
            Step::SendCopies(copies) => names(&copies.to),
            _ => String::new(),
        };
        (format!("Copies recorded as sent to {to}"), stands(after))
    }
}
