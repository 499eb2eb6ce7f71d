//! What is outstanding between the partnership and the Panel, in all cases that somebody may see.

use calendar::NaiveDate;
use case::{Area, Case, Clock, ClockKey, PartnershipId, Reference, Stage, clocks, may_see};
use store::{CaseRow, Tx, cases};

use super::agreement::Agreement;
use super::wait::{self, Wait};
use crate::app::Known;
use crate::components::Urgency;
use crate::error::Error;
use crate::session::SignedIn;
use crate::text::clock::urgency;
use crate::text::phase;

/// How many cases are read together. All of them are read: a rate of some would be wrong.
const TOGETHER: usize = 100;

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

/// All of it.
#[derive(Default)]
pub(super) struct Outstanding {
    /// What was sent, the longest wait first.
    pub(super) waiting: Vec<Waiting>,
    /// What was asked for, the earliest date first.
    pub(super) wanted: Vec<Wanted>,
    /// How often it agreed.
    pub(super) agreement: Agreement,
    /// The cases in which there is any of it, for the log of what is taken along.
    pub(super) cases: Vec<case::CaseId>,
}

/// Reads every case that was ever with the Panel, some at a time.
pub(super) async fn read(
    tx: &mut Tx,
    known: &Known,
    visitor: &SignedIn,
    today: NaiveDate,
) -> Result<Outstanding, Error> {
    let mut all = Outstanding::default();
    let mut after: Option<CaseRow> = None;
    loop {
        let rows = cases::list(tx, &visitor.actor, after.as_ref(), TOGETHER).await?;
        let ids: Vec<_> = rows.iter().filter(|row| was_with_panel(row)).map(|row| row.case).collect();
        let read = cases::several(tx, &visitor.actor, &ids).await?;
        for row in &rows {
            let case = read.get(&row.case).filter(|case| may_see(&visitor.actor, case, Area::Panel));
            if let Some(case) = case {
                all.add(known, row, case, today);
            }
        }
        let is_last = rows.len() < TOGETHER;
        after = rows.into_iter().last();
        if is_last {
            break;
        }
    }
    // Of whom nobody knows since when they wait, nobody says that they have waited the longest.
    all.waiting.sort_by_key(|one| {
        let start = one.wait.start.and_then(|start| start.on.earliest());
        (start.is_none(), start)
    });
    all.wanted.sort_by_key(|one| (one.due.is_none(), one.due));
    Ok(all)
}

/// Whether a case can have been with the Panel, by its stage.
fn was_with_panel(row: &CaseRow) -> bool {
    phase::stage(&row.stage).is_some_and(|stage| {
        let aside = matches!(stage, Stage::NotificationReclassified | Stage::AlternativeReview);
        stage >= Stage::SubmittedToPanel || aside
    })
}

impl Outstanding {
    fn add(&mut self, known: &Known, row: &CaseRow, case: &Case, today: NaiveDate) {
        let before = (self.waiting.len(), self.wanted.len());
        for letter in &case.panel.responses {
            self.agreement.count(letter.agreement());
        }
        let calendar = known.basis.calendar();
        let clocks = clocks(case, known.basis.rules_of(case), calendar);
        let (partnership, reference) = (row.partnership, row.reference);
        if let Some(wait) = wait::of(&clocks, today, calendar) {
            self.waiting.push(Waiting { partnership, reference, wait });
        }
        let running = |key: ClockKey| clocks.iter().find(|clock| clock.key == key && clock.is_open());
        let wanted = asked(case).into_iter().filter_map(|(key, what, is_sure)| {
            let clock = running(key);
            (is_sure || clock.is_some()).then(|| Wanted {
                partnership,
                reference,
                title: row.title.clone(),
                what,
                due: clock.and_then(Clock::due_date),
                words: clock
                    .map_or_else(|| "No date was set".to_owned(), |clock| clock.words(today, calendar)),
                urgency: clock.map_or(Urgency::Normal, |clock| urgency(&clock.state(today, calendar))),
            })
        });
        self.wanted.extend(wanted);
        if before != (self.waiting.len(), self.wanted.len()) {
            self.cases.push(row.case);
        }
    }
}

/// What the Panel asked for in a case, each with its clock, and whether it is open even where no date was set.
fn asked(case: &Case) -> Vec<(ClockKey, String, bool)> {
    let asks = case.panel.query.is_some();
    let reply = if asks {
        "Answer the National Panel’s question"
    } else {
        "Reply to the National Panel’s letter"
    };
    let open = case.panel.open_advice().filter(|_| !case.is_closed());
    let advice = open.map(|point| {
        let what = format!("Act on point {} of the National Panel’s advice", point.number);
        (ClockKey::AdvicePoint(point.number), what, true)
    });
    [(ClockKey::PanelQueryReply, reply.to_owned(), asks)].into_iter().chain(advice).collect()
}
