//! What starts, stops and cancels each national clock.

use case::consideration::{
    AlternativeKind, AlternativeReview, CaseKind, Locus, NotNotifiableDecision, NotifiableDecision,
};
use case::notification::{CareLeaverDeath, LookedAfterDeath, Notification, PartiesTold, Reclassification};
use case::panel::PanelQuery;
use case::rapid_review::RapidReview;
use case::terms::{Abuse, Harm, Partner};
use case::{ClockKind, Course, Fact, KeyDate, NotNeeded, Stage, When, main_clock};

use crate::told::{CALENDAR, Told, day, notified, submitted, when};

fn not_notifiable() -> Fact {
    Fact::FoundNotNotifiable(NotNotifiableDecision {
        harm: Harm::Neither,
        abuse: Abuse::Suspected,
        elsewhere: false,
        told: Vec::new(),
    })
}

fn notifiable_since(aware: &str) -> Fact {
    Fact::FoundNotifiable(NotifiableDecision {
        harm: Harm::Death,
        abuse: Abuse::Suspected,
        locus: Locus::InArea,
        kind: None,
        aware: Some(when(aware)),
    })
}

fn alternative() -> Fact {
    Fact::AlternativeReviewStarted(AlternativeReview {
        kind: AlternativeKind::LocalLearningReview,
        owner: None,
        due: None,
    })
}

fn replied() -> Fact {
    let letter = r#"{"panel_responded":{"outcome":"agree_no_lcspr"}}"#;
    serde_json::from_str(letter).expect("the rest of a letter may be left out")
}

fn opened() -> Fact {
    Fact::RapidReviewOpened(RapidReview {
        scope_from: When::NotKnown,
        scope_to: When::NotKnown,
        returns_due: None,
        executives_told: true,
    })
}

fn submitted_case() -> Told {
    Told::incident("2024-03-04")
        .and("2024-03-11", notified())
        .at(Stage::PartnerDecision)
        .and("2024-04-03", submitted())
}

#[test]
fn the_council_has_five_working_days_from_becoming_aware_also_while_it_considers() {
    for stage in [Stage::Referred, Stage::UnderConsideration, Stage::AwaitingNotification] {
        let case = Told::incident("2024-03-04").at(stage);
        assert_eq!(case.due("notification"), day("2024-03-11"));
        assert_eq!(case.says("notification", "2024-03-08"), "1 working day left", "{stage}");
    }
}

#[test]
fn becoming_aware_on_a_weekend_or_holiday_counts_from_that_day() {
    for aware in ["2024-08-23", "2024-08-24", "2024-08-25", "2024-08-26"] {
        let case = Told::incident(aware);
        assert_eq!(case.due("notification"), day("2024-09-02"));
        assert_eq!(case.clock("notification").start.unwrap().on, when(aware), "the record is not moved");
    }
}

#[test]
fn a_decision_not_to_notify_cancels_the_clock() {
    let case = Told::incident("2024-03-04").at(Stage::UnderConsideration).and("2024-03-06", not_notifiable());
    for name in ["notification", "partners-told", "rapid-review"] {
        assert_eq!(case.says(name, "2024-06-03"), "Not needed: the criteria are not met", "{name}");
    }
    assert!(case.clock("notification").start.is_some(), "its start stays visible");
}

#[test]
fn late_recognition_starts_the_clock_anew_from_that_awareness() {
    let case = Told::incident("2024-03-04")
        .at(Stage::UnderConsideration)
        .and("2024-03-06", not_notifiable())
        .and("2024-05-14", notifiable_since("2024-05-13"));
    let clock = case.clock("notification");
    assert_eq!(clock.start.unwrap().what, KeyDate::CriteriaAware);
    assert_eq!(clock.due_date(), Some(day("2024-05-20")));
    assert_eq!(
        case.and("2024-05-21", notified()).says("notification", "2024-06-03"),
        "Done 21 May 2024, 1 working day late"
    );
}

#[test]
fn notified_late_the_rapid_review_still_counts_from_the_real_notification() {
    let case = Told::incident("2024-03-04").and("2024-03-20", notified());
    assert_eq!(case.says("notification", "2024-03-20"), "Done 20 March 2024, 7 working days late");
    assert_eq!(case.due("rapid-review"), day("2024-04-12"));
}

