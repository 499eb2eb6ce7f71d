//! A partner sends the report back to the meeting.

use case::rapid_review::SentBack;
use case::terms::Partner;
use case::{Command, Step, StepKind, When, Word};

use super::{HOME, READERS, partner};
use crate::case_view::OpenCase;
use crate::form::asked::code;
use crate::form::question::{Question, happened_on, text};
use crate::form::{Answers, Form, Page, Questions, Read, Recording};
use crate::session::Flash;

const REASON: Question<String> = text(Word::Reason, "Why is it sent back, and what should change?")
    .short("Why")
    .missing("Enter why the report is sent back")
    .hint(READERS);
const ON: Question<When> = happened_on("When was it sent back?", "Date it was sent back").short("Date");

/// Sending back for one partner.
pub(super) struct SendBack(pub(super) Partner);

impl SendBack {
    /// The form for the partner that an address names.
    pub(super) fn of(address: &str) -> Option<Self> {
        partner(address).map(Self)
    }
}

impl Form for SendBack {
    fn page(&self) -> Page {
        let (path, heading) = (
            format!("{HOME}/send-back/{}", code(&self.0)),
            format!("Send the report back for the {}", self.0),
        );
        Page::new(StepKind::SendBack(self.0), path, HOME, heading)
            .button("Send the report back")
            .checked("Check and send the report back")
            .intro("The rapid review goes back to its meeting, and every partner is asked again about the new version. The deadline does not change.")
    }

    fn questions<'a>(&'a self, _open: &'a OpenCase, _answers: &'a Answers) -> Questions<'a> {
        Questions::new().ask(REASON).ask(ON)
    }

    fn step(&self, _open: &OpenCase, _read: &Read<'_>) -> Recording {
        Step::SendBack(SentBack { partner: self.0 }).into()
    }

    fn happens(&self, _open: &OpenCase, _after: &OpenCase) -> Vec<String> {
        vec![
            "The case goes back to the rapid review meeting".to_owned(),
            "When the report changes, decisions made on this version no longer stand. They stay in the record".to_owned(),
            "The deadline of the rapid review does not change".to_owned(),
        ]
    }

    fn done(&self, _after: &OpenCase, _recorded: &[Command]) -> Flash {
        let next = "The meeting looks at it again. Every partner is asked about the new version.".to_owned();
        Flash::new("The report was sent back").next(next)
    }
}
