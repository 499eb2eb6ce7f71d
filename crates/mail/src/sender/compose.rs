//! Makes one letter from everything that waits for a person.

use std::collections::BTreeMap;
use std::sync::Arc;

use case::reminders::Kind;
use case::{Case, CaseId, Clock, ClockKey, ClockState, Fact, PersonId};
use chrono::{DateTime, NaiveDate, Utc};
use store::people::Person;
use store::reminders::Reminder;
use uuid::Uuid;

use crate::letter::{Contents, Letter};
use crate::letters;
use crate::letters::{Item, Left};
use crate::notice::{Notice, Source, has_own_letter};
use crate::parts::{CaseName, EmailAddress, LinkPath, MessageKey, StaffName, Unfit};
use crate::reconciler::{Truth, is_weekly};

/// A letter, or why there can be none.
pub(super) enum Ready {
    Letter(Box<Letter>),
    Not(&'static str),
}

/// The namespace of the ids of letters.
const LETTERS: Uuid = Uuid::from_u128(0x51c4_8a02_6f3b_4c55_8b7e_20d9_e1f6_a733);

/// The id of the letter with these reminders. The same reminders are always in the same letter, however often it is
/// tried.
pub(super) fn letter_id(reminders: &[Reminder]) -> Uuid {
    let mut ids: Vec<_> = reminders.iter().map(|reminder| reminder.id).collect();
    ids.sort_unstable();
    let bytes: Vec<u8> = ids.into_iter().flat_map(Uuid::into_bytes).collect();
    Uuid::new_v5(&LETTERS, &bytes)
}

/// What letters are made from.
pub(super) struct Desk<'a> {
    pub(super) truth: &'a Truth,
    pub(super) people: &'a BTreeMap<PersonId, Person>,
    pub(super) cases: &'a BTreeMap<CaseId, Arc<Case>>,
    /// The items of the digests that are sent now, by recipient.
    pub(super) digests: &'a BTreeMap<PersonId, Vec<Item>>,
    /// The letters that were not delivered, by the names of the reminders about them.
    pub(super) undelivered: &'a BTreeMap<String, Reminder>,
}

impl Desk<'_> {
    /// Groups reminders into letters. A kind that has a letter of its own is alone in it.
    pub(super) fn letters(reminders: Vec<Reminder>) -> Vec<Vec<Reminder>> {
        let (alone, together): (Vec<_>, Vec<_>) =
            reminders.into_iter().partition(|reminder| has_own_letter(reminder.kind));
        let alone = alone.into_iter().map(|reminder| vec![reminder]);
        alone.chain(Some(together).filter(|together| !together.is_empty())).collect()
    }

    /// The letter to a person, with reminders that are still true.
    pub(super) fn compose(&self, reminders: &[Reminder], now: DateTime<Utc>) -> Ready {
        let person = reminders.first().and_then(|first| self.people.get(&first.key.recipient));
        let Some(address) = person.and_then(|person| person.email.as_deref()) else {
            return Ready::Not("They have no email address. Phone them.");
        };
        let (Ok(to), Ok(key)) =
            (EmailAddress::new(address), MessageKey::new(letter_id(reminders).to_string()))
        else {
            return Ready::Not("Letters cannot be sent to their email address. Phone them.");
        };
        let name = StaffName::new(person.and_then(|person| person.name.as_deref()).unwrap_or_default());
        match self.contents(reminders) {
            Ok(Some(contents)) => Ready::Letter(Box::new(Letter { key, written: now, to, name, contents })),
            Ok(None) => Ready::Not("There was nothing to say."),
            Err(_) => Ready::Not("There was no page to lead to."),
        }
    }

    fn contents(&self, reminders: &[Reminder]) -> Result<Option<Contents>, Unfit> {
        if let [only] = reminders
            && only.kind == Kind::NotDelivered
        {
            return self.not_delivered(only);
        }
        if let [only] = reminders
            && let Some(own) = self.notice(only).map(|notice| notice.contents()).transpose()?.flatten()
        {
            return Ok(Some(own));
        }
        let mut items = Vec::new();
        for reminder in reminders {
            if reminder.kind == Kind::DraftEnds {
                items.push((of_draft(reminder), LinkPath::new("/account")?));
            } else if let Some(notice) = self.notice(reminder) {
                items.push((self.item(&notice, reminder), path(&notice)?));
            }
        }
        if let Some(digest) = reminders.iter().find(|reminder| reminder.kind == Kind::Digest) {
            return self.digest(digest, items.into_iter().map(|(item, _)| item));
        }
        items
            .sort_by_key(|(item, _)| (item.due.unwrap_or(NaiveDate::MAX), item.kind, item.case, item.action));
        let mut items = items.into_iter();
        let Some((first, link)) = items.next() else { return Ok(None) };
        let others: Vec<_> = items.map(|(item, _)| item).collect();
        // The first page of the service shows all of them.
        let link = if others.is_empty() { link } else { LinkPath::new("/")? };
        Ok(Some(Contents::Reminder(letters::Reminder { first, others, link })))
    }

    /// The digest, with the other reminders of its reader: one letter a morning.
    fn digest(
        &self,
        digest: &Reminder,
        besides: impl Iterator<Item = Item>,
    ) -> Result<Option<Contents>, Unfit> {
        let mut items = self.digests.get(&digest.key.recipient).cloned().unwrap_or_default();
        for item in besides {
            if !items.contains(&item) {
                items.push(item);
            }
        }
        items.sort_by_key(|item| item.due.unwrap_or(NaiveDate::MAX));
        let (weekly, link) = (is_weekly(&digest.key), LinkPath::new("/")?);
        let letter = letters::Digest { weekly, items, link };
        Ok(Some(letter).filter(|letter| !letter.items.is_empty()).map(Contents::Digest))
    }

    fn not_delivered(&self, reminder: &Reminder) -> Result<Option<Contents>, Unfit> {
        let lost = self.undelivered.get(&reminder.key.clock);
        let name = lost.and_then(|lost| self.people.get(&lost.key.recipient)?.name.as_deref());
        let to = StaffName::new(name.unwrap_or_default());
        let (Some(lost), Some(notice)) = (lost, self.notice(reminder)) else { return Ok(None) };
        let (case, link) = (notice.case_name(), notice.link("/emails", "/")?);
        Ok(Some(Contents::NotDelivered(letters::NotDelivered { to, about: lost.kind, case, link })))
    }

    /// The notice that a reminder stands for, if its case and its recipient still exist.
    fn notice(&self, reminder: &Reminder) -> Option<Notice<'_>> {
        let case = self.cases.get(&reminder.key.case)?;
        let source = match reminder.entry {
            Some(entry) => Source::Entry(entry),
            None => reminder.key.clock.parse().map_or(Source::Letter, Source::Clock),
        };
        let name = |id: PersonId| self.people.get(&id)?.name.as_deref();
        let by = reminder.entry.and_then(|entry| case.entry(entry)).map(|entry| entry.by);
        Some(Notice {
            case,
            source,
            kind: reminder.kind,
            reader: self.truth.actor(reminder.key.recipient)?,
            names_cases: self.truth.schedules.name_cases(reminder.partnership),
            slug: self.truth.schedules.slug(reminder.partnership).unwrap_or_default(),
            lead: case.lead.and_then(name),
            by: by.and_then(name),
            today: self.truth.today,
            calendar: self.truth.basis.calendar(),
        })
    }

    fn item(&self, notice: &Notice<'_>, reminder: &Reminder) -> Item {
        let (due, left) = if reminder.entry.is_some() {
            (notice.fact().and_then(by), Left::News)
        } else {
            let clock = self.truth.clock(notice.case, &reminder.key.clock, reminder.key.due);
            (Some(reminder.key.due), left(clock.as_ref(), self.truth))
        };
        Item { kind: reminder.kind, case: notice.case_name(), action: action(notice), due, left }
    }
}

