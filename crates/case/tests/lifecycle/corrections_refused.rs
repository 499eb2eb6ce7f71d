//! What is not corrected, and what must be said first.

use case::agencies::AgencyConcerned;
use case::consideration::{CaseKind, Consideration, NotifiableDecision, Referral};
use case::decisions::Answer;
use case::notification::{IdentifyChild, Identity};
use case::terms::{Harm, Partner};
use case::{Command, KeyDate, Stage, Step, Word, Words};

use crate::given::{day, organisation, partnership, person, when};
use crate::review_stories::{a_case_with_the_partners, answers, decided_by};
use crate::second_thoughts::{assert_replays, correct, entry, erase, slip, strike_out, why};
use crate::stories::{
    a_case_with_an_open_rapid_review, a_notified_case, a_referred_case, both_limbs_met, decided,
    notification, referral, request, sent, title,
};

#[test]
fn a_corrected_entry_is_held_to_the_rules_of_its_step() {
    let given = a_notified_case();
    let decision = entry(&given, "found_notifiable");
    let unharmed = NotifiableDecision { harm: Harm::Neither, ..both_limbs_met() };
    given
        .when(
            "2024-03-11",
            correct(decision, Step::DecideNotifiable(unharmed)),
            decided().and(Word::Correction, "Slip"),
        )
        .then_refused("harm", "died or was seriously harmed");
    let sent_on = entry(&given, "notified");
    given
        .when("2024-03-12", correct(sent_on, notification()), slip())
        .then_refused("reference", "Enter the number");
}

#[test]
fn a_correction_that_does_not_say_what_is_right_strikes_nothing_out() {
    let correction =
        r#"{"on": "2024-03-12", "do": {"correct": {"entry": 2}}, "words": {"correction": "Slip"}}"#;
    let error = serde_json::from_str::<Command>(correction).unwrap_err().to_string();
    assert!(error.contains("missing field `with`"), "{error}");
}

#[test]
fn an_entry_is_struck_out_for_a_reason() {
    let given = a_notified_case();
    let wrong = entry(&given, "notified");
    given
        .when("2024-03-13", strike_out(wrong), Words::none())
        .then_refused("correction", "Enter why the entry is struck out");
}

#[test]
fn a_correction_out_of_order_names_both_dates() {
    let given = a_notified_case();
    let wrong = entry(&given, "notified");
    given
        .when("2024-03-07", correct(wrong, notification()), sent().and(Word::Correction, "Slip"))
        .then_refused(
            "on",
            "“notification sent” (7 March 2024) cannot be before “criteria met” (11 March 2024). Check both dates",
        );
}

#[test]
fn a_correction_that_puts_a_later_step_out_of_order_names_both_dates() {
    let given = a_notified_case();
    let decision = entry(&given, "found_notifiable");
    let later = correct(decision, Step::DecideNotifiable(both_limbs_met()));
    given.when("2024-03-13", later, decided().and(Word::Correction, "Slip")).then_refused(
        "on",
        "“notification sent” (12 March 2024) cannot be before “criteria met” (13 March 2024). Check both dates",
    );
}

#[test]
fn an_entry_on_which_a_later_one_builds_is_not_struck_out() {
    let given = a_case_with_an_open_rapid_review();
    let (decision, sent_on) = (entry(&given, "found_notifiable"), entry(&given, "notified"));
    let opened = entry(&given, "rapid_review_opened");
    given.when("2024-03-14", strike_out(decision), slip()).then_refused(
        "entry",
        &format!("Entry {sent_on} (“notified”, 12 March 2024) builds on entry {decision}"),
    );
    given
        .when("2024-03-14", strike_out(sent_on), slip())
        .then_refused("entry", &format!("Entry {opened} (“rapid_review_opened”, 13 March 2024) builds on"));
}

#[test]
fn a_request_that_was_answered_and_a_child_that_was_identified_are_not_struck_out() {
    let identity = Identity { name: "Example".to_owned(), date_of_birth: None };
    let given = a_notified_case()
        .and(
            "2024-03-12",
            Step::IdentifyChild(IdentifyChild { child: 1, person: person(7), identity }),
            Words::none(),
        )
        .and("2024-03-13", Step::AskAgency(request(2, "2024-03-22")), Words::none())
        .and("2024-03-14", Step::ChaseAgency(AgencyConcerned { agency: organisation(2) }), Words::none());
    let (added, asked) = (entry(&given, "child_added"), entry(&given, "agency_asked"));
    given.when("2024-03-15", strike_out(added), slip()).then_refused("entry", "child_identified");
    given.when("2024-03-15", strike_out(asked), slip()).then_refused("entry", "agency_chased");
    let identified = entry(&given, "child_identified");
    given
        .and("2024-03-15", strike_out(identified), slip())
        .when("2024-03-15", strike_out(added), slip())
        .then_stage(Stage::Notified);
}

