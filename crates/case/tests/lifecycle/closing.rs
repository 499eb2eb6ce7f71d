//! A case is closed when the partners accept the evidence, and can be taken up again.

use case::actions::{ActionClosed, Judgement};
use case::panel::AdvicePoint;
use case::{Rejection, Stage, Step, Word, Words};

use crate::given::{Given, words};
use crate::later_stories::{
    a_case_the_panel_replied_to, action, actions_open, evidence, judged, one_action, one_action_done,
    what_and_how,
};
use crate::stories::a_notified_case;

fn accepted() -> Words {
    words(Word::DecidedBy, "Executive group")
}

fn reason() -> Words {
    words(Word::Reason, "A sibling’s case showed the same gap")
}

fn an_impact_review() -> Given {
    one_action_done()
        .and("2025-04-01", judged(Judgement::Embedded), evidence())
        .and("2025-04-02", Step::CloseAction(ActionClosed { number: 1 }), Words::none())
        .and("2025-04-02", Step::ReviewImpact, Words::none())
}

#[test]
fn a_case_is_closed_when_somebody_accepted_the_evidence() {
    an_impact_review()
        .when("2025-05-01", Step::Close, Words::none())
        .then_refused("decided_by", "Enter who accepted the evidence");
    an_impact_review().when("2025-05-01", Step::Close, accepted()).then_stage(Stage::Closed);
}

#[test]
fn what_is_still_open_is_named() {
    let open = one_action().and("2024-10-22", action(2), what_and_how()).and(
        "2025-04-02",
        Step::ReviewImpact,
        reason(),
    );
    open.when("2025-05-01", Step::Close, accepted()).then_refused("reason", "Actions 1 and 2 are still open");
    open.when("2025-05-01", Step::Close, accepted().and(Word::Reason, "They go to the yearly plan"))
        .then_stage(Stage::Closed);
}

#[test]
fn advice_of_the_panel_is_dealt_with_before_closing() {
    let advised = actions_open()
        .and(
            "2024-10-22",
            Step::RecordAdvicePoint(AdvicePoint { number: 1, due: None }),
            words(Word::Text, "Share the learning on bruises"),
        )
        .and("2025-04-02", Step::ReviewImpact, Words::none());
    advised
        .when("2025-05-01", Step::Close, accepted())
        .then_refused("reason", "Advice point 1 is still open");
}

#[test]
fn a_case_is_not_closed_from_the_middle_of_a_review() {
    a_case_the_panel_replied_to()
        .when("2025-05-01", Step::Close, accepted())
        .then_refused("do", "can be recorded only from “Impact review”");
}

#[test]
fn a_closed_case_is_taken_up_again_for_a_reason() {
    let closed = an_impact_review().and("2025-05-01", Step::Close, accepted());
    closed.when("2025-09-01", Step::Reopen, Words::none()).then_refused("reason", "taken up again");
    closed.when("2025-09-01", Step::Reopen, reason()).then_stage(Stage::ActionsOpen);
}

#[test]
fn a_step_for_which_it_is_too_early_is_refused_before_anything_is_asked_about_it() {
    let rejection = a_notified_case().when("2024-03-13", Step::Close, Words::none()).outcome.unwrap_err();
    let message = "The case is at “Notified”. “evidence accepted” can be recorded only from “Impact review”";
    assert_eq!(rejection, Rejection::of("do", message));
}
