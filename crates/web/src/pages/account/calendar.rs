//! The private address of a person's dates, for their calendar program.

use askama::Template;
use axum::extract::{Request, State};
use store::Digest;
use store::calendar_feeds::{self, Feed};

use super::shell;
use crate::app::App;
use crate::calendar_feed::Holds;
use crate::components::{Button, Html, Inset};
use crate::error::Answer;
use crate::form::asked::code;
use crate::form::question::{Offer, Question, required_one_of};
use crate::form::{Answers, Problems, Questions, request};
use crate::http::respond;
use crate::layout::Shell;
use crate::session::{Flash, flash};
use crate::session::{SignedIn, Token};
use crate::text::date;

const HOLDS: Question<Holds> = required_one_of("holds", "Which dates should your calendar show?");

#[derive(Template)]
#[template(path = "pages/account/calendar.html")]
struct Page {
    shell: Shell,
    made: Option<Inset>,
    stands: String,
    holds: Html,
    make: Button,
    stop: Option<Button>,
}

/// Shows whether there is an address, and when a calendar fetched it last.
pub(crate) async fn show(State(app): State<App>, visitor: SignedIn) -> Answer {
    let feed = calendar_feeds::of_person(&mut app.db().glance().await?, visitor.actor.person).await?;
    respond::page(&page(&app, &visitor, feed.as_ref(), None))
}

/// Makes a new address and shows it this once; or stops the one there is.
pub(crate) async fn change(State(app): State<App>, visitor: SignedIn, request: Request) -> Answer {
    let answers = request::answers(request).await?;
    let person = visitor.actor.person;
    if answers.one("do") == "stop" {
        app.db().write(move |tx| Box::pin(async move { calendar_feeds::stop(tx, person).await })).await?;
        flash(&app, &visitor, Flash::new("The calendar address has stopped working")).await?;
        return respond::go_to("/account/calendar");
    }
    let token = Token(app.clock().token());
    let feed = feed(&app, &visitor, &answers);
    let (hash, made) = (Digest(token.hash()), feed.clone());
    app.db().write(move |tx| Box::pin(async move { calendar_feeds::make(tx, hash, &made).await })).await?;
    let address = format!("{}/calendar/{}.ics", app.options().origin, token.text());
    respond::page(&page(&app, &visitor, Some(&feed), Some(address)))
}

fn feed(app: &App, visitor: &SignedIn, answers: &Answers) -> Feed {
    Feed {
        person: visitor.actor.person,
        holds: code(&HOLDS.read(answers, app.clock().today()).unwrap_or(Holds::Mine)),
        made_at: app.clock().now(),
        fetched_at: None,
    }
}

fn page(app: &App, visitor: &SignedIn, feed: Option<&Feed>, address: Option<String>) -> Page {
    let chosen = feed.map_or(Holds::Mine, |feed| Holds::read(&feed.holds));
    let holds = HOLDS.among(Holds::ALL.map(|holds| Offer::new(&holds, holds.label())));
    let answers = HOLDS.put(&chosen, Answers::default());
    Page {
        shell: shell(app, visitor, "Your calendar"),
        made: address
            .map(|address| Inset::new(format!("Copy this address now. It is not shown again: {address}"))),
        stands: stands(feed),
        holds: Questions::new().ask(holds).asked(&answers, &Problems::default()),
        make: Button::primary(if feed.is_some() { "Make a new address" } else { "Make an address" }),
        stop: feed.map(|_| Button::secondary("Stop the address").named("do", "stop")),
    }
}

/// Whether there is an address, and whether anything fetches it.
fn stands(feed: Option<&Feed>) -> String {
    let Some(feed) = feed else { return "You have no calendar address.".to_owned() };
    let made = date::day_and_time(feed.made_at);
    match feed.fetched_at {
        Some(at) => format!("You made an address on {made}. Last fetched {}.", date::day_and_time(at)),
        None => format!("You made an address on {made}. No calendar has fetched it yet."),
    }
}
