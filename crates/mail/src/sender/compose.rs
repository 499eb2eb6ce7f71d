//! One letter from everything that waits for a person.

use std::collections::BTreeMap;

use case::reminders::Kind;
use case::{Case, CaseId, ClockKey, ClockState, Fact};
use chrono::{DateTime, NaiveDate, Utc};
use store::people::Person;
use store::reminders::Reminder;
use uuid::Uuid;

use crate::letter::{Contents, Letter};
use crate::letters;
use crate::letters::{Item, Left};
use crate::parts::{EmailAddress, LinkPath, MessageKey, StaffName};
use crate::reconciler::Truth;

/// A letter, or why there can be none.
pub(super) enum Ready {
    Letter(Box<Letter>),
    Not(&'static str),
}

/// The ids of letters are made under this one.
const LETTERS: Uuid = Uuid::from_u128(0x51c4_8a02_6f3b_4c55_8b7e_20d9_e1f6_a733);

/// The id of the letter in which these reminders travel. The same reminders travel in the same letter, however often
/// it is tried.
pub(super) fn letter_id(reminders: &[Reminder]) -> Uuid {
    let mut ids: Vec<_> = reminders.iter().map(|reminder| reminder.id).collect();
    ids.sort_unstable();
    let bytes: Vec<u8> = ids.into_iter().flat_map(Uuid::into_bytes).collect();
    Uuid::new_v5(&LETTERS, &bytes)
}

/// The letter to a person, of reminders that are true.
pub(super) fn compose(
    truth: &Truth,
    person: Option<&Person>,
    reminders: &[Reminder],
    cases: &BTreeMap<CaseId, Case>,
    now: DateTime<Utc>,
) -> Ready {
    let Some(address) = person.and_then(|person| person.email.as_deref()) else {
        return Ready::Not("They have no email address. Phone them.");
    };
    let (Ok(to), Ok(key)) = (EmailAddress::new(address), MessageKey::new(letter_id(reminders).to_string()))
    else {
        return Ready::Not("Letters cannot be sent to their email address. Phone them.");
    };
    let told = |reminder: &Reminder| {
        let case = cases.get(&reminder.key.case)?;
        Some((item(truth, reminder, case), path(truth, reminder, case)))
    };
    let mut items: Vec<_> = reminders.iter().filter_map(told).collect();
    items.sort_by_key(|(item, _)| (item.due.unwrap_or(NaiveDate::MAX), item.kind, item.case, item.action));
    let mut items = items.into_iter();
    let Some((first, path)) = items.next() else { return Ready::Not("There was nothing to say.") };
    let others: Vec<_> = items.map(|(item, _)| item).collect();
    // Of several the first page of the service shows all.
    let path = if others.is_empty() { path } else { "/".to_owned() };
    let Ok(link) = LinkPath::new(path).or_else(|_| LinkPath::new("/")) else {
        return Ready::Not("There was no page to lead to.");
    };
    let name = StaffName::new(person.and_then(|person| person.name.as_deref()).unwrap_or_default());
    let contents = Contents::Reminder(letters::Reminder { first, others, link });
    Ready::Letter(Box::new(Letter { key, written: now, to, name, contents }))
}

fn item(truth: &Truth, reminder: &Reminder, case: &Case) -> Item {
    let named = truth.schedules.name_cases(reminder.partnership);
    let reference = case.reference().filter(|_| named);
    let (due, left) = match reminder.entry {
        Some(entry) => (by(case, entry), Left::News),
        None => (Some(reminder.key.due), left(truth, reminder, case)),
    };
    Item { kind: reminder.kind, case: reference, action: action(reminder, case), due, left }
}

fn left(truth: &Truth, reminder: &Reminder, case: &Case) -> Left {
    let clock = truth.clock(case, &reminder.key.clock, reminder.key.due);
    match clock.map(|clock| clock.state(truth.today, truth.basis.calendar())) {
        Some(ClockState::Running { left }) => Left::Days(left),
        Some(ClockState::DueToday) => Left::Today,
        Some(ClockState::Overdue { by } | ClockState::PastExpected { by }) => Left::Overdue(by),
        _ => Left::Overdue(0),
    }
}

/// The day by which something is to be done about an entry.
fn by(case: &Case, entry: u32) -> Option<NaiveDate> {
    match &case.entry(entry)?.event.fact {
        Fact::AgencyAsked(request) => Some(request.due),
        Fact::ReturnReopened(reopened) => Some(reopened.due),
        Fact::PartnersAsked(asked) => asked.decide_by,
        Fact::DraftWritten(draft) => draft.comments_due,
        Fact::ActionOpened(action) => Some(action.due),
        _ => None,
    }
}

fn action(reminder: &Reminder, case: &Case) -> Option<u16> {
    if let Ok(ClockKey::Action(number)) = reminder.key.clock.parse() {
        return Some(number);
    }
    match &case.entry(reminder.entry?)?.event.fact {
        Fact::ActionOpened(action) => Some(action.number),
        Fact::ActionClosed(closed) => Some(closed.number),
        _ => None,
    }
}

/// Where it is done. Where letters do not name cases, links do not either.
fn path(truth: &Truth, reminder: &Reminder, case: &Case) -> String {
    match reminder.kind {
        Kind::AgencyReturn | Kind::InformationAsked | Kind::MoreAsked => return "/requests".to_owned(),
        Kind::PartnerDecisions | Kind::DecisionAsked => return "/decisions".to_owned(),
        _ => {}
    }
    let named = truth.schedules.name_cases(reminder.partnership);
    let Some(reference) = case.reference().filter(|_| named) else { return "/".to_owned() };
    // Whoever has to do with several partnerships finds the partnership in the address.
    let held = truth.actor(reminder.key.recipient).map(|actor| actor.memberships.as_slice());
    let elsewhere = held.unwrap_or_default().iter().any(|held| held.partnership != reminder.partnership);
    let case = match truth.schedules.slug(reminder.partnership).filter(|_| elsewhere) {
        Some(slug) => format!("/cases/{slug}.{reference}"),
        None => format!("/cases/{reference}"),
    };
    match reminder.entry {
        Some(entry) => format!("{case}/history/{entry}"),
        None => format!("{case}/deadlines/{}", reminder.key.clock),
    }
}
