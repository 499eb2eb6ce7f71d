//! How a case stands after all its entries.

use std::collections::BTreeMap;

use crate::consideration::CaseKind;
use crate::dates::Dates;
use crate::events::{ClockJudged, Event, Fact, Opened, RuleSetPinned};
use crate::keeping::AccessAs;
use crate::moves::Move;
use crate::proceedings::StatutoryClock;
use crate::rejection::Rejection;
use crate::{
    KeyDate, PartnershipId, PersonId, Reference, Stage, When, Word, actions, agencies, consideration,
    decisions, lcspr, notification, panel, proceedings, publication, rapid_review,
};

/// How a case stands after all its entries.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Position {
    /// The stage it has reached.
    pub stage: Stage,
    /// The last move of the partnership itself, and its day; none where the case was taken over at this stage.
    pub since: Option<(Move, When)>,
    /// The stage at which a case that began elsewhere was taken over; what came before may be missing.
    pub brought_in_at: Option<Stage>,
    /// How the case came into being.
    pub opened: Option<Opened>,
    /// The local working title; empty once erased.
    pub title: String,
    /// The kind of case, as it turned out.
    pub kind: Option<CaseKind>,
    /// The dates it turns on.
    pub dates: Dates,
    /// The rule set that holds for it.
    pub rule_set: Option<RuleSetPinned>,
    /// The time limits that are met or missed for good.
    pub judged: BTreeMap<StatutoryClock, ClockJudged>,
    /// The named list: who may see the case, and as what.
    pub access: BTreeMap<PersonId, AccessAs>,
    /// The person who leads it, once there is one.
    pub lead: Option<PersonId>,
    /// The views and the decision on notifying.
    pub consideration: consideration::Standing,
    /// The children and the notification.
    pub notification: notification::Standing,
    /// What agencies were asked and returned.
    pub agencies: agencies::Standing,
    /// The rapid review and its report.
    pub rapid_review: rapid_review::Standing,
    /// The partners’ decisions and escalations.
    pub decisions: decisions::Standing,
    /// What the Panel said and asked.
    pub panel: panel::Standing,
    /// What was decided, commissioned and written for the LCSPR.
    pub lcspr: lcspr::Standing,
    /// What was planned, sent, published or held back.
    pub publication: publication::Standing,
    /// Parallel proceedings, linked reviews and delays.
    pub proceedings: proceedings::Standing,
    /// The recommendations and actions, and what came of them.
    pub actions: actions::Standing,
}

impl Position {
    /// The partnership whose case it is.
    pub fn partnership(&self) -> Option<PartnershipId> {
        self.opened.as_ref().map(|opened| opened.partnership)
    }

    /// The reference, once the case was opened.
    pub fn reference(&self) -> Option<Reference> {
        self.opened.as_ref().map(|opened| opened.reference)
    }

    /// Whether the statutory process has come to an end, although actions may still be open.
    pub fn has_ended(&self) -> bool {
        self.stage.is_end()
    }

    /// Whether the partners accepted the evidence and closed the case.
    pub fn is_closed(&self) -> bool {
        self.stage == Stage::Closed
    }

    pub(crate) fn apply(&mut self, event: &Event) {
        self.move_on(event);
        self.dates.apply(event);
        self.apply_keeping(event);
        self.consideration.apply(event);
        self.notification.apply(event);
        self.agencies.apply(event);
        self.rapid_review.apply(event);
        self.decisions.apply(event);
        self.panel.apply(event);
        self.lcspr.apply(event);
        self.apply_publication(event);
        self.proceedings.apply(event);
        self.actions.apply(event);
    }

    fn move_on(&mut self, event: &Event) {
        let Some(step) = event.fact.moves(self.stage) else { return };
        let Some(stage) = self.stage.after(step) else { return };
        self.stage = stage;
        // What others send comes when it comes: the partnership may have gone on before it arrived.
        if !matches!(step, Move::Return | Move::Respond) {
            self.since = Some((step, event.on));
        }
    }

    /// Refuses a move that cannot have happened before the last one, naming both dates.
    pub(crate) fn in_turn(&self, fact: &Fact, on: When) -> Result<(), Rejection> {
        let (Some(step), Some((last, since))) = (fact.moves(self.stage), self.since) else { return Ok(()) };
        // An agency may answer before the review opens, and an LCSPR be decided on before the Panel is told.
        let may_come_early =
            matches!((step, self.stage), (Move::Return, _) | (Move::DecideLcspr, Stage::PanelResponded));
        if may_come_early || !on.certainly_before(since) {
            return Ok(());
        }
        let message = format!("“{step}” ({on}) cannot be before “{last}” ({since}). Check both dates");
        Err(Rejection::of("on", message))
    }

    fn apply_publication(&mut self, event: &Event) {
        self.publication.apply(event);
        if let (Fact::CopiesSent(_), Some(on)) = (&event.fact, self.publication.both_copies_sent()) {
            self.dates.set(KeyDate::CopiesSent, on);
        }
    }

    fn apply_keeping(&mut self, event: &Event) {
        match &event.fact {
            Fact::Opened(opened) => self.opened = Some(opened.clone()),
            Fact::Referred(referral) => {
                self.kind = Some(referral.kind);
                self.retitle(event);
            }
            Fact::BroughtIn(case) => {
                self.stage = case.stage;
                self.brought_in_at = Some(case.stage);
                self.kind = Some(case.kind);
                self.retitle(event);
            }
            Fact::Retitled => self.retitle(event),
            Fact::FoundNotifiable(decision) => self.kind = decision.kind.or(self.kind),
            Fact::Notified(_) => self.kind = Some(CaseKind::SeriousIncident),
            Fact::LookedAfterDeathNotified(_) => self.kind = Some(CaseKind::LookedAfterDeath),
            Fact::CareLeaverDeathNotified(_) => self.kind = Some(CaseKind::CareLeaverDeath),
            Fact::RuleSetPinned(pinned) => self.rule_set = Some(pinned.clone()),
            Fact::ClockJudged(judged) => {
                self.judged.insert(judged.clock, judged.clone());
            }
            Fact::JudgementWithdrawn(withdrawn) => {
                self.judged.remove(&withdrawn.clock);
            }
            Fact::AccessGranted(access) => {
                self.access.insert(access.person, access.as_role);
            }
            Fact::AccessEnded(access) => {
                self.access.remove(&access.person);
            }
            Fact::LeadAssigned(lead) => self.lead = Some(lead.person),
            _ => {}
        }
    }

    fn retitle(&mut self, event: &Event) {
        event.words.get(Word::Title).unwrap_or_default().clone_into(&mut self.title);
    }
}
