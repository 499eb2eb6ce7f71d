//! Digests: what is due, in a daily or weekly letter. Their contents are computed when they are sent.

use std::collections::BTreeSet;

use calendar::NaiveDate;
use case::reminders::{Kind, Occasion};
use case::{CaseId, PartnershipId};
use chrono::{Datelike, Days};
use store::mail_choices::Digest;
use store::reminders::{ClockDue, Fate, Key, Made};
use uuid::Uuid;

use super::{Span, Truth};

/// The name of digests, in place of the key of a clock, and their occasions.
const DIGEST: &str = "digest";
const WEEKLY: &str = "weekly";
const DAILY: &str = "daily";

/// The digests that are to be made today and do not exist, with the day each is for. On days off there are none.
pub(super) fn wanted(
    span: Span,
    calendar: &calendar::Calendar,
    exist: &BTreeSet<(ClockDue, String)>,
) -> Vec<(Digest, NaiveDate)> {
    let today = span.today;
    if !calendar.is_working_day(today).unwrap_or(true) {
        return Vec::new();
    }
    let monday = today - Days::new(today.weekday().num_days_from_monday().into());
    // The first working day of the week; if the program was not running then, the day on which it runs again.
    let mut week = monday.iter_days().take(5);
    let first = week.find(|day| calendar.is_working_day(*day).unwrap_or(true)).unwrap_or(today);
    let weekly = (first >= span.from).then_some((Digest::Weekly, monday));
    let digests = [Some((Digest::Daily, today)), weekly].into_iter().flatten();
    digests.filter(|(digest, due)| !exist.contains(&key(*digest, *due).without_recipient())).collect()
}

/// The reminders for these digests, one for each person.
pub(super) fn made(span: Span, truth: &Truth, wanted: &[(Digest, NaiveDate)]) -> Vec<Made> {
    let of = |(digest, due): &(Digest, NaiveDate)| {
        let (digest, due) = (*digest, *due);
        let readers = truth.readers_of(digest);
        readers.map(move |recipient| {
            let key = Key { recipient, ..key(digest, due) };
            let fate = Fate::Waits(truth.next_office_hours(span.now));
            let partnership = PartnershipId(Uuid::nil());
            Made { key, partnership, entry: None, day: span.today, kind: Kind::Digest, fate }
        })
    };
    wanted.iter().flat_map(of).collect()
}

fn key(digest: Digest, due: NaiveDate) -> Key {
    let occasion = if digest == Digest::Weekly { WEEKLY } else { DAILY };
    Key {
        case: CaseId(Uuid::nil()),
        clock: DIGEST.to_owned(),
        due,
        occasion: occasion.to_owned(),
        recipient: super::clocks::NOBODY,
    }
}

/// Whether a digest is weekly.
pub(crate) fn is_weekly(digest: &Key) -> bool {
    digest.occasion == WEEKLY
}

/// Whether any of these occasions is early, so that what is far off is in a digest once.
pub(crate) fn any_early(occasions: &[(Occasion, NaiveDate)]) -> bool {
    occasions.iter().any(|(occasion, _)| occasion.is_early())
}
