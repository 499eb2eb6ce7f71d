//! What was recorded in a case, as it stands after every correction.

use std::borrow::Cow;

use case::keeping::Corrected;
use case::terms::Partner;
use case::{Case, Event, Fact, Recorded, Word, Words};

/// The entries that stand, with their numbers: corrections in place, and nothing that was struck out.
pub(crate) struct Entries<'c>(Vec<(u32, Cow<'c, Event>)>);

impl<'c> Entries<'c> {
    pub(crate) fn of(case: &'c Case) -> Self {
        Self(case.standing())
    }

    /// The latest entry of a kind, with its number.
    pub(crate) fn last(&self, is: impl Fn(&Fact) -> bool) -> Option<(u32, &Event)> {
        self.0
            .iter()
            .rev()
            .find(|(_, event)| is(&event.fact))
            .map(|(number, event)| (*number, event.as_ref()))
    }

    /// Every entry of a kind, oldest first.
    pub(crate) fn all(&self, is: impl Fn(&Fact) -> bool) -> impl Iterator<Item = &Event> {
        self.0.iter().map(|(_, event)| event.as_ref()).filter(move |event| is(&event.fact))
    }

    /// Every entry of a kind with its number, oldest first.
    pub(crate) fn numbered(&self, is: impl Fn(&Fact) -> bool) -> impl Iterator<Item = (u32, &Event)> {
        let all = self.0.iter().map(|(number, event)| (*number, event.as_ref()));
        all.filter(move |(_, event)| is(&event.fact))
    }

    /// The entry that began the case: the referral, or taking it over.
    pub(crate) fn beginning(&self) -> Option<(u32, &Event)> {
        self.last(|fact| matches!(fact, Fact::Referred(_) | Fact::BroughtIn(_)))
    }

    /// What a partner said last.
    pub(crate) fn view(&self, of: Partner) -> Option<&Event> {
        self.last(|fact| matches!(fact, Fact::ViewGiven(view) if view.partner == of)).map(|(_, event)| event)
    }

    /// The entry that added a child.
    pub(crate) fn child(&self, number: u8) -> Option<(u32, &Event)> {
        self.last(|fact| matches!(fact, Fact::ChildAdded(child) if child.number == number))
    }
}

/// What somebody wrote; empty where nothing was, or it was erased.
pub(crate) fn wrote(event: &Event, word: Word) -> String {
    event.words.get(word).unwrap_or_default().to_owned()
}

/// How an entry stands after its latest correction: what it says, or nothing where it was struck out.
pub(crate) fn as_it_stands(case: &Case, recorded: &Recorded) -> Option<Event> {
    let of_it = |entry: &&Recorded| corrects(entry, recorded.seq);
    let Some(latest) = case.history().iter().rev().find(of_it) else { return Some(recorded.event.clone()) };
    match &latest.event.fact {
        Fact::Corrected(Corrected { with: Some(with), .. }) => {
            let words = latest.event.words.iter().filter(|(word, _)| *word != Word::Correction);
            let words = words.fold(Words::none(), |words, (word, text)| words.and(word, text));
            Some(Event { on: latest.event.on, fact: (**with).clone(), words })
        }
        _ => None,
    }
}

/// Whether an entry corrects the one of this number.
pub(crate) fn corrects(entry: &Recorded, number: u32) -> bool {
    matches!(&entry.event.fact, Fact::Corrected(corrected) if corrected.entry == number)
}
