//! Names of things that are safe to write anywhere: ids, references and digests.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};
use uuid::Uuid;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident;)+) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }
    )+};
}

ids! {
    /// A case. The id never changes.
    CaseId;
    /// A person: staff, partner, reviewer or child.
    PersonId;
    /// A council, board, police force or any other agency.
    OrganisationId;
    /// A local safeguarding children partnership.
    PartnershipId;
}

/// The case reference people use, such as `2026-014`: the year the case entered the service and its serial in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Reference {
    /// The year in which the case entered the service.
    pub year: i32,
    /// The serial within the year and partnership, from 1.
    pub serial: u32,
}

impl fmt::Display for Reference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:03}", self.year, self.serial)
    }
}

/// The text was not a case reference.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("“{0}” is not a case reference: write it as 2026-014")]
pub struct NotAReference(String);

/// Accepts what people type: `2026-014`, `2026-14`, `2026/014`, `case 2026 014`.
impl FromStr for Reference {
    type Err = NotAReference;

    fn from_str(text: &str) -> Result<Self, NotAReference> {
        let wrong = || NotAReference(text.chars().take(40).collect());
        let bare = text.trim().to_ascii_lowercase();
        let bare = bare.strip_prefix("case").unwrap_or(&bare).trim();
        let (year, serial) = bare.split_once(['-', '/', ' ']).ok_or_else(wrong)?;
        let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
        if year.len() != 4 || !digits(year) || !digits(serial.trim()) {
            return Err(wrong());
        }
        let serial = serial.trim().parse().ok().filter(|serial| *serial > 0).ok_or_else(wrong)?;
        Ok(Self { year: year.parse().map_err(|_| wrong())?, serial })
    }
}

impl Serialize for Reference {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Reference {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(D::Error::custom)
    }
}

/// The SHA-256 of a report's text, by which a decision says exactly what it was made on. Written as 64 hex digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ReportDigest(pub [u8; 32]);

impl fmt::Display for ReportDigest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

/// The text was not 64 hex digits.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a digest is 64 hexadecimal digits")]
pub struct NotADigest;

impl FromStr for ReportDigest {
    type Err = NotADigest;

    fn from_str(text: &str) -> Result<Self, NotADigest> {
        if text.len() != 64 || !text.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return Err(NotADigest);
        }
        let mut bytes = [0; 32];
        for (byte, at) in bytes.iter_mut().zip((0..64).step_by(2)) {
            *byte = u8::from_str_radix(&text[at..at + 2], 16).map_err(|_| NotADigest)?;
        }
        Ok(Self(bytes))
    }
}

impl Serialize for ReportDigest {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for ReportDigest {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(D::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reference_is_read_as_people_type_it() {
        for text in ["2026-014", "2026-14", "2026/014", "case 2026 014", " Case 2026-014 "] {
            assert_eq!(text.parse::<Reference>().unwrap().to_string(), "2026-014", "{text}");
        }
        assert_eq!("2026-1234".parse::<Reference>().unwrap().to_string(), "2026-1234");
        for text in ["", "2026", "2026-000", "26-014", "2026-x", "2026-+14", "-2026-14"] {
            assert!(text.parse::<Reference>().is_err(), "{text}");
        }
    }

    #[test]
    fn a_digest_reads_back_as_written() {
        let digest = ReportDigest([0xab; 32]);
        assert_eq!(digest.to_string().parse(), Ok(digest));
        assert!("ab".parse::<ReportDigest>().is_err());
        assert!("+a".repeat(32).parse::<ReportDigest>().is_err());
    }
}
