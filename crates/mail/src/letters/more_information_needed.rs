//! E17: a statutory partner needs more information before it decides.

use askama::Template;
use case::terms::Partner;

use super::{Page, Written, short};
use crate::kind::Kind;
use crate::letterhead::Letterhead;
use crate::parts::{CaseName, LinkPath, StaffName};
use crate::rendered::Rendered;

/// E17, to whoever leads the case.
#[derive(Clone, Debug)]
pub struct MoreInformationNeeded {
    /// The case that waits for the decision.
    pub case: CaseName,
    /// The partner that needs it.
    pub partner: Partner,
    /// The page that shows what is missing.
    pub link: LinkPath,
}

#[derive(Template)]
#[template(path = "letters/more_information_needed.txt")]
struct Text<'a> {
    on: &'a Page<'a>,
    letter: &'a MoreInformationNeeded,
    need: &'static str,
}

#[derive(Template)]
#[template(path = "letters/more_information_needed.html")]
struct Html<'a> {
    on: &'a Page<'a>,
    letter: &'a MoreInformationNeeded,
    need: &'static str,
}

impl Written for MoreInformationNeeded {
    fn kind(&self) -> Kind {
        Kind::MoreInformationNeeded
    }

    fn render(&self, name: &StaffName, head: &Letterhead) -> Rendered {
        let need = if self.partner == Partner::Police { "need" } else { "needs" };
        let subject = format!("The {} {need} more information on {}", short(self.partner), self.case);
        let on = &Page { subject: &subject, name, head };
        on.filled(&Text { on, letter: self, need }, &Html { on, letter: self, need })
    }
}
