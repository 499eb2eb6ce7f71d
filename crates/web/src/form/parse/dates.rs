//! Reading dates and times of day.

use calendar::NaiveDate;
use case::When;
use chrono::NaiveTime;

use super::Fields;
use crate::form::{date_input, time_input};
use crate::text::grammar::lower_first;

impl Fields<'_> {
    /// A whole day that must be there. `what` begins the messages: “Date the notification was sent”.
    pub(crate) fn day(&mut self, name: &str, what: &str) -> Option<NaiveDate> {
        match date_input::read(self.answers, name, what) {
            Ok(Some(When::Day(day))) => Some(day),
            Ok(Some(_)) => self.no_date(name, "day", format!("{what} must include a day")),
            Ok(None) => self.no_date(name, "day", format!("Enter the {}", lower_first(what))),
            Err(wrong) => self.no_date(name, wrong.part, wrong.message),
        }
    }

    /// A whole day that must be there and not lie in the future.
    pub(crate) fn past_day(&mut self, name: &str, what: &str, today: NaiveDate) -> Option<NaiveDate> {
        let day = self.day(name, what)?;
        if day > today {
            return self.no_date(name, "day", format!("{what} must be today or in the past"));
        }
        Some(day)
    }

    /// A date as precisely as it is known: a day, a month, a year, or nothing.
    pub(crate) fn when(&mut self, name: &str, what: &str) -> When {
        match date_input::read(self.answers, name, what) {
            Ok(when) => when.unwrap_or(When::NotKnown),
            Err(wrong) => {
                self.problems.add_at(name, &format!("{name}-{}", wrong.part), wrong.message);
                When::NotKnown
            }
        }
    }

    /// A date as precisely as it is known, which must be said: where it is not known at all, the box `NAME-unknown` says so.
    pub(crate) fn known_when(&mut self, name: &str, what: &str, today: NaiveDate) -> When {
        let unknown = self.answers.has(&format!("{name}-unknown"), "yes");
        let when = self.when(name, what);
        if self.problems.of(name).is_some() {
            return when;
        }
        let target = format!("{name}-day");
        match when {
            When::NotKnown if !unknown => {
                let message = format!("Enter the {}, or say that it is not known", lower_first(what));
                self.problems.add_at(name, &target, message);
            }
            When::NotKnown => {}
            _ if unknown => {
                let message =
                    format!("Enter the {} or say that it is not known, not both", lower_first(what));
                self.problems.add_at(name, &target, message);
            }
            when if when.certainly_after_day(today) => {
                self.problems.add_at(name, &target, format!("{what} must be today or in the past"));
            }
            _ => {}
        }
        when
    }

    /// A time of day that may be left out.
    pub(crate) fn optional_time(&mut self, name: &str) -> Option<NaiveTime> {
        let typed = self.optional_line(name)?;
        let time = time_input::read(&typed);
        if time.is_none() {
            self.problems.add(name, "Enter a time such as 4:12pm or 16:12, or leave it empty");
        }
        time
    }

    /// A whole day that may be left out.
    pub(crate) fn optional_day(&mut self, name: &str, what: &str) -> Option<NaiveDate> {
        match self.when(name, what) {
            When::Day(day) => Some(day),
            When::NotKnown => None,
            _ => self.no_date(name, "day", format!("{what} must include a day")),
        }
    }

    fn no_date(&mut self, name: &str, part: &str, message: String) -> Option<NaiveDate> {
        self.problems.add_at(name, &format!("{name}-{part}"), message);
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::data::Answers;

    fn problem_of(encoded: &str, read: impl Fn(&mut Fields<'_>)) -> Option<String> {
        let answers = Answers::read(encoded.as_bytes());
        let mut fields = Fields::of(&answers);
        read(&mut fields);
        fields.problems.iter().next().map(|problem| problem.message.clone())
    }

    #[test]
    fn a_day_in_the_future_is_refused() {
        let today = NaiveDate::from_ymd_opt(2026, 3, 26).unwrap();
        let read = |fields: &mut Fields<'_>| {
            fields.past_day("sent", "Date the notification was sent", today);
        };
        assert_eq!(problem_of("sent-day=26&sent-month=3&sent-year=2026", read), None);
        let future = problem_of("sent-day=27&sent-month=3&sent-year=2026", read);
        assert_eq!(future.as_deref(), Some("Date the notification was sent must be today or in the past"));
        assert_eq!(problem_of("", read).as_deref(), Some("Enter the date the notification was sent"));
    }

    #[test]
    fn a_day_that_may_be_left_out_is_whole_where_it_is_given() {
        let read = |fields: &mut Fields<'_>| {
            fields.optional_day("due", "Due date");
        };
        assert_eq!(problem_of("", read), None);
        assert_eq!(problem_of("due-day=27&due-month=3&due-year=2026", read), None);
        let month = problem_of("due-month=3&due-year=2026", read);
        assert_eq!(month.as_deref(), Some("Due date must include a day"));
    }
}
