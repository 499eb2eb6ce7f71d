//! Beginnings of stories that start after the Panel replied. Each takes up where the one before it ends.

use case::actions::{Action, ActionDone, EvidenceKind, ImpactJudged, Judgement};
use case::consideration::{BroughtIn, CaseKind, KnownDate};
use case::decisions::{Answer, Decision, Question};
use case::lcspr::{Commission, Draft, FinalReport, LcsprDecision, LcsprStart, LocalCriterion};
use case::publication::{
    AnonymityCheck, AnonymityPoint, Audience, Copies, Publication, PublicationTold, Recipient,
};
use case::terms::{Capacity, Partner};
use case::{KeyDate, ReportDigest, Stage, Step, When, Word, Words};

use crate::given::{Given, day, partnership, when, words};

/// A case that began on paper and is taken over at this stage, with these dates.
pub(crate) fn brought_in(stage: Stage, known: &[(KeyDate, &str)]) -> Given {
    let known = known.iter().map(|(what, on)| KnownDate { what: *what, on: when(on) }).collect();
    let case = BroughtIn {
        partnership: partnership(),
        kind: CaseKind::SeriousIncident,
        stage,
        incident: when("2024-03-07"),
        aware: when("2024-03-08"),
        known,
    };
    let words = words(Word::Title, "Infant, serious harm at home").and(Word::Source, "The paper file");
    Given::nothing().and("2024-04-18", Step::BringIn(case), words)
}

/// The Panel replied to the rapid review on 18 April 2024.
pub(crate) fn a_case_the_panel_replied_to() -> Given {
    let known = [
        (KeyDate::Notified, "2024-03-12"),
        (KeyDate::Submitted, "2024-04-04"),
        (KeyDate::PanelResponded, "2024-04-18"),
    ];
    brought_in(Stage::PanelResponded, &known)
}

/// A decision to start an LCSPR.
pub(crate) fn decide_lcspr() -> Step {
    Step::DecideLcspr(LcsprDecision {
        criteria: vec![LocalCriterion::AgenciesWorkingTogether],
        circumstances: Vec::new(),
        scope_from: when("2023-11"),
        scope_to: when("2024-03-07"),
    })
}

/// Why an LCSPR, and how far it looks.
pub(crate) fn reason_and_scope() -> Words {
    words(Word::Reason, "Warning signs were held by three agencies").and(Word::Scope, "From pregnancy")
}

/// The LCSPR was decided on 1 May 2024: it is due on 1 November.
pub(crate) fn a_case_with_an_lcspr() -> Given {
    a_case_the_panel_replied_to().and("2024-05-01", decide_lcspr(), reason_and_scope())
}

/// An independent reviewer.
pub(crate) fn commission() -> Commission {
    Commission {
        reviewer: None,
        independent: true,
        terms_version: 1,
        from: when("2024-05-20"),
        until: When::NotKnown,
        budget_pounds: None,
    }
}

/// Who the reviewer is, and why.
pub(crate) fn who_and_why() -> Words {
    words(Word::Who, "Reviewer").and(Word::Reason, "Wrote on injuries to infants before")
}

/// A reviewer was appointed.
pub(crate) fn a_commissioned_lcspr() -> Given {
    a_case_with_an_lcspr().and("2024-05-15", Step::CommissionLcspr(commission()), who_and_why())
}

/// The review began.
pub(crate) fn an_lcspr_in_progress() -> Given {
    a_commissioned_lcspr().and(
        "2024-06-03",
        Step::BeginLcspr(LcsprStart { family_plan: true, police_contact: true }),
        Words::none(),
    )
}

/// A version of the report.
pub(crate) fn draft(version: u16) -> Step {
    let digest = ReportDigest([u8::try_from(version).expect("few versions"); 32]);
    Step::WriteDraft(Draft { version, digest, comments_due: None })
}

/// One partner’s decision on a version of the report.
pub(crate) fn decides(partner: Partner, question: Question, answer: Answer, version: u16) -> Step {
    Step::DecideAsPartner(Decision {
        question,
        partner,
        answer,
        not_agreed: Vec::new(),
        capacity: Capacity::Delegated,
        version: Some(version),
        on_behalf: None,
    })
}

