//! What one agency was asked, as its contributor sees it: what, by when, about whom, and the answers there are.

use askama::Template;
use askama::filters::HtmlSafe;
use axum::extract::State;
use case::{Area, ClockKey, Fact, OrganisationId, Word};
use uuid::Uuid;

use super::acknowledge::Acknowledge;
use super::nothing::NothingHeld;
use super::own;
use super::own_text::OwnText;
use super::summary::Summary;
use crate::app::App;
use crate::case_view::OpenCase;
use crate::case_view::entries::{Entries, wrote};
use crate::case_view::header::CasePage;
use crate::case_view::section::{CaseSection, Part};
use crate::components::{Button, ButtonLink, ContextualDate, Inset, SummaryList, SummaryRow, Urgency};
use crate::error::{Answer, Error};
use crate::form::Form;
use crate::form::case_form::{first_offered, is_offered, offer};
use crate::http::path::Below;
use crate::http::respond;
use crate::pages::agencies::returned;
use crate::text::clock::urgency;
use crate::text::date;

/// A button that asks for the names.
#[derive(Template)]
#[template(path = "pages/requests/show_names.html")]
struct ShowNames {
    action: String,
    button: Button,
}

impl HtmlSafe for ShowNames {}

/// Shows it.
pub(crate) async fn show(State(app): State<App>, Below(agency): Below<Uuid>, open: OpenCase) -> Answer {
    let agency = OrganisationId(agency);
    let open = open.within(Area::Request(agency))?;
    if !own::speaks_for(&open, agency) {
        return Err(Error::NotFound);
    }
    let heading = format!("Request to {}", open.names().organisation(agency));
    let section = CaseSection::new(&app, &open, CasePage::Elsewhere, &heading, "your request");
    let section = section.first(standing(&open, agency)).part(asked(&open, agency));
    let section = match names(&open, agency) {
        Some(part) => section.part(part),
        None => section,
    };
    let section = match answers(&open, agency) {
        Some(part) => section.part(part),
        None => section,
    };
    let section = match returned::list(&open, agency) {
        Some(list) => {
            section.part(Part::new("sent", "What you sent").show(list).show(Inset::new(own::AFTERWARDS)))
        }
        None => section,
    };
    respond::page(&section)
}

/// When the answer is due, or that it was given.
fn standing(open: &OpenCase, agency: OrganisationId) -> ContextualDate {
    let clocks = open.clocks();
    let clock = clocks.iter().find(|clock| clock.key == ClockKey::AgencyReturn(agency));
    let request = open.case.agencies.requests.get(&agency);
    match (request, clock) {
        (Some(request), _) if request.withdrawn => {
            ContextualDate::new("Nothing is wanted any more", "The request was withdrawn", Urgency::NotNeeded)
        }
        (Some(request), Some(clock)) if request.is_open() => {
            let due = request.asked.due;
            let note = clock.words(open.today, open.calendar());
            let near = urgency(&clock.state(open.today, open.calendar()));
            ContextualDate::new(format!("Due {}", date::weekday(due)), note, near).datetime(due.to_string())
        }
        (Some(request), _) => {
            let on = request.returned_on.map(|on| format!("Answered on {on}")).unwrap_or_default();
            ContextualDate::new("You have answered", on, Urgency::Met)
        }
        (None, _) => ContextualDate::new("Nothing is asked of you", "", Urgency::NotNeeded),
    }
}

fn asked(open: &OpenCase, agency: OrganisationId) -> Part {
    let part = Part::new("asked", "What is asked");
    let Some(request) = open.case.agencies.requests.get(&agency) else { return part };
    let wanted = if request.asked.chronology { "A summary and a chronology" } else { "A summary" };
    let working = open.address(&format!("/deadlines/{}", ClockKey::AgencyReturn(agency)));
    let list = SummaryList::new()
        .row(SummaryRow::new("Asked for", wanted))
        .row(SummaryRow::new("Asked on", date::when(request.asked_on)))
        .row(SummaryRow::strong("Due", date::weekday(request.asked.due)).second(
            "How it is counted",
            working,
            "to the date of your answer",
        ));
    let entries = Entries::of(&open.case);
    let rows = [period(&entries), more(&entries, agency), said(open, agency)];
    part.show(rows.into_iter().flatten().fold(list, SummaryList::row))
}

