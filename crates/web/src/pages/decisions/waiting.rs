//! What waits for one partner to decide.

use calendar::NaiveDate;
use case::decisions::Question;
use case::terms::Partner;
use case::{Case, Clock, ClockKey, PartnershipId, Reference, Stage, clocks};
use store::CaseRow;

use crate::app::Known;
use crate::components::{ContextualDate, DueItem, Urgency};
use crate::form::asked::code;
use crate::session::SignedIn;
use crate::text::clock::urgency;
use crate::text::due_date;

/// A decision that waits.
pub(super) struct Waiting {
    pub(super) partnership: PartnershipId,
    pub(super) reference: Reference,
    pub(super) due: Option<NaiveDate>,
    title: &'static str,
    /// The page on which it is decided, below the case.
    pub(super) page: String,
    line: String,
    note: String,
    urgency: Urgency,
}

/// What waits in a case for the partners the visitor speaks for in its partnership.
pub(super) fn of(
    known: &Known,
    visitor: &SignedIn,
    row: &CaseRow,
    case: &Case,
    today: NaiveDate,
) -> Vec<Waiting> {
    let here = visitor.actor.memberships.iter().filter(|held| held.partnership == row.partnership);
    let asked = here.filter_map(|held| held.role.partner()).filter_map(|partner| asked(case, partner));
    let calendar = known.basis.calendar();
    let running = clocks(case, known.basis.rules_of(case), calendar);
    let clock = |key| running.iter().find(|clock| clock.key == key && clock.is_open());
    asked
        .map(|(title, by, page)| {
            let clock = by.iter().find_map(|key| clock(*key));
            Waiting {
                partnership: row.partnership,
                reference: row.reference,
                due: clock.and_then(Clock::due_date),
                title,
                page,
                line: format!("{} · {}", row.reference, row.title),
                note: clock.map(|clock| clock.words(today, calendar)).unwrap_or_default(),
                urgency: clock.map_or(Urgency::Normal, |clock| urgency(&clock.state(today, calendar))),
            }
        })
        .collect()
}

/// What a partner is asked at this stage, the clocks by which they are to answer, the one that counts first, and the page
/// on which they do.
fn asked(case: &Case, partner: Partner) -> Option<(&'static str, &'static [ClockKey], String)> {
    let decide = || format!("/decisions/{}", code(&partner));
    let undecided = |question| case.undecided(question).contains(&partner);
    match case.stage {
        Stage::UnderConsideration if partner == Partner::Council => {
            let page = "/notification".to_owned();
            Some(("Decide whether the incident must be notified", &[ClockKey::Notification], page))
        }
        Stage::UnderConsideration if !case.consideration.views.contains_key(&partner) => {
            let page = format!("/notification/views/{}", code(&partner));
            Some(("Give your view on whether the incident must be notified", &[ClockKey::Notification], page))
        }
        Stage::PartnerDecision if undecided(Question::RapidReview) => Some((
            "Decide on the rapid review’s recommendations",
            &[ClockKey::PartnerDecisionsWanted, ClockKey::RapidReview],
            decide(),
        )),
        Stage::PartnersReconsidering if undecided(Question::Reconsideration) => {
            Some(("Decide again, after the National Panel disagreed", &[ClockKey::PanelQueryReply], decide()))
        }
        // A draft may be early work. Once one partner has signed it off it is with all of them.
        Stage::LcsprInProgress
            if !case.decided(Question::SignOff).is_empty() && undecided(Question::SignOff) =>
        {
            Some(("Decide on the final report of the review", &[ClockKey::Lcspr], decide()))
        }
        _ => None,
    }
}

impl Waiting {
    /// As a list shows it.
    pub(super) fn item(&self, href: String, today: NaiveDate) -> DueItem {
        let date = match self.due {
            Some(due) => ContextualDate::new(due_date::bold(due, today), &self.note, self.urgency)
                .datetime(due.to_string()),
            None => ContextualDate::new("No date", &self.note, self.urgency),
        };
        DueItem::new(date, self.title, href).line(&self.line)
    }
}
