//! From the referral to the notification.

use case::consideration::{Consideration, Locus, NotifiableDecision, View};
use case::notification::Notification;
use case::terms::{Abuse, Harm, Partner};
use case::{Stage, Step};

use super::{button, may};
use crate::case_view::OpenCase;
use crate::components::ButtonLink;

pub(super) fn next(open: &OpenCase) -> Option<ButtonLink> {
    let next = match open.case.stage {
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
        _ => return None,
    };
    Some(button(open, next))
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