/// The period that is asked for, which an agency needs to search its records.
fn period(entries: &Entries<'_>) -> Option<SummaryRow> {
    let (_, event) = entries.last(|fact| matches!(fact, Fact::RapidReviewOpened(_)))?;
    let Fact::RapidReviewOpened(review) = &event.fact else { return None };
    let known = |when: case::When| when != case::When::NotKnown;
    let period = match (known(review.scope_from), known(review.scope_to)) {
        (true, true) => format!("{} to {}", review.scope_from, review.scope_to),
        (true, false) => format!("From {}", review.scope_from),
        (false, true) => format!("Until {}", review.scope_to),
        (false, false) => wrote(event, Word::Scope),
    };
    (!period.is_empty()).then(|| SummaryRow::new("Period", period))
}

/// Why the answer was opened again, while it is.
fn more(entries: &Entries<'_>, agency: OrganisationId) -> Option<SummaryRow> {
    let of_it = |fact: &Fact| {
        matches!(fact, Fact::ReturnReopened(of) if of.agency == agency)
            || matches!(fact, Fact::SummaryReturned(of) if of.agency == agency)
    };
    let (_, event) = entries.last(of_it)?;
    let reopened = matches!(event.fact, Fact::ReturnReopened(_));
    reopened.then(|| SummaryRow::strong("What more is needed", wrote(event, Word::Reason)))
}

/// What the agency said before it answered.
fn said(open: &OpenCase, agency: OrganisationId) -> Option<SummaryRow> {
    let request = open.case.agencies.requests.get(&agency).filter(|request| request.is_open())?;
    let said =
        if request.acknowledged.as_ref()?.checking { "We need to check" } else { "We hold information" };
    Some(SummaryRow::new("You said", said))
}

/// Who to search for. The names come on a page of their own, and asking for them is logged.
fn names(open: &OpenCase, agency: OrganisationId) -> Option<Part> {
    if !own::is_open(open, agency) || !open.shows(Area::Children) {
        return None;
    }
    let part = Part::new("names", "Who to search for");
    if open.case.notification.identified.is_empty() {
        return Some(part.show(Inset::new("No name is recorded yet. Ask the business unit.")));
    }
    let action = open.address(&format!("{}/names", own::path(agency)));
    let note = Inset::new("Names and dates of birth are shown on request, and that you asked is logged.");
    Some(part.show(note).show(ShowNames { action, button: Button::secondary("Show names") }))
}

/// The answers there are. Once the agency has said that it holds something, writing the summary comes first.
fn answers(open: &OpenCase, agency: OrganisationId) -> Option<Part> {
    let (holding, checking) = (Acknowledge::holding(agency), Acknowledge::checking(agency));
    if !is_offered(&holding, open) {
        return None;
    }
    let request = open.case.agencies.requests.get(&agency)?;
    let nothing = offer(&NothingHeld(agency), open, "We hold nothing");
    let summary = Summary(agency);
    let own_text = offer(&OwnText(agency), open, "Hand in your own text");
    let holds = request.acknowledged.as_ref().is_some_and(|said| !said.checking);
    if holds {
        let write = first_offered(&[(&summary, "Write the summary")], open);
        let links = [write, own_text, nothing].into_iter().flatten();
        return Some(
            Part::new("answer", "Your answer")
                .show(Inset::new("6 questions, of which 1 must be answered."))
                .links(links),
        );
    }
    let check = request.acknowledged.is_none().then(|| offer(&checking, open, "We need to check")).flatten();
    let hold = ButtonLink::primary("We hold information", open.address(&holding.page().path));
    let links = [Some(hold), nothing, check, own_text].into_iter().flatten();
    let intro = Inset::new(
        "Say how you stand. A summary can be written after that, or handed in as a text of your own.",
    );
    Some(Part::new("answer", "Do you hold information?").show(intro).links(links))
}
