//! The rapid review, from its opening to the Panel.

use case::rapid_review::{Meeting, RapidReview, Report};
use case::terms::Partner;
use case::{Fact, Stage, Step, When, Word, Words};

use crate::given::{day, when, words};
use crate::review_stories::{
    a_case_after_the_meeting, a_case_with_a_report, a_case_with_the_partners, a_submitted_case, ask, found,
    four_answers, full_meeting, report, sent_back, with_a_changed_text,
};
use crate::stories::{a_case_with_an_open_rapid_review, a_notified_case, a_referred_case, rapid_review};

#[test]
fn the_rapid_review_opens_after_the_notification() {
    a_notified_case()
        .when("2024-03-13", Step::OpenRapidReview(rapid_review()), Words::none())
        .then_stage(Stage::RapidReviewOpen);
}

#[test]
fn the_rapid_review_does_not_open_before_the_notification() {
    a_referred_case()
        .when("2024-03-13", Step::OpenRapidReview(rapid_review()), Words::none())
        .then_refused("do", "only from “Notified”");
}

#[test]
fn the_scope_may_be_said_in_words_where_the_period_is_not_known() {
    let open = Step::OpenRapidReview(RapidReview { scope_from: When::NotKnown, ..rapid_review() });
    a_notified_case()
        .when("2024-03-13", open.clone(), Words::none())
        .then_refused("scope", "Enter the period agencies are asked about")
        .when("2024-03-13", open, words(Word::Scope, "From birth"))
        .then_stage(Stage::RapidReviewOpen);
}

#[test]
fn the_scope_cannot_end_before_it_begins() {
    let review = RapidReview { scope_from: when("2024-03"), scope_to: when("2023"), ..rapid_review() };
    a_notified_case()
        .when("2024-03-13", Step::OpenRapidReview(review), Words::none())
        .then_refused("scope_to", "cannot end (2023) before it begins (March 2024)");
}

#[test]
fn executives_are_told_or_the_record_says_why_not() {
    let open = Step::OpenRapidReview(RapidReview { executives_told: false, ..rapid_review() });
    a_notified_case()
        .when("2024-03-13", open.clone(), Words::none())
        .then_refused("reason", "Tell the executive partners")
        .when("2024-03-13", open, words(Word::Reason, "They sent the notification themselves"))
        .then_stage(Stage::RapidReviewOpen);
}

#[test]
fn summaries_are_not_wanted_before_the_review_opens() {
    let review = RapidReview { returns_due: Some(day("2024-03-12")), ..rapid_review() };
    a_notified_case()
        .when("2024-03-13", Step::OpenRapidReview(review), Words::none())
        .then_refused("returns_due", "must not be before 13 March 2024, and 12 March 2024 is");
}

#[test]
fn something_urgent_is_done_at_once_whatever_the_stage() {
    for given in [a_referred_case(), a_case_after_the_meeting(), a_submitted_case(false)] {
        let stage = given.case.stage;
        given
            .when("2024-04-05", Step::TakeSafetyAction, Words::none())
            .then_refused("text", "Enter what was done")
            .when("2024-04-05", Step::TakeSafetyAction, words(Word::Text, "Siblings seen the same day"))
            .then_stage(stage);
    }
}

#[test]
fn the_meeting_is_held_with_or_without_returns() {
    a_case_with_an_open_rapid_review()
        .when("2024-03-26", Step::HoldMeeting(full_meeting()), found())
        .then_stage(Stage::RapidReviewMeeting)
        .when("2024-03-27", Step::HoldMeeting(full_meeting()), found())
        .then_stage(Stage::RapidReviewMeeting);
}

#[test]
fn the_meeting_records_facts_and_learning() {
    a_case_with_an_open_rapid_review()
        .when("2024-03-26", Step::HoldMeeting(full_meeting()), Words::none())
        .then_refused("facts", "Enter the facts")
        .when("2024-03-26", Step::HoldMeeting(full_meeting()), words(Word::Facts, "Three agencies"))
        .then_refused("learning", "Enter what was learnt");
}

#[test]
fn an_absent_partner_is_explained() {
    let meeting = Step::HoldMeeting(Meeting { present: vec![Partner::Council], ..full_meeting() });
    a_case_with_an_open_rapid_review()
        .when("2024-03-26", meeting.clone(), found())
        .then_refused("comment", "nobody was there for the NHS integrated care board and the police")
        .when("2024-03-26", meeting, found().and(Word::Comment, "Both wrote beforehand"))
        .then_stage(Stage::RapidReviewMeeting);
}

#[test]
fn the_meeting_checks_that_the_child_and_siblings_are_safe_now() {
    let meeting = Step::HoldMeeting(Meeting { safety_checked: false, ..full_meeting() });
    a_case_with_an_open_rapid_review()
        .when("2024-03-26", meeting.clone(), found())
        .then_refused("reason", "Check the immediate safety")
        .when("2024-03-26", meeting, found().and(Word::Reason, "The child died; there are no siblings"))
        .then_stage(Stage::RapidReviewMeeting);
}

#[test]
fn the_scrutineer_comments_in_words() {
    let after = a_case_after_the_meeting()
        .when("2024-03-27", Step::CommentAsScrutineer, Words::none())
        .then_refused("comment", "Enter the scrutineer’s comment")
        .when("2024-03-27", Step::CommentAsScrutineer, words(Word::Comment, "The analysis asks why"))
        .then_stage(Stage::RapidReviewMeeting);
    assert!(after.case.rapid_review.scrutineer_commented);
}

