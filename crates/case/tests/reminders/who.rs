//! Who is told of a clock.

use std::collections::BTreeSet;

use case::actions::Action;
use case::agencies::AgencyRequest;
use case::keeping::{Access, AccessAs, Lead};
use case::rapid_review::Recommendation;
use case::reminders::{Kind, Schedule, Settings, recipients_of_clock};
use case::{Actor, Fact, Membership, OrganisationId, PersonId, Role, Stage};
use uuid::Uuid;

use crate::told::{Told, agency, day, key, notified, partnership};

pub(crate) fn who(number: u128) -> PersonId {
    PersonId(Uuid::from_u128(100 + number))
}

fn holds(number: u128, role: Role, organisation: OrganisationId) -> Actor {
    let membership = Membership { organisation, partnership: partnership(), role };
    Actor { person: who(number), memberships: vec![membership], operator: false }
}

/// A manager 1, an officer 2 who leads, the council 3, the police 4, the liaison officer 5, a contact 6 of the agency that
/// is asked, a contact 7 of another one, and 8, who has nothing to do with the case.
pub(crate) fn everybody() -> Vec<Actor> {
    let council = OrganisationId(Uuid::from_u128(50));
    vec![
        holds(1, Role::BusinessUnitManager, council),
        holds(2, Role::BusinessUnit, council),
        holds(3, Role::Council, council),
        holds(4, Role::Police, OrganisationId(Uuid::from_u128(51))),
        holds(5, Role::PanelLiaison, council),
        holds(6, Role::Contributor, agency()),
        holds(7, Role::Contributor, OrganisationId(Uuid::from_u128(52))),
        holds(8, Role::Police, council),
    ]
}

pub(crate) fn on_the_list(told: Told) -> Told {
    let roles = [
        (3, AccessAs::Partner),
        (4, AccessAs::Partner),
        (5, AccessAs::PanelLiaison),
        (6, AccessAs::Contributor),
        (7, AccessAs::Contributor),
    ];
    let led = told.and("2024-03-11", Fact::LeadAssigned(Lead { person: who(2) }));
    roles.into_iter().fold(led, |told, (number, as_role)| {
        told.and("2024-03-11", Fact::AccessGranted(Access { person: who(number), as_role }))
    })
}

pub(crate) fn a_case() -> Told {
    on_the_list(Told::incident("2024-03-04").and("2024-03-11", notified()))
}

pub(crate) fn asked(told: Told) -> Told {
    let request = AgencyRequest { agency: agency(), due: day("2024-03-21"), chronology: true };
    told.at(Stage::RapidReviewOpen).and("2024-03-12", Fact::AgencyAsked(request))
}

pub(crate) fn numbers(people: impl IntoIterator<Item = PersonId>) -> Vec<u128> {
    people.into_iter().map(|person| person.0.as_u128() - 100).collect()
}

fn told_by(schedule: &Schedule, told: &Told, clock: &str, occasion: &str) -> Vec<u128> {
    let key = key(clock);
    let plan = schedule.plan(Kind::of_clock(key)).unwrap();
    let occasion = (plan, occasion.parse().unwrap());
    let people: BTreeSet<_> = recipients_of_clock(&told.0, key, occasion, schedule, &everybody());
    numbers(people)
}

fn told(case: &Told, clock: &str, occasion: &str) -> Vec<u128> {
    told_by(Schedule::shipped(), case, clock, occasion)
}

#[test]
fn the_lead_the_liaison_officer_and_the_manager_are_told_of_the_rapid_review() {
    assert_eq!(told(&a_case(), "rapid-review", "-2"), [1, 2, 5]);
}

#[test]
fn the_manager_is_told_of_the_notification_once_it_is_overdue() {
    let case = on_the_list(Told::incident("2024-03-04"));
    assert_eq!(told(&case, "notification", "0"), [2, 3, 5]);
    assert_eq!(told(&case, "notification", "+1"), [1, 2, 3, 5]);
}

#[test]
fn only_the_agency_that_was_asked_is_told_and_a_senior_on_the_third_day() {
    let case = asked(a_case());
    let clock = format!("agency-{}", agency());
    assert_eq!(told(&case, &clock, "-1"), [6]);
    assert_eq!(told(&case, &clock, "+1"), [6]);
    assert_eq!(told(&case, &clock, "+3"), [1, 6]);
}

#[test]
fn a_senior_who_was_named_is_told_in_place_of_the_manager_unless_they_may_not_see_the_case() {
    let case = asked(a_case());
    let clock = format!("agency-{}", agency());
    let named = |number| {
        let settings = Settings { senior: Some(who(number)), ..Settings::default() };
        told_by(&Schedule::shipped().choosing(&settings).unwrap(), &case, &clock, "+3")
    };
    assert_eq!(named(3), [3, 6]);
    assert_eq!(named(8), [6]);
}

#[test]
fn partners_who_have_not_decided_are_told_of_the_day_by_which_to_decide() {
    let asked = Recommendation { version: 1, decide_by: Some(day("2024-03-27")) };
    let case = a_case().at(Stage::PartnerDecision).and("2024-03-20", Fact::PartnersAsked(asked));
    assert_eq!(told(&case, "partner-decisions", "-1"), [3, 4]);
    assert_eq!(told(&case, "partner-decisions", "+1"), [2, 3, 4]);
}

#[test]
fn an_action_is_its_owners_and_otherwise_its_agencys() {
    let action = |owner, owner_organisation| {
        let action =
            Action { number: 1, recommendation: None, owner_organisation, owner, due: day("2024-06-28") };
        a_case().and("2024-03-20", Fact::ActionOpened(action))
    };
    assert_eq!(told(&action(Some(who(7)), None), "action-1", "-2"), [7]);
    assert_eq!(told(&action(None, Some(agency())), "action-1", "-2"), [6]);
    assert_eq!(told(&action(None, None), "action-1", "-2"), [2]);
    assert_eq!(told(&action(Some(who(8)), None), "action-1", "-2"), Vec::<u128>::new(), "8 may not see it");
    assert_eq!(told(&action(Some(who(7)), None), "action-1", "+10"), [1, 7]);
}

#[test]
fn whoever_leads_and_has_left_is_not_told() {
    let people: Vec<_> = everybody().into_iter().filter(|actor| actor.person != who(2)).collect();
    let schedule = Schedule::shipped();
    let occasion = (schedule.plan(Kind::RapidReview).unwrap(), "-2".parse().unwrap());
    let told = recipients_of_clock(&a_case().0, key("rapid-review"), occasion, schedule, &people);
    assert_eq!(numbers(told), [1, 5]);
}
