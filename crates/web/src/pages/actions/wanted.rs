//! What somebody wants to see of the actions, as the address of the list says it.

use calendar::NaiveDate;
use case::actions::ActionState;
use case::{OrganisationId, PartnershipId, Role};
use serde::{Deserialize, Serialize};
use store::action_list::{Owner, Wanted, Which};
use uuid::Uuid;

use crate::app::Known;
use crate::form::question::{Offer, Question, one_of, several_of};
use crate::form::{Answers, Filter};
use crate::session::SignedIn;

const STATE: Question<Vec<State>> = several_of("state", "State");
/// An agency, or the visitor in person.
const OWNER: Question<Option<String>> = one_of("owner", "Owner").in_a_list();
const MINE: &str = "mine";
const PARTNERSHIP: Question<Option<PartnershipId>> = one_of("partnership", "Partnership").in_a_list();

/// How an action stands, as the list offers it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum State {
    Open,
    Overdue,
    Waiting,
    Shown,
    Closed,
}

impl State {
    const ALL: [(Self, &str); 5] = [
        (Self::Open, "Not done yet"),
        (Self::Overdue, "Overdue"),
        (Self::Waiting, "Done, waiting for impact evidence"),
        (Self::Shown, "Done, made a difference"),
        (Self::Closed, "Closed"),
    ];

    fn which(self, today: NaiveDate) -> Which {
        match self {
            Self::Open => Which::In(ActionState::Open),
            Self::Overdue => Which::DueBefore(today),
            Self::Waiting => Which::In(ActionState::AwaitingImpact),
            Self::Shown => Which::In(ActionState::ImpactShown),
            Self::Closed => Which::In(ActionState::Closed),
        }
    }
}

/// What was chosen, and in which order it is wanted.
pub(super) struct Chosen {
    pub(super) filter: Filter<'static>,
    pub(super) descending: bool,
    /// Whether the list holds only what the visitor and their agencies own.
    pub(super) own_only: bool,
    /// To whom the actions belong at most; to anybody where this says nothing.
    own: Vec<Owner>,
    /// The visitor.
    me: Owner,
}

/// Whether somebody's list holds only what they and their agencies own.
pub(super) fn sees_own_only(visitor: &SignedIn) -> bool {
    let follows = |role| {
        matches!(
            role,
            Role::BusinessUnit
                | Role::BusinessUnitManager
                | Role::PanelLiaison
                | Role::Reviewer
                | Role::Operator
        )
    };
    !visitor.actor.memberships.iter().any(|held| follows(held.role))
}

impl Chosen {
    pub(super) fn read(query: Answers, known: &Known, visitor: &SignedIn, today: NaiveDate) -> Self {
        let (me, own_only) = (Owner::Person(visitor.actor.person), sees_own_only(visitor));
        let mut mine: Vec<_> = visitor.actor.memberships.iter().map(|held| held.organisation).collect();
        mine.sort_unstable();
        mine.dedup();
        let descending = query.one("order") == "down";
        let agencies = agencies(known, visitor, own_only, &mine);
        let filter = filter(query, own_only, &agencies, &partnerships(known, visitor), today);
        let own = [me].into_iter().chain(mine.into_iter().map(Owner::Organisation));
        let own = if own_only { own.collect() } else { Vec::new() };
        Self { filter: filter.ordered(order(descending)), descending, own_only, own, me }
    }

    /// As the record is asked.
    pub(super) fn wanted(&self, today: NaiveDate) -> Wanted {
        let agency = |id: &str| Uuid::parse_str(id).ok().map(|id| Owner::Organisation(OrganisationId(id)));
        Wanted {
            states: self.filter.of(&STATE).into_iter().map(|state| state.which(today)).collect(),
            owners: match self.filter.of(&OWNER).as_deref() {
                None => self.own.clone(),
                Some(MINE) => vec![self.me],
                Some(id) => agency(id).into_iter().collect(),
            },
            partnership: self.filter.of(&PARTNERSHIP),
            descending: self.descending,
            page: self.filter.page().into(),
        }
    }

    /// Whether actions are there in whatever state.
    pub(super) fn names_no_state(&self) -> bool {
        self.filter.of(&STATE).is_empty()
    }

    /// The address of the same list the other way round.
    pub(super) fn turned(&self) -> String {
        self.filter.address_ordered(&order(!self.descending))
    }
}

fn order(descending: bool) -> Vec<(&'static str, &'static str)> {
    descending.then_some(("order", "down")).into_iter().collect()
}

fn filter(
    query: Answers,
    own_only: bool,
    agencies: &[(OrganisationId, String)],
    partnerships: &[(PartnershipId, String)],
    today: NaiveDate,
) -> Filter<'static> {
    let states = State::ALL.map(|(state, label)| Offer::new(&state, label));
    let anyone = if own_only { "You and your agency" } else { "Anyone" };
    let me = Offer::new(&MINE, "Your own").labelled("You");
    let agency =
        |(id, name): &(OrganisationId, String)| Offer::new(id, format!("Agency: {name}")).labelled(name);
    let owners = [me].into_iter().chain(agencies.iter().map(agency));
    let filter =
        Filter::new("/actions", query, today).by(STATE.among(states)).by(OWNER.among_or(anyone, owners));
    if partnerships.is_empty() {
        return filter;
    }
    let partnerships = partnerships.iter().map(|(id, name)| Offer::new(id, name));
    filter.by(PARTNERSHIP.among_or("Any partnership", partnerships))
}

fn agencies(
    known: &Known,
    visitor: &SignedIn,
    own_only: bool,
    mine: &[OrganisationId],
) -> Vec<(OrganisationId, String)> {
    let here: Vec<_> = visitor.actor.memberships.iter().map(|held| held.partnership).collect();
    let offered = |id: OrganisationId| {
        if own_only {
            return mine.contains(&id);
        }
        here.iter().any(|of| known.members(*of).any(|member| member.id == id))
    };
    let agencies = known.organisations.iter().filter(|one| offered(one.id));
    agencies.map(|one| (one.id, one.name.clone())).collect()
}

fn partnerships(known: &Known, visitor: &SignedIn) -> Vec<(PartnershipId, String)> {
    let is_here = |of| visitor.actor.memberships.iter().any(|held| held.partnership == of);
    let here = known.partnerships.iter().filter(|one| is_here(one.id));
    let here: Vec<_> = here.map(|one| (one.id, one.name.clone())).collect();
    if here.len() > 1 { here } else { Vec::new() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_address_holds_the_whole_list() {
        let query = Answers::read(b"state=overdue&state=waiting&owner=mine&order=down&page=2");
        let today = NaiveDate::from_ymd_opt(2026, 3, 26).unwrap();
        let filter = filter(query, false, &[], &[], today).ordered(order(true));
        assert_eq!(filter.query().to_query(), "state=overdue&state=waiting&owner=mine&order=down");
        let without: Vec<_> = filter.chosen().into_iter().map(|(_, without)| without.to_query()).collect();
        assert_eq!(without[0], "state=waiting&owner=mine&order=down");
        assert_eq!(without[2], "state=overdue&state=waiting&order=down");
        assert!(order(false).is_empty());
    }
}
