//! The home of an agency contributor: what their agency was asked, and by when.

use askama::Template;
use axum::extract::State;
use calendar::NaiveDate;
use case::agencies::Request;
use case::{Area, Case, ClockKey, OrganisationId, PartnershipId, Reference, Role, may_see};
use store::CaseRow;
use store::case_list::{self, Sort, Wanted};

use super::own;
use crate::app::{App, Known};
use crate::components::{Cell, ContextualDate, Inset, PageHeader, Table};
use crate::error::{Answer, Error};
use crate::form::draft;
use crate::http::respond;
use crate::layout::{Section, Shell};
use crate::lists::case_url;
use crate::session::SignedIn;
use crate::text::clock::urgency;
use crate::text::grammar::{lower_first, upper_first};
use crate::text::{date, due_date};

/// How many of the latest cases are looked through.
const LOOKED_AT: usize = 50;
/// How many answered requests are shown.
const ANSWERED: usize = 10;

#[derive(Template)]
#[template(path = "pages/requests.html")]
struct Page {
    shell: Shell,
    header: PageHeader,
    unfinished: Option<Inset>,
    first: String,
    open: Option<Table>,
    answered: Option<Table>,
}

/// What one agency was asked in one case.
struct Asked {
    partnership: PartnershipId,
    reference: Reference,
    title: String,
    agency: OrganisationId,
    request: Request,
}

/// Shows what the visitor's agencies were asked.
pub(crate) async fn show(State(app): State<App>, visitor: SignedIn) -> Answer {
    if !visitor.is(Role::Contributor) {
        return Err(Error::NotFound);
    }
    let known = app.known();
    let mut tx = app.db().snapshot().await?;
    let wanted = Wanted { sort: Sort::Reference, descending: true, page: 1, ..Wanted::default() };
    let found = case_list::list(&mut tx, &visitor.actor, &wanted, LOOKED_AT).await?;
    let ids: Vec<_> = found.rows.iter().map(|row| row.case).collect();
    let cases = store::cases::several(&mut tx, &visitor.actor, &ids).await?;
    let unfinished = draft::unfinished(&mut tx, &visitor).await?;
    drop(tx);
    let asked =
        found.rows.iter().filter_map(|row| Some(asked(&visitor, row, cases.get(&row.case)?))).flatten();
    respond::page(&page(&app, &known, &visitor, asked.collect(), unfinished))
}

fn asked(visitor: &SignedIn, row: &CaseRow, case: &Case) -> Vec<Asked> {
    let contributor = visitor.actor.memberships.iter().filter(|held| held.role == Role::Contributor);
    let agencies = contributor.map(|held| held.organisation);
    let seen = agencies.filter(|agency| may_see(&visitor.actor, case, Area::Request(*agency)));
    let request = |agency| Some((agency, case.agencies.requests.get(&agency)?.clone()));
    seen.filter_map(request)
        .filter(|(_, request)| !request.withdrawn)
        .map(|(agency, request)| Asked {
            partnership: row.partnership,
            reference: row.reference,
            title: row.title.clone(),
            agency,
            request,
        })
        .collect()
}

fn page(app: &App, known: &Known, visitor: &SignedIn, asked: Vec<Asked>, unfinished: Option<Inset>) -> Page {
    let today = app.clock().today();
    let (mut open, mut answered): (Vec<_>, Vec<_>) =
        asked.into_iter().partition(|asked| asked.request.is_open());
    open.sort_by_key(|asked| (asked.request.asked.due, asked.reference));
    answered.truncate(ANSWERED);
    Page {
        shell: Shell::of(app, visitor, Section::Requests, "Your requests"),
        header: PageHeader::new("Your requests").large().caption(date::weekday(today)),
        unfinished,
        first: first(known, &open, today),
        open: (!open.is_empty()).then(|| table_of_open(known, visitor, &open, today)),
        answered: (!answered.is_empty()).then(|| table_of_answered(known, visitor, &answered)),
    }
}

