//! Clocks in words, the same on every page and in every letter.

use calendar::Calendar;
use chrono::{Datelike, Months, NaiveDate};

use super::{Clock, ClockState, Count};
use crate::rules::Unit;

/// A wait of more working days than this is said in months.
const LONG: u32 = 30;

impl Clock<'_> {
    /// How it stands on `today`, such as `3 working days left` or `5 months left`.
    pub fn words(&self, today: NaiveDate, calendar: &Calendar) -> String {
        let state = self.state(today, calendar);
        let words = match (&state, self.due_date()) {
            (ClockState::NotStarted, _) => self.not_started(),
            (ClockState::Running { .. }, _) if self.key.is_minimum() => {
                "Must stay online until then".to_owned()
            }
            (ClockState::Running { left }, Some(due)) if *left > LONG => months_left(today, due),
            _ => state.to_string(),
        };
        if self.is_provisional() && self.is_open() { format!("{words}, provisional") } else { words }
    }

    fn not_started(&self) -> String {
        match (self.count, self.rule) {
            (Some(count), Some(rule)) if count.unit != Unit::None => {
                format!("Not started. {} {} {}", count.words(), count.direction.label(), rule.starts)
            }
            _ => ClockState::NotStarted.to_string(),
        }
    }
}

impl Count {
    /// Such as `3 working days` or `6 calendar months`.
    pub fn words(self) -> String {
        let unit = match self.unit {
            Unit::None => return self.unit.label().to_owned(),
            unit => unit.label(),
        };
        let unit = if self.limit == 1 { unit.trim_end_matches('s') } else { unit };
        format!("{} {unit}", self.limit)
    }
}

fn months_left(today: NaiveDate, due: NaiveDate) -> String {
    let (years, months) =
        (due.year() - today.year(), due.month0().cast_signed() - today.month0().cast_signed());
    let apart = u32::try_from(years * 12 + months).unwrap_or(0);
    let not_whole = today.checked_add_months(Months::new(apart)).is_none_or(|then| then > due);
    match apart - u32::from(not_whole && apart > 0) {
        1 => "1 month left".to_owned(),
        months => format!("{months} months left"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_left_are_whole_months() {
        let day = |month, day| NaiveDate::from_ymd_opt(2026, month, day).unwrap();
        assert_eq!(months_left(day(1, 15), day(6, 15)), "5 months left");
        assert_eq!(months_left(day(1, 16), day(6, 15)), "4 months left");
        assert_eq!(months_left(day(1, 31), day(3, 1)), "1 month left");
    }
}
