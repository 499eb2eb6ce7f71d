//! Taking somebody off the list of a case.

use axum::extract::{Request, State};
use case::keeping::AccessEnd;
use case::{PersonId, Step};
use uuid::Uuid;

use super::{Keeps, form_page, record};
use crate::app::App;
use crate::case_view::OpenCase;
use crate::components::{Button, ButtonLink, Inset, SummaryList, SummaryRow};
use crate::error::{Answer, Error};
use crate::form::PageForm;
use crate::form::page::FormPage;
use crate::http::path::Below;
use crate::session::Flash;
use crate::text::grammar::upper_first;

fn form<'a>(app: &'a App, open: &'a OpenCase, person: PersonId) -> PageForm<'a> {
    let form = super::form(app, open, &format!("/access/{person}/end"), page(app, open, person));
    // Whoever ends their own access finds no case any more.
    if person == open.visitor.actor.person { form.leading_to("/") } else { form }
}

/// Shows what it means.
pub(crate) async fn ask(State(app): State<App>, Below(person): Below<Uuid>, Keeps(open): Keeps) -> Answer {
    let person = PersonId(person);
    if !open.case.access.contains_key(&person) {
        return Err(Error::NotFound);
    }
    form(&app, &open, person).show().await
}

/// Does it.
pub(crate) async fn end(
    State(app): State<App>,
    Below(person): Below<Uuid>,
    Keeps(open): Keeps,
    request: Request,
) -> Answer {
    let person = PersonId(person);
    let sent = form(&app, &open, person).sent(request).await?;
    let flash = Flash::new(format!("{} no longer has access", open.names().person(person)));
    record(&app, &open, sent, Step::EndAccess(AccessEnd { person }), ("", flash)).await
}

fn page(app: &App, open: &OpenCase, person: PersonId) -> FormPage {
    let part = open.case.access.get(&person).map_or_else(String::new, |role| upper_first(role.label()));
    let facts = SummaryList::new()
        .row(SummaryRow::strong("Person", open.names().person_and_post(person)))
        .row(SummaryRow::new("On the case as", part));
    let page = form_page(app, open, "end access", "Check and end this access").show(facts);
    if open.case.lead == Some(person) {
        let why = "They lead this case. Choose another lead before you end their access.";
        return page.show(Inset::new(why).link("Choose another lead", open.address("/access/lead")));
    }
    page.happens("They can no longer open the case, from now on.")
        .happens("What they recorded stays in its history, under their name.")
        .happens("Everybody on the list sees in the history that their access has ended. No email is sent.")
        .button(Button::warning("End this access"))
        .link(ButtonLink::secondary("Keep it", open.address("/access")))
}

#[cfg(test)]
mod tests {
    use axum::http::StatusCode;
    use uuid::Uuid;

    use crate::tests::harness::{CASE_WITH_A_LIST as CASE, service};

    #[tokio::test]
    async fn whoever_is_taken_off_the_list_finds_no_case() {
        let service = service().await;
        let sam = service.as_person("sam-okafor").await;
        let chen = service.as_person("a-chen").await;
        assert_eq!(chen.get(&format!("{CASE}/access")).await.status, StatusCode::OK);
        let path = format!("{CASE}/access/{}/end", import::id_of("a-chen"));
        let check = sam.open(&path).await;
        assert_eq!(check.heading(), "Check and end this access");
        assert!(check.has_button("End this access"), "{:?}", check.buttons());
        assert_eq!(sam.fill_in(&path, &[]).await.location, format!("{CASE}/access"));
        assert_eq!(chen.get(&format!("{CASE}/access")).await.status, StatusCode::NOT_FOUND);
        assert_eq!(sam.get(&path).await.status, StatusCode::NOT_FOUND);
        let nobody = format!("{CASE}/access/{}/end", Uuid::from_u128(5));
        assert_eq!(sam.get(&nobody).await.status, StatusCode::NOT_FOUND);
    }

    #[tokio::test]
    async fn the_lead_stays_until_there_is_another() {
        let service = service().await;
        let sam = service.as_person("sam-okafor").await;
        let lee = import::id_of("lee-harper").to_string();
        let lead = sam.fill_in(&format!("{CASE}/access/lead"), &[("lead", &lee)]).await;
        assert_eq!(lead.location, format!("{CASE}/access"));
        let page = sam.open(&format!("{CASE}/access/{lee}/end")).await;
        assert!(page.says("They lead this case"), "{}", page.words());
        assert!(!page.has_button("End this access"), "{:?}", page.buttons());
        let theirs = service.as_person("lee-harper").await.open(&format!("{CASE}/access")).await;
        assert!(
            theirs.has_button("Give somebody access") && theirs.says("leads the case"),
            "{}",
            theirs.words()
        );
    }
}
