//! The questions of an agency's summary, the same for the agency and for whoever records it for them.

use case::{Event, Word};

use crate::case_view::entries::wrote;
use crate::form::Questions;
use crate::form::question::text;
use crate::text::word;

/// A question: the word it becomes, what is asked, what helps, and how many lines an answer has. The first must be answered.
const QUESTIONS: [(Word, &str, &str, u8); 6] = [
    (
        Word::Summary,
        "What was your agency’s involvement?",
        "In short: who you worked with, from when to when, and what for",
        8,
    ),
    (
        Word::Facts,
        "Which events and contacts matter most? (optional)",
        "One on each line, with its date: what happened, and what your agency did",
        12,
    ),
    (
        Word::ChildsExperience,
        "What was life like for the child? (optional)",
        "What the child said and showed, and who listened",
        6,
    ),
    (
        Word::Analysis,
        "Why were things done, or not done? (optional)",
        "What made it likely at the time: workload, information, guidance, assumptions",
        8,
    ),
    (
        Word::GoodPractice,
        "What was done well? (optional)",
        "What others could do too, in 2 or 3 sentences",
        5,
    ),
    (
        Word::Learning,
        "What has your agency learnt, and what does it do now? (optional)",
        "What should change, and actions that have begun",
        6,
    ),
];

/// Who reads the summary, for the head of the form.
pub(crate) const READERS: &str = "The business unit reads this now, and the statutory partners when the rapid review \
    meeting has been held. Use initials or pseudonyms as the business unit does, not names of children or families.";

/// Asks the six questions under two headings. The first has to be answered where something `is_held`. They begin with what
/// was returned `before`.
pub(crate) fn ask<'a>(questions: Questions<'a>, is_held: bool, before: Option<&Event>) -> Questions<'a> {
    let question = |(word, label, hint, rows): &(Word, &'static str, &'static str, u8)| {
        let question = text(*word, label).short(word::label(*word)).hint(hint).rows(*rows);
        let is_needed = is_held && *word == Word::Summary;
        let question =
            if is_needed { question.missing("Enter your agency’s involvement") } else { question };
        match before {
            Some(event) => question.starting(wrote(event, *word)),
            None => question.into(),
        }
    };
    let (happened, means) = QUESTIONS.split_at(3);
    let questions = happened.iter().map(question).fold(questions.under("What happened"), Questions::ask);
    means.iter().map(question).fold(questions.under("What it means"), Questions::ask)
}

/// The words of a summary, in the order of the questions.
pub(crate) fn words() -> impl Iterator<Item = Word> {
    QUESTIONS.iter().map(|(word, ..)| *word)
}
