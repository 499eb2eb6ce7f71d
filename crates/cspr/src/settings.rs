//! Where the record is and who acts.

use std::sync::OnceLock;

use anyhow::{Context, bail};
use calendar::Calendar;
use case::Actor;
use clap::Args;
use store::{Db, Error, holidays, people};

/// What every command may be told.
#[derive(Args)]
pub(crate) struct Settings {
    /// The record: `sqlite:FILE`, or `postgres://USER@HOST/NAME`
    #[arg(
        long,
        global = true,
        env = "CSPR_DATABASE_URL",
        default_value = "sqlite:var/cspr.db",
        hide_env_values = true,
        value_name = "ADDRESS"
    )]
    pub(crate) database: String,
    /// Act as this person, with no more rights than theirs, instead of as the operator
    #[arg(long = "as", global = true, value_name = "EMAIL")]
    acting_as: Option<String>,
    /// The record, once it is open.
    #[arg(skip)]
    opened: OnceLock<Db>,
}

impl Settings {
    /// Opens the record.
    pub(crate) async fn open(&self) -> anyhow::Result<Db> {
        let db = Db::open(&self.database).await?;
        Ok(self.opened.get_or_init(|| db).clone())
    }

    /// Closes the record if it was opened, so that it is whole in its one file where nobody else has it open.
    pub(crate) async fn close(&self) {
        if let Some(db) = self.opened.get() {
            db.close().await;
        }
    }

    /// The address of the record without the password in it, if there is one.
    pub(crate) fn shown_database(&self) -> String {
        let hidden = self.database.split_once("://").and_then(|(scheme, rest)| {
            let (user, place) = rest.split_once('@')?;
            Some(format!("{scheme}://{}@{place}", user.split(':').next()?))
        });
        hidden.unwrap_or_else(|| self.database.clone())
    }

    /// The bank holidays of the record; those that come with the program where there is no record yet.
    pub(crate) async fn calendar(&self) -> anyhow::Result<Calendar> {
        match Db::open(&self.database).await {
            Ok(db) => calendar(&db).await,
            Err(Error::NotReady(_)) => Ok(Calendar::shipped()),
            Err(error) => Err(error.into()),
        }
    }

    /// Who acts.
    pub(crate) async fn actor(&self, db: &Db) -> anyhow::Result<Actor> {
        let Some(email) = &self.acting_as else {
            return Ok(Actor::operator());
        };
        let mut tx = db.snapshot().await?;
        let Some(person) = people::person_by_email(&mut tx, email).await? else {
            bail!("nobody has the address {email}: `cspr people` lists those who have one");
        };
        Ok(people::actor(&mut tx, person.id).await?)
    }
}

/// The calendar of a record's bank holidays.
pub(crate) async fn calendar(db: &Db) -> anyhow::Result<Calendar> {
    let holidays = holidays::bank_holidays(&mut db.glance().await?).await?;
    Calendar::new(holidays).context("the bank holidays of the record make no calendar")
}
