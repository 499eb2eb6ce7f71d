//! Reminders over a record whose cases are all open: making them, and sending them.

mod passes;
mod sender;

use std::sync::Arc;

use anyhow::anyhow;
use case::{OPERATOR, PersonId};
use chrono::{DateTime, Days, NaiveDate, Utc};
use import::{Import, Progress, Stop};
use mail::{Letterhead, Mailer, Pass, Reminders};
use sqlx::sqlite::{SqliteConnectOptions, SqliteSynchronous};
use sqlx::{ConnectOptions, SqliteConnection};
use store::mail_choices::{self, MailChoice};
use store::{Db, Tx};
use uuid::Uuid;

use crate::import::remove;
use crate::place::{Place, Size, today};
use crate::report::Report;
use crate::seed::open_cases;

/// Measures it over many cases and over fewer.
pub(crate) async fn run(place: &Place, report: &mut Report) -> anyhow::Result<()> {
    let few = open(place, place.sizes[1].cases).await?;
    let many = open(place, place.largest().cases).await?;
    passes::run(&few, &many, report).await?;
    sender::run(&few, report).await
}

/// The record of so many open cases. Takes a minute the first time.
pub(crate) async fn open(place: &Place, cases: usize) -> anyhow::Result<Size> {
    let file = place.folder.join(format!("open-cases-{cases}.jsonl"));
    let size = Size { cases, file, record: place.folder.join(format!("open-{cases}.db")) };
    if !size.record.exists() {
        open_cases::write(&size.file, cases)?;
        // Half a record of a run that was broken off would be taken for a whole one.
        let half = Size { record: size.record.with_extension("half"), file: size.file.clone(), cases };
        remove(&half.record);
        let db = Db::migrate(&half.address()).await?;
        // Nothing was recorded since the pass of the day before: that would be news.
        let import =
            Import { by: OPERATOR, now: at(before(), 9), new_id: || Uuid::from_u128(0xbe), writing: true };
        let progress: Progress = Arc::new(|_| ());
        import::take_in(&db, &size.file, import, &progress).await.map_err(|stop| match stop {
            Stop::Faults(faults) => anyhow!("{faults}"),
            Stop::Store(error) => error.into(),
        })?;
        db.close().await;
        std::fs::rename(&half.record, &size.record)?;
    }
    Ok(size)
}

/// The last day before the day of measuring, a Sunday: nobody is told of anything.
fn before() -> NaiveDate {
    today() - Days::new(1)
}

/// An hour of a day.
pub(crate) fn at(day: NaiveDate, hour: u32) -> DateTime<Utc> {
    day.and_hms_opt(hour, 0, 0).expect("an hour of a day").and_utc()
}

/// Spares everybody the digest of the week, which on a Monday would come beside what is measured.
async fn choose_no_digest(tx: &mut Tx, owners: usize) -> Result<(), store::Error> {
    for owner in 0..=owners {
        let person = PersonId(import::id_of(&open_cases::key(owner)));
        mail_choices::save(tx, person, &MailChoice::default()).await?;
    }
    Ok(())
}

/// A record whose reminders are made anew each time.
struct Record {
    db: Db,
    reminders: Reminders,
    /// Beside the record’s own connections, with the same settings.
    bare: SqliteConnection,
}

impl Record {
    /// Opens it, with letters that go to an address.
    async fn open(size: &Size, letters: &str) -> anyhow::Result<Self> {
        let (db, _) = size.open().await?;
        let owners = open_cases::owner(size.cases - 1);
        db.write(move |tx| Box::pin(choose_no_digest(tx, owners))).await?;
        let head = Letterhead::new(
            "cspr@measured.example",
            "Business unit",
            "unit@measured.example",
            "https://cspr.measured.example",
        )?;
        let reminders = Reminders::new(db.clone(), Mailer::from_address(letters, head)?, Uuid::from_u128(1));
        let options = SqliteConnectOptions::new().filename(&size.record).synchronous(SqliteSynchronous::Full);
        let bare = options.pragma("secure_delete", "on").connect().await?;
        Ok(Self { db, reminders, bare })
    }

    /// Forgets every reminder, and makes the pass of the day before.
    async fn reset(&mut self) -> anyhow::Result<()> {
        for forget in ["delete from reminder", "delete from setting where name like 'reminders/%'"] {
            sqlx::query(forget).execute(&mut self.bare).await?;
        }
        self.reminders.pass(at(before(), 12)).await?;
        Ok(())
    }

    /// The pass of the day of measuring, in the morning when letters go out.
    async fn pass(&self) -> anyhow::Result<Pass> {
        let pass = self.reminders.pass(at(today(), 8)).await?;
        anyhow::ensure!(pass.to_send() == open_cases::TOLD, "{} reminders are due", pass.to_send());
        Ok(pass)
    }

    async fn close(self) -> anyhow::Result<()> {
        self.reminders.stop().await?;
        self.db.close().await;
        Ok(())
    }
}
