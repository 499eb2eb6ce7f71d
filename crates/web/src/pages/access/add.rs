//! Putting somebody on the list of a case.

use axum::extract::{RawQuery, Request, State};
use case::keeping::{Access, AccessAs};
use case::{PersonId, Step};
use uuid::Uuid;

use super::seats::{Seat, Seats};
use super::{Keeps, command, form_shell};
use crate::app::App;
use crate::case_view::OpenCase;
use crate::components::{Button, ButtonLink, Choice, Filters, Inset, Radios, TextInput};
use crate::error::{Answer, Error};
use crate::form::asked::code;
use crate::form::data::Answers;
use crate::form::errors::Problems;
use crate::form::page::FormPage;
use crate::form::record::{Stamp, forget_draft};
use crate::form::{draft, request};
use crate::http::respond;
use crate::session::{Flash, flash};
use crate::text::grammar::upper_first;

/// How many people are offered at once. Of more, somebody has to be looked for.
const OFFERED: usize = 20;

fn path(open: &OpenCase) -> String {
    open.address("/access/new")
}

/// Offers the people who could be put on the list.
pub(crate) async fn ask(State(app): State<App>, Keeps(open): Keeps, RawQuery(query): RawQuery) -> Answer {
    let query = match query {
        Some(query) => Answers::read(query.as_bytes()),
        None => draft::draft(&app, &open.visitor, &path(&open)).await?.unwrap_or_default(),
    };
    let seats = Seats::load(&mut app.db().snapshot().await?, &open).await?;
    let stamp = Stamp::new(&app, open.case.version());
    respond::page(&page(&app, &open, &seats, &query, &Problems::default(), stamp))
}

/// Puts one of them on it.
pub(crate) async fn add(State(app): State<App>, Keeps(open): Keeps, request: Request) -> Answer {
    let answers = request::answers(request).await?;
    if draft::is_wanted(&answers) {
        let label = format!("Give somebody access to case {}", open.reference);
        return draft::keep(&app, &open.visitor, &path(&open), &label, answers, &open.address("/access"))
            .await;
    }
    let stamp = Stamp::read(&answers)?;
    let seats = Seats::load(&mut app.db().snapshot().await?, &open).await?;
    let mut problems = Problems::default();
    // A second press finds the person on the list already, and the rules give the first result.
    let Some(access) = chosen(&answers, &seats) else {
        problems.add("who", "Select who to give access to");
        return respond::refused(&page(&app, &open, &seats, &answers, &problems, stamp));
    };
    let name = open.names().person(access.person);
    let step = Step::GrantAccess(access);
    match request::record_beside(&app, &open, stamp, command(&open, step)).await {
        Ok(_) => {
            forget_draft(app.db(), &open.visitor, &path(&open)).await?;
            let next = "They find the case when they sign in. No email is sent: tell them.".to_owned();
            flash(&app, &open.visitor, Flash::new(format!("{name} now has access")).next(Some(next))).await?;
            respond::go_to(&open.address("/access"))
        }
        Err(store::Error::Rejected(rejection)) => {
            problems.refused(&rejection, &[("person", "who", "who")]);
            respond::refused(&page(&app, &open, &seats, &answers, &problems, stamp))
        }
        Err(error) => Err(Error::from(error)),
    }
}

/// The person and the part that were chosen, if that person holds a role for that part.
fn chosen(answers: &Answers, seats: &Seats) -> Option<Access> {
    let (person, part) = answers.one("who").split_once(' ')?;
    let person = PersonId(Uuid::parse_str(person).ok()?);
    let as_role: AccessAs = serde_json::from_value(part.into()).ok()?;
    let fits = seats.roles(person).iter().any(|held| AccessAs::of(held.role) == Some(as_role));
    fits.then_some(Access { person, as_role })
}

