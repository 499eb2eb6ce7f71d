//! Letters that came back: read from a mailbox, and noted with the reminders that were in them.

mod mailbox;
mod report;

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use store::Error;
use store::reminders::{self, Reminder};

use crate::reminders::Reminders;

pub use mailbox::Mailbox;

/// How many letters came back.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Bounced {
    /// Letters that the record knows.
    pub letters: u64,
    /// Letters that the record does not know: of another installation, or not about a case.
    pub others: u64,
}

impl Reminders {
    /// Notes which letters came back according to these messages. Reading a message twice changes nothing.
    pub async fn came_back(&self, messages: &[Vec<u8>], now: DateTime<Utc>) -> Result<Bounced, Error> {
        let reports: Vec<_> = messages.iter().filter_map(|message| report::read(message)).collect();
        let mut bounced = Bounced::default();
        for report::Bounce { message_id, reason } in reports {
            let write = self.db.write(move |tx| {
                Box::pin(async move { reminders::bounced(tx, &message_id, &reason, now).await })
            });
            let known: BTreeSet<_> = write.await?.iter().map(Reminder::letter).collect();
            bounced.letters += known.len() as u64;
            bounced.others += u64::from(known.is_empty());
        }
        Ok(bounced)
    }
}
