//! E04: access to the service ended.

use askama::Template;
use chrono::NaiveDate;

use super::{Page, Written};
use crate::kind::Kind;
use crate::letterhead::Letterhead;
use crate::parts::StaffName;
use crate::rendered::Rendered;
use crate::words;

/// E04, to whoever may no longer use the service.
#[derive(Clone, Debug)]
pub struct AccessEnded {
    /// The last day on which they had access.
    pub on: NaiveDate,
}

#[derive(Template)]
#[template(path = "letters/access_ended.txt")]
struct Text<'a> {
    on: &'a Page<'a>,
    day: &'a str,
}

#[derive(Template)]
#[template(path = "letters/access_ended.html")]
struct Html<'a> {
    on: &'a Page<'a>,
    day: &'a str,
}

impl Written for AccessEnded {
    fn kind(&self) -> Kind {
        Kind::AccessEnded
    }

    fn render(&self, name: &StaffName, head: &Letterhead) -> Rendered {
        let on = &Page { subject: "Your access has ended", name, head };
        let day = &words::day(self.on);
        on.filled(&Text { on, day }, &Html { on, day })
    }
}
