//! The bank holidays, on which every deadline rests.

use calendar::{BankHoliday, BankHolidays};

use super::note::{Author, Facts, What};
use crate::recount::recount;
use crate::{Basis, Error, Tx, holidays};

/// Adds a bank holiday, in place of one that was on this day, and moves every open deadline that rests on it.
pub async fn add(tx: &mut Tx, author: Author, day: BankHoliday) -> Result<(), Error> {
    let days = holidays::bank_holidays(tx).await?.with(day);
    change(tx, author, &days).await
}

/// Puts these bank holidays in place of all others, and moves every open deadline that rests on them.
pub async fn change(tx: &mut Tx, author: Author, days: &BankHolidays) -> Result<(), Error> {
    let old = Basis::load(tx).await?;
    if old.calendar().holidays() == days {
        return Ok(());
    }
    put(tx, author, days).await?;
    let new = Basis::load(tx).await?;
    recount(tx, &old, &new).await
}

/// Brings the bank holidays to what an import says of them, and moves nothing yet: whoever calls this recounts.
pub async fn put(tx: &mut Tx, author: Author, days: &BankHolidays) -> Result<(), Error> {
    let old = holidays::bank_holidays(tx).await?;
    holidays::save_bank_holidays(tx, days, author.person, author.at).await?;
    for day in days.iter().filter(|day| !old.on(day.date).is_some_and(|was| is_same(was, day))) {
        author.note(tx, What::BankHolidayAdded, &Facts::day(day.date, day.standing)?).await?;
    }
    for day in old.iter().filter(|day| days.on(day.date).is_none()) {
        author.note(tx, What::BankHolidayRemoved, &Facts::day(day.date, day.standing)?).await?;
    }
    Ok(())
}

/// Whether two say the same of a day, but for remarks and flags.
fn is_same(one: &BankHoliday, other: &BankHoliday) -> bool {
    one.title == other.title && one.standing == other.standing
}
