//! The Panel disagrees, the partners reconsider, and a review ends without an LCSPR.

use case::decisions::{Answer, Decision, Escalation, EscalationLevel, Question};
use case::panel::PanelOutcome;
use case::terms::Partner;
use case::{Stage, Step, Word, Words};

use crate::given::words;
use crate::later_stories::{brought_in, decide_lcspr, reason_and_scope};
use crate::review_stories::{
    a_case_answered, a_reconsidered_case, a_submitted_case, all_agree, ask, decided_by, decision,
    four_answers, letter, report, said,
};

fn because(reason: &str) -> Words {
    words(Word::Reason, reason)
}

#[test]
fn a_review_ends_without_an_lcspr_when_the_panel_agrees() {
    a_case_answered(PanelOutcome::AgreeNoLcspr)
        .when("2024-04-22", Step::CloseAtRapidReview, Words::none())
        .then_refused("reason", "Enter why there is no LCSPR")
        .when("2024-04-22", Step::CloseAtRapidReview, because("The learning is captured"))
        .then_stage(Stage::ClosedAtRapidReview);
}

#[test]
fn a_review_does_not_end_while_the_panel_disagrees() {
    let after = a_case_answered(PanelOutcome::DisagreeWantsLcspr)
        .when("2024-04-22", Step::CloseAtRapidReview, because("The learning is captured"))
        .then_refused("do", "The Panel thinks an LCSPR is warranted. Reconsider first");
    assert!(after.case.panel.open_disagreement().is_some());
}

#[test]
fn a_later_letter_may_end_the_disagreement() {
    a_case_answered(PanelOutcome::DisagreeWantsLcspr)
        .and("2024-05-02", Step::RecordPanelResponse(letter(PanelOutcome::AgreeNoLcspr)), said())
        .when("2024-05-03", Step::CloseAtRapidReview, because("The Panel accepts our reasons"))
        .then_stage(Stage::ClosedAtRapidReview);
}

#[test]
fn a_letter_without_an_opinion_leaves_the_disagreement_open() {
    a_case_answered(PanelOutcome::DisagreeWantsLcspr)
        .and("2024-05-02", Step::RecordPanelResponse(letter(PanelOutcome::ThematicReview)), said())
        .when("2024-05-03", Step::CloseAtRapidReview, because("The theme covers it"))
        .then_refused("do", "Reconsider first");
}

#[test]
fn partners_reconsider_with_a_reason() {
    a_case_answered(PanelOutcome::DisagreeWantsLcspr)
        .when("2024-04-22", Step::Reconsider, Words::none())
        .then_refused("reason", "Enter what the partners reconsider")
        .when("2024-04-22", Step::Reconsider, because("A recurrent theme"))
        .then_stage(Stage::PartnersReconsidering);
}

#[test]
fn partners_reconsider_only_when_the_panel_disagrees() {
    a_case_answered(PanelOutcome::AgreeNoLcspr)
        .when("2024-04-22", Step::Reconsider, because("A recurrent theme"))
        .then_refused("do", "Partners reconsider when the Panel disagrees");
}

#[test]
fn partners_depart_from_the_panels_view_with_three_fresh_decisions_and_a_reason() {
    a_reconsidered_case()
        .when("2024-04-24", Step::CloseAtRapidReview, because("The theme is known"))
        .then_refused(
            "do",
            "no fresh decision for the council, the NHS integrated care board and the police",
        );
    let after = all_agree(a_reconsidered_case(), Question::Reconsideration, "2024-04-24")
        .when("2024-04-25", Step::CloseAtRapidReview, Words::none())
        .then_refused("reason", "Enter why the partners depart from the Panel’s view")
        .when("2024-04-25", Step::CloseAtRapidReview, because("The theme is known"))
        .then_stage(Stage::ClosedAtRapidReview);
    assert!(after.case.panel.open_disagreement().is_none());
    assert_eq!(after.case.panel.agreement(), Some(false));
}

#[test]
fn partners_who_cannot_agree_afresh_take_it_higher() {
    let escalation = Escalation { question: Question::Reconsideration, level: EscalationLevel::Chair };
    a_reconsidered_case()
        .and(
            "2024-04-24",
            Step::Escalate(escalation),
            because("The board wants an LCSPR").and(Word::Who, "The chair"),
        )
        .when("2024-04-25", Step::CloseAtRapidReview, because("Two of three, and the chair"))
        .then_stage(Stage::ClosedAtRapidReview);
}

