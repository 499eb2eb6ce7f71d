//! What the Panel says, asks and advises.

use case::panel::{
    AdvicePoint, AdvicePointDone, NationalKind, NationalReview, PanelOutcome, PanelQuery, PanelResponse,
    RecommendationView,
};
use case::{Fact, Stage, Step, Word, Words};

use crate::given::{Given, day, person, when, words};
use crate::later_stories::an_lcspr_in_progress;
use crate::review_stories::{a_case_answered, a_case_with_the_partners, a_submitted_case, letter, said};

fn response(outcome: PanelOutcome) -> Step {
    Step::RecordPanelResponse(letter(outcome))
}

fn asks() -> Words {
    said().and(Word::Text, "When were the siblings seen?")
}

fn a_queried_case() -> Given {
    a_submitted_case(false).and("2024-04-18", response(PanelOutcome::MoreInformation), asks())
}

fn national(kind: NationalKind, local_continues: bool) -> Step {
    Step::RecordNationalReview(NationalReview { kind, local_continues, liaison: Some(person(7)) })
}

fn advice(number: u16) -> Step {
    Step::RecordAdvicePoint(AdvicePoint { number, due: None })
}

#[test]
fn the_panel_responds_in_writing() {
    let after = a_submitted_case(false)
        .when("2024-04-18", response(PanelOutcome::AgreeNoLcspr), said())
        .then_stage(Stage::PanelResponded);
    assert_eq!(after.case.panel.agreement(), Some(true));
    assert!(after.case.panel.open_disagreement().is_none());
}

#[test]
fn the_letter_is_summed_up_in_own_words() {
    a_submitted_case(false)
        .when("2024-04-18", response(PanelOutcome::AgreeNoLcspr), Words::none())
        .then_refused("summary", "Enter what the Panel said");
}

#[test]
fn the_panel_does_not_respond_to_what_it_was_not_sent() {
    a_case_with_the_partners()
        .when("2024-04-18", response(PanelOutcome::AgreeNoLcspr), said())
        .then_refused("do", "The Panel responds after the report was sent to it");
}

#[test]
fn a_letter_is_not_dated_after_it_arrived() {
    let late = PanelResponse { letter: when("2024-04-19"), ..letter(PanelOutcome::AgreeNoLcspr) };
    a_submitted_case(false)
        .when("2024-04-18", Step::RecordPanelResponse(late), said())
        .then_refused("letter", "(19 April 2024) cannot be dated after it was received (18 April 2024)");
}

#[test]
fn a_letter_does_not_answer_what_was_sent_later() {
    let early = PanelResponse { letter: when("2024-03"), ..letter(PanelOutcome::AgreeNoLcspr) };
    a_submitted_case(false)
        .when("2024-04-18", Step::RecordPanelResponse(early), said())
        .then_refused("letter", "(March 2024) cannot be before the submission to the Panel (4 April 2024)");
}

#[test]
fn the_outcome_answers_what_the_partners_said() {
    for (lcspr, outcome, part) in [
        (false, PanelOutcome::AgreeLcspr, "did not recommend an LCSPR"),
        (false, PanelOutcome::DisagreeLcsprNotNeeded, "did not recommend an LCSPR"),
        (true, PanelOutcome::AgreeNoLcspr, "recommended an LCSPR"),
        (true, PanelOutcome::DisagreeWantsLcspr, "recommended an LCSPR"),
    ] {
        a_submitted_case(lcspr).when("2024-04-18", response(outcome), said()).then_refused("outcome", part);
        a_submitted_case(!lcspr)
            .when("2024-04-18", response(outcome), said())
            .then_stage(Stage::PanelResponded);
    }
}

#[test]
fn the_other_outcomes_answer_either() {
    for outcome in [
        PanelOutcome::CriteriaNotMet,
        PanelOutcome::NationalReview,
        PanelOutcome::ThematicReview,
        PanelOutcome::DeferredToLocal,
    ] {
        for lcspr in [false, true] {
            let after = a_submitted_case(lcspr)
                .when("2024-04-18", response(outcome), said())
                .then_stage(Stage::PanelResponded);
            assert_eq!(after.case.panel.agreement(), None);
        }
    }
}

