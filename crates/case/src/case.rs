//! A case: its history, and how it stands after all of it.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Deref;

use chrono::{DateTime, Utc};

use crate::events::{Corrected, Event, Fact};
use crate::position::Position;
use crate::{PersonId, Word, Words};

/// One entry as it stands in the record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recorded {
    /// Its number within the case, from 1.
    pub seq: u32,
    /// When it was recorded, by our clock.
    pub at: DateTime<Utc>,
    /// The person who recorded it.
    pub by: PersonId,
    /// What it says.
    pub event: Event,
}

/// A case, folded from its history. Reads as its [`Position`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Case {
    position: Position,
    history: Vec<Recorded>,
}

impl Deref for Case {
    type Target = Position;

    fn deref(&self) -> &Position {
        &self.position
    }
}

impl Case {
    /// A case of which nothing is recorded.
    pub fn new() -> Self {
        Self::default()
    }

    /// The case that a history tells.
    pub fn replay(history: impl IntoIterator<Item = Recorded>) -> Self {
        let mut case = Self { position: Position::default(), history: history.into_iter().collect() };
        for at in 0..case.history.len() {
            case.forget_words_erased_at(at);
        }
        case.refold();
        case
    }

    /// Every entry, oldest first, as recorded.
    pub fn history(&self) -> &[Recorded] {
        &self.history
    }

    /// The entry with this number.
    pub fn entry(&self, number: u32) -> Option<&Recorded> {
        self.history.iter().find(|recorded| recorded.seq == number)
    }

    /// The entries that stand, each with its number: corrections in the place of what they correct, and nothing that was
    /// struck out.
    pub fn standing(&self) -> Vec<(u32, Cow<'_, Event>)> {
        self.effective(&[])
    }

    /// The number of the last entry; 0 when there is none.
    pub fn version(&self) -> u32 {
        self.history.last().map_or(0, |last| last.seq)
    }

    /// Takes one more entry in. There are no rules here: what is recorded, happened.
    pub fn apply(&mut self, recorded: Recorded) {
        let looks_back = matches!(recorded.event.fact, Fact::Corrected(_) | Fact::WordsErased(_));
        if !looks_back {
            self.position.apply(&recorded.event);
        }
        self.history.push(recorded);
        if looks_back {
            self.forget_words_erased_at(self.history.len() - 1);
            self.refold();
        }
    }

    /// The case as it stood before an entry, with every correction made since in its place.
    pub(crate) fn before(&self, entry: u32) -> Self {
        let earlier: Vec<_> = self.effective(&[]).into_iter().filter(|(number, _)| *number < entry).collect();
        let history = self.history.iter().filter(|recorded| recorded.seq < entry).cloned().collect();
        Self { position: fold(&earlier), history }
    }

    /// How the case would stand after `events`, which are not recorded yet.
    pub(crate) fn position_after(&self, events: &[Event]) -> Position {
        if events.iter().any(|event| matches!(event.fact, Fact::Corrected(_))) {
            return fold(&self.effective(events));
        }
        let mut position = self.position.clone();
        for event in events {
            position.apply(event);
        }
        position
    }

    /// The history as it should have been, with every correction in its place, followed by `more`. Each entry keeps its
    /// number; those struck out are missing.
    pub(crate) fn effective<'a>(&'a self, more: &'a [Event]) -> Vec<(u32, Cow<'a, Event>)> {
        let entries = || (1..).zip(self.history.iter().map(|recorded| &recorded.event).chain(more));
        let mut corrections = corrections(entries());
        entries()
            .filter_map(|(number, event)| match corrections.remove(&number) {
                None => Some((number, Cow::Borrowed(event))),
                Some(corrected) => corrected.map(|event| (number, Cow::Owned(event))),
            })
            .collect()
    }

    fn refold(&mut self) {
        self.position = fold(&self.effective(&[]));
    }

    fn forget_words_erased_at(&mut self, at: usize) {
        let (earlier, rest) = self.history.split_at_mut(at);
        if let Some(Fact::WordsErased(erasure)) = rest.first().map(|recorded| &recorded.event.fact) {
            for recorded in earlier.iter_mut().filter(|recorded| erasure.entries.contains(&recorded.seq)) {
                recorded.event.words = Words::none();
            }
        }
    }
}

fn fold(events: &[(u32, Cow<'_, Event>)]) -> Position {
    let mut position = Position::default();
    for (_, event) in events {
        position.apply(event);
    }
    position
}

/// What each corrected entry should have been, by its number: `None` where it should not have been recorded.
///
/// The latest correction of an entry counts. `entries` is a whole history with its numbers.
fn corrections<'a>(entries: impl Iterator<Item = (u32, &'a Event)>) -> BTreeMap<u32, Option<Event>> {
    let mut corrections = BTreeMap::new();
    for (number, event) in entries {
        if let Fact::Corrected(Corrected { entry, with }) = &event.fact
            && *entry < number
        {
            let corrected = with.as_ref().map(|fact| Event {
                on: event.on,
                fact: (**fact).clone(),
                words: event.words.clone().without(Word::Correction),
            });
            corrections.insert(*entry, corrected);
        }
    }
    corrections
}
