//! Sending: claims the reminders whose time has come, asks again whether each is still true, and hands over one
//! letter for each person.
//!
//! That a letter leaves is noted before it leaves, and what became of it afterwards. Where the mail server gave no
//! answer, or this process stopped in between, it is uncertain and is not sent again: people are shown it instead.

mod claim;
mod compose;
mod digest;
mod pauses;
mod read;

use chrono::{DateTime, Duration, Utc};
use store::reminders::{self, Lapsed};
use store::{Basis, Error};

use crate::reconciler::Truth;
use crate::reminders::{Reminders, Running};
use crate::schedules::Schedules;
use claim::Claim;

/// What one run of sending did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sending {
    /// Letters that the mail server accepted.
    pub letters: u64,
    /// Reminders in these letters.
    pub sent: u64,
    /// Reminders in letters that may or may not have been accepted.
    pub uncertain: u64,
    /// Reminders that were refused for good, or for too long.
    pub failed: u64,
    /// Reminders that were not accepted now, and wait.
    pub again: u64,
    /// Reminders that were no longer true.
    pub withdrawn: u64,
    /// Reminders that go to somebody else, or to nobody.
    pub passed_over: u64,
    /// Claims that ran out.
    pub lapsed: Lapsed,
    /// Until when another process sends, where one does; then nothing was sent.
    pub held_until: Option<DateTime<Utc>>,
}

/// How many people are claimed at once, and for how long.
const PEOPLE: usize = 50;
const CLAIMED: Duration = Duration::minutes(10);
/// How long a letter may be on its way before nobody can say what became of it. It is longer than a mail server may
/// take.
const LEAVING: Duration = Duration::minutes(20);

impl Reminders {
    /// Sends the reminders whose time has come, from 8am to 6pm on working days in London.
    pub async fn send(&self, now: DateTime<Utc>) -> Result<Sending, Error> {
        let running = Running::from(now);
        let mut sending = Sending { held_until: self.hold(now).await?, ..Sending::default() };
        if sending.held_until.is_some() {
            return Ok(sending);
        }
        sending.lapsed =
            self.db.write(move |tx| Box::pin(async move { reminders::lapse(tx, now).await })).await?;
        let basis = Basis::load(&mut self.db.snapshot().await?).await?;
        // Without bank holidays nobody knows whether today is one, and a late letter is worse than one at a bad
        // time.
        if !basis.calendar().in_office_hours(now).unwrap_or(true) {
            return Ok(sending);
        }
        let mut batch = self.mailer.batch();
        while !self.winds_down() {
            let token = self.token();
            let at = (running.now(), running.now() + CLAIMED);
            let claim = self
                .db
                .write(move |tx| Box::pin(async move { reminders::claim(tx, token, at, PEOPLE).await }));
            let claimed = claim.await?;
            if claimed.is_empty() {
                break;
            }
            let claim = Claim { of: self, token, running, truth: self.truth(now, &basis).await? };
            if !claim.send(claimed, &mut batch, &mut sending).await? {
                break;
            }
            self.hold(running.now()).await?;
        }
        batch.close().await;
        Ok(sending)
    }

    async fn truth(&self, now: DateTime<Utc>, basis: &Basis) -> Result<Truth, Error> {
        let mut tx = self.db.snapshot().await?;
        let schedules = Schedules::load(&mut tx, basis).await?;
        Truth::load(&mut tx, basis.clone(), schedules, calendar::london_date(now)).await
    }
}
