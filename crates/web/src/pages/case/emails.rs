//! The emails about a case: what was sent to whom, and what was not and why.

use askama::Template;
use axum::extract::{RawQuery, Request, State};
use store::reminders::{self, Reminder, one_of_each_letter};
use uuid::Uuid;

use crate::app::App;
use crate::case_view::OpenCase;
use crate::case_view::header::CasePage;
use crate::components::{Button, CaseHeader, Cell, Pagination, Table};
use crate::error::{Answer, Error};
use crate::form::data::Answers;
use crate::form::request;
use crate::http::respond;
use crate::layout::Shell;
use crate::session::{Flash, flash};
use crate::text::email;

/// How many are on a page.
const PAGE: usize = 50;

/// An email that did not arrive, and that nobody has seen to.
struct Lost {
    what: String,
    told: Button,
}

#[derive(Template)]
#[template(path = "pages/case/emails.html")]
struct Page {
    shell: Shell,
    header: CaseHeader,
    back: String,
    only_own: bool,
    lost: Vec<Lost>,
    table: Option<Table>,
    pages: Pagination,
}

/// Lists them, the latest first. Whoever is not of the business unit sees their own.
pub(crate) async fn show(State(app): State<App>, open: OpenCase, RawQuery(query): RawQuery) -> Answer {
    let query = Answers::read(query.unwrap_or_default().as_bytes());
    let emails = emails(&app, &open).await?;
    let last = emails.len().div_ceil(PAGE).max(1);
    let at = query.one("page").parse().unwrap_or(1).clamp(1, last);
    let shown = emails.iter().skip((at - 1) * PAGE).take(PAGE);
    let page = Page {
        shell: open.shell(&app, "emails"),
        header: open.header(CasePage::History),
        back: open.address("/history"),
        only_own: !open.is_business_unit(),
        lost: lost(&open, &emails),
        table: (!emails.is_empty()).then(|| table(&open, shown)),
        pages: Pagination::numbered(at, last, |page| open.address(&format!("/emails?page={page}"))),
    };
    respond::page(&page)
}

/// Notes that somebody was told in another way.
pub(crate) async fn told(State(app): State<App>, open: OpenCase, request: Request) -> Answer {
    let answers = request::answers(request).await?;
    let letter: Uuid = answers.one("letter").parse().map_err(|_| Error::NotFound)?;
    let emails = emails(&app, &open).await?;
    if !open.is_business_unit() || !emails.iter().any(|email| email.letter() == letter) {
        return Err(Error::NotFound);
    }
    let (by, now) = (open.visitor.actor.person, app.clock().now());
    let see = app.db().write(move |tx| Box::pin(async move { reminders::see_to(tx, letter, by, now).await }));
    see.await?;
    flash(&app, &open.visitor, Flash::new("It is noted that they were told in another way")).await?;
    respond::go_to(&open.address("/emails"))
}

async fn emails(app: &App, open: &OpenCase) -> Result<Vec<Reminder>, Error> {
    let mut tx = app.db().snapshot().await?;
    let mut emails = reminders::of_case(&mut tx, &open.visitor.actor, open.id).await?;
    emails.retain(|email| open.is_business_unit() || email.key.recipient == open.visitor.actor.person);
    Ok(emails)
}

fn lost(open: &OpenCase, emails: &[Reminder]) -> Vec<Lost> {
    if !open.is_business_unit() {
        return Vec::new();
    }
    let letters = one_of_each_letter(emails.iter().filter(|email| email.needs_somebody()));
    let lost = |email: &Reminder| {
        let name = open.names().person(email.key.recipient);
        let what = format!("Email to {name} was not delivered: {}. Phone them.", email.kind);
        let told = Button::secondary("I have told them").about(format!(": {name}"));
        Lost { what, told: told.named("letter", email.letter().to_string()) }
    };
    letters.into_iter().map(lost).collect()
}

fn table<'e>(open: &OpenCase, emails: impl Iterator<Item = &'e Reminder>) -> Table {
    let table = Table::new("Emails about this case, the latest first").hide_caption();
    let table = table.column("About", None);
    let table = email::COLUMNS.into_iter().fold(table, |table, column| table.column(column, None));
    emails.fold(table, |table, reminder| {
        let about = match (reminder.entry, email::occasion(reminder)) {
            (Some(entry), _) => {
                Cell::link(reminder.kind.to_string(), open.address(&format!("/history/{entry}")))
            }
            (None, Some(occasion)) => Cell::text(format!("{}. {occasion}", reminder.kind)),
            (None, None) => Cell::text(reminder.kind.to_string()),
        };
        table.row([about].into_iter().chain(email::cells(open.names(), reminder)).collect())
    })
}
