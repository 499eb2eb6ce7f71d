//! A case to which anything happens.

use std::sync::LazyLock;

use calendar::Calendar;
use case::{
    Case, Clock, Command, Event, PersonId, Recorded, Reference, Rejection, Rules, Setting, Stage, clocks,
    decide,
};
use chrono::{DateTime, NaiveDate};
use uuid::Uuid;

pub(crate) static CALENDAR: LazyLock<Calendar> = LazyLock::new(Calendar::shipped);

/// Later than everything that happens.
pub(crate) const TODAY: NaiveDate = NaiveDate::from_ymd_opt(2026, 11, 2).expect("a real day");

/// What would follow from `command`.
pub(crate) fn ask(case: &Case, command: Command) -> Result<Vec<Event>, Rejection> {
    let reference = Some(Reference { year: 2024, serial: 1 });
    let setting = Setting {
        today: TODAY,
        calendar: &CALENDAR,
        rules: Rules::shipped(),
        by: somebody(),
        operator: false,
        reference,
    };
    decide(case, command, &setting)
}

/// Takes entries into a case, and says from which stage to which each of them moved it.
pub(crate) fn record(case: &mut Case, events: Vec<Event>) -> Vec<(Stage, Stage)> {
    let mut moved = Vec::new();
    for event in events {
        let before = case.stage;
        case.apply(Recorded { seq: case.version() + 1, at: DateTime::UNIX_EPOCH, by: somebody(), event });
        if case.stage != before {
            moved.push((before, case.stage));
        }
    }
    moved
}

/// The clocks of a case.
pub(crate) fn clocks_of(case: &Case) -> Vec<Clock<'static>> {
    clocks(case, Rules::shipped(), &CALENDAR)
}

fn somebody() -> PersonId {
    PersonId(Uuid::from_u128(1))
}
