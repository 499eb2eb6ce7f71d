//! Notes, the named list, the title, corrections and erasure.

use case::consideration::{CaseKind, Consideration, NotifiableDecision, Referral};
use case::keeping::{Access, AccessAs, AccessEnd, Correction, Erasure, Lead, Note, PersonErasure};
use case::notification::{Child, IdentifyChild, Identity, PartiesTold};
use case::terms::{Harm, Partner};
use case::{Case, Fact, KeyDate, Stage, Step, Word, Words};

use crate::given::{Given, partnership, person, when, words};
use crate::stories::{
    a_case_awaiting_notification, a_case_with_an_open_rapid_review, a_notified_case, a_referred_case,
    both_limbs_met, child, decided, notification, rapid_review, referral, request, sent, title,
};

fn grant(who: u128, as_role: AccessAs) -> Step {
    Step::GrantAccess(Access { person: person(who), as_role })
}

fn take_off(who: u128) -> Step {
    Step::EndAccess(AccessEnd { person: person(who) })
}

fn lead(who: u128) -> Step {
    Step::AssignLead(Lead { person: person(who) })
}

/// Person 1 of the business unit and person 2, a partner, are on the list.
fn a_case_with_a_list() -> Given {
    a_referred_case().and("2024-03-08", grant(1, AccessAs::BusinessUnit), Words::none()).and(
        "2024-03-08",
        grant(2, AccessAs::Partner),
        Words::none(),
    )
}

fn correct(entry: u32, with: Step) -> Step {
    Step::Correct(Correction { entry, with: Some(Box::new(with)) })
}

fn strike_out(entry: u32) -> Step {
    Step::Correct(Correction { entry, with: None })
}

fn slip() -> Words {
    words(Word::Correction, "Slip of the pen")
}

fn erase(entries: &[u32]) -> Step {
    Step::EraseWords(Erasure { entries: entries.to_vec() })
}

fn why() -> Words {
    words(Word::Reason, "The person asked for it")
}

/// The number of the latest entry of a kind.
fn entry(given: &Given, kind: &str) -> u32 {
    given.case.history().iter().rfind(|recorded| recorded.event.fact.kind() == kind).expect("recorded").seq
}

/// The case as it is read back from the record.
#[track_caller]
fn assert_replays(given: &Given) {
    assert_eq!(Case::replay(given.case.history().to_vec()), given.case);
}

// Notes, list and title

#[test]
fn a_note_has_a_text() {
    let note = || Step::AddNote(Note { restricted: true });
    let given = a_referred_case();
    given.when("2024-03-08", note(), Words::none()).then_refused("text", "Enter the note");
    given.when("2024-03-08", note(), words(Word::Text, "Called the ward")).then_stage(Stage::Referred);
}

#[test]
fn somebody_is_put_on_the_list_once_or_in_another_role() {
    let given = a_case_with_a_list();
    given
        .when("2024-03-09", grant(2, AccessAs::Partner), Words::none())
        .then_refused("person", "already as statutory");
    let case = given.and("2024-03-09", grant(2, AccessAs::PanelLiaison), Words::none()).case;
    assert_eq!(case.access[&person(2)], AccessAs::PanelLiaison);
}

#[test]
fn only_somebody_on_the_list_is_taken_off_it() {
    let given = a_case_with_a_list();
    given.when("2024-03-09", take_off(3), Words::none()).then_refused("person", "not on the list");
    assert!(!given.and("2024-03-09", take_off(2), Words::none()).case.access.contains_key(&person(2)));
}

#[test]
fn the_last_person_of_the_business_unit_stays_on_the_list() {
    let given = a_case_with_a_list();
    given
        .when("2024-03-09", take_off(1), Words::none())
        .then_refused("person", "last person of the business unit");
    given
        .when("2024-03-09", grant(1, AccessAs::Partner), Words::none())
        .then_refused("person", "last person of the business unit");
    given
        .and("2024-03-09", grant(3, AccessAs::BusinessUnit), Words::none())
        .when("2024-03-09", take_off(1), Words::none())
        .then_stage(Stage::Referred);
}

#[test]
fn the_lead_is_on_the_list_and_stays_on_it() {
    let given = a_case_with_a_list();
    given.when("2024-03-09", lead(3), Words::none()).then_refused("person", "on the list of the case first");
    let given = given.and("2024-03-09", lead(2), Words::none());
    given.when("2024-03-10", take_off(2), Words::none()).then_refused("person", "Choose another lead");
    given
        .and("2024-03-10", lead(1), Words::none())
        .when("2024-03-10", take_off(2), Words::none())
        .then_stage(Stage::Referred);
}

#[test]
fn a_new_title_names_nobody_either() {
    let given = a_referred_case();
    given.when("2024-03-09", Step::Retitle, words(Word::Title, "Jane Example")).then_refused("title", "name");
    let case = given.and("2024-03-09", Step::Retitle, words(Word::Title, "Infant, fractures")).case;
    assert_eq!(case.title, "Infant, fractures");
}

