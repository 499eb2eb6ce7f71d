//! The bank holidays that come with the program.

use crate::common::date;
use crate::published::YEARS;
use calendar::{BankHoliday, BankHolidays, Calendar, Day, NaiveDate, Standing};

#[test]
fn the_shipped_dates_are_those_of_an_independent_source() {
    let mut expected = Vec::new();
    for (year, days, _) in YEARS {
        expected.extend(days.split(", ").map(|day| date(&format!("{day} {year}"))));
    }
    let shipped: Vec<NaiveDate> = BankHolidays::shipped().iter().map(|holiday| holiday.date).collect();
    assert_eq!(shipped, expected);
}

#[test]
fn each_year_has_its_working_days() {
    let calendar = Calendar::shipped();
    for (year, _, expected) in YEARS {
        let days = date(&format!("1 Jan {year}"))
            .iter_days()
            .take_while(|day| *day <= date(&format!("31 Dec {year}")));
        let found = days.filter(|day| calendar.is_working_day(*day).unwrap()).count();
        assert_eq!(found, expected as usize, "working days of {year}");
    }
}

#[test]
fn one_off_days_are_there_under_their_names() {
    let holidays = BankHolidays::shipped();
    let title = |on| holidays.on(date(on)).unwrap().title.as_str();
    assert_eq!(title("8 May 2020"), "Early May bank holiday (VE day)");
    assert_eq!(title("2 Jun 2022"), "Spring bank holiday");
    assert_eq!(title("3 Jun 2022"), "Platinum Jubilee bank holiday");
    assert_eq!(title("19 Sep 2022"), "Bank Holiday for the State Funeral of Queen Elizabeth II");
    assert_eq!(title("8 May 2023"), "Bank holiday for the coronation of King Charles III");
}

#[test]
fn a_moved_bank_holiday_leaves_its_usual_day_a_working_day() {
    let calendar = Calendar::shipped();
    assert_eq!(calendar.day(date("4 May 2020")), Ok(Day::Working));
    assert_eq!(calendar.day(date("30 May 2022")), Ok(Day::Working));
}

#[test]
fn the_days_of_2027_and_2028_are_projected_and_all_before_are_proclaimed() {
    let projected = |holiday: &&BankHoliday| holiday.standing == Standing::Projected;
    let holidays = BankHolidays::shipped();
    assert_eq!(holidays.iter().find(projected).unwrap().date, date("1 Jan 2027"));
    assert_eq!(holidays.iter().filter(projected).count(), 16);
}

#[test]
fn each_kind_of_day_says_why_it_is_not_counted() {
    let calendar = Calendar::shipped();
    let why = |on| calendar.day(date(on)).unwrap().why_skipped();
    assert_eq!(why("28 Mar 2024"), None);
    assert_eq!(why("29 Mar 2024"), Some("Good Friday"));
    assert_eq!(why("30 Mar 2024"), Some("Saturday"));
    assert_eq!(why("31 Mar 2024"), Some("Sunday"));
}

#[test]
fn the_shipped_file_is_what_the_program_itself_would_write() {
    let written = format!("{}\n", BankHolidays::shipped().to_json());
    assert_eq!(written, include_str!("../../data/bank-holidays.json"));
}
