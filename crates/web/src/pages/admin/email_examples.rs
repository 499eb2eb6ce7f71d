//! Every email as an example, to be read and to be sent to oneself.

use askama::Template;
use axum::extract::{Path, State};
use store::people;

use super::administers::{Administers, SettingsPage, Tab};
use crate::app::{App, Example, Letter, Says};
use crate::components::{BackLink, Button, Cell, PageHeader, SummaryList, SummaryRow, Table};
use crate::error::{Answer, Error};
use crate::http::respond;
use crate::layout::{Before, Shell};
use crate::session::{Flash, flash};

const HOME: &str = "/admin/emails/examples";

#[derive(Template)]
#[template(path = "pages/admin/email_example.html")]
struct Page {
    shell: Shell,
    subject: String,
    letter: SummaryList,
    send: Button,
}

/// Lists them.
pub(crate) async fn all(State(app): State<App>, administers: Administers) -> Answer {
    let table = Table::new("Every email, by its number").hide_caption();
    let table = table.column("Number", None).column("Subject", None);
    let table = app.post().examples().into_iter().fold(table, |table, example| {
        let about = example.name.replace('_', " ");
        let link = Cell::link_about(example.subject, format!("{HOME}/{}", example.name), about);
        table.row(vec![Cell::text(example.number), link])
    });
    let header = PageHeader::new("Examples of every email");
    let page = SettingsPage::new(administers.shell(&app, "Examples of emails"), Tab::Emails, header)
        .say("What CSPR Tracker writes, with invented people and dates. An email has room for the reference of a case, a kind of task, dates, names of staff and a link, and for nothing else.")
        .part(table);
    respond::page(&page)
}

/// Shows one.
pub(crate) async fn one(
    State(app): State<App>,
    administers: Administers,
    Path(name): Path<String>,
) -> Answer {
    let example = find(&app, &name)?;
    let back = Before::Back(BackLink::new("Back to the examples", HOME));
    let letter = SummaryList::new()
        .row(SummaryRow::new("Number", example.number))
        .row(SummaryRow::strong("Subject", example.subject.clone()))
        .row(SummaryRow::new("Text", example.text));
    respond::page(&Page {
        shell: administers.shell(&app, &example.subject).after(back),
        subject: example.subject,
        letter,
        send: Button::primary("Send this example to me"),
    })
}

/// Sends one to the visitor, marked as an example.
pub(crate) async fn send(
    State(app): State<App>,
    administers: Administers,
    Path(name): Path<String>,
) -> Answer {
    find(&app, &name)?;
    let visitor = &administers.visitor;
    let person = people::person(&mut app.db().glance().await?, visitor.actor.person).await?;
    let path = format!("{HOME}/{name}");
    let Some(email) = person.and_then(|person| person.email) else {
        flash(&app, visitor, Flash::new("Nothing was sent: you have no email address here")).await?;
        return respond::go_to(&path);
    };
    let sent = app.post().send(Letter {
        id: app.clock().id(),
        written: app.clock().now(),
        name: visitor.name.clone(),
        email: email.clone(),
        says: Says::Example(name),
    });
    match sent.await {
        Ok(()) => flash(&app, visitor, Flash::new(format!("The example was sent to {email}"))).await?,
        Err(error) => {
            tracing::warn!(%error, "an example could not be sent");
            let next = Some("The log of the service says why.".to_owned());
            flash(&app, visitor, Flash::new(format!("The example could not be sent to {email}")).next(next))
                .await?;
        }
    }
    respond::go_to(&path)
}

fn find(app: &App, name: &str) -> Result<Example, Error> {
    app.post().examples().into_iter().find(|example| example.name == name).ok_or(Error::NotFound)
}

#[cfg(test)]
mod tests {
    use crate::tests::harness::service;

    #[tokio::test]
    async fn an_example_is_read_and_sent_to_its_reader() {
        let service = service().await;
        let rees = service.as_person("m-rees").await;
        assert!(rees.get("/admin/emails/examples").await.text.contains("/admin/emails/examples/e01_example"));
        let page = rees.get("/admin/emails/examples/e01_example").await.text;
        assert!(page.contains("Send this example to me") && page.contains("An example"), "{page}");
        let sent = rees.post("/admin/emails/examples/e01_example", &[]).await;
        assert_eq!(sent.location, "/admin/emails/examples/e01_example");
        assert_eq!(service.post.letters.lock().unwrap().len(), 1);
        assert_eq!(rees.get("/admin/emails/examples/other").await.status, 404);
    }
}
