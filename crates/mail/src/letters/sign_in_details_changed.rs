//! E03: somebody signed in on a new device, or an address was changed.

use askama::Template;
use chrono::{DateTime, Utc};

use super::{Page, Written};
use crate::kind::Kind;
use crate::letterhead::Letterhead;
use crate::parts::{LinkPath, StaffName};
use crate::rendered::Rendered;
use crate::words;

/// E03, to the person whose account it is. A change of address goes to both the old address and the new one.
#[derive(Clone, Debug)]
pub struct SignInDetailsChanged {
    /// When it happened.
    pub at: DateTime<Utc>,
    /// What changed in the account.
    pub change: Change,
}

/// A change in somebody’s account.
#[derive(Clone, Debug)]
pub enum Change {
    /// Somebody signed in on a device that was not known.
    NewDevice {
        /// Where to see the devices and sign out of them.
        devices: LinkPath,
    },
    /// The account has another address to sign in with. There is no link, since the old address cannot sign in.
    NewAddress,
}

#[derive(Template)]
#[template(path = "letters/sign_in_details_changed.txt")]
struct Text<'a> {
    on: &'a Page<'a>,
    letter: &'a SignInDetailsChanged,
    at: &'a str,
}

#[derive(Template)]
#[template(path = "letters/sign_in_details_changed.html")]
struct Html<'a> {
    on: &'a Page<'a>,
    letter: &'a SignInDetailsChanged,
    at: &'a str,
}

impl Written for SignInDetailsChanged {
    fn kind(&self) -> Kind {
        Kind::SignInDetailsChanged
    }

    fn render(&self, name: &StaffName, head: &Letterhead) -> Rendered {
        let on = &Page { subject: "Your sign-in details changed", name, head };
        let at = &words::time_and_day(self.at);
        on.filled(&Text { on, letter: self, at }, &Html { on, letter: self, at })
    }
}
