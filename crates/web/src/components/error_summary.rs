//! What is wrong with the answers of a form, all of it, above the form.

use askama::Template;

/// One thing that is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The field, as `#id` of its first input.
    pub href: String,
    /// What to do, in the same words as beside the field.
    pub message: String,
}

/// All that is wrong, each a link to its field.
#[derive(Clone, Debug, Template)]
#[template(path = "components/error_summary.html")]
#[must_use]
pub struct ErrorSummary {
    problems: Vec<Problem>,
}

impl ErrorSummary {
    /// In the order of the fields on the page.
    pub fn new(problems: Vec<Problem>) -> Self {
        Self { problems }
    }
}
