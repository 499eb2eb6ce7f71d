//! Dates a partnership sets for itself.

use case::actions::{Action, ActionDone};
use case::agencies::{AgencyConcerned, AgencyRequest, AgencyReturn, Holds};
use case::panel::{AdvicePoint, AdvicePointDone};
use case::rapid_review::{Meeting, Recommendation};
use case::rules::{Choices, Milestones, Rules};
use case::{ClockKind, Fact, Stage};

use crate::told::{CALENDAR, Told, agency, day, notified, submitted};

/// Notified on Monday 11 March 2024.
fn a_notified_case() -> Told {
    Told::incident("2024-03-04").and("2024-03-11", notified())
}

fn asked() -> Told {
    a_notified_case().at(Stage::RapidReviewOpen).and(
        "2024-03-12",
        Fact::AgencyAsked(AgencyRequest { agency: agency(), due: day("2024-03-21"), chronology: true }),
    )
}

fn agency_key() -> String {
    format!("agency-{}", agency())
}

#[test]
fn milestones_count_working_days_from_the_notification() {
    let case = a_notified_case();
    for (milestone, due) in [
        ("milestone-0", "2024-03-11"),
        ("milestone-1", "2024-03-12"),
        ("milestone-4", "2024-03-21"),
        ("milestone-5", "2024-03-25"),
        ("milestone-7", "2024-04-02"),
    ] {
        let clock = case.clock(milestone);
        assert_eq!(clock.due_date(), Some(day(due)), "{milestone}");
        assert_eq!((clock.kind, clock.rule), (ClockKind::Local, None));
    }
    assert_eq!(case.clock("milestone-5").label(), "Hold the rapid review meeting");
}

#[test]
fn a_milestone_is_met_by_what_it_waits_for_and_overtaken_by_what_comes_after() {
    let met = Fact::MeetingHeld(Meeting { present: Vec::new(), agencies: Vec::new(), safety_checked: true });
    let case = asked().and("2024-03-26", met);
    assert_eq!(case.says("milestone-0", "2024-03-27"), "Met on the last day");
    assert_eq!(case.says("milestone-5", "2024-03-27"), "Done 26 March 2024, 1 working day late");
    assert_eq!(case.says("milestone-3", "2024-03-27"), "Not needed: overtaken by the rapid review meeting");
    assert_eq!(case.says("milestone-6", "2024-03-28"), "1 working day overdue");
}

#[test]
fn milestones_go_when_the_report_does() {
    let case = asked().at(Stage::PartnerDecision).and("2024-03-27", submitted());
    let all = case::clocks(&case.0, Rules::shipped(), &CALENDAR);
    assert!(!all.iter().any(|clock| clock.key.to_string().starts_with("milestone")));
}

#[test]
fn the_rapid_reviews_own_deadline_is_not_a_second_clock() {
    let all = case::clocks(&a_notified_case().0, Rules::shipped(), &CALENDAR);
    let on_the_last_day = all.iter().filter(|clock| clock.due_date() == Some(day("2024-04-03")));
    assert_eq!(on_the_last_day.map(|clock| clock.key.to_string()).collect::<Vec<_>>(), ["rapid-review"]);
}

#[test]
fn a_partnership_has_its_own_plan() {
    let plan = "[[milestone]]\nnumber = 3\nworking_day = 4\ntask = \"Look at the summaries\"\n";
    let milestones = Milestones::from_toml(plan).unwrap();
    let rules = Rules::shipped().clone().choosing(Choices { milestones, ..Choices::default() });
    let clock = a_notified_case();
    let clock = clock.clock_by("milestone-3", &rules, &CALENDAR);
    assert_eq!((clock.label(), clock.due_date()), ("Look at the summaries", Some(day("2024-03-15"))));
}

#[test]
fn an_agencys_return_is_due_when_it_was_asked_for() {
    assert_eq!(asked().says(&agency_key(), "2024-03-22"), "1 working day overdue");
    let answer =
        Fact::SummaryReturned(AgencyReturn { agency: agency(), holds: Holds::Nothing, chronology: false });
    assert_eq!(
        asked().and("2024-03-20", answer).says(&agency_key(), "2024-03-22"),
        "Met, 1 working day early"
    );
    let withdrawn = Fact::RequestWithdrawn(AgencyConcerned { agency: agency() });
    assert_eq!(
        asked().and("2024-03-20", withdrawn).says(&agency_key(), "2024-03-22"),
        "Not needed: the request was withdrawn"
    );
}

#[test]
fn a_return_nobody_waited_for_is_overtaken_when_the_report_goes() {
    let case = asked().at(Stage::PartnerDecision).and("2024-03-27", submitted());
    assert_eq!(
        case.says(&agency_key(), "2024-03-28"),
        "Not needed: overtaken by the submission to the Panel"
    );
}

#[test]
fn the_partners_decisions_are_wanted_by_the_day_they_were_asked_for() {
    let case = asked().at(Stage::RapidReviewMeeting).and(
        "2024-03-27",
        Fact::PartnersAsked(Recommendation { version: 1, decide_by: Some(day("2024-04-02")) }),
    );
    assert_eq!(case.says("partner-decisions", "2024-03-28"), "1 working day left");
    assert_eq!(case.says("milestone-6", "2024-03-28"), "Met on the last day");
}

#[test]
fn advice_and_actions_have_their_own_dates() {
    let action = Action {
        number: 2,
        recommendation: None,
        owner_organisation: None,
        owner: None,
        due: day("2024-06-03"),
    };
    let case = a_notified_case().and("2024-04-02", Fact::ActionOpened(action)).and(
        "2024-04-18",
        Fact::AdvicePointRecorded(AdvicePoint { number: 1, due: Some(day("2024-05-01")) }),
    );
    assert_eq!(case.says("action-2", "2024-05-31"), "1 working day left");
    assert_eq!(case.says("advice-1", "2024-05-02"), "1 working day overdue");
    let done = case
        .and("2024-06-04", Fact::ActionCompleted(ActionDone { number: 2 }))
        .and("2024-05-02", Fact::AdvicePointFinished(AdvicePointDone { number: 1 }));
    assert_eq!(done.says("action-2", "2024-06-05"), "Done 4 June 2024, 1 working day late");
    assert_eq!(done.says("advice-1", "2024-06-05"), "Done 2 May 2024, 1 working day late");
}

#[test]
fn an_action_is_carried_out_although_the_incident_need_not_be_notified() {
    let action = Action {
        number: 1,
        recommendation: None,
        owner_organisation: None,
        owner: None,
        due: day("2024-06-03"),
    };
    let case =
        Told::incident("2024-03-04").and("2024-04-02", Fact::ActionOpened(action)).at(Stage::NotNotifiable);
    assert_eq!(case.says("action-1", "2024-06-04"), "1 working day overdue");
    assert!(!case.at(Stage::Closed).clock("action-1").is_open());
}

#[test]
fn a_date_set_by_hand_has_no_working() {
    let error = case::explain(&asked().clock(&agency_key()), &CALENDAR).unwrap_err();
    assert_eq!(error.to_string(), "the date was set by hand and not counted");
}
