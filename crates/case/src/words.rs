//! Everything a person typed, kept apart from the facts so that it can be erased and the history stays whole.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// What a piece of free text is about. The list is closed so that a mistyped name is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Word {
    /// The local working title of the case. Never a name.
    Title,
    /// What happened, in outline.
    Account,
    /// Why it was decided or done so.
    Reason,
    /// A remark that goes with it.
    Comment,
    /// The matter itself: the text of a note, an action, an advice point, a recommendation.
    Text,
    /// Who made the decision, by name and post.
    DecidedBy,
    /// Who else it concerns: a reviewer, a senior written to, a contact.
    Who,
    /// A number or name given by somebody else: of the notification, a court, a repository.
    Reference,
    /// The local pseudonym of a child.
    Pseudonym,
    /// A summary in the writer's own words.
    Summary,
    /// The facts and context as the meeting found them.
    Facts,
    /// What was learnt.
    Learning,
    /// Good practice worth spreading.
    GoodPractice,
    /// Why the matter is or is not of national significance.
    NationalSignificance,
    /// Why an LCSPR is or is not recommended.
    LcsprReason,
    /// Scope and how far back the review looks.
    Scope,
    /// Agency and partnership actions, and how learning is carried out.
    Actions,
    /// What life was like for the child, and what the child said.
    ChildsExperience,
    /// How identity and inequality shaped the family’s experience and the work with them.
    Equality,
    /// Key lines of enquiry that are proposed, one on each line.
    KeyLines,
    /// Why things were done or not done.
    Analysis,
    /// A view that differs from the others.
    Dissent,
    /// What the person would agree to instead.
    WouldAgreeTo,
    /// How the outcome ended.
    Outcome,
    /// How anyone will know that an action worked.
    Measure,
    /// Evidence of completion or of impact.
    Evidence,
    /// The public address of what is published.
    Address,
    /// Where a fact comes from and how sure it is.
    Source,
    /// Why an entry is corrected or struck out. The reason of the entry itself is a [`Word::Reason`].
    Correction,
}

impl Word {
    /// The name of the word in JSON and in forms.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Account => "account",
            Self::Reason => "reason",
            Self::Comment => "comment",
            Self::Text => "text",
            Self::DecidedBy => "decided_by",
            Self::Who => "who",
            Self::Reference => "reference",
            Self::Pseudonym => "pseudonym",
            Self::Summary => "summary",
            Self::Facts => "facts",
            Self::Learning => "learning",
            Self::GoodPractice => "good_practice",
            Self::NationalSignificance => "national_significance",
            Self::LcsprReason => "lcspr_reason",
            Self::Scope => "scope",
            Self::Actions => "actions",
            Self::ChildsExperience => "childs_experience",
            Self::Equality => "equality",
            Self::KeyLines => "key_lines",
            Self::Analysis => "analysis",
            Self::Dissent => "dissent",
            Self::WouldAgreeTo => "would_agree_to",
            Self::Outcome => "outcome",
            Self::Measure => "measure",
            Self::Evidence => "evidence",
            Self::Address => "address",
            Self::Source => "source",
            Self::Correction => "correction",
        }
    }
}

/// The texts that go with one command or event, at most one of each [`Word`].
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Words(BTreeMap<Word, String>);

impl Words {
    /// No words at all.
    pub fn none() -> Self {
        Self::default()
    }

    /// These words and one more.
    #[must_use]
    pub fn and(mut self, word: Word, text: impl Into<String>) -> Self {
        self.0.insert(word, text.into());
        self
    }

    /// These words except one.
    #[must_use]
    pub(crate) fn without(mut self, word: Word) -> Self {
        self.0.remove(&word);
        self
    }

    /// The text of one word, unless it is missing or blank.
    pub fn get(&self, word: Word) -> Option<&str> {
        self.0.get(&word).map(|text| text.trim()).filter(|text| !text.is_empty())
    }

    /// Whether nothing was written.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Every word with its text, in a fixed order.
    pub fn iter(&self) -> impl Iterator<Item = (Word, &str)> {
        self.0.iter().map(|(word, text)| (*word, text.as_str()))
    }
}
