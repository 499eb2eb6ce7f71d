//! What agencies are asked, and what they return.

use case::agencies::{Acknowledgement, AgencyConcerned, AgencyReturn, Holds, ReturnReopened};
use case::{Stage, Step, Word, Words};

use crate::given::{Given, day, organisation, words};
use crate::review_stories::{found, full_meeting};
use crate::stories::{
    a_case_awaiting_notification, a_case_with_an_open_rapid_review, a_notified_case, request,
};

const ASKED: u128 = 2;
const NOT_ASKED: u128 = 3;

fn returned(agency: u128, holds: Holds) -> Step {
    Step::ReturnSummary(AgencyReturn { agency: organisation(agency), holds, chronology: false })
}

fn agency(number: u128) -> AgencyConcerned {
    AgencyConcerned { agency: organisation(number) }
}

fn reopened(due: &str) -> Step {
    Step::ReopenReturn(ReturnReopened { agency: organisation(ASKED), due: day(due) })
}

fn summary() -> Words {
    words(Word::Summary, "Seen twice in the first month")
}

fn a_case_with_a_return() -> Given {
    a_case_with_an_open_rapid_review().and("2024-03-21", returned(ASKED, Holds::Information), summary())
}

#[test]
fn agencies_are_asked_from_the_notification_on() {
    a_case_awaiting_notification()
        .when("2024-03-12", Step::AskAgency(request(ASKED, "2024-03-22")), Words::none())
        .then_refused("do", "from the notification");
    a_notified_case()
        .when("2024-03-12", Step::AskAgency(request(ASKED, "2024-03-22")), Words::none())
        .then_stage(Stage::Notified);
}

#[test]
fn the_progress_meeting_finds_further_agencies_to_ask() {
    let case = a_case_with_a_return()
        .when("2024-03-22", Step::AskAgency(request(NOT_ASKED, "2024-03-25")), Words::none())
        .then_stage(Stage::AgencyReturns)
        .case;
    assert_eq!(case.agencies.requests.values().filter(|request| request.is_open()).count(), 1);
}

#[test]
fn an_agency_is_asked_once_unless_the_request_was_withdrawn() {
    let given = a_case_with_an_open_rapid_review();
    let again = || Step::AskAgency(request(ASKED, "2024-03-25"));
    given.when("2024-03-14", again(), Words::none()).then_refused("agency", "asked already");
    given
        .and("2024-03-14", Step::WithdrawRequest(agency(ASKED)), words(Word::Reason, "Wrong trust"))
        .when("2024-03-15", again(), Words::none())
        .then_stage(Stage::RapidReviewOpen);
}

#[test]
fn a_summary_is_not_due_before_it_is_asked_for() {
    a_notified_case()
        .when("2024-03-13", Step::AskAgency(request(ASKED, "2024-03-12")), Words::none())
        .then_refused("due", "(12 March 2024) cannot be before the request (13 March 2024)");
}

#[test]
fn the_first_return_shows_that_summaries_are_arriving() {
    let given = a_case_with_an_open_rapid_review()
        .and("2024-03-14", Step::AskAgency(request(NOT_ASKED, "2024-03-22")), Words::none())
        .when("2024-03-21", returned(ASKED, Holds::Information), summary())
        .then_stage(Stage::AgencyReturns);
    given
        .when("2024-03-22", returned(NOT_ASKED, Holds::Information), summary())
        .then_stage(Stage::AgencyReturns);
}

#[test]
fn a_nil_return_is_an_answer() {
    let case = a_case_with_an_open_rapid_review()
        .when("2024-03-21", returned(ASKED, Holds::Nothing), Words::none())
        .then_stage(Stage::AgencyReturns)
        .case;
    let request = &case.agencies.requests[&organisation(ASKED)];
    assert_eq!(request.holds, Some(Holds::Nothing));
    assert!(!request.is_open());
}

#[test]
fn an_agency_that_holds_nothing_has_no_chronology() {
    let nothing = AgencyReturn { agency: organisation(ASKED), holds: Holds::Nothing, chronology: true };
    a_case_with_an_open_rapid_review()
        .when("2024-03-21", Step::ReturnSummary(nothing), Words::none())
        .then_refused("chronology", "holds nothing");
}

#[test]
fn an_agency_that_holds_information_summarises_it() {
    a_case_with_an_open_rapid_review()
        .when("2024-03-21", returned(ASKED, Holds::Information), Words::none())
        .then_refused("summary", "Enter a summary");
}

