//! Dates as people know them: a day, only a month, only a year, or not at all.

use std::{fmt, str::FromStr};

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// When something happened, as precisely as it is known.
///
/// Written as `2026-03-10`, `2026-03`, `2026` or `not known`. Published timelines of real cases often give only a
/// month, and a record that can only hold full dates cannot hold them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum When {
    /// A calendar day in London.
    Day(NaiveDate),
    /// Some day of a month (1 to 12) of a year.
    Month(i32, u32),
    /// Some day of a year.
    Year(i32),
    /// The date is not known, and the record says so.
    #[default]
    NotKnown,
}

impl When {
    /// The exact day, where it is known.
    pub fn day(self) -> Option<NaiveDate> {
        match self {
            Self::Day(day) => Some(day),
            Self::Month(..) | Self::Year(_) | Self::NotKnown => None,
        }
    }

    /// The first day it can have been; `None` when nothing is known.
    pub fn earliest(self) -> Option<NaiveDate> {
        match self {
            Self::Day(day) => Some(day),
            Self::Month(year, month) => NaiveDate::from_ymd_opt(year, month, 1),
            Self::Year(year) => NaiveDate::from_ymd_opt(year, 1, 1),
            Self::NotKnown => None,
        }
    }

    /// The last day it can have been; `None` when nothing is known.
    pub fn latest(self) -> Option<NaiveDate> {
        match self {
            Self::Day(day) => Some(day),
            Self::Month(year, 12) | Self::Year(year) => NaiveDate::from_ymd_opt(year, 12, 31),
            Self::Month(year, month) => NaiveDate::from_ymd_opt(year, month + 1, 1)?.pred_opt(),
            Self::NotKnown => None,
        }
    }

    /// Whether this certainly lies before `other`: even its last possible day is earlier than the other's first.
    pub fn certainly_before(self, other: Self) -> bool {
        matches!((self.latest(), other.earliest()), (Some(last), Some(first)) if last < first)
    }

    /// Whether this certainly lies after `day`.
    pub fn certainly_after_day(self, day: NaiveDate) -> bool {
        self.earliest().is_some_and(|first| first > day)
    }
}

impl From<NaiveDate> for When {
    fn from(day: NaiveDate) -> Self {
        Self::Day(day)
    }
}

/// For people: "10 March 2026", "March 2026", "2026", "a date not known".
impl fmt::Display for When {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Day(day) => write!(f, "{}", day.format("%-d %B %Y")),
            Self::Month(..) => match self.earliest() {
                Some(first) => write!(f, "{}", first.format("%B %Y")),
                None => f.write_str("a date not known"),
            },
            Self::Year(year) => write!(f, "{year}"),
            Self::NotKnown => f.write_str("a date not known"),
        }
    }
}

/// The text was none of the four forms of a [`When`].
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("“{0}” is not a date: write it as 2026-03-10, 2026-03, 2026 or not known")]
pub struct NotADate(String);

impl FromStr for When {
    type Err = NotADate;

    fn from_str(text: &str) -> Result<Self, NotADate> {
        let wrong = || NotADate(text.chars().take(40).collect());
        let year_in_range = |year: &i32| (1900..=2200).contains(year);
        if text == "not known" {
            return Ok(Self::NotKnown);
        }
        if !text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-') {
            return Err(wrong());
        }
        match text.len() {
            10 => text
                .parse::<NaiveDate>()
                .ok()
                .filter(|day| year_in_range(&day.year()))
                .map(Self::Day)
                .ok_or_else(wrong),
            7 if text.as_bytes()[4] == b'-' => {
                let year = text[..4].parse().ok().filter(year_in_range).ok_or_else(wrong)?;
                let month = text[5..].parse().ok().filter(|m| (1..=12).contains(m)).ok_or_else(wrong)?;
                Ok(Self::Month(year, month))
            }
            4 => text.parse().ok().filter(year_in_range).map(Self::Year).ok_or_else(wrong),
            _ => Err(wrong()),
        }
    }
}

impl Serialize for When {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Day(day) => serializer.collect_str(day),
            Self::Month(year, month) => serializer.collect_str(&format_args!("{year:04}-{month:02}")),
            Self::Year(year) => serializer.collect_str(&format_args!("{year:04}")),
            Self::NotKnown => serializer.serialize_str("not known"),
        }
    }
}

impl<'de> Deserialize<'de> for When {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Visitor;
        impl de::Visitor<'_> for Visitor {
            type Value = When;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a date such as 2026-03-10, 2026-03, 2026 or not known")
            }

            fn visit_str<E: de::Error>(self, text: &str) -> Result<When, E> {
                text.parse().map_err(E::custom)
            }
        }
        deserializer.deserialize_str(Visitor)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_precision_reads_back_as_written() {
        for text in ["2026-03-10", "2026-03", "2026", "not known"] {
            let when: When = text.parse().unwrap();
            assert_eq!(serde_json::to_value(when).unwrap(), text);
        }
    }

    #[test]
    fn nonsense_is_refused_with_the_forms_that_are_understood() {
        for text in [
            "",
            "2026-02-30",
            "2026-13",
            "0026",
            "10/03/2026",
            "unknown",
            "2026é03",
            "١٢٣٤",
            "2026-+1",
            " 2026-3-1",
        ] {
            assert!(text.parse::<When>().unwrap_err().to_string().contains("2026-03-10"), "{text}");
        }
    }

    #[test]
    fn a_month_is_before_a_day_only_when_it_has_certainly_ended() {
        let august = When::Month(2023, 8);
        assert!(august.certainly_before("2023-09-01".parse().unwrap()));
        assert!(!august.certainly_before("2023-08-31".parse().unwrap()));
        assert!(!When::NotKnown.certainly_before(august));
    }
}
