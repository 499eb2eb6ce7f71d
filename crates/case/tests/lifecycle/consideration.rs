//! The three partners’ views, and the council’s decision whether the incident must be notified.

use case::consideration::{
    CaseKind, Consideration, Locus, NotNotifiableDecision, NotifiableDecision, Referral,
};
use case::terms::{Abuse, Harm, Partner};
use case::{KeyDate, Stage, Step, When, Word, Words};

use crate::given::{Given, organisation, when};
use crate::stories::{
    a_case_awaiting_notification, a_case_under_consideration_of, a_considered_case, a_referred_case,
    both_limbs_met, decided, referral, title, view,
};

fn criteria_not_met() -> NotNotifiableDecision {
    NotNotifiableDecision {
        harm: Harm::SeriousHarm,
        abuse: Abuse::NotSuspected,
        elsewhere: false,
        told: vec![organisation(1)],
    }
}

fn a_case_that_is_not_notifiable() -> Given {
    a_considered_case().and("2024-03-12", Step::DecideNotNotifiable(criteria_not_met()), decided())
}

#[test]
fn the_three_leads_consider_a_referral() {
    a_referred_case()
        .when("2024-03-08", Step::Consider(Consideration { asked: vec![organisation(4)] }), Words::none())
        .then_stage(Stage::UnderConsideration);
}

#[test]
fn each_partner_gives_a_view_with_a_name_and_a_reason() {
    let given = a_case_under_consideration_of(CaseKind::SeriousIncident);
    given
        .when("2024-03-11", view(Partner::Police, true), Words::none())
        .then_refused("decided_by", "Enter who gave this view");
    given
        .when("2024-03-11", view(Partner::Police, true), Words::none())
        .then_refused("reason", "Enter the reason");
    let case = given
        .and("2024-03-11", view(Partner::Police, true), decided())
        .and("2024-03-12", view(Partner::Police, false), decided())
        .case;
    assert!(!case.consideration.views[&Partner::Police].notifiable, "the later view counts");
}

#[test]
fn no_view_is_given_before_the_leads_have_the_referral() {
    a_referred_case()
        .when("2024-03-11", view(Partner::Police, true), decided())
        .then_refused("do", "Send the referral to the three leads first");
}

#[test]
fn the_council_decides_to_notify_when_both_limbs_are_met() {
    a_considered_case()
        .when("2024-03-11", Step::DecideNotifiable(both_limbs_met()), decided())
        .then_stage(Stage::AwaitingNotification);
}

#[test]
fn a_serious_incident_needs_both_limbs() {
    let given = a_considered_case();
    let unharmed = NotifiableDecision { harm: Harm::Neither, ..both_limbs_met() };
    given
        .when("2024-03-11", Step::DecideNotifiable(unharmed), decided())
        .then_refused("harm", "died or was seriously");
    let no_abuse = NotifiableDecision { abuse: Abuse::NotSuspected, ..both_limbs_met() };
    given
        .when("2024-03-11", Step::DecideNotifiable(no_abuse), decided())
        .then_refused("abuse", "known or suspected");
}

#[test]
fn a_child_who_harmed_others_can_be_the_subject_of_a_notification() {
    let perpetrator = NotifiableDecision { harm: Harm::Other, abuse: Abuse::Known, ..both_limbs_met() };
    a_considered_case()
        .when("2024-03-11", Step::DecideNotifiable(perpetrator), decided())
        .then_stage(Stage::AwaitingNotification);
}

#[test]
fn the_decision_to_notify_says_who_decided_and_why() {
    let given = a_considered_case();
    let decide = || Step::DecideNotifiable(both_limbs_met());
    given.when("2024-03-11", decide(), Words::none()).then_refused("decided_by", "for the council");
    given.when("2024-03-11", decide(), Words::none()).then_refused("reason", "why the criteria are met");
}

#[test]
fn the_views_of_board_and_police_are_recorded_or_their_absence_explained() {
    let given = a_case_under_consideration_of(CaseKind::SeriousIncident).and(
        "2024-03-11",
        view(Partner::Icb, true),
        decided(),
    );
    let decide = || Step::DecideNotifiable(both_limbs_met());
    given.when("2024-03-11", decide(), decided()).then_refused("comment", "Record the view of the police");
    given
        .when("2024-03-11", decide(), decided().and(Word::Comment, "The police could not be reached in time"))
        .then_stage(Stage::AwaitingNotification);
}

#[test]
fn where_it_happened_is_the_same_in_referral_and_decision() {
    let abroad = Referral { locus: Some(Locus::OutsideEngland), ..referral(CaseKind::SeriousIncident) };
    let given = Given::nothing().and("2024-03-08", Step::Refer(abroad), title()).and(
        "2024-03-08",
        Step::Consider(Consideration { asked: Vec::new() }),
        Words::none(),
    );
    let explained = || decided().and(Word::Comment, "Both agreed by telephone");
    given
        .when("2024-03-11", Step::DecideNotifiable(both_limbs_met()), explained())
        .then_refused("locus", "outside England");
    let abroad = NotifiableDecision { locus: Locus::OutsideEngland, ..both_limbs_met() };
    given
        .when("2024-03-11", Step::DecideNotifiable(abroad), explained())
        .then_stage(Stage::AwaitingNotification);
}

