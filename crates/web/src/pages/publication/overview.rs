//! The publication of a case: its day, the tasks before and after it, and what came of it.

use axum::extract::State;
use case::Course;

use super::{dates, next, shown, take_down, tasks};
use crate::app::App;
use crate::case_view::entries::Entries;
use crate::case_view::header::CasePage;
use crate::case_view::section::{CaseSection, Part};
use crate::case_view::{InArea, OpenCase, area};
use crate::components::Inset;
use crate::error::Answer;
use crate::http::respond;
use crate::pages::offered;

/// Shows it.
pub(crate) async fn show(State(app): State<App>, open: InArea<area::Publication>) -> Answer {
    respond::page(&page(&app, &open))
}

fn page(app: &App, open: &OpenCase) -> CaseSection {
    let entries = Entries::of(&open.case);
    let page = CaseSection::new(app, open, CasePage::Publication, "Publication", "publication");
    let has_begun = case::lcspr::started(&open.case);
    let page = if has_begun {
        let page = page.first(dates::first(open)).buttons(next(open));
        page.part(Part::new("tasks", "What is to be done").show(tasks::list(open)))
    } else {
        page.first(not_started(open))
    };
    let published =
        Part::new("published", "What is published").links(offered::link(&take_down::TakenOffline, open));
    let published = match shown::published(&entries) {
        Some(list) => published.show(list),
        None => published,
    };
    let page = if has_begun { page.part(published) } else { page };
    let parts = [
        ("exceptions", "Held or not published", shown::exceptions(&entries)),
        ("before", "Before publication", shown::before(&entries)),
        ("national", "National or thematic review", shown::national(open)),
    ];
    let parts = parts.into_iter().filter_map(|(id, heading, list)| Some((id, heading, list?)));
    let page = parts.fold(page, |page, (id, heading, list)| page.part(Part::new(id, heading).show(list)));
    page.part(crate::pages::proceedings::beside(open))
}

/// What has to come first, or why nothing will be published.
fn not_started(open: &OpenCase) -> Inset {
    let clocks = open.clocks();
    let lcspr = clocks.iter().find(|clock| clock.key == case::ClockKey::Lcspr);
    match lcspr.map(|clock| clock.course) {
        Some(Course::NotNeeded(why)) => Inset::new(format!("Nothing is to be published: {why}.")),
        _ => Inset::new(
            "The decision to start an LCSPR (local child safeguarding practice review) comes first.",
        )
        .link("Go to the LCSPR", open.address("/lcspr")),
    }
}
