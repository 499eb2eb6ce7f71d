//! The managers of a partnership are told at once when somebody else can open its cases or can no longer. Whoever did it
//! is told too: somebody else may have acted in their name.

use case::{Membership, PartnershipId, Role};
use store::people::{self, Person};
use store::{Error, Tx};

use crate::app::{AccessChange, App, Letter, Says};

/// The managers of some partnerships, as they are before a change.
pub struct Managers(Vec<Person>);

impl Managers {
    /// Those of these partnerships, each once.
    pub async fn of(tx: &mut Tx, partnerships: &[PartnershipId]) -> Result<Self, Error> {
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

    /// For each of these roles, those of its partnership.
    pub(crate) async fn of_each(tx: &mut Tx, roles: &[Membership]) -> Result<Vec<(Self, Role)>, Error> {
        let mut all = Vec::new();
        for held in roles {
            all.push((Self::of(tx, &[held.partnership]).await?, held.role));
        }
        Ok(all)
    }

    /// How many there are.
    pub fn count(&self) -> usize {
        self.0.len()
    }

    /// Tells each of them what `by`, or somebody at the command line, changed; nothing of a role that opens no case.
    /// Gives how many could not be told. That does not undo the change.
    pub async fn inform(&self, app: &App, by: Option<&str>, whose: &Person, change: AccessChange) -> usize {
        let (link, matters) = match change {
            AccessChange::RoleGiven(role) => (format!("/admin/people/{}", whose.id), role.opens_cases()),
            AccessChange::RoleEnded(role) => ("/admin/log".to_owned(), role.opens_cases()),
            AccessChange::NewAddress => (format!("/admin/people/{}", whose.id), true),
        };
        let mut untold = 0;
        for manager in self.0.iter().filter(|_| matters) {
            let (by, whose) = (by.map(str::to_owned), whose.name.clone().unwrap_or_default());
            let says = Says::AccessChanged { by, whose, change, at: app.clock().now(), link: link.clone() };
            if let Err(error) = send(app, manager, says).await {
                tracing::error!(%error, "a manager could not be told who can open cases");
                untold += 1;
            }
        }
        untold
    }
}

async fn send(app: &App, manager: &Person, says: Says) -> Result<(), String> {
    let letter = Letter {
        id: app.clock().id(),
        written: app.clock().now(),
        name: manager.name.clone().unwrap_or_default(),
        email: manager.email.clone().ok_or("a manager has no address")?,
        says,
    };
    app.post().send(letter).await
}
