//! How a question looks where that is not as usual.

use super::Question;
use crate::components::Size;

/// How a question looks, and how its answer is said.
#[derive(Clone, Copy)]
#[expect(clippy::struct_excessive_bools, reason = "each is a way to look that a question has or has not")]
pub(super) struct Look {
    pub(super) size: Size,
    pub(super) rows: u8,
    pub(super) width: Option<u8>,
    pub(super) autocomplete: Option<&'static str>,
    pub(super) small: bool,
    pub(super) inline: bool,
    pub(super) in_a_list: bool,
    pub(super) said_on_lines: bool,
    pub(super) weekday: bool,
    pub(super) unsaid: bool,
}

impl Look {
    /// As most questions look.
    pub(super) const USUAL: Self = Self {
        size: Size::Strong,
        rows: 5,
        width: None,
        autocomplete: None,
        small: false,
        inline: false,
        in_a_list: false,
        said_on_lines: false,
        weekday: false,
        unsaid: false,
    };
}

impl<T> Question<T> {
    /// As many rows as an answer of the expected length needs.
    pub(crate) const fn rows(self, rows: u8) -> Self {
        Self { look: Look { rows, ..self.look }, ..self }
    }

    /// As wide as this many characters.
    pub(crate) const fn width(self, characters: u8) -> Self {
        Self { look: Look { width: Some(characters), ..self.look }, ..self }
    }

    /// What the browser may fill in, as HTML names it.
    pub(crate) const fn autocomplete(self, purpose: &'static str) -> Self {
        Self { look: Look { autocomplete: Some(purpose), ..self.look }, ..self }
    }

    /// Smaller boxes, for long lists.
    pub(crate) const fn small(self) -> Self {
        Self { look: Look { small: true, ..self.look }, ..self }
    }

    /// Boxes of the usual size, where a list of what the form offers is short.
    pub(crate) const fn large(self) -> Self {
        Self { look: Look { small: false, ..self.look }, ..self }
    }

    /// Two short choices beside each other.
    pub(crate) const fn inline(self) -> Self {
        Self { look: Look { inline: true, ..self.look }, ..self }
    }

    /// Choices below each other, where two answers are sentences.
    pub(crate) const fn stacked(self) -> Self {
        Self { look: Look { inline: false, ..self.look }, ..self }
    }

    /// Chosen from a list that opens, where there would be too many radios.
    pub(crate) const fn in_a_list(self) -> Self {
        Self { look: Look { in_a_list: true, ..self.look }, ..self }
    }

    /// With a label as light as the text around it.
    pub(crate) const fn plain(self) -> Self {
        self.size(Size::Plain)
    }

    /// With a label as large as the heading of a section.
    pub(crate) const fn medium(self) -> Self {
        self.size(Size::Medium)
    }

    /// With a label that is the heading of the page.
    pub(crate) const fn heading(self) -> Self {
        self.size(Size::Heading)
    }

    const fn size(self, size: Size) -> Self {
        Self { look: Look { size, ..self.look }, ..self }
    }

    /// On the check page each choice on a line of its own, because they are sentences.
    pub(crate) const fn said_on_lines(self) -> Self {
        Self { look: Look { said_on_lines: true, ..self.look }, ..self }
    }

    /// On the check page with the day of the week.
    pub(crate) const fn said_with_weekday(self) -> Self {
        Self { look: Look { weekday: true, ..self.look }, ..self }
    }

    /// Not on the check page, because another line there says it.
    pub(crate) const fn unsaid(self) -> Self {
        Self { look: Look { unsaid: true, ..self.look }, ..self }
    }
}
