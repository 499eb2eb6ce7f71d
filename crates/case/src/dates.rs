//! The dates a case turns on, and the order in which they can have happened.

use std::collections::BTreeMap;

use crate::fact::Fact;
use crate::rejection::Rejection;
use crate::terms::codes;
use crate::{Event, When};
use serde::{Deserialize, Serialize};

codes! {
    /// A date that clocks and reports are counted from.
    KeyDate {
        /// The incident.
        Incident = "the incident",
        /// The first agency knew.
        AgencyAware = "an agency knowing of it",
        /// The council became aware.
        Aware = "the council becoming aware",
        /// The council became aware that the criteria are met, where that was later.
        CriteriaAware = "the council becoming aware that the criteria are met",
        /// The referral.
        Referred = "the referral",
        /// The death of a looked-after child or a care leaver was notified.
        DeathNotified = "the notification of the death",
        /// The notification was sent.
        Notified = "the notification",
        /// Partners were told.
        PartiesTold = "telling the partners",
        /// The notification was reclassified.
        Reclassified = "the reclassification",
        /// The rapid review was opened.
        RapidReviewOpened = "the opening of the rapid review",
        /// The meeting was held.
        MeetingHeld = "the rapid review meeting",
        /// The report was put to the partners.
        PartnersAsked = "putting the report to the partners",
        /// The report went to the Panel.
        Submitted = "the submission to the Panel",
        /// The Panel’s first reply arrived.
        PanelResponded = "the Panel’s response",
        /// The Panel asked for more.
        QueryRaised = "the Panel’s query",
        /// The partners answered.
        QueryAnswered = "the answer to the Panel",
        /// The LCSPR was decided.
        LcsprDecided = "the decision to start an LCSPR",
        /// The LCSPR began.
        LcsprBegun = "the beginning of the LCSPR",
        /// The LCSPR was stopped.
        LcsprDiscontinued = "the end of the LCSPR without a report",
        /// The final report was agreed.
        FinalReportAgreed = "the agreement of the final report",
        /// Both the Panel and the Secretary of State had their copies.
        CopiesSent = "sending the copies",
        /// The report or the improvements were published, or it was decided not to.
        Published = "the publication",
        /// The report was taken down.
        TakenDown = "the takedown",
    }
}

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

    /// Takes the dates of an entry in. A first submission, letter or sign-off keeps its date when others follow.
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
