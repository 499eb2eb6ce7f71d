//! E38: what is due for somebody, in a daily or weekly letter.

use super::item::Item;
use super::reminder::{Html, Text, counts};
use super::{Page, Written};
use crate::kind::Kind;
use crate::letterhead::Letterhead;
use crate::parts::{LinkPath, StaffName};
use crate::rendered::Rendered;

/// E38, to those who get digests. It is never empty.
#[derive(Clone, Debug)]
pub struct Digest {
    /// Whether it comes once a week.
    pub weekly: bool,
    /// What is due, in order of date, and what is new.
    pub items: Vec<Item>,
    /// Where all of it is found.
    pub link: LinkPath,
}

/// How many items are written out; the page shows all.
const SHOWN: usize = 30;

impl Written for Digest {
    fn kind(&self) -> Kind {
        Kind::Reminder(case::reminders::Kind::Digest)
    }

    fn render(&self, name: &StaffName, head: &Letterhead) -> Rendered {
        let (period, often) = if self.weekly { ("This week", "week") } else { ("Today", "working day") };
        let subject = &format!("{period}: {}", counts(&self.items));
        let on = &Page { subject, name, head };
        let lead = "This is what is due for you in CSPR Tracker:";
        let mut lines: Vec<_> = self.items.iter().take(SHOWN).map(Item::sentence).collect();
        if let Some(more @ 1..) = self.items.len().checked_sub(SHOWN) {
            lines.push(format!("And {more} more."));
        }
        let todo = &format!(
            "You get this email each {often} on which something is due. To change that, open Emails you get in your account."
        );
        let (lines, link, todo) = (&lines, &head.link(&self.link), Some(todo.as_str()));
        on.filled(&Text { on, lead, lines, link, todo }, &Html { on, lead, lines, link, todo })
    }
}
