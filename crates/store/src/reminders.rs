//! Reminders: who gets which, when, and what became of each.
//!
//! A reminder is made once: its id follows from the case, the clock, the due date, the occasion and the recipient,
//! so that no number of passes, one after the other or at the same time, makes it twice. A sender claims it with a
//! token for a while, notes when the email leaves, and notes how that ended by presenting the token.

mod lease;
mod making;
mod sending;
mod showing;

use std::borrow::Borrow;
use std::collections::BTreeSet;

use calendar::NaiveDate;
use case::reminders::{Kind, Occasion};
use case::{CaseId, PartnershipId, PersonId};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::tx::from_row;

pub use lease::{hold, release};
pub use making::{
    ClockDue, Fate, Made, Withdrawn, changed_since, due_between, in_turn, made_between, make,
    pass_over_earlier, withdraw,
};
pub use sending::{Ended, Lapsed, begin, claim, lapse, settle};
pub use showing::{
    bounced, counts, counts_of, failed_since, in_letter, in_trouble, of_case, of_partnership, of_person,
    see_to,
};

use crate::{Error, code};

/// What became of a reminder.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// It waits for its time.
    Waiting,
    /// A sender has claimed it; nothing has left.
    Claimed,
    /// The email is being handed over.
    Sending,
    /// The mail server accepted the email.
    Sent,
    /// The email was handed over, and whether it was accepted is not known. It is not sent again.
    Uncertain,
    /// It was no longer true before it was sent.
    Withdrawn,
    /// Another reminder took its place, or the recipient chose not to get it.
    PassedOver,
    /// The mail server refused the email for good, or for too long.
    Failed,
    /// The email was accepted and came back.
    Bounced,
}

/// What makes a reminder unique.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Key {
    /// The case it is about.
    pub case: CaseId,
    /// The key of the clock, such as `rapid-review`, or `entry-12` for an entry that is news.
    pub clock: String,
    /// The due date of the clock; the day of recording for an entry.
    pub due: NaiveDate,
    /// The occasion, such as `-2`; see [`Occasion`].
    pub occasion: String,
    /// The person it is for.
    pub recipient: PersonId,
}

/// The namespace from which the ids of reminders are made.
const REMINDERS: Uuid = Uuid::from_u128(0x6b0f_3c1e_52d7_4a7e_9d21_7f40_0b5c_8a11);

impl Key {
    /// The clock and the occasion, whoever the recipient is.
    pub fn without_recipient(&self) -> (ClockDue, String) {
        let Self { case, clock, due, occasion, .. } = self.clone();
        (ClockDue { due, case, clock }, occasion)
    }

    /// The id that follows from this key.
    pub fn id(&self) -> Uuid {
        let Self { case, clock, due, occasion, recipient } = self;
        Uuid::new_v5(&REMINDERS, format!("{case} {clock} {due} {occasion} {recipient}").as_bytes())
    }
}

/// A reminder as it is stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reminder {
    /// The id, which follows from the key.
    pub id: Uuid,
    /// What makes it unique.
    pub key: Key,
    /// The partnership whose case it is.
    pub partnership: PartnershipId,
    /// The number of the entry that is news; none for a clock.
    pub entry: Option<u32>,
    /// The day on which it is to be sent.
    pub day: NaiveDate,
    /// The kind of clock or news.
    pub kind: Kind,
    /// How far it has come.
    pub state: State,
    /// Why it was not sent or did not arrive, in words for people.
    pub reason: Option<String>,
    /// When it was made.
    pub made_at: DateTime<Utc>,
    /// The earliest time at which it may be sent.
    pub next_try_at: DateTime<Utc>,
    /// How many times sending it was tried.
    pub tries: u32,
    /// The email it was sent in.
    pub letter: Option<Uuid>,
    /// When its state became final.
    pub settled_at: Option<DateTime<Utc>>,
    /// Who has dealt with it, where it did not arrive.
    pub seen_by: Option<PersonId>,
}

impl Reminder {
    /// The email it was sent in; its own id where there was none.
    pub fn letter(&self) -> Uuid {
        self.letter.unwrap_or(self.id)
    }

    /// Whether it did not arrive, or may not have, and nobody has dealt with that.
    pub fn needs_somebody(&self) -> bool {
        matches!(self.state, State::Uncertain | State::Failed | State::Bounced) && self.seen_by.is_none()
    }

    /// The occasion, read from the key.
    pub fn occasion(&self) -> Result<Occasion, Error> {
        self.key
            .occasion
            .parse()
            .map_err(|error: case::reminders::NotAnOccasion| Error::Damaged(error.to_string()))
    }
}

/// One reminder of each email, in the order in which they come.
pub fn one_of_each_letter<R: Borrow<Reminder>>(reminders: impl IntoIterator<Item = R>) -> Vec<R> {
    let mut met = BTreeSet::new();
    reminders.into_iter().filter(|reminder| met.insert(reminder.borrow().letter())).collect()
}

from_row! {
    struct StoredReminder {
        id: Uuid,
        case_id: Uuid,
        partnership_id: Uuid,
        clock: String,
        due: NaiveDate,
        occasion: String,
        recipient_id: Uuid,
        entry: Option<i64>,
        day: NaiveDate,
        kind: String,
        state: String,
        reason: Option<String>,
        made_at: DateTime<Utc>,
        next_try_at: DateTime<Utc>,
        tries: i64,
        letter_id: Option<Uuid>,
        settled_at: Option<DateTime<Utc>>,
        seen_by: Option<Uuid>,
    }
}

/// A statement for [`StoredReminder`]s: what comes before the columns, and what comes after them.
macro_rules! with_columns {
    ($before:literal, $after:literal) => {
        concat!(
            $before,
            "id, case_id, partnership_id, clock, due, occasion, recipient_id, entry, day, kind, state, reason, made_at,
                 next_try_at, tries, letter_id, settled_at, seen_by",
            $after
        )
    };
}
use with_columns;

impl TryFrom<StoredReminder> for Reminder {
    type Error = Error;

    fn try_from(row: StoredReminder) -> Result<Self, Error> {
        let number = |number: i64| {
            u32::try_from(number).map_err(|_| Error::Damaged(format!("a reminder has the number {number}")))
        };
        let key = Key {
            case: CaseId(row.case_id),
            clock: row.clock,
            due: row.due,
            occasion: row.occasion,
            recipient: PersonId(row.recipient_id),
        };
        Ok(Self {
            id: row.id,
            key,
            partnership: PartnershipId(row.partnership_id),
            entry: row.entry.map(number).transpose()?,
            day: row.day,
            kind: code::read(&row.kind)?,
            state: code::read(&row.state)?,
            reason: row.reason,
            made_at: row.made_at,
            next_try_at: row.next_try_at,
            tries: number(row.tries)?,
            letter: row.letter_id,
            settled_at: row.settled_at,
            seen_by: row.seen_by.map(PersonId),
        })
    }
}

fn read(rows: Vec<StoredReminder>) -> Result<Vec<Reminder>, Error> {
    rows.into_iter().map(Reminder::try_from).collect()
}
