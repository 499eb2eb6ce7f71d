//! What becomes of a reminder by what its reader chose.

use std::collections::{BTreeMap, BTreeSet};

use case::reminders::{Kind, Occasion};
use case::{Actor, PersonId};
use chrono::NaiveDate;
use store::mail_choices::{Digest, MailChoice};

/// Whether somebody who is meant gets a reminder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Reader {
    /// They do.
    Gets,
    /// They do not, and why.
    Not(String),
    /// Somebody else does in their place, and why.
    Instead(PersonId, String),
}

/// What people chose.
pub(super) type Choices = BTreeMap<PersonId, MailChoice>;

/// Those who are meant, and whoever stands in for them. A deputy who may not see it does not.
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

/// Somebody among these people.
pub(super) fn find(actors: &[Actor], person: PersonId) -> Option<&Actor> {
    actors.iter().find(|actor| actor.person == person)
}
