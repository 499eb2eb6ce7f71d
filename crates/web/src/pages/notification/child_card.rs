//! The children on the page, a card each.

use case::Event;

use super::child;
use super::child_change::ChangeChild;
use super::identity::Who;
use super::shown::lines;
use crate::case_view::OpenCase;
use crate::case_view::entries::Entries;
use crate::components::{Button, Inset, SummaryList, SummaryRow};
use crate::form::Form;
use crate::form::case_form::is_offered;

/// A child, whose name is not shown.
pub(super) struct ChildCard {
    /// What is recorded.
    pub(super) card: SummaryList,
    /// What is still to be asked.
    pub(super) reminder: Option<Inset>,
    /// Where the name is asked for, and the button that does; none where no name is recorded.
    pub(super) name: Option<(String, Button)>,
}

/// Every child, by number.
pub(super) fn all(open: &OpenCase, entries: &Entries<'_>) -> Vec<ChildCard> {
    let numbers = open.case.notification.children.keys();
    numbers.filter_map(|number| entries.child(*number).map(|(_, event)| card(open, *number, event))).collect()
}

fn card(open: &OpenCase, number: u8, event: &Event) -> ChildCard {
    let known = open.case.notification.identified.contains_key(&number);
    let answers = child::answers(event).unwrap_or_default();
    let mut rows =
        lines(child::in_words(&answers)).into_iter().map(|(name, says)| SummaryRow::new(name, says));
    let first = rows.next().map(|row| {
        let form = ChangeChild(number);
        if is_offered(&form, open) {
            row.change(open.address(&form.page().path), "what is recorded")
        } else {
            row
        }
    });
    let names = name_row(open, number, known);
    let card = first.into_iter().chain([names]).chain(rows).fold(SummaryList::new(), SummaryList::row);
    let title = if number == 1 {
        "Child 1, counted in the national figures".to_owned()
    } else {
        format!("Child {number}")
    };
    let child = open.case.notification.children.get(&number);
    let button = Button::secondary("Show name").about(format!("of child {number}"));
    ChildCard {
        card: card.card(title, 4),
        reminder: child.and_then(|child| child::reminder(child.ethnicity)).map(Inset::new),
        name: known.then(|| (open.address(&format!("/notification/children/{number}/name")), button)),
    }
}

fn name_row(open: &OpenCase, number: u8, known: bool) -> SummaryRow {
    let row = SummaryRow::new("Name", if known { "Recorded and hidden" } else { "Not recorded yet" });
    let form = Who(number);
    match (is_offered(&form, open), known) {
        (false, _) => row,
        (true, true) => row.change(open.address(&form.page().path), "name and date of birth"),
        (true, false) => row.second("Record", open.address(&form.page().path), "name and date of birth"),
    }
}
