//! Changing what was recorded: a correction, which stands beside what it corrects.

use case::keeping::Correction;
use case::{Step, Word, Words};

use crate::form::asked::{Asked, Question};
use crate::form::common::and_word;
use crate::form::data::Answers;
use crate::form::parse::Fields;

/// What a correction says that only adds what was not known.
const ADDED: &str = "Details added";

/// The question why something is changed. Adding what was not known yet needs no reason.
pub(crate) fn question(asked: Asked<'_>) -> Question {
    let why = asked
        .text("correction", "Why are you changing it?")
        .rows(3)
        .hint("Only where you change what was recorded, not where you add to it. It stays in the history");
    Question::new("correction", why)
}

/// Reads why something is changed, where that is to be said.
pub(crate) fn read(fields: &mut Fields<'_>, was: &Answers) -> String {
    let why = fields.optional_text("correction");
    if why.is_none() && changes(was, fields.answers()) {
        fields.problems.add("correction", "Enter why you are changing what was recorded");
    }
    why.unwrap_or_else(|| ADDED.to_owned())
}

/// The step that corrects an entry, and its words.
pub(crate) fn step(entry: u32, with: Step, words: Words, why: String) -> (Step, Words) {
    (Step::Correct(Correction { entry, with: Box::new(with) }), and_word(words, Word::Correction, Some(why)))
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
