//! A record of example data: marked as such, and living on a day of its own.

use std::str::FromStr;

use anyhow::ensure;
use calendar::{NaiveDate, london_date};
use case::Actor;
use chrono::{DateTime, TimeDelta, Utc};
use store::{Db, cases, people, settings};
use url::{Host, Url};

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

/// Marks a record as example data, which cannot be taken back.
pub(crate) async fn mark(db: &Db) -> anyhow::Result<()> {
    may_be_marked(db).await?;
    db.write(|tx| Box::pin(async move { settings::set(tx, settings::EXAMPLES, "true").await })).await?;
    Ok(())
}

/// Refuses a record in which anything is real: once it is marked, anybody may sign in as anybody.
pub(crate) async fn may_be_marked(db: &Db) -> anyhow::Result<()> {
    if are_in(db).await? {
        return Ok(());
    }
    let mut tx = db.snapshot().await?;
    let held = cases::list(&mut tx, &Actor::operator(), None, 1).await?;
    let known = people::people(&mut tx).await?;
    ensure!(
        held.is_empty() && known.is_empty(),
        "this record holds people or cases that are no examples: import the examples into a record of their own"
    );
    Ok(())
}

/// Refuses a record of example data: whoever is added to it, anybody may sign in as them.
pub(crate) async fn refuse_in(db: &Db) -> anyhow::Result<()> {
    ensure!(
        !are_in(db).await?,
        "this record holds example data, and anybody may sign in as anybody: start a record of your own with `cspr migrate`"
    );
    Ok(())
}

/// Whether an address that people type leads to the machine it is typed on.
pub(crate) fn is_this_machine(origin: &str) -> bool {
    let origin = Url::parse(origin).ok();
    origin.as_ref().and_then(Url::host).is_some_and(|host| match host {
        Host::Domain(name) => name == "localhost",
        Host::Ipv4(address) => address.is_loopback(),
        Host::Ipv6(address) => address.is_loopback(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_loopback_address_is_this_machine() {
        for origin in ["http://127.0.0.1:8080", "http://127.0.0.2", "https://localhost", "http://[::1]:8080"]
        {
            assert!(is_this_machine(origin), "{origin}");
        }
        for origin in [
            "https://cspr.northmere.example",
            "http://127.0.0.1.northmere.example",
            "http://localhost.example",
            "http://192.168.1.2:8080",
            "http://127.0.0.1@northmere.example",
            "127.0.0.1:8080",
            "",
        ] {
            assert!(!is_this_machine(origin), "{origin}");
        }
    }
}
