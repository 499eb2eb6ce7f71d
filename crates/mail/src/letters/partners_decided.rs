//! E19: the three statutory partners have decided, or differ.

use askama::Template;

use super::{Page, Written};
use crate::kind::Kind;
use crate::letterhead::Letterhead;
use crate::parts::{CaseName, LinkPath, StaffName};
use crate::rendered::Rendered;

/// E19, to whoever leads the case and to the Panel liaison officer.
#[derive(Clone, Debug)]
pub struct PartnersDecided {
    /// The case of the decisions.
    pub case: CaseName,
    /// How many of the three have decided.
    pub decided: usize,
    /// Whether the partners differ.
    pub differ: bool,
    /// The page that shows the decisions.
    pub link: LinkPath,
}

#[derive(Template)]
#[template(path = "letters/partners_decided.txt")]
struct Text<'a> {
    on: &'a Page<'a>,
    letter: &'a PartnersDecided,
}

#[derive(Template)]
#[template(path = "letters/partners_decided.html")]
struct Html<'a> {
    on: &'a Page<'a>,
    letter: &'a PartnersDecided,
}

impl Written for PartnersDecided {
    fn kind(&self) -> Kind {
        Kind::PartnersDecided
    }

    fn render(&self, name: &StaffName, head: &Letterhead) -> Rendered {
        let subject = if self.differ {
            format!("Partners do not agree on {}", self.case)
        } else {
            format!("All 3 partners have decided on {}", self.case)
        };
        let on = &Page { subject: &subject, name, head };
        on.filled(&Text { on, letter: self }, &Html { on, letter: self })
    }
}
