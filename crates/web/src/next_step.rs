//! The next thing that a person can do in a case: the one green button of its overview.

use case::consideration::{Consideration, NotifiableDecision, View};
use case::decisions::Question;
use case::keeping::Note;
use case::notification::Notification;
use case::proceedings::Delay;
use case::rapid_review::Submission;
use case::terms::{Abuse, Harm, Partner};
use case::{Area, ClockState, Command, Stage, Step, When, Words, consideration::Locus, main_clock};

use crate::components::ButtonLink;
use crate::open_case::OpenCase;
use crate::pages::partner_decisions;

/// The next step of this person; none where somebody else has to move.
pub(crate) fn of(open: &OpenCase) -> Option<ButtonLink> {
    stage_step(open).or_else(|| delay(open))
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

fn notify() -> Step {
    Step::Notify(Notification { time: None, told: Vec::new(), told_others: Vec::new() })
}