fn page(
    app: &App,
    open: &OpenCase,
    seats: &Seats,
    answers: &Answers,
    problems: &Problems,
    stamp: Stamp,
) -> FormPage {
    let wanted = answers.one("q").trim();
    let all = seats.free(open);
    let found: Vec<_> = all.iter().filter(|seat| is_wanted(open, seat, wanted)).collect();
    let page = FormPage::new(form_shell(app, open, "give somebody access"), "Give somebody access")
        .caption(format!("Case {}", open.reference))
        .say("They see as much of the case as their part in it needs, from now on, and everybody on the list sees that they are on it.")
        .problems(problems);
    let page = if all.len() > OFFERED || !wanted.is_empty() {
        let search =
            TextInput::new("q", "Find a person by name, job title or organisation").search().value(wanted);
        page.show(Filters::new(open.address("/access/new")).text(search))
    } else {
        page
    };
    if found.is_empty() {
        let why =
            if wanted.is_empty() { "Everybody who could have access has it." } else { "Nobody was found." };
        let page = page.show(Inset::new(format!(
            "{why} Somebody who has no account yet is first added by the manager."
        )));
        return page.link(ButtonLink::secondary("Back to the list", open.address("/access")));
    }
    let cut = found.len() > OFFERED;
    let radios = Radios::new("who", "Who").strong().error(problems.of("who"));
    let radios =
        found.into_iter().take(OFFERED).fold(radios, |radios, seat| radios.item(choice(open, seat, answers)));
    let page = page.field(radios).field(stamp).hidden("q", wanted);
    let page = if cut {
        page.show(Inset::new("There are more people than are shown. Find them by name."))
    } else {
        page
    };
    page.button(Button::primary("Give access")).link(ButtonLink::secondary("Cancel", open.address("/access")))
}

fn choice(open: &OpenCase, seat: &Seat, answers: &Answers) -> Choice {
    let value = format!("{} {}", seat.person.id, code(&seat.as_role));
    let now = open.case.access.get(&seat.person.id);
    let now = now.map_or_else(String::new, |now| format!(". On the list now as {now}"));
    let part = upper_first(seat.as_role.label());
    let chosen = answers.has("who", &value);
    Choice::new(value, open.names().person_and_post(seat.person.id))
        .hint(format!("{part}, {}{now}", open.names().organisation(seat.role.organisation)))
        .chosen(chosen)
}

fn is_wanted(open: &OpenCase, seat: &Seat, wanted: &str) -> bool {
    let person = open.names().person_and_post(seat.person.id);
    let organisation = open.names().organisation(seat.role.organisation);
    let text = format!("{person} {organisation} {}", seat.as_role.label()).to_lowercase();
    wanted.to_lowercase().split_whitespace().all(|word| text.contains(word))
}

#[cfg(test)]
mod tests {
    use axum::http::StatusCode;

    use crate::tests::harness::{CASE_WITH_A_LIST as CASE, service};

    #[tokio::test]
    async fn the_manager_gives_access_and_the_list_says_so() {
        let service = service().await;
        let sam = service.as_person("sam-okafor").await;
        let path = format!("{CASE}/access/new");
        let walsh = format!("{} reviewer", import::id_of("k-walsh"));
        assert!(sam.get(&path).await.text.contains("K. Walsh"));
        let wrong = sam.fill_in(&path, &[("who", &walsh.replace("reviewer", "partner"))]).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(wrong.text.contains("Select who to give access to"));
        assert_eq!(sam.fill_in(&path, &[("who", &walsh)]).await.location, format!("{CASE}/access"));
        let list = sam.get(&format!("{CASE}/access")).await.text;
        assert!(list.contains("K. Walsh now has access") && list.contains("Independent reviewer"));
        let seen = service.as_person("k-walsh").await.get(&format!("{CASE}/access")).await;
        assert!(seen.status == StatusCode::OK && !seen.text.contains("Give somebody access"));
    }

    #[tokio::test]
    async fn only_who_keeps_the_list_changes_it() {
        let service = service().await;
        let sam = import::id_of("sam-okafor");
        for key in ["r-patel", "lee-harper", "m-rees"] {
            let browser = service.as_person(key).await;
            for path in ["new".to_owned(), "lead".to_owned(), format!("{sam}/end")] {
                let path = format!("{CASE}/access/{path}");
                let status = StatusCode::NOT_FOUND;
                assert_eq!(browser.get(&path).await.status, status, "{key} {path}");
                assert_eq!(browser.post(&path, &[]).await.status, status, "{key} {path}");
            }
        }
        let administrator = service.as_person("m-rees").await.get(&format!("{CASE}/access")).await;
        assert_eq!(administrator.status, StatusCode::NOT_FOUND);
    }
}
