//! Who acts, and the case it is about.

use case::{
    Actor, Case, Command, Event, Membership, OrganisationId, PartnershipId, PersonId, Recorded, Role, Step,
    When, Words,
};
use chrono::DateTime;
use serde_json::{Value, json};
use uuid::Uuid;

pub(super) const HERE: u128 = 1;
pub(super) const ELSEWHERE: u128 = 2;
pub(super) const LINKED: u128 = 3;
pub(super) const OWN: u128 = 10;
pub(super) const ANOTHER: u128 = 11;
pub(super) const SOMEBODY: u128 = 20;
pub(super) const REVIEWER: u128 = 21;

/// What somebody is to the case.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Relation {
    Listed,
    Leads,
    SamePartnership,
    LinkedPartnership,
    OtherPartnership,
}

pub(super) const RELATIONS: [(Relation, &str); 5] = [
    (Relation::Listed, "On the named list of the case"),
    (Relation::Leads, "On the named list, and leads the case"),
    (Relation::SamePartnership, "In the partnership of the case, not on its list"),
    (Relation::LinkedPartnership, "In a linked partnership, on the list"),
    (Relation::OtherPartnership, "In another partnership, on the list by mistake"),
];

pub(super) const ROLES: [(Role, &str, &str); 9] = [
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

pub(super) fn id(number: u128) -> Uuid {
    Uuid::from_u128(number)
}

pub(super) fn actor(role: Role, relation: Relation) -> Actor {
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
pub(super) fn case(listed_as: &str, relation: Relation) -> Case {
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

pub(super) fn told(facts: &[Value]) -> Case {
    let entry = |(seq, fact): (u32, &Value)| {
        let stored = json!({"on": "2024-03-11", "what": fact}).to_string();
        recorded(seq, Event::from_json(&stored, Words::none()).unwrap())
    };
    Case::replay((1..).zip(facts).map(entry))
}

pub(super) fn recorded(seq: u32, event: Event) -> Recorded {
    Recorded { seq, at: DateTime::UNIX_EPOCH, by: PersonId(id(SOMEBODY)), event }
}

pub(super) fn command(step: Step) -> Command {
    Command { on: When::NotKnown, step, words: Words::none() }
}
