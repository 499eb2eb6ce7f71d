//! What is true of a case now, and who has to know. The pass asks before it makes a reminder, and the sender asks
//! again before it sends one, so that both always agree.

use std::collections::{BTreeMap, BTreeSet};

use calendar::NaiveDate;
use case::reminders::{Kind, News, Occasion, Schedule, news, recipients_of_clock, recipients_of_undelivered};
use case::{Actor, Area, Case, Clock, ClockKey, ClockState, PartnershipId, PersonId, Role, may_see};
use chrono::{DateTime, Utc};
use store::mail_choices::{self, Digest, MailChoice};
use store::reminders::Fate;
use store::{Basis, Error, Tx, people};

use super::readers::{Choices, Reader, find, readers};
use crate::schedules::Schedules;

/// Everything that decides who gets which reminder.
pub(crate) struct Truth {
    pub(crate) basis: Basis,
    pub(crate) schedules: Schedules,
    pub(crate) today: NaiveDate,
    actors: BTreeMap<PersonId, Actor>,
    managers: BTreeMap<PartnershipId, Vec<PersonId>>,
    choices: Choices,
}

/// Who gets a reminder on an occasion.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Recipients {
    /// Nobody, because it is not true, or not any more.
    NotTrue,
    /// Nobody, although it is true, for this reason.
    Nobody(&'static str),
    /// These people, as far as each gets it.
    These(BTreeMap<PersonId, Reader>),
}

impl Truth {
    pub(crate) async fn load(
        tx: &mut Tx,
        basis: Basis,
        schedules: Schedules,
        today: NaiveDate,
    ) -> Result<Self, Error> {
        let mut actors: BTreeMap<PersonId, Actor> = BTreeMap::new();
        let mut managers: BTreeMap<PartnershipId, Vec<PersonId>> = BTreeMap::new();
        for (person, held) in people::memberships(tx).await? {
            if held.role == Role::BusinessUnitManager {
                managers.entry(held.partnership).or_default().push(person);
            }
            let nobody = || Actor { person, memberships: Vec::new(), operator: false };
            actors.entry(person).or_insert_with(nobody).memberships.push(held);
        }
        let ids: Vec<_> = actors.keys().copied().collect();
        let mut choices = mail_choices::of(tx, &ids).await?;
        for (person, actor) in &actors {
            choices.entry(*person).or_insert_with(|| MailChoice::usual(&actor.memberships));
        }
        Ok(Self { basis, schedules, today, actors, managers, choices })
    }

    /// Everybody who can be a recipient of reminders about a case.
    fn around(&self, case: &Case) -> Vec<Actor> {
        let partnership = case.partnership();
        let mut ids: BTreeSet<PersonId> = case.access.keys().copied().chain(case.lead).collect();
        ids.extend(partnership.and_then(|id| self.managers.get(&id)).into_iter().flatten());
        ids.extend(partnership.and_then(|id| self.schedules.of(id).senior()));
        ids.extend(case.lcspr.commission.as_ref().and_then(|commission| commission.reviewer));
        ids.extend(case.actions.actions.values().filter_map(|standing| standing.action.owner));
        let deputies: Vec<_> = ids.iter().filter_map(|id| self.choices.get(id)?.deputy).collect();
        ids.extend(deputies);
        ids.iter().filter_map(|id| self.actors.get(id)).cloned().collect()
    }

