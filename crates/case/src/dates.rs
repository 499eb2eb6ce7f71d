//! The dates a case turns on, and the order in which they can have happened.

mod key;

use std::collections::BTreeMap;

use crate::When;
use crate::events::{Event, Fact};
use crate::rejection::Rejection;

pub use key::KeyDate;

use KeyDate::{
    Aware, CopiesSent, CriteriaAware, DeathNotified, FinalReportAgreed, Incident, LcsprBegun, LcsprDecided,
    LcsprDiscontinued, MeetingHeld, Notified, PanelResponded, Published, QueryAnswered, QueryRaised,
    RapidReviewOpened, Reclassified, Submitted, TakenDown,
};

/// Pairs of which the first cannot have happened after the second.
///
/// An agency may know, and a referral may be made, before or after the council is aware, so neither is here.
const ORDER: &[(KeyDate, KeyDate)] = &[
    (Incident, Aware),
    (Incident, KeyDate::AgencyAware),
    (Aware, CriteriaAware),
    (Aware, DeathNotified),
    (Aware, Notified),
    (CriteriaAware, Notified),
    (DeathNotified, Notified),
    (Notified, Reclassified),
    (Notified, RapidReviewOpened),
    (Notified, Submitted),
    (RapidReviewOpened, MeetingHeld),
    (RapidReviewOpened, Submitted),
    (MeetingHeld, Submitted),
    (Submitted, PanelResponded),
    (Submitted, QueryRaised),
    (QueryRaised, QueryAnswered),
    (Aware, LcsprDecided),
    (Notified, LcsprDecided),
    (LcsprDecided, LcsprBegun),
    (LcsprDecided, LcsprDiscontinued),
    (LcsprDecided, FinalReportAgreed),
    (LcsprBegun, FinalReportAgreed),
    (FinalReportAgreed, CopiesSent),
    (LcsprDecided, Published),
    (FinalReportAgreed, Published),
    (CopiesSent, Published),
    (Published, TakenDown),
];

/// The key dates of a case, each as precisely as it is known.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Dates(BTreeMap<KeyDate, When>);

impl Dates {
    /// The date, `None` where it has not happened or was never recorded.
    pub fn get(&self, what: KeyDate) -> Option<When> {
        self.0.get(&what).copied()
    }

    /// Every date that is recorded.
    pub fn iter(&self) -> impl Iterator<Item = (KeyDate, When)> {
        self.0.iter().map(|(what, on)| (*what, *on))
    }

    /// Takes in the dates of an entry. The date of a first submission, letter or sign-off stays when others follow.
    pub(crate) fn apply(&mut self, event: &Event) {
        let on = event.on;
        match &event.fact {
            Fact::Referred(referral) => {
                self.set(KeyDate::Referred, on);
                self.set(Incident, referral.incident);
                self.set(Aware, referral.aware);
                self.set(KeyDate::AgencyAware, referral.agency_aware);
            }
            Fact::BroughtIn(case) => {
                self.set(Incident, case.incident);
                self.set(Aware, case.aware);
                case.known.iter().for_each(|date| self.set(date.what, date.on));
            }
            Fact::FoundNotifiable(decision) => {
                if let Some(aware) = decision.aware {
                    self.set(CriteriaAware, aware);
                }
            }
            Fact::LookedAfterDeathNotified(_) | Fact::CareLeaverDeathNotified(_) => {
                self.set(DeathNotified, on);
            }
            Fact::Notified(_) => self.set(Notified, on),
            Fact::PartiesTold(_) => self.first(KeyDate::PartiesTold, on),
            Fact::Reclassified(_) => self.set(Reclassified, on),
            Fact::RapidReviewOpened(_) => self.set(RapidReviewOpened, on),
            Fact::MeetingHeld(_) => self.set(MeetingHeld, on),
            Fact::PartnersAsked(_) => self.set(KeyDate::PartnersAsked, on),
            Fact::SubmittedToPanel(_) => self.first(Submitted, on),
            Fact::PanelResponded(_) => self.first(PanelResponded, on),
            Fact::PanelQueried(_) => {
                self.set(QueryRaised, on);
                self.0.remove(&QueryAnswered);
            }
            Fact::PanelQueryAnswered => self.set(QueryAnswered, on),
            Fact::LcsprDecided(_) => self.set(LcsprDecided, on),
            Fact::LcsprBegun(_) => self.first(LcsprBegun, on),
            Fact::LcsprDiscontinued(_) => self.set(LcsprDiscontinued, on),
            Fact::FinalReportAgreed(_) => self.first(FinalReportAgreed, on),
            Fact::Published(_) | Fact::ImprovementsPublished(_) | Fact::PublicationDeclined(_) => {
                self.set(Published, on);
            }
            Fact::TakenDown(_) => self.set(TakenDown, on),
            _ => {}
        }
    }

    /// Sets a date that is more than the day of one entry.
    pub(crate) fn set(&mut self, what: KeyDate, on: When) {
        self.0.insert(what, on);
    }

    fn first(&mut self, what: KeyDate, on: When) {
        self.0.entry(what).or_insert(on);
    }

    /// Refuses an order that cannot have happened, naming both dates.
    pub(crate) fn in_order(&self) -> Result<(), Rejection> {
        for (first, then) in ORDER {
            let (Some(earlier), Some(later)) = (self.get(*first), self.get(*then)) else { continue };
            if later.certainly_before(earlier) {
                return Err(Rejection::of(
                    "on",
                    format!("{then} ({later}) cannot be before {first} ({earlier}). Check both dates"),
                ));
            }
        }
        Ok(())
    }
}
