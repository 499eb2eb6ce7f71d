//! How a case stands, and the next thing to do.

use askama::Template;
use axum::extract::State;
use case::agencies::Request;
use case::{Area, Clock, ClockKey, ClockKind, ClockState, Course, StepKind, main_clock};

use super::next;
use crate::app::App;
use crate::case_view::header::CasePage;
use crate::case_view::timeline::Fates;
use crate::case_view::{OpenCase, deadline, header};
use crate::components::{
    CaseHeader, ClockBox, ContextualDate, DateList, PartnerPanel, StageList, SummaryList, SummaryRow,
    Timeline, TimelineEntry,
};
use crate::error::Answer;
use crate::form::case_form;
use crate::http::respond;
use crate::layout::Shell;
use crate::pages::{partner_decisions, proceedings};
use crate::text::grammar::lower_first;
use crate::text::{clock, date};

/// How many of the latest events are shown.
const LATEST: usize = 4;

#[derive(Template)]
#[template(path = "pages/case/overview.html")]
struct Page {
    shell: Shell,
    header: CaseHeader,
    clock: Option<ClockBox>,
    partners: Option<PartnerPanel>,
    recommendation: Option<String>,
    stages: StageList,
    others: Option<DateList>,
    timeline: Timeline,
    events: usize,
    address: String,
    beside: String,
    may_retitle: bool,
    may_lead: bool,
}

/// What somebody sees who only has to do with a part of the case.
#[derive(Template)]
#[template(path = "pages/case/own_part.html")]
struct OwnPart {
    shell: Shell,
    header: CaseHeader,
    requests: Vec<SummaryList>,
    dates: Option<DateList>,
}

/// Shows the overview, or to somebody who may not see it their own part of the case.
pub(crate) async fn show(State(app): State<App>, open: OpenCase) -> Answer {
    if !open.shows(Area::Overview) {
        return respond::page(&own_part(&app, &open));
    }
    let clocks = open.clocks();
    respond::page(&Page {
        shell: open.shell(&app, "overview"),
        header: CaseHeader { actions: next::buttons(&open), ..open.header(CasePage::Overview) },
        clock: box_of(&open, &clocks),
        partners: partner_decisions::cards(&open),
        recommendation: partner_decisions::recommendation(&open),
        stages: open.stages(&clocks, &open.address(""), &|area| open.shows(area)).list(),
        others: others(&open, &clocks),
        timeline: latest(&open),
        events: open.case.history().len(),
        address: open.address(""),
        beside: proceedings::summary(&open),
        may_retitle: case_form::is_offered(&super::retitle::Retitle, &open),
        may_lead: leads(&open),
    })
}

/// Whether the visitor may say who leads the case.
fn leads(open: &OpenCase) -> bool {
    open.may(&StepKind::AssignLead)
}