#[test]
fn a_request_on_which_an_answer_builds_is_not_turned_into_one_to_another_agency() {
    let chased = Step::ChaseAgency(AgencyConcerned { agency: organisation(2) });
    let given = a_case_with_an_open_rapid_review().and("2024-03-22", chased, Words::none());
    let asked = entry(&given, "agency_asked");
    let to = |agency| correct(asked, Step::AskAgency(request(agency, "2024-03-25")));
    given.when("2024-03-13", to(3), slip()).then_refused("entry", "agency_chased");
    let case = given.and("2024-03-13", to(2), slip()).case;
    assert_eq!(case.agencies.requests[&organisation(2)].asked.due, day("2024-03-25"));
}

#[test]
fn a_correction_is_of_the_same_kind_as_the_entry() {
    let given = a_notified_case();
    let wrong = entry(&given, "notified");
    given
        .when("2024-03-12", correct(wrong, Step::Close), slip())
        .then_refused("with", "same kind of step (“notified”)");
    let nested = correct(wrong, correct(wrong, notification()));
    given.when("2024-03-12", nested, slip()).then_refused("with", "same kind");
}

#[test]
fn a_correction_names_an_entry_that_exists() {
    let given = a_referred_case();
    let last = given.case.version();
    for entry in [0, last + 1, u32::MAX] {
        given
            .when("2024-03-12", strike_out(entry), slip())
            .then_refused("entry", &format!("There is no entry {entry}. The last one is {last}"));
        given
            .when("2024-03-12", correct(entry, Step::Retitle), slip())
            .then_refused("entry", "There is no entry");
    }
}

#[test]
fn what_follows_from_others_was_corrected_erased_or_says_who_could_see_the_case_is_not_corrected() {
    let given = a_referred_case().and(
        "2024-03-08",
        Step::Consider(Consideration { asked: Vec::new() }),
        Words::none(),
    );
    let considered = entry(&given, "considered");
    let referred = entry(&given, "referred");
    let given =
        given.and("2024-03-09", strike_out(considered), slip()).and("2024-03-10", erase(&[referred]), why());
    for (kind, part) in [
        ("opened", "follows from others"),
        ("corrected", "Correct the first entry again"),
        ("words_erased", "cannot be brought back"),
        ("access_granted", "Who could see the case stays"),
        ("lead_assigned", "Who could see the case stays"),
    ] {
        given.when("2024-03-12", strike_out(entry(&given, kind)), slip()).then_refused("entry", part);
    }
}

#[test]
fn the_entry_that_started_the_case_can_be_corrected_but_not_struck_out() {
    let given = a_referred_case();
    let wrong = entry(&given, "referred");
    given.when("2024-03-09", strike_out(wrong), slip()).then_refused("entry", "not struck out");
    let later = Referral { aware: when("2024-03-09"), ..referral(CaseKind::LocalLearning) };
    let given = given
        .when("2024-03-09", correct(wrong, Step::Refer(later)), title().and(Word::Correction, "Slip"))
        .then_stage(Stage::Referred);
    assert_eq!(given.case.dates.get(KeyDate::Aware), Some(when("2024-03-09")));
    assert_eq!(given.case.kind, Some(CaseKind::LocalLearning));
    assert_replays(&given);
}

#[test]
fn a_case_stays_with_its_partnership() {
    let given = a_referred_case();
    let elsewhere =
        Referral { partnership: case::PartnershipId(person(9).0), ..referral(CaseKind::SeriousIncident) };
    given
        .when("2024-03-09", correct(entry(&given, "referred"), Step::Refer(elsewhere)), title())
        .then_refused("partnership", "stays with the partnership");
    assert_eq!(given.case.partnership(), Some(partnership()));
}

#[test]
fn who_a_child_is_is_said_again_rather_than_corrected() {
    let identify = |who| {
        let identity = Identity { name: "Example".to_owned(), date_of_birth: None };
        Step::IdentifyChild(IdentifyChild { child: 1, person: person(who), identity })
    };
    let given = a_notified_case().and("2024-03-12", identify(7), Words::none());
    let wrong = entry(&given, "child_identified");
    given
        .when("2024-03-12", correct(wrong, identify(8)), slip())
        .then_refused("with", "Say again who the child is");
    let case = given.and("2024-03-12", identify(8), Words::none()).case;
    assert_eq!(case.notification.identified[&1], person(8));
}

#[test]
fn a_partners_decision_is_never_edited_but_one_that_was_never_made_is_struck_out() {
    let given = a_case_with_the_partners().and(
        "2024-03-28",
        answers(Partner::Police, Answer::Agree, 1),
        decided_by(),
    );
    let decision = entry(&given, "partner_decided");
    given
        .when("2024-03-28", correct(decision, answers(Partner::Police, Answer::Disagree, 1)), slip())
        .then_refused("with", "never edited");
    let given = given.and("2024-03-28", strike_out(decision), slip());
    assert!(given.case.decisions.made.is_empty());
}
