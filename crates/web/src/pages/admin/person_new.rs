//! Making an account for somebody.

use axum::extract::{Request, State};
use case::{PersonId, Role};
use store::Error as StoreError;
use store::administration::accounts::{self, Added};
use store::people::Person;

use super::administers::Administers;
use super::invite;
use super::person_fields;
use super::role_fields::RoleFields;
use crate::app::{AccessChange, App};
use crate::components::Button;
use crate::error::Answer;
use crate::form::data::Answers;
use crate::form::errors::Problems;
use crate::form::page::FormPage;
use crate::form::parse::Fields;
use crate::form::record::forget_draft;
use crate::form::{draft, request};
use crate::http::respond;
use crate::session::{Flash, flash};

const LIST: &str = "/admin/people";
const PATH: &str = "/admin/people/new";

/// Asks who it is and what they do.
pub(crate) async fn show(State(app): State<App>, administers: Administers) -> Answer {
    let roles = RoleFields::load(&mut app.db().snapshot().await?, &administers, &app.known()).await?;
    let answers = draft::draft(&app, &administers.visitor, PATH).await?.unwrap_or_default();
    respond::page(&page(&app, &administers, &roles, &answers, &Problems::default()))
}

/// Makes the account and sends the first link.
pub(crate) async fn add(State(app): State<App>, administers: Administers, request: Request) -> Answer {
    let answers = request::answers(request).await?;
    if draft::is_wanted(&answers) {
        return draft::keep(&app, &administers.visitor, PATH, "Add a person", answers, LIST).await;
    }
    let roles = RoleFields::load(&mut app.db().snapshot().await?, &administers, &app.known()).await?;
    let mut fields = Fields::of(&answers);
    let wanted = person_fields::read(&mut fields, true);
    let role = roles.read(&mut fields);
    let (true, Some(role)) = (fields.are_fine(), role) else {
        return respond::refused(&page(&app, &administers, &roles, &answers, &fields.problems));
    };
    let person = Person {
        id: PersonId(app.clock().id()),
        name: Some(wanted.name),
        job_title: Some(wanted.job_title),
        email: wanted.email,
        date_of_birth: None,
        erased_at: None,
    };
    let given = role.clone();
    let adding = administers.change(&app, move |tx, author| {
        Box::pin(async move { accounts::add(tx, author, &person, &given).await })
    });
    match adding.await {
        Ok(added) if added.had_role => respond::go_to(&format!("{LIST}/{}", added.person.id)),
        Ok(new) => added(&app, &administers, new, role.role).await,
        Err(StoreError::Denied(_)) => {
            fields.problems.add("email", "This is your own address. Somebody else has to give you a role");
            respond::refused(&page(&app, &administers, &roles, &answers, &fields.problems))
        }
        Err(error) => Err(error.into()),
    }
}

/// Sends the first link, and tells the managers.
async fn added(app: &App, administers: &Administers, added: Added, role: Role) -> Answer {
    let person = added.person;
    forget_draft(app.db(), &administers.visitor, PATH).await?;
    let next = invite::send(app, administers, &person, role).await?;
    administers.inform(app, &added.managers, &person, AccessChange::RoleGiven(role)).await;
    let name = person.name.unwrap_or_default();
    flash(app, &administers.visitor, Flash::new(format!("{name} now has an account")).next(next)).await?;
    respond::go_to(&format!("{LIST}/{}", person.id))
}

fn page(
    app: &App,
    administers: &Administers,
    roles: &RoleFields,
    answers: &Answers,
    problems: &Problems,
) -> FormPage {
    FormPage::new(administers.form_shell(app, "Add a person", ("Back to people", LIST)), "Add a person")
        .say("They get an email with a link to sign in for the first time. What they see of a case depends on whether they are put on its list.")
        .problems(problems)
        .field(person_fields::ask(answers, problems, true))
        .field(roles.ask(answers, problems))
        .button(Button::primary("Add this person"))
        .kept()
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
