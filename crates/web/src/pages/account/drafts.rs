//! Throwing a draft away.

use axum::extract::{Request, State};

use crate::app::App;
use crate::error::Answer;
use crate::form::record::forget_draft;
use crate::form::request;
use crate::http::respond;
use crate::session::SignedIn;
use crate::session::{Flash, flash};

/// Throws away the visitor's own draft of a form.
pub(crate) async fn delete(State(app): State<App>, visitor: SignedIn, request: Request) -> Answer {
    let answers = request::answers(request).await?;
    forget_draft(app.db(), &visitor, answers.one("path")).await?;
    flash(&app, &visitor, Flash::new("The draft is deleted")).await?;
    respond::go_to("/account")
}

#[cfg(test)]
mod tests {
    use crate::tests::harness::service;

    #[tokio::test]
    async fn a_draft_is_listed_and_deleted() {
        let service = service().await;
        let browser = service.as_person("sam-okafor").await;
        let form = "/cases/2026-005/notes/new";
        browser.fill_in(form, &[("text", "half a note"), ("do", "draft")]).await;
        let page = browser.get("/account").await.text;
        assert!(
            page.contains(form) && page.contains("Kept until 25 May 2026") && !page.contains("half a note")
        );
        let other = service.as_person("lee-harper").await;
        other.post("/account/drafts/delete", &[("path", form)]).await;
        assert!(browser.get("/account").await.text.contains(form));
        browser.post("/account/drafts/delete", &[("path", form)]).await;
        assert!(browser.get("/account").await.text.contains("You have no drafts"));
    }
}