#[test]
fn only_a_step_about_the_title_changes_it() {
    let note = words(Word::Text, "See file").and(Word::Title, "Jane Example");
    let case = a_referred_case().and("2024-03-09", Step::AddNote(Note { restricted: false }), note).case;
    assert_eq!(case.title, "Infant, serious harm at home");
}

// Corrections

#[test]
fn a_corrected_date_takes_the_place_of_the_wrong_one_and_both_stay_in_the_history() {
    let given = a_notified_case();
    let wrong = entry(&given, "notified");
    let given = given.and("2024-03-13", correct(wrong, notification()), sent().and(Word::Correction, "Slip"));
    assert_eq!(given.case.dates.get(KeyDate::Notified), Some(when("2024-03-13")));
    assert_eq!(given.case.entry(wrong).unwrap().event.on, when("2024-03-12"));
    assert!(given.case.history().iter().any(|recorded| matches!(recorded.event.fact, Fact::Corrected(_))));
    assert_replays(&given);
}

#[test]
fn the_latest_correction_of_an_entry_counts() {
    let given = a_notified_case();
    let wrong = entry(&given, "notified");
    let correction = || sent().and(Word::Correction, "Slip");
    let given = given.and("2024-03-14", correct(wrong, notification()), correction()).and(
        "2024-03-13",
        correct(wrong, notification()),
        correction(),
    );
    assert_eq!(given.case.dates.get(KeyDate::Notified), Some(when("2024-03-13")));
    assert_replays(&given);
}

#[test]
fn an_entry_struck_out_counts_no_more() {
    let given = a_notified_case();
    let wrong = entry(&given, "notified");
    let given = given.when("2024-03-13", strike_out(wrong), slip()).then_stage(Stage::AwaitingNotification);
    assert_eq!(given.case.dates.get(KeyDate::Notified), None);
    assert_eq!(given.case.notification.notification, None);
    assert_eq!(given.case.entry(wrong).unwrap().event.fact.kind(), "notified");
    assert_replays(&given);
}

#[test]
fn an_entry_struck_out_in_error_is_brought_back_by_another_correction() {
    let given = a_notified_case();
    let wrong = entry(&given, "notified");
    let given = given
        .and("2024-03-13", strike_out(wrong), slip())
        .when("2024-03-12", correct(wrong, notification()), sent().and(Word::Correction, "It was right"))
        .then_stage(Stage::Notified);
    assert_replays(&given);
}

#[test]
fn a_case_goes_on_after_a_correction() {
    let given = a_notified_case();
    let wrong = entry(&given, "notified");
    let given = given
        .and("2024-03-13", correct(wrong, notification()), sent().and(Word::Correction, "Slip"))
        .when("2024-03-14", Step::OpenRapidReview(rapid_review()), words(Word::Scope, "From birth"))
        .then_stage(Stage::RapidReviewOpen);
    assert_replays(&given);
}

#[test]
fn a_correction_says_why_and_leaves_the_reason_of_the_entry_alone() {
    let given = a_case_awaiting_notification();
    let wrong = entry(&given, "found_notifiable");
    let death = NotifiableDecision { harm: Harm::Death, ..both_limbs_met() };
    given
        .when("2024-03-11", correct(wrong, Step::DecideNotifiable(death.clone())), decided())
        .then_refused("correction", "Enter why the entry is corrected");
    let case = given
        .and(
            "2024-03-11",
            correct(wrong, Step::DecideNotifiable(death)),
            decided().and(Word::Correction, "Slip"),
        )
        .case;
    assert_eq!(case.consideration.notifiable.as_ref().unwrap().harm, Harm::Death);
    let correction = &case.history().last().unwrap().event.words;
    assert_eq!(correction.get(Word::Reason), Some("Unexplained fractures"));
}

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
fn a_corrected_child_keeps_its_number() {
    let given =
        a_notified_case().and("2024-03-12", Step::AddChild(child(2)), words(Word::Pseudonym, "Birch"));
    let first =
        given.case.history().iter().find(|recorded| recorded.event.fact.kind() == "child_added").unwrap().seq;
    let died = |number| Step::AddChild(Child { harm: Harm::Death, ..child(number) });
    let words = || words(Word::Pseudonym, "Aspen").and(Word::Correction, "Died since");
    given.when("2024-03-12", correct(first, died(2)), words()).then_refused("number", "The next is 1");
    let case = given.and("2024-03-12", correct(first, died(1)), words()).case;
    assert_eq!(case.notification.children[&1].harm, Harm::Death);
}

#[test]
fn a_child_struck_out_leaves_its_number_unused() {
    let given = a_notified_case();
    let wrong = entry(&given, "child_added");
    let given = given.and("2024-03-12", strike_out(wrong), slip());
    given
        .when("2024-03-12", Step::AddChild(child(1)), words(Word::Pseudonym, "Birch"))
        .then_refused("number", "The next is 2");
}

