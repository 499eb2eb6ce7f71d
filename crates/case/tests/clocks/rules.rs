//! The rules as data.

use case::RapidReviewFrom;
use case::rules::{Choices, Milestones, RuleId, RuleKind, Rules, Unit};

use crate::told::day;

const WT2023: &str = include_str!("../../rules/wt2023.toml");

#[test]
fn the_national_limits_are_in_every_edition() {
    for set in Rules::shipped().sets() {
        for (id, limit, unit) in [
            (RuleId::Notification, 5, Unit::WorkingDays),
            (RuleId::PartnersTold, 5, Unit::WorkingDays),
            (RuleId::LookedAfterDeath, 5, Unit::WorkingDays),
            (RuleId::RapidReview, 15, Unit::WorkingDays),
            (RuleId::Lcspr, 6, Unit::CalendarMonths),
            (RuleId::Copies, 7, Unit::WorkingDays),
            (RuleId::Online, 1, Unit::Years),
        ] {
            let rule = set.rule(id).unwrap();
            assert_eq!((rule.limit, rule.unit), (limit, unit), "{} {id}", set.id);
            assert!(!rule.source.is_empty());
        }
        assert_eq!(set.rule(RuleId::PanelReply).unwrap().kind, RuleKind::Expected);
    }
}

#[test]
fn what_was_not_read_in_the_source_is_not_verified() {
    let rules = Rules::shipped();
    for id in [RuleId::Lcspr, RuleId::Copies, RuleId::DelayTold] {
        assert!(!rules.rule_set("wt2023").unwrap().rule(id).unwrap().verified, "{id}");
    }
    assert!(rules.rule_set("wt2023").unwrap().rule(RuleId::RapidReview).unwrap().verified);
    assert!(
        rules.rule_set("wt2026").unwrap().rules.iter().all(|rule| !rule.verified),
        "chapter 5 was not read"
    );
}

#[test]
fn each_edition_is_in_force_from_its_first_to_its_last_day() {
    for (date, id) in [
        ("2018-06-28", None),
        ("2018-06-29", Some("wt2018")),
        ("2023-12-14", Some("wt2018")),
        ("2023-12-15", Some("wt2023")),
        ("2026-03-17", Some("wt2023")),
        ("2026-03-18", Some("wt2026")),
        ("2040-01-01", Some("wt2026")),
    ] {
        assert_eq!(Rules::shipped().in_force_on(day(date)).map(|set| set.id.as_str()), id, "{date}");
    }
}

#[test]
fn a_case_older_than_the_first_edition_is_held_to_it_and_one_without_dates_to_the_latest() {
    let rules = Rules::shipped();
    assert_eq!(rules.pin(Some(day("2016-05-01"))).rule_set, "wt2018");
    assert_eq!(rules.pin(Some(day("2016-05-01"))).rapid_review_from, RapidReviewFrom::Awareness);
    assert_eq!(rules.pin(None).rule_set, "wt2026");
    assert_eq!(rules.pin(None).rapid_review_from, RapidReviewFrom::Notification);
}

#[test]
fn the_national_body_can_be_renamed() {
    assert_eq!(Rules::shipped().panel_name(), "Child Safeguarding Practice Review Panel");
    let choices = Choices::from_toml("national_panel_name = \"Child Protection Authority\"").unwrap();
    assert_eq!(Rules::shipped().clone().choosing(choices).panel_name(), "Child Protection Authority");
}

#[test]
fn rules_that_cannot_hold_are_refused_with_the_rule_they_are_about() {
    let changed = |from: &str, to: &str| {
        assert!(WT2023.contains(from), "{from}");
        Rules::from_toml(&[&WT2023.replace(from, to)], "").unwrap_err().to_string()
    };
    for (from, to, says) in [
        ("limit = 15", "limit = 0", "rule set wt2023, rule “rapid review”: say how many working days"),
        ("limit = 15", "", "rule set wt2023, rule “rapid review”: say how many working days"),
        ("limit = 15", "limit = 5000", "more than anyone can mean"),
        (
            "id = \"rapid_review\"",
            "id = \"notification\"",
            "rule “notification”: it is there twice: keep one",
        ),
        ("id = \"copies\"\n", "id = \"online\"\n", "rule “online for at least a year”"),
        (
            "starts = \"notified\"",
            "starts = \"published\"",
            "it cannot start with the publication, only with",
        ),
        ("direction = \"before\"", "direction = \"after\"", "rule “copies before publication”: it ends with"),
        ("unit = \"calendar_months\"", "unit = \"none\"", "rule “LCSPR”: it has a limit but no unit"),
        ("limit = 5\nunit = \"working_days\"", "unit = \"none\"", "a clock is counted by it"),
        ("until = \"2026-03-17\"", "until = \"2020-01-01\"", "rule set wt2023 ends before it begins"),
        ("limit = 15", "limit = \"fifteen\"", "line"),
        ("limit = 15", "limits = 15", "limits"),
    ] {
        let error = changed(from, to);
        assert!(error.contains(says), "{from} -> {to}: {error}");
    }
    let without_lcspr = WT2023.replace("id = \"lcspr\"", "id = \"delay_told\"").replacen(
        "unit = \"none\"",
        "unit = \"years\"",
        1,
    );
    assert!(Rules::from_toml(&[&without_lcspr], "").is_err());
}

#[test]
fn editions_follow_each_other_without_a_gap() {
    let wt2018 = include_str!("../../rules/wt2018.toml");
    assert!(Rules::from_toml(&[WT2023, wt2018], "").is_ok(), "in any order");
    let gap = wt2018.replace("2023-12-14", "2023-12-01");
    let error = Rules::from_toml(&[&gap, WT2023], "").unwrap_err().to_string();
    assert!(error.contains("wt2018 must end on the day before wt2023 begins"), "{error}");
    assert!(Rules::from_toml(&[WT2023, WT2023], "").unwrap_err().to_string().contains("twice"));
    assert!(Rules::from_toml(&[], "").unwrap_err().to_string().contains("at least one"));
}

#[test]
fn an_easement_ends_after_it_begins() {
    let easements = include_str!("../../rules/easements.toml");
    assert!(Rules::from_toml(&[WT2023], easements).is_ok());
    let error = Rules::from_toml(&[WT2023], &easements.replace("2021-07-18", "2019-07-18")).unwrap_err();
    assert_eq!(error.to_string(), "easement pandemic ends before it begins");
}

#[test]
fn a_plan_of_milestones_gives_each_a_number_and_a_task() {
    let twice = "[[milestone]]\nnumber = 1\nworking_day = 1\ntask = \"Ask\"\n".repeat(2);
    assert!(Milestones::from_toml(&twice).unwrap_err().to_string().contains("milestone 1 is there twice"));
    let empty = "[[milestone]]\nnumber = 1\nworking_day = 1\ntask = \" \"\n";
    assert!(Milestones::from_toml(empty).unwrap_err().to_string().contains("milestone 1 has no task"));
    assert_eq!(Milestones::shipped().iter().count(), 9);
    let json = serde_json::to_string(Milestones::shipped()).unwrap();
    assert_eq!(&serde_json::from_str::<Milestones>(&json).unwrap(), Milestones::shipped());
}
