//! E40: an email was not delivered.

use askama::Template;
use case::reminders::Kind as About;

use super::{Page, Written};
use crate::kind::Kind;
use crate::letterhead::Letterhead;
use crate::parts::{CaseName, LinkPath, StaffName};
use crate::rendered::Rendered;

/// E40, to whoever leads the case and to the managers of the business unit.
#[derive(Clone, Debug)]
pub struct NotDelivered {
    /// The person who did not get the email.
    pub to: StaffName,
    /// What the email was about.
    pub about: About,
    /// The case the email was about.
    pub case: CaseName,
    /// The page that shows what to do.
    pub link: LinkPath,
}

#[derive(Template)]
#[template(path = "letters/not_delivered.txt")]
struct Text<'a> {
    on: &'a Page<'a>,
    letter: &'a NotDelivered,
}

#[derive(Template)]
#[template(path = "letters/not_delivered.html")]
struct Html<'a> {
    on: &'a Page<'a>,
    letter: &'a NotDelivered,
}

impl Written for NotDelivered {
    fn kind(&self) -> Kind {
        Kind::Reminder(About::NotDelivered)
    }

    fn render(&self, name: &StaffName, head: &Letterhead) -> Rendered {
        let on = &Page { subject: "An email was not delivered", name, head };
        on.filled(&Text { on, letter: self }, &Html { on, letter: self })
    }
}
