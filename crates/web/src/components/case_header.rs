//! What every page of a case starts with.

use askama::Template;

use super::{ButtonLink, SubNavigation, Urgency};

/// Reference, title, what is due, the stage, what this person can do next, and the pages of the case.
#[derive(Clone, Debug, Template)]
#[template(path = "components/case_header.html")]
#[must_use]
pub struct CaseHeader {
    /// "2026-014".
    pub reference: String,
    /// The local title, which names nobody.
    pub title: String,
    /// "Rapid review due Tuesday 31 March 2026".
    pub strip_what: String,
    /// "3 working days left · Statutory deadline".
    pub strip_note: String,
    /// Whether that date is near, due or past.
    pub urgency: Urgency,
    /// "Stage 4 of 9: partner decisions".
    pub stage_line: String,
    /// "Lead: Sam Okafor".
    pub lead_line: String,
    /// "9 people have access", and where they are listed.
    pub access: Option<(String, String)>,
    /// The next thing this person can do, in green, and one more.
    pub actions: Vec<ButtonLink>,
    /// The pages of the case.
    pub nav: SubNavigation,
}
