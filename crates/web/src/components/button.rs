//! Buttons that send a form, and links that look like buttons.

use askama::Template;

/// A button that sends its form.
#[derive(Clone, Debug, Template)]
#[template(path = "components/button.html")]
#[must_use]
pub struct Button {
    text: String,
    kind: &'static str,
    sends: Option<(String, String)>,
    about: Option<String>,
    focused: bool,
}

impl Button {
    /// The one green button of a page.
    pub fn primary(text: impl Into<String>) -> Self {
        Self { text: text.into(), kind: "", sends: None, about: None, focused: false }
    }

    /// Another way out of the form.
    pub fn secondary(text: impl Into<String>) -> Self {
        Self { kind: " govuk-button--secondary", ..Self::primary(text) }
    }

    /// For what cannot be undone.
    pub fn warning(text: impl Into<String>) -> Self {
        Self { kind: " govuk-button--warning", ..Self::primary(text) }
    }

    /// The name and value the form sends when this button is the one pressed.
    pub fn named(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.sends = Some((name.into(), value.into()));
        self
    }

    /// Has the focus when the page opens: only where the button is all there is on the page.
    pub fn focused(mut self) -> Self {
        self.focused = true;
        self
    }

    /// Words for people who hear the button without what is around it.
    pub fn about(mut self, hidden: impl Into<String>) -> Self {
        self.about = Some(hidden.into());
        self
    }
}

/// A link to a page where something is done.
#[derive(Clone, Debug, Template)]
#[template(path = "components/button_link.html")]
#[must_use]
pub struct ButtonLink {
    text: String,
    href: String,
    kind: &'static str,
    about: Option<String>,
}

impl ButtonLink {
    /// The one green button of a page.
    pub fn primary(text: impl Into<String>, href: impl Into<String>) -> Self {
        Self { text: text.into(), href: href.into(), kind: "", about: None }
    }

    /// To a page on which something is done that cannot be undone.
    pub fn warning(text: impl Into<String>, href: impl Into<String>) -> Self {
        Self { kind: " govuk-button--warning", ..Self::primary(text, href) }
    }

    /// A link to something else, beside the main button.
    pub fn secondary(text: impl Into<String>, href: impl Into<String>) -> Self {
        Self { kind: " govuk-button--secondary", ..Self::primary(text, href) }
    }

    /// Words for people who hear the link without what is around it.
    pub fn about(mut self, hidden: impl Into<String>) -> Self {
        self.about = Some(hidden.into());
        self
    }

    /// Whether it leads to this address.
    #[must_use]
    pub fn leads_to(&self, address: &str) -> bool {
        self.href == address
    }
}
