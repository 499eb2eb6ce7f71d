//! The LCSPR is decided, commissioned, begun, held, resumed, stopped and agreed.

use case::decisions::{Answer, Escalation, EscalationLevel, Question};
use case::lcspr::{Discontinuation, Hold, LcsprDecision, LcsprStart, ReviewerReplaced};
use case::panel::{PanelOutcome, PanelResponse};
use case::proceedings::{Proceeding, ProceedingKind};
use case::terms::Partner;
use case::{Stage, Step, When, Word, Words};

use crate::given::{Given, day, when, words};
use crate::later_stories::{
    a_case_the_panel_replied_to, a_case_with_an_lcspr, a_commissioned_lcspr, a_signed_off_draft, all_agree,
    an_agreed_report, an_lcspr_in_progress, brought_in, commission, copies, decide_lcspr, decided_by,
    decides, draft, final_report, reason_and_scope, who_and_why,
};

fn reason() -> Words {
    words(Word::Reason, "Directions hearing")
}

fn hold(proceeding: Option<u16>) -> Hold {
    Hold {
        proceeding,
        expected_end: when("2024-12"),
        review_on: Some(day("2024-09-02")),
        panel_told: when("2024-07-01"),
        secretary_of_state_told: When::NotKnown,
    }
}

fn a_held_lcspr() -> Given {
    an_lcspr_in_progress().and("2024-07-01", Step::HoldLcspr(hold(None)), reason())
}

fn stop() -> Step {
    Step::DiscontinueLcspr(Discontinuation { panel_told: When::NotKnown })
}

fn reason_and_learning() -> Words {
    reason().and(Word::Learning, "The chronology goes to the national review")
}

#[test]
fn the_partners_decide_an_lcspr_after_the_panel_replied() {
    a_case_the_panel_replied_to()
        .when("2024-05-01", decide_lcspr(), reason_and_scope())
        .then_stage(Stage::LcsprDecided);
}

#[test]
fn an_lcspr_rests_on_a_criterion_a_reason_and_a_scope() {
    let nothing = Step::DecideLcspr(LcsprDecision {
        criteria: Vec::new(),
        circumstances: Vec::new(),
        scope_from: when("2024-03"),
        scope_to: when("2023-11"),
    });
    let then = || a_case_the_panel_replied_to().when("2024-05-01", nothing.clone(), Words::none());
    then().then_refused("criteria", "at least one criterion");
    then().then_refused("reason", "Enter why an LCSPR is appropriate");
    then().then_refused("scope", "Enter the proposed scope");
    then().then_refused("scope_to", "cannot end (November 2023) before it begins (March 2024)");
}

#[test]
fn after_the_panel_disagreed_the_three_partners_decide_afresh() {
    let letter = PanelResponse {
        letter: when("2024-04-17"),
        outcome: PanelOutcome::DisagreeWantsLcspr,
        agrees_with_local_decision: Some(false),
        praises_quality: false,
        quality_concern: false,
        late_submission_noted: false,
        asks_for_updates: false,
        reply_due: None,
        recommendations: Vec::new(),
    };
    let reconsidering = a_case_the_panel_replied_to()
        .and("2024-04-18", Step::RecordPanelResponse(letter), words(Word::Summary, "An LCSPR is warranted"))
        .and("2024-04-22", Step::Reconsider, reason());
    reconsidering.when("2024-05-01", decide_lcspr(), reason_and_scope()).then_refused(
        "do",
        "no fresh decision for the council, the NHS integrated care board and the police",
    );
}

#[test]
fn the_reviewer_is_named_chosen_for_a_reason_and_independent() {
    let then = |commission, words| {
        a_case_with_an_lcspr().when("2024-05-15", Step::CommissionLcspr(commission), words)
    };
    then(commission(), who_and_why()).then_stage(Stage::LcsprCommissioned);
    then(commission(), Words::none()).then_refused("who", "Enter the name of the reviewer");
    then(commission(), Words::none()).then_refused("reason", "Enter why this reviewer was chosen");
    let mut dependent = commission();
    dependent.independent = false;
    then(dependent, who_and_why()).then_refused("independent", "independent of the agencies");
    let mut without_terms = commission();
    without_terms.terms_version = 0;
    then(without_terms, who_and_why()).then_refused("terms_version", "1 or later");
}

