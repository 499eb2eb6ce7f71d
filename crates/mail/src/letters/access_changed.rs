//! E41: who can open the cases of a partnership has changed.

use askama::Template;
use case::Role;
use chrono::{DateTime, Utc};

use super::{Page, Written};
use crate::kind::Kind;
use crate::letterhead::Letterhead;
use crate::parts::{LinkPath, StaffName};
use crate::rendered::Rendered;
use crate::words;

/// E41, to every manager of the partnership, at once.
#[derive(Clone, Debug)]
pub struct AccessChanged {
    /// Who changed it; nobody when it was changed at the command line.
    pub by: Option<StaffName>,
    /// The person whose access changed.
    pub whose: StaffName,
    /// How it changed.
    pub change: AccessChange,
    /// When it changed.
    pub at: DateTime<Utc>,
    /// Where to look at it.
    pub link: LinkPath,
}

/// What changed of somebody's access to cases.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AccessChange {
    /// They have this role too.
    RoleGiven(Role),
    /// They have this role no longer.
    RoleEnded(Role),
    /// They sign in with another address.
    NewAddress,
}

impl AccessChanged {
    fn subject(&self) -> &'static str {
        match self.change {
            AccessChange::RoleGiven(_) => "Somebody was given a role that opens cases",
            AccessChange::RoleEnded(_) => "A role that opens cases was ended",
            AccessChange::NewAddress => "An email address to sign in with was changed",
        }
    }

    fn what(&self) -> String {
        let whose = &self.whose;
        match (self.change, &self.by) {
            (AccessChange::RoleGiven(role), Some(by)) => {
                format!("{by} gave {whose} the role “{}”", role.label())
            }
            (AccessChange::RoleGiven(role), None) => {
                format!("{whose} was given the role “{}” at the command line", role.label())
            }
            (AccessChange::RoleEnded(role), Some(by)) => {
                format!("{by} ended the role “{}” of {whose}", role.label())
            }
            (AccessChange::RoleEnded(role), None) => {
                format!("The role “{}” of {whose} was ended at the command line", role.label())
            }
            (AccessChange::NewAddress, Some(by)) => {
                format!("{by} changed the email address that {whose} signs in with")
            }
            (AccessChange::NewAddress, None) => {
                format!("The email address that {whose} signs in with was changed at the command line")
            }
        }
    }

    fn means(&self) -> &'static str {
        match self.change {
            AccessChange::RoleGiven(Role::BusinessUnitManager) => {
                "In this role they can open every case of the partnership."
            }
            AccessChange::RoleGiven(_) => "In this role they can open the cases they are put on.",
            AccessChange::RoleEnded(_) => "In this role they can open no case any more.",
            AccessChange::NewAddress => "Whoever reads email at the new address can sign in as them.",
        }
    }
}

#[derive(Template)]
#[template(path = "letters/access_changed.txt")]
struct Text<'a> {
    on: &'a Page<'a>,
    letter: &'a AccessChanged,
    at: &'a str,
}

#[derive(Template)]
#[template(path = "letters/access_changed.html")]
struct Html<'a> {
    on: &'a Page<'a>,
    letter: &'a AccessChanged,
    at: &'a str,
}

impl Written for AccessChanged {
    fn kind(&self) -> Kind {
        Kind::AccessChanged
    }

    fn render(&self, name: &StaffName, head: &Letterhead) -> Rendered {
        let on = &Page { subject: self.subject(), name, head };
        let at = &words::time_and_day(self.at);
        on.filled(&Text { on, letter: self, at }, &Html { on, letter: self, at })
    }
}
