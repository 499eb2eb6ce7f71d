//! Dates as people type them.

use calendar::NaiveDate;
use case::When;

use crate::form::data::Answers;

/// What is wrong with a date, and which of its three boxes to look at.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Wrong {
    /// `day`, `month` or `year`.
    pub part: &'static str,
    pub message: String,
}

/// The date in the boxes `NAME-day`, `NAME-month` and `NAME-year`; `None` when all are empty. Month and year without a
/// day are a month, a year alone is a year. A whole date pasted into the first box is understood.
pub(crate) fn read(answers: &Answers, name: &str, what: &str) -> Result<Option<When>, Wrong> {
    let [day, month, year] =
        ["day", "month", "year"].map(|part| answers.one(&format!("{name}-{part}")).trim().to_owned());
    let wrong = |part, message: String| Err(Wrong { part, message });
    let not_real = || format!("{what} must be a real date, such as 27 3 2026");
    let pasted = if month.is_empty() && year.is_empty() { whole(&day) } else { None };
    let (day, month, year) = pasted.unwrap_or((day, month, year));
    match (day.as_str(), month.as_str(), year.as_str()) {
        ("", "", "") => return Ok(None),
        (_, "", "") => return wrong("month", format!("{what} must include a month and a year")),
        (_, _, "") => return wrong("year", format!("{what} must include a year")),
        (day, "", _) if !day.is_empty() => return wrong("month", format!("{what} must include a month")),
        _ => {}
    }
    let Some(year) = year_of(&year) else {
        return wrong("year", format!("{what} must have a year of 4 numbers, such as 2026"));
    };
    if month.is_empty() {
        return Ok(Some(When::Year(year)));
    }
    let Some(month) = month_of(&month) else { return wrong("month", not_real()) };
    if day.is_empty() {
        return Ok(Some(When::Month(year, month)));
    }
    let date = number(&day).and_then(|day| NaiveDate::from_ymd_opt(year, month, day));
    date.map_or_else(|| wrong("day", not_real()), |day| Ok(Some(When::Day(day))))
}

/// The three boxes that say a date, for a form that shows it again.
pub(crate) fn boxes(when: When) -> [String; 3] {
    use chrono::Datelike;
    match when {
        When::Day(day) => [day.day().to_string(), day.month().to_string(), day.year().to_string()],
        When::Month(year, month) => [String::new(), month.to_string(), year.to_string()],
        When::Year(year) => [String::new(), String::new(), year.to_string()],
        When::NotKnown => Default::default(),
    }
}

/// The parts of a date written in one go: `4 March 2026`, `04/03/2026`, `2026-03-04`.
fn whole(text: &str) -> Option<(String, String, String)> {
    let parts: Vec<_> =
        text.split([' ', '/', '-', '.', ',']).filter(|part| !part.is_empty()).map(str::to_owned).collect();
    let [first, second, third] = <[String; 3]>::try_from(parts).ok()?;
    if first.len() == 4 { Some((third, second, first)) } else { Some((first, second, third)) }
}

fn number(text: &str) -> Option<u32> {
    let digits = text.trim_end_matches(|letter: char| letter.is_ascii_alphabetic());
    let suffix = &text[digits.len()..];
    let is_ordinal = matches!(suffix.to_ascii_lowercase().as_str(), "" | "st" | "nd" | "rd" | "th");
    let is_number = digits.bytes().all(|byte| byte.is_ascii_digit()) && (1..=2).contains(&digits.len());
    digits.parse().ok().filter(|_| is_number && is_ordinal)
}

fn year_of(text: &str) -> Option<i32> {
    let is_year = text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit());
    text.parse().ok().filter(|year| is_year && (1900..=2200).contains(year))
}

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// A month as a number or by name: `3`, `03`, `mar`, `March`, `sept`.
fn month_of(text: &str) -> Option<u32> {
    let name = text.trim_end_matches('.').to_lowercase();
    if name.chars().count() >= 3 && name.chars().all(char::is_alphabetic) {
        let at = MONTHS
            .iter()
            .position(|month| month.starts_with(&name) || (name == "sept" && *month == "september"));
        return at.and_then(|at| u32::try_from(at + 1).ok());
    }
    number(&name).filter(|month| (1..=12).contains(month))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(day: &str, month: &str, year: &str) -> Result<Option<When>, Wrong> {
        let answers = Answers::default().and("on-day", day).and("on-month", month).and("on-year", year);
        read(&answers, "on", "Date sent")
    }

    #[test]
    fn dates_are_understood_as_people_type_them() {
        let march: When = "2026-03-04".parse().unwrap();
        for (day, month, year) in [
            ("4", "3", "2026"),
            ("04", "03", "2026"),
            (" 4", "mar", "2026 "),
            ("4th", "March", "2026"),
            ("4 March 2026", "", ""),
            ("04/03/2026", "", ""),
            ("2026-03-04", "", ""),
        ] {
            assert_eq!(typed(day, month, year), Ok(Some(march)), "{day} {month} {year}");
        }
        assert_eq!(typed("", "sept", "2026"), Ok(Some(When::Month(2026, 9))));
        assert_eq!(typed("", "", "2026"), Ok(Some(When::Year(2026))));
        assert_eq!(typed("", "", ""), Ok(None));
    }

    #[test]
    fn what_is_wrong_names_the_box() {
        for (day, month, year, part, says) in [
            ("4", "", "2026", "month", "must include a month"),
            ("4", "3", "", "year", "must include a year"),
            ("4", "", "", "month", "month and a year"),
            ("31", "2", "2026", "day", "real date"),
            ("4", "13", "2026", "month", "real date"),
            ("4", "ma", "2026", "month", "real date"),
            ("4", "3", "26", "year", "4 numbers"),
            ("4x", "3", "2026", "day", "real date"),
            ("-4", "3", "2026", "day", "real date"),
        ] {
            let wrong = typed(day, month, year).unwrap_err();
            assert!(wrong.part == part && wrong.message.contains(says), "{day} {month} {year}: {wrong:?}");
        }
    }

    #[test]
    fn a_date_is_shown_again_as_it_was_meant() {
        for text in ["2026-03-04", "2026-03", "2026"] {
            let when: When = text.parse().unwrap();
            let [day, month, year] = boxes(when);
            assert_eq!(typed(&day, &month, &year), Ok(Some(when)));
        }
    }
}
