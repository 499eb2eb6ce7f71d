//! What changed since a calendar was last told, so that it changes the entry it has and keeps no second one.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use store::calendar_feeds::Entry;

use super::dates::Dates;

/// The entries that are new, moved, taken back or there again.
pub(super) fn between(told: &[Entry], dates: &Dates, now: DateTime<Utc>) -> Vec<Entry> {
    let known: BTreeMap<_, _> = told.iter().map(|entry| ((entry.case, entry.clock.clone()), entry)).collect();
    let mut changed = Vec::new();
    for ((case, clock), due) in &dates.due {
        let before = known.get(&(*case, clock.clone()));
        if before.is_none_or(|entry| entry.due != *due || entry.is_cancelled) {
            changed.push(Entry {
                case: *case,
                clock: clock.clone(),
                due: *due,
                sequence: before.map_or(0, |entry| entry.sequence + 1),
                is_cancelled: false,
                changed_at: now,
            });
        }
    }
    let gone = told.iter().filter(|entry| {
        let is_there = dates.due.contains_key(&(entry.case, entry.clock.clone()));
        !entry.is_cancelled && !is_there && entry.due <= dates.until
    });
    changed.extend(gone.map(|entry| Entry {
        sequence: entry.sequence + 1,
        is_cancelled: true,
        changed_at: now,
        ..entry.clone()
    }));
    changed
}

/// What a calendar is told now: what it was told before, with the changes in it.
pub(super) fn after(told: Vec<Entry>, changed: Vec<Entry>) -> Vec<Entry> {
    let all = told.into_iter().chain(changed);
    let latest: BTreeMap<_, _> = all.map(|entry| ((entry.case, entry.clock.clone()), entry)).collect();
    let mut entries: Vec<_> = latest.into_values().collect();
    entries.sort_by(|one, other| (one.due, one.case, &one.clock).cmp(&(other.due, other.case, &other.clock)));
    entries
}
