//! Where to look for the cases an actor may see.
//!
//! Who may see what is decided by the rules of the `case` crate alone. A scope only finds the cases worth asking
//! about, so that a list need not go through all of them.

use std::collections::BTreeSet;

use case::{Actor, Role};
use uuid::Uuid;

/// A set of cases that is found by an index.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Scope {
    /// All cases: for the operator.
    Everything,
    /// The cases of a partnership: for its managers.
    Partnership(Uuid),
    /// The cases in which a person has a place.
    Named(Uuid),
}

impl Scope {
    /// The scopes that together hold all cases `actor` may see. A case may be in several.
    pub(crate) fn all_of(actor: &Actor) -> Vec<Self> {
        if actor.operator {
            return vec![Self::Everything];
        }
        let answers = |role| role == Role::BusinessUnitManager;
        let managed: BTreeSet<_> = actor
            .memberships
            .iter()
            .filter(|membership| answers(membership.role))
            .map(|membership| membership.partnership.0)
            .collect();
        // A place on a list matters only to those who hold some other role.
        let named = actor.memberships.iter().any(|membership| !answers(membership.role));
        let named = named.then_some(Self::Named(actor.person.0));
        managed.into_iter().map(Self::Partnership).chain(named).collect()
    }

    /// The value of `$1` in a statement of [`scoped`].
    pub(crate) fn id(self) -> Option<Uuid> {
        match self {
            Self::Everything => None,
            Self::Partnership(id) | Self::Named(id) => Some(id),
        }
    }
}

/// A statement limited to a scope. The row of `case_row` is called `r` in it, and `$1` is the scope's id.
macro_rules! scoped {
    ($scope:expr, $before:literal, $after:literal) => {
        match $scope {
            $crate::scope::Scope::Everything => concat!($before, "$1 is null", $after),
            $crate::scope::Scope::Partnership(_) => concat!($before, "r.partnership_id = $1", $after),
            $crate::scope::Scope::Named(_) => {
                concat!(
                    $before,
                    "r.case_id in (select case_id from case_access where person_id = $1)",
                    $after
                )
            }
        }
    };
}

pub(crate) use scoped;
