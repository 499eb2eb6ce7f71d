//! Who hears of it when somebody else can open the cases of a partnership, or can no longer.

use case::{Membership, PartnershipId, Role};

use crate::people::{self, Person};
use crate::{Error, Tx};

/// The managers who are to be told of a change, as they were before it; nobody where it opens no case. Whoever made the
/// change is told too: somebody else may have acted in their name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[must_use = "the managers are told, or it is said why they are not"]
pub struct Managers(Vec<Person>);

impl Managers {
    /// Those who are told of a role.
    pub(super) async fn told_of(tx: &mut Tx, role: &Membership) -> Result<Self, Error> {
        if role.role.opens_cases() { Self::of(tx, &[role.partnership]).await } else { Ok(Self::default()) }
    }

    /// Those of these partnerships, each once.
    pub(super) async fn of(tx: &mut Tx, partnerships: &[PartnershipId]) -> Result<Self, Error> {
        let mut managers: Vec<Person> = Vec::new();
        for partnership in partnerships {
            for (person, roles) in people::people_of(tx, *partnership).await? {
                let is_manager = roles.iter().any(|held| held.role == Role::BusinessUnitManager);
                if is_manager && managers.iter().all(|known| known.id != person.id) {
                    managers.push(person);
                }
            }
        }
        Ok(Self(managers))
    }

    /// Each of them.
    pub fn iter(&self) -> impl Iterator<Item = &Person> {
        self.0.iter()
    }

    /// How many there are.
    pub fn count(&self) -> usize {
        self.0.len()
    }
}
