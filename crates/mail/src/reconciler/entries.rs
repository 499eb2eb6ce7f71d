//! Entries that are news.

use std::collections::BTreeSet;

use calendar::london_date;
use case::reminders::Occasion;
use case::{Case, CaseId, PartnershipId, Recorded};
use store::reminders::{ClockDue, Key, Made};
use store::{Error, Tx, cases, reminders};

use super::{Span, Truth};
use crate::schedules::Schedules;

/// How many cases are read together.
const TOGETHER: usize = 250;

/// The cases in which something was recorded since the last pass.
pub(super) async fn changed(
    tx: &mut Tx,
    span: Span,
    schedules: &Schedules,
) -> Result<Vec<(PartnershipId, CaseId)>, Error> {
    let mut changed = Vec::new();
    for (partnership, _) in schedules.iter() {
        let cases = reminders::changed_since(tx, partnership, span.since).await?;
        changed.extend(cases.into_iter().map(|case| (partnership, case)));
    }
    Ok(changed)
}

/// The reminders of what was recorded in these cases.
pub(super) async fn made(
    tx: &mut Tx,
    span: Span,
    truth: &Truth,
    changed: Vec<(PartnershipId, CaseId)>,
    exist: &BTreeSet<(ClockDue, String)>,
) -> Result<Vec<Made>, Error> {
    let mut made = Vec::new();
    for some in changed.chunks(TOGETHER) {
        let ids: Vec<_> = some.iter().map(|(_, case)| *case).collect();
        let found = cases::without_words(tx, &ids).await?;
        for (partnership, id) in some {
            let Some(case) = found.get(id) else { continue };
            let new = case.history().iter().rev().take_while(|entry| entry.at >= span.since);
            for entry in new {
                let reminders = of_entry(span, truth, (*partnership, *id, case), entry);
                made.extend(
                    reminders.into_iter().filter(|made| !exist.contains(&made.key.without_recipient())),
                );
            }
        }
    }
    Ok(made)
}

/// The name of an entry, in place of the key of a clock.
fn name(entry: u32) -> String {
    format!("entry-{entry}")
}

fn of_entry(
    span: Span,
    truth: &Truth,
    (partnership, id, case): (PartnershipId, CaseId, &Case),
    entry: &Recorded,
) -> Vec<Made> {
    let day = london_date(entry.at);
    let mut made: Vec<Made> = Vec::new();
    for (kind, readers) in truth.of_entry(case, entry.seq) {
        for (recipient, reader) in readers {
            let key = Key {
                case: id,
                clock: name(entry.seq),
                due: day,
                occasion: Occasion::OnTheDay.to_string(),
                recipient,
            };
            let fate = truth.fate(reader, span.now);
            // A person gets one reminder of an entry, even if it is several kinds of news to them.
            if !made.iter().any(|made| made.key.recipient == recipient) {
                made.push(Made { key, partnership, entry: Some(entry.seq), day, kind, fate });
            }
        }
    }
    made
}
