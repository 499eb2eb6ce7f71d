//! Who may record and read what: the whole matrix as a text, reviewed like code.
//!
//! The columns are roles, the tables are relations to the case, the lines are steps, areas and kinds of entries. Where
//! it matters whose partner, agency or action it is, a step has several lines.

use std::fmt::Write;

use case::consideration::Referral;
use case::{
    Actor, Area, Case, Command, Event, Fact, Membership, OrganisationId, PartnershipId, PersonId, Recorded,
    Role, Step, When, Words, may_read, may_read_entry, may_see, permits,
};
use chrono::DateTime;
use serde_json::{Value, json};
use uuid::Uuid;

use crate::anything::commands;
use crate::every;
use proptest::prelude::*;

const HERE: u128 = 1;
const ELSEWHERE: u128 = 2;
const LINKED: u128 = 3;
const OWN: u128 = 10;
const ANOTHER: u128 = 11;
const SOMEBODY: u128 = 20;
const REVIEWER: u128 = 21;

/// What somebody is to the case.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Relation {
    Listed,
    Leads,
    SamePartnership,
    LinkedPartnership,
    OtherPartnership,
}

const RELATIONS: [(Relation, &str); 5] = [
    (Relation::Listed, "On the named list of the case"),
    (Relation::Leads, "On the named list, and leads the case"),
    (Relation::SamePartnership, "In the partnership of the case, not on its list"),
    (Relation::LinkedPartnership, "In a linked partnership, on the list"),
    (Relation::OtherPartnership, "In another partnership, on the list by mistake"),
];

const ROLES: [(Role, &str, &str); 9] = [
    (Role::BusinessUnitManager, "manager", "business_unit"),
    (Role::BusinessUnit, "unit", "business_unit"),
    (Role::Council, "council", "partner"),
    (Role::Icb, "icb", "partner"),
    (Role::Police, "police", "partner"),
    (Role::PanelLiaison, "liaison", "panel_liaison"),
    (Role::Contributor, "agency", "contributor"),
    (Role::Reviewer, "reviewer", "reviewer"),
    (Role::Administrator, "admin", "business_unit"),
];

fn id(number: u128) -> Uuid {
    Uuid::from_u128(number)
}

fn actor(role: Role, relation: Relation) -> Actor {
    let partnership = match relation {
        Relation::Listed | Relation::Leads | Relation::SamePartnership => HERE,
        Relation::LinkedPartnership => LINKED,
        Relation::OtherPartnership => ELSEWHERE,
    };
    let membership = Membership {
        organisation: OrganisationId(id(OWN)),
        partnership: PartnershipId(id(partnership)),
        role,
    };
    Actor { person: PersonId(id(SOMEBODY)), memberships: vec![membership], operator: false }
}

/// A case that has an open request, an action of each owner, and a linked partnership.
fn case(listed_as: &str, relation: Relation) -> Case {
    let mut facts = vec![
        json!({"opened": {"partnership": id(HERE), "reference": "2024-001", "kind": "serious_incident"}}),
        json!({"authorities_named": {"linked": [id(LINKED)]}}),
        json!({"agency_asked": {"agency": id(OWN), "due": "2024-03-20"}}),
        json!({"action_opened": {"number": 1, "owner_organisation": id(OWN), "due": "2024-06-03"}}),
        json!({"action_opened": {"number": 2, "owner_organisation": id(ANOTHER), "due": "2024-06-03"}}),
    ];
    if relation != Relation::SamePartnership {
        facts.push(json!({"access_granted": {"person": id(SOMEBODY), "as_role": listed_as}}));
    }
    if relation == Relation::Leads {
        facts.push(json!({"lead_assigned": {"person": id(SOMEBODY)}}));
    }
    told(&facts)
}

fn told(facts: &[Value]) -> Case {
    let entry = |(seq, fact): (u32, &Value)| {
        let stored = json!({"on": "2024-03-11", "what": fact}).to_string();
        recorded(seq, Event::from_json(&stored, Words::none()).unwrap())
    };
    Case::replay((1..).zip(facts).map(entry))
}

fn recorded(seq: u32, event: Event) -> Recorded {
    Recorded { seq, at: DateTime::UNIX_EPOCH, by: PersonId(id(SOMEBODY)), event }
}

fn command(step: Step) -> Command {
    Command { on: When::NotKnown, step, words: Words::none() }
}

/// The variations of a step that make a difference to who may record it.
fn variations(name: &str) -> Vec<(&'static str, Value)> {
    match name {
        "refer" | "bring_in" => vec![("here", json!({"partnership": id(HERE)}))],
        "give_view" | "send_back" => vec![
            ("council", json!({"partner": "council"})),
            ("icb", json!({"partner": "icb"})),
            ("police", json!({"partner": "police"})),
        ],
        "decide_as_partner" => vec![
            ("council", json!({"partner": "council", "on_behalf": null})),
            ("icb", json!({"partner": "icb", "on_behalf": null})),
            ("police", json!({"partner": "police", "on_behalf": null})),
            ("police, on their behalf", json!({"partner": "police", "on_behalf": "email"})),
        ],
        "return_summary" => {
            vec![("own agency", json!({"agency": id(OWN)})), ("another's", json!({"agency": id(ANOTHER)}))]
        }
        "comment_on_draft" => vec![
            ("own agency", json!({"agency": id(OWN)})),
            ("another's", json!({"agency": id(ANOTHER)})),
            ("no agency", json!({"agency": null})),
        ],
        "update_action" | "complete_action" => {
            vec![("own", json!({"number": 1})), ("another's", json!({"number": 2}))]
        }
        "add_note" => vec![("", json!({"restricted": false})), ("restricted", json!({"restricted": true}))],
        "correct" => vec![
            ("struck out", json!({"with": null})),
            ("by a police decision", json!({"with": {"decide_as_partner": police_decision()}})),
            ("by erasing words", json!({"with": {"erase_words": {}}})),
        ],
        _ => vec![("", Value::Null)],
    }
}

fn police_decision() -> Value {
    json!({"question": "sign_off", "partner": "police", "answer": "agree", "capacity": "lead"})
}

/// Every step with its variations, under a name for the table.
fn steps() -> Vec<(String, Step)> {
    let one = |(name, step): (&'static str, Step)| {
        variations(name).into_iter().map(move |(variation, changes)| {
            let mut value = serde_json::to_value(&step).unwrap();
            if let (Some(payload), Value::Object(changes)) = (value.get_mut(name), changes) {
                payload.as_object_mut().unwrap().extend(changes);
            }
            let label = if variation.is_empty() { name.to_owned() } else { format!("{name} ({variation})") };
            (label, serde_json::from_value(value).unwrap())
        })
    };
    every::every_step().into_iter().flat_map(one).collect()
}

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
            (label, move |actor: &Actor, case: &Case| permits(actor, case, &command).is_ok())
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
            let may = |role| permits(&actor(role, relation), &Case::new(), &command(step.clone())).is_ok();
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
        permits(&stranger, case, &command(Step::Refer(referral)))
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
        assert!(permits(&operator, &Case::new(), &command(step)).is_ok(), "{label}");
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
                    prop_assert!(may_read(&actor, &there) || permits(&actor, &there, &command).is_err());
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
