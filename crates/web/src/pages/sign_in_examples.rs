//! Signing in as one of the invented people, on a record of example data and on no other.

use axum::extract::{Request, State};
use case::{PersonId, Role};
use store::people;

use crate::app::App;
use crate::error::{Answer, Error};
use crate::form::parse::Fields;
use crate::form::request;
use crate::http::path::local;
use crate::pages::sign_in_link::start_session;

/// One of the invented people.
pub(crate) struct Example {
    /// Their id.
    pub person: PersonId,
    /// Their name.
    pub name: String,
    /// Their post and role.
    pub what: String,
}

/// The invented people that have a role, in the order of the roles; nobody on any other record.
pub(crate) async fn examples(app: &App) -> Result<Vec<Example>, Error> {
    if !app.options().examples {
        return Ok(Vec::new());
    }
    let mut tx = app.db().snapshot().await?;
    let mut roles = people::memberships(&mut tx).await?;
    roles.sort_by_key(|(_, membership)| membership.role);
    let everybody = people::people(&mut tx).await?;
    let example = |(id, membership): (PersonId, case::Membership)| {
        let person = everybody.iter().find(|person| person.id == id)?;
        let post = person.job_title.as_deref().unwrap_or_default();
        let role = Role::label(membership.role);
        Some(Example { person: id, name: person.name.clone()?, what: format!("{post}: {role}") })
    };
    Ok(roles.into_iter().filter_map(example).collect())
}

/// Signs in as an invented person.
pub(crate) async fn choose(State(app): State<App>, request: Request) -> Answer {
    let headers = request.headers().clone();
    let answers = request::answers(request).await?;
    let person =
        Fields::of(&answers).id("person", "Select a person").map(PersonId).ok_or(Error::Unreadable)?;
    if !examples(&app).await?.iter().any(|example| example.person == person) {
        return Err(Error::NotFound);
    }
    start_session(&app, &headers, person, local(answers.one("to")).unwrap_or("/")).await
}
