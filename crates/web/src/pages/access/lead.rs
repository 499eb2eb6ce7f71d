//! Choosing who leads a case.

use axum::extract::{Request, State};
use case::keeping::{AccessAs, Lead};
use case::{PersonId, Step};

use super::{Keeps, form_page, record};
use crate::app::App;
use crate::case_view::OpenCase;
use crate::components::{Button, ButtonLink};
use crate::error::Answer;
use crate::form::question::{Offer, Question, required_one_of};
use crate::form::{PageForm, Questions};
use crate::session::Flash;

const LEAD: Question<PersonId> =
    required_one_of("lead", "Who leads the case?").missing("Select who leads the case");

/// Offers the people of the business unit who are on the list.
fn form<'a>(app: &'a App, open: &'a OpenCase) -> PageForm<'a> {
    let unit = open.case.access.iter().filter(|(_, role)| **role == AccessAs::BusinessUnit);
    let unit = unit.map(|(person, _)| Offer::new(person, open.names().person_and_post(*person)));
    let page = form_page(app, open, "change the lead", "Change the lead")
        .say("The lead sees the case under My work, is asked when something is due, and keeps the list of who has access.")
        .say("Only people of the business unit who are on the list can lead. Give somebody access first if they are missing here.")
        .button(Button::primary("Save the lead"))
        .link(ButtonLink::secondary("Cancel", open.address("/access")));
    super::form(app, open, "/access/lead", page)
        .called(format!("Change the lead of case {}", open.reference))
        .asking(Questions::new().ask(LEAD.among(unit).starting_if(open.case.lead)))
}

/// Asks who it is.
pub(crate) async fn ask(State(app): State<App>, Keeps(open): Keeps) -> Answer {
    form(&app, &open).show().await
}

/// Records the choice.
pub(crate) async fn choose(State(app): State<App>, Keeps(open): Keeps, request: Request) -> Answer {
    let sent = form(&app, &open).sent(request).await?;
    let Some(read) = sent.fine() else { return sent.answer().await };
    let person = read.of(&LEAD);
    if open.case.lead == Some(person) {
        return sent.go_to(&open.address("/access")).await;
    }
    let flash = Flash::new(format!("{} leads case {}", open.names().person(person), open.reference));
    record(&app, &open, sent, Step::AssignLead(Lead { person }), (LEAD.name, flash)).await
}
