//! The emails of a partnership: what was sent, what waits, and what was not sent and why.

use axum::extract::{RawQuery, State};
use case::{Actor, Area, CaseId, PartnershipId, Reference, may_see};
use store::reminders::{self, Reminder, State as Sent};
use store::{Error, Tx, cases};

use super::administers::{Administers, SettingsPage, Tab};
use crate::app::{App, Known};
use crate::components::{Cell, Inset, PageHeader, Pagination, SubNavigation, Table};
use crate::error::Answer;
use crate::form::data::Answers;
use crate::http::respond;
use crate::lists::case_url;
use crate::text::email;

/// How many are on a page.
const PAGE: usize = 50;

/// What is shown together.
#[derive(Clone, Copy, PartialEq, Eq)]
struct View {
    code: &'static str,
    label: &'static str,
    states: &'static [Sent],
}

const VIEWS: [View; 6] = [
    View { code: "trouble", label: "Not delivered", states: &[Sent::Failed, Sent::Bounced] },
    View { code: "uncertain", label: "Uncertain", states: &[Sent::Uncertain] },
    View { code: "waiting", label: "Waiting", states: &[Sent::Waiting, Sent::Claimed, Sent::Sending] },
    View { code: "sent", label: "Sent", states: &[Sent::Sent] },
    View { code: "withdrawn", label: "Withdrawn", states: &[Sent::Withdrawn] },
    View { code: "not-sent", label: "Not sent", states: &[Sent::PassedOver] },
];

/// Lists the emails of the partnerships that somebody looks after.
pub(crate) async fn show(
    State(app): State<App>,
    administers: Administers,
    RawQuery(query): RawQuery,
) -> Answer {
    let query = Answers::read(query.unwrap_or_default().as_bytes());
    let view = VIEWS.iter().find(|view| view.code == query.one("show")).unwrap_or(&VIEWS[3]);
    let page_number = query.one("page").parse().unwrap_or(1_usize).clamp(1, 1_000);
    let known = app.known();
    let mut tx = app.db().snapshot().await?;
    let counts = counts(&mut tx, &administers.of).await?;
    let mut found = of_partnerships(&mut tx, &administers.of, view, page_number).await?;
    let more = found.len() > PAGE;
    found.truncate(PAGE);
    let open = opened(&mut tx, &administers.visitor.actor, &found).await?;
    drop(tx);
    let header = PageHeader::new("Emails");
    let page = SettingsPage::new(administers.shell(&app, "Emails"), Tab::Emails, header)
        .say("What CSPR Tracker sent about cases, and what it did not and why. No email says anything about a child or a family.")
        .part(Inset::new("To see what each email says, look at the examples.").link("Examples of every email", "/admin/emails/examples"))
        .part(views(view, &counts));
    let page = if found.is_empty() {
        page.part(Inset::new("There are none."))
    } else {
        page.part(table(&known, &administers, &found, &open))
    };
    let to = |page: usize| format!("/admin/emails?show={}&page={page}", view.code);
    respond::page(&page.part(Pagination::around(page_number, PAGE, more, "emails", to)))
}

async fn counts(tx: &mut Tx, of: &[PartnershipId]) -> Result<Vec<(Sent, u64)>, Error> {
    let mut all = Vec::new();
    for partnership in of {
        all.extend(reminders::counts_of(tx, *partnership).await?);
    }
    Ok(all)
}

fn views(shown: &View, counts: &[(Sent, u64)]) -> SubNavigation {
    VIEWS.iter().fold(SubNavigation::new("State"), |views, view| {
        let of_view = counts.iter().filter(|(state, _)| view.states.contains(state));
        let count: u64 = of_view.map(|(_, count)| count).sum();
        views.item(
            format!("{} ({count})", view.label),
            format!("/admin/emails?show={}", view.code),
            view.code == shown.code,
        )
    })
}

/// A page of them, and one more where there is another page.
async fn of_partnerships(
    tx: &mut Tx,
    of: &[PartnershipId],
    view: &View,
    page: usize,
) -> Result<Vec<Reminder>, Error> {
    let skip = (page - 1) * PAGE;
    let mut found = Vec::new();
    for partnership in of {
        found.extend(reminders::of_partnership(tx, *partnership, view.states, (0, skip + PAGE + 1)).await?);
    }
    found.sort_by_key(|reminder| std::cmp::Reverse((reminder.made_at, reminder.id)));
    Ok(found.into_iter().skip(skip).take(PAGE + 1).collect())
}

/// The references of the cases that the visitor may open. Whoever looks after people alone sees none.
async fn opened(tx: &mut Tx, actor: &Actor, found: &[Reminder]) -> Result<Vec<(CaseId, Reference)>, Error> {
    let ids: Vec<_> = found.iter().map(|reminder| reminder.key.case).collect();
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let cases = cases::several(tx, actor, &ids).await?;
    let open = cases.iter().filter(|(_, case)| may_see(actor, case, Area::Overview));
    Ok(open.filter_map(|(id, case)| Some((*id, case.reference()?))).collect())
}

fn table(
    known: &Known,
    administers: &Administers,
    found: &[Reminder],
    open: &[(CaseId, Reference)],
) -> Table {
    let table = Table::new("Emails, the latest first").hide_caption().column("Case", None);
    let table = table.column("About", None);
    let table = email::COLUMNS.into_iter().fold(table, |table, column| table.column(column, None));
    found.iter().fold(table, |table, reminder| {
        let reference = open.iter().find(|(id, _)| *id == reminder.key.case).map(|(_, reference)| *reference);
        let case = match reference {
            Some(reference) => {
                let case = case_url::of_case(known, &administers.visitor, reminder.partnership, reference);
                Cell::reference(reference.to_string(), Some(format!("{case}/emails")))
            }
            None => Cell::text("Not yours to see"),
        };
        let first = [case, Cell::text(reminder.kind.to_string())];
        table.row(first.into_iter().chain(email::cells(&known.names, reminder)).collect())
    })
}

#[cfg(test)]
mod tests {
    use crate::tests::harness::service;

    #[tokio::test]
    async fn the_manager_and_the_administrator_see_what_became_of_emails() {
        let service = service().await;
        for who in ["sam-okafor", "m-rees"] {
            let page = service.as_person(who).await.get("/admin/emails?show=waiting").await.text;
            assert!(page.contains("Waiting (0)") && page.contains("There are none."), "{page}");
        }
        assert_eq!(service.as_person("lee-harper").await.get("/admin/emails").await.status, 404);
    }
}
