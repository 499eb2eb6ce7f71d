//! A case: its history, and how it stands after all of it.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Deref;

use chrono::{DateTime, Utc};

use crate::consideration::CaseKind;
use crate::dates::Dates;
use crate::fact::{ClockJudged, Event, Fact, Opened, RuleSetPinned};
use crate::keeping::{self, AccessAs};
use crate::proceedings::StatutoryClock;
use crate::{
    PartnershipId, PersonId, Reference, Stage, Word, Words, actions, agencies, consideration, decisions,
    lcspr, notification, panel, proceedings, publication, rapid_review,
};

/// One entry as it stands in the record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recorded {
    /// Its number within the case, from 1.
    pub seq: u32,
    /// When it was recorded, by our clock.
    pub at: DateTime<Utc>,
    /// Who recorded it.
    pub by: PersonId,
    /// What happened.
    pub event: Event,
}

/// A case, folded from its history. Reads as its [`Position`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Case {
    position: Position,
    history: Vec<Recorded>,
}

/// How a case stands after all its entries.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Position {
    /// The stage.
    pub stage: Stage,
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
    /// Who leads it.
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
    /// The LCSPR.
    pub lcspr: lcspr::Standing,
    /// Publication.
    pub publication: publication::Standing,
    /// Parallel proceedings, linked reviews and delays.
    pub proceedings: proceedings::Standing,
    /// Recommendations and actions.
    pub actions: actions::Standing,
}

impl Deref for Case {
    type Target = Position;

    fn deref(&self) -> &Position {
        &self.position
    }
}

impl Case {
    /// A case of which nothing is recorded.
    pub fn new() -> Self {
        Self::default()
    }

    /// The case that a history tells.
    pub fn replay(history: impl IntoIterator<Item = Recorded>) -> Self {
        let mut case = Self { position: Position::default(), history: history.into_iter().collect() };
        for at in 0..case.history.len() {
            case.forget_words_erased_at(at);
        }
        case.refold();
        case
    }

    /// Every entry, oldest first, as recorded.
    pub fn history(&self) -> &[Recorded] {
        &self.history
    }

    /// The entry with this number.
    pub fn entry(&self, number: u32) -> Option<&Recorded> {
        self.history.iter().find(|recorded| recorded.seq == number)
    }

    /// The number of the last entry; 0 when there is none.
    pub fn version(&self) -> u32 {
        self.history.last().map_or(0, |last| last.seq)
    }

    /// Takes one more entry in. There are no rules here: what is recorded, happened.
    pub fn apply(&mut self, recorded: Recorded) {
        let looks_back = matches!(recorded.event.fact, Fact::Corrected(_) | Fact::WordsErased(_));
        if !looks_back {
            self.position.apply(&recorded.event);
        }
        self.history.push(recorded);
        if looks_back {
            self.forget_words_erased_at(self.history.len() - 1);
            self.refold();
        }
    }

    /// The case as it stood before an entry, with every correction made since in its place.
    pub(crate) fn before(&self, entry: u32) -> Self {
        let earlier: Vec<_> = self.effective(&[]).into_iter().filter(|(number, _)| *number < entry).collect();
        let history = self.history.iter().filter(|recorded| recorded.seq < entry).cloned().collect();
        Self { position: fold(&earlier), history }
    }

    /// How the case would stand after `events`, which are not recorded yet.
    pub(crate) fn position_after(&self, events: &[Event]) -> Position {
        if events.iter().any(|event| matches!(event.fact, Fact::Corrected(_))) {
            return fold(&self.effective(events));
        }
        let mut position = self.position.clone();
        for event in events {
            position.apply(event);
        }
        position
    }

    /// The history as it should have been, with every correction in its place, followed by `more`. Each entry keeps its
    /// number; those struck out are missing.
    pub(crate) fn effective<'a>(&'a self, more: &'a [Event]) -> Vec<(u32, Cow<'a, Event>)> {
        let entries = || (1..).zip(self.history.iter().map(|recorded| &recorded.event).chain(more));
        let mut corrections = keeping::corrections(entries());
        entries()
            .filter_map(|(number, event)| match corrections.remove(&number) {
                None => Some((number, Cow::Borrowed(event))),
                Some(corrected) => corrected.map(|event| (number, Cow::Owned(event))),
            })
            .collect()
    }

    fn refold(&mut self) {
        self.position = fold(&self.effective(&[]));
    }

    fn forget_words_erased_at(&mut self, at: usize) {
        let (earlier, rest) = self.history.split_at_mut(at);
        if let Some(Fact::WordsErased(erasure)) = rest.first().map(|recorded| &recorded.event.fact) {
            for recorded in earlier.iter_mut().filter(|recorded| erasure.entries.contains(&recorded.seq)) {
                recorded.event.words = Words::none();
            }
        }
    }
}

fn fold(events: &[(u32, Cow<'_, Event>)]) -> Position {
    let mut position = Position::default();
    for (_, event) in events {
        position.apply(event);
    }
    position
}

impl Position {
    /// The partnership whose case it is.
    pub fn partnership(&self) -> Option<PartnershipId> {
        self.opened.as_ref().map(|opened| opened.partnership)
    }

    /// The reference.
    pub fn reference(&self) -> Option<Reference> {
        self.opened.as_ref().map(|opened| opened.reference)
    }

    /// Whether the case has come to an end.
    pub fn is_closed(&self) -> bool {
        self.stage.is_end()
    }

    pub(crate) fn apply(&mut self, event: &Event) {
        if let Some(stage) = event.fact.moves(self.stage).and_then(|step| self.stage.after(step)) {
            self.stage = stage;
        }
        self.dates.apply(event);
        self.apply_keeping(event);
        self.consideration.apply(event);
        self.notification.apply(event);
        self.agencies.apply(event);
        self.rapid_review.apply(event);
        self.decisions.apply(event);
        self.panel.apply(event);
        self.lcspr.apply(event);
        self.publication.apply(event);
        self.proceedings.apply(event);
        self.actions.apply(event);
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
