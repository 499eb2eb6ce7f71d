//! The list of cases: searched, filtered, sorted, a page at a time, and as a file.

mod csv;
#[cfg(test)]
mod tests;
mod view;
mod wanted;

use axum::extract::{RawQuery, State};
use case::Reference;
use store::case_list;

use super::search;
use crate::app::App;
use crate::error::Answer;
use crate::form::data::Answers;
use crate::http::respond;
use crate::lists::case_url;
use crate::session::SignedIn;
use wanted::Chosen;

pub(crate) use csv::csv;
pub(in crate::pages) use view::short_table;

/// How many cases are on a page.
const PER_PAGE: usize = 25;

/// Shows a page of the list. A reference in the search box leads to its case, where the visitor may know of it.
pub(crate) async fn show(State(app): State<App>, visitor: SignedIn, RawQuery(query): RawQuery) -> Answer {
    let query = Answers::read(query.unwrap_or_default().as_bytes());
    let known = app.known();
    let today = app.clock().today();
    let chosen = Chosen::read(query, &known, &visitor, today);
    let text = chosen.text();
    if let Ok(reference) = text.parse::<Reference>() {
        match search::cases_of(&app, &visitor, reference).await?.as_slice() {
            [] => {}
            [row] => return respond::go_to(&case_url::of_case(&known, &visitor, row.partnership, reference)),
            // Each partnership has one of its own.
            _ => {
                return respond::go_to(&format!("/search?{}", Answers::default().and("q", text).to_query()));
            }
        }
    }
    let wanted = chosen.wanted(today);
    let page = case_list::open(app.db(), &visitor.actor, app.clock().now(), &wanted, PER_PAGE).await?;
    respond::page(&view::page(&app, &known, &visitor, &chosen, &page))
}
