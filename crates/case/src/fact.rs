//! What the record holds: one event for everything that happened.
//!
//! The JSON of these types is a contract for ever. New fields come with a default; a new meaning is a new variant.

mod kind;
mod step;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{PartnershipId, Reference, When, Words};
use crate::{
    actions, agencies, consideration, decisions, keeping, lcspr, notification, panel, proceedings,
    publication, rapid_review,
};

/// One entry of a case's history: when it happened, what it was, and what somebody wrote with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// When it happened.
    pub on: When,
    /// What happened, with nothing in it that anyone typed.
    pub fact: Fact,
    /// What somebody wrote; empty once erased.
    pub words: Words,
}

/// Everything that can have happened to a case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Fact {
    // What follows from other entries
    /// The case came into being and got its reference.
    Opened(Opened),
    /// The rule set that holds for this case was fixed, by the date of awareness.
    RuleSetPinned(RuleSetPinned),
    /// A time limit was met or missed; this judgement stays, whatever happens to the calendar.
    ClockJudged(ClockJudged),
    /// The end of a time limit was undone by a correction, and its judgement with it.
    JudgementWithdrawn(JudgementWithdrawn),
    // From the first call to the decision to notify
    /// Asks the partnership to consider an incident and starts the case.
    Referred(consideration::Referral),
    /// Takes over a case that began elsewhere.
    BroughtIn(consideration::BroughtIn),
    /// Sends the referral to the three leads.
    Considered(consideration::Consideration),
    /// Records one partner’s view on notifying.
    ViewGiven(consideration::View),
    /// Decides that the incident must be notified.
    FoundNotifiable(consideration::NotifiableDecision),
    /// Decides that the criteria are not met.
    FoundNotNotifiable(consideration::NotNotifiableDecision),
    /// Starts another kind of review.
    AlternativeReviewStarted(consideration::AlternativeReview),
    /// Ends the other review; words: `learning`.
    AlternativeReviewFinished,
    // Notification
    /// Adds a child.
    ChildAdded(notification::Child),
    /// Says who a child is.
    ChildIdentified(notification::IdentifiedChild),
    /// Names the councils and partnerships concerned.
    AuthoritiesNamed(notification::Authorities),
    /// Records that the notification was sent.
    Notified(notification::Notification),
    /// Records the notification of a looked-after child’s death.
    LookedAfterDeathNotified(notification::LookedAfterDeath),
    /// Records the notification of a care leaver’s death.
    CareLeaverDeathNotified(notification::CareLeaverDeath),
    /// Records that the notified incident does not meet the criteria.
    Reclassified(notification::Reclassification),
    /// Records who was told of the incident.
    PartiesTold(notification::PartiesTold),
    // Rapid review
    /// Opens the rapid review.
    RapidReviewOpened(rapid_review::RapidReview),
    /// Asks an agency for a summary.
    AgencyAsked(agencies::AgencyRequest),
    /// Says whether an agency holds anything before it returns a summary.
    RequestAcknowledged(agencies::Acknowledgement),
    /// Records an agency’s answer.
    SummaryReturned(agencies::AgencyReturn),
    /// Chases a return.
    AgencyChased(agencies::AgencyConcerned),
    /// Takes a late return to a named senior; words: `who`.
    ReturnEscalated(agencies::AgencyConcerned),
    /// Opens a return again.
    ReturnReopened(agencies::ReturnReopened),
    /// Withdraws a request; words: `reason`.
    RequestWithdrawn(agencies::AgencyConcerned),
    /// Records something done at once to keep a child safe; words: `text`.
    SafetyActionTaken,
    /// Records the rapid review meeting.
    MeetingHeld(rapid_review::Meeting),
    /// Records the independent scrutineer’s comment; words: `comment`.
    ScrutineerCommented,
    /// Writes a section of the rapid review report.
    SectionWritten(rapid_review::SectionWritten),
    /// Freezes a version of the rapid review report.
    ReportWritten(rapid_review::Report),
    /// Puts the report to the three partners.
    PartnersAsked(rapid_review::Recommendation),
    /// Sends the report back to the meeting.
    SentBack(rapid_review::SentBack),
    /// Records that the report was sent to the Panel.
    SubmittedToPanel(rapid_review::Submission),
    // The three partners
    /// Records one partner’s decision.
    PartnerDecided(decisions::DecisionMade),
    /// Takes a disagreement higher.
    Escalated(decisions::Escalation),
    /// Ends an escalation.
    EscalationEnded(decisions::EscalationEnd),
    // The Panel
    /// Records the Panel’s letter.
    PanelResponded(panel::PanelResponse),
    /// Records what the Panel asked for.
    PanelQueried(panel::PanelQuery),
    /// Records the reply to the Panel; words: `text`.
    PanelQueryAnswered,
    /// Records a point of advice.
    AdvicePointRecorded(panel::AdvicePoint),
    /// Records that a point of advice was dealt with.
    AdvicePointFinished(panel::AdvicePointDone),
    /// The partners reconsider after the Panel disagreed; words: `reason`.
    ReconsiderationStarted,
    /// Records that the Panel commissioned a review.
    NationalReviewCommissioned(panel::NationalReview),
    /// Records that it ended; words: `outcome`.
    NationalReviewEnded,
    /// Ends the review without an LCSPR; words: `reason`.
    ClosedAtRapidReview,
    // LCSPR
    /// Decides to start an LCSPR.
    LcsprDecided(lcspr::LcsprDecision),
    /// Adds a key line of enquiry.
    KeyLineAdded(lcspr::KeyLine),
    /// Traces a key line of enquiry to a finding.
    KeyLineTraced(lcspr::KeyLineTraced),
    /// Appoints the reviewer and commissions the review.
    LcsprCommissioned(lcspr::Commission),
    /// Agrees a version of the terms of reference.
    TermsAgreed(lcspr::TermsOfReference),
    /// Begins the review.
    LcsprBegun(lcspr::LcsprStart),
    /// Holds the review.
    LcsprHeld(lcspr::Hold),
    /// Resumes the review; words: `reason`.
    LcsprResumed,
    /// Stops the review.
    LcsprDiscontinued(lcspr::Discontinuation),
    /// Replaces the reviewer.
    ReviewerReplaced(lcspr::ReviewerReplaced),
    /// Records a check of time and quality.
    MonitoringChecked(lcspr::MonitoringCheck),
    /// Records a written request to the reviewer; words: `text`.
    RequestedInWriting,
    /// Freezes a version of the LCSPR report.
    DraftWritten(lcspr::Draft),
    /// Records comments on a draft.
    DraftCommented(lcspr::DraftComment),
    /// Records contact with the family.
    FamilyContacted(lcspr::FamilyContact),
    /// Records an event with practitioners.
    PractitionerEventHeld(lcspr::PractitionerEvent),
    /// Records that the final report is agreed.
    FinalReportAgreed(lcspr::FinalReport),
    // Publication
    /// Plans the day of publication.
    PublicationPlanned(publication::PublicationPlan),
    /// Records the check of anonymity.
    AnonymityChecked(publication::AnonymityCheck),
    /// Records who was told before publication.
    PublicationTold(publication::PublicationTold),
    /// Records the copies sent before publication.
    CopiesSent(publication::Copies),
    /// Records that the report was published.
    Published(publication::Publication),
    /// Records that only the improvements were published.
    ImprovementsPublished(publication::ImprovementsPublished),
    /// Holds publication.
    PublicationHeld(publication::PublicationHold),
    /// Ends the hold on publication; words: `reason`.
    PublicationReleased,
    /// Decides to publish nothing.
    PublicationDeclined(publication::PublicationDeclined),
    /// Records the copy given to the national repository; words: `reference`.
    CopyDeposited,
    /// Takes the report offline.
    TakenDown(publication::TakeDown),
    // Beside the case
    /// Opens a parallel proceeding.
    ProceedingOpened(proceedings::Proceeding),
    /// Records news of a proceeding or a disclosure.
    ProceedingNews(proceedings::ProceedingNews),
    /// Ends a parallel proceeding.
    ProceedingEnded(proceedings::ProceedingEnd),
    /// Links another review.
    ReviewLinked(proceedings::LinkedReview),
    /// Explains a delay.
    DelayExplained(proceedings::Delay),
    // Learning and actions
    /// Adds a recommendation.
    RecommendationAdded(actions::ReviewRecommendation),
    /// Accepts a recommendation or not.
    RecommendationAnswered(actions::RecommendationResponse),
    /// Opens an action.
    ActionOpened(actions::Action),
    /// Says how an action goes.
    ActionUpdated(actions::ActionUpdate),
    /// Gives an action a new due date.
    ActionMoved(actions::ActionMoved),
    /// Records that an action was completed.
    ActionCompleted(actions::ActionDone),
    /// Judges the evidence of an action’s effect.
    ImpactJudged(actions::ImpactJudged),
    /// Closes an action.
    ActionClosed(actions::ActionClosed),
    /// Replaces an action.
    ActionSuperseded(actions::ActionSuperseded),
    /// Records learning that was shared.
    LearningShared(actions::Learning),
    /// Turns to carrying out the actions.
    ActionsOpened,
    /// Turns to gathering evidence of their effect.
    ImpactReviewStarted,
    /// Closes the case; words: `decided_by` (who accepted the evidence), and `reason` where something is still open.
    Closed,
    /// Reopens the case; words: `reason`.
    Reopened,
    // Keeping the case
    /// Adds a note.
    NoteAdded(keeping::Note),
    /// Puts somebody on the named list.
    AccessGranted(keeping::Access),
    /// Takes somebody off the named list.
    AccessEnded(keeping::AccessEnd),
    /// Says who leads the case.
    LeadAssigned(keeping::Lead),
    /// Changes the local title; words: `title`.
    Retitled,
    /// Corrects an entry, or strikes it out.
    Corrected(Corrected),
    /// Erases words of entries.
    WordsErased(keeping::Erasure),
    /// Erases a person’s name and date of birth.
    PersonErased(keeping::PersonErasure),
}

