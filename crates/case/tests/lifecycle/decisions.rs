//! The three partners decide, each for themselves.

use case::decisions::Escalation;
use case::decisions::{Answer, Decision, EscalationEnd, EscalationLevel, Question};
use case::terms::{Evidence, Partner};
use case::{Fact, Stage, Step, Word, Words};

use crate::given::{Given, words};
use crate::review_stories::{
    a_case_after_the_meeting, a_case_with_the_partners, a_reconsidered_case, all_agree, answers,
    decided_because, decided_by, decision, report, with_a_changed_text,
};

const POLICE: Partner = Partner::Police;

fn police(change: impl FnOnce(&mut Decision)) -> Step {
    let mut decision = decision(Question::RapidReview, POLICE, Answer::Disagree);
    change(&mut decision);
    Step::DecideAsPartner(decision)
}

fn escalate() -> Step {
    Step::Escalate(Escalation { question: Question::RapidReview, level: EscalationLevel::LeadPartners })
}

fn to_whom_and_why() -> Words {
    words(Word::Who, "The three chief executives").and(Word::Reason, "Whether recommendation 2 stays")
}

fn end_escalation() -> Step {
    Step::EndEscalation(EscalationEnd { question: Question::RapidReview, resolved: true })
}

fn a_disagreement() -> Given {
    a_case_with_the_partners().and("2024-04-02", police(|_| {}), decided_because("No owner is named"))
}

#[test]
fn each_partner_decides_for_itself() {
    let after = all_agree(a_case_with_the_partners(), Question::RapidReview, "2024-04-02");
    let standing = after.case.decided(Question::RapidReview);
    assert_eq!(standing.keys().copied().collect::<Vec<_>>(), Partner::ALL);
    assert_eq!(after.case.stage, Stage::PartnerDecision);
}

#[test]
fn a_decision_carries_the_digest_of_the_text_it_was_made_on() {
    a_case_with_the_partners().when("2024-04-02", answers(POLICE, Answer::Agree, 1), decided_by()).then_fact(
        |fact| matches!(fact, Fact::PartnerDecided(made) if made.digest == Some(report(1, false).digest)),
    );
}

#[test]
fn somebody_by_name_and_post_makes_the_decision() {
    a_case_with_the_partners()
        .when("2024-04-02", answers(POLICE, Answer::Agree, 1), Words::none())
        .then_refused("decided_by", "Enter who made the decision for the police");
}

#[test]
fn a_partner_says_why_and_what_it_does_not_agree_with() {
    let disagrees = police(|decision| decision.not_agreed = vec![1, 3]);
    a_case_with_the_partners()
        .when("2024-04-02", disagrees.clone(), decided_by())
        .then_refused("reason", "Enter why recommendations 1 and 3 are not agreed")
        .when("2024-04-02", disagrees, decided_because("They repeat what is done already"))
        .then_stage(Stage::PartnerDecision);
}

#[test]
fn only_recommendations_of_the_report_can_be_named() {
    for number in [0, 4] {
        a_case_with_the_partners()
            .when("2024-04-02", police(|decision| decision.not_agreed = vec![number]), decided_because("No"))
            .then_refused("not_agreed", "They are numbered 1 to 3");
    }
}

#[test]
fn a_partner_that_agrees_names_no_recommendation() {
    let agrees = police(|decision| {
        decision.answer = Answer::Agree;
        decision.not_agreed = vec![2];
    });
    a_case_with_the_partners()
        .when("2024-04-02", agrees, decided_by())
        .then_refused("not_agreed", "only where the partner does not agree");
}

#[test]
fn a_partner_that_needs_more_information_says_what() {
    let asks = answers(POLICE, Answer::NeedsMoreInformation, 1);
    a_case_with_the_partners()
        .when("2024-04-02", asks.clone(), decided_by())
        .then_refused("reason", "Enter what more information is needed")
        .and("2024-04-02", asks, decided_because("The date of the strategy discussion"))
        .when("2024-04-03", answers(POLICE, Answer::Agree, 1), decided_by())
        .then_stage(Stage::PartnerDecision);
}

#[test]
fn the_others_still_decide_after_one_did_not_agree() {
    a_disagreement()
        .when("2024-04-03", answers(Partner::Council, Answer::Agree, 1), decided_by())
        .then_stage(Stage::PartnerDecision)
        .when("2024-04-03", answers(Partner::Icb, Answer::Agree, 1), decided_by())
        .then_stage(Stage::PartnerDecision);
}

#[test]
fn a_new_decision_says_why_and_both_stay_in_the_record() {
    let agrees = answers(POLICE, Answer::Agree, 1);
    let after = a_disagreement()
        .when("2024-04-03", agrees.clone(), decided_by())
        .then_refused("reason", "Enter why the police decided again")
        .and("2024-04-03", agrees, decided_because("An owner is named in the plan"));
    let standing = after.case.decided(Question::RapidReview);
    assert_eq!(standing[&POLICE].decision.answer, Answer::Agree);
    assert_eq!(after.case.decisions.made.len(), 2);
}

#[test]
fn a_decision_on_an_older_version_is_refused_and_both_versions_are_named() {
    with_a_changed_text(a_case_with_the_partners())
        .when("2024-04-03", answers(POLICE, Answer::Agree, 1), decided_by())
        .then_refused("version", "Version 2 is the one in question, not version 1");
}

