//! The working of a count: every day that was counted, and every day that was not, with the reason.

use chrono::NaiveDate;
use serde::Serialize;

use crate::calendar::Calendar;
use crate::count::Due;
use crate::limits::OutsideCalendar;

/// How a count arrived at its date.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Working {
    /// Day 0: the date of the event, never counted itself.
    pub from: NaiveDate,
    /// The date at which the count arrived.
    pub due: NaiveDate,
    /// The days counted, in the order of counting; the last one is `due`. In a count of months, the date each
    /// month ends on.
    pub counted: Vec<NaiveDate>,
    /// The days passed over, in the order of counting. A count of months passes over none.
    pub skipped: Vec<Skipped>,
    /// Whether a day passed over is a bank holiday that is only projected.
    pub provisional: bool,
}

/// A day that was not counted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Skipped {
    /// The date of the day.
    pub date: NaiveDate,
    /// Why it was not counted: "Saturday", "Sunday" or the name of the bank holiday.
    pub why: String,
}

impl Calendar {
    /// The working of [`Calendar::working_days_after`].
    ///
    /// # Errors
    /// As for the count itself.
    pub fn explain_after(&self, from: NaiveDate, n: u32) -> Result<Working, OutsideCalendar> {
        let due = self.working_days_after(from, n)?;
        let later = from.iter_days().skip(1);
        self.explain(from, due, later.take_while(|date| *date <= due.date))
    }

    /// The working of [`Calendar::working_days_before`], from the latest day to the earliest.
    ///
    /// # Errors
    /// As for the count itself.
    pub fn explain_before(&self, from: NaiveDate, n: u32) -> Result<Working, OutsideCalendar> {
        let due = self.working_days_before(from, n)?;
        let earlier = from.iter_days().rev().skip(1);
        self.explain(from, due, earlier.take_while(|date| *date >= due.date))
    }

    /// The working of [`Calendar::months_after`].
    ///
    /// # Errors
    /// As for the count itself.
    pub fn explain_months_after(&self, from: NaiveDate, n: u32) -> Result<Working, OutsideCalendar> {
        let Due { date: due, provisional } = self.months_after(from, n)?;
        let counted =
            (1..=n).map(|month| Ok(self.months_after(from, month)?.date)).collect::<Result<_, _>>()?;
        Ok(Working { from, due, counted, skipped: Vec::new(), provisional })
    }

    fn explain(
        &self,
        from: NaiveDate,
        due: Due,
        days: impl Iterator<Item = NaiveDate>,
    ) -> Result<Working, OutsideCalendar> {
        let (mut counted, mut skipped) = (Vec::new(), Vec::new());
        for date in days {
            match self.day(date)?.why_skipped() {
                None => counted.push(date),
                Some(why) => skipped.push(Skipped { date, why: why.to_owned() }),
            }
        }
        Ok(Working { from, due: due.date, counted, skipped, provisional: due.provisional })
    }
}
