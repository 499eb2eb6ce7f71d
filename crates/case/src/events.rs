//! What people record and what the record then holds: every event of a case's life, each once.
//!
//! The JSON of these types is a contract for ever. New fields come with a default; a new meaning is a new event.

mod command;
mod correction;
mod derived;
mod event;
mod table;
mod to_step;

use serde::{Deserialize, Serialize};

use crate::decisions::Deciding;
use crate::keeping::Restricted;
use crate::terms::Partner;
use crate::{OrganisationId, PartnershipId};
use crate::{
    actions, agencies, consideration, decisions, keeping, lcspr, notification, panel, proceedings,
    publication, rapid_review,
};

pub use command::Command;
pub use correction::{Corrected, Correction};
pub use derived::{ClockJudged, JudgementWithdrawn, Opened, RapidReviewFrom, RuleSetPinned};
pub use event::Event;
use table::{events, said};

// How to read this table: `table.rs`. The name in quotes is the one under which a fact is stored, and stays.
events! {
    derived {
        /// The case came into being and got its reference.
        Opened(Opened) = "opened",
        /// The rule set that holds for this case was fixed, by the date of awareness.
        RuleSetPinned(RuleSetPinned) = "rule_set_pinned",
        /// A time limit was met or missed; this judgement stays, whatever happens to the calendar.
        ClockJudged(ClockJudged) = "clock_judged",
        /// The end of a time limit was undone by a correction, and its judgement with it.
        JudgementWithdrawn(JudgementWithdrawn) = "judgement_withdrawn",
    }
    recorded {
        // From the first call to the decision to notify
        /// Ask the partnership to consider an incident, which starts the case.
        /// The partnership was asked to consider an incident.
        Refer => Referred(consideration::Referral) = "referred"
            of |referral| -> PartnershipId { referral.partnership },
        /// Take over a case that began elsewhere.
        /// A case that began elsewhere was taken over.
        BringIn => BroughtIn(consideration::BroughtIn) = "brought_in"
            of |case| -> PartnershipId { case.partnership },
        /// Send the referral to the three leads.
        /// The referral was sent to the three leads.
        Consider => Considered(consideration::Consideration) = "considered",
        /// Record one partner’s view on notifying.
        /// One partner gave its view on notifying.
        GiveView => ViewGiven(consideration::View) = "view_given" of |view| -> Partner { view.partner },
        /// Decide that the incident must be notified.
        /// The council decided that the incident must be notified.
        DecideNotifiable => FoundNotifiable(consideration::NotifiableDecision) = "found_notifiable",
        /// Decide that the criteria are not met.
        /// The council decided that the criteria are not met.
        DecideNotNotifiable => FoundNotNotifiable(consideration::NotNotifiableDecision)
            = "found_not_notifiable",
        /// Start another kind of review.
        /// Another kind of review was started.
        StartAlternativeReview => AlternativeReviewStarted(consideration::AlternativeReview)
            = "alternative_review_started",
        /// End the other review; words: `learning`.
        /// The other review ended.
        FinishAlternativeReview => AlternativeReviewFinished = "alternative_review_finished",

        // Notification
        /// Add a child.
        /// A child was added.
        AddChild => ChildAdded(notification::Child) = "child_added",
        /// Say who a child is.
        /// It became known who a child is; the name is kept apart from the history.
        IdentifyChild(notification::IdentifyChild) becomes ChildIdentified(notification::IdentifiedChild)
            = "child_identified",
        /// Name the councils and partnerships concerned.
        /// The councils and partnerships concerned were named.
        NameAuthorities => AuthoritiesNamed(notification::Authorities) = "authorities_named",
        /// Record that the notification was sent.
        /// The notification was sent.
        Notify => Notified(notification::Notification) = "notified",
        /// Record that the death of a looked-after child was notified.
        /// The death of a looked-after child was notified.
        NotifyLookedAfterDeath => LookedAfterDeathNotified(notification::LookedAfterDeath)
            = "looked_after_death_notified",
        /// Record that the death of a care leaver was notified.
        /// The death of a care leaver was notified.
        NotifyCareLeaverDeath => CareLeaverDeathNotified(notification::CareLeaverDeath)
            = "care_leaver_death_notified",
        /// Record that the notified incident does not meet the criteria.
        /// The notified incident was found not to meet the criteria.
        Reclassify => Reclassified(notification::Reclassification) = "reclassified",
        /// Record who was told of the incident.
        /// Others were told of the incident.
        TellParties => PartiesTold(notification::PartiesTold) = "parties_told",

        // Rapid review
        /// Open the rapid review.
        /// The rapid review was opened.
        OpenRapidReview => RapidReviewOpened(rapid_review::RapidReview) = "rapid_review_opened",
        /// Ask an agency for a summary.
        /// An agency was asked for a summary.
        AskAgency => AgencyAsked(agencies::AgencyRequest) = "agency_asked",
        /// Say whether an agency holds anything before it returns a summary.
        /// An agency said whether it holds anything.
        AcknowledgeRequest => RequestAcknowledged(agencies::Acknowledgement) = "request_acknowledged"
            of |answer| -> OrganisationId { answer.agency },
        /// Record an agency’s answer.
        /// An agency returned its summary.
        ReturnSummary => SummaryReturned(agencies::AgencyReturn) = "summary_returned"
            of |answer| -> OrganisationId { answer.agency },
        /// Chase a return.
        /// An agency was reminded of its return.
        ChaseAgency => AgencyChased(agencies::AgencyConcerned) = "agency_chased",
        /// Take a late return to a named senior; words: `who`.
        /// A late return was taken to a named senior.
        EscalateReturn => ReturnEscalated(agencies::AgencyConcerned) = "return_escalated",
        /// Open a return again.
        /// A return was opened again.
        ReopenReturn => ReturnReopened(agencies::ReturnReopened) = "return_reopened",
        /// Withdraw a request; words: `reason`.
        /// A request was withdrawn.
        WithdrawRequest => RequestWithdrawn(agencies::AgencyConcerned) = "request_withdrawn",
        /// Record something done at once to keep a child safe; words: `text`.
        /// Something was done at once to keep a child safe.
        TakeSafetyAction => SafetyActionTaken = "safety_action_taken",
        /// Record the rapid review meeting.
        /// The rapid review meeting was held.
        HoldMeeting => MeetingHeld(rapid_review::Meeting) = "meeting_held",
        /// Record the independent scrutineer’s comment; words: `comment`.
        /// The independent scrutineer commented.
        CommentAsScrutineer => ScrutineerCommented = "scrutineer_commented",
        /// Write a section of the rapid review report.
        /// A section of the rapid review report was written.
        WriteSection => SectionWritten(rapid_review::SectionWritten) = "section_written",
        /// Freeze a version of the rapid review report.
        /// A version of the rapid review report was frozen.
        WriteReport => ReportWritten(rapid_review::Report) = "report_written",
        /// Put the report to the three partners.
        /// The report was put to the three partners.
        AskPartners => PartnersAsked(rapid_review::Recommendation) = "partners_asked",
        /// Send the report back to the meeting.
        /// A partner sent the report back to the meeting.
        SendBack => SentBack(rapid_review::SentBack) = "sent_back"
            of |sent_back| -> Partner { sent_back.partner },
        /// Record that the report was sent to the Panel.
        /// The report was sent to the Panel.
        SubmitToPanel => SubmittedToPanel(rapid_review::Submission) = "submitted_to_panel",

        // The three partners
        /// Record one partner’s decision.
        /// One partner decided.
        DecideAsPartner(decisions::Decision) becomes PartnerDecided(decisions::DecisionMade)
            = "partner_decided"
            of |decision| -> Deciding { Deciding::of(decision) },
        /// Take a disagreement higher.
        /// A disagreement was taken higher.
        Escalate => Escalated(decisions::Escalation) = "escalated",
        /// End an escalation.
        /// An escalation ended.
        EndEscalation => EscalationEnded(decisions::EscalationEnd) = "escalation_ended",

        // The Panel
        /// Record the Panel’s letter.
        /// The Panel replied by letter.
        RecordPanelResponse => PanelResponded(panel::PanelResponse) = "panel_responded",
        /// Record what the Panel asked for.
        /// The Panel asked for more.
        RecordPanelQuery => PanelQueried(panel::PanelQuery) = "panel_queried",
        /// Record the reply to the Panel; words: `text`.
        /// The partners replied to the Panel.
        AnswerPanelQuery => PanelQueryAnswered = "panel_query_answered",
        /// Record a point of advice.
        /// The Panel gave a point of advice.
        RecordAdvicePoint => AdvicePointRecorded(panel::AdvicePoint) = "advice_point_recorded",
        /// Record that a point of advice was dealt with.
        /// A point of advice was dealt with.
        FinishAdvicePoint => AdvicePointFinished(panel::AdvicePointDone) = "advice_point_finished",
        /// Reconsider after the Panel disagreed; words: `reason`.
        /// The partners began to reconsider after the Panel disagreed.
        Reconsider => ReconsiderationStarted = "reconsideration_started",
        /// Record that the Panel commissioned a national review.
        /// The Panel commissioned a national review.
        RecordNationalReview => NationalReviewCommissioned(panel::NationalReview)
            = "national_review_commissioned",
        /// Record that the national review ended; words: `outcome`.
        /// The national review ended.
        EndNationalReview => NationalReviewEnded = "national_review_ended",
        /// End the review without an LCSPR; words: `reason`.
        /// The review ended without an LCSPR.
        CloseAtRapidReview => ClosedAtRapidReview = "closed_at_rapid_review",

        // LCSPR
        /// Decide to start an LCSPR.
        /// It was decided to start an LCSPR.
        DecideLcspr => LcsprDecided(lcspr::LcsprDecision) = "lcspr_decided",
        /// Add a key line of enquiry.
        /// A key line of enquiry was added.
        AddKeyLine => KeyLineAdded(lcspr::KeyLine) = "key_line_added",
        /// Trace a key line of enquiry to a finding.
        /// A key line of enquiry was traced to a finding.
        TraceKeyLine => KeyLineTraced(lcspr::KeyLineTraced) = "key_line_traced",
        /// Appoint the reviewer and commission the review.
        /// The reviewer was appointed and the review commissioned.
        CommissionLcspr => LcsprCommissioned(lcspr::Commission) = "lcspr_commissioned",
        /// Agree a version of the terms of reference.
        /// A version of the terms of reference was agreed.
        AgreeTerms => TermsAgreed(lcspr::TermsOfReference) = "terms_agreed",
        /// Begin the review.
        /// The review began.
        BeginLcspr => LcsprBegun(lcspr::LcsprStart) = "lcspr_begun",
        /// Hold the review.
        /// The review was held.
        HoldLcspr => LcsprHeld(lcspr::Hold) = "lcspr_held",
        /// Resume the review; words: `reason`.
        /// The review was resumed.
        ResumeLcspr => LcsprResumed = "lcspr_resumed",
        /// Stop the review.
        /// The review was stopped.
        DiscontinueLcspr => LcsprDiscontinued(lcspr::Discontinuation) = "lcspr_discontinued",
        /// Replace the reviewer.
        /// The reviewer was replaced.
        ReplaceReviewer => ReviewerReplaced(lcspr::ReviewerReplaced) = "reviewer_replaced",
        /// Record a check of time and quality.
        /// Time and quality of the review were checked.
        CheckMonitoring => MonitoringChecked(lcspr::MonitoringCheck) = "monitoring_checked",
        /// Record a written request to the reviewer; words: `text`.
        /// The partners asked the reviewer for something in writing.
        RequestInWriting => RequestedInWriting = "requested_in_writing",
        /// Freeze a version of the LCSPR report.
        /// A version of the LCSPR report was frozen.
        WriteDraft => DraftWritten(lcspr::Draft) = "draft_written",
        /// Record comments on a draft.
        /// Somebody commented on a draft.
        CommentOnDraft => DraftCommented(lcspr::DraftComment) = "draft_commented"
            of |comment| -> Option<OrganisationId> { comment.agency },
        /// Record contact with the family.
        /// There was contact with the family.
        RecordFamilyContact => FamilyContacted(lcspr::FamilyContact) = "family_contacted",
        /// Record an event with practitioners.
        /// An event with practitioners was held.
        HoldPractitionerEvent => PractitionerEventHeld(lcspr::PractitionerEvent) = "practitioner_event_held",
        /// Record that the final report is agreed.
        /// The final report was agreed.
        AgreeFinalReport => FinalReportAgreed(lcspr::FinalReport) = "final_report_agreed",

        // Publication
        /// Plan the day of publication.
        /// The day of publication was planned.
        PlanPublication => PublicationPlanned(publication::PublicationPlan) = "publication_planned",
        /// Record the check of anonymity.
        /// The report was checked for anonymity.
        CheckAnonymity => AnonymityChecked(publication::AnonymityCheck) = "anonymity_checked",
        /// Record who was told before publication.
        /// Others were told before publication.
        TellOfPublication => PublicationTold(publication::PublicationTold) = "publication_told",
        /// Record the copies sent before publication.
        /// Copies were sent before publication.
        SendCopies => CopiesSent(publication::Copies) = "copies_sent",
        /// Record that the report was published.
        /// The report was published.
        Publish => Published(publication::Publication) = "published",
        /// Record that only the improvements were published.
        /// Only the improvements were published.
        PublishImprovements => ImprovementsPublished(publication::ImprovementsPublished)
            = "improvements_published",
        /// Hold publication.
        /// Publication was held.
        HoldPublication => PublicationHeld(publication::PublicationHold) = "publication_held",
        /// End the hold on publication; words: `reason`.
        /// The hold on publication ended.
        ReleasePublication => PublicationReleased = "publication_released",
        /// Decide to publish nothing.
        /// It was decided to publish nothing.
        DeclineToPublish => PublicationDeclined(publication::PublicationDeclined) = "publication_declined",
        /// Record the copy given to the national repository; words: `reference`.
        /// A copy was given to the national repository.
        DepositCopy => CopyDeposited = "copy_deposited",
        /// Take the report offline.
        /// The report was taken offline.
        TakeDown => TakenDown(publication::TakeDown) = "taken_down",

        // Beside the case
        /// Open a parallel proceeding.
        /// A parallel proceeding was opened.
        OpenProceeding => ProceedingOpened(proceedings::Proceeding) = "proceeding_opened",
        /// Record news of a proceeding or a disclosure.
        /// There was news of a proceeding or a disclosure.
        RecordProceedingNews => ProceedingNews(proceedings::ProceedingNews) = "proceeding_news",
        /// End a parallel proceeding.
        /// A parallel proceeding ended.
        EndProceeding => ProceedingEnded(proceedings::ProceedingEnd) = "proceeding_ended",
        /// Link another review.
        /// Another review was linked.
        LinkReview => ReviewLinked(proceedings::LinkedReview) = "review_linked",
        /// Explain a delay.
        /// A delay was explained.
        ExplainDelay => DelayExplained(proceedings::Delay) = "delay_explained",

        // Learning and actions
        /// Add a recommendation.
        /// A recommendation was added.
        AddRecommendation => RecommendationAdded(actions::ReviewRecommendation) = "recommendation_added",
        /// Accept a recommendation or not.
        /// A recommendation was accepted or not.
        RespondToRecommendation => RecommendationAnswered(actions::RecommendationResponse)
            = "recommendation_answered",
        /// Open an action.
        /// An action was opened.
        OpenAction => ActionOpened(actions::Action) = "action_opened",
        /// Say how an action is going.
        /// Its owner said how an action is going.
        UpdateAction => ActionUpdated(actions::ActionUpdate) = "action_updated"
            of |update| -> u16 { update.number },
        /// Give an action a new due date.
        /// An action got a new due date.
        MoveAction => ActionMoved(actions::ActionMoved) = "action_moved",
        /// Record that an action was completed.
        /// An action was completed.
        CompleteAction => ActionCompleted(actions::ActionDone) = "action_completed"
            of |done| -> u16 { done.number },
        /// Judge the evidence of an action’s effect.
        /// The evidence of an action’s effect was judged.
        JudgeImpact => ImpactJudged(actions::ImpactJudged) = "impact_judged",
        /// Close an action.
        /// An action was closed.
        CloseAction => ActionClosed(actions::ActionClosed) = "action_closed",
        /// Replace an action.
        /// An action was replaced.
        SupersedeAction => ActionSuperseded(actions::ActionSuperseded) = "action_superseded",
        /// Record learning that was shared.
        /// Learning was shared.
        ShareLearning => LearningShared(actions::Learning) = "learning_shared",
        /// Turn to carrying out the actions.
        /// The partners turned to carrying out the actions.
        OpenActions => ActionsOpened = "actions_opened",
        /// Turn to gathering evidence of their effect.
        /// The partners turned to gathering evidence of the actions’ effect.
        ReviewImpact => ImpactReviewStarted = "impact_review_started",
        /// Close the case; words: `decided_by`, who accepted the evidence, and `reason` where something is still open.
        /// The case was closed.
        Close => Closed = "closed",
        /// Reopen the case; words: `reason`.
        /// The case was reopened.
        Reopen => Reopened = "reopened",

        // Keeping the case
        /// Add a note.
        /// A note was added.
        AddNote => NoteAdded(keeping::Note) = "note_added"
            of |note| -> Restricted { Restricted(note.restricted) },
        /// Put somebody on the named list.
        /// Somebody was put on the named list.
        GrantAccess => AccessGranted(keeping::Access) = "access_granted",
        /// Take somebody off the named list.
        /// Somebody was taken off the named list.
        EndAccess => AccessEnded(keeping::AccessEnd) = "access_ended",
        /// Say who leads the case.
        /// Somebody took the lead of the case.
        AssignLead => LeadAssigned(keeping::Lead) = "lead_assigned",
        /// Change the local title; words: `title`.
        /// The local title was changed.
        Retitle => Retitled = "retitled",
        /// Correct an entry; words: `correction`, beside those the entry should have had.
        /// An entry was corrected or struck out.
        Correct(Correction) becomes Corrected(Corrected) = "corrected"
            of |correction| -> Box<StepKind> { Box::new(correction.with.kind()) },
        /// Strike out an entry that should not be there, recorded as [`Fact::Corrected`]; words: `correction`.
        StrikeOut(keeping::StrikeOut),
        /// Erase words of entries.
        /// Words of entries were erased.
        EraseWords => WordsErased(keeping::Erasure) = "words_erased",
        /// Erase a person’s name and date of birth.
        /// A person’s name and date of birth were erased.
        ErasePerson => PersonErased(keeping::PersonErasure) = "person_erased",
    }
}
