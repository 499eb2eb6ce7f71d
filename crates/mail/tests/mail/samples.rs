//! One of each letter, between invented people.

use case::decisions::Question;
use case::reminders::Kind;
use case::terms::Partner;
use case::{Reference, Role, When};
use chrono::{DateTime, NaiveDate, TimeZone, Utc};
use mail::{
    AccessEnded, AccountMade, AnswerReopened, CaseName, Change, Contents, DecisionRecordedForYou,
    DecisionWanted, Digest, EmailAddress, InformationDue, InformationNeeded, Item, Left, Letter, Letterhead,
    LinkPath, MessageKey, MoreInformationNeeded, NotDelivered, PartnersDecided, Reminder,
    SignInDetailsChanged, SignInLink, StaffName, Trial, Wanted,
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
pub(crate) fn all() -> Vec<(&'static str, Letter)> {
    let made =
        |made_by, role| AccountMade { made_by, role, link: path("/sign-in/k3J9-x_Q"), until: at(14, 30) };
    let changed = |change| SignInDetailsChanged { at: at(14, 10), change };
    let by = Some(StaffName::new("Priya Nair"));
    let ended = AccessEnded { on: NaiveDate::from_ymd_opt(2026, 3, 3).unwrap() };
    let device = Change::NewDevice { devices: path("/account/devices") };
    vec![
        ("e00_trial", letter(Contents::Trial(Trial))),
        ("e01_sign_in_link", sign_in_link()),
        ("e02_account_made", letter(Contents::AccountMade(made(by, Role::Police)))),
        (
            "e02_account_made_at_the_command_line",
            letter(Contents::AccountMade(made(None, Role::Administrator))),
        ),
        ("e03_new_device", letter(Contents::SignInDetailsChanged(changed(device)))),
        ("e03_new_address", letter(Contents::SignInDetailsChanged(changed(Change::NewAddress)))),
        ("e04_access_ended", letter(Contents::AccessEnded(ended))),
        ("e08_information_needed", letter(Contents::InformationNeeded(InformationNeeded(wanted(13, 8))))),
        ("e09_information_due", letter(Contents::InformationDue(InformationDue(wanted(20, 3))))),
        ("e09_information_due_tomorrow", letter(Contents::InformationDue(InformationDue(wanted(24, 1))))),
        ("e09_information_due_today", letter(Contents::InformationDue(InformationDue(wanted(25, 0))))),
        ("e10_information_overdue", letter(Contents::InformationDue(InformationDue(wanted(26, -1))))),
        (
            "e11_answer_reopened",
            letter(Contents::AnswerReopened(AnswerReopened(without_chronology(wanted(20, 3))))),
        ),
        ("e20_reminder_ahead", reminder(vec![item(Kind::RapidReview, Left::Days(2))])),
        ("e06_reminder_overdue", reminder(vec![item(Kind::Notification, Left::Overdue(1))])),
        ("e14_reminder_of_a_decision", reminder(vec![item(Kind::DecisionAsked, Left::News)])),
        (
            "e06_reminders_together",
            reminder(vec![
                item(Kind::Notification, Left::Overdue(1)),
                Item { action: Some(3), ..item(Kind::Action, Left::Today) },
                item(Kind::Lcspr, Left::Days(10)),
                Item { due: None, ..item(Kind::PanelReplied, Left::News) },
            ]),
        ),
        ("e38_digest_of_a_day", digest(false)),
        ("e38_digest_of_a_week", digest(true)),
        ("e40_not_delivered", not_delivered()),
    ]
    .into_iter()
    .chain(of_decisions())
    .collect()
}

fn digest(weekly: bool) -> Letter {
    let items = vec![
        item(Kind::Notification, Left::Overdue(1)),
        Item { action: Some(3), ..item(Kind::Action, Left::Today) },
        item(Kind::RapidReview, Left::Days(10)),
    ];
    letter(Contents::Digest(Digest { weekly, items, link: path("/") }))
}

fn not_delivered() -> Letter {
    let case = CaseName(Some(Reference { year: 2026, serial: 14 }));
    let (to, about) = (StaffName::new("D. Ahmed"), Kind::AgencyReturn);
    letter(Contents::NotDelivered(NotDelivered { to, about, case, link: path("/cases/2026-014/emails") }))
}

/// Those about the decisions of the three partners.
fn of_decisions() -> Vec<(&'static str, Letter)> {
    let case = CaseName(Some(Reference { year: 2026, serial: 14 }));
    let link = || path("/cases/2026-014/decisions/police");
    let day = NaiveDate::from_ymd_opt(2026, 3, 27).unwrap();
    let wanted = |by| {
        let (partner, question) = (Partner::Police, Question::RapidReview);
        letter(Contents::DecisionWanted(DecisionWanted { case, partner, question, by, link: link() }))
    };
    let more = |partner| {
        letter(Contents::MoreInformationNeeded(MoreInformationNeeded { case, partner, link: link() }))
    };
    let decided = |decided, differ| {
        letter(Contents::PartnersDecided(PartnersDecided { case, decided, differ, link: link() }))
    };
    let for_you = DecisionRecordedForYou {
        case,
        partner: Partner::Icb,
        on: When::Day(day),
        by: StaffName::new("Priya Nair"),
        link: link(),
    };
    vec![
        ("e14_decision_wanted", wanted(Some(day))),
        ("e14_decision_wanted_without_a_day", wanted(None)),
        ("e17_more_information_needed", more(Partner::Police)),
        ("e17_more_information_needed_by_one", more(Partner::Icb)),
        ("e18_decision_recorded_for_you", letter(Contents::DecisionRecordedForYou(for_you))),
        ("e19_all_partners_decided", decided(3, false)),
        ("e19_partners_differ", decided(2, true)),
    ]
}

/// What an agency is asked for by 25 March 2026, as a letter of an earlier or later day of that month says it.
fn wanted(on: u32, working_days: i64) -> Wanted {
    let day = |day| NaiveDate::from_ymd_opt(2026, 3, day).unwrap();
    Wanted {
        case: CaseName(Some("2026-016".parse().unwrap())),
        due: day(25),
        on: day(on),
        working_days,
        chronology: true,
        link: path("/cases/2026-016/requests/7f3a0000-0000-4000-8000-000000000001"),
        lead: Some(StaffName::new("Priya Nair")),
    }
}

fn without_chronology(wanted: Wanted) -> Wanted {
    Wanted { chronology: false, lead: None, ..wanted }
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
