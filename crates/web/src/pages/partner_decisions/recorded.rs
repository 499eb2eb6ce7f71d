//! The end of a partner's journey: the decision is recorded, and nothing more is asked.

use askama::Template;
use axum::extract::State;
use case::decisions::Answer;

use super::question::{decided, differ, speaks_for};
use super::{ByName, HOME};
use crate::app::App;
use crate::case_view::{InArea, area};
use crate::components::Panel;
use crate::error::{Answer as Answered, Error};
use crate::http::path::Below;
use crate::http::respond;
use crate::layout::Shell;

#[derive(Template)]
#[template(path = "pages/partner_decisions/recorded.html")]
struct Page {
    shell: Shell,
    panel: Panel,
    next: &'static str,
    reference: String,
    decisions: String,
}

/// Says that it is recorded, and what that means.
pub(super) async fn show(
    State(app): State<App>,
    Below(ByName(partner)): Below<ByName>,
    open: InArea<area::Decisions>,
) -> Answered {
    if !speaks_for(&open, partner) {
        return Err(Error::NotFound);
    }
    let latest = open.case.decisions.made.iter().rev().find(|made| made.decision.partner == partner);
    let Some(decision) = latest.map(|made| &made.decision) else {
        return respond::go_to(&open.address(HOME));
    };
    let (count, differ) = (decided(&open.case, decision.question), differ(&open.case, decision.question));
    let (done, next) = match decision.answer {
        Answer::NeedsMoreInformation => (
            "",
            "The business unit was told what you need. Record a decision when you have it: the deadline does not change.",
        ),
        _ if differ => (
            " You do not need to do anything else.",
            "The business unit was told that the partners do not agree. It may be taken higher, and you may still record a new decision with a reason.",
        ),
        _ => (
            " You do not need to do anything else.",
            "Your decision stays in the case history. To change it, record a new decision with a reason.",
        ),
    };
    let mut shell = open.shell(&app, "decision recorded");
    (shell.wide, shell.banner) = (false, None);
    respond::page(&Page {
        shell,
        panel: Panel::new("Decision recorded", format!("{count} of 3 partners have decided.{done}")),
        next,
        reference: open.reference.to_string(),
        decisions: open.address(HOME),
    })
}
