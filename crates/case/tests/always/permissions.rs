//! Who may record and read what: the whole matrix as a text, reviewed like code.
//!
//! The columns are roles, the tables are relations to the case, the lines are steps, areas and kinds of entries. Where
//! it matters whose partner, agency or action it is, a step has several lines.

mod cast;
mod steps;

use std::fmt::Write;

use case::consideration::Referral;
use case::{
    Actor, Area, Case, Event, Fact, OrganisationId, PersonId, Role, Step, When, Words, may_read,
    may_read_entry, may_see, permits,
};
use proptest::prelude::*;
use serde_json::json;

use crate::anything::commands;
use crate::every;
use cast::*;
use steps::steps;

/// A table with a column for each role: who may do what each line says. Lines that nobody may are left out.
fn table(lines: &[(String, impl Fn(&Actor, &Case) -> bool)], relation: Relation) -> String {
    let mut text = format!("{:42}", "");
    for (_, column, _) in ROLES {
        write!(text, "{column:>9}").unwrap();
    }
    for (label, may) in lines {
        let may = ROLES.map(|(role, _, listed_as)| may(&actor(role, relation), &case(listed_as, relation)));
        if may.contains(&true) {
            write!(text, "\n{label:42}").unwrap();
            for may in may {
                write!(text, "{:>9}", if may { "yes" } else { "." }).unwrap();
            }
        }
    }
    text + "\nNobody may do anything else."
}

fn tables(lines: &[(String, impl Fn(&Actor, &Case) -> bool)]) -> String {
    RELATIONS.map(|(relation, title)| format!("{title}\n\n{}\n", table(lines, relation))).join("\n")
}

#[test]
fn who_may_record_what() {
    let lines: Vec<_> = steps()
        .into_iter()
        .map(|(label, step)| {
            let command = command(step);
            (label, move |actor: &Actor, case: &Case| permits(actor, case, &command.step.kind()).is_ok())
        })
        .collect();
    insta::assert_snapshot!("record", tables(&lines));
}

#[test]
fn who_may_read_which_entry() {
    let lines: Vec<_> = every::every_fact()
        .into_iter()
        .map(|(kind, fact)| {
            let entry = recorded(1, Event { on: When::NotKnown, fact, words: Words::none() });
            (kind.to_owned(), move |actor: &Actor, case: &Case| may_read_entry(actor, case, &entry))
        })
        .collect();
    insta::assert_snapshot!("read_entries", tables(&lines));
}

#[test]
fn who_may_see_which_area() {
    let areas = [
        Area::Shared,
        Area::Overview,
        Area::Children,
        Area::Notification,
        Area::Request(OrganisationId(id(OWN))),
        Area::Request(OrganisationId(id(ANOTHER))),
        Area::Return(OrganisationId(id(OWN))),
        Area::Return(OrganisationId(id(ANOTHER))),
        Area::RapidReview,
        Area::Decisions,
        Area::Panel,
        Area::Lcspr,
        Area::Publication,
        Area::Action(1),
        Area::Action(2),
        Area::Internal,
    ];
    let label = |area: &Area| match area {
        Area::Request(agency) if agency.0 == id(OWN) => "own request".to_owned(),
        Area::Request(_) => "another's request".to_owned(),
        Area::Return(agency) if agency.0 == id(OWN) => "own return".to_owned(),
        Area::Return(_) => "another's return".to_owned(),
        Area::Action(1) => "own action".to_owned(),
        Area::Action(_) => "another's action".to_owned(),
        area => format!("{area:?}").to_lowercase(),
    };
    let lines =
        areas.map(|area| (label(&area), move |actor: &Actor, case: &Case| may_see(actor, case, area)));
    insta::assert_snapshot!("read_areas", tables(&lines));
}

#[test]
fn who_may_start_a_case() {
    let mut text = String::new();
    for (label, step) in steps().into_iter().filter(|(label, _)| label.ends_with("(here)")) {
        for relation in [Relation::SamePartnership, Relation::OtherPartnership] {
            let may = |role| permits(&actor(role, relation), &Case::new(), &step.kind()).is_ok();
            let allowed: Vec<_> =
                ROLES.iter().filter(|(role, ..)| may(*role)).map(|(_, name, _)| *name).collect();
            writeln!(text, "{label}, {relation:?}: {}", allowed.join(", ")).unwrap();
        }
    }
    insta::assert_snapshot!("start", text);
}