/// Who decided and why.
pub(crate) fn decided_by() -> Words {
    words(Word::DecidedBy, "Delegated safeguarding partner").and(Word::Reason, "It is fair and complete")
}

/// All three partners agree on a version of the report.
pub(crate) fn all_agree(given: Given, on: &str, question: Question, version: u16) -> Given {
    Partner::ALL.iter().fold(given, |given, partner| {
        given.and(on, decides(*partner, question, Answer::Agree, version), decided_by())
    })
}

/// A report that has what the guidance asks for.
pub(crate) fn final_report(version: u16) -> Step {
    Step::AgreeFinalReport(FinalReport { version, improvements: true, reasons: true })
}

/// The three partners signed off the first draft.
pub(crate) fn a_signed_off_draft() -> Given {
    let drafted = an_lcspr_in_progress().and("2024-09-02", draft(1), Words::none());
    all_agree(drafted, "2024-09-20", Question::SignOff, 1)
}

/// The final report was agreed.
pub(crate) fn an_agreed_report() -> Given {
    a_signed_off_draft().and("2024-09-23", final_report(1), Words::none())
}

/// Copies for these, of a report planned to be published on 14 October 2024.
pub(crate) fn copies(to: &[Recipient]) -> Step {
    Step::SendCopies(Copies { to: to.to_vec(), planned: day("2024-10-14") })
}

/// A check of these points.
pub(crate) fn anonymity(checked: &[AnonymityPoint]) -> Step {
    Step::CheckAnonymity(AnonymityCheck { checked: checked.to_vec() })
}

/// Copies went to the Panel and the Secretary of State.
pub(crate) fn copies_out() -> Given {
    an_agreed_report().and(
        "2024-10-01",
        copies(&[Recipient::Panel, Recipient::SecretaryOfState]),
        Words::none(),
    )
}

/// Everything is done that comes before publication.
pub(crate) fn ready_to_publish() -> Given {
    copies_out().and("2024-10-02", anonymity(AnonymityPoint::ALL), Words::none()).and(
        "2024-10-03",
        Step::TellOfPublication(PublicationTold { who: vec![Audience::Family] }),
        Words::none(),
    )
}

/// Where the report is.
pub(crate) fn address() -> Words {
    words(Word::Address, "https://northmere.example/reviews/1")
}

/// The full report was published on 14 October 2024.
pub(crate) fn a_published_report() -> Given {
    ready_to_publish().and("2024-10-14", Step::Publish(Publication {}), address())
}

/// The turn to actions was recorded.
pub(crate) fn actions_open() -> Given {
    a_published_report().and("2024-10-21", Step::OpenActions, Words::none())
}

/// An action that somebody outside the service owns.
pub(crate) fn action(number: u16) -> Step {
    Step::OpenAction(Action {
        number,
        recommendation: None,
        owner_organisation: None,
        owner: None,
        due: day("2025-01-31"),
    })
}

/// What an action changes, how anyone will know, and who owns it.
pub(crate) fn what_and_how() -> Words {
    words(Word::Text, "Train duty staff")
        .and(Word::Measure, "An audit of 20 cases")
        .and(Word::Who, "Head of service")
}

/// An action was opened.
pub(crate) fn one_action() -> Given {
    actions_open().and("2024-10-22", action(1), what_and_how())
}

/// It was done.
pub(crate) fn one_action_done() -> Given {
    one_action().and(
        "2025-01-20",
        Step::CompleteAction(ActionDone { number: 1 }),
        words(Word::Evidence, "All duty staff trained"),
    )
}

/// A judgement on the effect of the first action.
pub(crate) fn judged(judgement: Judgement) -> Step {
    Step::JudgeImpact(ImpactJudged { number: 1, kind: EvidenceKind::Audit, judgement })
}

/// The evidence, and who judged it.
pub(crate) fn evidence() -> Words {
    words(Word::Evidence, "18 of 20 cases").and(Word::DecidedBy, "Practice group")
}
