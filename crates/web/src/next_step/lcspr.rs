//! The LCSPR, until its report is signed off.

use case::decisions::{Answer, Question};
use case::lcspr::{Commission, Draft, DraftComment, FinalReport, LcsprStart};
use case::terms::Partner;
use case::{ReportDigest, Stage, Step, When};

use super::may;
use crate::case_view::OpenCase;
use crate::components::ButtonLink;

/// What takes the LCSPR on: for the business unit its next stage, for the reviewer the next draft, and for partners and
/// agencies their comments on it.
pub(super) fn next(open: &OpenCase) -> Option<ButtonLink> {
    let case = &open.case;
    let latest = case.lcspr.latest_draft().map(|draft| draft.version);
    let (text, page) = match case.stage {
        Stage::LcsprDecided if may(open, commission()) => {
            ("Commission the review".to_owned(), "/commission".to_owned())
        }
        Stage::LcsprCommissioned if may(open, begin()) => {
            ("Record that the review has begun".to_owned(), "/begin".to_owned())
        }
        Stage::LcsprHeld if may(open, Step::ResumeLcspr) => {
            ("Resume the review".to_owned(), "/resume".to_owned())
        }
        Stage::LcsprInProgress if may(open, sign_off()) && is_agreed(open) => {
            ("Record the sign-off".to_owned(), "/sign-off".to_owned())
        }
        Stage::LcsprInProgress | Stage::LcsprHeld if may(open, write_draft()) => {
            ("Add a draft".to_owned(), "/drafts/new".to_owned())
        }
        Stage::LcsprInProgress | Stage::LcsprHeld => comment(open, latest?)?,
        _ => return None,
    };
    Some(ButtonLink::primary(text, open.address(&format!("/lcspr{page}"))))
}

fn comment(open: &OpenCase, version: u16) -> Option<(String, String)> {
    let comment =
        |agency| Step::CommentOnDraft(DraftComment { version, agency, fact_check: agency.is_some() });
    let mut own = open.visitor.actor.memberships.iter().map(|held| Some(held.organisation));
    let text = match () {
        () if may(open, comment(None)) => format!("Comment on draft {version}"),
        () if own.any(|agency| may(open, comment(agency))) => format!("Check the facts in draft {version}"),
        () => return None,
    };
    Some((text, format!("/drafts/{version}/comment")))
}

/// Whether the three partners agree to the latest draft.
fn is_agreed(open: &OpenCase) -> bool {
    let decided = open.case.decided(Question::SignOff);
    decided.len() == Partner::ALL.len() && decided.values().all(|made| made.decision.answer == Answer::Agree)
}

fn commission() -> Step {
    Step::CommissionLcspr(Commission {
        reviewer: None,
        independent: true,
        terms_version: 1,
        from: When::NotKnown,
        until: When::NotKnown,
        budget_pounds: None,
    })
}

fn begin() -> Step {
    Step::BeginLcspr(LcsprStart { family_plan: true, police_contact: true })
}

fn write_draft() -> Step {
    Step::WriteDraft(Draft { version: 1, digest: ReportDigest([0; 32]), comments_due: None })
}

fn sign_off() -> Step {
    Step::AgreeFinalReport(FinalReport { version: 1, improvements: true, reasons: true })
}
