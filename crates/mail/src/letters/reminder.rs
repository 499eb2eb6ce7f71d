//! E06 to E34, as far as they are reminders: one task, or several in one letter.
//!
//! What each kind says is in the table of [`wording`]. It can hold a reference, a number, dates and a link.

use askama::Template;
use case::reminders::Kind as About;

use super::item::{Item, Left, days};
use super::wording::wording;
use super::{Page, Written};
use crate::kind::Kind;
use crate::letterhead::Letterhead;
use crate::parts::{LinkPath, StaffName};
use crate::rendered::Rendered;
use crate::words;

/// One or more things that somebody is reminded of.
#[derive(Clone, Debug)]
pub struct Reminder {
    /// The item with the earliest date.
    pub first: Item,
    /// The other items, in order of date.
    pub others: Vec<Item>,
    /// The page that shows all of them.
    pub link: LinkPath,
}

#[derive(Template)]
#[template(path = "letters/reminder.txt")]
pub(super) struct Text<'a> {
    pub(super) on: &'a Page<'a>,
    pub(super) lead: &'a str,
    pub(super) lines: &'a [String],
    pub(super) link: &'a str,
    pub(super) todo: Option<&'a str>,
}

#[derive(Template)]
#[template(path = "letters/reminder.html")]
pub(super) struct Html<'a> {
    pub(super) on: &'a Page<'a>,
    pub(super) lead: &'a str,
    pub(super) lines: &'a [String],
    pub(super) link: &'a str,
    pub(super) todo: Option<&'a str>,
}

impl Written for Reminder {
    fn kind(&self) -> Kind {
        if self.others.is_empty() { Kind::Reminder(self.first.kind) } else { Kind::Reminders }
    }

    fn render(&self, name: &StaffName, head: &Letterhead) -> Rendered {
        let link = &head.link(&self.link);
        if self.others.is_empty() {
            let (subject, todo) = (&self.first.subject(), Some(wording(self.first.kind).todo));
            let on = &Page { subject, name, head };
            let (lead, lines) = (&self.first.sentence(), &[][..]);
            return on.filled(&Text { on, lead, lines, link, todo }, &Html { on, lead, lines, link, todo });
        }
        let items = self.items();
        let subject = &format!("Look at {} tasks: {}", items.len(), counts(&items));
        let on = &Page { subject, name, head };
        let lead = "This is what CSPR Tracker has to remind you of today:";
        let lines = &items.iter().map(Item::sentence).collect::<Vec<_>>();
        on.filled(&Text { on, lead, lines, link, todo: None }, &Html { on, lead, lines, link, todo: None })
    }
}

impl Reminder {
    fn items(&self) -> Vec<Item> {
        std::iter::once(&self.first).chain(&self.others).cloned().collect()
    }
}

/// Such as `1 overdue, 2 due, 1 new`.
pub(super) fn counts(items: &[Item]) -> String {
    let count = |of: fn(&Left) -> bool| items.iter().filter(|item| of(&item.left)).count();
    let overdue = count(|left| matches!(left, Left::Overdue(_)));
    let due = count(|left| matches!(left, Left::Days(_) | Left::Today));
    let new = count(|left| matches!(left, Left::News));
    let parts = [(overdue, "overdue"), (due, "due"), (new, "new")];
    let parts = parts.into_iter().filter(|(count, _)| *count > 0);
    let parts: Vec<_> = parts.map(|(count, what)| format!("{count} {what}")).collect();
    parts.join(", ")
}

impl Item {
    fn subject(&self) -> String {
        wording(self.kind).subject(self)
    }

    /// Such as `Rapid review for 2026-014: due on Thursday 26 March 2026. 2 working days left.`
    pub(super) fn sentence(&self) -> String {
        let task = wording(self.kind).task(self);
        let due = self.due.map(words::day);
        match (due, self.left) {
            // Nothing is due on that day: until then something has to stay.
            (Some(until), left) if self.kind == About::Online => {
                let has = if matches!(left, Left::Overdue(_)) { "had" } else { "has" };
                format!("{task}: it {has} to stay online until at least {until}.")
            }
            (Some(due), Left::Days(0)) => format!("{task}: due on {due}, which is not a working day."),
            (Some(due), Left::Days(left)) => format!("{task}: due on {due}. {} left.", days(left)),
            (Some(due), Left::Today) => format!("{task}: due today, {due}."),
            // A date that is only expected of others is not said to be overdue.
            (Some(due), Left::Overdue(_)) if self.kind == About::PanelReply => {
                format!("{task}: was expected by {due}.")
            }
            (Some(due), Left::Overdue(0)) => format!("{task}: was due on {due}."),
            (Some(due), Left::Overdue(by)) => format!("{task}: was due on {due}. {} overdue.", days(by)),
            (Some(due), Left::News) => format!("{task}. The date for it is {due}."),
            (None, _) => format!("{task}."),
        }
    }
}
