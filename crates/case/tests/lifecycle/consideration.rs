//! From the first call to the decision whether the incident must be notified.

use case::consideration::{
    AlternativeKind, AlternativeReview, BroughtIn, CaseKind, Consideration, KnownDate, Locus,
    NotNotifiableDecision, NotifiableDecision, Referral,
};
use case::terms::{Abuse, Harm, Partner};
use case::{KeyDate, Stage, Step, When, Word, Words};

use crate::given::{Given, day, organisation, partnership, when, words};
use crate::stories::{
    a_case_awaiting_notification, a_case_under_consideration_of, a_considered_case, a_referred_case,
    a_referred_case_of, both_limbs_met, decided, referral, title, view,
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

fn audit() -> AlternativeReview {
    AlternativeReview { kind: AlternativeKind::MultiAgencyAudit, owner: None, due: Some(day("2024-09-30")) }
}

fn chosen() -> Words {
    words(Word::Reason, "Much to learn").and(Word::Who, "Chair of the review group")
}

fn brought_in(stage: Stage) -> BroughtIn {
    BroughtIn {
        partnership: partnership(),
        kind: CaseKind::SeriousIncident,
        stage,
        incident: when("2019"),
        aware: When::NotKnown,
        known: vec![KnownDate { what: KeyDate::Notified, on: when("2020-02") }],
    }
}

fn from_a_published_report() -> Words {
    title().and(Word::Source, "Published report of the partnership")
}

#[test]
fn a_referral_starts_a_case_with_its_reference_title_and_dates() {
    let case = Given::nothing()
        .when("2024-03-08", Step::Refer(referral(CaseKind::SeriousIncident)), title())
        .then_stage(Stage::Referred)
        .case;
    assert_eq!(case.reference().unwrap().to_string(), "2026-014");
    assert_eq!(case.title, "Infant, serious harm at home");
    assert_eq!(case.kind, Some(CaseKind::SeriousIncident));
    assert_eq!(case.dates.get(KeyDate::Aware), Some(when("2024-03-08")));
}

#[test]
fn a_referral_may_leave_every_date_open() {
    let undated =
        Referral { incident: When::NotKnown, aware: When::NotKnown, ..referral(CaseKind::SeriousIncident) };
    Given::nothing().when("not known", Step::Refer(undated), title()).then_stage(Stage::Referred);
}

#[test]
fn a_referral_needs_a_title_that_names_nobody() {
    let refer = || Step::Refer(referral(CaseKind::SeriousIncident));
    let nothing = Given::nothing();
    nothing.when("2024-03-08", refer(), Words::none()).then_refused("title", "Enter a title");
    nothing
        .when("2024-03-08", refer(), words(Word::Title, "Harm to Jane Example"))
        .then_refused("title", "must not include a name");
}

#[test]
fn a_referral_is_not_of_the_future() {
    let nothing = Given::nothing().today("2024-03-08");
    for (field, referral) in [
        ("incident", Referral { incident: when("2024-03-09"), ..referral(CaseKind::SeriousIncident) }),
        ("aware", Referral { aware: when("2024-04"), ..referral(CaseKind::SeriousIncident) }),
        ("agency_aware", Referral { agency_aware: when("2025"), ..referral(CaseKind::SeriousIncident) }),
    ] {
        nothing
            .when("2024-03-08", Step::Refer(referral), title())
            .then_refused(field, "must be today or in the past");
    }
}

#[test]
fn the_council_cannot_be_aware_before_the_incident() {
    let upside_down = Referral { incident: when("2024-03-09"), ..referral(CaseKind::SeriousIncident) };
    Given::nothing().when("2024-03-09", Step::Refer(upside_down), title()).then_refused(
        "on",
        "the council becoming aware (8 March 2024) cannot be before the incident (9 March 2024)",
    );
}

#[test]
fn a_case_is_started_once() {
    a_referred_case()
        .when("2024-03-08", Step::Refer(referral(CaseKind::SeriousIncident)), title())
        .then_refused("do", "started already");
    Given::nothing()
        .when("2024-03-08", Step::Consider(Consideration { asked: Vec::new() }), Words::none())
        .then_refused("do", "Start the case first");
}

#[test]
fn a_case_that_began_elsewhere_is_brought_in_at_the_stage_it_has_reached() {
    for stage in Stage::ALL.iter().filter(|stage| **stage != Stage::New) {
        let case = Given::nothing()
            .when("2026-01-05", Step::BringIn(brought_in(*stage)), from_a_published_report())
            .then_stage(*stage)
            .case;
        assert_eq!(case.dates.get(KeyDate::Notified), Some(when("2020-02")));
    }
}

#[test]
fn a_case_brought_in_needs_a_title_a_source_and_a_stage() {
    let nothing = Given::nothing();
    nothing
        .when("2026-01-05", Step::BringIn(brought_in(Stage::Published)), Words::none())
        .then_refused("title", "Enter a title");
    nothing
        .when("2026-01-05", Step::BringIn(brought_in(Stage::Published)), title())
        .then_refused("source", "Enter where");
    nothing
        .when("2026-01-05", Step::BringIn(brought_in(Stage::New)), from_a_published_report())
        .then_refused("stage", "Choose the stage");
}

#[test]
fn the_known_dates_of_a_case_brought_in_are_past_in_order_and_given_once() {
    let bring_in = |known: &[(KeyDate, &str)]| {
        let known = known.iter().map(|(what, on)| KnownDate { what: *what, on: when(on) }).collect();
        let case = BroughtIn { known, ..brought_in(Stage::SubmittedToPanel) };
        Given::nothing().when("2026-01-05", Step::BringIn(case), from_a_published_report())
    };
    bring_in(&[(KeyDate::Notified, "2020-02"), (KeyDate::Submitted, "2020-01")])
        .then_refused("on", "the submission to the Panel (January 2020) cannot be before the notification");
    bring_in(&[(KeyDate::Notified, "2020-02"), (KeyDate::Notified, "2020-03")])
        .then_refused("known", "Enter the date of the notification once");
    bring_in(&[(KeyDate::Aware, "2020-02")]).then_refused("known", "in its own field");
    bring_in(&[(KeyDate::Submitted, "2027")]).then_refused("known", "must be today or in the past");
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
fn a_case_that_is_not_notifiable_can_be_reviewed_in_another_way() {
    a_case_that_is_not_notifiable()
        .when("2024-03-13", Step::StartAlternativeReview(audit()), chosen())
        .then_stage(Stage::AlternativeReview)
        .when("2024-09-20", Step::FinishAlternativeReview, words(Word::Learning, "Ask about the father"))
        .then_stage(Stage::ActionsOpen);
}

#[test]
fn a_local_learning_review_starts_without_a_decision_on_notifying() {
    a_referred_case_of(CaseKind::LocalLearning)
        .when("2024-03-13", Step::StartAlternativeReview(audit()), chosen())
        .then_stage(Stage::AlternativeReview);
}

#[test]
fn a_serious_incident_is_considered_before_it_is_reviewed_in_another_way() {
    a_referred_case()
        .when("2024-03-13", Step::StartAlternativeReview(audit()), chosen())
        .then_refused("do", "Decide first");
}

#[test]
fn another_review_needs_a_reason_an_owner_and_a_due_date_that_can_be_met() {
    let given = a_case_that_is_not_notifiable();
    let start = |review| given.when("2024-03-13", Step::StartAlternativeReview(review), Words::none());
    start(audit()).then_refused("reason", "Enter why");
    start(audit()).then_refused("who", "Enter who owns");
    start(AlternativeReview { due: Some(day("2024-03-12")), ..audit() })
        .then_refused("due", "(12 March 2024) cannot be before the start of the review (13 March 2024)");
}

#[test]
fn another_review_ends_with_what_was_learnt() {
    a_case_that_is_not_notifiable()
        .and("2024-03-13", Step::StartAlternativeReview(audit()), chosen())
        .when("2024-09-20", Step::FinishAlternativeReview, Words::none())
        .then_refused("learning", "Enter what was learnt");
}

#[test]
fn a_case_awaiting_notification_is_not_considered_again() {
    a_case_awaiting_notification()
        .when("2024-03-12", Step::Consider(Consideration { asked: Vec::new() }), Words::none())
        .then_refused("do", "“sent to the leads” can be recorded only from “Referred”");
}
