//! Recommendations, actions and whether they made a difference.

use case::actions::{
    Action, ActionClosed, ActionDone, ActionMoved, ActionSuperseded, ActionUpdate, Judgement, Learning,
    LearningKind, Progress, RecommendationResponse, RecommendationSource, ReviewRecommendation,
};
use case::{Stage, Step, Word, Words};

use crate::given::{Given, day, organisation, person, words};
use crate::later_stories::{
    action, actions_open, an_lcspr_in_progress, brought_in, evidence, judged, one_action, one_action_done,
    what_and_how,
};
use crate::stories::{a_notified_case, a_referred_case};

fn recommendation(number: u16, key_line: Option<u8>) -> Step {
    Step::AddRecommendation(ReviewRecommendation {
        number,
        source: RecommendationSource::RapidReview,
        key_line,
        addressed_to: None,
    })
}

fn text() -> Words {
    words(Word::Text, "Check bruises in infants the same day")
}

fn reason() -> Words {
    words(Word::Reason, "The service was reorganised")
}

fn complete(number: u16) -> Step {
    Step::CompleteAction(ActionDone { number })
}

fn close_action(number: u16) -> Step {
    Step::CloseAction(ActionClosed { number })
}

fn supersede(number: u16, by: Option<u16>) -> Step {
    Step::SupersedeAction(ActionSuperseded { number, by })
}

fn one_recommendation() -> Given {
    a_notified_case().and("2024-03-20", recommendation(1, None), text())
}

#[test]
fn recommendations_are_numbered_in_order_and_have_a_text() {
    let given = a_notified_case();
    given
        .when("2024-03-20", recommendation(2, None), text())
        .then_refused("number", "The next recommendation is number 1");
    given.when("2024-03-20", recommendation(1, None), Words::none()).then_refused("text", "recommendation");
    given
        .when("2024-03-20", recommendation(1, Some(1)), text())
        .then_refused("key_line", "There is no key line of enquiry 1");
}

#[test]
fn a_recommendation_is_accepted_or_there_is_a_reason() {
    let respond =
        |number, accepted| Step::RespondToRecommendation(RecommendationResponse { number, accepted });
    let given = one_recommendation();
    given.when("2024-04-10", respond(2, true), Words::none()).then_refused("number", "no recommendation 2");
    given.when("2024-04-10", respond(1, false), Words::none()).then_refused("reason", "not accepted");
    let accepted = given.and("2024-04-10", respond(1, true), Words::none());
    assert_eq!(accepted.case.actions.recommendations[&1].1, Some(true));
}

#[test]
fn actions_can_be_opened_from_the_first_day() {
    a_referred_case().when("2024-03-09", action(1), what_and_how()).then_stage(Stage::Referred);
    an_lcspr_in_progress().when("2024-07-01", action(1), what_and_how()).then_stage(Stage::LcsprInProgress);
}

#[test]
fn an_action_says_what_changes_how_anyone_will_know_and_who_owns_it() {
    let then = || a_notified_case().when("2024-03-20", action(1), Words::none());
    then().then_refused("text", "Enter what will change");
    then().then_refused("measure", "know that it worked");
    then().then_refused("who", "who owns the action");
    then().then_refused("who", "who owns the action");
}

#[test]
fn an_action_belongs_to_an_agency_or_a_person() {
    let owned = |owner_organisation, owner| {
        Step::OpenAction(Action {
            number: 1,
            recommendation: Some(1),
            owner_organisation,
            owner,
            due: day("2024-06-28"),
        })
    };
    let what = || words(Word::Text, "Train duty staff").and(Word::Measure, "An audit");
    let given = one_recommendation();
    given.when("2024-04-10", owned(Some(organisation(1)), None), what()).then_stage(Stage::Notified);
    given.when("2024-04-10", owned(None, Some(person(1))), what()).then_stage(Stage::Notified);
}

#[test]
fn an_action_carries_out_a_recommendation_that_exists() {
    let Step::OpenAction(mut unfounded) = action(1) else { unreachable!("it is one") };
    unfounded.recommendation = Some(3);
    one_recommendation()
        .when("2024-04-10", Step::OpenAction(unfounded), what_and_how())
        .then_refused("recommendation", "There is no recommendation 3");
    one_recommendation()
        .when("2024-04-10", action(2), what_and_how())
        .then_refused("number", "The next action is number 1");
}

