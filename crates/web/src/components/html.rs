//! A piece of markup made of other parts.

use std::fmt::{self, Display, Formatter};

use askama::filters::HtmlSafe;

/// Markup that was escaped when it was made, so that parts can hold other parts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[must_use]
pub struct Html(String);

impl Html {
    /// The markup of a part or of a page's own small template.
    pub fn of(part: impl HtmlSafe) -> Self {
        Self(part.to_string())
    }

    /// A text as HTML, with its special characters escaped.
    pub fn text(text: &str) -> Self {
        let mut html = Self::default();
        html.push(text);
        html
    }

    /// A text in which some stretches are underlined, because they changed.
    pub fn marked<'a>(stretches: impl IntoIterator<Item = (&'a str, bool)>) -> Self {
        let mut html = Self::default();
        for (text, changed) in stretches {
            if changed {
                html.0.push_str("<u>");
            }
            html.push(text);
            if changed {
                html.0.push_str("</u>");
            }
        }
        html
    }

    /// Whether it holds nothing at all.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Both, one after the other.
    pub fn then(mut self, part: impl HtmlSafe) -> Self {
        self.0.push_str(&part.to_string());
        self
    }

    fn push(&mut self, text: &str) {
        for letter in text.chars() {
            match letter {
                '&' => self.0.push_str("&#38;"),
                '<' => self.0.push_str("&#60;"),
                '>' => self.0.push_str("&#62;"),
                '"' => self.0.push_str("&#34;"),
                '\'' => self.0.push_str("&#39;"),
                other => self.0.push(other),
            }
        }
    }
}

impl Display for Html {
    fn fmt(&self, out: &mut Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::Html;

    #[test]
    fn what_people_typed_cannot_become_markup() {
        assert_eq!(Html::text("<b title='x'>&").to_string(), "&#60;b title=&#39;x&#39;&#62;&#38;");
        assert_eq!(Html::marked([("a ", false), ("<i>", true)]).to_string(), "a <u>&#60;i&#62;</u>");
    }
}
