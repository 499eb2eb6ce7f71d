//! What follows when somebody asks to record a step.

use std::borrow::Cow;

use calendar::Calendar;
use chrono::{DateTime, NaiveDate};

use crate::fact::{Event, Fact, Opened};
use crate::position::Position;
use crate::rejection::{Problems, Rejection};
use crate::step::{Command, Step};
use crate::{
    Case, PersonId, Recorded, Reference, Rules, Stage, When, Words, actions, agencies, consequences,
    consideration, decisions, keeping, lcspr, notification, panel, proceedings, publication, rapid_review,
};

/// What a decision depends on beside the case: the day, the calendar, who asks and, for a new case, its reference.
#[derive(Clone, Copy, Debug)]
pub struct Setting<'a> {
    /// Today in London.
    pub today: NaiveDate,
    /// The bank holidays.
    pub calendar: &'a Calendar,
    /// The time limits, and what the partnership chose.
    pub rules: &'a Rules,
    /// Who asks.
    pub by: PersonId,
    /// Whether they ask as the operator, who starts cases for others and gets no part in them.
    pub operator: bool,
    /// The reference a new case gets; needed by the steps that start one.
    pub reference: Option<Reference>,
}

/// The entries that recording `command` adds to `case`, or everything that is wrong with it.
///
/// Beside the entry asked for there may be others that follow from it: the reference of a new case, the rule set
/// that now holds, the judgement on a time limit that was met or missed.
pub fn decide(case: &Case, command: Command, setting: &Setting<'_>) -> Result<Vec<Event>, Rejection> {
    could_record(case, &command, setting)?;
    let mut events = asked_for(case, command, setting)?;
    let before: &Position = case;
    let after = case.position_after(&events);
    after.dates.in_order()?;
    consequences::follow(before, after, setting, &mut events);
    Ok(events)
}

/// The entries that recording `commands` adds to `case`, one after the other, or everything that is wrong with the first
/// that cannot be recorded. They are recorded whole or not at all.
pub fn decide_all(
    case: &Case,
    commands: impl IntoIterator<Item = Command>,
    setting: &Setting<'_>,
) -> Result<Vec<Event>, Rejection> {
    let (mut case, mut all, mut told) = (Cow::Borrowed(case), Vec::new(), 0);
    for command in commands {
        // What was decided so far is taken in only where another command comes after it.
        for event in &all[told..] {
            let seq = case.version() + 1;
            let event = Event::clone(event);
            case.to_mut().apply(Recorded { seq, at: DateTime::UNIX_EPOCH, by: setting.by, event });
        }
        told = all.len();
        all.extend(decide(&case, command, setting)?);
    }
    Ok(all)
}

/// Whether `command` could be recorded where `case` stands, without the order of its key dates.
///
/// A step for which it is too early or too late is refused before anything is asked about it.
pub(crate) fn could_record(case: &Case, command: &Command, setting: &Setting<'_>) -> Result<(), Rejection> {
    on_the_diagram(case, command)?;
    let mut problems = Problems::default();
    if command.on.certainly_after_day(setting.today) {
        problems.refuse("on", format!("The date must be today or in the past, and {} is not", command.on));
    }
    consideration::check(case, command, setting, &mut problems);
    notification::check(case, command, setting, &mut problems);
    agencies::check(case, command, setting, &mut problems);
    rapid_review::check(case, command, setting, &mut problems);
    decisions::check(case, command, setting, &mut problems);
    panel::check(case, command, setting, &mut problems);
    lcspr::check(case, command, setting, &mut problems);
    publication::check(case, command, setting, &mut problems);
    proceedings::check(case, command, setting, &mut problems);
    actions::check(case, command, setting, &mut problems);
    keeping::check(case, command, setting, &mut problems);
    problems.into_result()
}

fn asked_for(case: &Case, command: Command, setting: &Setting<'_>) -> Result<Vec<Event>, Rejection> {
    let Command { on, step, words } = command;
    let mut events = Vec::with_capacity(2);
    if let Step::Refer(_) | Step::BringIn(_) = &step {
        let reference =
            setting.reference.ok_or_else(|| Rejection::of("do", "A new case needs a reference"))?;
        let (partnership, kind) = match &step {
            Step::BringIn(case) => (case.partnership, case.kind),
            Step::Refer(case) => (case.partnership, case.kind),
            _ => unreachable!("only these two start a case"),
        };
        events.push(Event {
            on: When::Day(setting.today),
            fact: Fact::Opened(Opened { partnership, reference, kind }),
            words: Words::none(),
        });
    }
    let fact = fact_of(case, step);
    let (event, query) = panel::with_query(case.stage, Event { on, fact, words });
    events.push(event);
    events.extend(query);
    Ok(events)
}