#[test]
fn a_changed_report_that_recommends_an_lcspr_leads_to_one() {
    let changed = a_reconsidered_case()
        .and("2024-04-23", Step::WriteReport(report(2, true)), four_answers())
        .when("2024-04-24", ask(2), Words::none())
        .then_refused("decide_by", "must not be before");
    let asked = case::rapid_review::Recommendation { version: 2, decide_by: None };
    let asked = changed.and("2024-04-24", Step::AskPartners(asked), Words::none());
    let agreed = Partner::ALL.iter().fold(asked, |given, partner| {
        let decision = decision(Question::Reconsideration, *partner, Answer::Agree);
        let step = Step::DecideAsPartner(Decision { version: Some(2), ..decision });
        given.and("2024-04-25", step, decided_by())
    });
    assert_eq!(agreed.case.stage, Stage::PartnersReconsidering);
    assert_eq!(agreed.case.undecided(Question::RapidReview), []);
    agreed
        .when("2024-04-26", Step::CloseAtRapidReview, because("The theme is known"))
        .then_refused("do", "Version 2, put to the partners, recommends an LCSPR");
}

#[test]
fn an_lcspr_that_everyone_wants_is_not_dropped_on_the_way() {
    a_submitted_case(true)
        .and("2024-04-18", Step::RecordPanelResponse(letter(PanelOutcome::AgreeLcspr)), said())
        .when("2024-04-22", Step::CloseAtRapidReview, because("No money"))
        .then_refused("do", "The Panel agrees with the LCSPR that the partners recommended");
}

#[test]
fn partners_follow_the_panel_that_sees_no_need_for_an_lcspr() {
    let given = a_submitted_case(true).and(
        "2024-04-18",
        Step::RecordPanelResponse(letter(PanelOutcome::DisagreeLcsprNotNeeded)),
        said(),
    );
    given
        .when("2024-04-22", Step::CloseAtRapidReview, because("We follow the Panel"))
        .then_refused("do", "The Panel thinks the rapid review has captured the learning. Reconsider first");
    let reconsidered = given.and("2024-04-22", Step::Reconsider, because("The Panel’s reasons"));
    all_agree(reconsidered, Question::Reconsideration, "2024-04-24")
        .when("2024-04-25", Step::CloseAtRapidReview, because("We follow the Panel"))
        .then_stage(Stage::ClosedAtRapidReview);
}

#[test]
fn a_case_that_was_reconsidered_on_paper_ends_without_decisions_in_the_record() {
    brought_in(Stage::PartnersReconsidering, &[])
        .when("2024-05-02", Step::CloseAtRapidReview, because("As minuted"))
        .then_stage(Stage::ClosedAtRapidReview);
}

#[test]
fn nobody_reconsiders_or_ends_a_review_before_the_panel_had_it() {
    a_case_answered(PanelOutcome::DisagreeWantsLcspr)
        .when("2024-04-17", Step::Reconsider, because("A recurrent theme"))
        .then_refused("on", "(17 April 2024) cannot be before the Panel’s response (18 April 2024)");
    a_case_answered(PanelOutcome::AgreeNoLcspr)
        .when("2024-04-03", Step::CloseAtRapidReview, because("The learning is captured"))
        .then_refused("on", "(3 April 2024) cannot be before “sent to the Panel” (4 April 2024)");
}

#[test]
fn an_lcspr_may_have_been_decided_on_before_the_panel_was_told() {
    a_case_answered(PanelOutcome::ThematicReview)
        .when("2024-04-02", decide_lcspr(), reason_and_scope())
        .then_stage(Stage::LcsprDecided);
}

#[test]
fn an_lcspr_is_not_decided_on_before_the_partners_reconsider() {
    a_case_answered(PanelOutcome::DisagreeWantsLcspr)
        .and("2024-04-22", Step::Reconsider, because("A recurrent theme"))
        .when("2024-04-21", decide_lcspr(), reason_and_scope())
        .then_refused(
            "on",
            "“LCSPR decided” (21 April 2024) cannot be before “Panel disagreed” (22 April 2024)",
        );
}
