//! The rapid review of a case: when it is due, its tasks, its plan, and what is recorded of it.

use axum::extract::State;
use case::terms::Partner;
use case::{Case, ClockKey, Fact, KeyDate, Word};

use super::meeting::Held;
use super::safety::Safety;
use super::scrutineer::Scrutineer;
use super::{HOME, flags, next, plan, report, tasks};
use crate::app::App;
use crate::case_view::entries::{Entries, wrote};
use crate::case_view::header::CasePage;
use crate::case_view::section::{CaseSection, Part};
use crate::case_view::{InArea, OpenCase, area, deadline};
use crate::components::{ButtonLink, Cell, Html, Inset, SummaryList, SummaryRow, Table};
use crate::error::Answer;
use crate::form::asked::capital;
use crate::form::common::named;
use crate::http::respond;
use crate::pages::offered;
use crate::text::date;
use crate::text::grammar::and;

/// How many safety actions are listed here; the report has all of them.
const LISTED: usize = 10;

/// Shows it.
pub(crate) async fn show(State(app): State<App>, open: InArea<area::RapidReview>) -> Answer {
    let page = CaseSection::new(&app, &open, CasePage::RapidReview, "Rapid review", "rapid review")
        .first(first(&open))
        .buttons(buttons(&open))
        .part(Part::new("tasks", "Tasks").show(tasks::list(&open)))
        .part(safety(&open))
        .part(meeting(&open))
        .part(scrutineer(&open))
        .part(versions(&open))
        .part(quality(&open))
        .beside(plan::of(&open));
    respond::page(&page)
}

/// The deadline, with its working.
fn first(open: &OpenCase) -> Html {
    let clocks = open.clocks();
    match clocks.iter().find(|clock| clock.key == ClockKey::RapidReview) {
        Some(clock) => Html::of(deadline::of(open, clock)),
        None => Html::of(Inset::new("No deadline is running for the rapid review.")),
    }
}

fn buttons(open: &OpenCase) -> Vec<ButtonLink> {
    let next = next(open).filter(|next| !next.leads_to(&open.address(HOME)));
    let read = ButtonLink::secondary("Read the report", open.address("/rapid-review/report"));
    next.into_iter().chain([read]).collect()
}

fn safety(open: &OpenCase) -> Part {
    let entries = Entries::of(&open.case);
    let taken: Vec<_> = entries.all(|fact| matches!(fact, Fact::SafetyActionTaken)).collect();
    let part = Part::new("safety", "Immediate safety actions");
    let part = part.links(offered::link(&Safety, open));
    if taken.is_empty() {
        return part;
    }
    let rows = taken.iter().rev().take(LISTED);
    let list = rows.fold(SummaryList::new(), |list, event| {
        list.row(SummaryRow::new(date::when(event.on), wrote(event, Word::Text)))
    });
    let part = part.show(list);
    match taken.len().saturating_sub(LISTED) {
        0 => part,
        more => part.show(
            Inset::new(format!("And {more} more, in the report."))
                .link("Read them", open.address("/rapid-review/report#safety")),
        ),
    }
}

fn meeting(open: &OpenCase) -> Part {
    let part =
        Part::new("meeting", "The meeting").links(offered::others(&[&Held], open, next(open).as_ref()));
    let entries = Entries::of(&open.case);
    let Some((_, event)) = entries.last(|fact| matches!(fact, Fact::MeetingHeld(_))) else { return part };
    let Fact::MeetingHeld(meeting) = &event.fact else { return part };
    let held = open.case.dates.get(KeyDate::MeetingHeld).unwrap_or(event.on);
    let held = held.day().map_or_else(|| date::when(held), |day| plan::day_and_number(open, day));
    let there = Partner::ALL.iter().map(|partner| {
        let was = if meeting.present.contains(partner) { "there" } else { "not there" };
        format!("{}: {was}", capital(partner))
    });
    let rows = [
        ("Held", held),
        ("Statutory partners", there.collect::<Vec<_>>().join("\n")),
        ("Why a partner was not there", wrote(event, Word::Comment)),
        ("Other agencies", named(open, &meeting.agencies)),
        ("Safety checked", if meeting.safety_checked { "Yes".to_owned() } else { "No".to_owned() }),
        ("Why not", wrote(event, Word::Reason)),
        ("Who saw it differently", wrote(event, Word::Dissent)),
    ];
    let rows = rows.into_iter().filter(|(_, says)| !says.is_empty());
    part.show(rows.fold(SummaryList::new(), |list, (name, says)| list.row(SummaryRow::new(name, says))))
}

fn scrutineer(open: &OpenCase) -> Part {
    let entries = Entries::of(&open.case);
    let part = Part::new("scrutineer", "Independent scrutineer");
    let part = part.links(offered::link(&Scrutineer, open));
    let comments = entries.all(|fact| matches!(fact, Fact::ScrutineerCommented));
    let rows = comments.map(|event| SummaryRow::new(date::when(event.on), wrote(event, Word::Comment)));
    let rows: Vec<_> = rows.collect();
    if rows.is_empty() {
        part
    } else {
        part.show(rows.into_iter().fold(SummaryList::new(), SummaryList::row))
    }
}

/// The versions of the report, the newest first.
fn versions(open: &OpenCase) -> Part {
    let part = Part::new("versions", "Versions of the report");
    let reports = &open.case.rapid_review.reports;
    if reports.is_empty() {
        return part.show(Html::of(Inset::new(
            "No version is frozen yet. That happens when the partners are asked to decide.",
        )));
    }
    let table = Table::new("Versions of the report, the newest first")
        .hide_caption()
        .column("Version", None)
        .column("What became of it", None)
        .column("Digest", None);
    part.show(reports.values().rev().fold(table, |table, one| {
        let at = open.address(&format!("/rapid-review/reports/{}", one.version));
        table.row(vec![
            Cell::link(format!("Version {}", one.version), at),
            Cell::text(became(&open.case, one.version)),
            Cell::text(report::short(one.digest)),
        ])
    }))
}

/// “Put to the partners on 23 March 2026 and sent to the National Panel on …”.
pub(super) fn became(case: &Case, version: u16) -> String {
    let on = |when: case::When| {
        when.day().map_or_else(|| date::when(when), |day| format!("on {}", date::weekday(day)))
    };
    let put = report::Version::of(case, version).and_then(|version| version.put_on);
    let put = put.map(|when| format!("put to the partners {}", on(when)));
    let entries = Entries::of(case);
    let sent = entries.last(|fact| matches!(fact, Fact::SubmittedToPanel(sent) if sent.version == version));
    let sent = sent.map(|(_, event)| format!("sent to the National Panel {}", on(event.on)));
    let all: Vec<_> = put.into_iter().chain(sent).collect();
    if all.is_empty() { "Not put to the partners".to_owned() } else { capital(&and(&all)) }
}

fn quality(open: &OpenCase) -> Part {
    let flags = flags::all(open);
    Part::new("quality", "What a good report has")
        .show(Html::of(Inset::new(format!(
            "{}. None of this stands in the way of anything.",
            flags::in_short(&flags)
        ))))
        .show(flags::list(&flags))
}
