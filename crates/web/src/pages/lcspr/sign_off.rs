//! The final version, signed off by the three partners.

use case::decisions::Question as Decided;
use case::lcspr::FinalReport;
use case::{ClockKey, Command, Move, Stage, Step, StepKind, When};

use super::{HOME, agreement};
use crate::case_view::{OpenCase, deadline_text};
use crate::form::question::{Question, happened_on, tick};
use crate::form::{Answers, Form, Intro, Page, Questions, Read, Recording};
use crate::session::Flash;

const IMPROVEMENTS: Question<bool> =
    tick("improvements", "Improvements", "The report summarises the improvements it recommends")
        .short("Improvements summarised")
        .missing("Check that the report summarises the improvements it recommends")
        .says("Checked");
const REASONS: Question<bool> =
    tick("reasons", "Reasons", "The report analyses why actions were taken or not taken")
        .short("Reasons analysed")
        .missing("Check that the report analyses why actions were taken or not taken")
        .says("Checked");
const ON: Question<When> = happened_on("When was it signed off?", "Date of the sign-off");

/// The sign-off.
pub(super) struct SignOff;

/// The version that can be signed off: the latest.
fn version(open: &OpenCase) -> Option<u16> {
    open.case.lcspr.latest_draft().map(|draft| draft.version)
}

impl Form for SignOff {
    fn page(&self) -> Page {
        Page::new(StepKind::AgreeFinalReport, "/lcspr/sign-off", HOME, "Record the sign-off of the report")
            .button("Record the sign-off")
            .checked("Check and record the sign-off")
    }

    fn fits(&self, open: &OpenCase) -> bool {
        let again = matches!(open.case.stage, Stage::FinalReportAgreed | Stage::PrePublication)
            && version(open) != open.case.lcspr.agreed;
        let first = open.case.stage.after(Move::AgreeFinalReport).is_some();
        version(open).is_some() && (first || again)
    }

    fn intro(&self, open: &OpenCase) -> Intro {
        let which = version(open).map(|version| format!("This is about version {version}, the latest."));
        which.into_iter().collect()
    }

    fn questions<'a>(&'a self, open: &'a OpenCase, _answers: &'a Answers) -> Questions<'a> {
        let partners = agreement::beside(open, Decided::SignOff);
        Questions::new().ask(partners).ask(IMPROVEMENTS).ask(REASONS).ask(ON)
    }

    fn step(&self, open: &OpenCase, read: &Read<'_>) -> Recording {
        Step::AgreeFinalReport(FinalReport {
            // The rules refuse it where there is no draft yet.
            version: version(open).unwrap_or_default(),
            improvements: read.of(&IMPROVEMENTS),
            reasons: read.of(&REASONS),
        })
        .into()
    }

    fn happens(&self, _open: &OpenCase, after: &OpenCase) -> Vec<String> {
        let partners = agreement::sentences(after, Decided::SignOff);
        let due = deadline_text::due(after, ClockKey::Lcspr, "The report is to be published by");
        let copies = "Before publication a copy goes to the Panel and the Secretary of State.".to_owned();
        partners.into_iter().chain(due).chain([copies, "Nothing is sent to anybody.".to_owned()]).collect()
    }

    fn done(&self, after: &OpenCase, _recorded: &[Command]) -> Flash {
        let next = deadline_text::due(after, ClockKey::Lcspr, "The report is to be published by");
        Flash::new("Sign-off of the report recorded").next(next)
    }
}
