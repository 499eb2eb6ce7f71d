//! What is outstanding between the partnership and the Panel, in all cases that somebody may see.

use calendar::NaiveDate;
use case::panel::{self, Asked};
use case::{Case, Clock, PartnershipId, Reference, clocks};
use store::Tx;
use store::panel_list::{self, Outstanding as Row, Page, Totals, Which};

use super::wait::{self, Wait};
use crate::app::Known;
use crate::components::Urgency;
use crate::error::Error;
use crate::session::SignedIn;
use crate::text::clock::urgency;

/// What was sent and has no answer.
pub(super) struct Waiting {
    pub(super) partnership: PartnershipId,
    pub(super) reference: Reference,
    pub(super) wait: Wait,
}

/// What the Panel asked for.
pub(super) struct Wanted {
    pub(super) partnership: PartnershipId,
    pub(super) reference: Reference,
    pub(super) title: String,
    pub(super) what: String,
    pub(super) due: Option<NaiveDate>,
    pub(super) words: String,
    pub(super) urgency: Urgency,
}

/// The first of each list, and how much there is in all.
pub(super) struct Outstanding {
    /// What was sent, the longest wait first.
    pub(super) waiting: Vec<Waiting>,
    /// What was asked for, the earliest date first.
    pub(super) wanted: Vec<Wanted>,
    pub(super) totals: Totals,
}

/// Reads up to `most` of each list, and no case that is not in one of them.
pub(super) async fn read(
    tx: &mut Tx,
    known: &Known,
    visitor: &SignedIn,
    today: NaiveDate,
    most: usize,
) -> Result<Outstanding, Error> {
    let actor = &visitor.actor;
    let waiting = panel_list::list(tx, actor, Which::Waiting, None, most).await?;
    let asked = panel_list::list(tx, actor, Which::Asked, None, most).await?;
    let totals = panel_list::totals(tx, actor).await?;
    let (waiting, mut wanted) = (waiting_in(&waiting, known, today), wanted_in(&asked, known, today));
    wanted.truncate(most);
    Ok(Outstanding { waiting, wanted, totals })
}

/// What waits in the cases of a page.
pub(super) fn waiting_in(page: &Page, known: &Known, today: NaiveDate) -> Vec<Waiting> {
    let calendar = known.basis.calendar();
    let of = |row: &Row| {
        let case = page.cases.get(&row.case)?;
        let wait = wait::of(&clocks(case, known.basis.rules_of(case), calendar), today, calendar)?;
        Some(Waiting { partnership: row.partnership, reference: row.reference, wait })
    };
    page.rows.iter().filter_map(of).collect()
}

/// What was asked for in the cases of a page, the earliest date first.
pub(super) fn wanted_in(page: &Page, known: &Known, today: NaiveDate) -> Vec<Wanted> {
    let mut wanted = Vec::new();
    for row in &page.rows {
        let Some(case) = page.cases.get(&row.case) else { continue };
        wanted.extend(of_case(row, case, known, today));
    }
    wanted.sort_by_key(|one: &Wanted| (one.due.is_none(), one.due));
    wanted
}

fn of_case(row: &Row, case: &Case, known: &Known, today: NaiveDate) -> Vec<Wanted> {
    let calendar = known.basis.calendar();
    let clocks = clocks(case, known.basis.rules_of(case), calendar);
    let wanted = |(what, clock): (Asked, Option<&Clock<'_>>)| Wanted {
        partnership: row.partnership,
        reference: row.reference,
        title: row.title.clone(),
        what: in_words(what),
        due: clock.and_then(Clock::due_date),
        words: clock.map_or_else(|| "No date was set".to_owned(), |clock| clock.words(today, calendar)),
        urgency: clock.map_or(Urgency::Normal, |clock| urgency(&clock.state(today, calendar))),
    };
    panel::asked(case, &clocks).into_iter().map(wanted).collect()
}

fn in_words(what: Asked) -> String {
    match what {
        Asked::Question => "Answer the National Panel’s question".to_owned(),
        Asked::Letter => "Reply to the National Panel’s letter".to_owned(),
        Asked::Advice(number) => format!("Act on point {number} of the National Panel’s advice"),
    }
}
