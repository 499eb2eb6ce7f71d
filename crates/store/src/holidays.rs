//! The bank holidays an operator added or loaded.

use calendar::{BankHoliday, BankHolidays, NaiveDate, Standing};
use case::PersonId;
use chrono::{DateTime, Utc};

use crate::tx::{execute, fetch_all};
use crate::{Error, Tx};

/// The bank holidays that hold: those an operator loaded, or where none were loaded, those shipped with the
/// program.
pub async fn bank_holidays(tx: &mut Tx) -> Result<BankHolidays, Error> {
    let rows = fetch_all!(
        tx,
        (NaiveDate, String, String, bool, String),
        "select date, title, notes, bunting, standing from bank_holiday order by date"
    )?;
    if rows.is_empty() {
        return Ok(BankHolidays::shipped());
    }
    rows.into_iter()
        .map(|(date, title, notes, bunting, standing)| {
            Ok(BankHoliday { title, date, notes, bunting, standing: standing_of(&standing)? })
        })
        .collect()
}

/// Replaces all bank holidays with these.
pub async fn save_bank_holidays(
    tx: &mut Tx,
    holidays: &BankHolidays,
    by: PersonId,
    now: DateTime<Utc>,
) -> Result<(), Error> {
    execute!(tx, "delete from bank_holiday")?;
    for holiday in holidays.iter() {
        execute!(
            tx,
            "insert into bank_holiday (date, title, notes, bunting, standing, recorded_at, recorded_by)
             values ($1, $2, $3, $4, $5, $6, $7)",
            holiday.date,
            &holiday.title,
            &holiday.notes,
            holiday.bunting,
            standing_code(holiday.standing),
            now,
            by.0,
        )?;
    }
    Ok(())
}

fn standing_code(standing: Standing) -> &'static str {
    match standing {
        Standing::Proclaimed => "proclaimed",
        Standing::Projected => "projected",
    }
}

fn standing_of(code: &str) -> Result<Standing, Error> {
    match code {
        "proclaimed" => Ok(Standing::Proclaimed),
        "projected" => Ok(Standing::Projected),
        _ => Err(Error::Damaged(format!("a bank holiday is neither proclaimed nor projected but “{code}”"))),
    }
}