#[test]
fn the_report_answers_the_four_questions() {
    for (word, part) in [
        (Word::NationalSignificance, "national review is or is not needed"),
        (Word::LcsprReason, "why an LCSPR is not recommended"),
        (Word::GoodPractice, "good practice"),
        (Word::Actions, "actions of agencies"),
    ] {
        a_case_after_the_meeting()
            .when("2024-03-27", Step::WriteReport(report(1, false)), four_answers().and(word, " "))
            .then_refused(word.name(), part);
    }
}

#[test]
fn a_recommended_lcspr_has_a_scope() {
    a_case_after_the_meeting()
        .when("2024-03-27", Step::WriteReport(report(1, true)), four_answers().and(Word::Scope, ""))
        .then_refused("scope", "Enter the scope and key lines of enquiry")
        .when("2024-03-27", Step::WriteReport(report(1, false)), four_answers().and(Word::Scope, ""))
        .then_stage(Stage::RapidReviewMeeting);
}

#[test]
fn a_report_has_at_least_one_recommendation() {
    let report = Report { recommendations: 0, ..report(1, false) };
    a_case_after_the_meeting()
        .when("2024-03-27", Step::WriteReport(report), four_answers())
        .then_refused("recommendations", "Enter how many recommendations");
}

#[test]
fn versions_follow_each_other() {
    a_case_after_the_meeting()
        .when("2024-03-27", Step::WriteReport(report(2, false)), four_answers())
        .then_refused("version", "The next version of the report is number 1");
    a_case_with_a_report(false)
        .when("2024-03-27", Step::WriteReport(report(1, false)), four_answers())
        .then_refused("version", "The next version of the report is number 2");
}

#[test]
fn a_version_with_the_same_text_is_no_new_version() {
    let same = Report { digest: report(1, false).digest, ..report(2, false) };
    a_case_with_a_report(false)
        .when("2024-03-27", Step::WriteReport(same), four_answers())
        .then_refused("digest", "The text is that of version 1");
}

#[test]
fn the_report_is_written_after_the_meeting() {
    a_case_with_an_open_rapid_review()
        .when("2024-03-27", Step::WriteReport(report(1, false)), four_answers())
        .then_refused("do", "The report is written at “Rapid review meeting held”");
}

#[test]
fn the_partners_are_asked_about_the_latest_version() {
    a_case_with_a_report(false)
        .when("2024-03-28", ask(1), Words::none())
        .then_stage(Stage::PartnerDecision)
        .and("2024-04-02", Step::WriteReport(report(2, false)), four_answers())
        .when("2024-04-02", ask(1), Words::none())
        .then_refused("version", "Put version 2, the latest, to the partners, not version 1");
}

#[test]
fn the_partners_are_not_asked_before_there_is_a_report() {
    a_case_after_the_meeting()
        .when("2024-03-28", ask(1), Words::none())
        .then_refused("version", "Write the report before it is put to the partners");
}

#[test]
fn the_partners_are_asked_again_only_about_a_changed_text() {
    a_case_with_the_partners()
        .when("2024-04-02", ask(1), Words::none())
        .then_refused("version", "Version 1 is with the partners already");
    let again = with_a_changed_text(a_case_with_the_partners());
    assert_eq!(again.case.stage, Stage::PartnerDecision);
    assert_eq!(again.case.rapid_review.put(), Some(&report(2, false)));
}

#[test]
fn decisions_are_not_wanted_before_the_partners_are_asked() {
    a_case_with_a_report(false)
        .when("2024-04-04", ask(1), Words::none())
        .then_refused("decide_by", "must not be before 4 April 2024, and 3 April 2024 is");
}

#[test]
fn a_partner_sends_the_report_back_with_a_reason() {
    a_case_with_the_partners()
        .when("2024-04-02", sent_back(), Words::none())
        .then_refused("reason", "Enter why the report is sent back")
        .when("2024-04-02", sent_back(), words(Word::Reason, "Recommendation 2 names no owner"))
        .then_stage(Stage::RapidReviewMeeting)
        .when("2024-04-02", ask(1), Words::none())
        .then_stage(Stage::PartnerDecision);
}

#[test]
fn only_a_report_that_is_with_the_partners_is_sent_back() {
    a_case_after_the_meeting()
        .when("2024-04-02", sent_back(), words(Word::Reason, "Too short"))
        .then_refused("do", "only from “Partner decisions”");
}

#[test]
fn everything_that_was_put_to_the_partners_stays_in_the_record() {
    let given = with_a_changed_text(a_case_with_the_partners());
    let asked =
        given.case.history().iter().filter(|entry| matches!(entry.event.fact, Fact::PartnersAsked(_)));
    assert_eq!(asked.count(), 2);
    assert_eq!(given.case.rapid_review.reports.len(), 2);
}

#[test]
fn the_partners_are_asked_after_the_meeting_and_answer_after_that() {
    a_case_with_a_report(false)
        .when("2024-03-25", ask(1), Words::none())
        .then_refused("on", "(25 March 2024) cannot be before “meeting held” (26 March 2024)");
    a_case_with_the_partners()
        .when("2024-03-27", sent_back(), words(Word::Reason, "Too short"))
        .then_refused("on", "“sent back” (27 March 2024) cannot be before “partners asked” (28 March 2024)");
}
