//! What stands beside the list of dates: the way back to cases, to any case, and out of the service.

use askama::Template;
use askama::filters::HtmlSafe;
use store::{Tx, access, cases};

use crate::app::Known;
use crate::components::{Button, TextInput};
use crate::error::Error;
use crate::form::data::Answers;
use crate::lists::case_url;
use crate::session::SignedIn;
use crate::text::phase;

/// How many cases are shown as recently viewed.
const RECENT: usize = 5;

/// A case that somebody viewed.
struct Recent {
    reference: String,
    href: String,
    stage: &'static str,
}

/// The rail.
#[derive(Template)]
#[template(path = "pages/due_rail.html")]
pub(super) struct Rail {
    recent: Vec<Recent>,
    find: TextInput,
    search: Button,
    print: String,
    csv: String,
}

impl HtmlSafe for Rail {}

/// Beside a page of the list that the address asks for in this way.
pub(super) async fn read(
    tx: &mut Tx,
    known: &Known,
    visitor: &SignedIn,
    query: &Answers,
    page: usize,
) -> Result<Rail, Error> {
    // Of some the visitor may have lost sight meanwhile.
    let viewed = access::recent(tx, visitor.actor.person, 2 * RECENT).await?;
    let viewed: Vec<_> = viewed.into_iter().map(|(case, _)| case).collect();
    let rows = if viewed.is_empty() { Vec::new() } else { cases::of(tx, &visitor.actor, &viewed).await? };
    let recent = rows.into_iter().take(RECENT).map(|row| Recent {
        reference: row.reference.to_string(),
        href: case_url::of_case(known, visitor, row.partnership, row.reference),
        stage: phase::stage(&row.stage).map(case::Stage::label).unwrap_or_default(),
    });
    Ok(Rail {
        recent: recent.collect(),
        find: TextInput::new("q", "Reference or keyword").hint("For example, 2026-014").search(),
        search: Button::secondary("Search"),
        print: format!("/due?{}", query.clone().and("page", page.to_string()).and("for", "print").to_query()),
        csv: format!("/due.csv?{}", query.to_query()),
    })
}
