//! Dates a partnership sets for itself. They end when nobody needs them any more, and at the latest with the case.

use calendar::{Calendar, Due};
use chrono::NaiveDate;

use super::path::{Leg, aside, leg};
use super::{CannotCompute, Clock, ClockKey, ClockKind, Count, Course, NotNeeded, Start};
use crate::KeyDate::{Notified, Submitted};
use crate::position::Position;
use crate::rules::{Milestone, Rules};
use crate::{Stage, When};

pub(super) fn clocks<'r>(
    position: &Position,
    rules: &'r Rules,
    calendar: &Calendar,
    clocks: &mut Vec<Clock<'r>>,
) {
    let national = clocks.len();
    milestones(position, rules, calendar, clocks);
    agency_returns(position, clocks);
    decisions_wanted(position, clocks);
    panel(position, clocks);
    holds(position, clocks);
    alternative_review(position, clocks);
    let learning = clocks.len();
    actions(position, clocks);
    if position.has_ended() {
        settle(&mut clocks[national..learning]);
    }
    // Learning is acted on even where the incident need not be notified: only closing the case ends that.
    if position.is_closed() {
        settle(&mut clocks[learning..]);
    }
}

fn settle(clocks: &mut [Clock<'_>]) {
    for clock in clocks.iter_mut().filter(|clock| clock.is_open()) {
        clock.course = Course::NotNeeded(NotNeeded::CaseClosed);
    }
}

/// A clock whose date somebody set, so that nothing is counted.
fn set<'r>(key: ClockKey, due: NaiveDate, course: Course) -> Clock<'r> {
    Clock {
        key,
        kind: ClockKind::Local,
        rule_set: None,
        rule: None,
        task: None,
        count: None,
        start: None,
        due: Ok(Due { date: due, provisional: false }),
        judged: false,
        course,
        explained: None,
        other_reading: None,
        easement: None,
    }
}

fn milestones<'r>(position: &Position, rules: &'r Rules, calendar: &Calendar, clocks: &mut Vec<Clock<'r>>) {
    if leg(position.stage) != Leg::RapidReview {
        return;
    }
    let on = position.dates.get(Notified).unwrap_or(When::NotKnown);
    let plan = rules.choices().milestones.iter().filter(|milestone| !milestone.statutory);
    clocks.extend(plan.map(|milestone| {
        let start = Start { what: Notified, on };
        let count = Count::working_days(milestone.working_day);
        let due = start.day().and_then(|day| count.due(day, calendar));
        milestone_clock(position, milestone, start, count, due)
    }));
}

fn milestone_clock<'r>(
    position: &Position,
    milestone: &'r Milestone,
    start: Start,
    count: Count,
    due: Result<Due, CannotCompute>,
) -> Clock<'r> {
    let met = milestone.met_by.and_then(|what| position.dates.get(what));
    let overtaken = milestone.overtaken_by.filter(|what| position.dates.get(*what).is_some());
    let course = match (met, overtaken) {
        (Some(on), _) => Course::Ended(on),
        (None, Some(what)) => Course::NotNeeded(NotNeeded::Overtaken(what)),
        (None, None) => Course::Open,
    };
    Clock {
        key: ClockKey::Milestone(milestone.number),
        kind: ClockKind::Local,
        rule_set: None,
        rule: None,
        task: Some(&milestone.task),
        count: Some(count),
        start: Some(start),
        due,
        judged: false,
        course,
        explained: None,
        other_reading: None,
        easement: None,
    }
}

fn agency_returns(position: &Position, clocks: &mut Vec<Clock<'_>>) {
    let over = match (aside(position), leg(position.stage)) {
        (Some(why), _) => Some(why),
        (None, Leg::BeforeNotification | Leg::RapidReview) => None,
        (None, _) => Some(NotNeeded::Overtaken(Submitted)),
    };
    clocks.extend(position.agencies.requests.iter().map(|(agency, request)| {
        let course = match (request.holds, request.withdrawn, over) {
            (Some(_), ..) => Course::Ended(request.returned_on.unwrap_or(When::NotKnown)),
            (None, true, _) => Course::NotNeeded(NotNeeded::Withdrawn),
            (None, false, Some(why)) => Course::NotNeeded(why),
            (None, false, None) => Course::Open,
        };
        set(ClockKey::AgencyReturn(*agency), request.asked.due, course)
    }));
}

fn decisions_wanted(position: &Position, clocks: &mut Vec<Clock<'_>>) {
    let asked = position.rapid_review.asked.as_ref().filter(|_| position.stage == Stage::PartnerDecision);
    if let Some(due) = asked.and_then(|asked| asked.decide_by) {
        clocks.push(set(ClockKey::PartnerDecisionsWanted, due, Course::Open));
    }
}

fn panel(position: &Position, clocks: &mut Vec<Clock<'_>>) {
    if leg(position.stage) == Leg::Answered {
        let query = position.panel.query.as_ref().and_then(|query| query.due);
        let letter = || position.panel.responses.last().and_then(|letter| letter.reply_due);
        if let Some(due) = query.or_else(letter) {
            clocks.push(set(ClockKey::PanelQueryReply, due, Course::Open));
        }
    }
    for (number, (point, finished)) in &position.panel.advice {
        if let Some(due) = point.due {
            let course = finished.map_or(Course::Open, Course::Ended);
            clocks.push(set(ClockKey::AdvicePoint(*number), due, course));
        }
    }
}

fn holds(position: &Position, clocks: &mut Vec<Clock<'_>>) {
    if let Some(due) = position.lcspr.hold.as_ref().and_then(|hold| hold.review_on) {
        clocks.push(set(ClockKey::HoldReview, due, Course::Open));
    }
    if let Some(hold) = &position.publication.hold {
        clocks.push(set(ClockKey::PublicationHoldReview, hold.review_on, Course::Open));
    }
}

fn alternative_review(position: &Position, clocks: &mut Vec<Clock<'_>>) {
    if let Some(due) = position.consideration.alternative.as_ref().and_then(|review| review.due) {
        let course = position.consideration.alternative_finished.map_or(Course::Open, Course::Ended);
        clocks.push(set(ClockKey::AlternativeReview, due, course));
    }
}

fn actions(position: &Position, clocks: &mut Vec<Clock<'_>>) {
    clocks.extend(position.actions.actions.iter().map(|(number, action)| {
        let course = action.done.or(action.closed).map_or(Course::Open, Course::Ended);
        set(ClockKey::Action(*number), action.action.due, course)
    }));
}