#[test]
fn a_stranger_does_not_learn_that_a_case_exists_by_starting_it_again() {
    let stranger = actor(Role::BusinessUnit, Relation::SamePartnership);
    let there = case("business_unit", Relation::SamePartnership);
    let refer = |case: &Case| {
        let referral = json!({"partnership": id(HERE), "kind": "serious_incident"});
        let referral: Referral = serde_json::from_value(referral).unwrap();
        permits(&stranger, case, &Step::Refer(referral).kind())
    };
    assert!(refer(&Case::new()).is_ok());
    assert!(refer(&there).is_err());
}

#[test]
fn the_reviewer_an_lcspr_was_given_to_needs_no_place_on_the_list() {
    let reviewer =
        Actor { person: PersonId(id(REVIEWER)), ..actor(Role::Reviewer, Relation::SamePartnership) };
    let opened =
        json!({"opened": {"partnership": id(HERE), "reference": "2024-001", "kind": "serious_incident"}});
    let commissioned =
        json!({"lcspr_commissioned": {"reviewer": id(REVIEWER), "independent": true, "terms_version": 1}});
    let replaced = json!({"reviewer_replaced": {"reviewer": id(SOMEBODY)}});
    assert!(may_read(&reviewer, &told(&[opened.clone(), commissioned.clone()])));
    assert!(!may_read(&reviewer, &told(&[opened, commissioned, replaced])));
}

#[test]
fn partners_read_what_agencies_returned_once_the_meeting_was_held() {
    let police = actor(Role::Police, Relation::Listed);
    let area = Area::Return(OrganisationId(id(ANOTHER)));
    let mut case = case("partner", Relation::Listed);
    assert!(!may_see(&police, &case, area));
    let meeting = serde_json::from_value(json!({"meeting_held": {"present": ["police"]}})).unwrap();
    let event = Event { on: When::NotKnown, fact: meeting, words: Words::none() };
    case.apply(recorded(case.version() + 1, event));
    assert!(may_see(&police, &case, area));
}

#[test]
fn an_agency_whose_request_was_withdrawn_no_longer_sees_who_the_child_is() {
    let contributor = actor(Role::Contributor, Relation::Listed);
    let mut case = case("contributor", Relation::Listed);
    assert!(may_see(&contributor, &case, Area::Children));
    let withdrawn = serde_json::from_value(json!({"request_withdrawn": {"agency": id(OWN)}})).unwrap();
    let event = Event { on: When::NotKnown, fact: withdrawn, words: Words::none() };
    case.apply(recorded(case.version() + 1, event));
    assert!(!may_see(&contributor, &case, Area::Children));
}

#[test]
fn the_operator_may_record_and_read_everything() {
    let operator = Actor { person: PersonId(id(SOMEBODY)), memberships: Vec::new(), operator: true };
    for (label, step) in steps() {
        assert!(permits(&operator, &Case::new(), &step.kind()).is_ok(), "{label}");
    }
    assert!(may_read(&operator, &case("partner", Relation::SamePartnership)));
}

proptest! {
    #[test]
    fn whoever_may_not_read_a_case_may_not_record_anything_in_it(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let there = case("partner", Relation::SamePartnership);
        for command in commands(&bytes) {
            for (role, ..) in ROLES {
                for relation in [Relation::SamePartnership, Relation::LinkedPartnership, Relation::OtherPartnership] {
                    let actor = actor(role, relation);
                    prop_assert!(may_read(&actor, &there) || permits(&actor, &there, &command.step.kind()).is_err());
                }
            }
        }
    }

    #[test]
    fn an_entry_that_may_be_read_belongs_to_a_case_that_may_be_read(bytes in prop::collection::vec(any::<u8>(), 40)) {
        let fact: Fact = crate::anything::Choices::from(&bytes).any();
        let entry = recorded(1, Event { on: When::NotKnown, fact, words: Words::none() });
        for (relation, _) in RELATIONS {
            for (role, _, listed_as) in ROLES {
                let (actor, case) = (actor(role, relation), case(listed_as, relation));
                prop_assert!(may_read(&actor, &case) || !may_read_entry(&actor, &case, &entry));
            }
        }
    }
}
