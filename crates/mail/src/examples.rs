//! One of each letter, between invented people: to see what letters say, and for tests.

use case::decisions::Question;
use case::reminders::Kind;
use case::terms::Partner;
use case::{Reference, Role, When};
use chrono::{DateTime, NaiveDate, TimeZone, Utc};

use crate::letter::Contents;
use crate::letters::{
    AccessChange, AccessChanged, AccessEnded, AccountMade, AnswerReopened, Change, DecisionRecordedForYou,
    DecisionWanted, Digest, InformationDue, InformationNeeded, Item, Left, MoreInformationNeeded,
    NotDelivered, PartnersDecided, Reminder, SignInDetailsChanged, SignInLink, Trial, Wanted, wording,
};
use crate::notice::has_own_letter;
use crate::parts::{CaseName, LinkPath, StaffName};

/// Every part of an example is valid.
const FIT: &str = "an example is fit for a letter";

/// One of each letter in each of its forms, with a name such as `e01_sign_in_link`.
#[expect(clippy::missing_panics_doc, reason = "what is written here is fit, which its tests see")]
pub fn examples() -> Vec<(String, Contents)> {
    let made =
        |made_by, role| AccountMade { made_by, role, link: path("/sign-in/k3J9-x_Q"), until: at(14, 30) };
    let changed = |change| SignInDetailsChanged { at: at(14, 10), change };
    let by = Some("Priya Nair");
    let ended = AccessEnded { on: NaiveDate::from_ymd_opt(2026, 3, 3).expect(FIT) };
    let device = Change::NewDevice { devices: path("/account/devices") };
    vec![
        ("e00_trial", Contents::Trial(Trial)),
        ("e01_sign_in_link", Contents::SignInLink(sign_in_link())),
        ("e02_account_made", Contents::AccountMade(made(by.map(StaffName::new), Role::Police))),
        ("e02_account_made_at_the_command_line", Contents::AccountMade(made(None, Role::Administrator))),
        ("e03_new_device", Contents::SignInDetailsChanged(changed(device))),
        ("e03_new_address", Contents::SignInDetailsChanged(changed(Change::NewAddress))),
        ("e04_access_ended", Contents::AccessEnded(ended)),
        ("e08_information_needed", Contents::InformationNeeded(InformationNeeded(wanted(13, 8)))),
        ("e09_information_due", Contents::InformationDue(InformationDue(wanted(20, 3)))),
        ("e09_information_due_tomorrow", Contents::InformationDue(InformationDue(wanted(24, 1)))),
        ("e09_information_due_today", Contents::InformationDue(InformationDue(wanted(25, 0)))),
        ("e10_information_overdue", Contents::InformationDue(InformationDue(wanted(26, -1)))),
        ("e11_answer_reopened", Contents::AnswerReopened(AnswerReopened(without_chronology(wanted(20, 3))))),
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
        ("e41_role_given", access_changed(by, AccessChange::RoleGiven(Role::Police))),
        (
            "e41_role_given_at_the_command_line",
            access_changed(None, AccessChange::RoleGiven(Role::BusinessUnitManager)),
        ),
        ("e41_role_ended", access_changed(by, AccessChange::RoleEnded(Role::BusinessUnitManager))),
        ("e41_new_address", access_changed(by, AccessChange::NewAddress)),
    ]
    .into_iter()
    .chain(of_decisions())
    .map(|(name, contents)| (name.to_owned(), contents))
    .chain(of_reminders())
    .collect()
}

fn access_changed(by: Option<&str>, change: AccessChange) -> Contents {
    let (by, whose) = (by.map(StaffName::new), StaffName::new("T. Ng"));
    let link = path("/admin/people/7d8a1c9e-0000-4000-8000-000000000001");
    Contents::AccessChanged(AccessChanged { by, whose, change, at: at(14, 10), link })
}

fn sign_in_link() -> SignInLink {
    SignInLink { link: path("/sign-in/k3J9-x_Q"), minutes: 15, until: at(14, 30) }
}