#[test]
fn the_death_of_a_looked_after_child_is_notified_in_five_working_days_and_needs_no_rapid_review() {
    let case = Told::of(CaseKind::LookedAfterDeath, "2024-03-04", "wt2023");
    assert_eq!(case.due("notification"), day("2024-03-11"));
    let case = case
        .and("2024-03-11", Fact::LookedAfterDeathNotified(LookedAfterDeath { abuse: Abuse::NotSuspected }));
    assert_eq!(case.says("notification", "2024-03-12"), "Met on the last day");
    assert_eq!(case.clock("rapid-review").course, Course::NotNeeded(NotNeeded::LookedAfterDeath));
}

#[test]
fn abuse_suspected_later_starts_the_rapid_review_from_the_second_notification() {
    let case = Told::of(CaseKind::LookedAfterDeath, "2024-03-04", "wt2023")
        .and("2024-03-11", Fact::LookedAfterDeathNotified(LookedAfterDeath { abuse: Abuse::NotSuspected }))
        .and("2024-06-03", notified());
    assert_eq!(case.due("rapid-review"), day("2024-06-24"));
    assert_eq!(case.says("notification", "2024-06-04"), "Met on the last day", "the first one was in time");
}

#[test]
fn a_care_leavers_death_has_a_limit_since_december_2023_only() {
    let death = || Fact::CareLeaverDeathNotified(CareLeaverDeath { age: 21 });
    let case = Told::of(CaseKind::CareLeaverDeath, "2024-03-04", "wt2023");
    assert_eq!(case.due("notification"), day("2024-03-11"));
    let case = case.and("2024-03-12", death());
    assert_eq!(case.says("notification", "2024-03-13"), "Done 12 March 2024, 1 working day late");
    assert_eq!(
        case.says("rapid-review", "2024-03-13"),
        "Not needed: a care leaver’s death needs no rapid review"
    );

    let before = Told::of(CaseKind::CareLeaverDeath, "2022-03-07", "wt2018");
    assert_eq!(
        before.says("notification", "2022-03-08"),
        "Not needed: the guidance of that time has no such limit"
    );
}

#[test]
fn reclassification_cancels_the_rapid_review() {
    let reclassified =
        Fact::Reclassified(Reclassification { panel_told: When::NotKnown, panel_acknowledged: None });
    let case = Told::incident("2024-03-04").and("2024-03-11", notified()).and("2024-03-20", reclassified);
    assert_eq!(case.says("rapid-review", "2024-06-03"), "Not needed: the notification was reclassified");
    assert_eq!(case.says("notification", "2024-06-03"), "Met on the last day");
    let later = case.and("2024-03-25", alternative());
    assert_eq!(later.says("rapid-review", "2024-06-03"), "Not needed: the notification was reclassified");
}

#[test]
fn an_alternative_review_has_no_national_clock() {
    let case = Told::incident("2024-03-04").at(Stage::Referred).and("2024-03-06", alternative());
    for name in ["notification", "partners-told", "rapid-review", "panel-reply", "lcspr", "copies", "online"]
    {
        assert_eq!(case.says(name, "2024-06-03"), "Not needed: another kind of review takes place", "{name}");
        let learning = case.clone().and("2024-05-01", Fact::AlternativeReviewFinished);
        assert!(learning.says(name, "2024-06-03").starts_with("Not needed"), "{name}");
    }
}

#[test]
fn partners_are_told_by_a_copy_by_a_call_or_at_the_latest_by_the_rapid_review() {
    let sent = Told::incident("2024-03-04").and("2024-03-07", notified());
    assert_eq!(sent.says("partners-told", "2024-03-08"), "1 working day left");
    assert_eq!(sent.clock("partners-told").kind, ClockKind::Expected);

    let called = PartiesTold { partners: vec![Partner::Police], others: Vec::new() };
    assert_eq!(
        sent.clone().and("2024-03-08", Fact::PartiesTold(called)).says("partners-told", "2024-03-11"),
        "Met, 1 working day early"
    );

    let with_copies =
        Notification { time: None, told: vec![Partner::Icb, Partner::Police], told_others: Vec::new() };
    let copied = Told::incident("2024-03-04").and("2024-03-11", Fact::Notified(with_copies));
    assert_eq!(copied.says("partners-told", "2024-03-11"), "Met on the last day");

    assert_eq!(
        sent.and("2024-03-12", opened()).says("partners-told", "2024-03-13"),
        "Came 12 March 2024, 1 working day later than expected"
    );
}

