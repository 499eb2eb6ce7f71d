//! One agency: what it was asked, what it returned, and what happened in between.

use axum::extract::State;
use case::{Area, ClockKey, Fact, OrganisationId};
use uuid::Uuid;

use super::asked::{self, Asked};
use super::escalate::Escalate;
use super::on_behalf::OnBehalf;
use super::remind::Remind;
use super::reopen::Reopen;
use super::withdraw::Withdraw;
use super::{contacts, returned};
use crate::app::App;
use crate::case_view::header::CasePage;
use crate::case_view::section::{CaseSection, Part};
use crate::case_view::timeline::Fates;
use crate::case_view::{InArea, OpenCase, area};
use crate::components::{ButtonLink, ContextualDate, Inset, SummaryList, SummaryRow, Timeline};
use crate::error::{Answer, Error};
use crate::form::case_form::{first_offered, offer};
use crate::http::path::Below;
use crate::http::respond;
use crate::text::date;

/// How many of the latest events are shown.
const LATEST: usize = 20;

/// Shows it.
pub(crate) async fn show(
    State(app): State<App>,
    Below(agency): Below<Uuid>,
    open: InArea<area::Overview>,
) -> Answer {
    let agency = OrganisationId(agency);
    let asked = asked::one(&open, agency).filter(|_| open.shows(Area::Request(agency)));
    let asked = asked.ok_or(Error::NotFound)?;
    let section = CaseSection::new(&app, &open, CasePage::Agencies, &asked.name, "agency request")
        .first(ContextualDate::new(asked.standing(), asked.note(), asked.urgency()))
        .buttons(buttons(&open, &asked))
        .part(Part::new("request", "What was asked").show(request(&open, &asked)))
        .part(answer(&open, agency))
        .part(
            Part::new("timeline", "What happened")
                .show(timeline(&open, agency))
                .links([ButtonLink::secondary("All agencies", open.address("/agencies"))]),
        );
    respond::page(&section)
}

/// What the visitor may do. A reminder stands out where the answer is due, else recording what came.
fn buttons(open: &OpenCase, asked: &Asked<'_>) -> Vec<ButtonLink> {
    let of = asked.agency;
    let (remind, behalf) = (Remind(of), OnBehalf(of));
    let first = if asked.is_due() { first_offered(&[(&remind, "Send a reminder")], open) } else { None };
    let remind = if first.is_none() { offer(&remind, open, "Send a reminder") } else { None };
    [
        first,
        remind,
        offer(&behalf, open, "Record what it returned"),
        offer(&Escalate(of), open, "Take it to a senior person"),
        offer(&Withdraw(of), open, "Withdraw the request"),
        offer(&Reopen(of), open, "Open the answer again"),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn request(open: &OpenCase, asked: &Asked<'_>) -> SummaryList {
    let wanted = if asked.request.asked.chronology { "A summary and a chronology" } else { "A summary" };
    let working = open.address(&format!("/deadlines/{}", ClockKey::AgencyReturn(asked.agency)));
    SummaryList::new()
        .row(SummaryRow::new("Asked for", wanted))
        .row(SummaryRow::new("Contact", contacts::names(open, asked.agency)))
        .row(SummaryRow::new("Asked on", date::when(asked.request.asked_on)))
        .row(SummaryRow::strong("Due", date::weekday(asked.request.asked.due)).second(
            "How it is counted",
            working,
            "to the date of this answer",
        ))
}

fn answer(open: &OpenCase, agency: OrganisationId) -> Part {
    let part = Part::new("answer", "What it returned");
    match returned::list(open, agency) {
        Some(list) => part.show(list),
        None if open.shows(Area::Return(agency)) => part,
        None => part
            .show(Inset::new("You can read what agencies returned when the rapid review meeting is held.")),
    }
}

/// Everything about this agency, newest first.
pub(crate) fn timeline(open: &OpenCase, agency: OrganisationId) -> Timeline {
    let of_it = |fact: &Fact| [Area::Request(agency), Area::Return(agency)].contains(&Area::of(fact));
    let fates = Fates::of(open.case.history());
    let entries = open.case.history().iter().rev().filter(|entry| of_it(&entry.event.fact)).take(LATEST);
    entries.map(|entry| open.told(entry, &fates)).fold(Timeline::new().level(4), Timeline::entry)
}
