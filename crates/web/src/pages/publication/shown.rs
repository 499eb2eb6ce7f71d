//! What is recorded of publication: what was published and where, what was held or declined and why, and what was done
//! before.

use case::publication::{Audience, Recipient};
use case::{Event, Fact, When, Word};

use super::{address, copies};
use crate::case_view::OpenCase;
use crate::case_view::entries::{Entries, wrote};
use crate::components::{SummaryList, SummaryRow};
use crate::form::asked::capital;
use crate::text::date;
use crate::text::grammar::{and, several};

/// How many lines of what was done before publication are shown; the others are in the history.
const MOST: usize = 20;

fn row(name: &str, says: impl Into<String>) -> Option<SummaryRow> {
    let says = says.into();
    (!says.trim().is_empty()).then(|| SummaryRow::new(name, says))
}

fn list(rows: impl IntoIterator<Item = Option<SummaryRow>>) -> Option<SummaryList> {
    let rows: Vec<_> = rows.into_iter().flatten().collect();
    (!rows.is_empty()).then(|| rows.into_iter().fold(SummaryList::new(), SummaryList::row))
}

fn public_address(event: &Event) -> Option<SummaryRow> {
    let at = wrote(event, Word::Address);
    let row = row("Public address", at.clone())?;
    Some(if address::is_web(&at) { row.second("Open", at, "what was published") } else { row })
}

fn informed(panel: When, secretary_of_state: When) -> [Option<SummaryRow>; 2] {
    [
        row("National Panel told", date::when(panel)),
        row("Secretary of State told", date::when(secretary_of_state)),
    ]
}

/// What was published and where, the copy in the repository, and taking it down.
pub(super) fn published(entries: &Entries<'_>) -> Option<SummaryList> {
    let is = |fact: &Fact| {
        matches!(
            fact,
            Fact::Published(_) | Fact::ImprovementsPublished(_) | Fact::CopyDeposited | Fact::TakenDown(_)
        )
    };
    list(entries.all(is).flat_map(|event| match &event.fact {
        Fact::Published(_) => vec![
            row("Full report published", date::when(event.on)),
            public_address(event),
            row("Why copies were late, or the family not told", wrote(event, Word::Reason)),
        ],
        Fact::ImprovementsPublished(of) => {
            let mut rows = vec![
                row("Only the improvements published", date::when(event.on)),
                row("Why not the full report", wrote(event, Word::Reason)),
                row("Improvements", wrote(event, Word::Text)),
                public_address(event),
            ];
            rows.extend(informed(of.panel_told, of.secretary_of_state_told));
            rows
        }
        Fact::CopyDeposited => vec![row(
            "Copy in the national repository",
            format!("{}\n{}", date::when(event.on), wrote(event, Word::Reference)).trim(),
        )],
        Fact::TakenDown(of) => vec![
            row("Taken down", date::when(event.on)),
            row("Why it was taken down", wrote(event, Word::Reason)),
            row("A legal order required it", if of.legal_order { "Yes" } else { "" }),
        ],
        _ => Vec::new(),
    }))
}

/// Each hold with its reason and its end, and the decision to publish nothing.
pub(super) fn exceptions(entries: &Entries<'_>) -> Option<SummaryList> {
    let is = |fact: &Fact| {
        matches!(fact, Fact::PublicationHeld(_) | Fact::PublicationReleased | Fact::PublicationDeclined(_))
    };
    list(entries.all(is).flat_map(|event| match &event.fact {
        Fact::PublicationHeld(hold) => {
            let mut rows = vec![
                row("Held since", date::when(event.on)),
                row("Why publication waits", wrote(event, Word::Reason)),
                row("Looked at again", date::weekday(hold.review_on)),
            ];
            rows.extend(informed(hold.panel_told, hold.secretary_of_state_told));
            rows
        }
        Fact::PublicationReleased => {
            let end = format!("{}\n{}", date::when(event.on), wrote(event, Word::Reason));
            vec![row("The hold ended", end.trim())]
        }
        Fact::PublicationDeclined(of) => {
            let mut rows = vec![
                row("Decided to publish nothing", date::when(event.on)),
                row("Why nothing is published", wrote(event, Word::Reason)),
            ];
            rows.extend(informed(of.panel_told, of.secretary_of_state_told));
            rows
        }
        _ => Vec::new(),
    }))
}

/// What was checked, sent and told, the latest of it, and how much there was before.
pub(super) fn before(entries: &Entries<'_>) -> Option<SummaryList> {
    let is = |fact: &Fact| {
        matches!(fact, Fact::AnonymityChecked(_) | Fact::CopiesSent(_) | Fact::PublicationTold(_))
    };
    let events: Vec<_> = entries.all(is).collect();
    let left_out = events.len().saturating_sub(MOST);
    let more = (left_out > 0)
        .then(|| row("Before that", format!("{} in the history", several(left_out, "entry", "entries"))));
    let rows = events.into_iter().skip(left_out).map(|event| row(&date::when(event.on), done(event)));
    list(more.into_iter().chain(rows))
}

fn done(event: &Event) -> String {
    match &event.fact {
        Fact::AnonymityChecked(check) => format!("Checked for anonymity: {}", and(&check.checked)),
        Fact::CopiesSent(sent) => {
            let to: &Vec<Recipient> = &sent.to;
            format!("Copies sent to {}", copies::names(to))
        }
        Fact::PublicationTold(told) => {
            let who: &Vec<Audience> = &told.who;
            format!("Told: {}", and(who))
        }
        _ => String::new(),
    }
}

/// The national or thematic review beside the local one.
pub(super) fn national(open: &OpenCase) -> Option<SummaryList> {
    let review = open.case.panel.national.as_ref().filter(|_| open.shows(case::Area::Panel))?;
    let local = if review.local_continues {
        "The local review goes on beside it"
    } else {
        "It takes the place of a local review"
    };
    let ended = if open.case.panel.national_ended { "It has ended" } else { "It has not ended" };
    list([row(&capital(&review.kind), format!("{local}\n{ended}"))])
}
