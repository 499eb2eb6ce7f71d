//! What an agency returned, for those who may read it.

use case::agencies::Holds;
use case::{Area, Event, Fact, OrganisationId, Word};

use super::questions;
use crate::case_view::OpenCase;
use crate::case_view::entries::{Entries, wrote};
use crate::components::{SummaryList, SummaryRow};
use crate::form::asked::capital;
use crate::text::{date, word};

/// The latest answer of an agency.
pub(crate) fn last<'e>(entries: &'e Entries<'_>, agency: OrganisationId) -> Option<&'e Event> {
    let of_it = |fact: &Fact| matches!(fact, Fact::SummaryReturned(answer) if answer.agency == agency);
    entries.last(of_it).map(|(_, event)| event)
}

/// The latest answer as a list; none where there is none, or the visitor may not read it.
pub(crate) fn list(open: &OpenCase, agency: OrganisationId) -> Option<SummaryList> {
    if !open.shows(Area::Return(agency)) {
        return None;
    }
    let entries = Entries::of(&open.case);
    let event = last(&entries, agency)?;
    let Fact::SummaryReturned(answer) = &event.fact else { return None };
    let list = SummaryList::new()
        .row(SummaryRow::strong("Answer", capital(&answer.holds)))
        .row(SummaryRow::new("Answered on", date::when(event.on)));
    let list = match answer.holds {
        Holds::Information => {
            let came = if answer.chronology { "Sent to the business unit" } else { "None" };
            list.row(SummaryRow::new("Chronology", came))
        }
        Holds::Nothing => list,
    };
    let rows = questions::words().chain([Word::DecidedBy]).filter_map(|word| {
        let (text, label) =
            (wrote(event, word), if word == Word::DecidedBy { "Signed off by" } else { word::label(word) });
        (!text.is_empty()).then(|| SummaryRow::new(label, text))
    });
    Some(rows.fold(list, SummaryList::row))
}
