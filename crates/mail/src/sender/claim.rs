//! One claim: what was claimed with one token is checked again, sent, and settled.

use std::collections::BTreeMap;

use case::PersonId;
use case::reminders::Kind;
use chrono::{DateTime, NaiveDate, Utc};
use store::Error;
use store::mail_choices::{Digest, MailChoice};
use store::reminders::{self, Ended, Fate, Key, Made, Reminder};
use uuid::Uuid;

use super::compose::{self, Desk};
use super::read::Read;
use super::{LEAVING, Sending, pauses};
use crate::error::{Outcome, SendError, Stage};
use crate::letter::Letter;
use crate::letters::Item;
use crate::mailer::Batch;
use crate::reconciler::{Reader, Recipients, Truth};
use crate::reminders::{Reminders, Running};

/// What was claimed with one token.
pub(super) struct Claim<'a> {
    pub(super) of: &'a Reminders,
    pub(super) token: Uuid,
    pub(super) running: Running,
    pub(super) truth: Truth,
}

impl Claim<'_> {
    /// Sends what was claimed, to one person after the other. Says whether the mail server can be reached.
    pub(super) async fn send(
        &self,
        claimed: Vec<Reminder>,
        batch: &mut Batch<'_>,
        sending: &mut Sending,
    ) -> Result<bool, Error> {
        let read = Read::of(&claimed, &self.of.db, &self.truth).await?;
        let mut by_person: BTreeMap<PersonId, Vec<Reminder>> = BTreeMap::new();
        for reminder in claimed {
            by_person.entry(reminder.key.recipient).or_default().push(reminder);
        }
        let Read { cases, people, digests, undelivered, .. } = &read;
        let desk = Desk { truth: &self.truth, people, cases, digests, undelivered };
        let mut letters = Vec::new();
        for reminders in by_person.into_values() {
            letters.extend(Desk::letters(self.still_true(reminders, &read, sending).await?));
        }
        let mut is_reachable = true;
        for reminders in letters {
            if !is_reachable {
                // The others would meet what this letter met, so they were not tried.
                let next = self.running.now() + pauses::FIRST;
                let later =
                    Ended::Later(next, "The mail server was in trouble. It is tried again.".to_owned());
                self.settle(&reminders, later, sending).await?;
                continue;
            }
            if self.of.winds_down() {
                let later =
                    Ended::Later(self.running.now(), "The service was stopped. It is sent next.".to_owned());
                self.settle(&reminders, later, sending).await?;
                continue;
            }
            is_reachable = self.one_letter(&desk, &reminders, batch, sending).await?;
        }
        Ok(is_reachable)
    }

    /// Those that are still true and still theirs. The others are settled here.
    async fn still_true(
        &self,
        reminders: Vec<Reminder>,
        read: &Read,
        sending: &mut Sending,
    ) -> Result<Vec<Reminder>, Error> {
        let mut still = Vec::new();
        for reminder in reminders {
            let reader = self.reader(&reminder, read)?;
            let one = std::slice::from_ref(&reminder);
            match reader {
                Some(Reader::Gets) => still.push(reminder),
                Some(Reader::Not(why)) => self.settle(one, Ended::PassedOver(why), sending).await?,
                Some(Reader::Instead(deputy, why)) => {
                    self.make_for(deputy, &reminder).await?;
                    self.settle(one, Ended::PassedOver(why), sending).await?;
                }
                None => {
                    let why = "It was no longer true, or no longer theirs to see.".to_owned();
                    self.settle(one, Ended::Withdrawn(why), sending).await?;
                }
            }
        }
        Ok(still)
    }

    /// Whether its recipient still gets a reminder; `None` where it is no longer true or no longer theirs.
    fn reader(&self, reminder: &Reminder, read: &Read) -> Result<Option<Reader>, Error> {
        let recipient = reminder.key.recipient;
        if reminder.kind == Kind::Digest {
            return Ok(self
                .truth
                .choice(recipient)
                .map(|choice| of_digest(choice, self.truth.today, read.digests.get(&recipient))));
        }
        if reminder.kind == Kind::DraftEnds {
            let draft = (recipient, reminder.key.clock.clone(), reminder.key.due);
            return Ok(read.drafts.contains(&draft).then_some(Reader::Gets));
        }
        let Some(case) = read.cases.get(&reminder.key.case) else { return Ok(None) };
        if reminder.kind == Kind::NotDelivered {
            let lost = read.undelivered.contains_key(&reminder.key.clock);
            return Ok((lost && self.truth.of_undelivered(case).contains(&recipient)).then_some(Reader::Gets));
        }
        if let Some(entry) = reminder.entry {
            let news = self.truth.of_entry(case, entry);
            let mut of_kind = news.into_iter().filter(|(kind, _)| *kind == reminder.kind);
            return Ok(of_kind.find_map(|(_, mut readers)| readers.remove(&recipient)));
        }
        let Key { clock, due, .. } = &reminder.key;
        Ok(match self.truth.of_clock(case, clock, *due, reminder.occasion()?) {
            Recipients::These(mut readers) => readers.remove(&recipient),
            Recipients::Nobody(why) => Some(Reader::Not(why.to_owned())),
            Recipients::NotTrue => None,
        })
    }

    /// Makes the same reminder for a deputy.
    async fn make_for(&self, deputy: PersonId, reminder: &Reminder) -> Result<(), Error> {
        let now = self.running.now();
        let made = Made {
            key: Key { recipient: deputy, ..reminder.key.clone() },
            partnership: reminder.partnership,
            entry: reminder.entry,
            day: reminder.day,
            kind: reminder.kind,
            fate: Fate::Waits(now),
        };
        let write = self.of.db.write(move |tx| {
            Box::pin(async move { reminders::make(tx, now, std::slice::from_ref(&made)).await })
        });
        write.await
    }

    /// Sends one letter to one person. Says whether the mail server can be reached.
    async fn one_letter(
        &self,
        desk: &Desk<'_>,
        reminders: &[Reminder],
        batch: &mut Batch<'_>,
        sending: &mut Sending,
    ) -> Result<bool, Error> {
        let now = self.running.now();
        let letter = match desk.compose(reminders, now) {
            compose::Ready::Letter(letter) => letter,
            compose::Ready::Not(why) => {
                self.settle(reminders, Ended::Failed(why.to_owned()), sending).await?;
                return Ok(true);
            }
        };
        match self.begin(reminders, &letter).await {
            // Another process has claimed them in the meantime.
            Err(Error::Taken) => return Ok(true),
            begun => begun?,
        }
        let sent = batch.send(&letter).await;
        let is_reachable = !sent.as_ref().is_err_and(SendError::concerns_other_letters);
        let tries = reminders.iter().map(|reminder| reminder.tries).max().unwrap_or(0);
        let ended = ended(sent, tries, self.running.now());
        if ended == Ended::Sent {
            sending.letters += 1;
        }
        self.settle(reminders, ended, sending).await?;
        Ok(is_reachable)
    }

    async fn begin(&self, reminders: &[Reminder], letter: &Letter) -> Result<(), Error> {
        let (token, ids) = (self.token, ids(reminders));
        let letter_id = compose::letter_id(reminders);
        let message_id = self.of.mailer.message_id(&letter.key);
        let until = self.running.now() + LEAVING;
        let write = self.of.db.write(move |tx| {
            Box::pin(async move { reminders::begin(tx, token, &ids, (letter_id, &message_id), until).await })
        });
        write.await
    }

    async fn settle(&self, reminders: &[Reminder], ended: Ended, sending: &mut Sending) -> Result<(), Error> {
        let (token, ids, now) = (self.token, ids(reminders), self.running.now());
        let kept = ended.clone();
        let write = self
            .of
            .db
            .write(move |tx| Box::pin(async move { reminders::settle(tx, token, &ids, &kept, now).await }));
        let count = write.await?;
        let counted = match ended {
            Ended::Sent => &mut sending.sent,
            Ended::Uncertain(_) => &mut sending.uncertain,
            Ended::Failed(_) => &mut sending.failed,
            Ended::Again(..) | Ended::Later(..) => &mut sending.again,
            Ended::Withdrawn(_) => &mut sending.withdrawn,
            Ended::PassedOver(_) => &mut sending.passed_over,
        };
        *counted += count;
        Ok(())
    }
}

