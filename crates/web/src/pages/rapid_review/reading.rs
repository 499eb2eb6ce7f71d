//! The report as a web page: as it reads now, or a version as it was frozen.

use askama::Template;
use axum::extract::State;
use case::{Area, Fact, Word};

use super::chapter::{Chapter, Line, Piece, Set};
use super::overview::became;
use super::report::{self, Text, Version};
use crate::app::App;
use crate::case_view::entries::{Entries, wrote};
use crate::case_view::{InArea, OpenCase, area};
use crate::components::{BackLink, Html, Inset, SummaryList, SummaryRow, WarningText};
use crate::error::{Answer, Error};
use crate::form::asked::capital;
use crate::http::path::Below;
use crate::http::respond;
use crate::layout::{Before, PrintFooter, Shell};
use crate::names::Names;
use crate::text::date;
use crate::text::grammar::several;

#[derive(Template)]
#[template(path = "pages/rapid_review/report.html")]
struct Page {
    shell: Shell,
    caption: String,
    heading: String,
    state: Html,
    notes: Vec<String>,
    chapters: Vec<Shown>,
    decisions: Option<SummaryList>,
}

/// A part of the report on the page.
struct Shown {
    id: &'static str,
    heading: &'static str,
    blocks: Vec<Block>,
}

/// Facts in a row, or a text under its own heading.
enum Block {
    Facts(SummaryList),
    Prose(String, String),
}

/// Shows it as it reads now.
pub(crate) async fn now(State(app): State<App>, open: InArea<area::RapidReview>) -> Answer {
    let text = Text::now(&open.case);
    let state = match open.case.rapid_review.latest() {
        Some(latest) if !report::has_changed(&open.case) => Html::of(
            Inset::new(format!(
                "It reads as version {}. {}.",
                latest.version,
                became(&open.case, latest.version)
            ))
            .link("Read that version", open.address(&format!("/rapid-review/reports/{}", latest.version))),
        ),
        Some(latest) => Html::of(WarningText::new(format!(
            "Draft: not yet put to the partners. It reads otherwise than version {}.",
            latest.version
        ))),
        None => Html::of(WarningText::new("Draft: not yet put to the partners.")),
    };
    respond::page(&page(&app, &open, "Rapid review report", (state, &text), Vec::new(), None))
}

/// Shows a version as it was frozen.
pub(crate) async fn version(
    State(app): State<App>,
    open: InArea<area::RapidReview>,
    Below(number): Below<u16>,
) -> Answer {
    let version = Version::of(&open.case, number).ok_or(Error::NotFound)?;
    let state = Html::of(Inset::new(format!("Version {number}. {}.", became(&open.case, number))));
    let written = format!(
        "Frozen {} with the digest {}.",
        date::when(version.written_on),
        report::short(version.report.digest)
    );
    let kept = if version.matches() {
        "The text below matches the digest: it is the text that was frozen, to the letter."
    } else {
        "The text below does not match the digest. This version was made elsewhere, or words of it were erased or corrected since, and its exact text is not kept here. What the case held of it on that day is shown."
    };
    let heading = format!("Rapid review report, version {number}");
    let decisions = open.shows(Area::Decisions).then(|| decided(&open, number)).flatten();
    respond::page(&page(
        &app,
        &open,
        &heading,
        (state, &version.text),
        vec![format!("{written} {kept}")],
        decisions,
    ))
}

fn page(
    app: &App,
    open: &OpenCase,
    heading: &str,
    (state, text): (Html, &Text),
    mut notes: Vec<String>,
    decisions: Option<SummaryList>,
) -> Page {
    let back = BackLink::new("Back to the rapid review", open.address("/rapid-review"));
    let title =
        heading.strip_prefix("Rapid").map_or_else(|| heading.to_owned(), |rest| format!("rapid{rest}"));
    let mut shell = open.shell(app, &title).after(Before::Back(back));
    shell.print = Some(PrintFooter {
        handling: format!("Case {} · Official-Sensitive", open.reference),
        printed: format!("Printed by {} on {}", open.visitor.name, date::day_and_time(app.clock().now())),
    });
    notes.push(format!("About {} to read.", several(text.minutes(), "minute", "minutes")));
    let is_hidden = |line: &Line| !open.shows(line.area);
    if text.chapters.iter().flat_map(|chapter| &chapter.lines).any(is_hidden) {
        notes.push("Parts that are not for you to see are left out.".to_owned());
    }
    Page {
        shell,
        caption: format!("Case {}", open.reference),
        heading: heading.to_owned(),
        state,
        notes,
        chapters: text.chapters.iter().map(|chapter| shown(open, chapter)).collect(),
        decisions,
    }
}

fn shown(open: &OpenCase, chapter: &Chapter) -> Shown {
    let lines = chapter.lines.iter().filter(|line| open.shows(line.area));
    let mut blocks: Vec<Block> = Vec::new();
    for line in lines {
        let (name, says) = (line.name.named(open.names()), in_words(&line.says, open.names()));
        match (line.set, blocks.last_mut()) {
            (Set::Prose, _) => blocks.push(Block::Prose(name, says)),
            (Set::Fact, Some(Block::Facts(list))) => {
                *list = std::mem::take(list).row(SummaryRow::new(name, says));
            }
            (Set::Fact, _) => blocks.push(Block::Facts(SummaryList::new().row(SummaryRow::new(name, says)))),
        }
    }
    Shown { id: chapter.id, heading: chapter.heading, blocks }
}

fn in_words(says: &[Piece], names: &Names) -> String {
    says.iter().map(|piece| piece.named(names)).collect()
}

/// What each partner decided on a version, as it was recorded.
fn decided(open: &OpenCase, version: u16) -> Option<SummaryList> {
    let entries = Entries::of(&open.case);
    let made = entries
        .all(|fact| matches!(fact, Fact::PartnerDecided(made) if made.decision.version == Some(version)));
    let rows: Vec<_> = made
        .filter_map(|event| {
            let Fact::PartnerDecided(made) = &event.fact else { return None };
            let decision = &made.decision;
            let by = [wrote(event, Word::DecidedBy), date::when(event.on)];
            let by: Vec<_> = by.into_iter().filter(|part| !part.is_empty()).collect();
            let says = [
                capital(&decision.answer),
                by.join(", "),
                wrote(event, Word::Reason),
                wrote(event, Word::Comment),
            ];
            let says: Vec<_> = says.into_iter().filter(|part| !part.is_empty()).collect();
            Some(SummaryRow::new(capital(&decision.partner), says.join("\n")))
        })
        .collect();
    (!rows.is_empty()).then(|| rows.into_iter().fold(SummaryList::new(), SummaryList::row))
}
