//! An answer in words.

use std::borrow::Cow;

/// One answer in words, for a check page and for comparing two.
pub(crate) struct Said {
    /// The name of the question.
    pub(crate) name: &'static str,
    pub(crate) label: Cow<'static, str>,
    /// The answer; empty where there is none.
    pub(crate) answer: String,
}

impl Said {
    pub(crate) fn new(
        name: &'static str,
        label: impl Into<Cow<'static, str>>,
        answer: impl Into<String>,
    ) -> Self {
        Self { name, label: label.into(), answer: answer.into() }
    }

    /// Whether there is no answer.
    pub(crate) fn is_empty(&self) -> bool {
        self.answer.trim().is_empty()
    }

    /// The answer, or what to say where there is none.
    pub(crate) fn or(&self, none: &str) -> String {
        if self.is_empty() { none.to_owned() } else { self.answer.clone() }
    }
}
