//! Making an account for somebody.

use axum::extract::{Request, State};
use case::{Membership, PersonId, Role};
use store::people::{self, Person};
use store::{Error as StoreError, Tx};

use super::administers::Administers;
use super::changed::{Facts, Pen, What};
use super::invite;
use super::managers::Managers;
use super::person_fields::{self, PersonAnswers};
use super::role_fields::RoleFields;
use crate::app::{AccessChange, App};
use crate::components::Button;
use crate::error::{Answer, Error};
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
    let managers = Managers::of(&mut app.db().snapshot().await?, &[role.partnership]).await?;
    match save(&app, &administers, wanted, role.clone()).await? {
        Outcome::Added(person) => added(&app, &administers, &managers, person, role.role).await,
        Outcome::There(person) => respond::go_to(&format!("/admin/people/{person}")),
        Outcome::Own => {
            fields.problems.add("email", "This is your own address. Somebody else has to give you a role");
            respond::refused(&page(&app, &administers, &roles, &answers, &fields.problems))
        }
    }
}

/// Sends the first link, and tells the managers.
async fn added(
    app: &App,
    administers: &Administers,
    managers: &Managers,
    person: Person,
    role: Role,
) -> Answer {
    app.look_again().await?;
    forget_draft(app.db(), &administers.visitor, PATH).await?;
    let next = invite::send(app, administers, &person, role).await?;
    managers.inform(app, Some(&administers.visitor.name), &person, AccessChange::RoleGiven(role)).await;
    let name = person.name.unwrap_or_default();
    flash(app, &administers.visitor, Flash::new(format!("{name} now has an account")).next(next)).await?;
    respond::go_to(&format!("/admin/people/{}", person.id))
}

/// What came of it.
enum Outcome {
    /// The account was made, or one that was known has a role here now.
    Added(Person),
    /// The person has this role already: the button was pressed twice.
    There(PersonId),
    /// It is the visitor.
    Own,
}

async fn save(
    app: &App,
    administers: &Administers,
    wanted: PersonAnswers,
    role: Membership,
) -> Result<Outcome, Error> {
    let (pen, visitor) = (Pen::of(app, &administers.visitor), administers.visitor.actor.person);
    let new = PersonId(app.clock().id());
    let outcome = app
        .db()
        .write(move |tx| {
            Box::pin(async move {
                let known = match &wanted.email {
                    Some(email) => people::person_by_email(tx, email).await?,
                    None => None,
                };
                match known {
                    Some(known) if known.id == visitor => Ok(Outcome::Own),
                    Some(known) => give(tx, pen, known, &wanted, &role).await,
                    None => make(tx, pen, new, wanted, &role).await,
                }
            })
        })
        .await?;
    Ok(outcome)
}

/// The address is known: the person is not made twice. Somebody who holds roles elsewhere keeps their name as it is.
async fn give(
    tx: &mut Tx,
    pen: Pen,
    known: Person,
    wanted: &PersonAnswers,
    role: &Membership,
) -> Result<Outcome, StoreError> {
    let held = people::actor(tx, known.id).await?.memberships;
    if held.contains(role) {
        return Ok(Outcome::There(known.id));
    }
    let mut person = known;
    if held.is_empty() {
        person.name = Some(wanted.name.clone());
        person.job_title = Some(wanted.job_title.clone());
        people::save_person(tx, &person).await?;
    }
    people::save_membership(tx, person.id, role).await?;
    pen.note(tx, 0, What::RoleGiven, &Facts::role(person.id, role)).await?;
    Ok(Outcome::Added(person))
}

async fn make(
    tx: &mut Tx,
    pen: Pen,
    id: PersonId,
    wanted: PersonAnswers,
    role: &Membership,
) -> Result<Outcome, StoreError> {
    let person = Person {
        id,
        name: Some(wanted.name),
        job_title: Some(wanted.job_title),
        email: wanted.email,
        date_of_birth: None,
        erased_at: None,
    };
    people::save_person(tx, &person).await?;
    people::save_membership(tx, id, role).await?;
    pen.note(tx, 0, What::PersonAdded, &Facts::role(id, role)).await?;
    Ok(Outcome::Added(person))
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
