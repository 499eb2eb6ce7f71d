//! The Panel’s points of advice, each open or dealt with.

use case::{ClockKey, Fact, When, Word};

use super::advice::text;
use super::advice_done::Done;
use crate::case_view::OpenCase;
use crate::case_view::entries::{Entries, wrote};
use crate::components::{Details, Html, SummaryList, SummaryRow};
use crate::form::Form;
use crate::form::case_form::is_offered;
use crate::text::date;
use crate::text::grammar::{lower_first, upper_first};

/// How many points of a kind are shown at once; the others open below.
const SHOWN: usize = 20;

/// The points, the open ones first; none where there is none.
pub(super) fn list(open: &OpenCase) -> Option<Html> {
    let entries = Entries::of(&open.case);
    let advice = &open.case.panel.advice;
    let of = |wanted: bool| {
        let some = advice.iter().filter(move |(_, (_, finished))| finished.is_some() != wanted);
        some.map(|(number, _)| row(open, &entries, *number)).collect::<Vec<_>>()
    };
    let mut rows: Vec<_> = of(true).into_iter().chain(of(false)).collect();
    if rows.is_empty() {
        return None;
    }
    let later = rows.split_off(rows.len().min(SHOWN));
    let list = |rows: Vec<SummaryRow>| rows.into_iter().fold(SummaryList::new(), SummaryList::row);
    let html = Html::of(list(rows));
    let more = format!("{} more points of advice", later.len());
    Some(if later.is_empty() { html } else { html.then(Details::new(more, list(later))) })
}

fn row(open: &OpenCase, entries: &Entries<'_>, number: u16) -> SummaryRow {
    let said = [text(entries, number), state(open, entries, number)];
    let said: Vec<_> = said.into_iter().filter(|line| !line.is_empty()).collect();
    let row = SummaryRow::new(format!("Point {number}"), said.join("\n"));
    let form = Done(number);
    let row = if is_offered(&form, open) {
        row.second("Record as dealt with", open.address(&form.page().path), format!("point {number}"))
    } else {
        row
    };
    let has_clock = open.case.panel.advice.get(&number).is_some_and(|(point, _)| point.due.is_some());
    let working = open.address(&format!("/deadlines/{}", ClockKey::AdvicePoint(number)));
    if has_clock { row.second("The date", working, format!("of point {number}")) } else { row }
}

/// “Open. Due Thursday 30 April 2026, 22 working days left”, or what came of it.
fn state(open: &OpenCase, entries: &Entries<'_>, number: u16) -> String {
    let Some((point, finished)) = open.case.panel.advice.get(&number) else { return String::new() };
    if let Some(on) = finished {
        let is_it = |fact: &Fact| matches!(fact, Fact::AdvicePointFinished(done) if done.number == number);
        let outcome = entries.last(is_it).map(|(_, event)| wrote(event, Word::Outcome)).unwrap_or_default();
        let when = if *on == When::NotKnown { String::new() } else { format!(", {on}") };
        let outcome = if outcome.is_empty() { outcome } else { format!(". {outcome}") };
        return format!("Dealt with{when}{outcome}");
    }
    let Some(due) = point.due else { return "Open, without a date".to_owned() };
    let clocks = open.clocks();
    let clock = clocks.iter().find(|clock| clock.key == ClockKey::AdvicePoint(number) && clock.is_open());
    let words = clock.map(|clock| clock.words(open.today, open.calendar())).unwrap_or_default();
    let is_due = upper_first(&date::due(due, open.today).replacen("due on", "due", 1));
    if words.is_empty() || due == open.today {
        return format!("Open. {is_due}");
    }
    format!("Open. {is_due}: {}", lower_first(&words))
}
