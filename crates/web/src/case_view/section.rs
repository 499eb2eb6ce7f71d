//! A page on one part of a case: the head of the case, what to know first, the one thing to do next, and its parts.

use askama::Template;
use askama::filters::HtmlSafe;

use crate::app::App;
use crate::case_view::OpenCase;
use crate::case_view::header::CasePage;
use crate::components::{ButtonLink, CaseHeader, Html};
use crate::layout::Shell;

#[derive(Template)]
#[template(path = "pages/case/section.html")]
pub(crate) struct CaseSection {
    shell: Shell,
    header: CaseHeader,
    heading: String,
    first: Vec<Html>,
    buttons: Vec<ButtonLink>,
    parts: Vec<Part>,
    beside: Vec<Html>,
}

/// A part of it, under a heading of its own.
pub(crate) struct Part {
    id: &'static str,
    heading: String,
    shown: Vec<Html>,
    links: Vec<ButtonLink>,
}

impl CaseSection {
    /// A page of the navigation of the case, by its heading; `title` is what the window is called.
    pub(crate) fn new(app: &App, open: &OpenCase, page: CasePage, heading: &str, title: &str) -> Self {
        Self {
            shell: open.shell(app, title),
            header: open.header(page),
            heading: heading.to_owned(),
            first: Vec::new(),
            buttons: Vec::new(),
            parts: Vec::new(),
            beside: Vec::new(),
        }
    }

    /// What the eye meets first.
    pub(crate) fn first(mut self, shown: impl HtmlSafe) -> Self {
        self.first.push(Html::of(shown));
        self
    }

    /// What can be done; the green one first.
    pub(crate) fn buttons(mut self, buttons: impl IntoIterator<Item = ButtonLink>) -> Self {
        self.buttons.extend(buttons);
        self
    }

    pub(crate) fn part(mut self, part: Part) -> Self {
        self.parts.push(part);
        self
    }

    /// What stands beside the parts on a wide screen, and after them on a narrow one.
    pub(crate) fn beside(mut self, shown: impl HtmlSafe) -> Self {
        self.beside.push(Html::of(shown));
        self
    }
}

impl Part {
    /// A part with nothing in it, which says so. The id is its address on the page.
    pub(crate) fn new(id: &'static str, heading: impl Into<String>) -> Self {
        Self { id, heading: heading.into(), shown: Vec::new(), links: Vec::new() }
    }

    /// Adds something below what is in it.
    pub(crate) fn show(mut self, shown: impl HtmlSafe) -> Self {
        self.shown.push(Html::of(shown));
        self
    }

    /// What can be done in it.
    pub(crate) fn links(mut self, links: impl IntoIterator<Item = ButtonLink>) -> Self {
        self.links.extend(links);
        self
    }
}
