//! What the Panel asked for, and what it was answered.

use case::{Case, Event, Fact, When, Word};

use crate::case_view::OpenCase;
use crate::case_view::entries::{Entries, wrote};
use crate::components::{SummaryList, SummaryRow};
use crate::text::date;

/// Questions and answers in their order; none where there were none.
pub(super) fn list(open: &OpenCase) -> Option<SummaryList> {
    let entries = Entries::of(&open.case);
    let of_it = |fact: &Fact| matches!(fact, Fact::PanelQueried(_) | Fact::PanelQueryAnswered);
    let mut events: Vec<_> = entries.all(of_it).collect();
    events.reverse();
    let list = events.iter().fold(SummaryList::new(), |list, event| list.row(row(event)));
    (!events.is_empty()).then_some(list)
}

fn row(event: &Event) -> SummaryRow {
    let on = if event.on == When::NotKnown { "date not known".to_owned() } else { event.on.to_string() };
    let text = wrote(event, Word::Text);
    let lines = match &event.fact {
        Fact::PanelQueried(query) => {
            let due = query.due.map(|due| format!("Reply wanted by {}", date::weekday(due)));
            (format!("Asked, {on}"), [Some(text), due])
        }
        _ => (format!("Answered, {on}"), [Some(text), None]),
    };
    let (key, lines) = lines;
    let said: Vec<_> = lines.into_iter().flatten().filter(|line| !line.is_empty()).collect();
    SummaryRow::new(key, said.join("\n"))
}

/// What the Panel asked for and was not answered.
pub(super) fn open_question(case: &Case) -> Option<String> {
    case.panel.query.as_ref()?;
    let entries = Entries::of(case);
    entries.last(|fact| matches!(fact, Fact::PanelQueried(_))).map(|(_, event)| wrote(event, Word::Text))
}
