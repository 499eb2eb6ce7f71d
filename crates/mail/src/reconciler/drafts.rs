//! Drafts that are about to be deleted: their writers are warned some days before.

use std::collections::BTreeSet;

use calendar::london_date;
use case::reminders::{Kind, Occasion};
use case::{CaseId, PartnershipId, PersonId};
use chrono::{DateTime, Days, NaiveDate, TimeDelta, Utc};
use store::drafts::{self, LAST};
use store::reminders::{self, Fate, Key, Made};
use store::{Error, Tx};
use uuid::Uuid;

use super::{Span, Truth};

/// How many days before a draft is deleted its writer is warned.
const BEFORE: i64 = 7;

/// The namespace of the names of drafts, which are made because a path is too long for a name.
const DRAFTS: Uuid = Uuid::from_u128(0x8d13_54b0_9c0e_4f6a_a7d2_6b1f_0e93_55c4);

/// The name of a draft, in place of the key of a clock.
pub(crate) fn name(path: &str) -> String {
    format!("draft-{}", Uuid::new_v5(&DRAFTS, path.as_bytes()))
}

/// The day on which a draft is deleted that was last saved at this time.
pub(crate) fn ends(saved_at: DateTime<Utc>) -> NaiveDate {
    london_date(saved_at + LAST)
}

/// The drafts that will soon be deleted and have no reminder yet.
pub(super) async fn found(tx: &mut Tx, span: Span) -> Result<Vec<Key>, Error> {
    let ending = drafts::saved_before(tx, span.now - LAST + TimeDelta::days(BEFORE)).await?;
    if ending.is_empty() {
        return Ok(Vec::new());
    }
    let since = span.today - Days::new(BEFORE.unsigned_abs() + 1);
    let exist = reminders::made_between(tx, (since, span.today)).await?;
    let made: BTreeSet<_> = exist.iter().map(|(clock, _)| (clock.clock.as_str(), clock.due)).collect();
    let key = |(recipient, path, saved_at): (PersonId, String, _)| Key {
        case: CaseId(Uuid::nil()),
        clock: name(&path),
        due: ends(saved_at),
        occasion: Occasion::OnTheDay.to_string(),
        recipient,
    };
    let keys = ending.into_iter().map(key);
    Ok(keys.filter(|key| !made.contains(&(key.clock.as_str(), key.due))).collect())
}

/// The reminders about these drafts.
pub(super) fn made(span: Span, truth: &Truth, found: Vec<Key>) -> impl Iterator<Item = Made> {
    let fate = Fate::Waits(truth.next_office_hours(span.now));
    found.into_iter().map(move |key| Made {
        key,
        partnership: PartnershipId(Uuid::nil()),
        entry: None,
        day: span.today,
        kind: Kind::DraftEnds,
        fate: fate.clone(),
    })
}
