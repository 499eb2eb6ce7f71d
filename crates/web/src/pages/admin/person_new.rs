//! Making an account for somebody.

use axum::extract::{Request, State};
use case::PersonId;
use store::Error as StoreError;
use store::administration::accounts;
use store::people::Person;

use super::administers::Administers;
use super::invite;
use super::person_questions::{self, EMAIL};
use super::role_questions::RoleQuestions;
use crate::app::{AccessChange, App};
use crate::components::Button;
use crate::error::Answer;
use crate::form::PageForm;
use crate::form::page::FormPage;
use crate::session::Flash;

const LIST: &str = "/admin/people";

/// Somebody of whom nothing is known yet.
fn nobody(app: &App) -> Person {
    let id = PersonId(app.clock().id());
    Person { id, name: None, job_title: None, email: None, date_of_birth: None, erased_at: None }
}

fn form<'a>(app: &'a App, administers: &'a Administers, roles: &'a RoleQuestions<'a>) -> PageForm<'a> {
    let shell = administers.form_shell(app, "Add a person", ("Back to people", LIST));
    let page = FormPage::new(shell, "Add a person")
        .say("They get an email with a link to sign in for the first time. What they see of a case depends on whether they are put on its list.")
        .button(Button::primary("Add this person"))
        .kept();
    PageForm::new(app, &administers.visitor, "/admin/people/new", LIST, page)
        .asking(roles.ask(app, person_questions::ask(&nobody(app), true)))
        .checking(|read, problems| roles.check(read, problems))
}

/// Asks who it is and what they do.
pub(crate) async fn show(State(app): State<App>, administers: Administers) -> Answer {
    let roles = RoleQuestions::load(&app, &administers).await?;
    form(&app, &administers, &roles).show().await
}

/// Makes the account, sends the first link and tells the managers.
pub(crate) async fn add(State(app): State<App>, administers: Administers, request: Request) -> Answer {
    let roles = RoleQuestions::load(&app, &administers).await?;
    let sent = form(&app, &administers, &roles).sent(request).await?;
    let new = sent.fine().map(|read| person_questions::answered(&read, nobody(&app)));
    let role = sent.fine().and_then(|read| roles.chosen(&read));
    let (Some(new), Some(membership)) = (new, role) else { return sent.answer().await };
    let role = membership.role;
    let adding = administers.change(&app, move |tx, author| {
        Box::pin(async move { accounts::add(tx, author, &new, &membership).await })
    });
    let added = match adding.await {
        Err(StoreError::Denied(_)) => {
            return sent
                .refused(EMAIL.name, "This is your own address. Somebody else has to give you a role");
        }
        added => added?,
    };
    let person = added.person;
    let address = format!("{LIST}/{}", person.id);
    if added.had_role {
        return sent.go_to(&address).await;
    }
    let next = invite::send(&app, &administers, &person, role).await?;
    administers.inform(&app, &added.managers, &person, AccessChange::RoleGiven(role)).await;
    let said = format!("{} now has an account", person.name.unwrap_or_default());
    sent.done_at(&address, Flash::new(said).next(next)).await
}

#[cfg(test)]
mod tests {
    use axum::http::StatusCode;
    use uuid::Uuid;

    use crate::app::Says;
    use crate::tests::harness::{Service, service};

    fn id(key: &str) -> String {
        import::id_of(key).to_string()
    }

    async fn add(service: &Service, who: &str, email: &str, role: &str) -> (StatusCode, String, String) {
        let organisation = id("northmere-education");
        let fields = [
            ("name", "T. <b>Ng</b>"),
            ("job_title", "Head of safeguarding"),
            ("email", email),
            ("organisation", organisation.as_str()),
            ("role", role),
        ];
        let answered = service.as_person(who).await.post("/admin/people/new", &fields).await;
        (answered.status, answered.location, answered.text)
    }

    #[tokio::test]
    async fn a_person_is_added_once_and_gets_a_link() {
        let service = service().await;
        let (status, location, _) =
            add(&service, "sam-okafor", "T.Ng@Northmere.example", "contributor").await;
        assert_eq!(status, StatusCode::SEE_OTHER);
        let letter = service.post.letters.lock().unwrap()[0].clone();
        assert_eq!(letter.email, "t.ng@northmere.example");
        assert!(matches!(letter.says, Says::AccountMade { made_by, .. } if made_by == "Sam Okafor"));
        let (_, again, _) = add(&service, "sam-okafor", "t.ng@northmere.example", "contributor").await;
        // The link, and word to the manager.
        assert_eq!((location.as_str(), service.post.letters.lock().unwrap().len()), (again.as_str(), 2));
        let page = service.as_person("sam-okafor").await.get(&location).await.text;
        assert!(
            page.contains("T. &#60;b&#62;Ng")
                && page.contains("Agency contributor")
                && page.contains("Northmere Education")
        );
        let log = service.as_person("m-rees").await.get("/admin/log").await.text;
        assert!(log.contains("Made an account for") && log.contains("Sent an invitation to"));
    }

    #[tokio::test]
    async fn what_is_wrong_is_said_and_nothing_is_written() {
        let service = service().await;
        let (status, _, page) = add(&service, "sam-okafor", "not an address", "operator").await;
        assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(page.contains("Error: Add a person") && page.contains("Select their role"));
        let (_, _, page) = add(&service, "sam-okafor", "x@y.example", "police").await;
        assert!(page.contains("Select the police that they speak for"));
        let (_, _, page) = add(&service, "sam-okafor", "sam-okafor@northmere.example", "contributor").await;
        assert!(page.contains("This is your own address"));
        let stranger = Uuid::from_u128(9).to_string();
        let browser = service.as_person("sam-okafor").await;
        let answered =
            browser.post("/admin/people/new", &[("organisation", &stranger), ("role", "council")]).await;
        assert_eq!(answered.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(service.post.letters.lock().unwrap().is_empty());
    }

    #[tokio::test]
    async fn nobody_else_adds_people() {
        let service = service().await;
        let (status, ..) = add(&service, "lee-harper", "x@y.example", "contributor").await;
        assert_eq!(status, StatusCode::NOT_FOUND);
    }
}
