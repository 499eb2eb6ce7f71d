//! The first link for somebody, sent to their own address and shown to nobody else: whoever holds it is them.

use axum::extract::{Request, State};
use case::{PersonId, Role};
use chrono::TimeDelta;
use store::administration::accounts;
use store::people::Person;
use uuid::Uuid;

use super::administers::Administers;
use super::managed::Managed;
use crate::app::{App, Letter, Says};
use crate::error::{Answer, Error};
use crate::form::request;
use crate::http::path::At;
use crate::http::respond;
use crate::pages::sign_in::{NewLink, new_link};
use crate::session::{Flash, flash};
use crate::text::date;

/// How long a first link works: it may have to wait over a weekend.
const LASTS: TimeDelta = TimeDelta::days(3);

/// Sends a person the first link once more.
pub(crate) async fn again(
    State(app): State<App>,
    administers: Administers,
    At(id): At<Uuid>,
    request: Request,
) -> Answer {
    let one = Managed::one(&mut app.db().snapshot().await?, &administers.of, PersonId(id)).await?;
    if !request::answers(request).await?.has("do", "send") {
        return Err(Error::Unreadable);
    }
    let role = one.roles.first().map(|held| held.role).ok_or(Error::NotFound)?;
    let said = send(&app, &administers, &one.person, role).await?;
    flash(&app, &administers.visitor, Flash::new(said)).await?;
    respond::go_to(&format!("/admin/people/{id}"))
}

/// Whoever was signed out before the link was sent comes back to the person.
pub(crate) async fn back(State(app): State<App>, administers: Administers, At(id): At<Uuid>) -> Answer {
    Managed::one(&mut app.db().snapshot().await?, &administers.of, PersonId(id)).await?;
    respond::go_to(&format!("/admin/people/{id}"))
}

/// Sends the link, and gives what is to be said of it.
pub(crate) async fn send(
    app: &App,
    administers: &Administers,
    person: &Person,
    role: Role,
) -> Result<String, Error> {
    let email = person.email.clone().ok_or(Error::NotFound)?;
    let NewLink { path: link, until } = new_link(app, person.id, "/".to_owned(), LASTS).await?;
    let letter = Letter {
        id: app.clock().id(),
        written: app.clock().now(),
        name: person.name.clone().unwrap_or_default(),
        email: email.clone(),
        says: Says::AccountMade { made_by: administers.visitor.name.clone(), role, link, until },
    };
    if let Err(error) = app.post().send(letter).await {
        tracing::error!(%error, "an invitation could not be sent");
        return Ok(format!(
            "We could not send the invitation to {email}. They can enter this address on the sign-in page and get a link."
        ));
    }
    let id = person.id;
    administers
        .change(app, move |tx, author| Box::pin(async move { accounts::invited(tx, author, id).await }))
        .await?;
    Ok(format!(
        "An invitation was sent to {email}. The link in it works once, until {}.",
        date::day_and_time(until)
    ))
}
