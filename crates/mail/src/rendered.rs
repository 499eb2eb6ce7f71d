//! The words of a letter, as plain text and as HTML.

/// The words of one letter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rendered {
    /// The subject: under 70 characters, starting with what to do.
    pub subject: String,
    /// The letter as plain text.
    pub text: String,
    /// The same words as HTML.
    pub html: String,
}
