//! When each national clock starts, what ends it, and when it is not needed.

use super::path::{Leg, aside, leg};
use super::{ClockKey, Course, NotNeeded, Start};
use crate::KeyDate::{
    Aware, CopiesSent, CriteriaAware, DeathNotified, LcsprDecided, LcsprDiscontinued, Notified,
    PanelResponded, PartiesTold, Published, QueryAnswered, RapidReviewOpened, Submitted, TakenDown,
};
use crate::position::Position;
use crate::{KeyDate, RapidReviewFrom, Stage, When};

/// When a clock started and how far it has run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Span {
    pub(crate) start: Option<Start>,
    pub(crate) course: Course,
}

/// When a national clock started and how far it has run. Local clocks are worked out elsewhere.
pub(crate) fn course_of(key: ClockKey, position: &Position) -> Span {
    match key {
        ClockKey::PartnersTold => partners_told(position),
        ClockKey::RapidReview => rapid_review(position),
        ClockKey::PanelReply => panel_reply(position),
        ClockKey::Lcspr => lcspr(position),
        ClockKey::Copies => copies(position),
        ClockKey::Online => online(position),
        _ => notification(position),
    }
}

fn start(position: &Position, what: KeyDate) -> Option<Start> {
    position.dates.get(what).map(|on| Start { what, on })
}

/// A start that must have happened, although its date may never have been recorded.
fn start_passed(position: &Position, what: KeyDate) -> Start {
    Start { what, on: position.dates.get(what).unwrap_or(When::NotKnown) }
}

/// When the council became aware; where it recognised only later that the criteria are met, that later day.
fn awareness(position: &Position) -> Option<Start> {
    start(position, CriteriaAware).or_else(|| Some(start_passed(position, Aware)))
}

fn notification(position: &Position) -> Span {
    let sent = position.dates.get(DeathNotified).or(position.dates.get(Notified));
    let course = match (sent, aside(position)) {
        (Some(on), _) => Course::Ended(on),
        (None, Some(NotNeeded::Reclassified | NotNeeded::LookedAfterDeath | NotNeeded::CareLeaverDeath)) => {
            Course::Ended(When::NotKnown)
        }
        (None, Some(why)) => Course::NotNeeded(why),
        (None, None) if leg(position.stage) == Leg::BeforeNotification => Course::Open,
        (None, None) => Course::Ended(When::NotKnown),
    };
    Span { start: awareness(position), course }
}

/// Opening the rapid review tells the partners at the latest.
fn partners_told(position: &Position) -> Span {
    let with_the_notification =
        position.notification.notification.as_ref().is_some_and(|sent| !sent.told.is_empty());
    let told = position
        .dates
        .get(PartiesTold)
        .or_else(|| position.dates.get(Notified).filter(|_| with_the_notification))
        .or_else(|| position.dates.get(RapidReviewOpened));
    let course = match (told, aside(position)) {
        (Some(on), _) => Course::Ended(on),
        (None, Some(why)) => Course::NotNeeded(why),
        (None, None) if leg(position.stage) == Leg::BeforeNotification => Course::Open,
        (None, None) if position.stage == Stage::Notified => Course::Open,
        (None, None) => Course::Ended(When::NotKnown),
    };
    Span { start: awareness(position), course }
}

/// What starts the rapid review of this case.
pub(super) fn rapid_review_from(position: &Position) -> RapidReviewFrom {
    position.rule_set.as_ref().map_or(RapidReviewFrom::Notification, |pinned| pinned.rapid_review_from)
}

/// When the rapid review’s working days start by one of the two readings.
pub(super) fn rapid_review_start(position: &Position, from: RapidReviewFrom) -> Option<Start> {
    match (from, leg(position.stage)) {
        (RapidReviewFrom::Awareness, _) => awareness(position),
        (RapidReviewFrom::Notification, Leg::BeforeNotification | Leg::Aside | Leg::Learning) => {
            start(position, Notified)
        }
        (RapidReviewFrom::Notification, _) => Some(start_passed(position, Notified)),
    }
}

fn rapid_review(position: &Position) -> Span {
    let from = rapid_review_from(position);
    let course = match (position.dates.get(Submitted), aside(position), leg(position.stage)) {
        (Some(on), ..) => Course::Ended(on),
        (None, Some(why), _) => Course::NotNeeded(why),
        (None, None, Leg::RapidReview) => Course::Open,
        (None, None, Leg::BeforeNotification) => {
            let runs = from == RapidReviewFrom::Awareness && position.stage == Stage::AwaitingNotification;
            if runs { Course::Open } else { Course::NotStarted }
        }
        (None, None, _) => Course::Ended(When::NotKnown),
    };
    let start = rapid_review_start(position, from).filter(|_| course != Course::NotStarted);
    Span { start, course }
}

