//! Who has read a case, and when: for the manager.

use askama::Template;
use axum::extract::{RawQuery, State};
use store::access;

use super::list::reads_log;
use crate::app::App;
use crate::case_view::{InArea, area};
use crate::components::{BackLink, Cell, Html, PageHeader, Pagination, Table};
use crate::error::{Answer, Error};
use crate::form::data::Answers;
use crate::http::respond;
use crate::layout::{Before, Shell};
use crate::text::date;

/// How many readings are on a page.
const PER_PAGE: usize = 50;

#[derive(Template)]
#[template(path = "pages/access/readings.html")]
struct Page {
    shell: Shell,
    header: PageHeader,
    readings: Table,
    pages: Html,
}

/// Lists the readings, the latest first.
pub(crate) async fn show(
    State(app): State<App>,
    open: InArea<area::Shared>,
    RawQuery(query): RawQuery,
) -> Answer {
    if !reads_log(&open) {
        return Err(Error::NotFound);
    }
    let query = Answers::read(query.unwrap_or_default().as_bytes());
    let readings = access::readings(&mut app.db().glance().await?, open.id).await?;
    let pages = readings.len().div_ceil(PER_PAGE).max(1);
    let page = query.one("page").parse().unwrap_or(1).clamp(1, pages);
    let table = Table::new("The latest first").column("When", None).column("Who", None).column("How", None);
    let table = readings.iter().skip((page - 1) * PER_PAGE).take(PER_PAGE).fold(table, |table, one| {
        table.row(vec![
            Cell::text(date::day_and_time(one.at)),
            Cell::text(open.names().person_and_post(one.person)),
            Cell::text(in_words(&one.what)),
        ])
    });
    let named = if pages > 1 {
        format!("who has read it, page {page} of {pages}")
    } else {
        "who has read it".to_owned()
    };
    let back = BackLink::new("Back to who has access", open.address("/access"));
    respond::page(&Page {
        shell: open.shell(&app, &named).after(Before::Back(back)),
        header: PageHeader::new("Who has read this case").caption(format!("Case {}", open.reference)),
        readings: table,
        pages: Html::of(Pagination::numbered(page, pages, |page| format!("?page={page}"))),
    })
}

fn in_words(what: &str) -> &str {
    match what {
        "opened" => "Opened it",
        "searched" => "Found it by a search",
        "exported" => "Took it out of the record, with others",
        "named" => "Was shown the name of a child",
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use axum::http::StatusCode;

    use crate::tests::harness::{CASE_WITH_A_LIST as CASE, service};

    #[tokio::test]
    async fn the_manager_sees_who_has_read_and_nobody_else_does() {
        let service = service().await;
        let readings = format!("{CASE}/access/readings");
        assert_eq!(
            service.as_person("r-patel").await.get(&format!("{CASE}/access")).await.status,
            StatusCode::OK
        );
        let page = service.as_person("sam-okafor").await.get(&readings).await;
        assert_eq!(page.status, StatusCode::OK);
        assert!(page.text.contains("Sam Okafor") && page.text.contains("R. Patel"));
        assert!(page.text.contains("Opened it") && page.text.contains("26 March 2026 at 10:42am"));
        for key in ["lee-harper", "r-patel", "m-rees"] {
            let browser = service.as_person(key).await;
            let status = browser.get(&readings).await.status;
            assert_eq!(status, StatusCode::NOT_FOUND, "{key}");
        }
    }
}