    /// The clock of a case, if it runs and is due on this day.
    pub(crate) fn clock<'t>(&'t self, case: &Case, name: &str, due: NaiveDate) -> Option<Clock<'t>> {
        let key: ClockKey = name.parse().ok()?;
        let clocks = case::clocks(case, self.basis.rules_of(case), self.basis.calendar());
        let clock = clocks.into_iter().find(|clock| clock.key == key)?;
        (clock.is_open() && clock.due_date() == Some(due)).then_some(clock)
    }

    /// Who gets the reminder of a clock that is due on this day.
    pub(crate) fn of_clock(&self, case: &Case, name: &str, due: NaiveDate, occasion: Occasion) -> Recipients {
        let Some(partnership) = case.partnership() else { return Recipients::NotTrue };
        let Some(clock) = self.clock(case, name, due) else { return Recipients::NotTrue };
        let (schedule, kind) = (self.schedules.of(partnership), Kind::of_clock(clock.key));
        let Some(plan) = schedule.plan(kind) else { return Recipients::NotTrue };
        if clock.explained.is_some() && occasion.overdue().is_some() {
            return Recipients::Nobody("The National Panel was told of the delay.");
        }
        let around = self.around(case);
        let meant = recipients_of_clock(case, clock.key, (plan, occasion), schedule, &around);
        if meant.is_empty() {
            return Recipients::Nobody("There is nobody on the case to be told.");
        }
        Recipients::These(self.readers(case, (kind, occasion), Area::of_clock(clock.key), &meant, &around))
    }

    /// Whether somebody is a recipient of a clock’s reminders today, whatever they chose. A digest contains these
    /// clocks.
    pub(crate) fn concerns(&self, case: &Case, clock: &Clock<'_>, person: PersonId) -> bool {
        let Some(partnership) = case.partnership() else { return false };
        let (schedule, kind) = (self.schedules.of(partnership), Kind::of_clock(clock.key));
        let Some(plan) = schedule.plan(kind) else { return false };
        let occasion = match clock.state(self.today, self.basis.calendar()) {
            ClockState::Overdue { by } => Occasion::Overdue(u16::try_from(by).unwrap_or(u16::MAX)),
            _ => Occasion::OnTheDay,
        };
        let meant = recipients_of_clock(case, clock.key, (plan, occasion), schedule, &self.around(case));
        meant.contains(&person)
    }

    /// Who is told that a letter about a case was not delivered.
    pub(crate) fn of_undelivered(&self, case: &Case) -> BTreeSet<PersonId> {
        let schedule = case.partnership().map_or(Schedule::shipped(), |id| self.schedules.of(id));
        recipients_of_undelivered(case, schedule, &self.around(case))
    }

    /// Who gets a digest of this kind.
    pub(crate) fn readers_of(&self, digest: Digest) -> impl Iterator<Item = PersonId> {
        self.choices.iter().filter(move |(_, choice)| choice.digest == digest).map(|(person, _)| *person)
    }

    /// What somebody chose, or what holds for their roles.
    pub(crate) fn choice(&self, person: PersonId) -> Option<&MailChoice> {
        self.choices.get(&person)
    }

    /// To whom an entry is news, by the kind of news.
    pub(crate) fn of_entry(&self, case: &Case, entry: u32) -> Vec<(Kind, BTreeMap<PersonId, Reader>)> {
        let (Some(partnership), Some(recorded)) = (case.partnership(), case.entry(entry)) else {
            return Vec::new();
        };
        let around = self.around(case);
        let area = Area::of(&recorded.event.fact);
        let all = news(case, entry, self.schedules.of(partnership), &around);
        let recipients =
            |News { kind, to }| (kind, self.readers(case, (kind, Occasion::OnTheDay), area, &to, &around));
        all.into_iter().map(recipients).collect()
    }

    fn readers(
        &self,
        case: &Case,
        what: (Kind, Occasion),
        area: Area,
        meant: &BTreeSet<PersonId>,
        around: &[Actor],
    ) -> BTreeMap<PersonId, Reader> {
        let sees = |person| find(around, person).is_some_and(|actor| may_see(actor, case, area));
        readers(meant, what, (&self.choices, self.today), sees)
    }

    /// Somebody with all their roles.
    pub(crate) fn actor(&self, person: PersonId) -> Option<&Actor> {
        self.actors.get(&person)
    }

    /// What becomes of a reminder once it is made.
    pub(crate) fn fate(&self, reader: Reader, now: DateTime<Utc>) -> Fate {
        match reader {
            Reader::Gets => Fate::Waits(self.next_office_hours(now)),
            Reader::Not(why) | Reader::Instead(_, why) => Fate::PassedOver(why),
        }
    }

    /// When letters may be sent; now, where the bank holidays are not known that far.
    pub(crate) fn next_office_hours(&self, now: DateTime<Utc>) -> DateTime<Utc> {
        self.basis.calendar().next_office_hours(now).unwrap_or(now)
    }
}
