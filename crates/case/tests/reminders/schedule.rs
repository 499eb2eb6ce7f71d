//! The schedule that comes with the program, and what a partnership puts in its place.

use case::reminders::{Kind, Occasion, Schedule, Settings};
use case::rules::Choices;

fn refused(text: &str) -> String {
    Schedule::from_toml(text).unwrap_err().to_string()
}

#[test]
fn every_clock_has_a_plan_and_every_entry_that_is_news_has_readers_once() {
    for kind in Kind::ALL {
        let schedule = Schedule::shipped();
        assert_eq!(schedule.plan(*kind).is_some(), kind.is_of_clock(), "{kind}");
        let told_otherwise = kind.is_of_clock() || matches!(kind, Kind::Digest | Kind::DraftEnds);
        assert_eq!(schedule.news_to(*kind).is_empty(), told_otherwise, "{kind}");
    }
}

#[test]
fn what_cannot_hold_is_refused_with_what_to_do() {
    let plan = |rest: &str| refused(&format!("news = []\n[[plan]]\nkind = \"lcspr\"\n{rest}"));
    assert!(plan("to = []").contains("say who is told"));
    assert!(plan("to = [\"lead\"]\nbefore = [61]").contains("at most 60 working days"));
    assert!(plan("to = [\"lead\"]\nmonths_before = [0]").contains("before = [0]"));
    assert!(plan("to = [\"lead\"]\noverdue = { every = 0 }").contains("lie between reminders"));
    assert!(plan("to = [\"lead\"]\noverdue = { on = [0] }").contains("before = [0]"));
    assert!(plan("to = [\"lead\"]\n[[plan]]\nkind = \"lcspr\"\nto = [\"lead\"]").contains("two plans"));
    assert!(plan("to = [\"everybody\"]").contains("cannot be read"));
    assert!(refused("plan = []\n[[news]]\nkind = \"lcspr\"\nto = [\"lead\"]").contains("write it as a plan"));
    assert!(
        refused("news = []\n[[plan]]\nkind = \"published\"\nto = [\"lead\"]").contains("write it as news")
    );
}

#[test]
fn a_partnership_has_its_own_plans_and_keeps_the_others() {
    let choices = "[reminders]\ncase_reference = false\n[[reminders.plans]]\nkind = \"lcspr\"\nbefore = [7]\nto = [\"lead\"]\n";
    let chosen = Choices::from_toml(choices).unwrap().reminders;
    assert!(!chosen.case_reference);
    let schedule = Schedule::shipped().choosing(&chosen).unwrap();
    assert_eq!(schedule.plan(Kind::Lcspr).unwrap().before, [7]);
    assert_eq!(schedule.plan(Kind::Action), Schedule::shipped().plan(Kind::Action));
}

#[test]
fn a_partnership_that_chose_nothing_stores_nothing() {
    assert_eq!(Choices::from_toml("").unwrap().reminders, Settings::default());
    assert!(!serde_json::to_string(&Choices::default()).unwrap().contains("reminders"));
}

#[test]
fn what_is_asked_of_somebody_cannot_be_switched_off_in_its_last_days() {
    let can = |kind: Kind, occasion: &str| kind.can_be_switched_off(occasion.parse::<Occasion>().unwrap());
    assert!(can(Kind::RapidReview, "-5") && can(Kind::Lcspr, "-3m"));
    assert!(!can(Kind::RapidReview, "-2") && !can(Kind::Action, "0") && !can(Kind::AgencyReturn, "+3"));
    assert!(can(Kind::PartnersDecided, "0") && can(Kind::PanelReplied, "0"));
    assert!(
        !can(Kind::AccessGiven, "0") && !can(Kind::DecisionRecorded, "0") && !can(Kind::DecisionAsked, "0")
    );
}
