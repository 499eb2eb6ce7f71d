//! One person: who they are, what they may do, and what can be changed of it.

use axum::extract::State;
use case::PersonId;
use store::mail_choices;
use uuid::Uuid;

use super::administers::Administers;
use super::managed::{Managed, away_in_words};
use super::person_change::MANAGER_READDRESSES;
use crate::app::{App, Known};
use crate::components::{Button, ButtonLink, Inset, SummaryList, SummaryRow};
use crate::error::Answer;
use crate::form::asked::code;
use crate::form::page::FormPage;
use crate::http::path::At;
use crate::http::respond;
use crate::text::grammar::upper_first;

/// Shows the person.
pub(crate) async fn show(State(app): State<App>, administers: Administers, At(id): At<Uuid>) -> Answer {
    let mut tx = app.db().snapshot().await?;
    let one = Managed::one(&mut tx, &administers.of, PersonId(id)).await?;
    let choice = mail_choices::of(&mut tx, &[one.person.id]).await?.remove(&one.person.id);
    drop(tx);
    let known = app.known();
    let away = choice.and_then(|choice| away_in_words(&known, &administers.of, &choice, app.clock().today()));
    let own = administers.is(one.person.id);
    let shell = administers.form_shell(&app, "A person", ("Back to people", "/admin/people"));
    let page =
        FormPage::new(shell, one.name()).show(who(&administers, &one, away)).show(roles(&known, &one, own));
    let page = match (own, one.elsewhere) {
        (true, _) => page.show(Inset::new(
            "This is you. Somebody else who looks after people has to change your roles or end your access.",
        )),
        (false, true) => page.show(Inset::new(
            "They also hold a role in another partnership. Their name and address can be changed by whoever looks after people in all of them.",
        )),
        (false, false) if !administers.readdresses(&one) => page.show(Inset::new(MANAGER_READDRESSES)),
        (false, false) => page,
    };
    if own {
        return respond::page(&page);
    }
    let address = format!("/admin/people/{id}");
    respond::page(
        &page
            .to(format!("{address}/invite"))
            .link(ButtonLink::secondary("Give another role", format!("{address}/roles/new")))
            .button(Button::secondary("Send a new invitation").named("do", "send"))
            .link(ButtonLink::warning("End their access", format!("{address}/end"))),
    )
}

/// What is known of them, with a way to change it where it is the visitor's to change.
fn who(administers: &Administers, one: &Managed, away: Option<String>) -> SummaryList {
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    let person = &one.person;
    let rows = [
        ("Name", one.name().to_owned(), "name"),
        ("Job title", text(&person.job_title), "job title"),
        ("Email", text(&person.email), "email address"),
    ];
    let list = rows.into_iter().fold(SummaryList::new(), |list, (key, value, hidden)| {
        let row = SummaryRow::new(key, value);
        let change = format!("/admin/people/{}/change", person.id);
        let is_theirs = !one.elsewhere && (key != "Email" || administers.readdresses(one));
        list.row(if is_theirs { row.change(change, hidden) } else { row })
    });
    match away {
        Some(away) => list.row(SummaryRow::new("Emails", away)),
        None => list,
    }
}

fn roles(known: &Known, one: &Managed, own: bool) -> SummaryList {
    one.roles.iter().fold(SummaryList::new().card("Roles", 2), |list, held| {
        let role = upper_first(held.role.label());
        let partnership = known.partnership(held.partnership).map_or("", |of| of.name.as_str());
        let where_from = format!("{}\n{partnership}", known.names.organisation(held.organisation));
        let row = SummaryRow::new(role.clone(), where_from);
        let end = format!(
            "/admin/people/{}/roles/end?organisation={}&partnership={}&role={}",
            one.person.id,
            held.organisation,
            held.partnership,
            code(&held.role)
        );
        list.row(if own { row } else { row.second("End", end, format!("the role {role}")) })
    })
}

#[cfg(test)]
mod tests {
    use axum::http::StatusCode;
    use case::PersonId;
    use case::notification::Identity;
    use store::people;
    use uuid::Uuid;

    use crate::tests::harness::service;

    #[tokio::test]
    async fn a_child_and_a_stranger_are_not_found_alike() {
        let service = service().await;
        let browser = service.as_person("m-rees").await;
        let child = service.app.clock().id();
        let identity = Identity { name: "A Child".to_owned(), date_of_birth: None };
        let save = service
            .app
            .db()
            .write(move |tx| Box::pin(async move { people::identify(tx, PersonId(child), &identity).await }));
        save.await.unwrap();
        let (one, other) = (
            browser.get(&format!("/admin/people/{child}")).await,
            browser.get(&format!("/admin/people/{}", Uuid::from_u128(3))).await,
        );
        assert_eq!((one.status, one.text), (StatusCode::NOT_FOUND, other.text));
        assert_eq!(browser.get("/admin/people/not-an-id").await.status, StatusCode::NOT_FOUND);
    }

    #[tokio::test]
    async fn ones_own_roles_are_shown_and_not_offered_to_change() {
        let service = service().await;
        let me = import::id_of("sam-okafor");
        let browser = service.as_person("sam-okafor").await;
        let page = browser.get(&format!("/admin/people/{me}")).await.text;
        assert!(
            page.contains("This is you")
                && !page.contains("End their access")
                && !page.contains("/roles/end")
        );
        for path in ["end", "roles/new", "roles/end"] {
            let path = format!("/admin/people/{me}/{path}");
            assert_eq!(browser.get(&path).await.status, StatusCode::FORBIDDEN, "{path}");
            assert_eq!(browser.post(&path, &[]).await.status, StatusCode::FORBIDDEN, "{path}");
        }
    }
}