#[test]
fn a_decision_names_the_version_it_was_made_on() {
    a_case_with_the_partners()
        .when("2024-04-02", police(|decision| decision.version = None), decided_because("No owners"))
        .then_refused("version", "Version 1 is the one in question");
}

#[test]
fn a_changed_text_voids_the_decisions_made_on_the_old_one_and_shows_them() {
    let changed =
        with_a_changed_text(all_agree(a_case_with_the_partners(), Question::RapidReview, "2024-04-02"));
    assert!(changed.case.decided(Question::RapidReview).is_empty());
    assert_eq!(changed.case.voided(Question::RapidReview).len(), 3);

    // A void decision is not superseded, so nobody has to say why they decide again.
    let after = changed.and("2024-04-03", answers(POLICE, Answer::Agree, 2), decided_by());
    assert_eq!(after.case.undecided(Question::RapidReview), [Partner::Council, Partner::Icb]);
}

#[test]
fn nobody_decides_on_a_report_before_it_is_put_to_them() {
    a_case_with_the_partners()
        .when("2024-03-27", answers(POLICE, Answer::Agree, 1), decided_by())
        .then_refused(
            "on",
            "(27 March 2024) cannot be before the report being put to the partners (28 March 2024)",
        );
}

#[test]
fn a_decision_recorded_for_somebody_else_says_how_it_is_known() {
    let by_email = police(|decision| {
        decision.answer = Answer::Agree;
        decision.on_behalf = Some(Evidence::Email);
    });
    a_case_with_the_partners().when("2024-04-02", by_email, decided_by()).then_fact(
        |fact| matches!(fact, Fact::PartnerDecided(made) if made.decision.on_behalf == Some(Evidence::Email)),
    );
}

#[test]
fn each_question_has_its_stages() {
    let given = a_case_with_the_partners();
    for question in Question::ALL.iter().filter(|question| **question != Question::RapidReview) {
        let step = Step::DecideAsPartner(decision(*question, POLICE, Answer::Agree));
        given
            .when("2024-04-02", step, decided_by())
            .then_refused("question", "The case is at “Partner decisions”. The partners decide on");
    }
    a_case_after_the_meeting()
        .when("2024-04-02", answers(POLICE, Answer::Agree, 1), decided_by())
        .then_refused("question", "at “Partner decisions”");
}

#[test]
fn reconsidering_needs_fresh_decisions() {
    let given = a_reconsidered_case();
    assert_eq!(given.case.undecided(Question::RapidReview), []);
    assert_eq!(given.case.undecided(Question::Reconsideration), Partner::ALL);
    let after = all_agree(given, Question::Reconsideration, "2024-04-24");
    assert_eq!(after.case.undecided(Question::Reconsideration), []);
}

#[test]
fn a_disagreement_is_taken_higher_to_somebody_for_a_reason() {
    let after = a_disagreement()
        .when("2024-04-02", escalate(), Words::none())
        .then_refused("who", "Enter who the disagreement is taken to")
        .when("2024-04-02", escalate(), words(Word::Who, "The three chief executives"))
        .then_refused("reason", "Enter what the partners do not agree on")
        .when("2024-04-02", escalate(), to_whom_and_why())
        .then_stage(Stage::PartnerDecision);
    assert!(after.case.decisions.open_escalation(Question::RapidReview).is_some());
}

#[test]
fn what_all_three_agree_on_is_not_taken_higher() {
    all_agree(a_case_with_the_partners(), Question::RapidReview, "2024-04-02")
        .when("2024-04-02", escalate(), to_whom_and_why())
        .then_refused("question", "The three partners agree on");
}

#[test]
fn a_disagreement_is_taken_higher_once_at_a_time() {
    a_disagreement()
        .and("2024-04-02", escalate(), to_whom_and_why())
        .when("2024-04-03", escalate(), to_whom_and_why())
        .then_refused("question", "The disagreement is with the lead safeguarding partners already")
        .and("2024-04-03", end_escalation(), words(Word::Outcome, "They leave it to the chair"))
        .when("2024-04-03", escalate(), to_whom_and_why())
        .then_stage(Stage::PartnerDecision);
}

#[test]
fn an_escalation_that_is_open_ends_with_an_outcome() {
    a_disagreement()
        .when("2024-04-03", end_escalation(), words(Word::Outcome, "Agreed"))
        .then_refused("question", "There is no open escalation on the recommendations")
        .and("2024-04-02", escalate(), to_whom_and_why())
        .when("2024-04-03", end_escalation(), Words::none())
        .then_refused("outcome", "Enter how the escalation ended")
        .when("2024-04-03", end_escalation(), words(Word::Outcome, "The recommendation gets an owner"))
        .then_stage(Stage::PartnerDecision);
}

#[test]
fn an_escalation_that_ended_on_the_old_text_says_nothing_about_the_new_one() {
    let ended = a_disagreement().and("2024-04-02", escalate(), to_whom_and_why()).and(
        "2024-04-02",
        end_escalation(),
        words(Word::Outcome, "The text changes"),
    );
    let changed = with_a_changed_text(ended);
    assert!(changed.case.decisions.escalations.is_empty());
}
