//! Deaths of looked-after children and of care leavers, which are notified and need no rapid review.

use case::consideration::{BroughtIn, CaseKind, NotifiableDecision};
use case::notification::{CareLeaverDeath, Child, LookedAfterDeath};
use case::terms::{Abuse, Harm, YesNo};
use case::{KeyDate, Stage, Step, When, Word, Words};

use crate::given::{Given, partnership, when, words};
use crate::stories::{
    a_case_awaiting_notification, a_case_under_consideration_of, both_limbs_met, child, decided,
    notification, sent, title,
};

fn pseudonym() -> Words {
    words(Word::Pseudonym, "Aspen")
}

fn a_death(abuse: Abuse) -> NotifiableDecision {
    NotifiableDecision { harm: Harm::Death, abuse, ..both_limbs_met() }
}

/// The council decided that a death of this kind is notified; neither abuse nor neglect is suspected.
fn a_death_awaiting_notification(kind: CaseKind) -> Given {
    let explained = decided().and(Word::Comment, "Both agreed by telephone");
    a_case_under_consideration_of(kind).and(
        "2024-03-11",
        Step::DecideNotifiable(a_death(Abuse::NotSuspected)),
        explained,
    )
}

/// A case that began on paper, of which only the next step is known: the notification.
fn a_case_brought_in_to_be_notified() -> Given {
    let case = BroughtIn {
        partnership: partnership(),
        kind: CaseKind::SeriousIncident,
        stage: Stage::AwaitingNotification,
        incident: When::NotKnown,
        aware: When::NotKnown,
        known: Vec::new(),
    };
    Given::nothing().and("2024-03-11", Step::BringIn(case), title().and(Word::Source, "Paper file"))
}

fn looked_after_death(abuse: Abuse) -> Step {
    Step::NotifyLookedAfterDeath(LookedAfterDeath { abuse })
}

fn care_leaver_death(age: u8) -> Step {
    Step::NotifyCareLeaverDeath(CareLeaverDeath { age })
}

#[test]
fn a_looked_after_childs_death_without_suspicion_of_abuse_is_only_notified() {
    let case = a_death_awaiting_notification(CaseKind::LookedAfterDeath)
        .when("2024-03-12", looked_after_death(Abuse::NotSuspected), sent())
        .then_stage(Stage::NotifiedLookedAfterDeath)
        .case;
    assert!(case.has_ended(), "no rapid review follows");
}

#[test]
fn a_looked_after_childs_death_with_suspicion_of_abuse_is_a_serious_incident() {
    a_death_awaiting_notification(CaseKind::LookedAfterDeath)
        .when("2024-03-12", looked_after_death(Abuse::Suspected), sent())
        .then_refused("abuse", "notify the death as a serious incident");
}

#[test]
fn the_notification_of_a_death_needs_its_number_and_who_sent_it() {
    a_death_awaiting_notification(CaseKind::LookedAfterDeath)
        .when("2024-03-12", looked_after_death(Abuse::NotSuspected), Words::none())
        .then_refused("reference", "Enter the number");
    a_death_awaiting_notification(CaseKind::CareLeaverDeath)
        .when("2024-03-12", care_leaver_death(20), Words::none())
        .then_refused("decided_by", "Enter who sent");
}

#[test]
fn only_the_death_of_a_looked_after_child_is_notified_as_one() {
    let given = a_case_brought_in_to_be_notified();
    given
        .when("2024-03-12", looked_after_death(Abuse::NotSuspected), sent())
        .then_refused("do", "Record first that the child was looked after");
    let looked_after = Child { looked_after: YesNo::Yes, harm: Harm::Death, ..child(1) };
    given
        .and("2024-03-12", Step::AddChild(looked_after), pseudonym())
        .when("2024-03-12", looked_after_death(Abuse::NotSuspected), sent())
        .then_stage(Stage::NotifiedLookedAfterDeath);
}

#[test]
fn serious_harm_to_a_looked_after_child_is_not_notified_as_a_death() {
    a_case_awaiting_notification()
        .and("2024-03-11", Step::AddChild(Child { looked_after: YesNo::Yes, ..child(1) }), pseudonym())
        .when("2024-03-12", looked_after_death(Abuse::NotSuspected), sent())
        .then_refused("do", "abuse or neglect is suspected. Notify a serious incident");
}

#[test]
fn a_death_without_suspicion_of_abuse_does_not_go_to_a_rapid_review() {
    a_death_awaiting_notification(CaseKind::LookedAfterDeath)
        .when("2024-03-12", notification(), sent())
        .then_refused("do", "neither abuse nor neglect is suspected");
}

#[test]
fn abuse_suspected_later_turns_a_looked_after_childs_death_into_a_serious_incident() {
    let given = a_death_awaiting_notification(CaseKind::LookedAfterDeath).and(
        "2024-03-12",
        looked_after_death(Abuse::NotSuspected),
        sent(),
    );
    given
        .when("2024-05-07", notification(), sent())
        .then_refused("reason", "abuse or neglect is now known or suspected");
    let case = given
        .when("2024-05-07", notification(), sent().and(Word::Reason, "Post-mortem findings"))
        .then_stage(Stage::Notified)
        .case;
    assert_eq!(case.dates.get(KeyDate::DeathNotified), Some(when("2024-03-12")));
    assert_eq!(
        case.dates.get(KeyDate::Notified),
        Some(when("2024-05-07")),
        "the rapid review is counted from here"
    );
    assert_eq!(case.kind, Some(CaseKind::SeriousIncident));
}

#[test]
fn a_care_leavers_death_is_notified_from_18_up_to_the_25th_birthday() {
    let given = a_death_awaiting_notification(CaseKind::CareLeaverDeath);
    given.when("2024-03-12", care_leaver_death(17), sent()).then_refused("age", "ordinary criteria");
    given.when("2024-03-12", care_leaver_death(25), sent()).then_refused("age", "up to the age of 24");
    for age in [18, 24] {
        given.when("2024-03-12", care_leaver_death(age), sent()).then_stage(Stage::NotifiedCareLeaverDeath);
    }
}

#[test]
fn a_care_leavers_death_does_not_go_to_a_rapid_review() {
    let suspected = decided().and(Word::Comment, "Both agreed by telephone");
    a_case_under_consideration_of(CaseKind::CareLeaverDeath)
        .and("2024-03-11", Step::DecideNotifiable(a_death(Abuse::Suspected)), suspected)
        .when("2024-03-12", notification(), sent())
        .then_refused("do", "Record the notification of the care leaver’s death");
}

#[test]
fn only_the_death_of_a_care_leaver_is_notified_as_one() {
    let care_leaver = || Step::AddChild(Child { care_leaver: true, ..child(1) });
    a_case_awaiting_notification()
        .and("2024-03-12", care_leaver(), pseudonym())
        .when("2024-03-12", care_leaver_death(19), sent())
        .then_refused("do", "nobody died");
    let given = a_case_brought_in_to_be_notified();
    given
        .when("2024-03-12", care_leaver_death(19), sent())
        .then_refused("do", "Record first that the person was a care leaver");
    given
        .and("2024-03-12", care_leaver(), pseudonym())
        .when("2024-03-12", care_leaver_death(19), sent())
        .then_stage(Stage::NotifiedCareLeaverDeath);
}
