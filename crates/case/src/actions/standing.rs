//! How recommendations and actions stand.

use std::collections::BTreeMap;

use super::{Action, ActionState, ImpactJudged, Judgement, Progress, ReviewRecommendation};
use crate::When;
use crate::events::{Event, Fact};

/// The recommendations and actions of a case, with what came of each.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    /// Each recommendation, and whether it was accepted.
    pub recommendations: BTreeMap<u16, (ReviewRecommendation, Option<bool>)>,
    /// The actions, by number.
    pub actions: BTreeMap<u16, ActionStanding>,
}

impl Standing {
    /// The actions that are neither closed nor superseded.
    pub fn open(&self) -> impl Iterator<Item = &ActionStanding> {
        self.actions.values().filter(|action| action.closed.is_none())
    }

    pub(crate) fn apply(&mut self, event: &Event) {
        match &event.fact {
            Fact::RecommendationAdded(recommendation) => {
                self.recommendations.insert(recommendation.number, (recommendation.clone(), None));
            }
            Fact::RecommendationAnswered(answer) => {
                if let Some((_, accepted)) = self.recommendations.get_mut(&answer.number) {
                    *accepted = Some(answer.accepted);
                }
            }
            Fact::ActionOpened(action) => {
                self.actions.insert(action.number, ActionStanding::new(action.clone()));
            }
            Fact::ActionUpdated(update) => {
                self.change(update.number, |action| action.progress = update.progress);
            }
            Fact::ActionMoved(moved) => self.change(moved.number, |action| action.action.due = moved.due),
            Fact::ActionCompleted(done) => self.change(done.number, |action| action.done = Some(event.on)),
            Fact::ImpactJudged(impact) => {
                self.change(impact.number, |action| action.impact = Some(impact.clone()));
            }
            Fact::ActionClosed(closed) => self.change(closed.number, |action| action.closed = Some(event.on)),
            Fact::ActionSuperseded(action) => {
                self.change(action.number, |action| action.closed = Some(event.on));
            }
            _ => {}
        }
    }
}

/// One action and what came of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ActionStanding {
    /// What is to be done.
    pub action: Action,
    /// How its owner last said it is going.
    pub progress: Progress,
    /// When it was completed: not the same as having made a difference.
    pub done: Option<When>,
    /// The latest judgement of its effect.
    pub impact: Option<ImpactJudged>,
    /// When it was closed or superseded.
    pub closed: Option<When>,
}

impl ActionStanding {
    fn new(action: Action) -> Self {
        Self { action, progress: Progress::NotStarted, done: None, impact: None, closed: None }
    }

    /// Whether evidence of a difference was found.
    pub fn made_a_difference(&self) -> bool {
        self.impact.as_ref().is_some_and(|impact| impact.judgement != Judgement::NoEvidence)
    }

    /// Where it stands between being opened and being closed.
    pub fn state(&self) -> ActionState {
        match (self.closed, self.done) {
            (Some(_), _) => ActionState::Closed,
            (None, None) => ActionState::Open,
            (None, Some(_)) if self.made_a_difference() => ActionState::ImpactShown,
            (None, Some(_)) => ActionState::AwaitingImpact,
        }
    }
}

impl Standing {
    fn change(&mut self, number: u16, change: impl FnOnce(&mut ActionStanding)) {
        if let Some(action) = self.actions.get_mut(&number) {
            change(action);
        }
    }
}
