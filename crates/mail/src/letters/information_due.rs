//! E09 and E10: an agency has not answered yet, or is late.

use askama::Template;

use super::{Page, Wanted, Written};
use crate::kind::Kind;
use crate::letterhead::Letterhead;
use crate::parts::StaffName;
use crate::rendered::Rendered;

/// E09 and E10, to the contacts of an agency that has not answered.
#[derive(Clone, Debug)]
pub struct InformationDue(pub Wanted);

#[derive(Template)]
#[template(path = "letters/information_due.txt")]
struct Text<'a> {
    on: &'a Page<'a>,
    wanted: &'a Wanted,
}

#[derive(Template)]
#[template(path = "letters/information_due.html")]
struct Html<'a> {
    on: &'a Page<'a>,
    wanted: &'a Wanted,
}

impl Written for InformationDue {
    fn kind(&self) -> Kind {
        Kind::InformationDue
    }

    fn render(&self, name: &StaffName, head: &Letterhead) -> Rendered {
        let wanted = &self.0;
        let subject = format!("{}: information for {}", wanted.nearness(), wanted.case.the());
        let on = &Page { subject: &subject, name, head };
        on.filled(&Text { on, wanted }, &Html { on, wanted })
    }
}
