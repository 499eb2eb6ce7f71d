//! The managers of a partnership are told at once when somebody else can open its cases or can no longer.

use store::administration::Managers;
use store::people::Person;

use crate::app::{AccessChange, App, Letter, Says};

/// Tells each of them what `by`, or somebody at the command line, changed. Gives how many could not be told. That does not
/// undo the change.
pub async fn inform_managers(
    app: &App,
    managers: &Managers,
    by: Option<&str>,
    whose: &Person,
    change: AccessChange,
) -> usize {
    let link = match change {
        AccessChange::RoleGiven(_) | AccessChange::NewAddress => format!("/admin/people/{}", whose.id),
        AccessChange::RoleEnded(_) => "/admin/log".to_owned(),
    };
    let mut untold = 0;
    for manager in managers.iter() {
        let (by, whose) = (by.map(str::to_owned), whose.name.clone().unwrap_or_default());
        let says = Says::AccessChanged { by, whose, change, at: app.clock().now(), link: link.clone() };
        if let Err(error) = send(app, manager, says).await {
            tracing::error!(%error, "a manager could not be told who can open cases");
            untold += 1;
        }
    }
    untold
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
