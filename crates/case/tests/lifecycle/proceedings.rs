//! Proceedings beside the case, other reviews, and delays explained.

use case::proceedings::{
    Delay, LinkedReview, LinkedReviewKind, Proceeding, ProceedingEnd, ProceedingKind, ProceedingNews,
    StatutoryClock,
};
use case::publication::TakeDown;
use case::{CaseId, Stage, Step, When, Word, Words};
use uuid::Uuid;

use crate::given::{Given, when, words};
use crate::later_stories::{a_published_report, an_agreed_report, an_lcspr_in_progress, copies_out};
use crate::stories::{a_case_awaiting_notification, a_notified_case};

fn open(number: u16) -> Step {
    Step::OpenProceeding(Proceeding { number, kind: ProceedingKind::Criminal, expected_end: When::NotKnown })
}

fn news(number: u16, disclosure: bool) -> Step {
    Step::RecordProceedingNews(ProceedingNews { number, disclosure })
}

fn text() -> Words {
    words(Word::Text, "The file was asked for")
}

fn end(number: u16) -> Step {
    Step::EndProceeding(ProceedingEnd { number })
}

fn outcome() -> Words {
    words(Word::Outcome, "No further action")
}

fn an_open_proceeding() -> Given {
    a_notified_case().and("2024-03-13", open(1), Words::none())
}

fn delay(clock: StatutoryClock, expected: &str) -> Step {
    Step::ExplainDelay(Delay {
        clock,
        expected: when(expected),
        panel_told: when("2024-03-14"),
        secretary_of_state_told: When::NotKnown,
    })
}

fn reason() -> Words {
    words(Word::Reason, "Agencies were late")
}

#[test]
fn proceedings_are_numbered_in_order() {
    a_notified_case()
        .when("2024-03-13", open(2), Words::none())
        .then_refused("number", "The next proceeding is number 1");
    an_open_proceeding().when("2024-03-14", open(2), Words::none()).then_stage(Stage::Notified);
}

#[test]
fn news_and_disclosures_belong_to_a_proceeding() {
    let given = an_open_proceeding();
    given.when("2024-03-20", news(2, false), text()).then_refused("number", "There is no proceeding 2");
    given.when("2024-03-20", news(1, false), Words::none()).then_refused("text", "Enter the news");
    given.when("2024-03-20", news(1, true), Words::none()).then_refused("text", "what was disclosed");
    given.when("2024-03-20", news(1, true), text()).then_stage(Stage::Notified);
}

#[test]
fn a_proceeding_ends_once_with_an_outcome() {
    let given = an_open_proceeding();
    given.when("2024-12-02", end(1), Words::none()).then_refused("outcome", "how the proceeding ended");
    let ended = given.and("2024-12-02", end(1), outcome());
    ended.when("2025-01-06", end(1), outcome()).then_refused("number", "ended already, on 2 December 2024");
}

#[test]
fn news_from_before_the_end_can_be_recorded_after_it() {
    let ended = an_open_proceeding().and("2024-12-02", end(1), outcome());
    ended.when("2024-11-04", news(1, false), text()).then_stage(Stage::Notified);
    ended.when("2025-01-06", news(1, false), text()).then_refused("number", "ended on 2 December 2024");
}

#[test]
fn a_linked_review_is_a_case_here_or_has_a_reference() {
    let link = |case| Step::LinkReview(LinkedReview { kind: LinkedReviewKind::ChildDeath, case });
    let given = a_notified_case();
    given.when("2024-03-13", link(None), Words::none()).then_refused("reference", "other review");
    given.when("2024-03-13", link(None), words(Word::Reference, "CDOP 12")).then_stage(Stage::Notified);
    given
        .when("2024-03-13", link(Some(CaseId(Uuid::from_u128(7)))), Words::none())
        .then_stage(Stage::Notified);
}

#[test]
fn a_delay_has_a_reason_and_an_expected_date_to_come() {
    let given = a_notified_case();
    let explain = |expected| delay(StatutoryClock::RapidReview, expected);
    given.when("2024-03-20", explain("2024-04-15"), Words::none()).then_refused("reason", "will be missed");
    given
        .when("2024-03-20", explain("2024-03-19"), reason())
        .then_refused("expected", "must be 20 March 2024 or later");
    let told = given.clone().and("2024-03-20", explain("2024-04-15"), reason());
    assert_eq!(
        told.case.proceedings.delays.get(&StatutoryClock::RapidReview).map(|delay| delay.expected),
        Some(when("2024-04-15"))
    );
    given.when("2024-03-20", explain("not known"), reason()).then_stage(Stage::Notified);
}

#[test]
fn the_panel_cannot_have_been_told_of_a_delay_tomorrow() {
    a_notified_case()
        .today("2024-03-13")
        .when("2024-03-13", delay(StatutoryClock::RapidReview, "2024-04-15"), reason())
        .then_refused("panel_told", "must be today or in the past");
}

#[test]
fn a_late_notification_can_be_explained_before_it_is_sent() {
    a_case_awaiting_notification()
        .when("2024-03-14", delay(StatutoryClock::Notification, "2024-03-20"), reason())
        .then_stage(Stage::AwaitingNotification);
}

#[test]
fn only_a_time_limit_that_runs_can_be_late() {
    let refused = |given: Given, clock, part| {
        given.when("2024-10-02", delay(clock, "2025-12"), reason()).then_refused("clock", part);
    };
    refused(a_case_awaiting_notification(), StatutoryClock::RapidReview, "run from the notification");
    refused(a_notified_case(), StatutoryClock::Lcspr, "run from the decision to start an LCSPR");
    refused(an_agreed_report(), StatutoryClock::Copies, "Plan its day first");
    refused(copies_out(), StatutoryClock::Online, "when it was taken down");
}

#[test]
fn the_six_months_and_the_copies_can_be_explained() {
    an_lcspr_in_progress()
        .when("2024-10-02", delay(StatutoryClock::Lcspr, "2025-12"), reason())
        .then_stage(Stage::LcsprInProgress);
    copies_out()
        .when("2024-10-02", delay(StatutoryClock::Copies, "2024-10"), reason())
        .then_stage(Stage::PrePublication);
}

#[test]
fn a_report_taken_down_early_can_be_explained() {
    a_published_report()
        .and("2024-11-04", Step::TakeDown(TakeDown { legal_order: true }), reason())
        .when("2024-11-05", delay(StatutoryClock::Online, "2025-12"), reason())
        .then_stage(Stage::Published);
}