#[test]
fn the_panels_reply_is_expected_in_ten_working_days() {
    let case = submitted_case();
    assert_eq!(case.due("panel-reply"), day("2024-04-17"));
    assert_eq!(
        case.clone().and("2024-04-17", replied()).says("panel-reply", "2024-04-18"),
        "Met on the last day"
    );
    let late = case.and("2024-04-19", replied());
    assert_eq!(
        late.says("panel-reply", "2024-04-22"),
        "Came 19 April 2024, 2 working days later than expected"
    );
    let state = late.clock("panel-reply").state(day("2024-04-22"), &CALENDAR);
    assert!(!state.is_missed(), "never a breach");
}

#[test]
fn a_query_of_the_panel_stops_its_clock_and_our_answer_starts_it_again() {
    let queried = submitted_case()
        .and("2024-04-10", replied())
        .and("2024-04-10", Fact::PanelQueried(PanelQuery { due: Some(day("2024-04-24")) }));
    assert_eq!(queried.says("panel-reply", "2024-04-15"), "Met, 5 working days early");
    assert_eq!(queried.says("panel-query-reply", "2024-04-22"), "2 working days left");
    let answered = queried.and("2024-04-24", Fact::PanelQueryAnswered);
    let clock = answered.clock("panel-reply");
    assert_eq!(
        (clock.start.unwrap().what, clock.due_date()),
        (KeyDate::QueryAnswered, Some(day("2024-05-09")))
    );
    assert!(clock.is_open());
}

#[test]
fn the_panels_later_letter_ends_the_latest_wait_and_not_the_first() {
    let query = || Fact::PanelQueried(PanelQuery { due: None });
    let again = submitted_case()
        .and("2024-04-10", replied())
        .and("2024-04-10", query())
        .and("2024-04-24", Fact::PanelQueryAnswered)
        .and("2024-05-13", replied());
    let late = "Came 13 May 2024, 2 working days later than expected";
    assert_eq!(again.due("panel-reply"), day("2024-05-09"));
    assert_eq!(again.says("panel-reply", "2024-05-20"), late);
    let another = again.and("2024-05-17", replied());
    assert_eq!(another.says("panel-reply", "2024-05-20"), late, "a letter more ends no wait");
    let queried = another.and("2024-05-17", query());
    assert_eq!(queried.says("panel-reply", "2024-05-20"), late);
    let answered = queried.and("2024-05-20", Fact::PanelQueryAnswered);
    assert!(answered.clock("panel-reply").is_open());
}

#[test]
fn sending_the_report_ends_the_rapid_review_for_good() {
    let case = submitted_case();
    assert_eq!(case.says("rapid-review", "2024-04-04"), "Met on the last day");
    let again = case.and("2024-04-10", replied()).at(Stage::SubmittedToPanel).and("2024-04-24", submitted());
    assert_eq!(again.says("rapid-review", "2024-05-01"), "Met on the last day");
}

#[test]
fn a_case_is_known_by_its_earliest_open_statutory_deadline() {
    let main = |case: &Told| {
        let all = case::clocks(&case.0, case::Rules::shipped(), &CALENDAR);
        main_clock(&all).map(|clock| clock.key.to_string())
    };
    let case = Told::incident("2024-03-04");
    assert_eq!(main(&case).as_deref(), Some("notification"));
    let case = case.and("2024-03-11", notified());
    assert_eq!(main(&case).as_deref(), Some("rapid-review"), "although local milestones are due before it");
    let case = case.at(Stage::PartnerDecision).and("2024-04-03", submitted());
    assert_eq!(main(&case).as_deref(), Some("panel-reply"), "there is nothing statutory to do");
    let case = case.and("2024-04-17", replied()).and("2024-04-18", Fact::ClosedAtRapidReview);
    assert_eq!(main(&case), None);
}

#[test]
fn at_the_end_of_every_way_no_clock_is_open() {
    for end in Stage::ALL.iter().filter(|stage| stage.is_end()) {
        for kind in CaseKind::ALL {
            for before in
                [Stage::Referred, Stage::AwaitingNotification, Stage::Notified, Stage::SubmittedToPanel]
            {
                let case = Told::of(*kind, "2024-03-04", "wt2023").at(before).at(*end);
                let all = case::clocks(&case.0, case::Rules::shipped(), &CALENDAR);
                let open: Vec<_> = all.iter().filter(|clock| clock.is_open()).collect();
                assert!(open.is_empty(), "{kind}, {before}, {end}: {open:?}");
            }
        }
    }
}

#[test]
fn a_case_of_which_nothing_is_recorded_has_no_clocks() {
    assert!(case::clocks(&case::Case::new(), case::Rules::shipped(), &CALENDAR).is_empty());
}
