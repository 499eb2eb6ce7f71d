//! The letters of the Panel as they were recorded, after every correction.

use askama::Template;
use askama::filters::HtmlSafe;
use case::panel::PanelResponse;
use case::{Case, Event, Fact, When, Word};

use super::wait::on_day;
use crate::case_view::OpenCase;
use crate::case_view::entries::wrote;
use crate::components::{Details, Html};
use crate::text::grammar::{and, shortened, upper_first};

/// How many letters are shown at once; the earlier ones open below.
const SHOWN: usize = 10;
/// About how much of a summary the list shows.
const IN_SHORT: usize = 240;

/// One letter.
pub(super) struct Letter {
    /// Its number in the case, from 1.
    pub(super) number: usize,
    /// Its entry in the history.
    pub(super) entry: u32,
    /// When it was received.
    pub(super) received: When,
    /// What it says.
    pub(super) response: PanelResponse,
    /// The same in somebody’s own words; empty where they were erased.
    pub(super) summary: String,
    /// What it asked for, where it did.
    pub(super) asked: String,
}

/// Every letter, newest first.
pub(super) fn all(case: &Case) -> Vec<Letter> {
    let standing = case.standing();
    let mut letters: Vec<Letter> = Vec::new();
    for (entry, event) in &standing {
        if let Fact::PanelResponded(response) = &event.fact {
            let query = standing.iter().find(|(number, _)| *number == entry + 1);
            letters.push(Letter {
                number: letters.len() + 1,
                entry: *entry,
                received: event.on,
                response: response.clone(),
                summary: wrote(event, Word::Summary),
                asked: asked_in(event, query.map(|(_, event)| event.as_ref())),
            });
        }
    }
    letters.reverse();
    letters
}

/// What a letter asked for. Where it opened a query, the words went there.
fn asked_in(letter: &Event, next: Option<&Event>) -> String {
    let own = wrote(letter, Word::Text);
    match next {
        Some(query) if own.is_empty() && matches!(query.fact, Fact::PanelQueried(_)) => {
            wrote(query, Word::Text)
        }
        _ => own,
    }
}

impl Letter {
    /// “The National Panel agrees with the LCSPR”.
    pub(super) fn says(&self) -> String {
        format!("The National Panel {}", self.response.outcome)
    }

    /// “Received on 12 February 2026. The letter is dated 11 February 2026”.
    fn dates(&self) -> String {
        let received = match self.received {
            When::NotKnown => "Received on a date that is not known".to_owned(),
            on => format!("Received{}", on_day(on)),
        };
        match self.response.letter {
            When::NotKnown => format!("{received}. The date on the letter is not known"),
            letter => format!("{received}. The letter is dated {letter}"),
        }
    }

    /// “It praises the quality of the review and asks for updates”; empty where it remarks on nothing.
    pub(super) fn remarks(&self) -> String {
        let said = [
            (self.response.praises_quality, "praises the quality of the review"),
            (self.response.quality_concern, "has a concern about the quality"),
            (self.response.late_submission_noted, "notes that the review came late"),
            (self.response.asks_for_updates, "asks for updates"),
        ];
        let said: Vec<_> = said.iter().filter(|(is_said, _)| *is_said).map(|(_, said)| *said).collect();
        if said.is_empty() { String::new() } else { upper_first(&format!("it {}", and(&said))) }
    }
}

/// One line of the list.
struct Line {
    number: usize,
    says: String,
    dates: String,
    summary: String,
    remarks: String,
    href: String,
}

#[derive(Template)]
#[template(path = "pages/panel/letters.html")]
struct List {
    lines: Vec<Line>,
}

impl HtmlSafe for List {}

/// The list of letters, newest first; none where there is no letter.
pub(super) fn list(open: &OpenCase, letters: &[Letter]) -> Option<Html> {
    let line = |letter: &Letter| Line {
        number: letter.number,
        says: letter.says(),
        dates: letter.dates(),
        summary: shortened(&letter.summary, IN_SHORT),
        remarks: letter.remarks(),
        href: open.address(&format!("/panel/responses/{}", letter.number)),
    };
    let of = |letters: &[Letter]| List { lines: letters.iter().map(line).collect() };
    let (latest, earlier) = letters.split_at(letters.len().min(SHOWN));
    let html = (!latest.is_empty()).then(|| Html::of(of(latest)))?;
    if earlier.is_empty() {
        return Some(html);
    }
    Some(html.then(Details::new(format!("{} earlier responses", earlier.len()), of(earlier))))
}
