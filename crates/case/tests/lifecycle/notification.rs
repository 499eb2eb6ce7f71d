//! The notification, and the deaths that need no rapid review.

use case::consideration::{CaseKind, Locus, NotifiableDecision};
use case::notification::{
    Authorities, CareLeaverDeath, Child, IdentifyChild, Identity, LookedAfterDeath, PartiesTold,
    Reclassification,
};
use case::terms::{Abuse, Harm, Partner, YesNo};
use case::{Fact, KeyDate, Stage, Step, When, Word, Words};

use crate::given::{Given, day, organisation, person, when, words};
use crate::stories::{
    a_case_awaiting_notification, a_case_under_consideration_of, a_case_with_an_open_rapid_review,
    a_considered_case, a_notified_case, a_referred_case, both_limbs_met, child, decided, notification, sent,
};

fn pseudonym() -> Words {
    words(Word::Pseudonym, "Aspen")
}

fn identify(child: u8, who: u128, name: &str, born: &str) -> Step {
    let identity = Identity { name: name.to_owned(), date_of_birth: Some(day(born)) };
    Step::IdentifyChild(IdentifyChild { child, person: person(who), identity })
}

fn nobody() -> Authorities {
    Authorities { incident: None, home: None, placing: None, linked: Vec::new() }
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

fn looked_after_death(abuse: Abuse) -> Step {
    Step::NotifyLookedAfterDeath(LookedAfterDeath { abuse })
}

fn care_leaver_death(age: u8) -> Step {
    Step::NotifyCareLeaverDeath(CareLeaverDeath { age })
}

fn reclassification() -> Reclassification {
    Reclassification { panel_told: when("2024-03-20"), panel_acknowledged: None }
}

#[test]
fn the_notification_stops_the_wait_and_keeps_its_date() {
    let case = a_case_awaiting_notification()
        .when("2024-03-12", notification(), sent())
        .then_stage(Stage::Notified)
        .case;
    assert_eq!(case.dates.get(KeyDate::Notified), Some(when("2024-03-12")));
}

#[test]
fn a_notification_needs_its_number_and_who_sent_it() {
    let given = a_case_awaiting_notification();
    given
        .when("2024-03-12", notification(), Words::none())
        .then_refused("reference", "number of the notification");
    given
        .when("2024-03-12", notification(), Words::none())
        .then_refused("decided_by", "who sent the notification");
}

#[test]
fn a_notification_of_a_case_from_the_past_may_give_a_month_or_no_date() {
    for on in ["2024-03", "2024", "not known"] {
        a_case_awaiting_notification().when(on, notification(), sent()).then_stage(Stage::Notified);
    }
}

#[test]
fn a_notification_is_not_sent_before_the_council_knows() {
    a_case_awaiting_notification().when("2024-03-07", notification(), sent()).then_refused(
        "on",
        "the notification (7 March 2024) cannot be before the council becoming aware (8 March 2024)",
    );
}

#[test]
fn an_incident_is_not_notified_before_the_council_has_decided() {
    a_considered_case()
        .when("2024-03-12", notification(), sent())
        .then_refused("do", "can be recorded only from “Awaiting notification”");
}

#[test]
fn one_incident_may_concern_several_children_numbered_in_order() {
    let given = a_referred_case().and("2024-03-08", Step::AddChild(child(1)), pseudonym());
    given.when("2024-03-08", Step::AddChild(child(1)), pseudonym()).then_refused("number", "The next is 2");
    given.when("2024-03-08", Step::AddChild(child(3)), pseudonym()).then_refused("number", "The next is 2");
    let six = (2..=6).fold(given, |given, n| given.and("2024-03-08", Step::AddChild(child(n)), pseudonym()));
    assert_eq!(six.case.notification.children.len(), 6);
}

#[test]
fn a_case_holds_99_children() {
    let full = (1..=99)
        .fold(a_referred_case(), |given, n| given.and("2024-03-08", Step::AddChild(child(n)), pseudonym()));
    full.when("2024-03-08", Step::AddChild(child(100)), pseudonym())
        .then_refused("number", "can hold 99 children");
}

#[test]
fn a_child_about_whom_little_is_known_has_a_pseudonym() {
    a_referred_case()
        .when("2024-03-08", Step::AddChild(child(1)), Words::none())
        .then_refused("pseudonym", "Enter a pseudonym");
}

#[test]
fn who_a_child_is_never_enters_the_record() {
    let case = a_notified_case()
        .when("2024-03-12", identify(1, 7, "Example Name", "2023-11-30"), Words::none())
        .then_fact(|fact| matches!(fact, Fact::ChildIdentified(child) if child.person == person(7)))
        .case;
    assert!(!format!("{case:?}").contains("Example Name"));
}

#[test]
fn a_child_is_identified_with_a_name_and_a_past_date_of_birth() {
    let given = a_notified_case().today("2024-03-12");
    given
        .when("2024-03-12", identify(2, 7, "Example", "2023-11-30"), Words::none())
        .then_refused("child", "There is no child 2");
    given
        .when("2024-03-12", identify(1, 7, "  ", "2023-11-30"), Words::none())
        .then_refused("name", "Enter the child’s");
    given
        .when("2024-03-12", identify(1, 7, "Example", "2024-03-13"), Words::none())
        .then_refused("date_of_birth", "today or in the past");
}

#[test]
fn two_children_are_two_people() {
    a_notified_case()
        .and("2024-03-12", Step::AddChild(child(2)), words(Word::Pseudonym, "Birch"))
        .and("2024-03-12", identify(1, 7, "Example", "2023-11-30"), Words::none())
        .when("2024-03-12", identify(2, 7, "Example", "2023-11-30"), Words::none())
        .then_refused("person", "is child 1 already");
}

#[test]
fn the_councils_and_partnerships_concerned_are_named() {
    let given = a_notified_case();
    given
        .when("2024-03-12", Step::NameAuthorities(nobody()), Words::none())
        .then_refused("incident", "at least one");
    let home = Authorities { home: Some(organisation(8)), ..nobody() };
    let case = given.and("2024-03-12", Step::NameAuthorities(home), Words::none()).case;
    assert_eq!(case.notification.authorities.as_ref().unwrap().home, Some(organisation(8)));
}

#[test]
fn an_incident_outside_england_has_no_council_where_it_happened() {
    let abroad = NotifiableDecision { locus: Locus::OutsideEngland, ..both_limbs_met() };
    let incident = Authorities { incident: Some(organisation(8)), ..nobody() };
    a_considered_case()
        .and("2024-03-11", Step::DecideNotifiable(abroad), decided())
        .when("2024-03-12", Step::NameAuthorities(incident), Words::none())
        .then_refused("incident", "outside England");
}

#[test]
fn a_looked_after_childs_death_without_suspicion_of_abuse_is_only_notified() {
    let case = a_death_awaiting_notification(CaseKind::LookedAfterDeath)
        .when("2024-03-12", looked_after_death(Abuse::NotSuspected), sent())
        .then_stage(Stage::NotifiedLookedAfterDeath)
        .case;
    assert!(case.is_closed(), "no rapid review follows");
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
    let given =
        a_considered_case().and("2024-03-11", Step::DecideNotifiable(a_death(Abuse::Suspected)), decided());
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
        .then_refused("do", "nobody died");
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
fn only_the_death_of_a_care_leaver_is_notified_as_one() {
    let given =
        a_considered_case().and("2024-03-11", Step::DecideNotifiable(a_death(Abuse::Suspected)), decided());
    given
        .when("2024-03-12", care_leaver_death(19), sent())
        .then_refused("do", "Record first that the person was a care leaver");
    given
        .and("2024-03-12", Step::AddChild(Child { care_leaver: true, ..child(1) }), pseudonym())
        .when("2024-03-12", care_leaver_death(19), sent())
        .then_stage(Stage::NotifiedCareLeaverDeath);
}

#[test]
fn an_incident_notified_in_error_is_reclassified() {
    let case = a_case_with_an_open_rapid_review()
        .when("2024-03-20", Step::Reclassify(reclassification()), decided())
        .then_stage(Stage::NotificationReclassified)
        .case;
    assert!(case.is_closed(), "the rapid review falls away");
}

#[test]
fn a_reclassification_says_who_decided_and_why() {
    let given = a_notified_case();
    let reclassify = || Step::Reclassify(reclassification());
    given.when("2024-03-20", reclassify(), Words::none()).then_refused("decided_by", "for the council");
    given
        .when("2024-03-20", reclassify(), Words::none())
        .then_refused("reason", "does not meet the criteria");
}

#[test]
fn a_reclassification_says_when_the_panel_was_told_even_if_nobody_knows() {
    assert!(serde_json::from_str::<Reclassification>("{}").is_err());
    let undated: Reclassification = serde_json::from_str(r#"{"panel_told": "not known"}"#).unwrap();
    assert_eq!(undated.panel_told, When::NotKnown);
    a_notified_case()
        .when("2024-03-20", Step::Reclassify(undated), decided())
        .then_stage(Stage::NotificationReclassified);
}

#[test]
fn the_panel_is_told_after_the_notification_and_acknowledges_after_it_was_told() {
    let given = a_notified_case();
    let early = Reclassification { panel_told: when("2024-03-11"), ..reclassification() };
    given
        .when("2024-03-20", Step::Reclassify(early), decided())
        .then_refused("panel_told", "(11 March 2024) before the notification (12 March 2024)");
    let psychic = Reclassification { panel_acknowledged: Some(when("2024-03-19")), ..reclassification() };
    given
        .when("2024-03-20", Step::Reclassify(psychic), decided())
        .then_refused("panel_acknowledged", "(19 March 2024) before it was told (20 March 2024)");
}

#[test]
fn partners_are_told_and_the_first_date_counts() {
    let given = a_notified_case();
    let told = |partners: Vec<Partner>| Step::TellParties(PartiesTold { partners, others: Vec::new() });
    given.when("2024-03-12", told(Vec::new()), Words::none()).then_refused("partners", "at least one");
    let case = given
        .and("2024-03-12", told(vec![Partner::Police]), Words::none())
        .and("2024-03-14", told(vec![Partner::Icb]), Words::none())
        .case;
    assert_eq!(case.dates.get(KeyDate::PartiesTold), Some(when("2024-03-12")));
}
