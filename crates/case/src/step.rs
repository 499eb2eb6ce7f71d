//! What a person may ask to record: every step of a case's life.

use serde::{Deserialize, Serialize};

use crate::terms::Partner;
use crate::{OrganisationId, PartnershipId, When, Words};
use crate::{
    actions, agencies, consideration, decisions, keeping, lcspr, notification, panel, proceedings,
    publication, rapid_review,
};

/// A step a person asks to record, with the day it happened and what they wrote.
///
/// In JSON: `{"on": "2026-03-10", "do": {"notify": {}}, "words": {"reference": "…"}}`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Command {
    /// When it happened, which may be long before it is recorded.
    pub on: When,
    /// The step.
    #[serde(rename = "do")]
    pub step: Step,
    /// What the person wrote.
    #[serde(default, skip_serializing_if = "Words::is_empty")]
    pub words: Words,
}

/// One partner’s decision. Recording one’s own and recording another’s are different rights.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Deciding {
    /// Whose decision it is.
    pub partner: Partner,
    /// Whether somebody else records it, who then says how they know of it.
    pub on_behalf: bool,
}

impl Deciding {
    fn of(decision: &decisions::Decision) -> Self {
        Self { partner: decision.partner, on_behalf: decision.on_behalf.is_some() }
    }
}

/// Whether a note is for the business unit alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Restricted(pub bool);

