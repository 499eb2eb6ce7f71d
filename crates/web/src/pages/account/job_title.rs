//! The post as it appears on decisions, which everybody keeps right for themselves.

use axum::extract::{Request, State};
use store::people;

use crate::app::App;
use crate::components::{BackLink, Button, ButtonLink, TextInput};
use crate::error::Answer;
use crate::form::data::Answers;
use crate::form::errors::Problems;
use crate::form::page::FormPage;
use crate::form::parse::Fields;
use crate::form::record::forget_draft;
use crate::form::{draft, request};
use crate::http::respond;
use crate::layout::{Before, Section, Shell};
use crate::pages::admin::changed::{Facts, Pen, What};
use crate::session::SignedIn;
use crate::session::{Flash, flash};

const PATH: &str = "/account/job-title";

/// Asks for it.
pub(crate) async fn ask(State(app): State<App>, visitor: SignedIn) -> Answer {
    let known = || Answers::default().and("job_title", visitor.job_title.clone().unwrap_or_default());
    let answers = draft::draft(&app, &visitor, PATH).await?.unwrap_or_else(known);
    respond::page(&page(&app, &visitor, &answers, &Problems::default()))
}

/// Changes it.
pub(crate) async fn change(State(app): State<App>, visitor: SignedIn, request: Request) -> Answer {
    let answers = request::answers(request).await?;
    if draft::is_wanted(&answers) {
        return draft::keep(&app, &visitor, PATH, "Your job title", answers, "/account").await;
    }
    let mut fields = Fields::of(&answers);
    let title = fields.line("job_title", "Enter your job title");
    if !fields.are_fine() {
        return respond::refused(&page(&app, &visitor, &answers, &fields.problems));
    }
    if visitor.job_title.as_deref() != Some(title.as_str()) {
        let (pen, person) = (Pen::of(&app, &visitor), visitor.actor.person);
        let partnerships = visitor.actor.memberships.iter().map(|held| held.partnership).collect();
        let write = app.db().write(move |tx| {
            Box::pin(async move {
                let found = people::person(tx, person).await?.ok_or(store::Error::NotFound)?;
                people::save_person(tx, &people::Person { job_title: Some(title), ..found }).await?;
                pen.note(tx, 0, What::JobTitleChanged, &Facts::person(person, partnerships)).await
            })
        });
        write.await?;
        app.look_again().await?;
    }
    forget_draft(app.db(), &visitor, PATH).await?;
    flash(&app, &visitor, Flash::new("Your job title is saved")).await?;
    respond::go_to("/account")
}

fn page(app: &App, visitor: &SignedIn, answers: &Answers, problems: &Problems) -> FormPage {
    let shell = Shell::of(app, visitor, Section::Account, "Your job title")
        .after(Before::Back(BackLink::new("Back to your account", "/account")));
    let title = TextInput::new("job_title", "Your job title")
        .hint("As it should appear on decisions, such as Director of Children’s Services")
        .strong()
        .value(answers.one("job_title"))
        .error(problems.of("job_title"))
        .autocomplete("organization-title");
    FormPage::new(shell, "Change your job title")
        .problems(problems)
        .field(title)
        .button(Button::primary("Save your job title"))
        .link(ButtonLink::secondary("Cancel", "/account"))
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
