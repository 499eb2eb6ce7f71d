//! Who really gets a reminder, after what each recipient chose.

use std::collections::{BTreeMap, BTreeSet};

use case::reminders::{Kind, Occasion};
use case::{Actor, PersonId};
use chrono::NaiveDate;
use store::mail_choices::{Digest, MailChoice};

/// Whether a recipient gets a reminder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Reader {
    /// They get it.
    Gets,
    /// They do not get it, and why.
    Not(String),
    /// Somebody else gets it in their place, and why.
    Instead(PersonId, String),
}

/// The choices of people, by their ids.
pub(super) type Choices = BTreeMap<PersonId, MailChoice>;

/// What becomes of a reminder for each recipient, and for their deputies. A deputy who may not see it gets nothing.
pub(super) fn readers(
    meant: &BTreeSet<PersonId>,
    (kind, occasion): (Kind, Occasion),
    (choices, today): (&Choices, NaiveDate),
    may_see: impl Fn(PersonId) -> bool,
) -> BTreeMap<PersonId, Reader> {
    let mut readers = BTreeMap::new();
    let mut deputies = BTreeSet::new();
    for person in meant {
        let choice = choices.get(person);
        let away = choice.and_then(|choice| choice.away(today)).filter(|(deputy, _)| may_see(*deputy));
        let reader = match (away, choice) {
            (Some((deputy, until)), _) => {
                deputies.insert(deputy);
                let why = format!("They are away until {}. Their deputy is told.", until.format("%-d %B %Y"));
                Reader::Instead(deputy, why)
            }
            (None, Some(choice)) => by_choice(choice, kind, occasion),
            (None, None) => Reader::Gets,
        };
        readers.insert(*person, reader);
    }
    readers.extend(deputies.into_iter().map(|deputy| (deputy, Reader::Gets)));
    readers
}

fn by_choice(choice: &MailChoice, kind: Kind, occasion: Occasion) -> Reader {
    if choice.switched_off.contains(&kind) && kind.can_be_switched_off(occasion) {
        return Reader::Not("They switched it off in their account.".to_owned());
    }
    if choice.digest == Digest::Daily && kind.is_of_clock() && occasion.is_early() {
        return Reader::Not("It is in their daily digest.".to_owned());
    }
    Reader::Gets
}

/// The actor who is this person, if any.
pub(super) fn find(actors: &[Actor], person: PersonId) -> Option<&Actor> {
    actors.iter().find(|actor| actor.person == person)
}
