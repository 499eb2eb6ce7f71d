//! Drafts: what somebody began to write on a form, kept until they send it.

use axum::http::StatusCode;
use axum::response::IntoResponse;
use case::Role;
use store::Tx;
use store::drafts::{self, Draft};

use crate::app::App;
use crate::components::Inset;
use crate::error::{Answer, Error};
use crate::form::data::Answers;
use crate::http::respond;
use crate::session::SignedIn;
use crate::session::{Flash, flash};

/// How many drafts a home page names.
const MOST_DRAFTS: usize = 10;

/// What the visitor began to write on the form at this path.
pub(crate) async fn draft(app: &App, visitor: &SignedIn, path: &str) -> Result<Option<Answers>, Error> {
    let found = drafts::find(&mut app.db().glance().await?, visitor.actor.person, path).await?;
    Ok(found.and_then(|draft| serde_json::from_str(&draft.answers).ok()))
}

/// Whether the form was sent to be kept and not to be recorded, by its button or by the page itself.
pub(crate) fn is_wanted(answers: &Answers) -> bool {
    matches!(answers.one("do"), "draft" | "autosave")
}

/// Keeps what was written, without looking at it. A person goes back to `then`; the page itself is told when.
pub(crate) async fn keep(
    app: &App,
    visitor: &SignedIn,
    path: &str,
    label: &str,
    answers: Answers,
    then: &str,
) -> Answer {
    let by_itself = answers.one("do") == "autosave";
    save(app, visitor, path, label, answers).await?;
    if by_itself {
        return Ok(StatusCode::NO_CONTENT.into_response());
    }
    let home = match visitor.role() {
        Some(Role::Contributor) => "Your requests",
        _ => "What is due",
    };
    flash(app, visitor, Flash::new("Draft saved").next(Some(format!("Find it under {home}.")))).await?;
    respond::go_to(then)
}

/// Keeps the answers for their writer, in place of an earlier draft of the form.
pub(crate) async fn save(
    app: &App,
    visitor: &SignedIn,
    path: &str,
    label: &str,
    answers: Answers,
) -> Result<(), Error> {
    let now = app.clock().now();
    let answers =
        serde_json::to_string(&answers.answered()).map_err(|error| Error::Broken(error.to_string()))?;
    let (path, label) = (path.to_owned(), label.to_owned());
    let draft = Draft { path, label, answers, begun_at: now, saved_at: now };
    let person = visitor.actor.person;
    app.db().write(move |tx| Box::pin(async move { drafts::save(tx, person, &draft).await })).await?;
    Ok(())
}

/// What a person has not finished, for the top of their home page.
pub(crate) async fn unfinished(tx: &mut Tx, visitor: &SignedIn) -> Result<Option<Inset>, Error> {
    let unfinished = drafts::of_person(tx, visitor.actor.person).await?;
    let text = match unfinished.len() {
        0 => return Ok(None),
        1 => "You have 1 unfinished draft.".to_owned(),
        count => format!("You have {count} unfinished drafts."),
    };
    let shown = unfinished.into_iter().take(MOST_DRAFTS);
    Ok(Some(shown.fold(Inset::new(text), |inset, draft| inset.link(draft.label, draft.path))))
}
