//! Signing in: an address is given, and a link is sent to it. Whether anybody has the address makes no difference to
//! the answer, nor to how long it takes.

use std::time::Duration;

use askama::Template;
use axum::extract::{RawQuery, Request, State};
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Redirect};
use axum_extra::extract::CookieJar;
use chrono::{DateTime, TimeDelta, Utc};
use sha2::{Digest as _, Sha256};
use store::sign_in::{self, Link};
use store::{Digest, people};

use crate::app::{App, Letter, Says};
use crate::components::{Button, ErrorSummary, Html, PhoneLink};
use crate::error::{Answer, Error};
use crate::form::question::{Question, email};
use crate::form::{Answers, Problems, Questions, request};
use crate::http::path::local;
use crate::http::respond;
use crate::layout::Shell;
use crate::pages::sign_in_examples::{Example, examples};
use crate::session::Token;
use crate::session::client::source;
use crate::session::cookie::Name;

/// How long a link works.
pub(crate) const LINK_LASTS: TimeDelta = TimeDelta::minutes(15);
/// Over how long tries are counted, and how many there may be for one address and from one place.
const WINDOW: TimeDelta = TimeDelta::minutes(15);
const FOR_AN_ADDRESS: u64 = 5;
const FROM_A_PLACE: u64 = 30;
/// How long the next page can say where the link was sent.
const SENT_TO_LASTS: Duration = Duration::from_mins(15);

const EMAIL: Question<String> = email("email", "Your work email address")
    .missing("Enter your email address")
    .hint("We will send you a link that signs you in. There is no password")
    .autocomplete("email")
    .plain();

#[derive(Template)]
#[template(path = "pages/sign_in.html")]
struct Page {
    shell: Shell,
    errors: Option<ErrorSummary>,
    email: Html,
    send: Button,
    to: String,
    held: bool,
    examples: Vec<Example>,
}

#[derive(Template)]
#[template(path = "pages/check_your_email.html")]
struct CheckYourEmail {
    shell: Shell,
    address: String,
    to: String,
    send_again: Button,
    telephone: Option<PhoneLink>,
}

/// Asks for the address.
pub(crate) async fn show(State(app): State<App>, RawQuery(query): RawQuery) -> Answer {
    let answers = Answers::read(query.unwrap_or_default().as_bytes());
    respond::page(&page(&app, &answers, &Problems::default()).await?)
}

async fn page(app: &App, answers: &Answers, problems: &Problems) -> Result<Page, Error> {
    Ok(Page {
        shell: Shell::bare(app, "Sign in").with_errors(!problems.is_empty()),
        errors: request::summary(problems),
        email: Questions::new().ask(EMAIL).asked(answers, problems),
        send: Button::primary("Email me a link"),
        to: local(answers.one("to")).unwrap_or_default().to_owned(),
        held: answers.has("held", "yes"),
        examples: examples(app).await?,
    })
}

/// Sends the link, if anybody has the address, and says the same in any case.
pub(crate) async fn send(State(app): State<App>, request: Request) -> Answer {
    let from = source(&request, app.options());
    let answers = request::answers(request).await?;
    let questions = Questions::new().ask(EMAIL);
    let email = match questions.read(&answers, app.clock().today(), |_, _| ()) {
        Ok(read) => read.of(&EMAIL),
        Err(problems) => return respond::refused(&page(&app, &answers, &problems).await?),
    };
    count(&app, &from, &email).await?;
    let to = local(answers.one("to")).unwrap_or("/").to_owned();
    let value = Answers::default().and("a", &*email).and("to", &*to).to_query();
    let sent_to = Name::SentTo.lasting(SENT_TO_LASTS, value, app.options());
    let address = email.clone();
    // Nobody waits for it, so that nobody can tell by the time it takes whether there was anything to send.
    tokio::spawn(async move {
        if let Err(error) = send_link(&app, &address, to).await {
            tracing::error!(%error, "a link to sign in could not be sent");
        }
    });
    Ok((CookieJar::default().add(sent_to), Redirect::to("/sign-in/check-your-email")).into_response())
}

/// Says where the link was sent and what to do when it does not come.
pub(crate) async fn sent(State(app): State<App>, headers: HeaderMap) -> Answer {
    let value = Name::SentTo.of(&headers, app.options()).unwrap_or_default();
    let sent = Answers::read(value.as_bytes());
    respond::page(&CheckYourEmail {
        shell: Shell::bare(&app, "Check your email"),
        address: sent.one("a").to_owned(),
        to: local(sent.one("to")).unwrap_or("/").to_owned(),
        send_again: Button::secondary("Send it again"),
        telephone: app.telephone(),
    })
}

/// Refuses when the address or the place was tried too often. Both are kept as digests only.
async fn count(app: &App, from: &str, email: &str) -> Result<(), Error> {
    let now = app.clock().now();
    let tried = [("sign-in address", email, FOR_AN_ADDRESS), ("sign-in place", from, FROM_A_PLACE)]
        .map(|(kind, who, most)| (kind, Digest(Sha256::digest(who).into()), most));
    let too_many = app
        .db()
        .write(move |tx| {
            Box::pin(async move {
                let mut too_many = false;
                for (kind, who, most) in tried {
                    sign_in::note_attempt(tx, kind, who, now).await?;
                    too_many |= sign_in::count_attempts(tx, kind, who, now - WINDOW).await? > most;
                }
                Ok(too_many)
            })
        })
        .await?;
    if too_many { Err(Error::TooMany) } else { Ok(()) }
}

async fn send_link(app: &App, email: &str, to: String) -> Result<(), Error> {
    let mut tx = app.db().snapshot().await?;
    let Some(person) = people::person_by_email(&mut tx, email).await? else { return Ok(()) };
    if people::actor(&mut tx, person.id).await?.memberships.is_empty() {
        return Ok(());
    }
    drop(tx);
    let NewLink { path, until } = new_link(app, person.id, to, LINK_LASTS).await?;
    let letter = Letter {
        id: app.clock().id(),
        written: app.clock().now(),
        name: person.name.unwrap_or_default(),
        email: email.to_owned(),
        says: Says::SignIn { link: path, until },
    };
    app.post().send(letter).await.map_err(Error::Broken)
}

/// A link that was just made.
pub struct NewLink {
    /// Its path, without the address of the service.
    pub path: String,
    /// When it stops working.
    pub until: DateTime<Utc>,
}

/// Makes a link that signs a person in once and leads to a page.
pub async fn new_link(
    app: &App,
    person: case::PersonId,
    goes_to: String,
    lasts: TimeDelta,
) -> Result<NewLink, Error> {
    let token = Token(app.clock().token());
    let sent_at = app.clock().now();
    let until = sent_at + lasts;
    let link = Link { person, sent_at, ends_at: until, goes_to };
    let hash = Digest(token.hash());
    app.db().write(move |tx| Box::pin(async move { sign_in::keep_link(tx, hash, &link).await })).await?;
    Ok(NewLink { path: format!("/sign-in/link/{}", token.text()), until })
}
