//! E18: the business unit recorded a decision for a statutory partner.

use askama::Template;
use case::When;
use case::terms::Partner;

use super::{Page, Written};
use crate::kind::Kind;
use crate::letterhead::Letterhead;
use crate::parts::{CaseName, LinkPath, StaffName};
use crate::rendered::Rendered;
use crate::words;

/// E18, to whoever decides for that partner in the case.
#[derive(Clone, Debug)]
pub struct DecisionRecordedForYou {
    /// The case of the decision.
    pub case: CaseName,
    /// The partner it was recorded for.
    pub partner: Partner,
    /// The day of the decision, as precisely as it is known.
    pub on: When,
    /// The person who recorded it.
    pub by: StaffName,
    /// The page where the decision is seen.
    pub link: LinkPath,
}

#[derive(Template)]
#[template(path = "letters/decision_recorded_for_you.txt")]
struct Text<'a> {
    on: &'a Page<'a>,
    letter: &'a DecisionRecordedForYou,
    day: &'a Option<String>,
}

#[derive(Template)]
#[template(path = "letters/decision_recorded_for_you.html")]
struct Html<'a> {
    on: &'a Page<'a>,
    letter: &'a DecisionRecordedForYou,
    day: &'a Option<String>,
}

impl Written for DecisionRecordedForYou {
    fn kind(&self) -> Kind {
        Kind::DecisionRecordedForYou
    }

    fn render(&self, name: &StaffName, head: &Letterhead) -> Rendered {
        let day = &self.on.day().map(words::day);
        let subject = "A decision was recorded for you".to_owned();
        let on = &Page { subject: &subject, name, head };
        on.filled(&Text { on, letter: self, day }, &Html { on, letter: self, day })
    }
}
