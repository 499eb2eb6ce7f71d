//! The link in the letter. Opening it shows a button, because programs that look for viruses open links too; only the
//! press of the button signs in.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::HeaderMap;
use axum::http::header::USER_AGENT;
use axum::response::{IntoResponse, Redirect};
use axum_extra::extract::CookieJar;
use case::PersonId;
use store::drafts::{self, Draft};
use store::session::{self, Session};
use store::sign_in::{self, Used};
use store::{Digest, held_forms};

use crate::app::App;
use crate::components::Button;
use crate::error::{Answer, Error};
use crate::form::data::Answers;
use crate::http::respond;
use crate::layout::Shell;
use crate::session::client::device;
use crate::session::cookie::Name;
use crate::session::visitor::token_of;
use crate::session::{Flash, Token, held_form};

#[derive(Template)]
#[template(path = "pages/sign_in_link.html")]
struct Page {
    shell: Shell,
    address: String,
    sign_in: Button,
}

/// Shows the button.
pub(crate) async fn show(State(app): State<App>, Path(token): Path<String>) -> Answer {
    let hash = hash_of(&token)?;
    let now = app.clock().now();
    match sign_in::look_at_link(&mut app.db().glance().await?, hash, now).await? {
        Used::SignsIn { .. } => respond::page(&Page {
            shell: Shell::bare(&app, "Sign in"),
            address: format!("/sign-in/link/{token}"),
            sign_in: Button::primary("Sign in").focused(),
        }),
        Used::AlreadyUsed => Err(Error::LinkUsed),
        Used::Expired | Used::Unknown => Err(Error::LinkExpired),
    }
}

/// Uses the link and signs in, with a new session whatever there was before.
pub(crate) async fn sign_in(State(app): State<App>, headers: HeaderMap, Path(token): Path<String>) -> Answer {
    let hash = hash_of(&token)?;
    let now = app.clock().now();
    let used =
        app.db().write(move |tx| Box::pin(async move { sign_in::use_link(tx, hash, now).await })).await?;
    match used {
        Used::SignsIn { person, goes_to } => start_session(&app, &headers, person, &goes_to).await,
        Used::AlreadyUsed => Err(Error::LinkUsed),
        Used::Expired | Used::Unknown => Err(Error::LinkExpired),
    }
}

fn hash_of(token: &str) -> Result<Digest, Error> {
    Token::read(token).map(|token| Digest(token.hash())).ok_or(Error::LinkExpired)
}

/// A new session for a person, who gets back what they were writing when the last one ended.
pub(crate) async fn start_session(app: &App, headers: &HeaderMap, person: PersonId, goes_to: &str) -> Answer {
    let old = token_of(headers, app.options());
    let token = Token(app.clock().token());
    let now = app.clock().now();
    let given_back = match old {
        Some(old) => give_back(app, old, person).await?,
        None => None,
    };
    let flash = given_back.as_ref().map(|_| Flash {
        happened: "You are signed in again. What you wrote is back in the form".to_owned(),
        next: Some("It has not been saved to the case yet.".to_owned()),
    });
    let agent = headers.get(USER_AGENT).and_then(|agent| agent.to_str().ok()).unwrap_or_default();
    let started = Session {
        person,
        started_at: now,
        seen_at: now,
        device: device(agent),
        flash: flash.map(|flash| flash.text()),
    };
    app.db()
        .write(move |tx| {
            Box::pin(async move {
                if let Some(old) = old {
                    session::end(tx, Digest(old.hash())).await?;
                }
                session::start(tx, Digest(token.hash()), &started).await
            })
        })
        .await?;
    let jar = CookieJar::default().add(Name::Session.with(token.text(), app.options()));
    let to = given_back.unwrap_or_else(|| goes_to.to_owned());
    Ok((jar, Redirect::to(&to)).into_response())
}

