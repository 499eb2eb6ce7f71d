//! What every form field has: a name, a label, perhaps a hint and an error.

/// How large a label is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Size {
    /// As the text around it.
    #[default]
    Plain,
    /// Bold, as large as the text around it.
    Strong,
    /// As large as the heading of a section.
    Medium,
    /// The heading of the page.
    Heading,
}

/// The label and its companions. The name is also the id, so that an error's link finds the field.
#[derive(Clone, Debug, PartialEq, Eq)]
#[must_use]
pub struct Field {
    /// The name in what the form sends, and the id of the first input.
    pub name: String,
    /// The label, or the legend of a group.
    pub label: String,
    /// One sentence that helps to answer.
    pub hint: Option<String>,
    /// The error message above the input.
    pub error: Option<String>,
    pub(crate) size: Size,
}

impl Field {
    /// A field without hint or error.
    pub fn new(name: impl Into<String>, label: impl Into<String>) -> Self {
        Self { name: name.into(), label: label.into(), hint: None, error: None, size: Size::Plain }
    }

    /// The ids of the hint and the error, as `aria-describedby` wants them; empty when there is neither.
    pub fn described_by(&self) -> String {
        let mut ids = Vec::with_capacity(2);
        if self.hint.is_some() {
            ids.push(format!("{}-hint", self.name));
        }
        if self.error.is_some() {
            ids.push(format!("{}-error", self.name));
        }
        ids.join(" ")
    }

    /// Whether the label is the page's heading.
    pub fn is_heading(&self) -> bool {
        self.size == Size::Heading
    }

    /// The class of the label's weight, with a space before it.
    pub fn label_class(&self) -> &'static str {
        match self.size {
            Size::Plain => "",
            Size::Strong => " govuk-label--s",
            Size::Medium => " govuk-label--m",
            Size::Heading => " govuk-label--l",
        }
    }

    /// The class of the legend's weight, with a space before it.
    pub fn legend_class(&self) -> &'static str {
        match self.size {
            Size::Plain => "",
            Size::Strong => " govuk-fieldset__legend--s",
            Size::Medium => " govuk-fieldset__legend--m",
            Size::Heading => " govuk-fieldset__legend--l",
        }
    }
}
