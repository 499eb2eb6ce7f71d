//! One of each letter, between invented people.

use case::Reference;
use case::reminders::Kind;
use chrono::{DateTime, NaiveDate, TimeZone, Utc};
use mail::{
    CaseName, Contents, EmailAddress, Item, Left, Letter, Letterhead, LinkPath, MessageKey, Reminder,
    SignInLink, StaffName,
};

/// The letterhead of an invented partnership.
pub(crate) fn letterhead() -> Letterhead {
    let unit = "Fairmead safeguarding business unit";
    Letterhead::new("cspr@fairmead.example", unit, "unit@fairmead.example", "https://cspr.fairmead.example")
        .and_then(|head| head.with_phone("01632 960 001"))
        .unwrap()
}

/// A letter with these contents.
pub(crate) fn letter(contents: Contents) -> Letter {
    Letter {
        key: MessageKey::new("sample-7f3a").unwrap(),
        written: at(14, 15),
        to: EmailAddress::new("sam.okafor@police.example").unwrap(),
        name: StaffName::new("Sam Okafor"),
        contents,
    }
}

/// The shortest of them, where it does not matter which it is.
pub(crate) fn sign_in_link() -> Letter {
    letter(Contents::SignInLink(SignInLink {
        link: path("/sign-in/k3J9-x_Q"),
        minutes: 15,
        until: at(14, 30),
    }))
}

/// One of each, and of each of their forms, with the name of its snapshot.
pub(crate) fn all() -> Vec<(String, Letter)> {
    mail::examples().into_iter().map(|(name, contents)| (name, letter(contents))).collect()
}

/// A letter that reminds of these.
pub(crate) fn reminder(mut items: Vec<Item>) -> Letter {
    let first = items.remove(0);
    let link = path(if items.is_empty() { "/cases/2026-014/deadlines/rapid-review" } else { "/" });
    letter(Contents::Reminder(Reminder { first, others: items, link }))
}

/// Something about case 2026-014, due on 6 March 2026.
pub(crate) fn item(kind: Kind, left: Left) -> Item {
    let case = CaseName(Some(Reference { year: 2026, serial: 14 }));
    Item { kind, case, action: None, due: NaiveDate::from_ymd_opt(2026, 3, 6), left }
}

/// A time on 4 March 2026.
pub(crate) fn at(hour: u32, minute: u32) -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 3, 4, hour, minute, 0).unwrap()
}

/// A link into the service.
pub(crate) fn path(path: &str) -> LinkPath {
    LinkPath::new(path).unwrap()
}
