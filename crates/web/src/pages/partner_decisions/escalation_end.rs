//! What came of a disagreement that was taken higher.

use case::decisions::{EscalationEnd, Question as Asks};
use case::{Command, Step, Word, Words};

use super::HOME;
use super::escalate::{about, which, which_said};
use super::question::escalated;
use crate::case_view::OpenCase;
use crate::components::Radios;
use crate::form::asked::{Asked, Question, Section, said_when};
use crate::form::case_form::{Form, Said};
use crate::form::common::today;
use crate::form::data::Answers;
use crate::form::parse::Fields;

/// The end of an escalation.
pub(super) struct EndEscalation;

const ENDS: [(&str, &str); 2] =
    [("yes", "The partners agree now"), ("no", "It ended and the partners still do not agree")];

impl Form for EndEscalation {
    fn path(&self) -> String {
        format!("{HOME}/escalate/end")
    }

    fn home(&self) -> &'static str {
        HOME
    }

    fn heading(&self) -> String {
        "Record how the disagreement ended".to_owned()
    }

    fn button(&self) -> &'static str {
        "Record how it ended"
    }

    fn step(&self, open: &OpenCase) -> Option<Step> {
        let question = escalated(&open.case).first().copied().unwrap_or(Asks::RapidReview);
        Some(Step::EndEscalation(EscalationEnd { question, resolved: false }))
    }

    fn fits(&self, open: &OpenCase) -> bool {
        !escalated(&open.case).is_empty()
    }

    fn begin(&self, open: &OpenCase) -> Answers {
        today(open)
    }

    fn sections(&self, open: &OpenCase, asked: Asked<'_>) -> Vec<Section> {
        let which = which(&escalated(&open.case), asked, "What did the partners not agree on?");
        let ended = Radios::new("resolved", "Is the disagreement settled?").strong();
        let ended = ended.error(asked.problems.of("resolved"));
        let ended = ENDS
            .iter()
            .fold(ended, |radios, (value, label)| radios.item(asked.choice("resolved", value, label)));
        let outcome = asked
            .text("outcome", "What was the outcome?")
            .hint("2 or 3 sentences. The other partners see this. Do not use names of children or families");
        let rest = [
            Question::new("resolved", ended),
            Question::new("outcome", outcome),
            asked.when("on", "When did it end?"),
        ];
        vec![Section::plain(which.into_iter().chain(rest).collect())]
    }

    fn read(&self, open: &OpenCase, fields: &mut Fields<'_>) -> Option<Command> {
        let question = about(&escalated(&open.case), fields, "Select what the partners did not agree on");
        let resolved = fields.answers().has("resolved", "yes");
        if !resolved && !fields.answers().has("resolved", "no") {
            fields.problems.add("resolved", "Select whether the disagreement is settled");
        }
        let outcome = fields.text("outcome", "Enter how the escalation ended");
        let on = fields.known_when("on", "Date it ended", open.today);
        let step = Step::EndEscalation(EscalationEnd { question: question?, resolved });
        Some(Command { on, step, words: Words::none().and(Word::Outcome, outcome) })
    }

    fn said(&self, open: &OpenCase, answers: &Answers) -> Vec<Said> {
        let ended = ENDS.iter().find(|(value, _)| answers.has("resolved", value));
        vec![
            Said::new("question", "About", which_said(&escalated(&open.case), answers)),
            Said::new("resolved", "Settled?", ended.map(|(_, label)| *label).unwrap_or_default()),
            Said::new("outcome", "Outcome", answers.one("outcome")),
            Said::new("on", "Date", said_when(answers, "on")),
        ]
    }

    fn done(&self, _after: &OpenCase, command: &Command) -> (String, Option<String>) {
        let Step::EndEscalation(end) = &command.step else { return (String::new(), None) };
        if end.resolved {
            let next = "Partners who decide otherwise now record a new decision with a reason.".to_owned();
            return ("The disagreement is settled".to_owned(), Some(next));
        }
        ("The escalation ended without agreement".to_owned(), None)
    }
}