/// Refuses a step for which there is no arrow from where the case stands, or that came before the case was there.
fn on_the_diagram(case: &Case, command: &Command) -> Result<(), Rejection> {
    let starts = matches!(command.step, Step::Refer(_) | Step::BringIn(_));
    if starts != (case.stage == Stage::New) {
        return Err(Rejection::of(
            "do",
            if starts { "This case has been started already" } else { "Start the case first" },
        ));
    }
    let stage = case.stage;
    let fact = fact_of(case, command.step.clone());
    if let Some(step) = fact.moves(stage).filter(|step| stage.after(*step).is_none()) {
        let from: Vec<_> = step.path().0.iter().map(|stage| format!("“{stage}”")).collect();
        let message =
            format!("The case is at “{stage}”. “{step}” can be recorded only from {}", from.join(" or "));
        return Err(Rejection::of("do", message));
    }
    case.in_turn(&fact, command.on)
}

/// The entry a step becomes once it is allowed.
#[expect(clippy::too_many_lines, reason = "one line for each step of the lifecycle")]
pub(crate) fn fact_of(case: &Case, step: Step) -> Fact {
    match step {
        Step::Refer(step) => Fact::Referred(step),
        Step::BringIn(step) => Fact::BroughtIn(step),
        Step::IdentifyChild(step) => {
            Fact::ChildIdentified(notification::IdentifiedChild { child: step.child, person: step.person })
        }
        Step::DecideAsPartner(decision) => {
            let digest = decisions::digest_decided_on(case, &decision);
            Fact::PartnerDecided(decisions::DecisionMade { decision, digest })
        }
        Step::Correct(correction) => Fact::Corrected(keeping::Corrected {
            entry: correction.entry,
            with: Some(Box::new(fact_of(&case.before(correction.entry), *correction.with))),
        }),
        Step::StrikeOut(step) => Fact::Corrected(keeping::Corrected { entry: step.entry, with: None }),
        Step::RecordPanelResponse(step) => Fact::PanelResponded(step),
        Step::Consider(step) => Fact::Considered(step),
        Step::GiveView(step) => Fact::ViewGiven(step),
        Step::DecideNotifiable(step) => Fact::FoundNotifiable(step),
        Step::DecideNotNotifiable(step) => Fact::FoundNotNotifiable(step),
        Step::StartAlternativeReview(step) => Fact::AlternativeReviewStarted(step),
        Step::FinishAlternativeReview => Fact::AlternativeReviewFinished,
        Step::AddChild(step) => Fact::ChildAdded(step),
        Step::NameAuthorities(step) => Fact::AuthoritiesNamed(step),
        Step::Notify(step) => Fact::Notified(step),
        Step::NotifyLookedAfterDeath(step) => Fact::LookedAfterDeathNotified(step),
        Step::NotifyCareLeaverDeath(step) => Fact::CareLeaverDeathNotified(step),
        Step::Reclassify(step) => Fact::Reclassified(step),
        Step::TellParties(step) => Fact::PartiesTold(step),
        Step::OpenRapidReview(step) => Fact::RapidReviewOpened(step),
        Step::AskAgency(step) => Fact::AgencyAsked(step),
        Step::AcknowledgeRequest(step) => Fact::RequestAcknowledged(step),
        Step::ReturnSummary(step) => Fact::SummaryReturned(step),
        Step::ChaseAgency(step) => Fact::AgencyChased(step),
        Step::EscalateReturn(step) => Fact::ReturnEscalated(step),
        Step::ReopenReturn(step) => Fact::ReturnReopened(step),
        Step::WithdrawRequest(step) => Fact::RequestWithdrawn(step),
        Step::TakeSafetyAction => Fact::SafetyActionTaken,
        Step::HoldMeeting(step) => Fact::MeetingHeld(step),
        Step::CommentAsScrutineer => Fact::ScrutineerCommented,
        Step::WriteSection(step) => Fact::SectionWritten(step),
        Step::WriteReport(step) => Fact::ReportWritten(step),
        Step::AskPartners(step) => Fact::PartnersAsked(step),
        Step::SendBack(step) => Fact::SentBack(step),
        Step::SubmitToPanel(step) => Fact::SubmittedToPanel(step),
        Step::Escalate(step) => Fact::Escalated(step),
        Step::EndEscalation(step) => Fact::EscalationEnded(step),
        Step::RecordPanelQuery(step) => Fact::PanelQueried(step),
        Step::AnswerPanelQuery => Fact::PanelQueryAnswered,
        Step::RecordAdvicePoint(step) => Fact::AdvicePointRecorded(step),
        Step::FinishAdvicePoint(step) => Fact::AdvicePointFinished(step),
        Step::Reconsider => Fact::ReconsiderationStarted,
        Step::RecordNationalReview(step) => Fact::NationalReviewCommissioned(step),
        Step::EndNationalReview => Fact::NationalReviewEnded,
        Step::CloseAtRapidReview => Fact::ClosedAtRapidReview,
        Step::DecideLcspr(step) => Fact::LcsprDecided(step),
        Step::AddKeyLine(step) => Fact::KeyLineAdded(step),
        Step::TraceKeyLine(step) => Fact::KeyLineTraced(step),
        Step::CommissionLcspr(step) => Fact::LcsprCommissioned(step),
        Step::AgreeTerms(step) => Fact::TermsAgreed(step),
        Step::BeginLcspr(step) => Fact::LcsprBegun(step),
        Step::HoldLcspr(step) => Fact::LcsprHeld(step),
        Step::ResumeLcspr => Fact::LcsprResumed,
        Step::DiscontinueLcspr(step) => Fact::LcsprDiscontinued(step),
        Step::ReplaceReviewer(step) => Fact::ReviewerReplaced(step),
        Step::CheckMonitoring(step) => Fact::MonitoringChecked(step),
        Step::RequestInWriting => Fact::RequestedInWriting,
        Step::WriteDraft(step) => Fact::DraftWritten(step),
        Step::CommentOnDraft(step) => Fact::DraftCommented(step),
        Step::RecordFamilyContact(step) => Fact::FamilyContacted(step),
        Step::HoldPractitionerEvent(step) => Fact::PractitionerEventHeld(step),
        Step::AgreeFinalReport(step) => Fact::FinalReportAgreed(step),
        Step::PlanPublication(step) => Fact::PublicationPlanned(step),
        Step::CheckAnonymity(step) => Fact::AnonymityChecked(step),
        Step::TellOfPublication(step) => Fact::PublicationTold(step),
        Step::SendCopies(step) => Fact::CopiesSent(step),
        Step::Publish(step) => Fact::Published(step),
        Step::PublishImprovements(step) => Fact::ImprovementsPublished(step),
        Step::HoldPublication(step) => Fact::PublicationHeld(step),
        Step::ReleasePublication => Fact::PublicationReleased,
        Step::DeclineToPublish(step) => Fact::PublicationDeclined(step),
        Step::DepositCopy => Fact::CopyDeposited,
        Step::TakeDown(step) => Fact::TakenDown(step),
        Step::OpenProceeding(step) => Fact::ProceedingOpened(step),
        Step::RecordProceedingNews(step) => Fact::ProceedingNews(step),
        Step::EndProceeding(step) => Fact::ProceedingEnded(step),
        Step::LinkReview(step) => Fact::ReviewLinked(step),
        Step::ExplainDelay(step) => Fact::DelayExplained(step),
        Step::AddRecommendation(step) => Fact::RecommendationAdded(step),
        Step::RespondToRecommendation(step) => Fact::RecommendationAnswered(step),
        Step::OpenAction(step) => Fact::ActionOpened(step),
        Step::UpdateAction(step) => Fact::ActionUpdated(step),
        Step::MoveAction(step) => Fact::ActionMoved(step),
        Step::CompleteAction(step) => Fact::ActionCompleted(step),
        Step::JudgeImpact(step) => Fact::ImpactJudged(step),
        Step::CloseAction(step) => Fact::ActionClosed(step),
        Step::SupersedeAction(step) => Fact::ActionSuperseded(step),
        Step::ShareLearning(step) => Fact::LearningShared(step),
        Step::OpenActions => Fact::ActionsOpened,
        Step::ReviewImpact => Fact::ImpactReviewStarted,
        Step::Close => Fact::Closed,
        Step::Reopen => Fact::Reopened,
        Step::AddNote(step) => Fact::NoteAdded(step),
        Step::GrantAccess(step) => Fact::AccessGranted(step),
        Step::EndAccess(step) => Fact::AccessEnded(step),
        Step::AssignLead(step) => Fact::LeadAssigned(step),
        Step::Retitle => Fact::Retitled,
        Step::EraseWords(step) => Fact::WordsErased(step),
        Step::ErasePerson(step) => Fact::PersonErased(step),
    }
}