#[test]
fn a_definite_outcome_decides_whether_the_panel_agrees() {
    let stated =
        PanelResponse { agrees_with_local_decision: Some(true), ..letter(PanelOutcome::DisagreeWantsLcspr) };
    a_submitted_case(false)
        .when("2024-04-18", Step::RecordPanelResponse(stated), said())
        .then_refused("agrees_with_local_decision", "says otherwise");
    let stated =
        PanelResponse { agrees_with_local_decision: Some(false), ..letter(PanelOutcome::ThematicReview) };
    let after = a_submitted_case(false)
        .when("2024-04-18", Step::RecordPanelResponse(stated), said())
        .then_stage(Stage::PanelResponded);
    assert_eq!(after.case.panel.agreement(), Some(false));
}

#[test]
fn the_panel_may_answer_recommendation_by_recommendation() {
    let views = |numbers: &[u8]| {
        let recommendations =
            numbers.iter().map(|number| RecommendationView { number: *number, agrees: true }).collect();
        Step::RecordPanelResponse(PanelResponse { recommendations, ..letter(PanelOutcome::AgreeNoLcspr) })
    };
    a_submitted_case(false)
        .when("2024-04-18", views(&[1, 4]), said())
        .then_refused("recommendations", "There is no recommendation 4. They are numbered 1 to 3")
        .when("2024-04-18", views(&[1, 1]), said())
        .then_refused("recommendations", "Enter recommendation 1 once")
        .when("2024-04-18", views(&[1, 2, 3]), said())
        .then_stage(Stage::PanelResponded);
}

#[test]
fn further_letters_are_recorded_whatever_came_after_the_first() {
    let after = a_case_answered(PanelOutcome::AgreeNoLcspr)
        .when("2024-05-02", response(PanelOutcome::ThematicReview), said())
        .then_stage(Stage::PanelResponded);
    assert_eq!(after.case.panel.responses.len(), 2);
    assert_eq!(after.case.panel.latest().map(|letter| letter.outcome), Some(PanelOutcome::ThematicReview));
    assert_eq!(after.case.panel.agreement(), Some(true));
    an_lcspr_in_progress()
        .when("2024-07-02", response(PanelOutcome::MoreInformation), asks())
        .then_stage(Stage::LcsprInProgress);
}

#[test]
fn a_letter_that_asks_for_more_information_is_a_query() {
    let after = a_submitted_case(false)
        .when("2024-04-18", response(PanelOutcome::MoreInformation), said())
        .then_refused("text", "Enter what the Panel asked for")
        .when("2024-04-18", response(PanelOutcome::MoreInformation), asks())
        .then_stage(Stage::PanelQuery);
    let [.., first, second] = after.case.history() else { panic!("two entries") };
    assert!(matches!(first.event.fact, Fact::PanelResponded(_)));
    assert_eq!(first.event.words, said());
    assert!(matches!(second.event.fact, Fact::PanelQueried(_)));
    assert_eq!(second.event.words.get(Word::Text), Some("When were the siblings seen?"));
}

#[test]
fn a_query_may_come_by_itself() {
    let query = Step::RecordPanelQuery(PanelQuery { due: Some(day("2024-05-03")) });
    a_case_answered(PanelOutcome::AgreeNoLcspr)
        .when("2024-04-25", query.clone(), Words::none())
        .then_refused("text", "Enter what the Panel asked for")
        .when("2024-04-25", query, words(Word::Text, "Who saw the siblings?"))
        .then_stage(Stage::PanelQuery);
}

#[test]
fn an_answered_query_is_with_the_panel_again() {
    let after = a_queried_case()
        .when("2024-04-22", Step::AnswerPanelQuery, Words::none())
        .then_refused("text", "Enter what the Panel was answered")
        .when("2024-04-22", Step::AnswerPanelQuery, words(Word::Text, "On 8 March"))
        .then_stage(Stage::SubmittedToPanel);
    assert_eq!(after.case.panel.query, None);
    after.when("2024-04-29", response(PanelOutcome::AgreeNoLcspr), said()).then_stage(Stage::PanelResponded);
}

