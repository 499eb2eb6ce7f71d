//! Letters that were not delivered: somebody is told to phone instead.

use std::collections::BTreeSet;

use case::reminders::Kind;
use store::reminders::{ClockDue, Fate, Key, Made, Reminder, one_of_each_letter};
use store::{Error, Tx, cases, reminders};
use uuid::Uuid;

use super::{Span, Truth};
use crate::schedules::Schedules;

/// The name under which news of a letter is kept, beside the keys of clocks.
fn name(letter: Uuid) -> String {
    format!("email-{letter}")
}

/// The letter that such a name is about.
pub(crate) fn letter(clock: &str) -> Option<Uuid> {
    clock.strip_prefix("email-")?.parse().ok()
}

/// What did not arrive since the last pass, one reminder for each letter.
pub(super) async fn found(
    tx: &mut Tx,
    span: Span,
    schedules: &Schedules,
    exist: &BTreeSet<(ClockDue, String)>,
) -> Result<Vec<Reminder>, Error> {
    let told: BTreeSet<_> = exist.iter().map(|(clock, _)| clock.clock.as_str()).collect();
    let mut found = Vec::new();
    for (partnership, _) in schedules.iter() {
        found.extend(reminders::failed_since(tx, partnership, span.since).await?);
    }
    found.retain(|reminder| !told.contains(name(reminder.letter()).as_str()));
    Ok(one_of_each_letter(found))
}

/// Who is told of each.
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
        // Whoever did not get a letter does not learn of it by another.
        let told = truth.of_trouble(case).into_iter().filter(|person| *person != reminder.key.recipient);
        made.extend(told.map(|recipient| Made {
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
