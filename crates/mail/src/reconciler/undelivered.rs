//! Letters that were not delivered: somebody gets a reminder to phone instead.

use std::collections::BTreeSet;

use case::reminders::Kind;
use store::reminders::{ClockDue, Fate, Key, Made, Reminder, one_of_each_letter};
use store::{Error, Tx, cases, reminders};
use uuid::Uuid;

use super::{Span, Truth};
use crate::schedules::Schedules;

/// The name of an undelivered letter, in place of the key of a clock.
fn name(letter: Uuid) -> String {
    format!("email-{letter}")
}

/// The letter whose name this is.
pub(crate) fn letter(clock: &str) -> Option<Uuid> {
    clock.strip_prefix("email-")?.parse().ok()
}

/// The letters that failed since the last pass, one reminder from each.
pub(super) async fn found(
    tx: &mut Tx,
    span: Span,
    schedules: &Schedules,
    exist: &BTreeSet<(ClockDue, String)>,
) -> Result<Vec<Reminder>, Error> {
    let made: BTreeSet<_> = exist.iter().map(|(clock, _)| clock.clock.as_str()).collect();
    let mut found = Vec::new();
    for (partnership, _) in schedules.iter() {
        found.extend(reminders::failed_since(tx, partnership, span.since).await?);
    }
    found.retain(|reminder| !made.contains(name(reminder.letter()).as_str()));
    Ok(one_of_each_letter(found))
}

/// The reminders about these letters.
pub(super) async fn made(
    tx: &mut Tx,
    span: Span,
    truth: &Truth,
    found: &[Reminder],
) -> Result<Vec<Made>, Error> {
    let ids: Vec<_> = found.iter().map(|reminder| reminder.key.case).collect();
    let cases = cases::without_words(tx, &ids).await?;
    let mut made = Vec::new();
    for reminder in found {
        let Some(case) = cases.get(&reminder.key.case) else { continue };
        // Whoever did not get a letter would not get another about it.
        let recipients =
            truth.of_undelivered(case).into_iter().filter(|person| *person != reminder.key.recipient);
        made.extend(recipients.map(|recipient| Made {
            key: Key {
                case: reminder.key.case,
                clock: name(reminder.letter()),
                due: span.today,
                occasion: case::reminders::Occasion::OnTheDay.to_string(),
                recipient,
            },
            partnership: reminder.partnership,
            entry: None,
            day: span.today,
            kind: Kind::NotDelivered,
            fate: Fate::Waits(truth.next_office_hours(span.now)),
        }));
    }
    Ok(made)
}
