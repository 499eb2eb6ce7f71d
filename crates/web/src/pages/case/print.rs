//! The case on paper: everything open, nothing to press.

use askama::Template;
use axum::extract::State;

use crate::app::App;
use crate::case_view::header::CasePage;
use crate::case_view::timeline::Fates;
use crate::case_view::{InArea, OpenCase, area};
use crate::components::{CaseHeader, ClockBox, PartnerPanel, StageList, SubNavigation, Table, Timeline};
use crate::error::Answer;
use crate::http::respond;
use crate::layout::{Before, PrintFooter, Shell};
use crate::pages::partner_decisions;
use crate::text::date;

#[derive(Template)]
#[template(path = "pages/case/print.html")]
struct Page {
    shell: Shell,
    header: CaseHeader,
    clock: Option<ClockBox>,
    partners: Option<PartnerPanel>,
    recommendation: Option<String>,
    stages: StageList,
    deadlines: Vec<(&'static str, Table)>,
    timeline: Timeline,
    printed: PrintFooter,
}

/// Shows everything that the visitor may see of the course of the case.
pub(crate) async fn show(State(app): State<App>, open: InArea<area::Overview>) -> Answer {
    let clocks = open.clocks();
    let fates = Fates::of(open.case.history());
    let entries = open.case.history().iter().rev();
    let told =
        entries.map(|entry| crate::components::TimelineEntry { link: None, ..open.told(entry, &fates) });
    let printed = footer(&app, &open);
    respond::page(&Page {
        shell: on_paper(open.shell(&app, "print"), &printed),
        header: CaseHeader {
            nav: SubNavigation::default(),
            actions: Vec::new(),
            access: None,
            ..open.header(CasePage::Elsewhere)
        },
        clock: super::overview::box_of(&open, &clocks).map(ClockBox::opened),
        partners: partner_decisions::cards(&open),
        recommendation: partner_decisions::recommendation(&open),
        stages: open.stages(&clocks, "", &|area| open.shows(area)).list(),
        deadlines: super::deadlines::groups(&open),
        timeline: told.fold(Timeline::new(), Timeline::entry),
        printed,
    })
}

fn footer(app: &App, open: &OpenCase) -> PrintFooter {
    PrintFooter {
        handling: format!("Case {} · Official-Sensitive", open.reference),
        printed: format!("Printed by {} on {}", open.visitor.name, date::day_and_time(app.clock().now())),
    }
}

/// Without what leads elsewhere.
fn on_paper(shell: Shell, printed: &PrintFooter) -> Shell {
    Shell {
        navigation: Vec::new(),
        before: Before::Nothing,
        banner: None,
        print: Some(printed.clone()),
        ..shell
    }
}