#[test]
fn a_looked_after_childs_death_needs_no_suspicion_of_abuse() {
    let given = a_case_under_consideration_of(CaseKind::LookedAfterDeath);
    let explained = || decided().and(Word::Comment, "Both agreed by telephone");
    let death = NotifiableDecision { harm: Harm::Death, abuse: Abuse::NotSuspected, ..both_limbs_met() };
    let harm = NotifiableDecision { harm: Harm::SeriousHarm, ..death.clone() };
    given
        .when("2024-03-11", Step::DecideNotifiable(harm), explained())
        .then_refused("harm", "Only the death");
    let suspected = NotifiableDecision { abuse: Abuse::Suspected, ..death.clone() };
    given
        .when("2024-03-11", Step::DecideNotifiable(suspected), explained())
        .then_refused("kind", "serious incident");
    given
        .when("2024-03-11", Step::DecideNotifiable(death), explained())
        .then_stage(Stage::AwaitingNotification);
}

#[test]
fn a_care_leavers_case_is_a_death() {
    let given = a_case_under_consideration_of(CaseKind::CareLeaverDeath);
    given
        .when("2024-03-11", Step::DecideNotifiable(both_limbs_met()), decided())
        .then_refused("harm", "Only the death of a care leaver");
}

#[test]
fn a_local_learning_review_that_turns_out_to_be_notifiable_becomes_a_serious_incident() {
    let given = a_case_under_consideration_of(CaseKind::LocalLearning);
    let explained = || decided().and(Word::Comment, "Both agreed by telephone");
    given
        .when("2024-03-11", Step::DecideNotifiable(both_limbs_met()), explained())
        .then_refused("kind", "not notified");
    let turned = NotifiableDecision { kind: Some(CaseKind::SeriousIncident), ..both_limbs_met() };
    let case = given
        .when("2024-03-11", Step::DecideNotifiable(turned), explained())
        .then_stage(Stage::AwaitingNotification)
        .case;
    assert_eq!(case.kind, Some(CaseKind::SeriousIncident));
}

#[test]
fn the_council_decides_that_the_criteria_are_not_met() {
    a_considered_case()
        .when("2024-03-12", Step::DecideNotNotifiable(criteria_not_met()), decided())
        .then_stage(Stage::NotNotifiable);
}

#[test]
fn a_decision_not_to_notify_says_who_decided_why_and_who_was_told() {
    let given = a_considered_case();
    let untold =
        || Step::DecideNotNotifiable(NotNotifiableDecision { told: Vec::new(), ..criteria_not_met() });
    given.when("2024-03-12", untold(), Words::none()).then_refused("decided_by", "for the council");
    given.when("2024-03-12", untold(), Words::none()).then_refused("reason", "why the criteria are not met");
    given.when("2024-03-12", untold(), decided()).then_refused("who", "Enter who was told");
    given
        .when("2024-03-12", untold(), decided().and(Word::Who, "The referrer"))
        .then_stage(Stage::NotNotifiable);
}

#[test]
fn an_incident_that_meets_both_limbs_must_be_notified_unless_another_council_does() {
    let given = a_considered_case();
    let met = NotNotifiableDecision { abuse: Abuse::Known, ..criteria_not_met() };
    given
        .when("2024-03-12", Step::DecideNotNotifiable(met.clone()), decided())
        .then_refused("harm", "must be notified");
    let elsewhere = NotNotifiableDecision { elsewhere: true, ..met };
    given
        .when("2024-03-12", Step::DecideNotNotifiable(elsewhere), decided())
        .then_stage(Stage::NotNotifiable);
}

#[test]
fn new_information_brings_an_incident_back_with_its_own_date_of_awareness() {
    let given = a_case_that_is_not_notifiable();
    given
        .when("2024-06-03", Step::DecideNotifiable(both_limbs_met()), decided())
        .then_refused("aware", "became aware that the incident meets the criteria");
    let recognised = NotifiableDecision { aware: Some(when("2024-05-31")), ..both_limbs_met() };
    let case = given
        .when("2024-06-03", Step::DecideNotifiable(recognised), decided())
        .then_stage(Stage::AwaitingNotification)
        .case;
    assert_eq!(case.dates.get(KeyDate::Aware), Some(when("2024-03-08")), "the incident keeps its own");
    assert_eq!(case.dates.get(KeyDate::CriteriaAware), Some(when("2024-05-31")));
}

#[test]
fn late_recognition_may_say_that_its_date_is_not_known() {
    let undated = NotifiableDecision { aware: Some(When::NotKnown), ..both_limbs_met() };
    a_case_that_is_not_notifiable()
        .when("2024-06-03", Step::DecideNotifiable(undated), decided())
        .then_stage(Stage::AwaitingNotification);
}

#[test]
fn late_recognition_is_neither_before_the_incident_was_known_nor_in_the_future() {
    let given = a_case_that_is_not_notifiable().today("2024-06-03");
    let recognised =
        |on| Step::DecideNotifiable(NotifiableDecision { aware: Some(when(on)), ..both_limbs_met() });
    given
        .when("2024-06-03", recognised("2024-03-07"), decided())
        .then_refused("on", "cannot be before the council becoming aware (8 March 2024)");
    given
        .when("2024-06-03", recognised("2024-06-04"), decided())
        .then_refused("aware", "today or in the past");
}

#[test]
fn a_case_awaiting_notification_is_not_considered_again() {
    a_case_awaiting_notification()
        .when("2024-03-12", Step::Consider(Consideration { asked: Vec::new() }), Words::none())
        .then_refused("do", "“sent to the leads” can be recorded only from “Referred”");
}
