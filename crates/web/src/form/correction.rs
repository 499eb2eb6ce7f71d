//! Changing what was recorded: a correction, which stands beside what it corrects.

use case::keeping::Correction;
use case::{Event, Step, StepKind, Word, Words};

use crate::form::question::{Question, text};
use crate::form::{Answers, Problems, Read, Recording};

/// What a correction says that only adds what was not known.
const ADDED: &str = "Details added";

/// Why something is changed. Adding what was not known yet needs no reason.
pub(crate) const WHY: Question<String> = text(Word::Correction, "Why are you changing it?")
    .rows(3)
    .hint("Only where you change what was recorded, not where you add to it. It stays in the history")
    .unsaid();

/// The right to correct what was recorded, where it can be recorded at all.
pub(crate) fn right(event: &Event) -> Option<StepKind> {
    Some(StepKind::Correct(Box::new(event.fact.step_kind()?)))
}

/// Notes that a reason is missing, where what was recorded is changed.
pub(crate) fn check(was: &Answers, read: &Read<'_>, problems: &mut Problems) {
    let is_missing = read.maybe(&WHY).is_some_and(|why| why.is_empty());
    if is_missing && changes(was, read.answers) {
        problems.add(WHY.name, "Enter why you are changing what was recorded");
    }
}

/// The correction of an entry, on the day of the entry.
pub(crate) fn of(entry: u32, event: &Event, with: Step, words: Words) -> Recording {
    let words =
        if words.get(Word::Correction).is_some() { words } else { words.and(Word::Correction, ADDED) };
    let step = Step::Correct(Correction { entry, with: Box::new(with) });
    Recording::from(step).on(event.on).with_words(words)
}

/// Whether any answer that was recorded is another now, beside those that said that something was not known.
fn changes(was: &Answers, now: &Answers) -> bool {
    let said_something =
        |name: &str, value: &str| !value.is_empty() && value != "not_known" && !name.ends_with("-unknown");
    was.iter().any(|(name, value)| {
        said_something(name, value) && !now.many(name).any(|now| now.trim() == value.trim())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_changing_needs_a_reason() {
        let was = Answers::read(b"sex=not_known&age_band=under_one&comment=&on-unknown=yes");
        assert!(!changes(&was, &Answers::read(b"sex=female&age_band=under_one&comment=more&on-day=1")));
        assert!(changes(&was, &Answers::read(b"sex=female&age_band=one_to_five")));
    }
}
