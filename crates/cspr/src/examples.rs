//! A record of example data: marked as such, and living on a day of its own.

use std::str::FromStr;

use anyhow::ensure;
use calendar::{NaiveDate, london_date};
use case::Actor;
use chrono::{DateTime, TimeDelta, Utc};
use store::{Db, cases, settings};

use crate::clock;

/// The day that the examples are made for: Thursday 26 March 2026.
const DAY: (i32, u32, u32) = (2026, 3, 26);

/// What is made out to be now where the cases are invented.
#[derive(Clone, Copy)]
pub(crate) enum Pretended {
    /// This day, at the real time of day.
    Day(NaiveDate),
    /// This time, from which the clock goes on.
    Time(DateTime<Utc>),
}

impl FromStr for Pretended {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let day = text.parse().map(Self::Day);
        let now = day.or_else(|_| clock::read(text).map(Self::Time));
        now.map_err(|_| "write a day as 2026-03-26, or a time as 2026-03-26T09:00".to_owned())
    }
}

/// How far the clock of a record of example data is from the real one.
pub(crate) fn ahead(pretended: Option<Pretended>) -> TimeDelta {
    let (year, month, date) = DAY;
    let usual = NaiveDate::from_ymd_opt(year, month, date).map(Pretended::Day);
    match pretended.or(usual) {
        Some(Pretended::Time(time)) => time - clock::now(),
        Some(Pretended::Day(day)) => {
            let ahead = day - clock::today();
            // Late in the evening it may be tomorrow there already: summer time is not the same all year.
            ahead + (day - london_date(clock::now() + ahead))
        }
        None => TimeDelta::zero(),
    }
}

/// Whether a record is marked as example data.
pub(crate) async fn are_in(db: &Db) -> anyhow::Result<bool> {
    Ok(settings::get(&mut db.glance().await?, settings::EXAMPLES).await?.is_some())
}

/// Marks a record as example data, which cannot be taken back. Gives the time by its clock.
pub(crate) async fn mark(db: &Db) -> anyhow::Result<DateTime<Utc>> {
    if !are_in(db).await? {
        let held = cases::list(&mut db.snapshot().await?, &Actor::operator(), None, 1).await?;
        ensure!(
            held.is_empty(),
            "this record holds cases that are no examples: import the examples into one of their own"
        );
        db.write(|tx| Box::pin(async move { settings::set(tx, settings::EXAMPLES, "true").await })).await?;
    }
    Ok(clock::now() + ahead(None))
}
