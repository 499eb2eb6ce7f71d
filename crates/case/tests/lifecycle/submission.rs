//! The report goes to the Panel: with three decisions, with an escalation, or without, because the deadline is the law.

use case::decisions::{Answer, Escalation, EscalationLevel, Question};
use case::terms::Partner;
use case::{Stage, Step, Word, Words};

use crate::given::{Given, words};
use crate::review_stories::{
    a_case_after_the_meeting, a_case_with_the_partners, all_agree, answers, decided_because, decided_by,
    four_answers, report, submit, submit_without, with_a_changed_text,
};

fn agreed_by_two() -> Given {
    a_case_with_the_partners()
        .and("2024-04-02", answers(Partner::Council, Answer::Agree, 1), decided_by())
        .and("2024-04-02", answers(Partner::Icb, Answer::Agree, 1), decided_by())
}

#[test]
fn the_report_is_sent_when_three_partners_have_decided() {
    all_agree(a_case_with_the_partners(), Question::RapidReview, "2024-04-02")
        .when("2024-04-04", submit(1), Words::none())
        .then_stage(Stage::SubmittedToPanel);
}

#[test]
fn a_missing_decision_is_named() {
    agreed_by_two()
        .when("2024-04-04", submit(1), Words::none())
        .then_refused("without_all_partners", "no decision on this version for the police");
}

#[test]
fn a_missing_decision_never_stops_the_report_when_the_record_says_why_it_went() {
    agreed_by_two()
        .when("2024-04-04", submit_without(1), Words::none())
        .then_refused("reason", "Enter why it is sent without a decision of every partner")
        .when("2024-04-04", submit_without(1), words(Word::Reason, "Today is the last day"))
        .then_stage(Stage::SubmittedToPanel);
}

#[test]
fn asking_for_more_information_is_not_yet_a_decision() {
    agreed_by_two()
        .and(
            "2024-04-02",
            answers(Partner::Police, Answer::NeedsMoreInformation, 1),
            decided_because("When was the strategy discussion?"),
        )
        .when("2024-04-04", submit(1), Words::none())
        .then_refused("without_all_partners", "for the police");
}

#[test]
fn a_report_goes_to_the_panel_with_a_disagreement_and_its_reason() {
    agreed_by_two()
        .and("2024-04-02", answers(Partner::Police, Answer::Disagree, 1), decided_because("No owners"))
        .when("2024-04-04", submit(1), Words::none())
        .then_refused("reason", "without the agreement of the police")
        .when("2024-04-04", submit(1), words(Word::Reason, "The dissent goes with it"))
        .then_stage(Stage::SubmittedToPanel);
}

#[test]
fn an_escalation_stands_in_for_a_decision() {
    let escalation = Escalation { question: Question::RapidReview, level: EscalationLevel::LeadPartners };
    agreed_by_two()
        .and(
            "2024-04-03",
            Step::Escalate(escalation),
            words(Word::Who, "The three chief executives").and(Word::Reason, "The police do not answer"),
        )
        .when("2024-04-04", submit(1), Words::none())
        .then_stage(Stage::SubmittedToPanel);
}

#[test]
fn a_decision_on_another_text_does_not_count() {
    with_a_changed_text(all_agree(a_case_with_the_partners(), Question::RapidReview, "2024-04-02"))
        .when("2024-04-04", submit(2), Words::none())
        .then_refused("without_all_partners", "the council, the NHS integrated care board and the police");
}

#[test]
fn what_is_sent_is_what_the_partners_decided_on() {
    let agreed = all_agree(a_case_with_the_partners(), Question::RapidReview, "2024-04-02");
    agreed
        .when("2024-04-04", submit(2), Words::none())
        .then_refused("version", "Send version 1, which was put to the partners, not version 2");
    agreed
        .and("2024-04-03", Step::WriteReport(report(2, false)), four_answers())
        .when("2024-04-04", submit(1), Words::none())
        .then_refused("version", "Version 2 was written after version 1 was put to the partners");
}

#[test]
fn a_report_nobody_was_asked_about_is_not_sent() {
    a_case_after_the_meeting()
        .when("2024-04-04", submit_without(1), words(Word::Reason, "Today is the last day"))
        .then_refused("do", "“sent to the Panel” can be recorded only from “Partner decisions”");
}

#[test]
fn the_report_cannot_have_been_sent_before_the_meeting() {
    all_agree(a_case_with_the_partners(), Question::RapidReview, "2024-04-02")
        .when("2024-03-20", submit(1), Words::none())
        .then_refused(
            "on",
            "“sent to the Panel” (20 March 2024) cannot be before “partners asked” (28 March 2024)",
        );
}

#[test]
fn a_partner_may_still_decide_after_the_report_was_sent() {
    let after = agreed_by_two()
        .and("2024-04-04", submit_without(1), words(Word::Reason, "Today is the last day"))
        .when("2024-04-05", answers(Partner::Police, Answer::Agree, 1), decided_by())
        .then_stage(Stage::SubmittedToPanel);
    assert_eq!(after.case.undecided(Question::RapidReview), []);
}