/// The box of the main clock; of a closed case what became of its clocks.
pub(crate) fn box_of(open: &OpenCase, clocks: &[Clock<'_>]) -> Option<ClockBox> {
    if open.case.is_closed() {
        let outcome = header::outcome(open, clocks);
        return Some(
            ClockBox::new("This case is closed", header::closed(&open.case)).sentence(format!("{outcome}.")),
        );
    }
    main_clock(clocks).map(|main| deadline::of(open, main))
}

/// What was done, then what is open by date, then what has not started, apart from the main clock.
fn others(open: &OpenCase, clocks: &[Clock<'_>]) -> Option<DateList> {
    let main = main_clock(clocks).map(|main| main.key);
    let rank = |clock: &Clock<'_>| match clock.course {
        Course::Ended(_) if clock.kind == ClockKind::Statutory => Some((0, clock.due_date())),
        Course::Open => Some((1, clock.due_date())),
        // What follows the LCSPR is far away until there is one.
        Course::NotStarted
            if !matches!(clock.key, ClockKey::Copies | ClockKey::Online | ClockKey::PanelReply) =>
        {
            Some((2, None))
        }
        _ => None,
    };
    let others = clocks.iter().filter(|clock| Some(clock.key) != main);
    let mut shown: Vec<_> = others.filter_map(|clock| Some((rank(clock)?, clock))).collect();
    shown.sort_by_key(|(rank, _)| *rank);
    let dates = shown.iter().map(|(_, clock)| dated(open, clock));
    (!shown.is_empty()).then(|| dates.fold(DateList::new(), DateList::date))
}

/// “27 March 2026” with “Partner decisions: 1 working day left”; of a clock that has ended, when it did.
pub(crate) fn dated(open: &OpenCase, of: &Clock<'_>) -> ContextualDate {
    let state = of.state(open.today, open.calendar());
    let day = of.ended().and_then(case::When::day).or(of.due_date());
    let words = match &state {
        ClockState::NotStarted => "not started".to_owned(),
        _ => lower_first(&of.words(open.today, open.calendar())),
    };
    let name = open.names().clock(of.key, of.task);
    let shown = match (day, of.count) {
        (Some(day), _) if of.is_open() => date::weekday(day),
        (Some(day), _) => date::day(day),
        (None, Some(count)) if state == ClockState::NotStarted => count.words(),
        (None, _) => "No date".to_owned(),
    };
    let dated = ContextualDate::new(shown, format!("{name}: {words}"), clock::urgency(&state));
    match day {
        Some(day) => dated.datetime(day.to_string()),
        None => dated,
    }
}

/// How a clock stands, in words beside an edge.
pub(crate) fn standing(open: &OpenCase, of: &Clock<'_>) -> ContextualDate {
    let state = of.state(open.today, open.calendar());
    ContextualDate::new(of.words(open.today, open.calendar()), "", clock::urgency(&state))
}

fn latest(open: &OpenCase) -> Timeline {
    let fates = Fates::of(open.case.history());
    let latest = open.case.history().iter().rev().take(LATEST);
    let told = latest.map(|entry| TimelineEntry { link: None, ..open.told(entry, &fates) });
    told.fold(Timeline::new(), Timeline::entry)
}

fn own_part(app: &App, open: &OpenCase) -> OwnPart {
    let clocks = open.clocks();
    let requests =
        open.case.agencies.requests.iter().filter(|(agency, _)| open.shows(Area::Request(**agency)));
    let is_request = |clock: &&Clock<'_>| matches!(clock.key, ClockKey::AgencyReturn(_));
    let dates: Vec<_> =
        clocks.iter().filter(|clock| !is_request(clock)).map(|clock| dated(open, clock)).collect();
    OwnPart {
        shell: open.shell(app, "your part"),
        header: CaseHeader { actions: next::buttons(open), ..open.header(CasePage::Overview) },
        requests: requests
            .map(|(agency, request)| asked(open, open.names().organisation(*agency), request))
            .collect(),
        dates: (!dates.is_empty()).then(|| dates.into_iter().fold(DateList::new(), DateList::date)),
    }
}

/// What one agency was asked, and by when.
fn asked(open: &OpenCase, agency: String, request: &Request) -> SummaryList {
    let wanted = if request.asked.chronology { "A summary and a chronology" } else { "A summary" };
    let answer = match (request.holds, request.returned_on) {
        (Some(holds), Some(on)) => format!("{}, {on}", crate::text::grammar::upper_first(holds.label())),
        _ if request.withdrawn => "Not needed: the request was withdrawn".to_owned(),
        _ if request.asked.due < open.today => "Not received. The date has passed".to_owned(),
        _ => "Not received yet".to_owned(),
    };
    SummaryList::new()
        .card(agency, 3)
        .row(SummaryRow::new("Asked for", wanted))
        .row(SummaryRow::new("Asked on", request.asked_on.to_string()))
        .row(SummaryRow::strong("Wanted by", date::weekday(request.asked.due)))
        .row(SummaryRow::new("Your answer", answer))
}
