//! Entries that are news.

use case::agencies::{AgencyReturn, Holds};
use case::decisions::{Answer, DecisionMade};
use case::keeping::AccessEnd;
use case::reminders::{Schedule, news};
use case::{Fact, Stage};
use serde_json::json;

use crate::told::{Told, agency, submitted};
use crate::who::{a_case, asked, everybody, numbers, who};

/// What the last entry is to whom, as `access_given to [6]`.
fn said_of(told: &Told, entry: u32) -> Vec<String> {
    let news = news(&told.0, entry, Schedule::shipped(), &everybody());
    let code = |kind| serde_json::to_value(kind).unwrap().as_str().unwrap().to_owned();
    news.into_iter().map(|news| format!("{} to {:?}", code(news.kind), numbers(news.to))).collect()
}

fn said(told: &Told) -> Vec<String> {
    said_of(told, told.0.version())
}

fn with_the_partners() -> Told {
    let asked = serde_json::from_value(json!({"version": 1})).unwrap();
    a_case().at(Stage::PartnerDecision).and("2024-03-20", Fact::PartnersAsked(asked))
}

fn decides(partner: &str, answer: &str, rest: &serde_json::Value) -> Fact {
    let mut decision =
        json!({"question": "rapid_review", "partner": partner, "answer": answer, "capacity": "lead"});
    for (name, value) in rest.as_object().unwrap() {
        decision[name] = value.clone();
    }
    let made: DecisionMade = serde_json::from_value(json!({"decision": decision})).unwrap();
    assert!(Answer::ALL.contains(&made.decision.answer));
    Fact::PartnerDecided(made)
}

#[test]
fn whoever_is_given_access_is_told_until_it_is_taken_again() {
    let case = a_case();
    let entry = case.0.version();
    assert_eq!(said(&case), ["access_given to [7]"]);
    let ended = case.and("2024-03-12", Fact::AccessEnded(AccessEnd { person: who(7) }));
    assert!(said_of(&ended, entry).is_empty());
}

#[test]
fn an_agency_that_is_asked_is_told_until_it_has_answered() {
    let case = asked(a_case());
    let entry = case.0.version();
    assert_eq!(said(&case), ["information_asked to [6]"]);
    let answer = AgencyReturn { agency: agency(), holds: Holds::Nothing, chronology: false };
    let answered = case.and("2024-03-13", Fact::SummaryReturned(answer));
    assert!(said_of(&answered, entry).is_empty());
}

#[test]
fn partners_are_told_that_they_are_asked_and_the_lead_of_what_they_ask() {
    let case = with_the_partners();
    assert_eq!(said(&case), ["decision_asked to [3, 4]"]);
    let case = case.and("2024-03-21", decides("police", "needs_more_information", &json!({})));
    assert_eq!(said(&case), ["more_information_needed to [2]"]);
    let answered = case.clone().and("2024-03-22", decides("police", "agree", &json!({})));
    assert!(said_of(&answered, case.0.version()).is_empty(), "the question was answered");
}

#[test]
fn a_decision_recorded_for_somebody_is_told_to_them() {
    let case =
        with_the_partners().and("2024-03-21", decides("council", "agree", &json!({"on_behalf": "email"})));
    assert_eq!(said(&case), ["decision_recorded to [3]"]);
}

#[test]
fn the_last_of_three_decisions_is_news_and_says_whether_partners_differ() {
    let two = with_the_partners()
        .and("2024-03-21", decides("council", "agree", &json!({})))
        .and("2024-03-21", decides("icb", "agree", &json!({})));
    assert!(said(&two).is_empty());
    let agreed = two.clone().and("2024-03-22", decides("police", "agree", &json!({})));
    assert_eq!(said(&agreed), ["partners_decided to [2, 5]"]);
    let differ = two.and("2024-03-22", decides("police", "disagree", &json!({})));
    assert_eq!(said(&differ), ["partners_differ to [2, 5]"]);
}

#[test]
fn a_partner_who_does_not_agree_is_news_before_the_others_have_decided() {
    let case = with_the_partners().and("2024-03-21", decides("icb", "disagree", &json!({})));
    assert_eq!(said(&case), ["partners_differ to [2, 5]"]);
    let entry = case.0.version();
    let changed = case.and("2024-03-22", decides("icb", "agree", &json!({})));
    assert!(said_of(&changed, entry).is_empty(), "it thought again");
}

#[test]
fn an_agency_that_the_business_unit_reminds_is_told() {
    let chased = Fact::AgencyChased(case::agencies::AgencyConcerned { agency: agency() });
    assert_eq!(said(&asked(a_case()).and("2024-03-13", chased)), ["agency_reminded to [6]"]);
}

#[test]
fn access_that_comes_with_a_request_is_told_by_the_request() {
    let given = a_case();
    let entry = given.0.version();
    assert!(said_of(&asked(given), entry).is_empty(), "both were recorded at one moment");
}

#[test]
fn partners_and_the_lead_hear_of_the_panel() {
    let case = a_case().at(Stage::PartnerDecision).and("2024-03-27", submitted());
    assert_eq!(said(&case), ["sent_to_panel to [2, 3, 4]"]);
}

#[test]
fn nobody_is_told_of_what_they_recorded_themselves() {
    let case = asked(a_case());
    let people = everybody().into_iter().map(|actor| case::Actor { person: crate::told::person(), ..actor });
    assert!(news(&case.0, case.0.version(), Schedule::shipped(), &people.collect::<Vec<_>>()).is_empty());
}
