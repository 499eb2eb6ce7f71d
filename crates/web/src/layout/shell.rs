//! What every page has around its content. `templates/layout.html` writes it.

use crate::components::{BackLink, Banner, Breadcrumbs};
use crate::http::assets::Names;

/// A link of the main navigation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct NavItem {
    /// "What is due".
    pub text: String,
    pub href: String,
    /// Whether this page belongs to it.
    pub current: bool,
}

/// Who is signed in, as the footer says it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Visitor {
    pub name: String,
    /// "business unit", "police".
    pub role: String,
}

/// When a person who does nothing is signed out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct SessionEnd {
    /// "2:30pm".
    pub at: String,
    /// Seconds from when the page was made until then.
    pub seconds: u32,
    /// Where a POST keeps the person signed in. Answers 204.
    pub stay: String,
}

/// What stands on paper under every page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct PrintFooter {
    /// "Case 2026-014 · Official-Sensitive".
    pub handling: String,
    /// "Printed by Sam Okafor on 26 March 2026 at 10:42am".
    pub printed: String,
}

/// The way up or back, above the content.
#[derive(Clone, Debug, Default)]
pub(crate) enum Before {
    /// A first page has none.
    #[default]
    Nothing,
    /// On a page that asks a question.
    Back(BackLink),
    /// On lists and the pages of a case.
    Crumbs(Breadcrumbs),
}

/// What a page has around its content.
#[derive(Clone, Debug)]
pub(crate) struct Shell {
    /// The page's own title, without the name of the service. Never holds the local title of a case.
    pub title: String,
    /// Whether the page shows what is wrong with answers.
    pub has_errors: bool,
    /// The name of the safeguarding partnership.
    pub partnership: String,
    /// The main navigation of this person's role.
    pub navigation: Vec<NavItem>,
    pub visitor: Option<Visitor>,
    /// Says that the cases are invented, where they are.
    pub examples: Option<String>,
    /// When the session ends, on signed-in pages.
    pub session_ends: Option<SessionEnd>,
    /// The way up or back.
    pub before: Before,
    pub banner: Option<Banner>,
    /// Addresses of styles, scripts and icons.
    pub assets: &'static Names,
    /// What stands on paper under every page.
    pub print: Option<PrintFooter>,
    /// Whether the content takes the whole width and lays out its own columns; else it is two thirds wide.
    pub wide: bool,
    /// A second way past what is above, after the one to the main content: its words and where it leads.
    pub skip: Option<(&'static str, String)>,
}

#[cfg(test)]
mod tests {
    use askama::Template;

    use super::{Before, NavItem, SessionEnd, Shell, Visitor};
    use crate::components::{BackLink, Breadcrumbs};
    use crate::http::assets::NAMES;

    #[derive(Template)]
    #[template(
        ext = "html",
        source = "{% extends \"layout.html\" %}{% block main %}<h1>Something</h1>{% endblock %}"
    )]
    struct Page {
        shell: Shell,
    }

    fn shell() -> Shell {
        Shell {
            title: "Case 2026-014: overview".to_owned(),
            has_errors: false,
            partnership: "Northmere Safeguarding Children Partnership".to_owned(),
            navigation: vec![NavItem { text: "Cases".to_owned(), href: "/cases".to_owned(), current: true }],
            visitor: Some(Visitor { name: "Sam Okafor".to_owned(), role: "business unit".to_owned() }),
            examples: None,
            session_ends: None,
            before: Before::Crumbs(Breadcrumbs::new().crumb("What is due", "/due")),
            banner: None,
            assets: &NAMES,
            print: None,
            wide: false,
            skip: None,
        }
    }

    #[test]
    fn a_page_says_where_it_is_and_who_is_signed_in() {
        let html = Page { shell: shell() }.render().unwrap();
        assert!(html.contains("<title>Case 2026-014: overview – CSPR Tracker</title>"));
        assert!(html.contains("Signed in as Sam Okafor, business unit."));
        assert!(html.contains("aria-label=\"Breadcrumb\""));
        assert!(!html.contains("<dialog"));
    }

    #[test]
    fn a_page_with_problems_says_so_first() {
        let shell =
            Shell { has_errors: true, before: Before::Back(BackLink::new("Back", "/cases")), ..shell() };
        let html = Page { shell }.render().unwrap();
        assert!(html.contains("<title>Error: Case 2026-014"));
        assert!(html.contains("<nav aria-label=\"Back\">"));
    }

    #[test]
    fn a_page_says_when_the_session_ends() {
        let ends = SessionEnd { at: "2:30pm".to_owned(), seconds: 1800, stay: "/session".to_owned() };
        let html = Page { shell: Shell { session_ends: Some(ends), ..shell() } }.render().unwrap();
        assert!(html.contains("You will be signed out at 2:30pm"));
        assert!(html.contains("data-seconds=\"1800\""));
    }

    #[test]
    fn what_people_typed_is_escaped_around_the_page_too() {
        let shell = Shell { title: "<b>".to_owned(), examples: Some("<i>".to_owned()), ..shell() };
        let html = Page { shell }.render().unwrap();
        assert!(!html.contains("<b>") && !html.contains("<i>"));
    }
}
