//! The pass: it has no input, computes which reminders should exist, and makes those that do not.
//!
//! It can be run at any time, as often as one likes and by any number of processes: what exists is not made again.
//! Its cost depends on what is due, not on how many cases there are.

mod clocks;
mod digests;
mod drafts;
mod entries;
mod readers;
mod truth;
mod undelivered;

use calendar::{NaiveDate, london_date};
use chrono::{DateTime, Duration, SecondsFormat, Utc};
use store::reminders::{self, Fate, Made, Withdrawn};
use store::{Basis, Db, Error, Tx, settings};

use crate::reminders::Reminders;
use crate::schedules::Schedules;
pub(crate) use digests::{any_early, is_weekly};
pub(crate) use drafts::{ends as draft_ends, name as name_of_draft};
pub(crate) use readers::Reader;
pub(crate) use truth::{Recipients, Truth};
pub(crate) use undelivered::letter as undelivered_letter;

/// What a pass did, or would do.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pass {
    /// The reminders it made: those that will be sent, and those that were passed over.
    pub made: Vec<Made>,
    /// The reminders it withdrew.
    pub withdrawn: Withdrawn,
    /// How many that waited were passed over for a later one.
    pub overtaken: u64,
    /// Until when another process makes reminders, where one does; then the pass did nothing.
    pub held_until: Option<DateTime<Utc>>,
}

impl Pass {
    /// How many of the reminders will be sent.
    pub fn to_send(&self) -> usize {
        self.made.iter().filter(|made| matches!(made.fate, Fate::Waits(_))).count()
    }
}

/// When the last pass ended, and when the first one did. Nothing older than the first is news.
const LAST: &str = "reminders/last_pass";
const FIRST: &str = "reminders/first_pass";

/// How far back entries are looked at: an entry gets its time before it is stored, and the clocks of machines
/// differ.
const OVERLAP: Duration = Duration::minutes(10);

/// The time that a pass covers.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Span {
    /// The day of the last pass.
    from: NaiveDate,
    /// The last day it covers, in London.
    today: NaiveDate,
    /// The time since when entries are news.
    since: DateTime<Utc>,
    /// The time of the pass.
    now: DateTime<Utc>,
}

impl Span {
    /// From the last pass until now. Nothing from before the first pass ever has a reminder.
    async fn until(now: DateTime<Utc>, tx: &mut Tx) -> Result<Self, Error> {
        let last = instant(tx, LAST).await?.unwrap_or(now).min(now);
        let first = instant(tx, FIRST).await?.unwrap_or(now);
        let since = (last - OVERLAP).max(first);
        Ok(Self { from: london_date(last), today: london_date(now), since, now })
    }

    /// The days for which reminders can be made.
    fn days(&self) -> (NaiveDate, NaiveDate) {
        (self.from.min(london_date(self.since)), self.today)
    }
}

async fn instant(tx: &mut Tx, name: &str) -> Result<Option<DateTime<Utc>>, Error> {
    let Some(text) = settings::get(tx, name).await? else { return Ok(None) };
    text.parse().map(Some).map_err(|_| Error::Damaged(format!("the setting {name} is not a time")))
}

impl Reminders {
    /// Makes the reminders that should exist by now and do not, and withdraws those that wait and are no longer true.
    pub async fn pass(&self, now: DateTime<Utc>) -> Result<Pass, Error> {
        if let held_until @ Some(_) = self.hold(now).await? {
            return Ok(Pass { held_until, ..Pass::default() });
        }
        let made = look(&self.db, now).await?;
        let kept = made.clone();
        let write = self.db.write(move |tx| {
            Box::pin(async move {
                reminders::in_turn(tx).await?;
                let withdrawn = reminders::withdraw(tx, now).await?;
                reminders::make(tx, now, &kept).await?;
                let overtaken = reminders::pass_over_earlier(tx, now).await?;
                ended(tx, now).await?;
                Ok((withdrawn, overtaken))
            })
        });
        let (withdrawn, overtaken) = write.await?;
        Ok(Pass { made, withdrawn, overtaken, held_until: None })
    }

    /// What a pass would make now. Changes nothing.
    pub async fn dry_run(&self, now: DateTime<Utc>) -> Result<Pass, Error> {
        Ok(Pass { made: look(&self.db, now).await?, ..Pass::default() })
    }
}

/// Notes that a pass ended, unless a later one has.
async fn ended(tx: &mut Tx, now: DateTime<Utc>) -> Result<(), Error> {
    let text = now.to_rfc3339_opts(SecondsFormat::Micros, true);
    if instant(tx, FIRST).await?.is_none() {
        settings::set(tx, FIRST, &text).await?;
    }
    if instant(tx, LAST).await?.is_none_or(|last| last < now) {
        settings::set(tx, LAST, &text).await?;
    }
    Ok(())
}

/// The reminders that should exist and do not.
async fn look(db: &Db, now: DateTime<Utc>) -> Result<Vec<Made>, Error> {
    let mut tx = db.snapshot().await?;
    let span = Span::until(now, &mut tx).await?;
    let basis = Basis::load(&mut tx).await?;
    let schedules = Schedules::load(&mut tx, &basis).await?;
    let exist = reminders::made_between(&mut tx, span.days()).await?;
    let wanted = clocks::wanted(&mut tx, span, &basis, &schedules, &exist).await?;
    let changed = entries::changed(&mut tx, span, &schedules).await?;
    let digests = digests::wanted(span, basis.calendar(), &exist);
    let undelivered = undelivered::found(&mut tx, span, &schedules, &exist).await?;
    let drafts = drafts::found(&mut tx, span).await?;
    let is_quiet = wanted.is_empty() && changed.is_empty() && digests.is_empty();
    if is_quiet && undelivered.is_empty() && drafts.is_empty() {
        return Ok(Vec::new());
    }
    let truth = Truth::load(&mut tx, basis, schedules, span.today).await?;
    let mut made = clocks::made(&mut tx, span, &truth, wanted).await?;
    made.extend(entries::made(&mut tx, span, &truth, changed, &exist).await?);
    made.extend(digests::made(span, &truth, &digests));
    made.extend(drafts::made(span, &truth, drafts));
    made.extend(undelivered::made(&mut tx, span, &truth, &undelivered).await?);
    Ok(made)
}
