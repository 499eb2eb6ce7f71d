//! An event as it is stored: what is hashed, exported and read back, byte for byte.

use case::{CaseId, Event, PersonId, Recorded, Words};
use chrono::{DateTime, SubsecRound, Utc};
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use uuid::Uuid;

use crate::Error;
use crate::digest::{self, Digest};

/// One stored entry of a case's history. Its JSON is what an export holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    /// Its number within the case, from 1.
    pub seq: u32,
    /// When it was recorded, in UTC.
    pub at: DateTime<Utc>,
    /// The person who recorded it.
    pub by: PersonId,
    /// The name of its fact, such as `notified`.
    pub kind: String,
    /// The day it happened and the fact, as JSON.
    pub facts: String,
    /// What somebody wrote, with its salt, as JSON; `None` where nothing was written or it was erased.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub words: Option<String>,
    /// The digest of `words`, which stays when they are erased; `None` where nothing was written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub words_digest: Option<Digest>,
    /// The digest of the whole entry, including the digest of the one before.
    pub digest: Digest,
}

/// The whole stored history of one case. Its JSON is what an export holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct History {
    /// The id of the case.
    pub case: CaseId,
    /// The entries of the case, oldest first.
    pub entries: Vec<Entry>,
}

/// The digest that the first entry of a case builds on.
pub(crate) const START: Digest = Digest([0; 32]);

#[derive(Serialize)]
struct WordsOut<'a> {
    salt: String,
    words: &'a Words,
}

#[derive(Deserialize)]
struct WordsIn {
    words: Words,
}

impl Entry {
    /// The stored form of an entry of `case`, after one with the digest `before`. `seed` is random.
    pub fn new(before: Digest, case: CaseId, recorded: &Recorded, seed: Uuid) -> Result<Self, Error> {
        let words = words_text(&recorded.event.words, seed, recorded.seq)?;
        let mut entry = Self {
            seq: recorded.seq,
            at: recorded.at.trunc_subsecs(6),
            by: recorded.by,
            kind: recorded.event.fact.kind().to_owned(),
            facts: recorded.event.facts_json(),
            words_digest: words.as_deref().map(digest::of_text),
            words,
            digest: START,
        };
        entry.digest = entry.digest_after(before, case);
        Ok(entry)
    }

    /// The digest of this entry of `case` after one with the digest `before`. For the first entry, that is all
    /// zeros.
    ///
    /// Every part is either of a fixed length or preceded by its length, so that no two entries give the same
    /// bytes.
    pub(crate) fn digest_after(&self, before: Digest, case: CaseId) -> Digest {
        let words_digest = self.words_digest.as_ref().map_or(&[][..], |digest| &digest.0);
        let mut hash = Sha256::new();
        hash.update(before.0);
        hash.update(case.0.as_bytes());
        hash.update(self.seq.to_be_bytes());
        hash.update(self.at.timestamp_micros().to_be_bytes());
        hash.update(self.by.0.as_bytes());
        for part in [self.kind.as_bytes(), self.facts.as_bytes(), words_digest] {
            hash.update((part.len() as u64).to_be_bytes());
            hash.update(part);
        }
        Digest(hash.finalize().into())
    }

    /// The entry as the rules read it.
    pub fn recorded(&self) -> Result<Recorded, Error> {
        Ok(Recorded {
            seq: self.seq,
            at: self.at,
            by: self.by,
            event: event(self.seq, &self.facts, self.words.as_deref())?,
        })
    }

    /// Whether words were written with it and are no longer there.
    pub fn is_erased(&self) -> bool {
        self.words.is_none() && self.words_digest.is_some()
    }
}

impl History {
    /// The stored form of a history. `seed` is random.
    pub fn new(case: CaseId, recorded: &[Recorded], seed: Uuid) -> Result<Self, Error> {
        let mut entries = Vec::with_capacity(recorded.len());
        let mut before = START;
        for recorded in recorded {
            let entry = Entry::new(before, case, recorded, seed)?;
            before = entry.digest;
            entries.push(entry);
        }
        Ok(Self { case, entries })
    }

    /// The entries as the rules read them.
    pub fn recorded(&self) -> Result<Vec<Recorded>, Error> {
        self.entries.iter().map(Entry::recorded).collect()
    }

    /// The digest of the last entry, which stands for the whole history.
    pub fn head(&self) -> Digest {
        self.entries.last().map_or(START, |entry| entry.digest)
    }
}

/// The event of an entry from its stored texts.
pub(crate) fn event(seq: u32, facts: &str, words: Option<&str>) -> Result<Event, Error> {
    let unreadable = |error| Error::Damaged(format!("entry {seq} cannot be read: {error}"));
    let words = match words {
        Some(words) => serde_json::from_str::<WordsIn>(words).map_err(unreadable)?.words,
        None => Words::none(),
    };
    Event::from_json(facts, words).map_err(unreadable)
}

fn words_text(words: &Words, seed: Uuid, seq: u32) -> Result<Option<String>, Error> {
    if words.is_empty() {
        return Ok(None);
    }
    let salt = Uuid::from_bytes(digest::salt(seed, seq)).simple().to_string();
    json(&WordsOut { salt, words }).map(Some)
}

fn json(value: &impl Serialize) -> Result<String, Error> {
    serde_json::to_string(value)
        .map_err(|error| Error::Damaged(format!("an entry cannot be written: {error}")))
}
