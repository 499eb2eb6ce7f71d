//! The names of what people write.

use case::Word;

/// As a form and a list of facts name it.
pub(crate) fn label(word: Word) -> &'static str {
    match word {
        Word::Title => "Title",
        Word::Account => "What happened",
        Word::Reason => "Reason",
        Word::Comment => "Comment",
        Word::Text => "Text",
        Word::DecidedBy => "Decided or agreed by",
        Word::Who => "Who it concerns",
        Word::Reference => "Reference",
        Word::Pseudonym => "Local pseudonym",
        Word::Summary => "Summary",
        Word::Facts => "Facts and context",
        Word::Learning => "Learning",
        Word::GoodPractice => "Good practice",
        Word::NationalSignificance => "National significance",
        Word::LcsprReason => "Why an LCSPR is or is not recommended",
        Word::Scope => "Scope",
        Word::Actions => "Actions",
        Word::ChildsExperience => "The child’s experience",
        Word::Equality => "Equality and identity",
        Word::KeyLines => "Key lines of enquiry",
        Word::Analysis => "Why it happened so",
        Word::Dissent => "A view that differs",
        Word::WouldAgreeTo => "What they would agree to",
        Word::Outcome => "Outcome",
        Word::Measure => "How we will know",
        Word::Evidence => "Evidence",
        Word::Address => "Public address",
        Word::Source => "Source",
        Word::Correction => "Why it was corrected",
    }
}

/// Whether an answer fits on a line.
pub(crate) fn is_short(word: Word) -> bool {
    matches!(
        word,
        Word::Title | Word::DecidedBy | Word::Who | Word::Reference | Word::Pseudonym | Word::Address
    )
}
