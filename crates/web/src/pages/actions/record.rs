//! What is recorded of one action and of one recommendation, in words.

use std::borrow::Cow;

use case::actions::{ActionStanding, ActionState};
use case::{Area, Case, ClockKey, Event, Fact, When, Word};

use crate::app::Known;
use crate::case_view::entries::{Entries, wrote};
use crate::components::Urgency;
use crate::form::asked::capital;
use crate::text::clock::urgency;
use crate::text::grammar::lower_first;
use crate::text::{date, due_date};
use calendar::NaiveDate;

/// One action with what was written of it.
pub(super) struct ActionRecord<'c> {
    /// How it stands.
    pub(super) standing: &'c ActionStanding,
    entries: Entries<'c>,
}

impl<'c> ActionRecord<'c> {
    /// The action of this number.
    pub(super) fn of(case: &'c Case, number: u16) -> Option<Self> {
        let standing = case.actions.actions.get(&number)?;
        Some(Self { standing, entries: Entries::of(case) })
    }

    /// The latest entry of a kind about this action.
    pub(super) fn last(&self, is: impl Fn(&Fact) -> bool) -> Option<&Event> {
        let area = Area::Action(self.standing.action.number);
        self.entries.last(|fact| Area::of(fact) == area && is(fact)).map(|(_, event)| event)
    }

    fn opened(&self, word: Word) -> String {
        self.last(|fact| matches!(fact, Fact::ActionOpened(_)))
            .map(|event| wrote(event, word))
            .unwrap_or_default()
    }

    /// What will change; says so where it was erased.
    pub(super) fn text(&self) -> String {
        Some(self.opened(Word::Text))
            .filter(|text| !text.is_empty())
            .unwrap_or_else(|| format!("Action {}, text erased", self.standing.action.number))
    }

    /// How anyone will know that it worked.
    pub(super) fn measure(&self) -> String {
        self.opened(Word::Measure)
    }

    /// Who owns it: the person, the agency, and who else was written down.
    pub(super) fn owner(&self, known: &Known) -> String {
        let action = &self.standing.action;
        let person = action.owner.map(|person| known.names.person(person));
        let agency = action.owner_organisation.map(|agency| known.names.organisation(agency));
        let who = Some(self.opened(Word::Who)).filter(|who| !who.is_empty());
        [person.or(who), agency].into_iter().flatten().collect::<Vec<_>>().join(", ")
    }

    /// How it stands: a short fact, and how far it has come.
    pub(super) fn state(&self) -> Cow<'static, str> {
        match self.standing.state() {
            ActionState::Open => capital(&self.standing.progress).into(),
            state => capital(&state).into(),
        }
    }

    /// What was judged of its effect; empty where nothing was.
    pub(super) fn judgement(&self) -> String {
        self.standing.impact.as_ref().map(|impact| capital(&impact.judgement)).unwrap_or_default()
    }

    /// How it stands to its date: what is left while it is open, and whether it was in time once it is not. Nothing stays
    /// red that is done.
    pub(super) fn timing(&self, known: &Known, today: NaiveDate) -> (String, Urgency) {
        let (number, due) = (self.standing.action.number, self.standing.action.due);
        match (self.standing.done, self.standing.closed) {
            (Some(done), _) => (completed(done, due, known), Urgency::History),
            (None, Some(closed)) => (format!("Closed {} without being done", on(closed)), Urgency::NotNeeded),
            (None, None) => {
                let clock = due_date::clock_of_row(ClockKey::Action(number), due);
                let calendar = known.basis.calendar();
                (clock.words(today, calendar), urgency(&clock.state(today, calendar)))
            }
        }
    }
}

/// “Completed 9 April 2026, 6 working days late”.
fn completed(done: When, due: NaiveDate, known: &Known) -> String {
    let Some(day) = done.day() else { return format!("Completed {}", on(done)) };
    let late = known.basis.calendar().working_days_between(due, day).ok();
    let late = late.and_then(|days| u32::try_from(days).ok()).unwrap_or_default();
    match late {
        0 if day > due => format!("Completed {}, late", date::day(day)),
        0 => format!("Completed {}, in time", date::day(day)),
        late => format!("Completed {}, {} late", date::day(day), date::working_days(late)),
    }
}

/// A date inside a sentence.
pub(super) fn on(when: When) -> String {
    match when {
        When::Day(day) => date::day(day),
        When::NotKnown => "on a date that is not known".to_owned(),
        when => format!("in {when}"),
    }
}

/// What a recommendation says; says so where it was erased.
pub(super) fn recommendation(entries: &Entries<'_>, number: u16) -> String {
    let added = entries.last(|fact| matches!(fact, Fact::RecommendationAdded(of) if of.number == number));
    let text = added.map(|(_, event)| wrote(event, Word::Text)).filter(|text| !text.is_empty());
    text.unwrap_or_else(|| "The text was erased".to_owned())
}

/// Whether a recommendation is accepted, and why not.
pub(super) fn answer(entries: &Entries<'_>, number: u16, accepted: Option<bool>) -> String {
    let answered =
        entries.last(|fact| matches!(fact, Fact::RecommendationAnswered(of) if of.number == number));
    let reason = answered.map(|(_, event)| wrote(event, Word::Reason)).unwrap_or_default();
    match (accepted, reason.as_str()) {
        (None, _) => "Not answered yet".to_owned(),
        (Some(true), _) => "Accepted".to_owned(),
        (Some(false), "") => "Not accepted".to_owned(),
        (Some(false), why) => format!("Not accepted: {}", lower_first(why)),
    }
}