#[test]
fn an_agency_answers_once_after_it_was_asked() {
    let given = a_case_with_an_open_rapid_review();
    given
        .when("2024-03-21", returned(NOT_ASKED, Holds::Nothing), Words::none())
        .then_refused("agency", "has not been asked");
    given
        .when("2024-03-12", returned(ASKED, Holds::Nothing), Words::none())
        .then_refused("on", "The answer (12 March 2024) cannot be before the request (13 March 2024)");
    a_case_with_a_return()
        .when("2024-03-22", returned(ASKED, Holds::Nothing), Words::none())
        .then_refused("agency", "has answered already");
}

#[test]
fn an_open_request_is_chased_and_taken_to_a_named_senior() {
    let given = a_case_with_an_open_rapid_review();
    given
        .when("2024-03-26", Step::EscalateReturn(agency(ASKED)), Words::none())
        .then_refused("who", "Enter the senior");
    let case = given
        .and("2024-03-25", Step::ChaseAgency(agency(ASKED)), Words::none())
        .and("2024-03-26", Step::EscalateReturn(agency(ASKED)), words(Word::Who, "Chief nurse"))
        .case;
    let request = &case.agencies.requests[&organisation(ASKED)];
    assert_eq!((request.chased, request.escalated), (1, true));
}

#[test]
fn an_answered_request_is_neither_chased_nor_escalated_nor_withdrawn() {
    let given = a_case_with_a_return();
    for step in [
        Step::ChaseAgency(agency(ASKED)),
        Step::EscalateReturn(agency(ASKED)),
        Step::WithdrawRequest(agency(ASKED)),
    ] {
        given.when("2024-03-22", step, Words::none()).then_refused("agency", "has answered already");
    }
}

#[test]
fn a_return_is_opened_again_with_a_reason_and_a_new_date() {
    let given = a_case_with_a_return();
    let why = || words(Word::Reason, "The period asked for was too short");
    given.when("2024-03-22", reopened("2024-03-26"), Words::none()).then_refused("reason", "Enter why");
    given.when("2024-03-22", reopened("2024-03-21"), why()).then_refused("due", "cannot be before");
    let given = given.and("2024-03-22", reopened("2024-03-26"), why());
    let request = &given.case.agencies.requests[&organisation(ASKED)];
    assert!(request.is_open());
    assert_eq!(request.asked.due, day("2024-03-26"));
    given.when("2024-03-25", returned(ASKED, Holds::Information), summary()).then_stage(Stage::AgencyReturns);
}

#[test]
fn only_an_answered_return_is_opened_again() {
    a_case_with_an_open_rapid_review()
        .when("2024-03-22", reopened("2024-03-26"), words(Word::Reason, "More wanted"))
        .then_refused("agency", "has not answered yet");
}

#[test]
fn a_request_is_withdrawn_with_a_reason() {
    let given = a_case_with_an_open_rapid_review();
    let withdraw = || Step::WithdrawRequest(agency(ASKED));
    given.when("2024-03-14", withdraw(), Words::none()).then_refused("reason", "Enter why");
    let given = given.and("2024-03-14", withdraw(), words(Word::Reason, "Wrong trust"));
    given
        .when("2024-03-15", withdraw(), words(Word::Reason, "Again"))
        .then_refused("agency", "has not been asked");
}

#[test]
fn the_meeting_may_have_been_held_before_a_late_answer_arrived() {
    a_case_with_an_open_rapid_review()
        .and("2024-03-28", returned(ASKED, Holds::Nothing), Words::none())
        .when("2024-03-26", Step::HoldMeeting(full_meeting()), found())
        .then_stage(Stage::RapidReviewMeeting);
}

fn acknowledged(agency: u128, checking: bool) -> Step {
    Step::AcknowledgeRequest(Acknowledgement { agency: organisation(agency), checking })
}

#[test]
fn an_agency_says_at_once_how_it_stands_and_its_answer_is_still_awaited() {
    let given = a_case_with_an_open_rapid_review()
        .and(
            "2024-03-14",
            acknowledged(ASKED, true),
            words(Word::Comment, "Paper records are in the archive"),
        )
        .and("2024-03-15", acknowledged(ASKED, false), Words::none());
    let request = &given.case.agencies.requests[&organisation(ASKED)];
    assert_eq!(request.acknowledged.as_ref().map(|said| said.checking), Some(false));
    assert!(request.is_open());
    assert_eq!(given.case.stage, Stage::RapidReviewOpen);
    given.when("2024-03-21", returned(ASKED, Holds::Information), summary()).then_stage(Stage::AgencyReturns);
}

#[test]
fn only_an_open_request_is_acknowledged() {
    a_case_with_an_open_rapid_review()
        .when("2024-03-14", acknowledged(NOT_ASKED, true), Words::none())
        .then_refused("agency", "has not been asked");
    a_case_with_a_return()
        .when("2024-03-22", acknowledged(ASKED, true), Words::none())
        .then_refused("agency", "has answered already");
}
