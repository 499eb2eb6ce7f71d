//! The chain of digests that shows whether a history was altered, reordered or shortened.
//!
//! Each entry's digest covers the one before it, so that an entry cannot be changed, moved or left out without
//! changing all that follow. It covers the digest of the words and not the words, so that erasing words leaves the
//! chain whole.
//!
//! A plain digest of a short text gives the text away to whoever can guess it. So the words are stored with sixteen
//! random bytes, the salt, and the digest covers both. The salt is erased with the words, and what is left can be
//! compared with nothing.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};
use sha2::{Digest as _, Sha256};
use uuid::Uuid;

use crate::Error;

/// A SHA-256. Written as 64 hex digits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Digest(pub [u8; 32]);

impl fmt::Display for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl TryFrom<Vec<u8>> for Digest {
    type Error = Error;

    fn try_from(bytes: Vec<u8>) -> Result<Self, Error> {
        let bytes = bytes.try_into().map_err(|_| Error::Damaged("a digest is not 32 bytes long".into()))?;
        Ok(Self(bytes))
    }
}

impl FromStr for Digest {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        let wrong =
            || Error::Damaged(format!("“{}” is not a digest of 64 hexadecimal digits", text.escape_debug()));
        if text.len() != 64 {
            return Err(wrong());
        }
        let mut bytes = [0; 32];
        for (byte, pair) in bytes.iter_mut().zip(text.as_bytes().chunks_exact(2)) {
            let digit =
                |at: usize| char::from(pair[at]).to_digit(16).and_then(|digit| u8::try_from(digit).ok());
            *byte = digit(0).zip(digit(1)).map(|(high, low)| high * 16 + low).ok_or_else(wrong)?;
        }
        Ok(Self(bytes))
    }
}

impl Serialize for Digest {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Digest {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(D::Error::custom)
    }
}

/// The digest of a text.
pub(crate) fn of_text(text: &str) -> Digest {
    Digest(Sha256::digest(text.as_bytes()).into())
}

/// The salt of the entry `seq`, from the random seed of its command. The seed is not kept, and a salt leads back
/// neither to it nor to another salt.
pub(crate) fn salt(seed: Uuid, seq: u32) -> [u8; 16] {
    let mut hash = Sha256::new();
    hash.update(seed.as_bytes());
    hash.update(seq.to_be_bytes());
    let bytes: [u8; 32] = hash.finalize().into();
    let mut salt = [0; 16];
    salt.copy_from_slice(&bytes[..16]);
    salt
}
