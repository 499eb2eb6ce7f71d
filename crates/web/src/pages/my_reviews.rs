//! The home of an independent reviewer: the reviews they conduct.

use askama::Template;
use axum::extract::State;
use calendar::NaiveDate;
use case::{Case, ClockKey, Course, Role, Stage, clocks_for};
use store::CaseRow;
use store::case_list::{self, Sort, Wanted};

use crate::app::{App, Known};
use crate::components::{Cell, ContextualDate, Html, Inset, PageHeader, Table};
use crate::error::{Answer, Error};
use crate::form::draft;
use crate::http::respond;
use crate::layout::{Section, Shell};
use crate::lists::case_url;
use crate::session::SignedIn;
use crate::text::clock::urgency;
use crate::text::{date, due_date};

/// How many reviews are shown: nobody conducts that many.
const SHOWN: usize = 50;

#[derive(Template)]
#[template(path = "pages/my_reviews.html")]
struct Page {
    shell: Shell,
    header: PageHeader,
    unfinished: Option<Inset>,
    first: String,
    reviews: Option<Table>,
}

/// Shows the reviews that the visitor conducts, the next deadline first.
pub(crate) async fn show(State(app): State<App>, visitor: SignedIn) -> Answer {
    if !visitor.is(Role::Reviewer) {
        return Err(Error::NotFound);
    }
    let (known, today) = (app.known(), app.clock().today());
    let mut tx = app.db().snapshot().await?;
    let wanted = Wanted { sort: Sort::NextDeadline, page: 1, ..Wanted::default() };
    let found = case_list::list(&mut tx, &visitor.actor, &wanted, SHOWN).await?;
    let ids: Vec<_> = found.rows.iter().map(|row| row.case).collect();
    let cases = store::cases::several(&mut tx, &visitor.actor, &ids).await?;
    let unfinished = draft::unfinished(&mut tx, &visitor).await?;
    drop(tx);
    let reviews: Vec<_> = found.rows.iter().filter_map(|row| Some((row, &**cases.get(&row.case)?))).collect();
    respond::page(&Page {
        shell: Shell::of(&app, &visitor, Section::Reviews, "Your reviews"),
        header: PageHeader::new("Your reviews").large().caption(date::weekday(today)),
        unfinished,
        first: first(&found.rows, today),
        reviews: (!reviews.is_empty()).then(|| table(&known, &visitor, &reviews, today)),
    })
}

/// The sentence that says it all.
fn first(rows: &[CaseRow], today: NaiveDate) -> String {
    let count = match rows.len() {
        0 => "You have no reviews. The business unit adds you to a case when a review begins.".to_owned(),
        1 => "You have 1 review.".to_owned(),
        count => format!("You have {count} reviews."),
    };
    let next = rows.first().and_then(|row| Some((row.main_due?, row.reference)));
    let next = next.map(|(due, reference)| {
        format!(" The next deadline is for case {reference}, {}.", date::due(due, today))
    });
    count + &next.unwrap_or_default()
}

fn table(known: &Known, visitor: &SignedIn, reviews: &[(&CaseRow, &Case)], today: NaiveDate) -> Table {
    let table = Table::new("Reviews you conduct").hide_caption().column("Case", None).column("Stage", None);
    let table = table.column("6 months of the LCSPR", None).column("Latest draft", None);
    reviews.iter().fold(table.column("Next", None), |table, (row, case)| {
        let href = case_url::of_case(known, visitor, row.partnership, row.reference);
        let (next, page) = next(case);
        table.row(vec![
            Cell::reference(row.reference.to_string(), Some(href.clone())),
            Cell::text(case.stage.label()),
            Cell::html(six_months(known, visitor, case, today)),
            Cell::text(latest_draft(case)),
            Cell::link_about(next, format!("{href}/lcspr{page}"), format!("of case {}", row.reference)),
        ])
    })
}

/// The date by which the review is completed and published, and how far away it is.
fn six_months(known: &Known, visitor: &SignedIn, case: &Case, today: NaiveDate) -> Html {
    let calendar = known.basis.calendar();
    let clocks = clocks_for(&visitor.actor, case, known.basis.rules_of(case), calendar);
    let Some(clock) = clocks.iter().find(|clock| clock.key == ClockKey::Lcspr) else {
        return Html::text("No date can be worked out");
    };
    let words = clock.words(today, calendar);
    match (clock.due_date(), clock.course) {
        (Some(due), Course::Open) => {
            let edge = urgency(&clock.state(today, calendar));
            Html::of(ContextualDate::new(due_date::bold(due, today), words, edge).datetime(due.to_string()))
        }
        _ => Html::text(&words),
    }
}

fn latest_draft(case: &Case) -> String {
    match case.lcspr.latest_draft() {
        Some(draft) => match draft.comments_due {
            Some(due) => format!("Draft {}, comments due {}", draft.version, date::weekday(due)),
            None => format!("Draft {}", draft.version),
        },
        None => "None yet".to_owned(),
    }
}

/// What a reviewer does next, and the page for it below the LCSPR.
fn next(case: &Case) -> (&'static str, String) {
    let has_draft = case.lcspr.latest_draft().is_some();
    let untraced = case.lcspr.key_lines.values().any(|traced| !traced);
    match case.stage {
        Stage::LcsprInProgress | Stage::LcsprHeld if !has_draft => {
            ("Add the first draft", "/drafts/new".to_owned())
        }
        Stage::LcsprInProgress | Stage::LcsprHeld if untraced => {
            ("See which key lines have no finding", "#key-lines".to_owned())
        }
        Stage::LcsprInProgress | Stage::LcsprHeld => ("See comments on the draft", "#drafts".to_owned()),
        _ => ("Open the LCSPR", String::new()),
    }
}

#[cfg(test)]
mod tests {
    use case::keeping::AccessAs;

    use crate::tests::harness::service;

    #[tokio::test]
    async fn a_reviewer_sees_the_reviews_they_conduct() {
        let service = service().await;
        service.grant("k-walsh", "2025-009", AccessAs::Reviewer).await;
        let page = service.as_person("k-walsh").await.get("/my-reviews").await.text;
        let sentence =
            "You have 1 review. The next deadline is for case 2025-009, due on Thursday 2 April 2026.";
        assert!(page.contains(sentence), "{page}");
        assert!(page.contains("href=\"/cases/2025-009\"") && page.contains("Final report agreed"));
        assert!(page.contains("href=\"/cases/2025-009/lcspr\"") && page.contains("Draft 2"), "{page}");
    }

    #[tokio::test]
    async fn a_reviewer_without_a_review_is_told_who_adds_one() {
        let service = service().await;
        let page = service.as_person("k-walsh").await.open("/my-reviews").await;
        assert!(page.says("You have no reviews. The business unit adds you to a case"), "{}", page.words());
        assert!(page.links().is_empty(), "{:?}", page.links());
    }

    #[tokio::test]
    async fn it_is_the_home_of_reviewers_alone() {
        let service = service().await;
        for other in ["sam-okafor", "a-chen", "d-ahmed", "m-rees"] {
            assert_eq!(service.as_person(other).await.get("/my-reviews").await.status, 404, "{other}");
        }
    }
}
