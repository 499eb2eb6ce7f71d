//! What somebody is notified of in one case. Requests, and what came of them, have letters of their own; everything
//! else is a reminder.

use case::decisions::Decision;
use case::reminders::Kind as About;
use case::terms::Partner;
use case::{Actor, Case, ClockKey, Fact, OrganisationId, Reference};
use chrono::NaiveDate;

use crate::letter::Contents;
use crate::letters::{
    AnswerReopened, DecisionRecordedForYou, DecisionWanted, InformationDue, InformationNeeded,
    MoreInformationNeeded, PartnersDecided, Wanted,
};
use crate::parts::{CaseName, LinkPath, StaffName, Unfit};

/// What a notice comes from.
#[derive(Clone, Copy, Debug)]
pub enum Source {
    /// An entry that is news, by its number.
    Entry(u32),
    /// A clock that is due.
    Clock(ClockKey),
    /// A letter that was not delivered.
    Letter,
}

/// What one person is notified of in one case.
#[derive(Clone, Copy, Debug)]
pub struct Notice<'a> {
    /// The case it is about.
    pub case: &'a Case,
    /// What it comes from.
    pub source: Source,
    /// The kind of clock or news.
    pub kind: About,
    /// The person who gets it.
    pub reader: &'a Actor,
    /// Whether letters of the partnership name cases.
    pub names_cases: bool,
    /// The short name of the partnership, for those who belong to several.
    pub slug: &'a str,
    /// The name of the person who leads the case.
    pub lead: Option<&'a str>,
    /// The name of the person who recorded the entry.
    pub by: Option<&'a str>,
    /// The day on which the letter is written, in London.
    pub today: NaiveDate,
    /// The calendar by which working days are counted.
    pub calendar: &'a calendar::Calendar,
}

/// Whether news of this kind has a letter of its own.
pub(crate) fn has_own_letter(kind: About) -> bool {
    matches!(
        kind,
        About::InformationAsked
            | About::AgencyReminded
            | About::MoreAsked
            | About::DecisionAsked
            | About::MoreInformationNeeded
            | About::DecisionRecorded
            | About::PartnersDecided
            | About::PartnersDiffer
            | About::NotDelivered
    )
}