#[test]
fn a_contract_does_not_end_before_it_begins() {
    let mut backwards = commission();
    backwards.until = when("2024-04");
    a_case_with_an_lcspr()
        .when("2024-05-15", Step::CommissionLcspr(backwards), who_and_why())
        .then_refused("until", "cannot end (April 2024) before it begins (20 May 2024)");
}

#[test]
fn the_review_begins_with_a_plan_for_the_family_and_contact_with_the_police() {
    let begin = |family_plan, police_contact, words| {
        let start = LcsprStart { family_plan, police_contact };
        a_commissioned_lcspr().when("2024-06-03", Step::BeginLcspr(start), words)
    };
    begin(true, true, Words::none()).then_stage(Stage::LcsprInProgress);
    begin(false, true, Words::none()).then_refused("reason", "no plan for contact with the family");
    begin(true, false, Words::none()).then_refused("reason", "police and prosecutors were not contacted");
    begin(false, false, reason()).then_stage(Stage::LcsprInProgress);
}

#[test]
fn a_review_held_for_a_trial_names_the_reason_and_the_proceeding() {
    let trial = Proceeding { number: 1, kind: ProceedingKind::Criminal, expected_end: When::NotKnown };
    let given = an_lcspr_in_progress();
    given
        .when("2024-07-01", Step::HoldLcspr(hold(Some(1))), reason())
        .then_refused("proceeding", "There is no proceeding 1");
    let given = given.and("2024-06-20", Step::OpenProceeding(trial), Words::none());
    given
        .when("2024-07-01", Step::HoldLcspr(hold(Some(1))), Words::none())
        .then_refused("reason", "Its six months go on");
    given.when("2024-07-01", Step::HoldLcspr(hold(Some(1))), reason()).then_stage(Stage::LcsprHeld);
}

#[test]
fn a_hold_is_looked_at_again_later_and_was_told_before_today() {
    let mut hold = hold(None);
    hold.review_on = Some(day("2024-07-01"));
    hold.panel_told = when("2026-12");
    let then = || an_lcspr_in_progress().when("2024-07-01", Step::HoldLcspr(hold.clone()), reason());
    then().then_refused("review_on", "must be after 1 July 2024");
    then().then_refused("panel_told", "December 2026 is not");
}

#[test]
fn a_held_review_resumes_for_a_reason() {
    a_held_lcspr().when("2025-01-06", Step::ResumeLcspr, Words::none()).then_refused("reason", "resumes");
    let resumed =
        a_held_lcspr().when("2025-01-06", Step::ResumeLcspr, reason()).then_stage(Stage::LcsprInProgress);
    assert_eq!(resumed.case.lcspr.hold, None);
}

#[test]
fn a_replaced_reviewer_takes_the_review_back_to_commissioned() {
    let replace = || Step::ReplaceReviewer(ReviewerReplaced { reviewer: None });
    an_lcspr_in_progress().when("2024-08-01", replace(), reason()).then_refused("who", "the new reviewer");
    an_lcspr_in_progress().when("2024-08-01", replace(), who_and_why()).then_stage(Stage::LcsprCommissioned);
}

#[test]
fn a_review_is_stopped_only_by_all_three_partners() {
    let given = an_lcspr_in_progress().and("2024-09-02", draft(1), Words::none());
    given
        .when("2024-10-01", stop(), reason_and_learning())
        .then_refused("do", "There is no agreement of the council, the NHS integrated care board and the police on stopping the LCSPR");
    all_agree(given, "2024-09-30", Question::Discontinue, 1)
        .when("2024-10-01", stop(), reason_and_learning())
        .then_stage(Stage::LcsprDiscontinued);
}

#[test]
fn a_stopped_review_says_why_and_what_is_kept() {
    let then = || a_held_lcspr().when("2024-10-01", stop(), Words::none());
    then().then_refused("reason", "Enter why the review is stopped");
    then().then_refused("learning", "Enter what learning is kept");
}

