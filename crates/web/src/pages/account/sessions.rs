//! Where a person is signed in, and signing out there.

use axum::extract::{Request, State};
use sha2::{Digest as _, Sha256};
use store::session::{self, Session};
use store::{Digest, Tx};

use crate::app::App;
use crate::error::{Answer, Error};
use crate::form::request;
use crate::http::respond;
use crate::session::{ABSOLUTE, IDLE, SignedIn};
use crate::session::{Flash, flash};
use crate::text::grammar::several;

/// What tells one session of a person from another on a page. It says nothing of the token.
pub(super) fn key(token: Digest) -> String {
    let hash = Digest(Sha256::digest(token.0).into()).to_string();
    hash.chars().take(16).collect()
}

/// The sessions that have not ended, the visitor's own first.
pub(super) async fn alive(
    app: &App,
    tx: &mut Tx,
    visitor: &SignedIn,
) -> Result<Vec<(Digest, Session)>, store::Error> {
    let now = app.clock().now();
    let mut all = session::of_person(tx, visitor.actor.person).await?;
    all.retain(|(_, session)| now < session.seen_at + IDLE && now < session.started_at + ABSOLUTE);
    all.sort_by_key(|(token, _)| token.0 != visitor.session);
    Ok(all)
}

/// Signs one other browser out.
pub(crate) async fn end(State(app): State<App>, visitor: SignedIn, request: Request) -> Answer {
    let answers = request::answers(request).await?;
    let wanted = answers.one("session").to_owned();
    let all = session::of_person(&mut app.db().glance().await?, visitor.actor.person).await?;
    let found = all.into_iter().find(|(token, _)| key(*token) == wanted);
    // One that has ended meanwhile needs no ending.
    if let Some((token, session)) = found {
        if token.0 == visitor.session {
            return Err(Error::Unreadable);
        }
        app.db().write(move |tx| Box::pin(async move { session::end(tx, token).await })).await?;
        flash(&app, &visitor, Flash::new(format!("Signed out of {}", session.device))).await?;
    }
    respond::go_to("/account")
}

/// Signs every other browser out.
pub(crate) async fn end_others(State(app): State<App>, visitor: SignedIn) -> Answer {
    let (person, here) = (visitor.actor.person, Digest(visitor.session));
    let alive = alive(&app, &mut app.db().glance().await?, &visitor).await?;
    let ended = alive.iter().filter(|(token, _)| *token != here).count();
    app.db().write(move |tx| Box::pin(async move { session::end_all(tx, person, Some(here)).await })).await?;
    let said = format!("Signed out of {}", several(ended, "other browser", "other browsers"));
    flash(&app, &visitor, Flash::new(said)).await?;
    respond::go_to("/account")
}

#[cfg(test)]
mod tests {
    use crate::tests::harness::service;

    #[tokio::test]
    async fn one_browser_signs_the_others_out() {
        let service = service().await;
        let here = service.as_person("r-patel").await;
        let (one, two) = (service.as_person("r-patel").await, service.as_person("r-patel").await);
        let stranger = service.as_person("a-chen").await;
        let key = here.open("/account").await.hidden("session");
        stranger.post("/account/sessions/end", &[("session", &key)]).await;
        here.post("/account/sessions/end", &[("session", &key)]).await;
        let gone = [&one, &two].map(|browser| browser.get("/account"));
        let [first, second] = gone;
        let ended = [first.await, second.await].iter().filter(|page| !page.location.is_empty()).count();
        assert_eq!(ended, 1);
        here.post("/account/sessions/end-others", &[]).await;
        assert!(
            !one.get("/account").await.location.is_empty() && !two.get("/account").await.location.is_empty()
        );
        assert!(here.get("/account").await.text.contains("this browser"));
    }
}
