//! What holds for every count, whatever the day and the number.

use std::sync::LazyLock;

use crate::common::date;
use calendar::{BankHoliday, BankHolidays, Calendar, Day, NaiveDate, Standing, Working};
use chrono::Days;
use proptest::prelude::*;

static CALENDAR: LazyLock<Calendar> = LazyLock::new(Calendar::shipped);

/// A day far enough from both ends of the data for any count below.
fn day() -> impl Strategy<Value = NaiveDate> {
    (0u64..3200).prop_map(|days| date("1 Jan 2019") + Days::new(days))
}

fn number() -> impl Strategy<Value = u32> {
    1u32..200
}

fn with_holiday(on: NaiveDate, standing: Standing) -> Calendar {
    let title = "Extra bank holiday".to_owned();
    let extra = BankHoliday { title, date: on, notes: String::new(), bunting: false, standing };
    Calendar::new(BankHolidays::shipped().with(extra)).expect("whole years")
}

/// Every day of the span is either counted or passed over, once, in order, and the last one counted is due.
fn adds_up(working: &Working, n: u32, span: &[NaiveDate]) -> Result<(), TestCaseError> {
    prop_assert_eq!(working.counted.len(), n as usize);
    prop_assert_eq!(working.counted.last(), Some(&working.due));
    let mut days: Vec<NaiveDate> = working.counted.clone();
    days.extend(working.skipped.iter().map(|skipped| skipped.date));
    days.sort_unstable();
    prop_assert_eq!(&days, span);
    Ok(())
}

proptest! {
    #[test]
    fn a_due_date_is_a_working_day(from in day(), n in number()) {
        for due in [CALENDAR.working_days_after(from, n), CALENDAR.working_days_before(from, n)] {
            prop_assert!(CALENDAR.is_working_day(due.unwrap().date).unwrap());
        }
    }

    #[test]
    fn forward_then_backward_returns_to_the_working_day_it_started_from(from in day(), n in number()) {
        let start = CALENDAR.last_working_day_on_or_before(from).unwrap();
        let due = CALENDAR.working_days_after(from, n).unwrap().date;
        prop_assert_eq!(CALENDAR.working_days_before(due, n).unwrap().date, start);
    }

    #[test]
    fn backward_then_forward_returns_to_the_working_day_it_started_from(from in day(), n in number()) {
        let start = CALENDAR.last_working_day_on_or_before(from).unwrap();
        let due = CALENDAR.working_days_before(start, n).unwrap().date;
        prop_assert_eq!(CALENDAR.working_days_after(due, n).unwrap().date, start);
    }

    #[test]
    fn the_days_between_a_day_and_its_due_date_are_the_days_counted(from in day(), n in number()) {
        let due = CALENDAR.working_days_after(from, n).unwrap().date;
        prop_assert_eq!(CALENDAR.working_days_between(from, due).unwrap(), i64::from(n));
        prop_assert_eq!(CALENDAR.working_days_between(due, from).unwrap(), -i64::from(n));
    }

    #[test]
    fn a_later_start_or_a_longer_count_is_never_due_earlier(from in day(), n in number()) {
        let due = CALENDAR.working_days_after(from, n).unwrap().date;
        prop_assert!(CALENDAR.working_days_after(from + Days::new(1), n).unwrap().date >= due);
        prop_assert!(CALENDAR.working_days_after(from, n + 1).unwrap().date > due);
    }

    #[test]
    fn another_bank_holiday_never_makes_a_deadline_earlier(from in day(), n in number(), later in 0u64..300) {
        let extra = with_holiday(from + Days::new(later), Standing::Proclaimed);
        let without = CALENDAR.working_days_after(from, n).unwrap().date;
        prop_assert!(extra.working_days_after(from, n).unwrap().date >= without);
    }

    #[test]
    fn another_bank_holiday_never_makes_a_backward_count_end_later(
        from in day(), n in number(), earlier in 0u64..300,
    ) {
        let extra = with_holiday(from - Days::new(earlier), Standing::Proclaimed);
        let without = CALENDAR.working_days_before(from, n).unwrap().date;
        prop_assert!(extra.working_days_before(from, n).unwrap().date <= without);
    }

    #[test]
    fn a_date_is_provisional_when_its_working_passes_over_a_projected_bank_holiday(
        from in day(), n in number(), later in 1u64..300,
    ) {
        let projected = from + Days::new(later);
        let calendar = with_holiday(projected, Standing::Projected);
        let working = calendar.explain_after(from, n).unwrap();
        let is_projected = |on| match calendar.day(on).unwrap() {
            Day::BankHoliday(holiday) => holiday.standing == Standing::Projected,
            Day::Working | Day::Saturday | Day::Sunday => false,
        };
        let passes_over_one = working.skipped.iter().any(|skipped| is_projected(skipped.date));
        prop_assert_eq!(working.provisional, passes_over_one);
    }

    #[test]
    fn a_forward_explanation_adds_up(from in day(), n in number()) {
        let working = CALENDAR.explain_after(from, n).unwrap();
        let span: Vec<NaiveDate> = from.iter_days().skip(1).take_while(|on| *on <= working.due).collect();
        adds_up(&working, n, &span)?;
        prop_assert_eq!(working.due, CALENDAR.working_days_after(from, n).unwrap().date);
    }

    #[test]
    fn a_backward_explanation_adds_up(from in day(), n in number()) {
        let working = CALENDAR.explain_before(from, n).unwrap();
        let span: Vec<NaiveDate> = working.due.iter_days().take_while(|on| *on < from).collect();
        adds_up(&working, n, &span)?;
        prop_assert_eq!(working.due, CALENDAR.working_days_before(from, n).unwrap().date);
    }

    #[test]
    fn months_end_in_the_right_month_and_never_on_a_later_day_of_it(from in day(), n in 0u32..14) {
        use chrono::Datelike;
        let due = CALENDAR.months_after(from, n).unwrap().date;
        let months = |on: NaiveDate| i64::from(on.year()) * 12 + i64::from(on.month());
        prop_assert_eq!(months(due) - months(from), i64::from(n));
        let last_of_month = (due + Days::new(1)).day() == 1;
        prop_assert!(due.day() == from.day() || (due.day() < from.day() && last_of_month));
    }

    #[test]
    fn an_entry_is_either_read_whole_or_refused_by_its_number(
        title in "\\PC{0,9}", written in "20[0-9]{2}-[01][0-9]-[0-3][0-9]",
    ) {
        let event = serde_json::json!({"title": title, "date": written});
        let file = serde_json::json!({"england-and-wales": {"events": [event]}}).to_string();
        match BankHolidays::from_json(&file) {
            Ok(holidays) => {
                let only = holidays.iter().next().unwrap();
                prop_assert_eq!((&only.title, only.date.to_string()), (&title, written));
            }
            Err(refusal) => prop_assert!(refusal.to_string().starts_with("bank holiday 1"), "{}", refusal),
        }
    }
}