/// The facts of an event as they are stored, apart from the words.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Facts {
    on: When,
    what: Fact,
}

impl Event {
    /// The facts as JSON text, such as `{"on":"2026-03-10","what":{"notified":{}}}`.
    ///
    /// # Panics
    /// Never: facts have no map with keys that are not text.
    pub fn facts_json(&self) -> String {
        #[derive(Serialize)]
        struct Facts<'a> {
            on: When,
            what: &'a Fact,
        }
        serde_json::to_string(&Facts { on: self.on, what: &self.fact })
            .expect("facts have no map with keys that are not text")
    }

    /// The event that was stored as these facts, with the words that are left of it.
    pub fn from_json(facts: &str, words: Words) -> Result<Self, serde_json::Error> {
        serde_json::from_str(facts).map(|Facts { on, what: fact }| Self { on, fact, words })
    }
}

/// A case came into being.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Opened {
    /// The partnership whose case it is.
    pub partnership: PartnershipId,
    /// The reference, given once and for ever.
    pub reference: Reference,
    /// The kind of case.
    pub kind: consideration::CaseKind,
}

/// The rule set of a case was fixed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RuleSetPinned {
    /// The id of the rule set, such as `wt2023`.
    pub rule_set: String,
    /// What starts the rapid review’s 15 working days.
    pub rapid_review_from: RapidReviewFrom,
}

crate::terms::codes! {
    /// The event from which the rapid review’s time limit counts. Sources differ, so it is pinned with the case.
    RapidReviewFrom {
        /// The day the notification was sent.
        Notification = "the notification",
        /// The day the council became aware.
        Awareness = "the council becoming aware",
    }
}

/// A time limit has not come to its end after all.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct JudgementWithdrawn {
    /// Which one.
    pub clock: proceedings::StatutoryClock,
}

/// A time limit came to its end.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ClockJudged {
    /// Which one.
    pub clock: proceedings::StatutoryClock,
    /// The due date as it stood that day.
    pub due: NaiveDate,
    /// The day it was done.
    pub done: NaiveDate,
}

/// A correction as it stands in the record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Corrected {
    /// The number of the entry that was wrong.
    pub entry: u32,
    /// What should have been recorded; nothing when the entry is struck out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub with: Option<Box<Fact>>,
}
