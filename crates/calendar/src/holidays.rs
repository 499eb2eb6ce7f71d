//! The bank holidays of England and Wales.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

/// One bank holiday, as GOV.UK publishes it, with how firm it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BankHoliday {
    /// What the day is called, such as "Good Friday".
    pub title: String,
    /// The weekday on which it is observed.
    pub date: NaiveDate,
    /// A remark such as “Substitute day”; often empty.
    #[serde(default)]
    pub notes: String,
    /// Whether government buildings fly flags; kept because the published file has it.
    #[serde(default)]
    pub bunting: bool,
    /// Whether the day is settled. A file that does not say so means that it is.
    #[serde(default, skip_serializing_if = "Standing::is_proclaimed")]
    pub standing: Standing,
}

/// Whether a bank holiday is settled.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// Settled by law or proclamation.
    #[default]
    Proclaimed,
    /// Expected from the usual pattern; it may still move.
    Projected,
}

impl Standing {
    #[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes the field by reference")]
    fn is_proclaimed(&self) -> bool {
        *self == Standing::Proclaimed
    }
}

/// The bank holidays of England and Wales, at most one on a date, in order of date.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BankHolidays {
    by_date: BTreeMap<NaiveDate, BankHoliday>,
}

impl BankHolidays {
    /// The bank holidays that come with the program, 2018 to 2028.
    ///
    /// # Panics
    /// Never: the file is part of the program and its tests read it.
    pub fn shipped() -> BankHolidays {
        BankHolidays::from_json(include_str!("../data/bank-holidays.json"))
            .expect("the shipped bank holiday file is read by the tests")
    }

    /// Every bank holiday, in order of date.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &BankHoliday> {
        self.by_date.values()
    }

    /// The bank holiday on `date`, if there is one.
    pub fn on(&self, date: NaiveDate) -> Option<&BankHoliday> {
        self.by_date.get(&date)
    }

    /// These bank holidays and one more, which replaces any other on its date.
    #[must_use]
    pub fn with(mut self, holiday: BankHoliday) -> BankHolidays {
        self.by_date.insert(holiday.date, holiday);
        self
    }

    /// These bank holidays updated: every year in `newer` replaces the same year here as a whole.
    ///
    /// Otherwise a holiday that moved would stay on its old date as well.
    #[must_use]
    pub fn merge(mut self, newer: BankHolidays) -> BankHolidays {
        let renewed: BTreeSet<i32> = newer.by_date.keys().map(Datelike::year).collect();
        self.by_date.retain(|date, _| !renewed.contains(&date.year()));
        self.by_date.extend(newer.by_date);
        self
    }
}

/// Collects bank holidays from anywhere, such as stored rows; the last one given for a date is kept.
impl FromIterator<BankHoliday> for BankHolidays {
    fn from_iter<I: IntoIterator<Item = BankHoliday>>(holidays: I) -> BankHolidays {
        let by_date = holidays.into_iter().map(|holiday| (holiday.date, holiday)).collect();
        BankHolidays { by_date }
    }
}
