//! The cookies.

use askama::Template;
use axum::extract::State;

use crate::app::App;
use crate::components::{Cell, Table};
use crate::error::Answer;
use crate::http::respond;
use crate::layout::Shell;
use crate::session::SignedIn;
use crate::session::cookie::Name;

#[derive(Template)]
#[template(path = "pages/public/cookies.html")]
struct Page {
    shell: Shell,
    cookies: Table,
}

/// Names them, what they are for and when they go.
pub(crate) async fn show(State(app): State<App>, visitor: Option<SignedIn>) -> Answer {
    let cookies = Table::new("The cookies of this service")
        .column("Name", None)
        .column("What it is for", None)
        .column("When it goes", None)
        .row(vec![
            Cell::text(Name::Session.text(app.options())),
            Cell::text("Knows that you are signed in. It holds a random number and nothing about you"),
            Cell::text("When you sign out or close the browser. It stops working after 30 minutes in which nothing is opened or saved, and after 12 hours in any case"),
        ])
        .row(vec![
            Cell::text(Name::SentTo.text(app.options())),
            Cell::text("Holds the email address you asked for a link with, so that the next page can show it"),
            Cell::text("15 minutes after you asked for the link"),
        ])
        .row(vec![
            Cell::text(Name::Form.text(app.options())),
            Cell::text("Tells us that a form comes from your browser. Only browsers get it that do not tell us so themselves. It holds a random number and nothing about you"),
            Cell::text("When you close the browser"),
        ]);
    let shell = Shell::around(&app, visitor.as_ref(), "Cookies");
    respond::page(&Page { shell, cookies })
}

#[cfg(test)]
mod tests {
    use axum::http::StatusCode;

    use crate::tests::harness::service;

    #[tokio::test]
    async fn public_pages_are_there_for_everybody_with_their_own_navigation() {
        let service = service().await;
        let (stranger, patel) = (service.as_stranger(), service.as_person("r-patel").await);
        for path in ["/help", "/accessibility", "/privacy", "/cookies"] {
            let page = stranger.get(path).await;
            assert_eq!(page.status, StatusCode::OK, "{path}");
            assert!(!page.text.contains("href=\"/decisions\"") && !page.text.contains("Sign out"), "{path}");
            assert_eq!(page.text.matches("<h1").count(), 1, "{path}");
            let page = patel.get(path).await.text;
            assert!(page.contains("href=\"/decisions\"") && page.contains("Signed in as R. Patel"), "{path}");
        }
    }

    #[tokio::test]
    async fn every_cookie_that_is_given_is_named() {
        let service = service().await;
        let answered = service.as_stranger().post("/sign-in", &[("email", "x@y.example")]).await;
        let given = answered.headers["set-cookie"].to_str().unwrap().split('=').next().unwrap().to_owned();
        let form = service.as_stranger().get("/sign-in").await.headers["set-cookie"].clone();
        assert!(form.to_str().unwrap().starts_with("form="));
        let page = service.as_stranger().get("/cookies").await.text;
        assert!(page.contains(&given) && page.contains(">session<") && page.contains(">form<"));
    }
}
