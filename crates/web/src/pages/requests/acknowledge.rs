//! The first answer to a request: information is held, or records are still being checked.

use case::agencies::Acknowledgement;
use case::{Command, OrganisationId, Step, StepKind, Word};

use super::own;
use crate::case_view::OpenCase;
use crate::form::question::{Question, text};
use crate::form::{Answers, Form, Intro, Page, Questions, Read, Recording};
use crate::session::Flash;
use crate::text::date;

const TO_KNOW: Question<String> = comment("Is there anything the business unit should know now? (optional)");
const TO_CHECK: Question<String> = comment("What do you need to check? (optional)");

const fn comment(label: &'static str) -> Question<String> {
    text(Word::Comment, label)
        .short("What you say")
        .hint("1 or 2 sentences. The business unit reads this. Do not use names of children or families")
        .rows(3)
}

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

    /// When the summary is due, which does not change by this.
    fn due(&self, open: &OpenCase) -> Option<String> {
        let request = open.case.agencies.requests.get(&self.agency)?;
        Some(date::due(request.asked.due, open.today))
    }
}

impl Form for Acknowledge {
    fn page(&self) -> Page {
        let home = own::path(self.agency);
        let records = StepKind::AcknowledgeRequest(self.agency);
        if self.checking {
            let path = format!("{home}/checking");
            return Page::new(records, path, home, "Say that you need to check").button("Send");
        }
        let (path, next) = (format!("{home}/holding"), format!("{home}/summary"));
        Page::new(records, path, home, "Say that you hold information")
            .button("Send and write the summary")
            .leading_to(next)
    }

    fn right(&self, open: &OpenCase) -> Option<StepKind> {
        own::speaks_for(open, self.agency).then_some(StepKind::AcknowledgeRequest(self.agency))
    }

    fn fits(&self, open: &OpenCase) -> bool {
        own::is_open(open, self.agency)
    }

    fn intro(&self, open: &OpenCase) -> Intro {
        let due = self.due(open).map(|due| format!("The date stays the same: your summary {due}."));
        due.into_iter().collect()
    }

    fn questions<'a>(&'a self, _open: &'a OpenCase, _answers: &'a Answers) -> Questions<'a> {
        Questions::new().ask(if self.checking { TO_CHECK } else { TO_KNOW })
    }

    fn step(&self, _open: &OpenCase, _read: &Read<'_>) -> Recording {
        Step::AcknowledgeRequest(Acknowledgement { agency: self.agency, checking: self.checking }).into()
    }

    fn done(&self, after: &OpenCase, _recorded: &[Command]) -> Flash {
        let happened = if self.checking {
            "The business unit knows that you are checking"
        } else {
            "The business unit knows that you hold information"
        };
        Flash::new(happened).next(self.due(after).map(|due| format!("Your summary {due}.")))
    }
}
