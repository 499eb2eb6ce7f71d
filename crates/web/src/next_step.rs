//! The next thing that a person can do in a case: the one green button of its overview.

use case::consideration::{Consideration, NotifiableDecision, View};
use case::decisions::{Answer, Question};
use case::keeping::Note;
use case::lcspr::{Commission, Draft, DraftComment, FinalReport, LcsprStart};
use case::notification::Notification;
use case::proceedings::Delay;
use case::rapid_review::{Meeting, RapidReview, Submission};
use case::terms::{Abuse, Harm, Partner};
use case::{
    Area, ClockState, Command, ReportDigest, Stage, Step, When, Words, consideration::Locus, main_clock,
};

use crate::components::ButtonLink;
use crate::open_case::OpenCase;
use crate::pages::rapid_review::is_ready_for_partners;
use crate::pages::requests::own;
use crate::pages::{partner_decisions, publication};

/// The next step of this person; none where somebody else has to move.
pub(crate) fn of(open: &OpenCase) -> Option<ButtonLink> {
    stage_step(open).or_else(|| own_request(open)).or_else(|| delay(open))
}

/// Adding a note, for whoever may.
pub(crate) fn note(open: &OpenCase) -> Option<ButtonLink> {
    let may = open.shows(Area::Overview) && may(open, Step::AddNote(Note { restricted: false }));
    may.then(|| ButtonLink::secondary("Add a note", open.address("/notes/new")))
}

/// Whether the visitor may record a step at all; the rules of its contents are asked later.
pub(crate) fn may(open: &OpenCase, step: Step) -> bool {
    open.permits(&Command { on: When::Day(open.today), step, words: Words::none() })
}

fn stage_step(open: &OpenCase) -> Option<ButtonLink> {
    let (text, page) = match open.case.stage {
        Stage::Referred if may(open, Step::Consider(Consideration { asked: Vec::new() })) => {
            ("Send to the three leads", "/notification/leads")
        }
        Stage::UnderConsideration if may(open, decide()) => ("Decide whether to notify", "/notification"),
        Stage::UnderConsideration if Partner::ALL.iter().any(|partner| may(open, view(*partner))) => {
            ("Record your view", "/notification")
        }
        // Before it can be sent there are children to add, which is where their list is.
        Stage::AwaitingNotification if open.case.notification.children.is_empty() && may(open, notify()) => {
            ("Record the notification", "/notification")
        }
        Stage::AwaitingNotification if may(open, notify()) => {
            ("Record the notification", "/notification/sent")
        }
        Stage::PartnerDecision | Stage::PartnersReconsidering => return decisions(open),
        Stage::LcsprDecided | Stage::LcsprCommissioned | Stage::LcsprInProgress | Stage::LcsprHeld => {
            return lcspr(open);
        }

        Stage::FinalReportAgreed | Stage::PrePublication | Stage::PublicationHeld => {
            return publication::next(open);
        }
        Stage::Published
        | Stage::PublishedImprovementsOnly
        | Stage::NotPublished
        | Stage::LcsprDiscontinued
            if may(open, Step::OpenActions) =>
        {
            ("Turn to the actions", "/actions")
        }
        Stage::Notified if may(open, open_review()) => ("Open the rapid review", "/rapid-review/open"),
        Stage::RapidReviewOpen if open.case.agencies.requests.is_empty() && may(open, hold()) => {
            ("Ask agencies", "/agencies")
        }
        Stage::RapidReviewOpen | Stage::AgencyReturns if may(open, hold()) => {
            ("Record the meeting", "/rapid-review/meeting")
        }
        Stage::RapidReviewMeeting if is_ready_for_partners(open) => {
            ("Ask the partners to decide", "/rapid-review/ask")
        }
        Stage::RapidReviewMeeting if may(open, hold()) => ("Write the report", "/rapid-review"),
        Stage::AlternativeReview if may(open, Step::FinishAlternativeReview) => {
            ("Finish the other review", "/notification/alternative/end")
        }
        Stage::ClosedAtRapidReview if may(open, Step::OpenActions) => {
            ("Turn to the actions", "/actions/begin")
        }
        Stage::ActionsOpen if may(open, Step::ReviewImpact) => match has_undone_action(open) {
            true => ("Review the actions", "/actions"),
            false => ("Turn to the evidence", "/actions/impact"),
        },
        Stage::SubmittedToPanel if may(open, answer()) => {
            ("Record the National Panel’s response", "/panel/responses/new")
        }
        Stage::PanelQuery if may(open, answer()) => ("Answer the National Panel", "/panel/answer"),
        Stage::PanelResponded if may(open, Step::CloseAtRapidReview) => {
            ("Decide what follows", "/panel/what-follows")
        }
        Stage::NationalReview if may(open, Step::OpenActions) => {
            ("Decide what follows", "/panel/what-follows")
        }
        Stage::NationalReview
            if open.case.panel.open_national_review().is_some() && may(open, Step::EndNationalReview) =>
        {
            ("Record the end of the national review", "/panel/national/end")
        }
        Stage::ImpactReview if may(open, Step::Close) => ("Close the case", "/close"),
        Stage::Closed if may(open, Step::Reopen) => {
            return Some(ButtonLink::secondary("Reopen the case", open.address("/reopen")));
        }
        _ => return None,
    };
    Some(ButtonLink::primary(text, open.address(page)))
}