/// Turns what was held for this person into a draft of theirs, and says of which form.
async fn give_back(app: &App, old: Token, person: PersonId) -> Result<Option<String>, Error> {
    let hash = Digest(old.hash());
    let form = app.db().write(move |tx| Box::pin(async move { held_forms::take(tx, hash).await })).await?;
    let Some(form) = form.filter(|form| form.person == person) else { return Ok(None) };
    let now = app.clock().now();
    let too_old = now >= form.held_at + crate::session::IDLE;
    let Some(answers) = held_form::open(&form.sealed, &old).filter(|_| !too_old) else { return Ok(None) };
    let path = form.path.clone();
    let draft = draft_of(form.path, &answers, now)?;
    app.db().write(move |tx| Box::pin(async move { drafts::save(tx, person, &draft).await })).await?;
    Ok(Some(path))
}

fn draft_of(path: String, answers: &Answers, now: chrono::DateTime<chrono::Utc>) -> Result<Draft, Error> {
    let answers = serde_json::to_string(answers).map_err(|error| Error::Broken(error.to_string()))?;
    Ok(Draft { path, label: "A form you had not finished".to_owned(), answers, begun_at: now, saved_at: now })
}

#[cfg(test)]
mod tests {
    use axum::body::Body;
    use axum::http::Request;
    use axum::http::header::COOKIE;
    use chrono::TimeDelta;

    use crate::app::Says;
    use crate::session::Token;
    use crate::tests::harness::{Browser, Service, service};

    /// Asks for a link and gives its path, as the letter has it.
    async fn ask(service: &Service, to: &str) -> String {
        let stranger = service.as_stranger();
        let fields = [("email", "Sam-Okafor@northmere.example"), ("to", to)];
        assert_eq!(stranger.post("/sign-in", &fields).await.location, "/sign-in/check-your-email");
        service.post.arrive().await;
        let letter = service.post.letters.lock().unwrap().pop().unwrap();
        let Says::SignIn { link, .. } = letter.says else { panic!("another letter came") };
        link
    }

    fn token_of(set_cookie: &str) -> Option<Token> {
        Token::read(set_cookie.strip_prefix("session=")?.split(';').next()?)
    }

