//! E01: the link to sign in with.

use askama::Template;
use chrono::{DateTime, Utc};

use super::{Page, Written};
use crate::kind::Kind;
use crate::letterhead::Letterhead;
use crate::parts::{LinkPath, StaffName};
use crate::rendered::Rendered;
use crate::words;

/// E01, to whoever asked to sign in.
#[derive(Clone, Debug)]
pub struct SignInLink {
    /// The page that signs them in.
    pub link: LinkPath,
    /// How long it works, in minutes.
    pub minutes: u32,
    /// When the link stops working.
    pub until: DateTime<Utc>,
}

#[derive(Template)]
#[template(path = "letters/sign_in_link.txt")]
struct Text<'a> {
    on: &'a Page<'a>,
    letter: &'a SignInLink,
    until: &'a str,
}

#[derive(Template)]
#[template(path = "letters/sign_in_link.html")]
struct Html<'a> {
    on: &'a Page<'a>,
    letter: &'a SignInLink,
    until: &'a str,
}

impl Written for SignInLink {
    fn kind(&self) -> Kind {
        Kind::SignInLink
    }

    fn render(&self, name: &StaffName, head: &Letterhead) -> Rendered {
        let on = &Page { subject: "Sign in to CSPR Tracker", name, head };
        let until = &words::time_and_day(self.until);
        on.filled(&Text { on, letter: self, until }, &Html { on, letter: self, until })
    }
}
