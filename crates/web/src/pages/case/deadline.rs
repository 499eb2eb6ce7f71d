//! One clock of a case, counted day by day.

use askama::Template;
use axum::extract::State;
use calendar::Working;
use case::rules::Unit;
use case::{Clock, ClockKey, explain};

use crate::app::App;
use crate::case_view::header::CasePage;
use crate::case_view::{OpenCase, deadline};
use crate::components::{ButtonLink, CaseHeader, Cell, ContextualDate, SummaryList, Table};
use crate::error::{Answer, Error};
use crate::form::case_form;
use crate::http::path::Below;
use crate::http::respond;
use crate::layout::Shell;
use crate::text::{clock, date};

#[derive(Template)]
#[template(path = "pages/case/deadline.html")]
struct Page {
    shell: Shell,
    header: CaseHeader,
    name: String,
    stands: ContextualDate,
    facts: SummaryList,
    days: Option<Table>,
    links: Vec<ButtonLink>,
    back: String,
}

/// Shows the working of one clock.
pub(crate) async fn show(State(app): State<App>, open: OpenCase, Below(key): Below<ClockKey>) -> Answer {
    let clocks = open.clocks();
    let of = clocks.iter().find(|clock| clock.key == key).ok_or(Error::NotFound)?;
    respond::page(&page(&app, &open, of))
}

fn page(app: &App, open: &OpenCase, of: &Clock<'_>) -> Page {
    let state = of.state(open.today, open.calendar());
    let due = clock::due(of, open.calendar()).unwrap_or_else(|| "No date".to_owned());
    let due = if of.key.is_minimum() && of.is_open() { format!("{} {due}", clock::by(of.key)) } else { due };
    let note = clock::note(of, open.today, open.calendar());
    // While a report is online there is nothing that could be late.
    let delays = !(of.key.is_minimum() && of.is_open());
    let offered =
        super::delay::DelayForm::of(of.key).filter(|form| delays && case_form::is_offered(form, open));
    let path = format!("/deadlines/{}/delay", of.key);
    let has_date = of.is_open() && of.due_date().is_some();
    let calendar = has_date.then(|| {
        ButtonLink::secondary(
            "Add this date to a calendar",
            open.address(&format!("/deadlines/{}/date.ics", of.key)),
        )
    });
    Page {
        shell: open.shell(app, &format!("deadline, {}", of.key.label().to_lowercase())),
        header: open.header(CasePage::Deadlines),
        name: open.names().clock(of.key, of.task),
        stands: ContextualDate::new(due, note, clock::urgency(&state)),
        facts: deadline::facts(open, of),
        days: explain(of, open.calendar()).ok().map(|working| days(of, &working)),
        links: offered
            .map(|_| ButtonLink::secondary("Record a delay", open.address(&path)))
            .into_iter()
            .chain(calendar)
            .collect(),
        back: open.address("/deadlines"),
    }
}

/// Every day from the start to the end in the order of counting, counted or left out.
fn days(of: &Clock<'_>, working: &Working) -> Table {
    let unit =
        if of.count.is_some_and(|count| count.unit == Unit::WorkingDays) { "Working day" } else { "Month" };
    let counted = (1..).zip(&working.counted).map(|(nth, day)| (*day, format!("{unit} {nth}")));
    let skipped =
        working.skipped.iter().map(|skipped| (skipped.date, format!("Not counted: {}", skipped.why)));
    let mut days: Vec<_> = counted.chain(skipped).collect();
    days.sort_by_key(|(day, _)| (*day - working.from).num_days().abs());
    let table =
        Table::new("Counted day by day").hide_caption().column("Date", None).column("Counted as", None);
    let start = vec![Cell::text(date::weekday(working.from)), Cell::text("Start, not counted itself")];
    days.into_iter().fold(table.row(start), |table, (day, what)| {
        table.row(vec![Cell::text(date::weekday(day)), Cell::text(what)])
    })
}