fn digest(weekly: bool) -> Contents {
    let items = vec![
        item(Kind::Notification, Left::Overdue(1)),
        Item { action: Some(3), ..item(Kind::Action, Left::Today) },
        item(Kind::RapidReview, Left::Days(10)),
    ];
    Contents::Digest(Digest { weekly, items, link: path("/") })
}

fn not_delivered() -> Contents {
    let case = CaseName(Some(Reference { year: 2026, serial: 14 }));
    let (to, about) = (StaffName::new("D. Ahmed"), Kind::AgencyReturn);
    Contents::NotDelivered(NotDelivered { to, about, case, link: path("/cases/2026-014/emails") })
}

/// A reminder of each kind that has no letter of its own, in its most usual form.
fn of_reminders() -> impl Iterator<Item = (String, Contents)> {
    let kinds = Kind::ALL.iter().copied().filter(|kind| !has_own_letter(*kind) && *kind != Kind::Digest);
    kinds.map(|kind| {
        let left = if kind.is_of_clock() { Left::Days(2) } else { Left::News };
        let action = matches!(kind, Kind::Action | Kind::ActionGiven | Kind::ActionClosed).then_some(3);
        let has_day =
            kind.is_of_clock() || matches!(kind, Kind::DraftShared | Kind::DraftEnds | Kind::ActionGiven);
        let item = item(kind, left);
        let item = Item { action, due: item.due.filter(|_| has_day), ..item };
        let code = format!("{kind:?}").chars().fold(String::new(), |code, letter| match letter {
            'A'..='Z' => format!("{code}_{}", letter.to_ascii_lowercase()),
            _ => format!("{code}{letter}"),
        });
        (format!("{}{code}", wording(kind).number.to_lowercase()), reminder(vec![item]))
    })
}

/// The letters about the decisions of the three partners.
fn of_decisions() -> Vec<(&'static str, Contents)> {
    let case = CaseName(Some(Reference { year: 2026, serial: 14 }));
    let link = || path("/cases/2026-014/decisions/police");
    let day = NaiveDate::from_ymd_opt(2026, 3, 27).expect(FIT);
    let wanted = |by| {
        let (partner, question) = (Partner::Police, Question::RapidReview);
        Contents::DecisionWanted(DecisionWanted { case, partner, question, by, link: link() })
    };
    let more =
        |partner| Contents::MoreInformationNeeded(MoreInformationNeeded { case, partner, link: link() });
    let decided =
        |decided, differ| Contents::PartnersDecided(PartnersDecided { case, decided, differ, link: link() });
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
        ("e18_decision_recorded_for_you", Contents::DecisionRecordedForYou(for_you)),
        ("e19_all_partners_decided", decided(3, false)),
        ("e19_partners_differ", decided(2, true)),
    ]
}

/// What an agency is asked for by 25 March 2026, in a letter written on another day of that month.
fn wanted(on: u32, working_days: i64) -> Wanted {
    let day = |day| NaiveDate::from_ymd_opt(2026, 3, day).expect(FIT);
    Wanted {
        case: CaseName(Some("2026-016".parse().expect(FIT))),
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

/// A letter with these reminders.
fn reminder(mut items: Vec<Item>) -> Contents {
    let first = items.remove(0);
    let link = path(if items.is_empty() { "/cases/2026-014/deadlines/rapid-review" } else { "/" });
    Contents::Reminder(Reminder { first, others: items, link })
}

/// Something about case 2026-014, due on 6 March 2026.
fn item(kind: Kind, left: Left) -> Item {
    let case = CaseName(Some(Reference { year: 2026, serial: 14 }));
    Item { kind, case, action: None, due: NaiveDate::from_ymd_opt(2026, 3, 6), left }
}

/// A time on 4 March 2026.
fn at(hour: u32, minute: u32) -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 3, 4, hour, minute, 0).single().expect(FIT)
}

/// A link into the service.
fn path(path: &str) -> LinkPath {
    LinkPath::new(path).expect(FIT)
}