/// A letter from the Panel ends the wait, and so does a query; our answer to a query begins another. The latest
/// wait counts.
fn panel_reply(position: &Position) -> Span {
    let submitted = Some(start_passed(position, Submitted));
    let leg = leg(position.stage);
    if leg == Leg::WithPanel {
        let start = start(position, QueryAnswered).or(submitted);
        return Span { start, course: Course::Open };
    }
    if let Some((on, Some(reply))) = position.panel.answered {
        return Span { start: Some(Start { what: QueryAnswered, on }), course: Course::Ended(reply) };
    }
    match (position.dates.get(PanelResponded), aside(position)) {
        (Some(on), _) => Span { start: submitted, course: Course::Ended(on) },
        (None, Some(why)) => Span { start: start(position, Submitted), course: Course::NotNeeded(why) },
        (None, None) if leg < Leg::WithPanel => Span { start: None, course: Course::NotStarted },
        (None, None) => Span { start: submitted, course: Course::Ended(When::NotKnown) },
    }
}

fn lcspr(position: &Position) -> Span {
    let decided = start(position, LcsprDecided);
    let stopped =
        position.stage == Stage::LcsprDiscontinued || position.dates.get(LcsprDiscontinued).is_some();
    let course = match (position.dates.get(Published), aside(position), leg(position.stage)) {
        (Some(on), ..) => Course::Ended(on),
        _ if stopped => Course::NotNeeded(NotNeeded::LcsprDiscontinued),
        (None, Some(why), _) => Course::NotNeeded(why),
        (None, None, Leg::Lcspr | Leg::Publishing) => Course::Open,
        (None, None, Leg::Published) => Course::Ended(When::NotKnown),
        (None, None, Leg::Learning) if decided.is_some() => Course::Ended(When::NotKnown),
        (None, None, Leg::NoLcspr | Leg::Learning) => Course::NotNeeded(NotNeeded::NoLcspr),
        (None, None, _) => Course::NotStarted,
    };
    let start = match course {
        Course::Open | Course::Ended(_) => Some(start_passed(position, LcsprDecided)),
        Course::NotStarted | Course::NotNeeded(_) => decided,
    };
    Span { start, course }
}

/// Counted back from publication: from the day planned until there is a real one.
fn copies(position: &Position) -> Span {
    let planned = position.publication.planned.map(|day| Start { what: Published, on: When::Day(day) });
    let start = start(position, Published).or(planned);
    let sent = position.dates.get(CopiesSent).or(position.publication.improvements_told);
    let course = match (sent, lcspr(position).course) {
        (Some(on), _) => Course::Ended(on),
        (None, Course::NotNeeded(why)) => Course::NotNeeded(why),
        (None, Course::Ended(_)) if nothing_published(position) => {
            Course::NotNeeded(NotNeeded::NothingPublished)
        }
        (None, Course::Ended(_)) => Course::Ended(When::NotKnown),
        (None, Course::Open) if start.is_some() && position.stage != Stage::PublicationHeld => Course::Open,
        (None, Course::Open | Course::NotStarted) => Course::NotStarted,
    };
    Span { start, course }
}

/// Nobody watches this clock once the case is closed, so it is not open then; its date stays visible.
fn online(position: &Position) -> Span {
    let published = Some(start_passed(position, Published));
    match (position.dates.get(TakenDown), lcspr(position).course) {
        (Some(on), _) => Span { start: published, course: Course::Ended(on) },
        (None, Course::NotNeeded(why)) => Span { start: None, course: Course::NotNeeded(why) },
        (None, Course::NotStarted | Course::Open) => Span { start: None, course: Course::NotStarted },
        (None, Course::Ended(_)) if nothing_published(position) => {
            Span { start: None, course: Course::NotNeeded(NotNeeded::NothingPublished) }
        }
        (None, Course::Ended(_)) if position.is_closed() => {
            Span { start: published, course: Course::NotNeeded(NotNeeded::ClosedKeepOnline(None)) }
        }
        (None, Course::Ended(_)) => Span { start: published, course: Course::Open },
    }
}

fn nothing_published(position: &Position) -> bool {
    let dates = &position.dates;
    let decided = dates.get(Published).is_some() && dates.get(TakenDown).is_none();
    position.stage == Stage::NotPublished || (decided && !position.publication.online)
}
