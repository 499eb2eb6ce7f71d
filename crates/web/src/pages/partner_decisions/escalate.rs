//! The partners disagree, and take it higher.

use case::decisions::{Escalation, EscalationLevel, Question as Asks};
use case::{Command, Step, Word, Words};

use super::HOME;
use super::question::disputed;
use crate::case_view::OpenCase;
use crate::form::asked::{Asked, Question, Section, capital, said, said_when};
use crate::form::case_form::{Form, Said};
use crate::form::common::today;
use crate::form::data::Answers;
use crate::form::parse::Fields;

/// Taking a disagreement higher.
pub(super) struct Escalate;

/// The question that the partners disagree about: the only one, or the one that was chosen.
pub(super) fn about(among: &[Asks], fields: &mut Fields<'_>, missing: &str) -> Option<Asks> {
    match among {
        [only] => Some(*only),
        _ => fields.choice("question", missing).filter(|question| among.contains(question)),
    }
}

/// Asks which question it is, where there is more than one.
pub(super) fn which(among: &[Asks], asked: Asked<'_>, legend: &str) -> Option<Question> {
    (among.len() > 1).then(|| Question::new("question", asked.radios("question", legend, among)))
}

/// The question in words.
pub(super) fn which_said(among: &[Asks], answers: &Answers) -> String {
    match among {
        [only] => capital(only),
        _ => said(answers.one("question"), Asks::ALL),
    }
}

impl Form for Escalate {
    fn path(&self) -> String {
        format!("{HOME}/escalate")
    }

    fn home(&self) -> &'static str {
        HOME
    }

    fn heading(&self) -> String {
        "Take the disagreement higher".to_owned()
    }

    fn intro(&self, open: &OpenCase) -> Vec<String> {
        let about = match disputed(&open.case).as_slice() {
            [only] => Some(format!("The partners do not agree on {only}.")),
            _ => None,
        };
        let may = "Every partner may still record a decision. The deadline does not change.".to_owned();
        about.into_iter().chain([may]).collect()
    }

    fn button(&self) -> &'static str {
        "Record that it was taken higher"
    }

    fn step(&self, open: &OpenCase) -> Option<Step> {
        let question = disputed(&open.case).first().copied().unwrap_or(Asks::RapidReview);
        Some(Step::Escalate(Escalation { question, level: EscalationLevel::LeadPartners }))
    }

    fn fits(&self, open: &OpenCase) -> bool {
        !disputed(&open.case).is_empty()
    }

    fn begin(&self, open: &OpenCase) -> Answers {
        today(open)
    }

    fn sections(&self, open: &OpenCase, asked: Asked<'_>) -> Vec<Section> {
        let which = which(&disputed(&open.case), asked, "What do the partners not agree on?");
        let level = asked.radios("level", "To whom is it taken?", EscalationLevel::ALL);
        let who =
            asked.line("who", "Who exactly?").strong().hint("Name and job title of those who are asked");
        let reason = asked
            .text("reason", "What do the partners not agree on, and why?")
            .hint("2 or 3 sentences. The other partners see this. Do not use names of children or families");
        let rest = [
            Question::new("level", level),
            Question::new("who", who),
            Question::new("reason", reason),
            asked.when("on", "When was it taken higher?"),
        ];
        vec![Section::plain(which.into_iter().chain(rest).collect())]
    }

    fn read(&self, open: &OpenCase, fields: &mut Fields<'_>) -> Option<Command> {
        let question = about(&disputed(&open.case), fields, "Select what the partners do not agree on");
        let level = fields.choice("level", "Select to whom it is taken");
        let who = fields.line("who", "Enter who the disagreement is taken to");
        let reason = fields.text("reason", "Enter what the partners do not agree on");
        let on = fields.known_when("on", "Date it was taken higher", open.today);
        let step = Step::Escalate(Escalation { question: question?, level: level? });
        Some(Command { on, step, words: Words::none().and(Word::Who, who).and(Word::Reason, reason) })
    }

    fn said(&self, open: &OpenCase, answers: &Answers) -> Vec<Said> {
        vec![
            Said::new("question", "About", which_said(&disputed(&open.case), answers)),
            Said::new("level", "Taken to", said(answers.one("level"), EscalationLevel::ALL)),
            Said::new("who", "Who", answers.one("who")),
            Said::new("reason", "What is not agreed", answers.one("reason")),
            Said::new("on", "Date", said_when(answers, "on")),
        ]
    }

    fn done(&self, _after: &OpenCase, command: &Command) -> (String, Option<String>) {
        let Step::Escalate(taken) = &command.step else { return (String::new(), None) };
        let next = "Record how it ended when you know. Every partner may still decide.".to_owned();
        (format!("Disagreement taken to the {}", taken.level), Some(next))
    }
}
