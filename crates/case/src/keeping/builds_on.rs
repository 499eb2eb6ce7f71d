//! What entries bring into a case, and which later entries build on it.

use crate::OrganisationId;
use crate::decisions::Question;
use crate::events::Fact;
use crate::terms::Partner;

/// What an entry can bring into a case, so that later entries refer to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Thing {
    Child(u8),
    Request(OrganisationId),
    RapidReviewReport(u16),
    Decision(Question, Partner),
    AdvicePoint(u16),
    KeyLine(u8),
    Draft(u16),
    Proceeding(u16),
    Recommendation(u16),
    Action(u16),
}

/// What this entry brings in.
pub(super) fn brought_by(fact: &Fact) -> Option<Thing> {
    Some(match fact {
        Fact::ChildAdded(child) => Thing::Child(child.number),
        Fact::AgencyAsked(request) => Thing::Request(request.agency),
        Fact::ReportWritten(report) => Thing::RapidReviewReport(report.version),
        Fact::PartnerDecided(made) => Thing::Decision(made.decision.question, made.decision.partner),
        Fact::AdvicePointRecorded(point) => Thing::AdvicePoint(point.number),
        Fact::KeyLineAdded(line) => Thing::KeyLine(line.number),
        Fact::DraftWritten(draft) => Thing::Draft(draft.version),
        Fact::ProceedingOpened(proceeding) => Thing::Proceeding(proceeding.number),
        Fact::RecommendationAdded(recommendation) => Thing::Recommendation(recommendation.number),
        Fact::ActionOpened(action) => Thing::Action(action.number),
        _ => return None,
    })
}

/// Whether this entry cannot stand without `thing`.
pub(super) fn builds_on(fact: &Fact, thing: Thing) -> bool {
    match thing {
        Thing::Child(number) => matches!(fact, Fact::ChildIdentified(child) if child.child == number),
        Thing::Request(agency) => match fact {
            Fact::RequestAcknowledged(answer) => answer.agency == agency,
            Fact::SummaryReturned(answer) => answer.agency == agency,
            Fact::ReturnReopened(reopened) => reopened.agency == agency,
            Fact::AgencyChased(of) | Fact::ReturnEscalated(of) | Fact::RequestWithdrawn(of) => {
                of.agency == agency
            }
            _ => false,
        },
        Thing::RapidReviewReport(version) => match fact {
            Fact::PartnersAsked(asked) => asked.version == version,
            Fact::SubmittedToPanel(submission) => submission.version == version,
            _ => false,
        },
        Thing::Decision(question, _) => carries_out(fact, question),
        Thing::AdvicePoint(number) => {
            matches!(fact, Fact::AdvicePointFinished(done) if done.number == number)
        }
        Thing::KeyLine(number) => matches!(fact, Fact::KeyLineTraced(line) if line.number == number),
        Thing::Draft(version) => match fact {
            Fact::DraftCommented(comment) => comment.version == version,
            Fact::FinalReportAgreed(report) => report.version == version,
            _ => false,
        },
        Thing::Proceeding(number) => match fact {
            Fact::ProceedingNews(news) => news.number == number,
            Fact::ProceedingEnded(end) => end.number == number,
            Fact::LcsprHeld(hold) => hold.proceeding == Some(number),
            _ => false,
        },
        Thing::Recommendation(number) => match fact {
            Fact::RecommendationAnswered(answer) => answer.number == number,
            Fact::ActionOpened(action) => action.recommendation == Some(number),
            _ => false,
        },
        Thing::Action(number) => of_action(fact, number),
    }
}

/// Whether an entry carries out what the partners decided on a question.
fn carries_out(fact: &Fact, question: Question) -> bool {
    match question {
        Question::RapidReview => matches!(fact, Fact::SubmittedToPanel(_)),
        Question::Reconsideration => matches!(fact, Fact::LcsprDecided(_) | Fact::ClosedAtRapidReview),
        Question::SignOff => matches!(fact, Fact::FinalReportAgreed(_)),
        Question::ImprovementsOnly => matches!(fact, Fact::ImprovementsPublished(_)),
        Question::HoldPublication => matches!(fact, Fact::PublicationHeld(_)),
        Question::NotPublish => matches!(fact, Fact::PublicationDeclined(_)),
        Question::Discontinue => matches!(fact, Fact::LcsprDiscontinued(_)),
    }
}

fn of_action(fact: &Fact, number: u16) -> bool {
    match fact {
        Fact::ActionUpdated(action) => action.number == number,
        Fact::ActionMoved(action) => action.number == number,
        Fact::ActionCompleted(action) => action.number == number,
        Fact::ImpactJudged(action) => action.number == number,
        Fact::ActionClosed(action) => action.number == number,
        Fact::ActionSuperseded(action) => action.number == number || action.by == Some(number),
        _ => false,
    }
}
