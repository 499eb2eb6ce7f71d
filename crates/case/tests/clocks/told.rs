//! Cases as they are told: what was recorded, without asking whether it could be, and what the clocks say of it.

use std::sync::LazyLock;

use calendar::Calendar;
use case::consideration::{CaseKind, Referral};
use case::notification::Notification;
use case::rapid_review::Submission;
use case::{
    Case, Clock, ClockKey, Event, Fact, Opened, OrganisationId, PartnershipId, PersonId, RapidReviewFrom,
    Recorded, Reference, RuleSetPinned, Rules, Stage, When, Words, clocks,
};
use chrono::{DateTime, NaiveDate};
use uuid::Uuid;

pub(crate) static CALENDAR: LazyLock<Calendar> = LazyLock::new(Calendar::shipped);

/// A day, written as in a case file.
#[track_caller]
pub(crate) fn day(text: &str) -> NaiveDate {
    text.parse().expect("a real day")
}

/// A date of any precision.
#[track_caller]
pub(crate) fn when(text: &str) -> When {
    text.parse().expect("a date")
}

/// Which clock, by its short name.
#[track_caller]
pub(crate) fn key(name: &str) -> ClockKey {
    name.parse().expect("a clock")
}

pub(crate) fn partnership() -> PartnershipId {
    PartnershipId(Uuid::from_u128(3))
}

pub(crate) fn person() -> PersonId {
    PersonId(Uuid::from_u128(1))
}

pub(crate) fn agency() -> OrganisationId {
    OrganisationId(Uuid::from_u128(2))
}

/// A referral of an incident, of which the council became aware then.
pub(crate) fn referral(kind: CaseKind, aware: &str) -> Referral {
    Referral {
        partnership: partnership(),
        kind,
        incident: When::NotKnown,
        aware: when(aware),
        aware_time: None,
        agency_aware: When::NotKnown,
        locus: None,
        referred_by: None,
    }
}

/// The notification, which nobody else got a copy of.
pub(crate) fn notified() -> Fact {
    Fact::Notified(Notification { time: None, told: Vec::new(), told_others: Vec::new() })
}

/// The report went to the Panel.
pub(crate) fn submitted() -> Fact {
    Fact::SubmittedToPanel(Submission { version: 1, without_all_partners: false })
}

/// A case with what is recorded of it.
#[derive(Clone)]
pub(crate) struct Told(pub(crate) Case);

impl Told {
    /// A case of this kind under this rule set, awaiting notification since the council became aware.
    pub(crate) fn of(kind: CaseKind, aware: &str, rule_set: &str) -> Self {
        let from = Rules::shipped().rule_set(rule_set).expect("a shipped rule set").rapid_review_from();
        let opened =
            Opened { partnership: partnership(), reference: Reference { year: 2024, serial: 1 }, kind };
        Self(Case::new())
            .and(aware, Fact::Opened(opened))
            .and(aware, Fact::Referred(referral(kind, aware)))
            .pinned(rule_set, from)
            .at(Stage::AwaitingNotification)
    }

    /// A serious incident under Working Together 2023.
    pub(crate) fn incident(aware: &str) -> Self {
        Self::of(CaseKind::SeriousIncident, aware, "wt2023")
    }

    /// And this happened.
    pub(crate) fn and(mut self, on: &str, fact: Fact) -> Self {
        let event = Event { on: when(on), fact, words: Words::none() };
        self.0.apply(Recorded { seq: self.0.version() + 1, at: DateTime::UNIX_EPOCH, by: person(), event });
        self
    }

    /// And the case stands at this stage, however it came there.
    pub(crate) fn at(self, stage: Stage) -> Self {
        let kind = self.0.kind.expect("the case is opened");
        let aware = self.0.dates.get(case::KeyDate::Aware).expect("the referral has one");
        let incident = When::NotKnown;
        let known = Vec::new();
        let case = case::consideration::BroughtIn {
            partnership: partnership(),
            kind,
            stage,
            incident,
            aware,
            known,
        };
        self.and("not known", Fact::BroughtIn(case))
    }

    pub(crate) fn pinned(self, rule_set: &str, rapid_review_from: RapidReviewFrom) -> Self {
        let pinned = RuleSetPinned { rule_set: rule_set.to_owned(), rapid_review_from };
        self.and("not known", Fact::RuleSetPinned(pinned))
    }

    /// The clock with this short name.
    #[track_caller]
    pub(crate) fn clock(&self, name: &str) -> Clock<'static> {
        self.clock_by(name, Rules::shipped(), &CALENDAR)
    }

    /// The same by other rules or bank holidays.
    #[track_caller]
    pub(crate) fn clock_by<'r>(&self, name: &str, rules: &'r Rules, calendar: &Calendar) -> Clock<'r> {
        let all = clocks(&self.0, rules, calendar);
        let found = all.into_iter().find(|clock| clock.key == key(name));
        found.unwrap_or_else(|| panic!("there is no clock {name}"))
    }

    /// The due date of a clock.
    #[track_caller]
    pub(crate) fn due(&self, name: &str) -> NaiveDate {
        self.clock(name).due.unwrap_or_else(|why| panic!("{name}: {why}")).date
    }

    /// What a clock says on a day.
    #[track_caller]
    pub(crate) fn says(&self, name: &str, today: &str) -> String {
        self.clock(name).state(day(today), &CALENDAR).to_string()
    }
}
