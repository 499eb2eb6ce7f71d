//! A letter that only shows that mail arrives.

use askama::Template;

use super::{Page, Written};
use crate::kind::Kind;
use crate::letterhead::Letterhead;
use crate::parts::StaffName;
use crate::rendered::Rendered;

/// To the person who sets up the service: mail works.
#[derive(Clone, Copy, Debug)]
pub struct Trial;

#[derive(Template)]
#[template(path = "letters/trial.txt")]
struct Text<'a> {
    on: &'a Page<'a>,
}

#[derive(Template)]
#[template(path = "letters/trial.html")]
struct Html<'a> {
    on: &'a Page<'a>,
}

impl Written for Trial {
    fn kind(&self) -> Kind {
        Kind::Trial
    }

    fn render(&self, name: &StaffName, head: &Letterhead) -> Rendered {
        let on = &Page { subject: "CSPR Tracker can send email", name, head };
        on.filled(&Text { on }, &Html { on })
    }
}
