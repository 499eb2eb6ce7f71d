//! E14: a statutory partner’s decision is asked for.

use askama::Template;
use case::decisions::Question;
use case::terms::Partner;
use chrono::NaiveDate;

use super::{Page, Written};
use crate::kind::Kind;
use crate::letterhead::Letterhead;
use crate::parts::{CaseName, LinkPath, StaffName};
use crate::rendered::Rendered;
use crate::words;

/// E14, to whoever decides for a statutory partner in the case.
#[derive(Clone, Debug)]
pub struct DecisionWanted {
    /// The case that waits for the decision.
    pub case: CaseName,
    /// The partner they decide for.
    pub partner: Partner,
    /// What the partner is asked to decide.
    pub question: Question,
    /// The day by which the decision is wanted, where one was set.
    pub by: Option<NaiveDate>,
    /// The page where they decide.
    pub link: LinkPath,
}

#[derive(Template)]
#[template(path = "letters/decision_wanted.txt")]
struct Text<'a> {
    on: &'a Page<'a>,
    letter: &'a DecisionWanted,
    by: &'a Option<String>,
}

#[derive(Template)]
#[template(path = "letters/decision_wanted.html")]
struct Html<'a> {
    on: &'a Page<'a>,
    letter: &'a DecisionWanted,
    by: &'a Option<String>,
}

impl Written for DecisionWanted {
    fn kind(&self) -> Kind {
        Kind::DecisionWanted
    }

    fn render(&self, name: &StaffName, head: &Letterhead) -> Rendered {
        let by = &self.by.map(words::day);
        let subject = match self.by {
            Some(by) => format!("Your decision is needed by {}", words::day(by)),
            None => format!("Your decision is needed on {}", self.case.the()),
        };
        let on = &Page { subject: &subject, name, head };
        on.filled(&Text { on, letter: self, by }, &Html { on, letter: self, by })
    }
}
