//! E02: an account was made, with the first link to sign in with.

use askama::Template;
use case::Role;
use chrono::{DateTime, Utc};

use super::{Page, Written};
use crate::kind::Kind;
use crate::letterhead::Letterhead;
use crate::parts::{LinkPath, StaffName};
use crate::rendered::Rendered;
use crate::words;

/// E02, to the person the account is for.
#[derive(Clone, Debug)]
pub struct AccountMade {
    /// Who made it; nobody when it was made at the command line.
    pub made_by: Option<StaffName>,
    /// What the account is for.
    pub role: Role,
    /// Where the first link leads.
    pub link: LinkPath,
    /// When the first link stops working.
    pub until: DateTime<Utc>,
}

/// Why somebody in a role has an account, and what they can do with it.
fn in_words(role: Role) -> (&'static str, &'static str) {
    match role {
        Role::BusinessUnit => {
            ("you work in the business unit", "start cases, record what happens and see what is due")
        }
        Role::BusinessUnitManager => {
            ("you manage the business unit", "see cases, what is due and who has access")
        }
        Role::Council => (
            "you speak for the council as statutory partner",
            "read what you are asked about and record your decisions",
        ),
        Role::Icb => (
            "you speak for the NHS integrated care board as statutory partner",
            "read what you are asked about and record your decisions",
        ),
        Role::Police => (
            "you speak for the police as statutory partner",
            "read what you are asked about and record your decisions",
        ),
        Role::PanelLiaison => {
            ("you are the Panel liaison officer", "see what has to be sent to the National Panel, and when")
        }
        Role::Contributor => ("you answer for an agency", "answer the requests made to your agency"),
        Role::Reviewer => ("you are an independent reviewer", "work on the reviews you are appointed to"),
        Role::Administrator => ("you are an administrator", "look after people and settings"),
        Role::Operator => ("you are an operator", "look after the service"),
    }
}

#[derive(Template)]
#[template(path = "letters/account_made.txt")]
struct Text<'a> {
    on: &'a Page<'a>,
    letter: &'a AccountMade,
    because: &'static str,
    may: &'static str,
    until: &'a str,
}

#[derive(Template)]
#[template(path = "letters/account_made.html")]
struct Html<'a> {
    on: &'a Page<'a>,
    letter: &'a AccountMade,
    because: &'static str,
    may: &'static str,
    until: &'a str,
}

impl Written for AccountMade {
    fn kind(&self) -> Kind {
        Kind::AccountMade
    }

    fn render(&self, name: &StaffName, head: &Letterhead) -> Rendered {
        let on = &Page { subject: "Your CSPR Tracker account", name, head };
        let until = &words::time_and_day(self.until);
        let (because, may) = in_words(self.role);
        on.filled(
            &Text { on, letter: self, because, may, until },
            &Html { on, letter: self, because, may, until },
        )
    }
}
