//! The first answer to a request: information is held, or records are still being checked.

use case::agencies::Acknowledgement;
use case::{Command, OrganisationId, Step, When, Word, Words};

use super::own;
use crate::case_view::OpenCase;
use crate::form::asked::{Asked, Question, Section};
use crate::form::case_form::{Form, Said};
use crate::form::common::and_word;
use crate::form::data::Answers;
use crate::form::parse::Fields;
use crate::text::date;

/// The first answer.
pub(super) struct Acknowledge {
    agency: OrganisationId,
    checking: bool,
}

impl Acknowledge {
    /// Information is held, and a summary follows.
    pub(super) fn holding(agency: OrganisationId) -> Self {
        Self { agency, checking: false }
    }

    /// Records are still being checked.
    pub(super) fn checking(agency: OrganisationId) -> Self {
        Self { agency, checking: true }
    }
}

impl Form for Acknowledge {
    fn path(&self) -> String {
        format!("{}/{}", own::path(self.agency), if self.checking { "checking" } else { "holding" })
    }

    fn home(&self) -> &'static str {
        "/requests"
    }

    fn back(&self) -> String {
        own::path(self.agency)
    }

    fn heading(&self) -> String {
        if self.checking { "Say that you need to check" } else { "Say that you hold information" }.to_owned()
    }

    fn intro(&self, open: &OpenCase) -> Vec<String> {
        let due = open.case.agencies.requests.get(&self.agency).map(|request| request.asked.due);
        let due =
            due.map(|due| format!("The date stays the same: your summary {}.", date::due(due, open.today)));
        due.into_iter().collect()
    }

    fn button(&self) -> &'static str {
        if self.checking { "Send" } else { "Send and write the summary" }
    }

    fn step(&self, open: &OpenCase) -> Option<Step> {
        let answer = Acknowledgement { agency: self.agency, checking: self.checking };
        own::speaks_for(open, self.agency).then_some(Step::AcknowledgeRequest(answer))
    }

    fn fits(&self, open: &OpenCase) -> bool {
        own::is_open(open, self.agency)
    }

    fn sections(&self, _open: &OpenCase, asked: Asked<'_>) -> Vec<Section> {
        let label = if self.checking {
            "What do you need to check? (optional)"
        } else {
            "Is there anything the business unit should know now? (optional)"
        };
        let comment = asked
            .text("comment", label)
            .rows(3)
            .hint("1 or 2 sentences. The business unit reads this. Do not use names of children or families");
        vec![Section::plain(vec![Question::new("comment", comment)])]
    }

    fn read(&self, open: &OpenCase, fields: &mut Fields<'_>) -> Option<Command> {
        let comment = fields.optional_text("comment");
        let answer = Acknowledgement { agency: self.agency, checking: self.checking };
        let words = and_word(Words::none(), Word::Comment, comment);
        Some(Command { on: When::Day(open.today), step: Step::AcknowledgeRequest(answer), words })
    }

    fn said(&self, _open: &OpenCase, answers: &Answers) -> Vec<Said> {
        vec![Said::new("comment", "What you say", answers.one("comment"))]
    }

    fn next(&self) -> String {
        let page = if self.checking { "" } else { "/summary" };
        format!("{}{page}", own::path(self.agency))
    }

    fn done(&self, after: &OpenCase, _command: &Command) -> (String, Option<String>) {
        let due = after.case.agencies.requests.get(&self.agency).map(|request| request.asked.due);
        let due = due.map(|due| format!("Your summary {}.", date::due(due, after.today)));
        let happened = if self.checking {
            "The business unit knows that you are checking"
        } else {
            "The business unit knows that you hold information"
        };
        (happened.to_owned(), due)
    }
}