#[test]
fn the_final_report_needs_three_sign_offs() {
    let given = an_lcspr_in_progress().and("2024-09-02", draft(1), Words::none());
    let given = [Partner::Council, Partner::Police].into_iter().fold(given, |given, partner| {
        given.and("2024-09-20", decides(partner, Question::SignOff, Answer::Agree, 1), decided_by())
    });
    given
        .when("2024-09-23", final_report(1), Words::none())
        .then_refused("do", "no agreement of the NHS integrated care board on the final report");
    a_signed_off_draft()
        .when("2024-09-23", final_report(1), Words::none())
        .then_stage(Stage::FinalReportAgreed);
}

#[test]
fn a_changed_text_voids_the_sign_offs() {
    let given = a_signed_off_draft().and("2024-09-22", draft(2), Words::none());
    given
        .when("2024-09-23", final_report(1), Words::none())
        .then_refused("version", "Only the latest draft can be agreed, and that is version 2");
    given
        .when("2024-09-23", final_report(2), Words::none())
        .then_refused("do", "There is no agreement of the council, the NHS integrated care board and the police on the final report");
}

#[test]
fn a_draft_after_the_agreement_has_to_be_agreed_before_copies_go_out() {
    let changed = an_agreed_report().and("2024-09-25", draft(2), Words::none());
    changed
        .when("2024-10-01", copies(&[]), Words::none())
        .then_refused("do", "signed off version 1, and version 2 is newer");
    let agreed = all_agree(changed, "2024-09-27", Question::SignOff, 2)
        .when("2024-09-30", final_report(2), Words::none())
        .then_stage(Stage::FinalReportAgreed);
    assert_eq!(agreed.case.lcspr.agreed, Some(2));
}

#[test]
fn a_disagreement_taken_higher_lets_the_report_be_agreed() {
    let escalation = Escalation { question: Question::SignOff, level: EscalationLevel::LeadPartners };
    an_lcspr_in_progress()
        .and("2024-09-02", draft(1), Words::none())
        .and("2024-09-20", decides(Partner::Police, Question::SignOff, Answer::Disagree, 1), decided_by())
        .and("2024-09-21", Step::Escalate(escalation), who_and_why())
        .when("2024-09-23", final_report(1), Words::none())
        .then_stage(Stage::FinalReportAgreed);
}

#[test]
fn a_final_report_has_its_improvements_and_its_reasons() {
    let Step::AgreeFinalReport(mut report) = final_report(1) else { unreachable!("it is one") };
    report.improvements = false;
    report.reasons = false;
    let then =
        || a_signed_off_draft().when("2024-09-23", Step::AgreeFinalReport(report.clone()), Words::none());
    then().then_refused("improvements", "summarises the improvements");
    then().then_refused("reasons", "why actions were taken or not taken");
}

#[test]
fn a_final_report_is_a_draft_first() {
    an_lcspr_in_progress()
        .when("2024-09-23", final_report(1), Words::none())
        .then_refused("version", "Record the draft that was agreed first");
}

#[test]
fn a_case_brought_in_during_its_lcspr_needs_no_decisions_nobody_recorded() {
    brought_in(Stage::LcsprInProgress, &[])
        .when("not known", final_report(3), Words::none())
        .then_stage(Stage::FinalReportAgreed);
    brought_in(Stage::LcsprHeld, &[])
        .when("2024-10-01", stop(), reason_and_learning())
        .then_stage(Stage::LcsprDiscontinued);
}

#[test]
fn an_lcspr_can_follow_a_national_review() {
    brought_in(Stage::NationalReview, &[])
        .when("2024-05-01", decide_lcspr(), reason_and_scope())
        .then_stage(Stage::LcsprDecided);
}

#[test]
fn a_review_can_be_stopped_at_every_point_of_it() {
    for stage in [Stage::LcsprDecided, Stage::LcsprCommissioned, Stage::LcsprInProgress, Stage::LcsprHeld] {
        brought_in(stage, &[])
            .when("2024-10-01", stop(), reason_and_learning())
            .then_stage(Stage::LcsprDiscontinued);
    }
}
