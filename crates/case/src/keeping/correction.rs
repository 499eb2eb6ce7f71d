//! Correcting what is recorded: nothing is edited, and the entry that corrects stands beside the one it corrects.

use std::slice;

use super::builds_on::{Thing, brought_by, builds_on};
use super::{Corrected, Correction};
use crate::decide::fact_of;
use crate::events::{Event, Fact};
use crate::position::Position;
use crate::rejection::{Problems, Rejection};
use crate::{Case, Command, PartnershipId, Word};

/// Checks that an entry may be corrected in this way, and that everything recorded after it still follows.
pub(super) fn check(
    case: &Case,
    correction: &Correction,
    command: &Command,
    could_record: impl Fn(&Case, &Command) -> Result<(), Rejection>,
    problems: &mut Problems,
) {
    problems.require_word(&command.words, Word::Correction, "Enter why the entry is corrected");
    if let Err(rejection) = corrected(case, correction, command, could_record)
        .and_then(|with| still_follows(case, correction.entry, Some(with), command))
    {
        problems.include(rejection);
    }
}

/// Checks that an entry may be struck out, and that everything recorded after it still follows.
pub(super) fn check_strike_out(case: &Case, entry: u32, command: &Command, problems: &mut Problems) {
    problems.require_word(&command.words, Word::Correction, "Enter why the entry is struck out");
    if let Err(rejection) = dispensable(case, entry).and_then(|()| still_follows(case, entry, None, command))
    {
        problems.include(rejection);
    }
}

/// What the entry becomes: something that could have been recorded in its place.
fn corrected(
    case: &Case,
    correction: &Correction,
    command: &Command,
    could_record: impl Fn(&Case, &Command) -> Result<(), Rejection>,
) -> Result<Fact, Rejection> {
    let was = correctable(case, correction.entry)?;
    if matches!(was, Fact::PartnerDecided(_)) {
        return Err(Rejection::of(
            "with",
            "A partner’s decision is never edited. Record the new decision and why it changed, or strike this one out if it \
             was never made",
        ));
    }
    let before = case.before(correction.entry);
    let step = (*correction.with).clone();
    let with = fact_of(&before, step.clone());
    same_kind(was, &with)?;
    let words = command.words.clone().without(Word::Correction);
    could_record(&before, &Command { on: command.on, step, words })?;
    Ok(with)
}

fn dispensable(case: &Case, entry: u32) -> Result<(), Rejection> {
    match started(correctable(case, entry)?) {
        Some(_) => {
            Err(Rejection::of("entry", "The entry that started the case can be corrected but not struck out"))
        }
        None => Ok(()),
    }
}

/// What the entry recorded, unless it is of a kind that is never corrected.
fn correctable(case: &Case, entry: u32) -> Result<&Fact, Rejection> {
    let recorded = case.entry(entry).ok_or_else(|| {
        Rejection::of("entry", format!("There is no entry {entry}. The last one is {}", case.version()))
    })?;
    let fact = &recorded.event.fact;
    instead(fact).map_or(Ok(fact), |instead| Err(Rejection::of("entry", instead)))
}

/// What to do instead of correcting an entry that is never corrected; `None` for every other.
fn instead(fact: &Fact) -> Option<&'static str> {
    Some(match fact {
        Fact::Opened(_) | Fact::RuleSetPinned(_) | Fact::ClockJudged(_) | Fact::JudgementWithdrawn(_) => {
            "This entry follows from others. Correct the one it follows from"
        }
        Fact::Corrected(_) => "Correct the first entry again instead: its latest correction counts",
        Fact::WordsErased(_) | Fact::PersonErased(_) => "What is erased cannot be brought back",
        Fact::AccessGranted(_) | Fact::AccessEnded(_) | Fact::LeadAssigned(_) => {
            "Who could see the case stays as it was. Change the list of people, or who leads, from now on"
        }
        _ => return None,
    })
}

/// Whether the rules ever allow an entry of this kind to be corrected.
pub fn is_correctable(fact: &Fact) -> bool {
    instead(fact).is_none() && !matches!(fact, Fact::PartnerDecided(_) | Fact::ChildIdentified(_))
}

/// Whether the rules ever allow an entry of this kind to be struck out.
pub fn is_dispensable(fact: &Fact) -> bool {
    instead(fact).is_none() && started(fact).is_none()
}

fn same_kind(was: &Fact, with: &Fact) -> Result<(), Rejection> {
    if was.kind() != with.kind() {
        return Err(Rejection::of(
            "with",
            format!("Correct this entry with the same kind of step (“{}”)", was.kind()),
        ));
    }
    if matches!(was, Fact::ChildIdentified(_)) {
        return Err(Rejection::of("with", "Say again who the child is instead: the latest entry counts"));
    }
    if started(was) != started(with) {
        return Err(Rejection::of("partnership", "A case stays with the partnership that started it"));
    }
    Ok(())
}

/// The partnership whose case the entry started.
fn started(fact: &Fact) -> Option<PartnershipId> {
    match fact {
        Fact::Referred(referral) => Some(referral.partnership),
        Fact::BroughtIn(case) => Some(case.partnership),
        _ => None,
    }
}

/// Refuses a correction on which something recorded later builds, and names that entry.
fn still_follows(case: &Case, entry: u32, with: Option<Fact>, command: &Command) -> Result<(), Rejection> {
    let lost = lost(case, entry, with.as_ref());
    let fact = Fact::Corrected(Corrected { entry, with: with.map(Box::new) });
    let correction = Event { on: command.on, fact, words: command.words.clone() };
    let mut position = Position::default();
    for (number, event) in case.effective(slice::from_ref(&correction)) {
        let fact = &event.fact;
        let allowed = |step| position.stage.after(step).is_some();
        let stands =
            fact.moves(position.stage).is_none_or(allowed) && !lost.is_some_and(|lost| builds_on(fact, lost));
        if number > entry && !stands {
            let (kind, on) = (fact.kind(), event.on);
            return Err(Rejection::of(
                "entry",
                format!(
                    "Entry {number} (“{kind}”, {on}) builds on entry {entry}. Correct or strike out that one first"
                ),
            ));
        }
        if number > entry {
            position.in_turn(fact, event.on)?;
        }
        position.apply(&event);
    }
    Ok(())
}

/// What an entry brought into the case and no longer brings once it is corrected, unless another entry brings it
/// too.
fn lost(case: &Case, entry: u32, with: Option<&Fact>) -> Option<Thing> {
    let stands = case.effective(&[]);
    let (_, was) = stands.iter().find(|(number, _)| *number == entry)?;
    let thing = brought_by(&was.fact).filter(|thing| with.and_then(brought_by) != Some(*thing))?;
    let elsewhere =
        stands.iter().any(|(number, event)| *number != entry && brought_by(&event.fact) == Some(thing));
    (!elsewhere).then_some(thing)
}
