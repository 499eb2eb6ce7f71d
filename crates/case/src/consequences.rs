//! What follows from an entry without anyone asking: who sees a new case, the rule set that holds, and judgements on
//! time limits.

use chrono::NaiveDate;

use crate::KeyDate::{Aware, CriteriaAware, Incident, LcsprDecided, Notified};
use crate::clocks::{ClockKey, Course, course_of, recount};
use crate::events::{ClockJudged, Event, Fact, JudgementWithdrawn};
use crate::keeping::{Access, AccessAs, Lead};
use crate::position::Position;
use crate::{Setting, When, Words};

/// The clocks whose end is judged for good.
const JUDGED: [ClockKey; 5] =
    [ClockKey::Notification, ClockKey::RapidReview, ClockKey::Lcspr, ClockKey::Copies, ClockKey::Online];

/// Adds the entries that follow from `events`, which take the case from `before` to `after`.
pub(crate) fn follow(before: &Position, mut after: Position, setting: &Setting<'_>, events: &mut Vec<Event>) {
    let mut add = |fact| events.push(Event { on: When::Day(setting.today), fact, words: Words::none() });
    if before.opened.is_none() && !setting.operator {
        add(Fact::AccessGranted(Access { person: setting.by, as_role: AccessAs::BusinessUnit }));
        add(Fact::LeadAssigned(Lead { person: setting.by }));
    }
    if let Some(pinned) = pin(before, &after, setting) {
        add(Fact::RuleSetPinned(pinned.clone()));
        after.rule_set = Some(pinned);
    }
    JUDGED.into_iter().filter_map(|clock| judge(clock, before, &after, setting)).for_each(add);
}

/// The rule set is pinned once. Only another date of awareness can bring another: a new edition never moves a clock
/// that runs.
fn pin(before: &Position, after: &Position, setting: &Setting<'_>) -> Option<crate::RuleSetPinned> {
    let (was, is) = (basis(before), basis(after));
    if after.rule_set.is_some() && was == is {
        return None;
    }
    let pinned = setting.rules.pin(is);
    let holds = after.rule_set.as_ref().is_some_and(|held| held.rule_set == pinned.rule_set);
    (!holds).then_some(pinned)
}

/// The day by which a case’s rule set is chosen: of awareness, or the best other day there is, as early as it can be.
fn basis(position: &Position) -> Option<NaiveDate> {
    [Aware, CriteriaAware, Notified, Incident, LcsprDecided]
        .into_iter()
        .find_map(|what| position.dates.get(what)?.earliest())
}

/// A clock that ended on a day that is certain is judged, once; again only when a correction changes its start or end.
fn judge(key: ClockKey, before: &Position, after: &Position, setting: &Setting<'_>) -> Option<Fact> {
    let clock = key.statutory()?;
    let held = after.judged.get(&clock);
    let same = course_of(key, before) == course_of(key, after) && before.rule_set == after.rule_set;
    if held.is_some() && same {
        return None;
    }
    let due = || recount(key, after, setting.rules, setting.calendar).ok();
    match ended_on(key, after).and_then(|done| Some((done, due()?.date))) {
        Some((done, due)) => {
            let judged = ClockJudged { clock, due, done };
            (held != Some(&judged)).then_some(Fact::ClockJudged(judged))
        }
        None => held.map(|_| Fact::JudgementWithdrawn(JudgementWithdrawn { clock })),
    }
}

/// The certain day on which a clock ended for good. Copies are judged once there is a real day of publication.
fn ended_on(key: ClockKey, position: &Position) -> Option<NaiveDate> {
    let waits = key == ClockKey::Copies && position.dates.get(crate::KeyDate::Published).is_none();
    match course_of(key, position).course {
        Course::Ended(on) if !waits => on.day(),
        _ => None,
    }
}
