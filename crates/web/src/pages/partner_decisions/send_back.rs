//! A partner sends the report back to the meeting.

use case::rapid_review::SentBack;
use case::terms::Partner;
use case::{Command, Move, Step, Word, Words};

use super::{HOME, partner};
use crate::case_view::OpenCase;
use crate::form::asked::{Asked, Question, Section, code, said_when};
use crate::form::case_form::{Form, Said};
use crate::form::common::today;
use crate::form::data::Answers;
use crate::form::parse::Fields;

/// Sending back for one partner.
pub(super) struct SendBack(pub(super) Partner);

impl SendBack {
    /// The form for the partner that an address names.
    pub(super) fn of(address: &str) -> Option<Self> {
        partner(address).map(Self)
    }
}

impl Form for SendBack {
    fn path(&self) -> String {
        format!("{HOME}/send-back/{}", code(&self.0))
    }

    fn home(&self) -> &'static str {
        HOME
    }

    fn heading(&self) -> String {
        format!("Send the report back for the {}", self.0)
    }

    fn intro(&self, _open: &OpenCase) -> Vec<String> {
        vec![
            "The rapid review goes back to its meeting, and every partner is asked again about the new version. The deadline does not change."
                .to_owned(),
        ]
    }

    fn button(&self) -> &'static str {
        "Send the report back"
    }

    fn step(&self, _open: &OpenCase) -> Option<Step> {
        Some(Step::SendBack(SentBack { partner: self.0 }))
    }

    fn fits(&self, open: &OpenCase) -> bool {
        open.case.stage.after(Move::SendBack).is_some()
    }

    fn begin(&self, open: &OpenCase) -> Answers {
        today(open)
    }

    fn sections(&self, _open: &OpenCase, asked: Asked<'_>) -> Vec<Section> {
        let reason = asked
            .text("reason", "Why is it sent back, and what should change?")
            .hint("2 or 3 sentences. The other partners see this. Do not use names of children or families");
        vec![Section::plain(vec![
            Question::new("reason", reason),
            asked.when("on", "When was it sent back?"),
        ])]
    }

    fn read(&self, open: &OpenCase, fields: &mut Fields<'_>) -> Option<Command> {
        let reason = fields.text("reason", "Enter why the report is sent back");
        let on = fields.known_when("on", "Date it was sent back", open.today);
        let step = Step::SendBack(SentBack { partner: self.0 });
        Some(Command { on, step, words: Words::none().and(Word::Reason, reason) })
    }

    fn said(&self, _open: &OpenCase, answers: &Answers) -> Vec<Said> {
        vec![
            Said::new("reason", "Why", answers.one("reason")),
            Said::new("on", "Date", said_when(answers, "on")),
        ]
    }

    fn check_heading(&self) -> Option<&'static str> {
        Some("Check and send the report back")
    }

    fn happens(&self, _open: &OpenCase, _after: &OpenCase) -> Vec<String> {
        vec![
            "The case goes back to the rapid review meeting".to_owned(),
            "When the report changes, decisions made on this version no longer stand. They stay in the record".to_owned(),
            "The deadline of the rapid review does not change".to_owned(),
        ]
    }

    fn done(&self, _after: &OpenCase, _command: &Command) -> (String, Option<String>) {
        let next = "The meeting looks at it again. Every partner is asked about the new version.".to_owned();
        ("The report was sent back".to_owned(), Some(next))
    }
}
