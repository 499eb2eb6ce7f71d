//! What somebody wants to see of the actions, as the address of the list says it.

use calendar::NaiveDate;
use case::actions::ActionState;
use case::{OrganisationId, PartnershipId, Role};
use store::action_list::{Owner, Wanted, Which};
use uuid::Uuid;

use crate::app::Known;
use crate::form::data::Answers;
use crate::session::SignedIn;

/// A page after which nobody reads on.
const LAST_PAGE: u32 = 10_000;

/// How an action stands, as the list offers it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum State {
    Open,
    Overdue,
    Waiting,
    Shown,
    Closed,
}

impl State {
    pub(super) const ALL: [Self; 5] = [Self::Open, Self::Overdue, Self::Waiting, Self::Shown, Self::Closed];

    pub(super) fn code(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Overdue => "overdue",
            Self::Waiting => "waiting",
            Self::Shown => "shown",
            Self::Closed => "closed",
        }
    }

    pub(super) fn label(self) -> &'static str {
        match self {
            Self::Open => "Not done yet",
            Self::Overdue => "Overdue",
            Self::Waiting => "Done, waiting for impact evidence",
            Self::Shown => "Done, made a difference",
            Self::Closed => "Closed",
        }
    }

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

/// Whose actions are wanted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Whose {
    /// Everything the visitor may see here.
    #[default]
    Any,
    /// Those that the visitor owns in person.
    Mine,
    /// Those of an agency.
    Agency(OrganisationId),
}

/// What was chosen. What is not offered is left aside.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Chosen {
    pub(super) states: Vec<State>,
    pub(super) whose: Whose,
    pub(super) partnership: Option<PartnershipId>,
    pub(super) descending: bool,
    pub(super) page: u32,
    /// The agencies that may be chosen, by name.
    pub(super) agencies: Vec<(OrganisationId, String)>,
    /// The partnerships that may be chosen, where there are several.
    pub(super) partnerships: Vec<(PartnershipId, String)>,
    /// To whom the actions belong at most; to anybody where this says nothing.
    pub(super) own: Vec<Owner>,
    /// The visitor.
    pub(super) me: Option<Owner>,
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
    pub(super) fn read(query: &Answers, known: &Known, visitor: &SignedIn) -> Self {
        let me = Owner::Person(visitor.actor.person);
        let mut mine: Vec<_> = visitor.actor.memberships.iter().map(|held| held.organisation).collect();
        mine.sort_unstable();
        mine.dedup();
        let own_only = sees_own_only(visitor);
        let agencies = agencies(known, visitor, own_only, &mine);
        let own = if own_only {
            [me].into_iter().chain(mine.into_iter().map(Owner::Organisation)).collect()
        } else {
            Vec::new()
        };
        let partnerships = partnerships(known, visitor);
        let wanted = |name| Uuid::parse_str(query.one(name)).ok();
        let agency = wanted("owner").map(OrganisationId);
        let agency = agency.filter(|agency| agencies.iter().any(|(offered, _)| offered == agency));
        let partnership = wanted("partnership").map(PartnershipId);
        Self {
            states: State::ALL.into_iter().filter(|state| query.has("state", state.code())).collect(),
            whose: match (query.one("owner"), agency) {
                ("mine", _) => Whose::Mine,
                (_, Some(agency)) => Whose::Agency(agency),
                _ => Whose::Any,
            },
            partnership: partnership.filter(|of| partnerships.iter().any(|(offered, _)| offered == of)),
            descending: query.one("order") == "down",
            page: query.one("page").parse().unwrap_or(1).clamp(1, LAST_PAGE),
            agencies,
            partnerships,
            own,
            me: Some(me),
        }
    }

    /// As the record is asked.
    pub(super) fn wanted(&self, today: NaiveDate) -> Wanted {
        Wanted {
            states: self.states.iter().map(|state| state.which(today)).collect(),
            owners: match self.whose {
                Whose::Any => self.own.clone(),
                Whose::Mine => self.me.into_iter().collect(),
                Whose::Agency(agency) => vec![Owner::Organisation(agency)],
            },
            partnership: self.partnership,
            descending: self.descending,
            page: self.page,
        }
    }

    /// As the address of the list has it, from its first page.
    pub(super) fn query(&self) -> Answers {
        let query =
            self.states.iter().fold(Answers::default(), |query, state| query.and("state", state.code()));
        let query = match self.whose {
            Whose::Any => query,
            Whose::Mine => query.and("owner", "mine"),
            Whose::Agency(agency) => query.and("owner", agency.to_string()),
        };
        let query = match self.partnership {
            Some(partnership) => query.and("partnership", partnership.to_string()),
            None => query,
        };
        if self.descending { query.and("order", "down") } else { query }
    }

    /// The filters in use, in words, each with the query of the list without it.
    pub(super) fn filters(&self) -> Vec<(String, Answers)> {
        let states = self.states.iter();
        let mut filters: Vec<_> = states
            .map(|state| (state.label().to_owned(), self.query().without_one("state", state.code())))
            .collect();
        let owner = match self.whose {
            Whose::Any => None,
            Whose::Mine => Some("Your own".to_owned()),
            Whose::Agency(chosen) => {
                let name = self.agencies.iter().find(|(agency, _)| *agency == chosen);
                name.map(|(_, name)| format!("Agency: {name}"))
            }
        };
        filters.extend(owner.map(|owner| (owner, self.query().without("owner"))));
        let name = self.partnerships.iter().find(|(of, _)| Some(*of) == self.partnership);
        filters.extend(name.map(|(_, name)| (name.clone(), self.query().without("partnership"))));
        filters
    }

    /// The same list the other way round.
    pub(super) fn turned(&self) -> Self {
        Self { descending: !self.descending, page: 1, ..self.clone() }
    }
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
        let chosen = Chosen {
            states: vec![State::Overdue, State::Waiting],
            whose: Whose::Mine,
            descending: true,
            page: 2,
            ..Chosen::default()
        };
        assert_eq!(chosen.query().to_query(), "state=overdue&state=waiting&owner=mine&order=down");
        let without: Vec<_> = chosen.filters().into_iter().map(|(_, without)| without.to_query()).collect();
        assert_eq!(without[0], "state=waiting&owner=mine&order=down");
        assert_eq!(without[2], "state=overdue&state=waiting&order=down");
        assert!(!chosen.turned().descending);
    }
}
