//! The way to the pages before and after.

use askama::Template;

/// Links to the previous and the next page, each saying what is there.
#[derive(Clone, Debug, Default, Template)]
#[template(path = "components/pagination.html")]
#[must_use]
pub struct Pagination {
    previous: Option<(String, String)>,
    next: Option<(String, String)>,
}

impl Pagination {
    /// The links around one page of a list of `things`, each page with the address that `to` gives it. How many pages there
    /// are is not counted, only whether there are `more` after this one.
    pub(crate) fn around(
        page: usize,
        per_page: usize,
        more: bool,
        things: &str,
        to: impl Fn(usize) -> String,
    ) -> Self {
        let first = |page: usize| (page - 1) * per_page + 1;
        let mut pages = Self::new();
        if page > 1 {
            pages =
                pages.previous(to(page - 1), format!("{things} {} to {}", first(page - 1), first(page) - 1));
        }
        if more {
            pages = pages.next(to(page + 1), format!("{things} from {} on", first(page + 1)));
        }
        pages
    }

    /// The links around one page of `last`, each page with the address that `to` gives it.
    pub(crate) fn numbered(page: usize, last: usize, to: impl Fn(usize) -> String) -> Self {
        let mut pages = Self::new();
        if page > 1 && last > 1 {
            let before = (page - 1).min(last);
            pages = pages.previous(to(before), format!("{before} of {last}"));
        }
        if page < last {
            pages = pages.next(to(page + 1), format!("{} of {last}", page + 1));
        }
        pages
    }

    /// Without links; then nothing is shown.
    pub fn new() -> Self {
        Self::default()
    }

    /// The page before, and what is on it: "1 of 4".
    pub fn previous(mut self, href: impl Into<String>, label: impl Into<String>) -> Self {
        self.previous = Some((href.into(), label.into()));
        self
    }

    /// The page after, and what is on it.
    pub fn next(mut self, href: impl Into<String>, label: impl Into<String>) -> Self {
        self.next = Some((href.into(), label.into()));
        self
    }
}
