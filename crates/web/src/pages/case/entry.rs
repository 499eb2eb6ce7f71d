//! One entry of the history, with all its words.

use askama::Template;
use axum::extract::State;
use case::keeping::{Corrected, is_correctable, is_dispensable};
use case::{Fact, Recorded};

use crate::app::App;
use crate::case_view::OpenCase;
use crate::case_view::entries::corrects;
use crate::case_view::header::CasePage;
use crate::case_view::timeline::Fates;
use crate::components::{ButtonLink, CaseHeader, SummaryList, SummaryRow};
use crate::error::{Answer, Error};
use crate::http::path::Below;
use crate::http::respond;
use crate::layout::Shell;
use crate::text::word::label;
use crate::text::{date, entry, entry_text};

#[derive(Template)]
#[template(path = "pages/case/entry.html")]
struct Page {
    shell: Shell,
    header: CaseHeader,
    number: u32,
    title: String,
    facts: SummaryList,
    others: Vec<(String, String)>,
    correct: Option<ButtonLink>,
    strike_out: Option<ButtonLink>,
    history: String,
}

/// Shows the entry. One that the visitor may not read answers as one that is not there.
pub(crate) async fn show(State(app): State<App>, open: OpenCase, Below(number): Below<String>) -> Answer {
    let recorded = readable(&open, &number)?;
    respond::page(&page(&app, &open, recorded))
}

/// The entry of this number, where the visitor may read it.
fn readable<'o>(open: &'o OpenCase, number: &str) -> Result<&'o Recorded, Error> {
    let number: u32 = number.parse().map_err(|_| Error::NotFound)?;
    open.case.entry(number).filter(|entry| open.reads(entry)).ok_or(Error::NotFound)
}

fn page(app: &App, open: &OpenCase, recorded: &Recorded) -> Page {
    let fact = &recorded.event.fact;
    let path = |what: &str| open.address(&format!("/history/{}/{what}", recorded.seq));
    let keeps = super::correct::may(open, recorded);
    Page {
        shell: open.shell(app, &format!("history, entry {}", recorded.seq)),
        header: open.header(CasePage::Elsewhere),
        number: recorded.seq,
        title: entry::title(fact, open.names()),
        facts: facts(open, recorded),
        others: others(open, recorded),
        correct: (keeps && is_correctable(fact))
            .then(|| ButtonLink::secondary("Correct this entry", path("correct"))),
        strike_out: (super::strike_out::may(open, recorded) && is_dispensable(fact))
            .then(|| ButtonLink::secondary("Strike out this entry", path("strike-out"))),
        history: open.address("/history"),
    }
}

/// What is known of an entry, and every word that was written with it.
fn facts(open: &OpenCase, recorded: &Recorded) -> SummaryList {
    let mut list = SummaryList::new()
        .row(SummaryRow::new("When it happened", date::when(recorded.event.on)))
        .row(SummaryRow::new("Recorded", date::day_and_time(recorded.at)))
        .row(SummaryRow::new("Recorded by", open.names().person_and_place(recorded.by)));
    if recorded.event.words.is_empty()
        && let Some(sentence) = entry_text::sentence(&recorded.event, open.names())
    {
        list = list.row(SummaryRow::new("What it says", sentence));
    }
    recorded.event.words.iter().fold(list, |list, (word, text)| list.row(SummaryRow::new(label(word), text)))
}

/// The entries that correct this one, or the one that it corrects.
fn others(open: &OpenCase, recorded: &Recorded) -> Vec<(String, String)> {
    let link = |seq: u32, words: String| (words, open.address(&format!("/history/{seq}")));
    let fates = Fates::of(open.case.history());
    if let Fact::Corrected(corrected) = &recorded.event.fact {
        return fates.note(recorded).map(|words| link(corrected.entry, words)).into_iter().collect();
    }
    let of_it = open.case.history().iter().filter(|entry| corrects(entry, recorded.seq));
    of_it
        .filter(|entry| open.reads(entry))
        .map(|entry| {
            let struck = matches!(&entry.event.fact, Fact::Corrected(Corrected { with: None, .. }));
            let how = if struck { "Struck out" } else { "Corrected" };
            link(entry.seq, format!("{how} by entry {}", entry.seq))
        })
        .collect()
}
