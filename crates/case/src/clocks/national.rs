//! The national clocks: which rule each is counted by, and the date that gives.

use calendar::{Calendar, Due};
use chrono::NaiveDate;

use super::course::{Span, course_of, rapid_review_from, rapid_review_start};
use super::{
    CannotCompute, Clock, ClockKey, ClockKind, Count, Course, Explained, NotNeeded, OtherReading, Start,
};
use crate::consideration::CaseKind;
use crate::position::Position;
use crate::rules::{Rule, RuleId, RuleKind, RuleSet, Rules};
use crate::{RapidReviewFrom, When};

const NATIONAL: [ClockKey; 7] = [
    ClockKey::Notification,
    ClockKey::PartnersTold,
    ClockKey::RapidReview,
    ClockKey::PanelReply,
    ClockKey::Lcspr,
    ClockKey::Copies,
    ClockKey::Online,
];

pub(super) fn clocks<'r>(
    position: &Position,
    rules: &'r Rules,
    calendar: &Calendar,
    clocks: &mut Vec<Clock<'r>>,
) {
    clocks.extend(NATIONAL.map(|key| clock(key, position, rules, calendar)));
}

fn clock<'r>(key: ClockKey, position: &Position, rules: &'r Rules, calendar: &Calendar) -> Clock<'r> {
    let Span { start, mut course } = course_of(key, position);
    let found = rule_of(key, position, rules);
    if let (Err(CannotCompute::NoSuchRule), Course::Open | Course::NotStarted) = (&found, course) {
        course = Course::NotNeeded(NotNeeded::NoSuchRule);
    }
    let (rule_set, rule) = found.as_ref().map_or((None, None), |(set, rule)| (Some(*set), Some(*rule)));
    let count = rule.map(|rule| count_by(rule, rules));
    let recorded = recorded_due(key, course, position);
    let due = match (recorded, count) {
        (Some(date), _) => Ok(Due { date, provisional: false }),
        (None, Some(count)) => due_from(start, count, calendar),
        (None, None) => Err(found.err().unwrap_or(CannotCompute::NoSuchRule)),
    };
    if let (Course::NotNeeded(NotNeeded::ClosedKeepOnline(until)), Ok(due)) = (&mut course, &due) {
        *until = Some(due.date);
    }
    let ran = start.and_then(|start| start.on.day()).zip(due.as_ref().ok());
    Clock {
        key,
        kind: rule.map_or(ClockKind::Statutory, |rule| match rule.kind {
            RuleKind::Statutory => ClockKind::Statutory,
            RuleKind::Expected => ClockKind::Expected,
        }),
        rule_set,
        rule,
        task: None,
        count,
        start,
        judged: recorded.is_some(),
        course,
        explained: explained(key, position),
        other_reading: count.and_then(|count| other_reading(key, position, count, calendar)),
        easement: rule.zip(ran).and_then(|(rule, (from, due))| rules.easement(rule.id, from, due.date)),
        due,
    }
}

/// The due date of a clock by today’s rules and calendar, whatever was recorded when it ended.
pub(crate) fn recount(
    key: ClockKey,
    position: &Position,
    rules: &Rules,
    calendar: &Calendar,
) -> Result<Due, CannotCompute> {
    let (_, rule) = rule_of(key, position, rules)?;
    due_from(course_of(key, position).start, count_by(rule, rules), calendar)
}

fn due_from(start: Option<Start>, count: Count, calendar: &Calendar) -> Result<Due, CannotCompute> {
    count.due(start.ok_or(CannotCompute::NotStarted)?.day()?, calendar)
}

fn rule_of<'r>(
    key: ClockKey,
    position: &Position,
    rules: &'r Rules,
) -> Result<(&'r RuleSet, &'r Rule), CannotCompute> {
    let set = match &position.rule_set {
        Some(pinned) => rules
            .rule_set(&pinned.rule_set)
            .ok_or_else(|| CannotCompute::RuleSetNotLoaded(pinned.rule_set.clone()))?,
        None => &rules.sets()[rules.sets().len() - 1],
    };
    let id = match (key, position.kind) {
        (ClockKey::PartnersTold, _) => RuleId::PartnersTold,
        (ClockKey::RapidReview, _) => RuleId::RapidReview,
        (ClockKey::PanelReply, _) => RuleId::PanelReply,
        (ClockKey::Lcspr, _) => RuleId::Lcspr,
        (ClockKey::Copies, _) => RuleId::Copies,
        (ClockKey::Online, _) => RuleId::Online,
        (_, Some(CaseKind::LookedAfterDeath)) => RuleId::LookedAfterDeath,
        (_, Some(CaseKind::CareLeaverDeath)) => RuleId::CareLeaverDeath,
        (_, Some(CaseKind::SeriousIncident | CaseKind::LocalLearning) | None) => RuleId::Notification,
    };
    set.rule(id).map(|rule| (set, rule)).ok_or(CannotCompute::NoSuchRule)
}

fn count_by(rule: &Rule, rules: &Rules) -> Count {
    let mut count = Count::by(rule);
    match rule.id {
        RuleId::Copies => count.limit += u32::from(rules.choices().copies_in_clear_days),
        RuleId::PanelReply => {
            count.limit = rules.choices().panel_reply_working_days.unwrap_or(count.limit);
        }
        _ => {}
    }
    count
}

/// The due date recorded when the clock ended, as long as it still ended on that day.
fn recorded_due(key: ClockKey, course: Course, position: &Position) -> Option<NaiveDate> {
    let judged = position.judged.get(&key.statutory()?)?;
    (course == Course::Ended(When::Day(judged.done))).then_some(judged.due)
}

fn explained(key: ClockKey, position: &Position) -> Option<Explained> {
    let delay = position.proceedings.delays.get(&key.statutory()?)?;
    (delay.panel_told != When::NotKnown)
        .then_some(Explained { panel_told: delay.panel_told, expected: delay.expected })
}

fn other_reading(
    key: ClockKey,
    position: &Position,
    count: Count,
    calendar: &Calendar,
) -> Option<OtherReading> {
    if key != ClockKey::RapidReview {
        return None;
    }
    let from = match rapid_review_from(position) {
        RapidReviewFrom::Notification => RapidReviewFrom::Awareness,
        RapidReviewFrom::Awareness => RapidReviewFrom::Notification,
    };
    let start = rapid_review_start(position, from);
    Some(OtherReading { from, start, due: due_from(start, count, calendar) })
}
