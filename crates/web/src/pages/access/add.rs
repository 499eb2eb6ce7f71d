//! Putting somebody on the list of a case.

use axum::extract::{RawQuery, Request, State};
use case::keeping::{Access, AccessAs};
use case::{OrganisationId, PersonId, Step};
use uuid::Uuid;

use super::seats::{Seat, Seats};
use super::{Keeps, form_page, record};
use crate::app::App;
use crate::case_view::OpenCase;
use crate::components::{Button, ButtonLink, Inset};
use crate::error::Answer;
use crate::form::asked::code;
use crate::form::page::FormPage;
use crate::form::question::{Offer, Question, required_one_of, search};
use crate::form::{Answers, Filter, PageForm, Questions, draft, request};
use crate::session::Flash;
use crate::text::grammar::upper_first;

/// How many people are offered at once. Of more, somebody has to be looked for.
const OFFERED: usize = 20;

const PATH: &str = "/access/new";

const NAME: Question<String> = search("q", "Find a person by name, job title or organisation");
/// A person and the part that they have in the case.
const WHO: Question<String> = required_one_of("who", "Who").missing("Select who to give access to");

/// Offers the people who could be put on the list.
pub(crate) async fn ask(State(app): State<App>, Keeps(open): Keeps, RawQuery(query): RawQuery) -> Answer {
    let answers = match query {
        Some(query) => Answers::read(query.as_bytes()),
        None => draft::draft(&app, &open.visitor, &open.address(PATH)).await?.unwrap_or_default(),
    };
    let seats = Seats::load(&mut app.db().snapshot().await?, &open).await?;
    form(&app, &open, &seats, &answers).show_with(&answers)
}

/// Puts one of them on it.
pub(crate) async fn add(State(app): State<App>, Keeps(open): Keeps, request: Request) -> Answer {
    let answers = request::answers(request).await?;
    let seats = Seats::load(&mut app.db().snapshot().await?, &open).await?;
    let sent = form(&app, &open, &seats, &answers).answered(answers);
    let chosen = sent.fine().and_then(|read| chosen(&read.of(&WHO), &seats));
    let Some((access, _)) = chosen else { return sent.answer().await };
    let flash = Flash::new(format!("{} now has access", open.names().person(access.person)))
        .next("They find the case when they sign in. No email is sent: tell them.".to_owned());
    record(&app, &open, sent, Step::GrantAccess(access), (WHO.name, flash)).await
}

/// The person and the part that were chosen, with the organisation of the role by which that person can have it.
fn chosen(who: &str, seats: &Seats) -> Option<(Access, OrganisationId)> {
    let (person, part) = who.split_once(' ')?;
    let person = PersonId(Uuid::parse_str(person).ok()?);
    let as_role: AccessAs = serde_json::from_value(part.into()).ok()?;
    let role = seats.roles(person).iter().find(|held| AccessAs::of(held.role) == Some(as_role))?;
    Some((Access { person, as_role }, role.organisation))
}

fn form<'a>(app: &'a App, open: &'a OpenCase, seats: &Seats, answers: &Answers) -> PageForm<'a> {
    let filter = Filter::new(open.address(PATH), answers.clone(), open.today).searched(NAME);
    let (all, wanted) = (seats.free(open), filter.of(&NAME));
    let found: Vec<_> = all.iter().filter(|seat| is_wanted(open, seat, &wanted)).collect();
    let is_long = all.len() > OFFERED || !filter.is_empty();
    let page = page(app, open, is_long.then_some(&filter), found.len());
    let offered: Vec<_> =
        found.iter().take(OFFERED).map(|seat| (seat.access(), seat.role.organisation)).collect();
    // A second press finds the person on the list already, and the rules give the first result.
    let again = chosen(answers.one(WHO.name), seats).filter(|one| !offered.contains(one));
    let offers = offered.iter().chain(&again).map(|(access, at)| offer(open, access, *at));
    super::form(app, open, PATH, page)
        .called(format!("Give somebody access to case {}", open.reference))
        .carrying(NAME.name, wanted)
        .asking(Questions::new().ask(WHO.among(offers)))
}

/// The page where so many people were found, with what was looked for where there are too many to show.
fn page(app: &App, open: &OpenCase, filter: Option<&Filter<'_>>, found: usize) -> FormPage {
    let list = open.address("/access");
    let page = form_page(app, open, "give somebody access", "Give somebody access")
        .say("They see as much of the case as their part in it needs, from now on, and everybody on the list sees that they are on it.");
    let page = filter.into_iter().fold(page, |page, filter| page.show(filter.panel()));
    if found == 0 {
        let nobody = filter.is_some_and(|filter| !filter.is_empty());
        let why = if nobody { "Nobody was found." } else { "Everybody who could have access has it." };
        let text = format!("{why} Somebody who has no account yet is first added by the manager.");
        return page.show(Inset::new(text)).link(ButtonLink::secondary("Back to the list", list));
    }
    let page = if found > OFFERED {
        page.show(Inset::new("There are more people than are shown. Find them by name."))
    } else {
        page
    };
    page.button(Button::primary("Give access")).link(ButtonLink::secondary("Cancel", list))
}

fn offer(open: &OpenCase, access: &Access, organisation: OrganisationId) -> Offer {
    let Access { person, as_role } = *access;
    let now = open.case.access.get(&person);
    let now = now.map_or_else(String::new, |now| format!(". On the list now as {now}"));
    let part = upper_first(as_role.label());
    Offer::new(&format!("{person} {}", code(&as_role)), open.names().person_and_post(person))
        .hint(format!("{part}, {}{now}", open.names().organisation(organisation)))
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
        assert_eq!(wrong.refused().errors(), ["Select who to give access to"]);
        assert_eq!(sam.fill_in(&path, &[("who", &walsh)]).await.location, format!("{CASE}/access"));
        let list = sam.open(&format!("{CASE}/access")).await;
        assert!(list.flash().contains("K. Walsh now has access"), "{}", list.flash());
        assert!(
            list.says("Independent reviewer") && list.has_button("Give somebody access"),
            "{}",
            list.words()
        );
        let seen = service.as_person("k-walsh").await.open(&format!("{CASE}/access")).await;
        assert!(!seen.has_button("Give somebody access"), "{:?}", seen.buttons());
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
