//! What can be chosen.

use std::fmt::Display;

use serde::Serialize;

use crate::form::asked::{capital, code};

/// One thing that can be chosen.
#[derive(Clone, Debug)]
pub(crate) struct Offer {
    pub(super) value: String,
    pub(super) label: String,
    /// As a sentence names it: “council”.
    pub(super) said: String,
    pub(super) hint: Option<String>,
}

impl Offer {
    /// A value with what it is called here.
    pub(crate) fn new<T: Serialize>(value: &T, label: impl Into<String>) -> Self {
        let label = label.into();
        Self { value: code(value), said: label.clone(), label, hint: None }
    }

    /// A value of a closed list as it is always called.
    pub(crate) fn of<T: Serialize + Display>(value: &T) -> Self {
        Self { said: value.to_string(), ..Self::new(value, capital(value)) }
    }

    /// Choosing none of the others.
    pub(crate) fn nothing(label: impl Into<String>) -> Self {
        Self { value: String::new(), label: label.into(), said: String::new(), hint: None }
    }

    /// Under another name where it is chosen than where the answer is said.
    pub(crate) fn labelled(self, label: impl Into<String>) -> Self {
        Self { label: label.into(), ..self }
    }

    /// One sentence under the choice, without a full stop.
    pub(crate) fn hint(self, hint: impl Into<String>) -> Self {
        Self { hint: Some(hint.into()), ..self }
    }
}