/// A draft belongs to its writer alone, so not even its case is named.
fn of_draft(reminder: &Reminder) -> Item {
    let (kind, case) = (reminder.kind, CaseName(None));
    Item { kind, case, action: None, due: Some(reminder.key.due), left: Left::News }
}

/// How much time a clock leaves.
pub(super) fn left(clock: Option<&Clock<'_>>, truth: &Truth) -> Left {
    match clock.map(|clock| clock.state(truth.today, truth.basis.calendar())) {
        Some(ClockState::Running { left }) => Left::Days(left),
        Some(ClockState::DueToday) => Left::Today,
        Some(ClockState::Kept { until }) if until == truth.today => Left::Today,
        Some(ClockState::Overdue { by } | ClockState::PastExpected { by }) => Left::Overdue(by),
        _ => Left::Overdue(0),
    }
}

/// The day by which something is to be done about an entry.
fn by(fact: &Fact) -> Option<NaiveDate> {
    match fact {
        Fact::AgencyAsked(request) => Some(request.due),
        Fact::ReturnReopened(reopened) => Some(reopened.due),
        Fact::PartnersAsked(asked) => asked.decide_by,
        Fact::DraftWritten(draft) => draft.comments_due,
        Fact::ActionOpened(action) => Some(action.due),
        _ => None,
    }
}

/// The number of the action a clock is about.
pub(super) fn action_of(clock: ClockKey) -> Option<u16> {
    match clock {
        ClockKey::Action(number) => Some(number),
        _ => None,
    }
}

fn action(notice: &Notice<'_>) -> Option<u16> {
    match (notice.source, notice.fact()) {
        (Source::Clock(clock), _) => action_of(clock),
        (_, Some(Fact::ActionOpened(action))) => Some(action.number),
        (_, Some(Fact::ActionClosed(closed))) => Some(closed.number),
        _ => None,
    }
}

/// The page on which it is done.
fn path(notice: &Notice<'_>) -> Result<LinkPath, Unfit> {
    match (notice.kind, notice.source) {
        (Kind::AgencyReturn | Kind::InformationAsked | Kind::AgencyReminded | Kind::MoreAsked, _) => {
            LinkPath::new("/requests")
        }
        (Kind::PartnerDecisions | Kind::DecisionAsked, _) => LinkPath::new("/decisions"),
        (_, Source::Letter) => notice.link("/emails", "/"),
        (_, Source::Entry(entry)) => notice.link(&format!("/history/{entry}"), "/"),
        (_, Source::Clock(clock)) => notice.link(&format!("/deadlines/{clock}"), "/"),
    }
}
