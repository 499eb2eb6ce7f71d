//! A letter that asks for more information is a query too.

use super::{PanelOutcome, PanelQuery};
use crate::events::{Event, Fact};
use crate::{Stage, Word, Words};

/// The entry as it is recorded at `stage` and, where it is a letter that opens a query, the query with what was asked.
pub(crate) fn with_query(stage: Stage, event: Event) -> (Event, Option<Event>) {
    let Some(query) = opened(stage, &event.fact) else { return (event, None) };
    let asked = event.words.get(Word::Text).unwrap_or_default().to_owned();
    let words = Words::none().and(Word::Text, asked);
    let query = Event { on: event.on, fact: Fact::PanelQueried(query), words };
    (Event { words: event.words.without(Word::Text), ..event }, Some(query))
}

/// Once the partners have moved on, a letter that asks for more is only a letter.
fn opened(stage: Stage, fact: &Fact) -> Option<PanelQuery> {
    match fact {
        Fact::PanelResponded(letter) if letter.outcome == PanelOutcome::MoreInformation => {
            matches!(stage, Stage::SubmittedToPanel | Stage::PanelResponded)
                .then_some(PanelQuery { due: letter.reply_due })
        }
        _ => None,
    }
}
