//! Answers and facts, one a row, with a way to change each.

use askama::{Template, filters::HtmlSafe};

use super::Html;

/// A link at the end of a row, or a button that says by `do` what it is pressed for.
#[derive(Clone, Debug)]
struct Act {
    text: String,
    href: String,
    sends: Option<String>,
    hidden: String,
}

#[derive(Clone, Debug)]
enum Value {
    Text(String),
    Strong(String),
    Html(Html),
}

/// A row: what was asked, what was answered, and a link to change it.
#[derive(Clone, Debug)]
#[must_use]
pub struct SummaryRow {
    key: String,
    value: Value,
    acts: Vec<Act>,
}

impl SummaryRow {
    /// A plain text; its line breaks are kept.
    pub fn new(key: impl Into<String>, value: impl Into<String>) -> Self {
        Self { key: key.into(), value: Value::Text(value.into()), acts: Vec::new() }
    }

    /// The answer that matters most on the page, in bold.
    pub fn strong(key: impl Into<String>, value: impl Into<String>) -> Self {
        Self { key: key.into(), value: Value::Strong(value.into()), acts: Vec::new() }
    }

    /// A part as the value.
    pub fn html(key: impl Into<String>, value: impl HtmlSafe) -> Self {
        Self { key: key.into(), value: Value::Html(Html::of(value)), acts: Vec::new() }
    }

    /// A link "Change"; `hidden` names what is changed, for people who hear the link alone.
    pub fn change(self, href: impl Into<String>, hidden: impl Into<String>) -> Self {
        self.second("Change", href, hidden)
    }

    /// A link with other words, alone or after "Change".
    pub fn second(
        mut self,
        text: impl Into<String>,
        href: impl Into<String>,
        hidden: impl Into<String>,
    ) -> Self {
        self.acts.push(Act { text: text.into(), href: href.into(), sends: None, hidden: hidden.into() });
        self
    }

    /// A button that reads as a link and sends the form around the list, with this value of `do`, to an address.
    pub fn press(
        mut self,
        text: impl Into<String>,
        sends: impl Into<String>,
        to: impl Into<String>,
        hidden: impl Into<String>,
    ) -> Self {
        let sends = Some(sends.into());
        self.acts.push(Act { text: text.into(), href: to.into(), sends, hidden: hidden.into() });
        self
    }
}

/// Rows of a key and a value, perhaps as a card with a title.
#[derive(Clone, Debug, Default, Template)]
#[template(path = "components/summary_list.html")]
#[must_use]
pub struct SummaryList {
    rows: Vec<SummaryRow>,
    card: Option<(String, u8)>,
}

impl SummaryList {
    /// A list without rows.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a row below the others.
    pub fn row(mut self, row: SummaryRow) -> Self {
        self.rows.push(row);
        self
    }

    /// A frame with a title, which is a heading of this level.
    pub fn card(mut self, title: impl Into<String>, level: u8) -> Self {
        self.card = Some((title.into(), level));
        self
    }

    fn has_acts(&self) -> bool {
        self.rows.iter().any(|row| !row.acts.is_empty())
    }
}
