//! The home of an independent reviewer: the reviews they conduct.

use askama::Template;
use axum::extract::State;
use case::Role;
use store::case_list::{self, Sort, Wanted};

use crate::app::App;
use crate::components::{Inset, PageHeader, Table};
use crate::error::{Answer, Error};
use crate::frame::Section;
use crate::kept;
use crate::render;
use crate::shell::Shell;
use crate::signed_in::SignedIn;
use crate::words::date;

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
    let unfinished = kept::unfinished(&mut tx, &visitor).await?;
    drop(tx);
    let first = match found.rows.len() {
        0 => "You have no reviews. The business unit adds you to a case when a review begins.".to_owned(),
        1 => "You have 1 review.".to_owned(),
        count => format!("You have {count} reviews."),
    };
    let next = found.rows.first().and_then(|row| Some((row.main_due?, row.reference)));
    let next = next.map(|(due, reference)| {
        format!(" The next deadline is for case {reference}, {}.", date::due(due, today))
    });
    render::page(&Page {
        shell: Shell::of(&app, &visitor, Section::Reviews, "Your reviews"),
        header: PageHeader::new("Your reviews").large().caption(date::weekday(today)),
        unfinished,
        first: first + &next.unwrap_or_default(),
        reviews: (!found.rows.is_empty())
            .then(|| super::cases::short_table(&known, &visitor, &found.rows, today)),
    })
}

#[cfg(test)]
mod tests {
    use case::keeping::AccessAs;

    use crate::testing::service;

    #[tokio::test]
    async fn a_reviewer_sees_the_reviews_they_conduct() {
        let service = service().await;
        service.grant("k-walsh", "2025-009", AccessAs::Reviewer).await;
        let page = service.as_person("k-walsh").await.get("/my-reviews").await.text;
        let sentence =
            "You have 1 review. The next deadline is for case 2025-009, due on Thursday 2 April 2026.";
        assert!(page.contains(sentence), "{page}");
        assert!(page.contains("href=\"/cases/2025-009\"") && page.contains("Final report agreed"));
    }

    #[tokio::test]
    async fn a_reviewer_without_a_review_is_told_who_adds_one() {
        let service = service().await;
        let page = service.as_person("k-walsh").await.get("/my-reviews").await.text;
        assert!(page.contains("You have no reviews. The business unit adds you to a case"));
        assert!(!page.contains("/cases/2026-"));
    }

    #[tokio::test]
    async fn it_is_the_home_of_reviewers_alone() {
        let service = service().await;
        for other in ["sam-okafor", "a-chen", "d-ahmed", "m-rees"] {
            assert_eq!(service.as_person(other).await.get("/my-reviews").await.status, 404, "{other}");
        }
    }
}