#[test]
fn a_query_is_answered_before_the_next_letter() {
    a_queried_case()
        .when("2024-04-29", response(PanelOutcome::AgreeNoLcspr), said())
        .then_refused("do", "Record the answer to the Panel’s query first");
}

#[test]
fn advice_is_numbered_and_followed_up() {
    let done = |number| Step::FinishAdvicePoint(AdvicePointDone { number });
    let given = a_case_answered(PanelOutcome::AgreeNoLcspr);
    given
        .when("2024-04-18", advice(2), words(Word::Text, "Audit bruises"))
        .then_refused("number", "The next point of advice is number 1");
    given.when("2024-04-18", advice(1), Words::none()).then_refused("text", "Enter what the Panel advises");
    let open = given.and("2024-04-18", advice(1), words(Word::Text, "Audit bruises"));
    assert_eq!(open.case.panel.open_advice().count(), 1);
    open.when("2024-05-01", done(2), words(Word::Outcome, "Audited"))
        .then_refused("number", "There is no point of advice 2");
    open.when("2024-05-01", done(1), Words::none()).then_refused("outcome", "Enter what came of this");
    let finished = open.and("2024-05-01", done(1), words(Word::Outcome, "Audited"));
    assert_eq!(finished.case.panel.open_advice().count(), 0);
    finished
        .when("2024-05-02", done(1), words(Word::Outcome, "Audited"))
        .then_refused("number", "Point of advice 1 was dealt with already");
}

#[test]
fn advice_comes_with_a_response() {
    a_submitted_case(false)
        .when("2024-04-18", advice(1), words(Word::Text, "Audit bruises"))
        .then_refused("do", "Record the Panel’s response first");
}

#[test]
fn a_national_review_takes_the_place_of_a_local_one() {
    let review = national(NationalKind::National, false);
    a_case_answered(PanelOutcome::NationalReview)
        .when("2024-05-02", review, Words::none())
        .then_stage(Stage::NationalReview);
}

#[test]
fn a_national_review_runs_beside_a_local_one() {
    let after = an_lcspr_in_progress()
        .when("2024-07-02", national(NationalKind::Thematic, true), Words::none())
        .then_stage(Stage::LcsprInProgress);
    assert!(after.case.panel.open_national_review().is_some());
}

#[test]
fn somebody_liaises_with_a_national_review() {
    let nobody = NationalReview { kind: NationalKind::Thematic, local_continues: true, liaison: None };
    let nobody = Step::RecordNationalReview(nobody);
    a_case_answered(PanelOutcome::ThematicReview)
        .when("2024-05-02", nobody.clone(), Words::none())
        .then_refused("who", "Enter who liaises")
        .when("2024-05-02", nobody, words(Word::Who, "The business unit"))
        .then_stage(Stage::PanelResponded);
}

#[test]
fn a_national_review_follows_the_panels_response() {
    a_submitted_case(false)
        .when("2024-04-10", national(NationalKind::National, false), Words::none())
        .then_refused("do", "Record the Panel’s response first");
}

#[test]
fn a_national_review_that_is_open_ends_with_an_outcome() {
    let given = a_case_answered(PanelOutcome::ThematicReview);
    given
        .when("2024-05-02", Step::EndNationalReview, words(Word::Outcome, "Published"))
        .then_refused("do", "There is no open national or thematic review");
    let open = given.and("2024-05-02", national(NationalKind::Thematic, true), Words::none());
    open.when("2024-06-02", national(NationalKind::National, true), Words::none())
        .then_refused("kind", "The thematic review is still open");
    open.when("2024-06-02", Step::EndNationalReview, Words::none())
        .then_refused("outcome", "Enter how the review ended");
    let ended = open.and("2024-06-02", Step::EndNationalReview, words(Word::Outcome, "Published"));
    assert!(ended.case.panel.open_national_review().is_none());
}