#[test]
fn an_action_is_updated_and_moved_until_it_is_done() {
    let update = || Step::UpdateAction(ActionUpdate { number: 1, progress: Progress::AtRisk });
    let move_to = || Step::MoveAction(ActionMoved { number: 1, due: day("2025-03-31") });
    let given = one_action().and("2024-12-02", update(), Words::none());
    given.when("2024-12-02", move_to(), Words::none()).then_refused("reason", "new due date");
    let moved = given.and("2024-12-02", move_to(), reason());
    assert_eq!(moved.case.actions.actions[&1].action.due, day("2025-03-31"));
    let done = one_action_done();
    done.when("2025-02-03", update(), Words::none()).then_refused("number", "was done on 20 January 2025");
    done.when("2025-02-03", move_to(), reason()).then_refused("number", "was done on 20 January 2025");
}

#[test]
fn an_action_that_does_not_exist_cannot_go_on() {
    actions_open()
        .when("2025-01-20", complete(4), words(Word::Evidence, "Done"))
        .then_refused("number", "There is no action 4");
}

#[test]
fn a_completed_action_shows_that_it_was_done() {
    one_action().when("2025-01-20", complete(1), Words::none()).then_refused("evidence", "it was done");
    let done = one_action_done();
    assert!(done.case.actions.actions[&1].done.is_some());
    assert_eq!(done.case.actions.actions[&1].impact, None, "done is not the same as a difference made");
}

#[test]
fn impact_is_judged_on_evidence_once_an_action_is_done() {
    one_action()
        .when("2025-04-01", judged(Judgement::Partial), evidence())
        .then_refused("number", "Action 1 is not done yet");
    let then = || one_action_done().when("2025-04-01", judged(Judgement::Partial), Words::none());
    then().then_refused("evidence", "evidence of its effect");
    then().then_refused("decided_by", "who judged it");
}

#[test]
fn an_action_is_closed_when_it_made_a_difference_or_for_a_reason() {
    let no_evidence = one_action_done().and("2025-04-01", judged(Judgement::NoEvidence), evidence());
    no_evidence
        .when("2025-04-02", close_action(1), Words::none())
        .then_refused("reason", "Judge the effect of the action first");
    no_evidence.when("2025-04-02", close_action(1), reason()).then_stage(Stage::ActionsOpen);
    let closed = one_action_done().and("2025-04-01", judged(Judgement::Embedded), evidence()).and(
        "2025-04-02",
        close_action(1),
        Words::none(),
    );
    closed
        .when("2025-04-03", close_action(1), reason())
        .then_refused("number", "Action 1 was closed on 2 April 2025");
}

#[test]
fn an_action_is_replaced_by_another() {
    let given = one_action();
    given.when("2024-11-04", supersede(1, None), Words::none()).then_refused("reason", "replaced");
    given.when("2024-11-04", supersede(1, Some(1)), reason()).then_refused("by", "cannot replace itself");
    given.when("2024-11-04", supersede(1, Some(2)), reason()).then_refused("by", "There is no action 2");
    let replaced =
        given.and("2024-11-04", action(2), what_and_how()).and("2024-11-04", supersede(1, Some(2)), reason());
    assert_eq!(replaced.case.actions.open().count(), 1);
}

#[test]
fn actions_follow_publication_and_every_other_end_of_a_review() {
    let ends = [
        Stage::Published,
        Stage::PublishedImprovementsOnly,
        Stage::NotPublished,
        Stage::ClosedAtRapidReview,
        Stage::NationalReview,
        Stage::LcsprDiscontinued,
    ];
    for stage in ends {
        brought_in(stage, &[])
            .when("2024-10-21", Step::OpenActions, Words::none())
            .then_stage(Stage::ActionsOpen);
    }
}

#[test]
fn learning_is_shared_at_any_stage() {
    let share = || Step::ShareLearning(Learning { kind: LearningKind::Briefing });
    a_referred_case().when("2024-03-09", share(), text()).then_stage(Stage::Referred);
    a_referred_case().when("2024-03-09", share(), Words::none()).then_refused("text", "learning was shared");
}

#[test]
fn impact_is_reviewed_once_the_actions_are_done() {
    one_action_done().when("2025-03-03", Step::ReviewImpact, Words::none()).then_stage(Stage::ImpactReview);
    let two = one_action().and("2024-10-22", action(2), what_and_how());
    two.when("2025-03-03", Step::ReviewImpact, Words::none())
        .then_refused("reason", "Actions 1 and 2 are not done");
    two.when("2025-03-03", Step::ReviewImpact, reason()).then_stage(Stage::ImpactReview);
}
