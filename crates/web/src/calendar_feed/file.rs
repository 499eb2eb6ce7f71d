//! Dates as a calendar program reads them (RFC 5545): all-day events with the reference of the case and the kind of
//! date, and nothing else.

use case::{Actor, ClockKey};
use icalendar::{Calendar, Component, Event, EventLike, EventStatus, Property};
use store::calendar_feeds::Entry;
use uuid::Uuid;

use super::dates::References;
use crate::app::App;
use crate::lists::case_url;
use crate::text::grammar::lower_first;

/// The calendar of these entries. A date whose case may not be seen any more has no reference, and is only taken back.
pub(super) fn of(app: &App, actor: &Actor, entries: &[Entry], references: &References) -> String {
    let mut calendar = Calendar::new();
    calendar.name("CSPR Tracker").append_property(Property::new("METHOD", "PUBLISH"));
    for entry in entries {
        calendar.push(event(app, actor, entry, references));
    }
    calendar.done().to_string()
}

fn event(app: &App, actor: &Actor, entry: &Entry, references: &References) -> Event {
    let mut event = Event::with_uid(&uid(entry));
    event.timestamp(entry.changed_at).all_day(entry.due);
    event.sequence(u32::try_from(entry.sequence).unwrap_or(u32::MAX)).add_property("TRANSP", "TRANSPARENT");
    let key: Option<ClockKey> = entry.clock.parse().ok();
    let what = key.map_or_else(|| "Date".to_owned(), what);
    match references.get(entry.case).filter(|_| !entry.is_cancelled) {
        Some((partnership, reference)) => {
            let page = case_url::of_case_for(&app.known(), &actor.memberships, partnership, reference);
            event.summary(&format!("{reference}: {}", lower_first(&what)));
            event.description(&format!("{}{page}/deadlines/{}", app.options().origin, entry.clock));
        }
        None => {
            event.summary(&format!("{what}: no longer due"));
        }
    }
    event.status(if entry.is_cancelled { EventStatus::Cancelled } else { EventStatus::Confirmed });
    event.done()
}

/// The same for a date as long as the case has it, whoever fetches it and wherever it moves.
fn uid(entry: &Entry) -> String {
    Uuid::new_v5(&entry.case.0, entry.clock.as_bytes()).to_string()
}

/// The kind of date.
fn what(key: ClockKey) -> String {
    match key {
        ClockKey::AgencyReturn(_) => "Information due".to_owned(),
        ClockKey::Action(number) => format!("Action {number} due"),
        ClockKey::AdvicePoint(number) => format!("Advice {number} of the Panel due"),
        ClockKey::PanelReply => "Reply of the Panel expected".to_owned(),
        ClockKey::Online => "Report stays online until at least today".to_owned(),
        ClockKey::PartnersTold | ClockKey::HoldReview | ClockKey::PublicationHoldReview => {
            key.label().to_owned()
        }
        ClockKey::PartnerDecisionsWanted => "Decisions due".to_owned(),
        key => format!("{} due", key.label()),
    }
}
