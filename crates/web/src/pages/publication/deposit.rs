//! The copy of the report in the national repository of the NSPCC.

use case::{Command, Stage, Step, Word, Words};

use super::HOME;
use crate::case_view::OpenCase;
use crate::form::asked::{Asked, Question, Section, said_when};
use crate::form::case_form::{Form, Said};
use crate::form::common::today;
use crate::form::data::Answers;
use crate::form::parse::Fields;

/// The copy in the repository.
pub(super) struct Deposit;

/// Whether there is a final report of which a copy can be given.
pub(super) fn has_final_report(open: &OpenCase) -> bool {
    let case = &open.case;
    let is_final = case.lcspr.agreed.is_some() || case::lcspr::taken_over(case);
    is_final && case.stage >= Stage::FinalReportAgreed
}

impl Form for Deposit {
    fn path(&self) -> String {
        "/publication/deposit".to_owned()
    }

    fn home(&self) -> &'static str {
        HOME
    }

    fn heading(&self) -> String {
        "Record the copy in the national repository".to_owned()
    }

    fn intro(&self, _open: &OpenCase) -> Vec<String> {
        vec!["The NSPCC keeps the national repository of case reviews. It can also publish a report without naming the \
              partnership. The partnership sends the report itself."
            .to_owned()]
    }

    fn button(&self) -> &'static str {
        "Record the copy"
    }

    fn step(&self, _open: &OpenCase) -> Option<Step> {
        Some(Step::DepositCopy)
    }

    fn fits(&self, open: &OpenCase) -> bool {
        has_final_report(open) && !open.case.publication.deposited
    }

    fn begin(&self, open: &OpenCase) -> Answers {
        today(open)
    }

    fn sections(&self, _open: &OpenCase, asked: Asked<'_>) -> Vec<Section> {
        let reference = asked
            .line("reference", "What is the repository’s number or name for it?")
            .strong()
            .hint("As the NSPCC acknowledged it");
        vec![Section::plain(vec![
            Question::new("reference", reference),
            asked.when("on", "When was it sent?"),
        ])]
    }

    fn read(&self, open: &OpenCase, fields: &mut Fields<'_>) -> Option<Command> {
        let reference = fields.line("reference", "Enter the repository’s number or name for the copy");
        let on = fields.known_when("on", "Date the copy was sent", open.today);
        Some(Command { on, step: Step::DepositCopy, words: Words::none().and(Word::Reference, reference) })
    }

    fn said(&self, _open: &OpenCase, answers: &Answers) -> Vec<Said> {
        vec![
            Said::new("reference", "Number or name", answers.one("reference")),
            Said::new("on", "Sent on", said_when(answers, "on")),
        ]
    }

    fn done(&self, _after: &OpenCase, _command: &Command) -> (String, Option<String>) {
        ("Copy in the national repository recorded".to_owned(), None)
    }
}
