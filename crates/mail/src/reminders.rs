//! Reminders of an installation: a pass makes those that should exist, and sending sends those whose time has come.

use std::fmt;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::Instant;

use chrono::{DateTime, Duration, Utc};
use store::{Db, Error, reminders};
use uuid::Uuid;

use crate::mailer::Mailer;

/// Makes and sends the reminders of a record.
///
/// On PostgreSQL any number of processes may do so at the same time; on SQLite one does, and the others wait.
pub struct Reminders {
    pub(crate) db: Db,
    pub(crate) mailer: Mailer,
    process: Uuid,
    claims: AtomicU64,
    winding_down: AtomicBool,
}

/// The name of the lease, and how long a process keeps it without renewing it.
const LEASE: (&str, Duration) = ("reminders", Duration::minutes(15));

impl Reminders {
    /// The reminders of a record, sent by a mailer. `process` is a random id of this process, under which it
    /// claims.
    pub fn new(db: Db, mailer: Mailer, process: Uuid) -> Self {
        Self { db, mailer, process, claims: AtomicU64::new(0), winding_down: AtomicBool::new(false) }
    }

    /// A token for the next claim, different from all others of any process.
    pub(crate) fn token(&self) -> Uuid {
        let number = self.claims.fetch_add(1, Ordering::Relaxed);
        Uuid::new_v5(&self.process, &number.to_be_bytes())
    }

    /// Takes or renews the lease where one is needed. Says until when another process has it.
    pub(crate) async fn hold(&self, now: DateTime<Utc>) -> Result<Option<DateTime<Utc>>, Error> {
        let (holder, (name, long)) = (self.process, LEASE);
        let hold = self.db.write(move |tx| {
            Box::pin(async move { reminders::hold(tx, name, holder, (now, now + long)).await })
        });
        hold.await
    }

    /// Lets the letter that is being sent go out, and sends none after it. Call this when the process is about to
    /// stop: a letter that is cut off halfway is uncertain.
    pub fn wind_down(&self) {
        self.winding_down.store(true, Ordering::Relaxed);
    }

    pub(crate) fn winds_down(&self) -> bool {
        self.winding_down.load(Ordering::Relaxed)
    }

    /// Gives the lease back when this process stops, so that another need not wait for its end.
    pub async fn stop(&self) -> Result<(), Error> {
        let (holder, (name, _)) = (self.process, LEASE);
        self.db.write(move |tx| Box::pin(async move { reminders::release(tx, name, holder).await })).await
    }
}

impl fmt::Debug for Reminders {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Reminders({})", self.mailer)
    }
}

/// A time that was handed in, and runs on from there.
#[derive(Clone, Copy)]
pub(crate) struct Running {
    from: DateTime<Utc>,
    since: Instant,
}

impl Running {
    pub(crate) fn from(now: DateTime<Utc>) -> Self {
        Self { from: now, since: Instant::now() }
    }

    pub(crate) fn now(self) -> DateTime<Utc> {
        self.from + Duration::from_std(self.since.elapsed()).unwrap_or_default()
    }
}
