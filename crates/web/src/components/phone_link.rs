//! A telephone number that a phone can ring.

use askama::Template;

/// A telephone number as a link.
#[derive(Clone, Debug, Template)]
#[template(path = "components/phone_link.html")]
#[must_use]
pub struct PhoneLink {
    number: String,
    dialled: String,
}

impl PhoneLink {
    /// A number as people write it, such as `01234 567890`.
    pub fn new(number: impl Into<String>) -> Self {
        let number = number.into();
        let dialled = number.chars().filter(|digit| digit.is_ascii_digit() || *digit == '+').collect();
        Self { number, dialled }
    }
}
