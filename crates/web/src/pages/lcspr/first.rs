//! What the page of the LCSPR begins with: the six months, and why they are late or have not begun.

use case::lcspr::Hold;
use case::proceedings::StatutoryClock;
use case::{Area, Clock, ClockKey, Course, Fact, NotNeeded, Stage, StepKind, When, Word};

use super::hold::proceeding;
use super::is_started;
use crate::case_view::entries::{Entries, wrote};
use crate::case_view::{OpenCase, deadline};
use crate::components::{ButtonLink, Html, Inset, SummaryList, SummaryRow};
use crate::text::date;
use crate::text::date::weekday;

/// What comes first.
pub(super) fn shown(open: &OpenCase, entries: &Entries<'_>) -> Html {
    let clocks = open.clocks();
    let Some(clock) = clocks.iter().find(|clock| clock.key == ClockKey::Lcspr) else {
        return Html::of(Inset::new("No time limit of an LCSPR is shown to you."));
    };
    let first = match clock.course {
        Course::NotStarted => not_started(open),
        Course::NotNeeded(why) => Html::of(not_needed(open, entries, why)),
        _ => Html::of(deadline::of(open, clock)),
    };
    let first = match late(open, entries, clock) {
        Some(late) => first.then(late),
        None => first,
    };
    match &open.case.lcspr.hold {
        Some(hold) => first.then(held(open, entries, hold)),
        None => first,
    }
}

/// A link to the page where a delay is explained, for whoever may while the clock runs.
pub(super) fn delay(open: &OpenCase) -> Option<ButtonLink> {
    let clocks = open.clocks();
    let runs = clocks.iter().any(|clock| clock.key == ClockKey::Lcspr && clock.course == Course::Open);
    let text = format!("Record a delay: {}", StatutoryClock::Lcspr);
    let address = open.address("/deadlines/lcspr/delay");
    (runs && open.may(&StepKind::ExplainDelay)).then(|| ButtonLink::secondary(text, address))
}

/// What leads to an LCSPR, by how far the case has come.
fn not_started(open: &OpenCase) -> Html {
    let begins = "Not started. The 6 months begin with the decision of the three partners to start an LCSPR.";
    let next = match open.case.stage {
        Stage::PanelResponded => "The National Panel has replied, so that they can decide now.",
        Stage::PartnersReconsidering => "They reconsider now, because the National Panel saw it differently.",
        Stage::SubmittedToPanel | Stage::PanelQuery => "They decide once the National Panel has replied.",
        _ => "Before that come the rapid review and the reply of the National Panel.",
    };
    let inset = Inset::new(format!("{begins} {next}"));
    let inset = if open.shows(Area::RapidReview) {
        inset.link("Rapid review", open.address("/rapid-review"))
    } else {
        inset
    };
    Html::of(if open.shows(Area::Panel) {
        inset.link("What the National Panel said", open.address("/panel"))
    } else {
        inset
    })
}

/// Why there is none, or no more.
fn not_needed(open: &OpenCase, entries: &Entries<'_>, why: NotNeeded) -> Inset {
    let (says, decided) = match why {
        NotNeeded::NoLcspr => (
            "Not needed: no LCSPR.".to_owned(),
            entries.last(|fact| matches!(fact, Fact::ClosedAtRapidReview)),
        ),
        NotNeeded::LcsprDiscontinued => (
            "The LCSPR was stopped.".to_owned(),
            entries.last(|fact| matches!(fact, Fact::LcsprDiscontinued(_))),
        ),
        why => (format!("Not needed: {why}."), None),
    };
    let decided = decided.filter(|(_, event)| open.shows(Area::of(&event.fact)));
    let Some((number, event)) = decided else { return Inset::new(says) };
    let reason = wrote(event, Word::Reason);
    let on = if event.on == When::NotKnown { String::new() } else { format!(" Decided {}.", event.on) };
    Inset::new(format!("{says}{on} {reason}"))
        .link("See the entry", open.address(&format!("/history/{number}")))
}

/// The first date, which stays, with what was said about why it is not met.
fn late(open: &OpenCase, entries: &Entries<'_>, clock: &Clock<'_>) -> Option<SummaryList> {
    let delay = open.case.proceedings.delays.get(&StatutoryClock::Lcspr)?;
    let first = clock.due_date().map_or_else(|| "Cannot be worked out".to_owned(), weekday);
    let explained = entries.last(|fact| {
        matches!(fact, Fact::DelayExplained(delay) if delay.clock == StatutoryClock::Lcspr)
            || matches!(fact, Fact::LcsprHeld(_) | Fact::PublicationHeld(_))
    });
    let reason = explained.filter(|(_, event)| open.shows(Area::of(&event.fact)));
    let list = SummaryList::new()
        .row(SummaryRow::new("First date, which stays", first))
        .row(SummaryRow::new("Expected now", date::when(delay.expected)))
        .row(SummaryRow::new("National Panel told", date::when(delay.panel_told)))
        .row(SummaryRow::new("Secretary of State told", date::when(delay.secretary_of_state_told)));
    let list = match reason.map(|(_, event)| wrote(event, Word::Reason)).filter(|reason| !reason.is_empty()) {
        Some(reason) => list.row(SummaryRow::new("Why", reason)),
        None => list,
    };
    is_started(open).then(|| list.card("Explained as late", 3))
}

/// That the review is held, for what, and when that is looked at again.
fn held(open: &OpenCase, entries: &Entries<'_>, hold: &Hold) -> Inset {
    let event = entries.last(|fact| matches!(fact, Fact::LcsprHeld(_))).map(|(_, event)| event);
    let since = event.map(|event| event.on).filter(|on| *on != When::NotKnown);
    let since = since.map(|on| format!(" since {on}")).unwrap_or_default();
    let what = hold.proceeding.map(|number| format!(" for proceeding {}", proceeding(open, number)));
    let reason = event.map(|event| wrote(event, Word::Reason)).unwrap_or_default();
    let again = hold.review_on.map(|day| format!(" To be looked at again on {}.", weekday(day)));
    Inset::new(format!(
        "The review is held{since}{}. {reason}{} The 6 months go on.",
        what.unwrap_or_default(),
        again.unwrap_or_default()
    ))
    .link("Proceedings", open.address("/proceedings"))
}
