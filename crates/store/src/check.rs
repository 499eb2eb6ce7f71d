//! What can be wrong with a stored history, seen from the history alone.

use std::collections::BTreeSet;

use case::{Case, Fact, Recorded};

use crate::digest;
use crate::entry::{Entry, History, START};

/// Why a stored history is not what the program wrote.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Broken {
    /// The numbers are not 1, 2, 3 and so on.
    #[error("entry {0} is missing")]
    Missing(u32),
    /// Something in an entry, or in one before it, is not as it was recorded.
    #[error("entry {0} was altered, or one before it was")]
    Altered(u32),
    /// The words are not those that were written.
    #[error("the words of entry {0} were altered")]
    WordsAltered(u32),
    /// The words are gone, and no entry says that they were erased.
    #[error("the words of entry {0} are gone, and no entry says that they were erased")]
    WordsGone(u32),
    /// The entry is as it was recorded, but cannot be understood.
    #[error("entry {0} cannot be read")]
    Unreadable(u32),
}

impl History {
    /// The case that this history makes, once its whole chain is checked.
    ///
    /// # Errors
    ///
    /// The first thing that is wrong.
    pub fn check(&self) -> Result<Case, Broken> {
        let mut before = START;
        for (expected, entry) in (1..).zip(&self.entries) {
            if entry.seq != expected {
                return Err(Broken::Missing(expected));
            }
            if entry.digest != entry.digest_after(before, self.case) {
                return Err(Broken::Altered(entry.seq));
            }
            if let Some(words) = &entry.words
                && entry.words_digest != Some(digest::of_text(words))
            {
                return Err(Broken::WordsAltered(entry.seq));
            }
            before = entry.digest;
        }
        let recorded = self.entries.iter().map(readable).collect::<Result<Vec<_>, _>>()?;
        self.erasures_are_recorded(&recorded)?;
        Ok(Case::replay(recorded))
    }

    fn erasures_are_recorded(&self, recorded: &[Recorded]) -> Result<(), Broken> {
        let mut gone = self.entries.iter().filter(|entry| entry.is_erased()).peekable();
        if gone.peek().is_none() {
            return Ok(());
        }
        let erased: BTreeSet<u32> = recorded
            .iter()
            .filter_map(|recorded| match &recorded.event.fact {
                Fact::WordsErased(erasure) => Some(&erasure.entries),
                _ => None,
            })
            .flatten()
            .copied()
            .collect();
        gone.find(|entry| !erased.contains(&entry.seq))
            .map_or(Ok(()), |entry| Err(Broken::WordsGone(entry.seq)))
    }
}

fn readable(entry: &Entry) -> Result<Recorded, Broken> {
    let recorded = entry.recorded().map_err(|_| Broken::Unreadable(entry.seq))?;
    if recorded.event.fact.kind() == entry.kind { Ok(recorded) } else { Err(Broken::Altered(entry.seq)) }
}
