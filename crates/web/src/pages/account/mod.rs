//! A person's own account.

mod calendar;
mod deputies;
mod drafts;
mod email_kinds;
mod emails;
mod job_title;
mod sessions;
mod stay;
#[cfg(test)]
mod tests;

use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::routing::get;
use store::mail_choices::{Digest, MailChoice};
use store::people::{self, Person};

use crate::app::App;
use crate::components::{BackLink, Button, SummaryList, SummaryRow};
use crate::error::{Answer, Error};
use crate::http::respond;
use crate::layout::{Before, Section, Shell};
use crate::pages::admin::role_in_words;
use crate::session::SignedIn;
use crate::text::date;
use ::calendar::london_date;

#[derive(Template)]
#[template(path = "pages/account/account.html")]
struct Page {
    shell: Shell,
    who: SummaryList,
    drafts: Vec<Draft>,
    sessions: Vec<Device>,
    sign_out_others: Option<Button>,
}

struct Draft {
    path: String,
    label: String,
    saved: String,
    until: String,
}

struct Device {
    key: String,
    name: String,
    started: String,
    seen: String,
    here: bool,
}

/// The pages of the account.
pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/account", get(show))
        .route("/account/job-title", get(job_title::ask).post(job_title::change))
        .route("/account/calendar", get(calendar::show).post(calendar::change))
        .route("/account/emails", get(emails::ask).post(emails::change))
        .route("/account/drafts/delete", get(back).post(drafts::delete))
        .route("/account/sessions/end", get(back).post(sessions::end))
        .route("/account/sessions/end-others", get(back).post(sessions::end_others))
        .route("/account/stay", get(back).post(stay::stay))
}

/// Around a page below the account, with the way back to it.
fn shell(app: &App, visitor: &SignedIn, title: &str) -> Shell {
    let back = BackLink::new("Back to your account", "/account");
    Shell::of(app, visitor, Section::Account, title).after(Before::Back(back))
}

/// Whoever was signed out before they pressed a button of this page comes back to it.
async fn back(_: SignedIn) -> Answer {
    respond::go_to("/account")
}

/// Shows who the visitor is to the service, and what it holds for them.
pub(crate) async fn show(State(app): State<App>, visitor: SignedIn) -> Answer {
    let person = visitor.actor.person;
    let mut tx = app.db().snapshot().await?;
    let found = people::person(&mut tx, person).await?.ok_or(Error::NotFound)?;
    let drafts = store::drafts::of_person(&mut tx, person).await?;
    let sessions = sessions::alive(&app, &mut tx, &visitor).await?;
    let choice = emails::chosen(&mut tx, &visitor).await?;
    drop(tx);
    let devices: Vec<_> = sessions
        .iter()
        .map(|(token, session)| Device {
            key: sessions::key(*token),
            name: session.device.clone(),
            started: date::day_and_time(session.started_at),
            seen: date::day_and_time(session.seen_at),
            here: token.0 == visitor.session,
        })
        .collect();
    let drafts = drafts.into_iter().map(|draft| Draft {
        path: draft.path,
        label: draft.label,
        saved: date::day_and_time(draft.saved_at),
        until: date::day(london_date(draft.saved_at + store::drafts::LAST)),
    });
    let others = devices.len() > 1;
    respond::page(&Page {
        shell: Shell::of(&app, &visitor, Section::Account, "Account"),
        who: who(&app, &visitor, &found, emails(&app, &choice)),
        drafts: drafts.collect(),
        sessions: devices,
        sign_out_others: others.then(|| Button::secondary("Sign out everywhere else")),
    })
}

/// How often somebody gets a digest, and who gets their emails while they are away.
fn emails(app: &App, choice: &MailChoice) -> String {
    let digest = emails::digest_in_words(choice.digest);
    let digest = if choice.digest == Digest::None { digest.to_owned() } else { format!("Digest: {digest}") };
    match choice.away(app.clock().today()) {
        Some((deputy, until)) => {
            let deputy = app.known().names.person(deputy);
            format!("{digest}\nAway until {}, deputy: {deputy}", date::day(until))
        }
        None => digest,
    }
}

fn who(app: &App, visitor: &SignedIn, person: &Person, emails: String) -> SummaryList {
    let known = app.known();
    let roles = visitor.actor.memberships.iter().map(|held| role_in_words(&known, held));
    SummaryList::new()
        .row(SummaryRow::new("Name", &visitor.name))
        .row(
            SummaryRow::new("Job title on decisions", person.job_title.as_deref().unwrap_or("Not given"))
                .change("/account/job-title", "your job title"),
        )
        .row(SummaryRow::new("Email", person.email.as_deref().unwrap_or_default()))
        .row(SummaryRow::new("Emails you get", emails).change("/account/emails", "the emails you get"))
        .row(
            SummaryRow::new("Calendar", "Your dates in your calendar program")
                .change("/account/calendar", "your calendar"),
        )
        .row(SummaryRow::new("Role", roles.collect::<Vec<_>>().join("\n")))
}
