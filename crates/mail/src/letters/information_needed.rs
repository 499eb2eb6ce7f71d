//! E08: an agency is asked for information.

use askama::Template;

use super::{Page, Wanted, Written};
use crate::kind::Kind;
use crate::letterhead::Letterhead;
use crate::parts::StaffName;
use crate::rendered::Rendered;
use crate::words;

/// E08, to the contacts of an agency that is asked for information.
#[derive(Clone, Debug)]
pub struct InformationNeeded(pub Wanted);

#[derive(Template)]
#[template(path = "letters/information_needed.txt")]
struct Text<'a> {
    on: &'a Page<'a>,
    wanted: &'a Wanted,
}

#[derive(Template)]
#[template(path = "letters/information_needed.html")]
struct Html<'a> {
    on: &'a Page<'a>,
    wanted: &'a Wanted,
}

impl Written for InformationNeeded {
    fn kind(&self) -> Kind {
        Kind::InformationNeeded
    }

    fn render(&self, name: &StaffName, head: &Letterhead) -> Rendered {
        let wanted = &self.0;
        let subject = format!("Information needed for {} by {}", wanted.case.the(), words::date(wanted.due));
        let on = &Page { subject: &subject, name, head };
        on.filled(&Text { on, wanted }, &Html { on, wanted })
    }
}