/// The sentence that says it all.
fn first(known: &Known, open: &[Asked], today: NaiveDate) -> String {
    let Some(next) = open.first() else {
        return "You have no requests. We will email you when there is one.".to_owned();
    };
    let many = match open.len() {
        1 => "You have 1 request.".to_owned(),
        many => format!("You have {many} requests. The first:"),
    };
    let due = next.request.asked.due;
    let clock = due_date::clock_of_row(ClockKey::AgencyReturn(next.agency), due);
    let words = lower_first(&clock.words(today, known.basis.calendar()));
    let (what, date) = (what(&next.request), date::weekday(due));
    format!("{many} {what} for case {}, due {date}, {words}.", next.reference)
}

fn what(request: &Request) -> &'static str {
    if request.asked.chronology { "Summary and chronology" } else { "Summary" }
}

fn case(known: &Known, visitor: &SignedIn, asked: &Asked) -> Cell {
    let case = case_url::of_case(known, visitor, asked.partnership, asked.reference);
    Cell::reference(asked.reference.to_string(), Some(format!("{case}{}", own::path(asked.agency))))
}

fn table_of_open(known: &Known, visitor: &SignedIn, open: &[Asked], today: NaiveDate) -> Table {
    let table = Table::new("Requests to answer").hide_caption();
    let table = table.column("Case", None).column("Title", None).column("What is wanted", None);
    open.iter().fold(table.column("Due", None), |table, asked| {
        let (due, calendar) = (asked.request.asked.due, known.basis.calendar());
        let clock = due_date::clock_of_row(ClockKey::AgencyReturn(asked.agency), due);
        let edge = urgency(&clock.state(today, calendar));
        let date = ContextualDate::new(due_date::bold(due, today), clock.words(today, calendar), edge);
        let agency = known.names.organisation(asked.agency);
        table.row(vec![
            case(known, visitor, asked),
            Cell::text(&asked.title),
            Cell::text(format!("{} from {agency}", what(&asked.request))),
            Cell::html(date.datetime(due.to_string())),
        ])
    })
}

fn table_of_answered(known: &Known, visitor: &SignedIn, answered: &[Asked]) -> Table {
    let table = Table::new("Requests you answered").hide_caption();
    let table = table.column("Case", None).column("Title", None).column("Answer", None);
    answered.iter().fold(table.column("Answered", None), |table, asked| {
        let holds = asked.request.holds.map(|holds| upper_first(holds.label())).unwrap_or_default();
        let on = asked.request.returned_on.map(|on| on.to_string()).unwrap_or_default();
        table.row(vec![
            case(known, visitor, asked),
            Cell::text(&asked.title),
            Cell::text(holds),
            Cell::text(on),
        ])
    })
}

#[cfg(test)]
mod tests {
    use case::keeping::AccessAs;

    use crate::tests::harness::service;

    #[tokio::test]
    async fn a_request_is_told_in_one_sentence() {
        let service = service().await;
        service.grant("d-ahmed", "2026-004", AccessAs::Contributor).await;
        let page = service.as_person("d-ahmed").await.open("/requests").await;
        let sentence = "You have 1 request. Summary and chronology for case 2026-004, due Wednesday 25 March 2026, \
                        1 working day overdue.";
        assert!(page.says(sentence), "{}", page.words());
        let open = page.under("Requests to answer");
        assert!(open.contains("from Northmere Community Health"), "{open}");
        let agency = import::id_of("northmere-community-health");
        assert!(page.leads_to(&format!("/cases/2026-004/requests/{agency}")), "{:?}", page.links());
        assert!(!page.leads_to("/cases/2026-004"), "there is no page of the case for an agency");
    }

    #[tokio::test]
    async fn an_agency_sees_what_it_was_asked_and_no_more() {
        let service = service().await;
        let page = service.as_person("d-ahmed").await.open("/requests").await;
        assert!(page.says("You have no requests. We will email you when there is one."), "{}", page.words());
        let answered = page.under("Requests you answered");
        assert!(answered.contains("2026-003") && answered.contains("18 March 2026"), "{answered}");
        assert!(!page.says("2026-004") && !page.says("Partner decisions"), "{}", page.words());
    }

    #[tokio::test]
    async fn it_is_the_home_of_contributors_alone() {
        let service = service().await;
        for other in ["sam-okafor", "a-chen", "k-walsh", "m-rees"] {
            assert_eq!(service.as_person(other).await.get("/requests").await.status, 404, "{other}");
        }
    }
}
