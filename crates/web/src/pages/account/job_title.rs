//! The post as it appears on decisions, which everybody keeps right for themselves.

use axum::extract::{Request, State};
use store::administration::accounts;

use super::shell;
use crate::app::App;
use crate::components::{Button, ButtonLink};
use crate::error::Answer;
use crate::form::page::FormPage;
use crate::form::question::{Question, named_line};
use crate::form::{PageForm, Questions};
use crate::session::{Flash, SignedIn};

const TITLE: Question<String> = named_line("job_title", "Your job title")
    .missing("Enter your job title")
    .hint("As it should appear on decisions, such as Director of Children’s Services")
    .autocomplete("organization-title");

fn form<'a>(app: &'a App, visitor: &'a SignedIn) -> PageForm<'a> {
    let page = FormPage::new(shell(app, visitor, "Your job title"), "Change your job title")
        .button(Button::primary("Save your job title"))
        .link(ButtonLink::secondary("Cancel", "/account"));
    PageForm::new(app, visitor, "/account/job-title", "/account", page)
        .called("Your job title")
        .asking(Questions::new().ask(TITLE.starting_if(visitor.job_title.clone())))
}

/// Asks for it.
pub(crate) async fn ask(State(app): State<App>, visitor: SignedIn) -> Answer {
    form(&app, &visitor).show().await
}

/// Changes it.
pub(crate) async fn change(State(app): State<App>, visitor: SignedIn, request: Request) -> Answer {
    let sent = form(&app, &visitor).sent(request).await?;
    let Some(read) = sent.fine() else { return sent.answer().await };
    let title = read.of(&TITLE);
    let save = app.administer(visitor.actor.person, move |tx, author| {
        Box::pin(async move { accounts::change_job_title(tx, author, &title).await })
    });
    save.await?;
    sent.done(Flash::new("Your job title is saved")).await
}

#[cfg(test)]
mod tests {
    use axum::http::StatusCode;

    use crate::tests::harness::service;

    #[tokio::test]
    async fn a_job_title_is_changed_and_noted() {
        let service = service().await;
        let browser = service.as_person("r-patel").await;
        let wrong = browser.post("/account/job-title", &[("job_title", " ")]).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(wrong.text.contains("Error: Your job title") && wrong.text.contains("Enter your job title"));
        let saved = browser.post("/account/job-title", &[("job_title", "Head of <i>Care")]).await;
        assert_eq!(saved.location, "/account");
        assert!(browser.get("/account").await.text.contains("Head of &#60;i&#62;Care"));
        let log = service.as_person("sam-okafor").await.get("/admin/log").await.text;
        assert!(log.contains("Changed the job title of R. Patel"));
    }
}