/// The steps, each once: what it says, and for those that belong to one partner, agency or owner, to whom.
macro_rules! steps {
    ($($(#[$doc:meta])* $step:ident $(($says:ty $(, $of:ident => $whose:ty: $value:expr)?))?,)+) => {
        /// Every step of a case's life. The words a step needs are named with it.
        #[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum Step { $($(#[$doc])* $step $(($says))?,)+ }

        /// A step without what it says: enough to know who may record it, and from which stages.
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub enum StepKind { $($(#[$doc])* $step $($(($whose))?)?,)+ }

        impl Step {
            /// Its kind.
            pub fn kind(&self) -> StepKind {
                match self { $(Self::$step { $($(0: $of,)?)? .. } => StepKind::$step $($(($value))?)?,)+ }
            }
        }
    };
}

steps! {
    // From the first call to the decision to notify
    /// Asks the partnership to consider an incident and starts the case.
    Refer(consideration::Referral, referral => PartnershipId: referral.partnership),
    /// Takes over a case that began elsewhere.
    BringIn(consideration::BroughtIn, case => PartnershipId: case.partnership),
    /// Sends the referral to the three leads.
    Consider(consideration::Consideration),
    /// Records one partner’s view on notifying.
    GiveView(consideration::View, view => Partner: view.partner),
    /// Decides that the incident must be notified.
    DecideNotifiable(consideration::NotifiableDecision),
    /// Decides that the criteria are not met.
    DecideNotNotifiable(consideration::NotNotifiableDecision),
    /// Starts another kind of review.
    StartAlternativeReview(consideration::AlternativeReview),
    /// Ends the other review; words: `learning`.
    FinishAlternativeReview,
    // Notification
    /// Adds a child.
    AddChild(notification::Child),
    /// Says who a child is.
    IdentifyChild(notification::IdentifyChild),
    /// Names the councils and partnerships concerned.
    NameAuthorities(notification::Authorities),
    /// Records that the notification was sent.
    Notify(notification::Notification),
    /// Records the notification of a looked-after child’s death.
    NotifyLookedAfterDeath(notification::LookedAfterDeath),
    /// Records the notification of a care leaver’s death.
    NotifyCareLeaverDeath(notification::CareLeaverDeath),
    /// Records that the notified incident does not meet the criteria.
    Reclassify(notification::Reclassification),
    /// Records who was told of the incident.
    TellParties(notification::PartiesTold),
    // Rapid review
    /// Opens the rapid review.
    OpenRapidReview(rapid_review::RapidReview),
    /// Asks an agency for a summary.
    AskAgency(agencies::AgencyRequest),
    /// Says whether an agency holds anything before it returns a summary.
    AcknowledgeRequest(agencies::Acknowledgement, answer => OrganisationId: answer.agency),
    /// Records an agency’s answer.
    ReturnSummary(agencies::AgencyReturn, answer => OrganisationId: answer.agency),
    /// Chases a return.
    ChaseAgency(agencies::AgencyConcerned),
    /// Takes a late return to a named senior; words: `who`.
    EscalateReturn(agencies::AgencyConcerned),
    /// Opens a return again.
    ReopenReturn(agencies::ReturnReopened),
    /// Withdraws a request; words: `reason`.
    WithdrawRequest(agencies::AgencyConcerned),
    /// Records something done at once to keep a child safe; words: `text`.
    TakeSafetyAction,
    /// Records the rapid review meeting.
    HoldMeeting(rapid_review::Meeting),
    /// Records the independent scrutineer’s comment; words: `comment`.
    CommentAsScrutineer,
    /// Writes a section of the rapid review report.
    WriteSection(rapid_review::SectionWritten),
    /// Freezes a version of the rapid review report.
    WriteReport(rapid_review::Report),
    /// Puts the report to the three partners.
    AskPartners(rapid_review::Recommendation),
    /// Sends the report back to the meeting.
    SendBack(rapid_review::SentBack, sent_back => Partner: sent_back.partner),
    /// Records that the report was sent to the Panel.
    SubmitToPanel(rapid_review::Submission),
    // The three partners
    /// Records one partner’s decision.
    DecideAsPartner(decisions::Decision, decision => Deciding: Deciding::of(decision)),
    /// Takes a disagreement higher.
    Escalate(decisions::Escalation),
    /// Ends an escalation.
    EndEscalation(decisions::EscalationEnd),
    // The Panel
    /// Records the Panel’s letter.
    RecordPanelResponse(panel::PanelResponse),
    /// Records what the Panel asked for.
    RecordPanelQuery(panel::PanelQuery),
    /// Records the reply to the Panel; words: `text`.
    AnswerPanelQuery,
    /// Records a point of advice.
    RecordAdvicePoint(panel::AdvicePoint),
    /// Records that a point of advice was dealt with.
    FinishAdvicePoint(panel::AdvicePointDone),
    /// The partners reconsider after the Panel disagreed; words: `reason`.
    Reconsider,
    /// Records that the Panel commissioned a review.
    RecordNationalReview(panel::NationalReview),
    /// Records that it ended; words: `outcome`.
    EndNationalReview,
    /// Ends the review without an LCSPR; words: `reason`.
    CloseAtRapidReview,
    // LCSPR
    /// Decides to start an LCSPR.
    DecideLcspr(lcspr::LcsprDecision),
    /// Adds a key line of enquiry.
    AddKeyLine(lcspr::KeyLine),
    /// Traces a key line of enquiry to a finding.
    TraceKeyLine(lcspr::KeyLineTraced),
    /// Appoints the reviewer and commissions the review.
    CommissionLcspr(lcspr::Commission),
    /// Agrees a version of the terms of reference.
    AgreeTerms(lcspr::TermsOfReference),
    /// Begins the review.
    BeginLcspr(lcspr::LcsprStart),
    /// Holds the review.
    HoldLcspr(lcspr::Hold),
    /// Resumes the review; words: `reason`.
    ResumeLcspr,
    /// Stops the review.
    DiscontinueLcspr(lcspr::Discontinuation),
    /// Replaces the reviewer.
    ReplaceReviewer(lcspr::ReviewerReplaced),
    /// Records a check of time and quality.
    CheckMonitoring(lcspr::MonitoringCheck),
    /// Records a written request to the reviewer; words: `text`.
    RequestInWriting,
    /// Freezes a version of the LCSPR report.
    WriteDraft(lcspr::Draft),
    /// Records comments on a draft.
    CommentOnDraft(lcspr::DraftComment, comment => Option<OrganisationId>: comment.agency),
    /// Records contact with the family.
    RecordFamilyContact(lcspr::FamilyContact),
    /// Records an event with practitioners.
    HoldPractitionerEvent(lcspr::PractitionerEvent),
    /// Records that the final report is agreed.
    AgreeFinalReport(lcspr::FinalReport),
    // Publication
    /// Plans the day of publication.
    PlanPublication(publication::PublicationPlan),
    /// Records the check of anonymity.
    CheckAnonymity(publication::AnonymityCheck),
    /// Records who was told before publication.
    TellOfPublication(publication::PublicationTold),
    /// Records the copies sent before publication.
    SendCopies(publication::Copies),
    /// Records that the report was published.
    Publish(publication::Publication),
    /// Records that only the improvements were published.
    PublishImprovements(publication::ImprovementsPublished),
    /// Holds publication.
    HoldPublication(publication::PublicationHold),
    /// Ends the hold on publication; words: `reason`.
    ReleasePublication,
    /// Decides to publish nothing.
    DeclineToPublish(publication::PublicationDeclined),
    /// Records the copy given to the national repository; words: `reference`.
    DepositCopy,
    /// Takes the report offline.
    TakeDown(publication::TakeDown),
    // Beside the case
    /// Opens a parallel proceeding.
    OpenProceeding(proceedings::Proceeding),
    /// Records news of a proceeding or a disclosure.
    RecordProceedingNews(proceedings::ProceedingNews),
    /// Ends a parallel proceeding.
    EndProceeding(proceedings::ProceedingEnd),
    /// Links another review.
    LinkReview(proceedings::LinkedReview),
    /// Explains a delay.
    ExplainDelay(proceedings::Delay),
    // Learning and actions
    /// Adds a recommendation.
    AddRecommendation(actions::ReviewRecommendation),
    /// Accepts a recommendation or not.
    RespondToRecommendation(actions::RecommendationResponse),
    /// Opens an action.
    OpenAction(actions::Action),
    /// Says how an action goes.
    UpdateAction(actions::ActionUpdate, update => u16: update.number),
    /// Gives an action a new due date.
    MoveAction(actions::ActionMoved),
    /// Records that an action was completed.
    CompleteAction(actions::ActionDone, done => u16: done.number),
    /// Judges the evidence of an action’s effect.
    JudgeImpact(actions::ImpactJudged),
    /// Closes an action.
    CloseAction(actions::ActionClosed),
    /// Replaces an action.
    SupersedeAction(actions::ActionSuperseded),
    /// Records learning that was shared.
    ShareLearning(actions::Learning),
    /// Turns to carrying out the actions.
    OpenActions,
    /// Turns to gathering evidence of their effect.
    ReviewImpact,
    /// Closes the case; words: `decided_by` (who accepted the evidence), and `reason` where something is still open.
    Close,
    /// Reopens the case; words: `reason`.
    Reopen,
    // Keeping the case
    /// Adds a note.
    AddNote(keeping::Note, note => Restricted: Restricted(note.restricted)),
    /// Puts somebody on the named list.
    GrantAccess(keeping::Access),
    /// Takes somebody off the named list.
    EndAccess(keeping::AccessEnd),
    /// Says who leads the case.
    AssignLead(keeping::Lead),
    /// Changes the local title; words: `title`.
    Retitle,
    /// Corrects an entry; words: `correction`, beside those the entry should have had.
    Correct(Correction, correction => Box<StepKind>: Box::new(correction.with.kind())),
    /// Strikes out an entry that should not be there; words: `correction`.
    StrikeOut(keeping::StrikeOut),
    /// Erases words of entries.
    EraseWords(keeping::Erasure),
    /// Erases a person’s name and date of birth.
    ErasePerson(keeping::PersonErasure),
}

/// An entry was wrong, and another takes its place. The date and the words of the command are those the entry should have had; the word `correction`
/// says why it is corrected.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Correction {
    /// The number of the entry that was wrong.
    pub entry: u32,
    /// What should have been recorded.
    pub with: Box<Step>,
}