impl Notice<'_> {
    /// The letter about it; `None` where it is only an item in a reminder.
    ///
    /// # Errors
    ///
    /// When its link cannot be written.
    pub fn contents(&self) -> Result<Option<Contents>, Unfit> {
        let case = self.case_name();
        Ok(match self.kind {
            About::InformationAsked => self.wanted()?.map(InformationNeeded).map(Contents::InformationNeeded),
            About::AgencyReminded | About::AgencyReturn => {
                self.wanted()?.map(InformationDue).map(Contents::InformationDue)
            }
            About::MoreAsked => self.wanted()?.map(AnswerReopened).map(Contents::AnswerReopened),
            About::DecisionAsked => self.decision_wanted()?,
            About::MoreInformationNeeded => {
                let link = self.link("/decisions", "/")?;
                let letter = |made: &Decision| MoreInformationNeeded { case, partner: made.partner, link };
                self.decision().map(letter).map(Contents::MoreInformationNeeded)
            }
            About::DecisionRecorded => self.decision_recorded()?,
            About::PartnersDecided | About::PartnersDiffer => {
                let (link, differ) = (self.link("/decisions", "/")?, self.kind == About::PartnersDiffer);
                let letter = |made: &Decision| {
                    let decided = Partner::ALL.len() - self.case.undecided(made.question).len();
                    PartnersDecided { case, decided, differ, link }
                };
                self.decision().map(letter).map(Contents::PartnersDecided)
            }
            _ => None,
        })
    }

    /// The name of the case in its letter.
    pub(crate) fn case_name(&self) -> CaseName {
        CaseName(self.reference())
    }

    fn reference(&self) -> Option<Reference> {
        self.case.reference().filter(|_| self.names_cases)
    }

    /// A link to a page of the case. Where letters do not name cases, links do not either: they lead to the
    /// reader’s `own` page.
    pub(crate) fn link(&self, below: &str, own: &str) -> Result<LinkPath, Unfit> {
        let Some(reference) = self.reference() else { return LinkPath::new(own) };
        // Somebody who belongs to several partnerships finds the partnership in the address.
        let here = self.case.partnership();
        let elsewhere = self.reader.memberships.iter().any(|held| Some(held.partnership) != here);
        LinkPath::new(if elsewhere {
            format!("/cases/{}.{reference}{below}", self.slug)
        } else {
            format!("/cases/{reference}{below}")
        })
    }

    pub(crate) fn fact(&self) -> Option<&Fact> {
        match self.source {
            Source::Entry(entry) => Some(&self.case.entry(entry)?.event.fact),
            Source::Clock(_) | Source::Letter => None,
        }
    }

    fn agency(&self) -> Option<OrganisationId> {
        match (self.source, self.fact()) {
            (Source::Clock(ClockKey::AgencyReturn(agency)), _) => Some(agency),
            (_, Some(Fact::AgencyAsked(asked))) => Some(asked.agency),
            (_, Some(Fact::AgencyChased(of))) => Some(of.agency),
            (_, Some(Fact::ReturnReopened(of))) => Some(of.agency),
            _ => None,
        }
    }

    fn wanted(&self) -> Result<Option<Wanted>, Unfit> {
        let agency = self.agency();
        let request = agency.and_then(|agency| Some((agency, self.case.agencies.requests.get(&agency)?)));
        let Some((agency, request)) = request else { return Ok(None) };
        let due = request.asked.due;
        let calendar_days = (due - self.today).num_days();
        Ok(Some(Wanted {
            case: self.case_name(),
            due,
            on: self.today,
            working_days: self.calendar.working_days_between(self.today, due).unwrap_or(calendar_days),
            chronology: request.asked.chronology,
            link: self.link(&format!("/requests/{agency}"), "/requests")?,
            lead: self.lead.map(StaffName::new),
        }))
    }

    fn decision(&self) -> Option<&Decision> {
        match self.fact() {
            Some(Fact::PartnerDecided(made)) => Some(&made.decision),
            _ => None,
        }
    }

    fn decision_wanted(&self) -> Result<Option<Contents>, Unfit> {
        let Some(Fact::PartnersAsked(asked)) = self.fact() else { return Ok(None) };
        let question = self.case.question_asked();
        let undecided = self.case.undecided(question);
        let here = self.case.partnership();
        let mut held = self.reader.memberships.iter().filter(|held| Some(held.partnership) == here);
        let partner = held.find_map(|held| held.role.partner().filter(|partner| undecided.contains(partner)));
        let Some(partner) = partner else { return Ok(None) };
        let link = self.decide(partner)?;
        let (case, by) = (self.case_name(), asked.decide_by);
        Ok(Some(Contents::DecisionWanted(DecisionWanted { case, partner, question, by, link })))
    }

    fn decision_recorded(&self) -> Result<Option<Contents>, Unfit> {
        let (Source::Entry(entry), Some(made)) = (self.source, self.decision()) else { return Ok(None) };
        let Some(recorded) = self.case.entry(entry) else { return Ok(None) };
        Ok(Some(Contents::DecisionRecordedForYou(DecisionRecordedForYou {
            case: self.case_name(),
            partner: made.partner,
            on: recorded.event.on,
            by: StaffName::new(self.by.unwrap_or_default()),
            link: self.decide(made.partner)?,
        })))
    }

    fn decide(&self, partner: Partner) -> Result<LinkPath, Unfit> {
        let partner = match partner {
            Partner::Council => "council",
            Partner::Icb => "icb",
            Partner::Police => "police",
        };
        self.link(&format!("/decisions/{partner}"), "/decisions")
    }
}
