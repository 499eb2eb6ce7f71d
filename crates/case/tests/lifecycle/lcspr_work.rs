//! The work on an LCSPR: lines of enquiry, terms of reference, drafts, families and practitioners.

use case::lcspr::{
    Contact, DraftComment, FamilyContact, KeyLine, KeyLineTraced, MonitoringCheck, PractitionerEvent,
    TermsOfReference,
};
use case::{Stage, Step, Word, Words};

use crate::given::{Given, day, words};
use crate::later_stories::{a_case_the_panel_replied_to, a_case_with_an_lcspr, an_lcspr_in_progress, draft};

fn key_line(number: u8) -> Step {
    Step::AddKeyLine(KeyLine { number })
}

fn question() -> Words {
    words(Word::Text, "How was the bruise explained?")
}

fn terms(version: u16) -> Step {
    Step::AgreeTerms(TermsOfReference { version })
}

fn family(contact: Contact, review_on: Option<&str>) -> Step {
    Step::RecordFamilyContact(FamilyContact { contact, review_on: review_on.map(day) })
}

fn with_one_draft() -> Given {
    an_lcspr_in_progress().and("2024-09-02", draft(1), Words::none())
}

#[test]
fn work_on_an_lcspr_needs_an_lcspr() {
    a_case_the_panel_replied_to()
        .when("2024-05-02", key_line(1), question())
        .then_refused("do", "Record the decision to start an LCSPR first");
}

#[test]
fn key_lines_of_enquiry_are_numbered_in_order() {
    let given = a_case_with_an_lcspr();
    given.when("2024-05-02", key_line(1), Words::none()).then_refused("text", "Enter the key line");
    given
        .when("2024-05-02", key_line(2), question())
        .then_refused("number", "The next key line of enquiry is number 1");
    let eight = (1..=8).fold(given, |given, number| given.and("2024-05-02", key_line(number), question()));
    eight.when("2024-05-02", key_line(9), question()).then_refused("number", "at most 8");
}

#[test]
fn a_key_line_is_traced_to_what_was_found() {
    let given = a_case_with_an_lcspr().and("2024-05-02", key_line(1), question());
    let trace = |number| Step::TraceKeyLine(KeyLineTraced { number });
    let found = || words(Word::Outcome, "Finding 2");
    given.when("2024-09-02", trace(1), Words::none()).then_refused("outcome", "Enter the finding");
    given.when("2024-09-02", trace(2), found()).then_refused("number", "There is no key line of enquiry 2");
    let traced = given.when("2024-09-02", trace(1), found()).then_stage(Stage::LcsprDecided);
    assert_eq!(traced.case.lcspr.key_lines.get(&1), Some(&true));
}

#[test]
fn each_version_of_the_terms_of_reference_is_later_than_the_last() {
    let text = || words(Word::Text, "Terms agreed on 2 May");
    let given = a_case_with_an_lcspr();
    given.when("2024-05-02", terms(1), Words::none()).then_refused("text", "terms of reference");
    given.when("2024-05-02", terms(0), text()).then_refused("version", "Enter a later version");
    let given = given.and("2024-05-02", terms(1), text());
    given.when("2024-05-09", terms(1), text()).then_refused("version", "Version 1 of the terms");
    given.when("2024-05-09", terms(2), text()).then_stage(Stage::LcsprDecided);
}

#[test]
fn partners_check_time_and_quality_and_ask_the_reviewer_in_writing() {
    let check = || Step::CheckMonitoring(MonitoringCheck { on_time: true, good_quality: true });
    let given = an_lcspr_in_progress();
    given.when("2024-07-01", check(), Words::none()).then_refused("comment", "time and quality");
    given.when("2024-07-01", Step::RequestInWriting, Words::none()).then_refused("text", "in writing");
    let checked = given.and("2024-07-01", check(), words(Word::Comment, "On time")).and(
        "2024-07-02",
        Step::RequestInWriting,
        words(Word::Text, "Please send a draft"),
    );
    assert_eq!(checked.case.lcspr.checks, 1);
}

#[test]
fn drafts_are_numbered_in_order_and_each_has_another_text() {
    an_lcspr_in_progress()
        .when("2024-09-02", draft(2), Words::none())
        .then_refused("version", "The next version of the report is number 1");
    let Step::WriteDraft(mut same) = draft(1) else { unreachable!("it is one") };
    same.version = 2;
    with_one_draft()
        .when("2024-09-03", Step::WriteDraft(same), Words::none())
        .then_refused("digest", "This is the text of version 1");
}

#[test]
fn comments_are_due_after_the_draft() {
    let Step::WriteDraft(mut early) = draft(1) else { unreachable!("it is one") };
    early.comments_due = Some(day("2024-09-01"));
    an_lcspr_in_progress()
        .when("2024-09-02", Step::WriteDraft(early), Words::none())
        .then_refused("comments_due", "1 September 2024");
}

#[test]
fn comments_and_the_check_of_facts_belong_to_a_draft() {
    let comment =
        |version, fact_check| Step::CommentOnDraft(DraftComment { version, agency: None, fact_check });
    let given = with_one_draft();
    given
        .when("2024-09-09", comment(2, false), words(Word::Comment, "Page 3"))
        .then_refused("version", "There is no version 2");
    given.when("2024-09-09", comment(1, false), Words::none()).then_refused("comment", "Enter the comments");
    given.when("2024-09-09", comment(1, true), Words::none()).then_refused("comment", "check of facts");
    given
        .when("2024-09-09", comment(1, true), words(Word::Comment, "No errors found"))
        .then_stage(Stage::LcsprInProgress);
}

#[test]
fn contact_with_the_family_is_a_log() {
    let said = || words(Word::Who, "Mother").and(Word::Text, "Wishes to read the draft");
    let given = an_lcspr_in_progress();
    given.when("2024-06-10", family(Contact::Accepted, None), said()).then_stage(Stage::LcsprInProgress);
    let then = || given.when("2024-06-10", family(Contact::Offered, None), Words::none());
    then().then_refused("who", "Do not use names");
    then().then_refused("text", "Enter what was said");
}

#[test]
fn a_family_not_approached_has_a_reason_and_a_date_to_look_again() {
    let then = |review_on, words| {
        an_lcspr_in_progress().when("2024-06-10", family(Contact::NotApproached, review_on), words)
    };
    then(None, words(Word::Who, "Father")).then_refused("reason", "not approached");
    then(None, words(Word::Who, "Father")).then_refused("review_on", "look at this again");
    let why = || words(Word::Who, "Father").and(Word::Reason, "Police ask to wait");
    then(Some("2024-06-10"), why()).then_refused("review_on", "must be after 10 June 2024");
    then(Some("2024-09-10"), why()).then_stage(Stage::LcsprInProgress);
}

#[test]
fn practitioners_meet_and_what_they_say_is_kept() {
    let event = || Step::HoldPractitionerEvent(PractitionerEvent { attended: 14 });
    let given = an_lcspr_in_progress();
    given.when("2024-07-10", event(), Words::none()).then_refused("text", "practitioners");
    given
        .when("2024-07-10", event(), words(Word::Text, "Handover was the hard part"))
        .then_stage(Stage::LcsprInProgress);
}