    async fn follow<'s>(service: &'s Service, link: &str) -> (Browser<'s>, String) {
        let mut browser = service.as_stranger();
        let answered = browser.post(link, &[]).await;
        browser.token = token_of(answered.headers["set-cookie"].to_str().unwrap());
        (browser, answered.location)
    }

    #[tokio::test]
    async fn a_link_signs_in_once_and_leads_to_where_somebody_wanted_to_go() {
        let service = service().await;
        let link = ask(&service, "/account").await;
        let shown = service.as_stranger().get(&link).await;
        assert!(
            shown.status == 200 && shown.text.contains("The link works once"),
            "opening it uses nothing up"
        );
        let (browser, to) = follow(&service, &link).await;
        assert_eq!(to, "/account");
        assert_ne!(browser.get("/").await.location, "/sign-in");
        let again = service.as_stranger().post(&link, &[]).await;
        assert_eq!(again.status, 410);
        assert!(again.text.contains("This link has been used"));
    }

    #[tokio::test]
    async fn a_link_that_is_sent_again_leads_to_the_same_page() {
        let service = service().await;
        let stranger = service.as_stranger();
        let fields = [("email", "sam-okafor@northmere.example"), ("to", "/account")];
        let answered = stranger.post("/sign-in", &fields).await;
        let cookie = answered.headers["set-cookie"].to_str().unwrap().split(';').next().unwrap().to_owned();
        let request = Request::get("/sign-in/check-your-email").header(COOKIE, cookie);
        let page = stranger.send(request, Body::empty()).await.shown();
        assert_eq!(page.hidden("to"), "/account");
        assert_eq!(page.hidden("email"), "sam-okafor@northmere.example");
    }

    #[tokio::test]
    async fn a_link_works_for_15_minutes_and_leads_nowhere_else() {
        let service = service().await;
        let link = ask(&service, "https://example.org/").await;
        service.clock.pass(TimeDelta::minutes(14));
        assert_eq!(follow(&service, &link).await.1, "/");
        let link = ask(&service, "/").await;
        service.clock.pass(TimeDelta::minutes(15));
        let late = service.as_stranger().get(&link).await;
        assert!(late.status == 410 && late.text.contains("This link has expired"));
        let made_up = format!("/sign-in/link/{}", "ab".repeat(32));
        assert_eq!(service.as_stranger().get(&made_up).await.text, late.text);
    }

    #[tokio::test]
    async fn an_address_that_nobody_has_gets_the_same_answer() {
        let service = service().await;
        let stranger = service.as_stranger();
        let known = stranger.post("/sign-in", &[("email", "sam-okafor@northmere.example")]).await;
        let unknown = stranger.post("/sign-in", &[("email", "nobody@northmere.example")]).await;
        assert_eq!((known.status, known.location), (unknown.status, unknown.location));
        service.post.arrive().await;
        assert_eq!(service.post.letters.lock().unwrap().len(), 1);
    }

    #[tokio::test]
    async fn an_address_is_written_to_five_times_in_15_minutes_at_most() {
        let service = service().await;
        let stranger = service.as_stranger();
        let fields = [("email", "sam-okafor@northmere.example")];
        for _ in 0..5 {
            assert_eq!(stranger.post("/sign-in", &fields).await.status, 303);
        }
        let refused = stranger.post("/sign-in", &fields).await;
        assert!(refused.status == 429 && refused.text.contains("Try again in 1 minute"));
        service.clock.pass(TimeDelta::minutes(16));
        assert_eq!(stranger.post("/sign-in", &fields).await.status, 303);
    }

    #[tokio::test]
    async fn a_session_ends_after_30_minutes_in_which_nothing_is_done() {
        let service = service().await;
        let browser = service.as_person("sam-okafor").await;
        service.clock.pass(TimeDelta::minutes(29));
        assert_eq!(browser.get("/").await.location, "/due");
        service.clock.pass(TimeDelta::minutes(31));
        let ended = browser.get("/cases/2026-001/notes/new?a=b").await;
        assert_eq!(ended.location, "/sign-in?to=%2Fcases%2F2026-001%2Fnotes%2Fnew%3Fa%3Db");
    }

    #[tokio::test]
    async fn signing_in_gives_a_new_session_and_ends_the_old_one() {
        let service = service().await;
        let old = service.as_person("sam-okafor").await;
        let link = ask(&service, "/").await;
        let answered = old.post(&link, &[]).await;
        let new = token_of(answered.headers["set-cookie"].to_str().unwrap());
        assert!(new.is_some() && new != old.token);
        assert_eq!(old.get("/").await.location, "/sign-in");
    }

    #[tokio::test]
    async fn what_was_written_when_the_session_ended_is_given_back_to_the_same_person_only() {
        let service = service().await;
        let writer = service.as_person("sam-okafor").await;
        let form = "/cases/2026-001/notes/new";
        let page = writer.get(form).await.text;
        service.clock.pass(TimeDelta::minutes(40));
        let answered = writer.send_on(form, &page, &[("text", "What I wrote")]).await;
        assert!(answered.location.starts_with("/sign-in?to=") && answered.location.ends_with("&held=yes"));

        let other = writer.post("/sign-in/example", &[("person", &service.person("lee-harper"))]).await;
        assert_eq!(other.location, "/", "somebody else gets nothing");
    }

    #[tokio::test]
    async fn the_same_person_finds_what_they_wrote_in_the_form() {
        let service = service().await;
        let mut writer = service.as_person("sam-okafor").await;
        let form = "/cases/2026-001/notes/new";
        service.clock.pass(TimeDelta::minutes(40));
        writer.post(form, &[("text", "What I wrote"), ("request", "x"), ("version", "1")]).await;
        let answered = writer.post("/sign-in/example", &[("person", &service.person("sam-okafor"))]).await;
        assert_eq!(answered.location, form);
        writer.token = token_of(answered.headers["set-cookie"].to_str().unwrap());
        let page = writer.get(form).await.text;
        assert!(page.contains("What I wrote") && page.contains("You are signed in again"));
        assert!(!writer.get(form).await.text.contains("You are signed in again"), "it is said once");
    }
}