fn of_digest(choice: &MailChoice, today: NaiveDate, items: Option<&Vec<Item>>) -> Reader {
    if choice.digest == Digest::None {
        return Reader::Not("They switched it off in their account.".to_owned());
    }
    if choice.away_until.is_some_and(|until| today <= until) {
        return Reader::Not("They are away.".to_owned());
    }
    match items {
        Some(items) if !items.is_empty() => Reader::Gets,
        _ => Reader::Not("There was nothing due.".to_owned()),
    }
}

fn ids(reminders: &[Reminder]) -> Vec<Uuid> {
    reminders.iter().map(|reminder| reminder.id).collect()
}

/// How sending ended, for reminders that were tried so many times before.
fn ended(sent: Result<(), SendError>, tries: u32, now: DateTime<Utc>) -> Ended {
    let Err(error) = sent else { return Ended::Sent };
    let why = error.to_string();
    match (error.outcome(), pauses::after(tries)) {
        (Outcome::Unclear, _) => Ended::Uncertain(why),
        (Outcome::Permanent, _) => Ended::Failed(why),
        (Outcome::Temporary, Some(pause)) => Ended::Again(now + pause, why),
        (Outcome::Temporary, None) => Ended::Failed(format!("It was tried for a day. Last answer: {why}")),
    }
}

impl SendError {
    /// Whether other letters would fail in the same way: the server cannot be reached, does not accept letters from
    /// our address, or gave no answer to a whole letter.
    fn concerns_other_letters(&self) -> bool {
        let early =
            matches!(self.stage(), Stage::Connecting | Stage::Securing | Stage::SigningIn | Stage::Sender);
        early || self.outcome() == Outcome::Unclear
    }
}
