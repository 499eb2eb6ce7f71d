//! The home of a statutory partner: what waits for their decision, what they decided, and the cases they can see.

mod made;
mod waiting;

use std::collections::BTreeMap;
use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use calendar::NaiveDate;
use case::{Case, CaseId};
use store::CaseRow;
use store::case_list::{self, Sort, Wanted};

use crate::app::{App, Known};
use crate::components::{ButtonLink, DueList, Inset, PageHeader, Table};
use crate::error::{Answer, Error};
use crate::form::draft;
use crate::http::respond;
use crate::layout::{Section, Shell};
use crate::lists::case_url;
use crate::session::SignedIn;
use crate::text::date;
use made::Made;
use waiting::Waiting;

/// How many of the cases that changed last are looked through.
const LOOKED_AT: usize = 50;
/// How many decisions and cases are shown.
const SHOWN: usize = 10;

#[derive(Template)]
#[template(path = "pages/decisions.html")]
struct Page {
    shell: Shell,
    header: PageHeader,
    unfinished: Option<Inset>,
    first: String,
    open: Option<ButtonLink>,
    waiting: Option<DueList>,
    made: Option<Table>,
    cases: Option<Table>,
    more: bool,
}

/// What the cases of a partner hold for them.
struct Shown {
    rows: Vec<CaseRow>,
    more: bool,
    waiting: Vec<Waiting>,
    made: Vec<Made>,
}

/// Shows what waits for the visitor's decision.
pub(crate) async fn show(State(app): State<App>, visitor: SignedIn) -> Answer {
    let is_partner = visitor.actor.memberships.iter().any(|held| held.role.partner().is_some());
    if !is_partner {
        return Err(Error::NotFound);
    }
    let (known, today) = (app.known(), app.clock().today());
    let mut tx = app.db().snapshot().await?;
    let wanted = Wanted { sort: Sort::Updated, descending: true, page: 1, ..Wanted::default() };
    let found = case_list::list(&mut tx, &visitor.actor, &wanted, LOOKED_AT).await?;
    let ids: Vec<CaseId> = found.rows.iter().map(|row| row.case).collect();
    let cases = store::cases::several(&mut tx, &visitor.actor, &ids).await?;
    let unfinished = draft::unfinished(&mut tx, &visitor).await?;
    drop(tx);
    let shown = Shown {
        waiting: each(&found.rows, &cases, |row, case| waiting::of(&known, &visitor, row, case, today)),
        made: made::latest(each(&found.rows, &cases, |row, case| made::of(&visitor, row, case))),
        more: found.more || found.rows.len() > SHOWN,
        rows: found.rows,
    };
    respond::page(&page(&app, &known, &visitor, shown, unfinished))
}

fn each<T>(
    rows: &[CaseRow],
    cases: &BTreeMap<CaseId, Arc<Case>>,
    of: impl Fn(&CaseRow, &Case) -> Vec<T>,
) -> Vec<T> {
    rows.iter().filter_map(|row| Some(of(row, cases.get(&row.case)?))).flatten().collect()
}

fn page(app: &App, known: &Known, visitor: &SignedIn, mut shown: Shown, unfinished: Option<Inset>) -> Page {
    let today = app.clock().today();
    shown.waiting.sort_by_key(|waiting| (waiting.due.is_none(), waiting.due));
    let to = |waiting: &Waiting| {
        let case = case_url::of_case(known, visitor, waiting.partnership, waiting.reference);
        format!("{case}{}", waiting.page)
    };
    let list = |list: DueList, waiting: &Waiting| list.item(waiting.item(to(waiting), today));
    let open = shown.waiting.first().map(|first| {
        ButtonLink::primary("Record your decision", to(first)).about(format!("on case {}", first.reference))
    });
    Page {
        shell: Shell::of(app, visitor, Section::Decisions, "Your decisions"),
        header: PageHeader::new("Your decisions").large().caption(date::weekday(today)),
        unfinished,
        first: first(&shown, today),
        open,
        waiting: (!shown.waiting.is_empty()).then(|| shown.waiting.iter().fold(DueList::new(), list)),
        made: (!shown.made.is_empty()).then(|| made::table(known, visitor, &shown.made)),
        cases: (!shown.rows.is_empty()).then(|| {
            let first = &shown.rows[..shown.rows.len().min(SHOWN)];
            super::cases::short_table(known, visitor, first, today)
        }),
        more: shown.more,
    }
}

/// The sentence that says it all.
fn first(shown: &Shown, today: NaiveDate) -> String {
    if let Some(first) = shown.waiting.first() {
        let due = first.due.map(|due| format!(", {}", date::due(due, today))).unwrap_or_default();
        return match shown.waiting.len() {
            1 => format!("1 decision is waiting for you. Case {}{due}.", first.reference),
            many => format!(
                "{many} decisions are waiting for you. The first is for case {}{due}.",
                first.reference
            ),
        };
    }
    let last = shown.made.iter().find_map(|made| made.on.day());
    let last = last.map(|day| format!(" Your last decision was on {}.", date::day(day))).unwrap_or_default();
    format!("No decisions are waiting for you. We will email you when one is.{last}")
}

#[cfg(test)]
mod tests {
    use case::keeping::AccessAs;

    use crate::tests::harness::service;

    #[tokio::test]
    async fn what_is_due_first_comes_first() {
        let service = service().await;
        service.grant("a-chen", "2025-001", AccessAs::Partner).await;
        service.grant("a-chen", "2026-006", AccessAs::Partner).await;
        let page = service.as_person("a-chen").await.open("/decisions").await;
        assert!(page.says("1 decision is waiting for you. Case 2026-003"), "a referral asks for no view yet");
        assert!(page.leads_to("/cases/2025-001") && page.leads_to("/cases/2026-006"), "{:?}", page.links());
        let made = page.under("Decisions you made");
        assert!(made.contains("The recommendations of the rapid review"), "{made}");
    }

    #[tokio::test]
    async fn the_police_are_told_of_the_decision_that_waits_for_them() {
        let service = service().await;
        let page = service.as_person("a-chen").await.open("/decisions").await;
        let says = "1 decision is waiting for you. Case 2026-003, due tomorrow, Friday 27 March 2026.";
        assert!(page.says(says), "{}", page.words());
        assert_eq!(page.link("Record your decision on case 2026-003"), "/cases/2026-003/decisions/police");
        let waiting = page.under("Waiting for your decision");
        assert!(waiting.contains("Decide on the rapid review"), "{waiting}");
    }

    #[tokio::test]
    async fn the_council_sees_what_it_decided() {
        let service = service().await;
        let page = service.as_person("r-patel").await.open("/decisions").await;
        assert!(page.says("No decisions are waiting for you. We will email you when one is."));
        let made = page.under("Decisions you made");
        assert!(page.says("Your last decision was on 24 March 2026.") && made.contains("Agrees"), "{made}");
        assert!(page.leads_to("/cases/2026-003") && !page.says("2026-004"), "{}", page.words());
    }

    #[tokio::test]
    async fn it_is_the_home_of_partners_alone() {
        let service = service().await;
        for other in ["sam-okafor", "d-ahmed", "k-walsh", "m-rees"] {
            assert_eq!(service.as_person(other).await.get("/decisions").await.status, 404, "{other}");
        }
    }
}