#[test]
fn a_correction_out_of_order_names_both_dates() {
    let given = a_notified_case();
    let wrong = entry(&given, "notified");
    given
        .when("2024-03-07", correct(wrong, notification()), sent().and(Word::Correction, "Slip"))
        .then_refused(
            "on",
            "the notification (7 March 2024) cannot be before the council becoming aware (8 March 2024)",
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
        .and(
            "2024-03-14",
            Step::ChaseAgency(case::agencies::AgencyConcerned { agency: request(2, "2024-03-22").agency }),
            Words::none(),
        );
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
    let given = a_case_with_a_list()
        .and("2024-03-08", Step::Consider(Consideration { asked: Vec::new() }), Words::none())
        .and("2024-03-08", lead(1), Words::none());
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
    given.when("2024-03-09", strike_out(wrong), slip()).then_refused("with", "not struck out");
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

// Erasure

#[test]
fn erased_words_are_gone_from_the_case_and_its_history() {
    let given = a_referred_case();
    let referred = entry(&given, "referred");
    let given = given.and("2024-03-09", erase(&[referred]), why());
    assert_eq!(given.case.title, "");
    assert!(given.case.entry(referred).unwrap().event.words.is_empty());
    assert_eq!(given.case.stage, Stage::Referred, "the structured history stays");
    assert_replays(&given);
}

#[test]
fn a_history_read_back_with_its_words_still_forgets_the_erased_ones() {
    let before = a_referred_case();
    let referred = entry(&before, "referred");
    let after = before.clone().and("2024-03-09", erase(&[referred]), why());
    let mut history = before.case.history().to_vec();
    history.extend(after.case.history().last().cloned());
    assert_eq!(Case::replay(history), after.case);
}

#[test]
fn the_words_of_a_correction_are_erased_apart_from_those_it_replaced() {
    let given = a_referred_case();
    let referred = entry(&given, "referred");
    let given = given.and(
        "2024-03-08",
        correct(referred, Step::Refer(referral(CaseKind::SeriousIncident))),
        words(Word::Title, "Infant, fractures").and(Word::Correction, "Too vague"),
    );
    let given = given.and("2024-03-09", erase(&[referred]), why());
    assert_eq!(given.case.title, "Infant, fractures");
    let correction = entry(&given, "corrected");
    let given = given.and("2024-03-10", erase(&[correction]), why());
    assert_eq!(given.case.title, "");
    assert_replays(&given);
}

#[test]
fn words_are_erased_from_entries_that_have_them_for_a_reason() {
    let given = a_case_awaiting_notification();
    let (referred, considered) = (entry(&given, "referred"), entry(&given, "considered"));
    given.when("2024-03-12", erase(&[referred]), Words::none()).then_refused("reason", "Enter why");
    given.when("2024-03-12", erase(&[]), why()).then_refused("entries", "at least one entry");
    given.when("2024-03-12", erase(&[999]), why()).then_refused("entries", "There is no entry 999");
    given
        .when("2024-03-12", erase(&[considered]), why())
        .then_refused("entries", &format!("Entry {considered} has no words"));
}

#[test]
fn a_person_of_the_case_is_erased_for_a_reason_even_when_somebody_else_was_identified_since() {
    let identify = |who| {
        let identity = Identity { name: "Example".to_owned(), date_of_birth: None };
        Step::IdentifyChild(IdentifyChild { child: 1, person: person(who), identity })
    };
    let given = a_notified_case()
        .and("2024-03-12", identify(7), Words::none())
        .and("2024-03-13", identify(8), Words::none())
        .and("2024-03-13", grant(2, AccessAs::Partner), Words::none());
    let erase = |who| Step::ErasePerson(PersonErasure { person: person(who) });
    given.when("2024-03-14", erase(7), Words::none()).then_refused("reason", "Enter why");
    given.when("2024-03-14", erase(9), why()).then_refused("person", "Nobody with this id");
    for who in [7, 8, 2] {
        given.when("2024-03-14", erase(who), why()).then_fact(|fact| matches!(fact, Fact::PersonErased(_)));
    }
}

#[test]
fn a_long_story_with_corrections_reads_back_as_it_was_told_entry_by_entry() {
    let told = |partner| Step::TellParties(PartiesTold { partners: vec![partner], others: Vec::new() });
    let given = a_case_with_an_open_rapid_review().and("2024-03-12", told(Partner::Icb), Words::none());
    let (decision, telling) = (entry(&given, "found_notifiable"), entry(&given, "parties_told"));
    let death = Step::DecideNotifiable(NotifiableDecision { harm: Harm::Death, ..both_limbs_met() });
    let given = given
        .and("2024-03", correct(decision, death), decided().and(Word::Correction, "Slip"))
        .and("2024-03-14", strike_out(telling), slip())
        .and("2024-03-15", told(Partner::Police), Words::none())
        .and("2024-03-16", erase(&[decision]), why());
    let mut one_by_one = Case::new();
    for recorded in given.case.history() {
        one_by_one.apply(recorded.clone());
        assert_eq!(Case::replay(one_by_one.history().to_vec()), one_by_one);
    }
    assert_eq!(one_by_one, given.case);
    assert_eq!(given.case.dates.get(KeyDate::PartiesTold), Some(when("2024-03-15")));
}
