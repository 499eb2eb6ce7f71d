//! Due dates for calendar programs: a private address for each person, and files of one date.
//!
//! A calendar learns the reference of a case and the kind of date, never a title, and asks for its rights again at each
//! fetch.

mod changes;
mod dates;
mod file;

use axum::extract::{Path, State};
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use case::{Actor, ClockKey};
use chrono::TimeDelta;
use store::calendar_feeds::{self, Feed};
use store::{Digest, people};

use crate::app::App;
use crate::case_view::OpenCase;
use crate::error::{Answer, Error};
use crate::http::path::Below;
use crate::session::Token;

pub(crate) use dates::Holds;

/// How long a date that was taken back is still told of: by then every calendar has asked.
const TOLD_FOR: TimeDelta = TimeDelta::days(60);

/// The dates of whoever holds the token in the address. There is no sign-in here, because calendar programs have none.
pub(crate) async fn feed(State(app): State<App>, Path(file): Path<String>) -> Answer {
    let token = file.strip_suffix(".ics").and_then(Token::read).ok_or(Error::NotFound)?;
    let mut tx = app.db().snapshot().await?;
    let feed = calendar_feeds::find(&mut tx, Digest(token.hash())).await?.ok_or(Error::NotFound)?;
    let actor = people::actor(&mut tx, feed.person).await?;
    if actor.memberships.is_empty() {
        return Err(Error::NotFound);
    }
    let dates = dates::of(&app, &mut tx, &actor, Holds::read(&feed.holds)).await?;
    let told = calendar_feeds::entries(&mut tx, feed.person).await?;
    drop(tx);
    let (now, references) = (app.clock().now(), dates.references());
    let changed = changes::between(&told, &dates, now);
    note(&app, &feed, changed.clone()).await?;
    let entries = changes::after(told, changed);
    Ok(answer(file::of(&app, &actor, &entries, &references)))
}

/// Notes the fetch, and what this calendar now knows.
async fn note(app: &App, feed: &Feed, changed: Vec<calendar_feeds::Entry>) -> Result<(), Error> {
    let (person, now) = (feed.person, app.clock().now());
    let write = app.db().write(move |tx| {
        Box::pin(async move {
            calendar_feeds::fetched(tx, person, now).await?;
            calendar_feeds::forget_cancelled(tx, person, now - TOLD_FOR).await?;
            for entry in &changed {
                calendar_feeds::keep(tx, person, entry).await?;
            }
            Ok(())
        })
    });
    Ok(write.await?)
}

/// A file with one date of a case.
pub(crate) async fn one(State(app): State<App>, open: OpenCase, Below(key): Below<ClockKey>) -> Answer {
    let clocks = open.clocks();
    let clock = clocks.iter().find(|clock| clock.key == key && clock.is_open()).ok_or(Error::NotFound)?;
    let due = clock.due_date().ok_or(Error::NotFound)?;
    let entry = calendar_feeds::Entry {
        case: open.id,
        clock: key.to_string(),
        due,
        sequence: 0,
        is_cancelled: false,
        changed_at: app.clock().now(),
    };
    let actor: &Actor = &open.visitor.actor;
    let references = dates::References::of_one(&open);
    Ok(answer(file::of(&app, actor, &[entry], &references)))
}

fn answer(calendar: String) -> Response {
    let kind = [
        (CONTENT_TYPE, "text/calendar; charset=utf-8"),
        (CONTENT_DISPOSITION, "attachment; filename=\"cspr-dates.ics\""),
    ];
    (kind, calendar).into_response()
}

#[cfg(test)]
mod tests;