/// Whoever decides for a partner decides; the business unit sends the report when all three have.
fn decisions(open: &OpenCase) -> Option<ButtonLink> {
    if let Some(decide) = partner_decisions::next(open) {
        return Some(decide);
    }
    let all = || {
        open.is_business_unit().then(|| ButtonLink::primary("See the decisions", open.address("/decisions")))
    };
    submit(open).or_else(all)
}

/// Sending the report to the Panel, when all three partners have decided on it.
pub(crate) fn submit(open: &OpenCase) -> Option<ButtonLink> {
    let submit = Step::SubmitToPanel(Submission { version: 0, without_all_partners: false });
    let all = open.case.undecided(Question::RapidReview).is_empty();
    let is_time = open.case.stage == Stage::PartnerDecision && all;
    (is_time && may(open, submit))
        .then(|| ButtonLink::primary("Submit to the National Panel", open.address("/panel/submit")))
}

/// What takes the LCSPR on: for the business unit its next stage, for the reviewer the next draft, and for partners and
/// agencies their comments on it.
fn lcspr(open: &OpenCase) -> Option<ButtonLink> {
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

/// What the visitor's own agency was asked and has not answered.
fn own_request(open: &OpenCase) -> Option<ButtonLink> {
    let mut requests = open.case.agencies.requests.iter().filter(|(_, request)| request.is_open());
    let (agency, _) = requests.find(|(agency, _)| own::speaks_for(open, **agency))?;
    Some(ButtonLink::primary("Answer the request", open.address(&own::path(*agency))))
}

/// A statutory date that has passed is explained, once.
fn delay(open: &OpenCase) -> Option<ButtonLink> {
    let clocks = open.clocks();
    let main = main_clock(&clocks)?;
    let limit = main.key.statutory()?;
    let is_late = matches!(main.state(open.today, open.calendar()), ClockState::Overdue { .. });
    let step = Step::ExplainDelay(Delay {
        clock: limit,
        expected: When::NotKnown,
        panel_told: When::NotKnown,
        secretary_of_state_told: When::NotKnown,
    });
    (is_late && may(open, step)).then(|| {
        ButtonLink::primary("Record a delay", open.address(&format!("/deadlines/{}/delay", main.key)))
    })
}

/// Whether an action is neither done nor closed.
fn has_undone_action(open: &OpenCase) -> bool {
    open.case.actions.open().any(|action| action.done.is_none())
}

/// Whoever may answer the Panel may record what it says too.
fn answer() -> Step {
    Step::AnswerPanelQuery
}

fn decide() -> Step {
    Step::DecideNotifiable(NotifiableDecision {
        harm: Harm::Death,
        abuse: Abuse::Suspected,
        locus: Locus::InArea,
        kind: None,
        aware: None,
    })
}

fn view(partner: Partner) -> Step {
    Step::GiveView(View { partner, notifiable: true, capacity: None })
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

fn notify() -> Step {
    Step::Notify(Notification { time: None, told: Vec::new(), told_others: Vec::new() })
}

fn open_review() -> Step {
    Step::OpenRapidReview(RapidReview {
        scope_from: When::NotKnown,
        scope_to: When::NotKnown,
        returns_due: None,
        executives_told: false,
    })
}

fn hold() -> Step {
    Step::HoldMeeting(Meeting { present: Vec::new(), agencies: Vec::new(), safety_checked: false })
}
