//! Which question the partners decide, and what it is about.

use case::decisions::{Answer, Question};
use case::terms::Partner;
use case::{Case, Stage};

use crate::case_view::OpenCase;

/// The question that is before the partners at this stage; none where nothing is.
pub(crate) fn now(case: &Case) -> Option<Question> {
    let usual = match case.stage {
        Stage::PartnersReconsidering => Question::Reconsideration,
        stage if Question::SignOff.stages().contains(&stage) => Question::SignOff,
        _ => Question::RapidReview,
    };
    Some(usual).filter(|question| can_be_decided(case, *question))
}

/// Whether a question can be decided at this stage: one about a text only where there is that text.
pub(super) fn can_be_decided(case: &Case, question: Question) -> bool {
    let about_text =
        matches!(question, Question::RapidReview | Question::Reconsideration | Question::SignOff);
    question.stages().contains(&case.stage) && (!about_text || case.version_in_question(question).is_some())
}

/// The questions that can be decided now beside the one that is before the partners.
pub(super) fn others(case: &Case) -> impl Iterator<Item = Question> {
    let usual = now(case);
    Question::ALL
        .iter()
        .copied()
        .filter(move |question| Some(*question) != usual && can_be_decided(case, *question))
}

/// How many recommendations the partners are asked about, where they are numbered.
pub(super) fn how_many(case: &Case, question: Question) -> Option<u8> {
    let numbered = matches!(question, Question::RapidReview | Question::Reconsideration);
    let version = case.version_in_question(question).filter(|_| numbered)?;
    case.rapid_review.reports.get(&version).map(|report| report.recommendations)
}

/// How many partners have decided a question as it stands.
pub(super) fn decided(case: &Case, question: Question) -> usize {
    Partner::ALL.len() - case.undecided(question).len()
}

/// Whether a partner that has decided does not agree.
pub(super) fn differ(case: &Case, question: Question) -> bool {
    case.decided(question).values().any(|made| made.decision.answer == Answer::Disagree)
}

/// The questions on which not all agree, so that they can be taken higher.
pub(super) fn disputed(case: &Case) -> Vec<Question> {
    let is_disputed = |question: &Question| {
        question.stages().contains(&case.stage)
            && differ(case, *question)
            && case.decisions.open_escalation(*question).is_none()
    };
    Question::ALL.iter().copied().filter(is_disputed).collect()
}

/// The questions on which a disagreement is with somebody higher.
pub(super) fn escalated(case: &Case) -> Vec<Question> {
    let is_open = |question: &Question| case.decisions.open_escalation(*question).is_some();
    Question::ALL.iter().copied().filter(is_open).collect()
}

/// The partner for which a visitor decides in this case.
pub(super) fn speaks_for(open: &OpenCase, partner: Partner) -> bool {
    let here = open.visitor.actor.memberships.iter();
    let mut here = here.filter(|held| Some(held.partnership) == open.case.partnership());
    here.any(|held| held.role.partner() == Some(partner))
}
