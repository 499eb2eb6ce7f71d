//! Entries of a case's history on a page, as far as the visitor may read them.

use std::collections::BTreeMap;

use calendar::london_date;
use case::{Fact, Recorded, When, may_read_entry};
use chrono::SecondsFormat;

use crate::case_view::OpenCase;
use crate::components::TimelineEntry;
use crate::text::{date, entry, entry_text};

/// What became of entries that do not stand as they were recorded: the number of the latest entry that corrects each,
/// and whether it strikes it out.
pub(crate) struct Fates(BTreeMap<u32, (u32, bool)>);

impl Fates {
    /// What became of the entries of a case.
    pub(crate) fn of(history: &[Recorded]) -> Self {
        let fate = |recorded: &Recorded| match &recorded.event.fact {
            Fact::Corrected(corrected) => Some((corrected.entry, (recorded.seq, corrected.with.is_none()))),
            _ => None,
        };
        Self(history.iter().filter_map(fate).collect())
    }

    /// “Corrected by entry 12”.
    pub(crate) fn note(&self, entry: &Recorded) -> Option<String> {
        if let Fact::Corrected(corrected) = &entry.event.fact {
            let how = if corrected.with.is_some() { "Corrects" } else { "Strikes out" };
            return Some(format!("{how} entry {}", corrected.entry));
        }
        let (by, struck) = self.0.get(&entry.seq)?;
        Some(format!("{} by entry {by}", if *struck { "Struck out" } else { "Corrected" }))
    }
}

impl OpenCase {
    /// Whether the visitor may read an entry.
    pub(crate) fn reads(&self, entry: &Recorded) -> bool {
        may_read_entry(&self.visitor.actor, &self.case, entry)
    }

    /// An entry as the visitor may see it: all of it, or that there is one.
    pub(crate) fn told(&self, recorded: &Recorded, fates: &Fates) -> TimelineEntry {
        let (at, datetime) = dated(recorded);
        let anchor = Some(format!("entry-{}", recorded.seq));
        if !self.reads(recorded) {
            let (at, datetime) = restricted(recorded.event.on, at, datetime);
            return TimelineEntry { at, datetime, restricted: true, anchor, ..TimelineEntry::default() };
        }
        let title = entry::title(&recorded.event.fact, self.names());
        let href = self.address(&format!("/history/{}", recorded.seq));
        let link = (format!("View entry {}", recorded.seq), href, String::new());
        TimelineEntry {
            title,
            by: self.names().person_and_place(recorded.by),
            at,
            datetime,
            text: entry_text::sentence(&recorded.event, self.names()),
            link: Some(link),
            restricted: false,
            note: fates.note(recorded),
            anchor,
        }
    }
}

/// When it happened, with the time where it was recorded on the same day, and else when it was recorded.
pub(crate) fn dated(recorded: &Recorded) -> (String, String) {
    let (on, at) = (recorded.event.on, recorded.at);
    if on.day() == Some(london_date(at)) {
        return (date::day_and_time(at), at.to_rfc3339_opts(SecondsFormat::Secs, true));
    }
    let recorded_at = date::day_and_time(at);
    if let Some(iso) = iso(on) {
        return (format!("{on}, recorded {recorded_at}"), iso);
    }
    let machine = at.to_rfc3339_opts(SecondsFormat::Secs, true);
    (format!("On a date that is not known, recorded {recorded_at}"), machine)
}

/// Of a restricted entry only the date is shown.
fn restricted(on: When, at: String, datetime: String) -> (String, String) {
    match iso(on) {
        Some(iso) => (on.to_string(), iso),
        None => (at, datetime),
    }
}

fn iso(on: When) -> Option<String> {
    match on {
        When::Day(day) => Some(day.to_string()),
        When::Month(year, month) => Some(format!("{year:04}-{month:02}")),
        When::Year(year) => Some(format!("{year:04}")),
        When::NotKnown => None,
    }
}
