//! Reading and writing the bank holiday file, in the shape of <https://www.gov.uk/bank-holidays.json>.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::holidays::{BankHoliday, BankHolidays};

const DIVISION: &str = "england-and-wales";

/// Why a bank holiday file cannot be used. Entries are numbered from 1 in the order of the file.
#[derive(Debug, thiserror::Error)]
pub enum HolidayFileError {
    /// The text is not JSON.
    #[error(
        "the bank holiday file is not JSON ({0}): use the file from https://www.gov.uk/bank-holidays.json"
    )]
    NotJson(#[source] serde_json::Error),
    /// There is no list of events for England and Wales.
    #[error(
        "the bank holiday file has no \"england-and-wales\" with a list of \"events\": \
         use the file from https://www.gov.uk/bank-holidays.json"
    )]
    NoDivision,
    /// The list of events for England and Wales is empty.
    #[error("the bank holiday file lists no events for \"england-and-wales\"")]
    NoEvents,
    /// An entry has no title.
    #[error("bank holiday {entry} has no title: give the day a name, such as \"Good Friday\"")]
    NoTitle {
        /// The number of the entry, from 1.
        entry: usize,
    },
    /// An entry's date is missing or is not a date.
    #[error(
        "bank holiday {entry}, {title:?}: its date is {found}, which is not a date written as \"2024-03-29\""
    )]
    NotADate {
        /// The number of the entry, from 1.
        entry: usize,
        /// The title of the entry.
        title: String,
        /// What stands in place of the date, as JSON; `null` when there is nothing.
        found: Value,
    },
    /// Another field of an entry cannot be understood.
    #[error("bank holiday {entry}, {title:?}: {cause}")]
    NotUnderstood {
        /// The number of the entry, from 1.
        entry: usize,
        /// The title of the entry.
        title: String,
        /// What is wrong with it.
        #[source]
        cause: serde_json::Error,
    },
    /// Two entries have the same date.
    #[error("bank holiday {entry}, {title:?}: {date} is already {earlier:?}; keep one of the two")]
    Duplicate {
        /// The number of the second entry.
        entry: usize,
        /// The title of the second entry.
        title: String,
        /// The date that both entries have.
        date: NaiveDate,
        /// The title of the first entry.
        earlier: String,
    },
    /// An entry's date is before the date of the entry above it.
    #[error(
        "bank holiday {entry}, {title:?}: {date} comes after {previous} in the file; \
         put the entries in order of date"
    )]
    OutOfOrder {
        /// The number of the entry, from 1.
        entry: usize,
        /// The title of the entry.
        title: String,
        /// The date of the entry.
        date: NaiveDate,
        /// The date of the entry above it.
        previous: NaiveDate,
    },
}

impl BankHolidays {
    /// Reads the bank holidays of England and Wales; other divisions are passed over.
    ///
    /// # Errors
    /// When the text is not in GOV.UK's shape, or its entries are not one to a date in order of date.
    pub fn from_json(text: &str) -> Result<BankHolidays, HolidayFileError> {
        let file: Value = serde_json::from_str(text).map_err(HolidayFileError::NotJson)?;
        let events = file
            .get(DIVISION)
            .and_then(|division| division.get("events"))
            .and_then(Value::as_array)
            .ok_or(HolidayFileError::NoDivision)?;
        let mut holidays: Vec<BankHoliday> = Vec::with_capacity(events.len());
        for (index, event) in events.iter().enumerate() {
            let holiday = read_entry(index + 1, event)?;
            if let Some(previous) = holidays.last() {
                check_order(index + 1, previous, &holiday)?;
            }
            holidays.push(holiday);
        }
        if holidays.is_empty() {
            return Err(HolidayFileError::NoEvents);
        }
        Ok(holidays.into_iter().collect())
    }

    /// Writes the bank holidays in the shape [`BankHolidays::from_json`] reads.
    ///
    /// # Panics
    /// Never: bank holidays are dates, words and yes or no, and JSON can hold them all.
    pub fn to_json(&self) -> String {
        let division = Division { division: DIVISION, events: self.iter().collect() };
        serde_json::to_string_pretty(&BTreeMap::from([(DIVISION, division)]))
            .expect("bank holidays fit in JSON")
    }
}

#[derive(Serialize)]
struct Division<'a> {
    division: &'static str,
    events: Vec<&'a BankHoliday>,
}

fn read_entry(entry: usize, event: &Value) -> Result<BankHoliday, HolidayFileError> {
    let words = |field| event.get(field).and_then(Value::as_str).map(str::trim);
    let Some(title) = words("title").filter(|title| !title.is_empty()) else {
        return Err(HolidayFileError::NoTitle { entry });
    };
    if words("date").is_none_or(|date| date.parse::<NaiveDate>().is_err()) {
        let found = event.get("date").cloned().unwrap_or(Value::Null);
        return Err(HolidayFileError::NotADate { entry, title: title.to_owned(), found });
    }
    BankHoliday::deserialize(event).map_err(|cause| HolidayFileError::NotUnderstood {
        entry,
        title: title.to_owned(),
        cause,
    })
}

fn check_order(entry: usize, previous: &BankHoliday, holiday: &BankHoliday) -> Result<(), HolidayFileError> {
    let (title, date) = (holiday.title.clone(), holiday.date);
    if date == previous.date {
        return Err(HolidayFileError::Duplicate { entry, title, date, earlier: previous.title.clone() });
    }
    if date < previous.date {
        return Err(HolidayFileError::OutOfOrder { entry, title, date, previous: previous.date });
    }
    Ok(())
}
