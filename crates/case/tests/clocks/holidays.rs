//! A bank holiday is announced, as on 10 September 2022 for the 19th: what runs moves, what is judged stays.

use calendar::{BankHolidays, Calendar};
use case::proceedings::StatutoryClock;
use case::{ClockJudged, Fact, Rules};

use crate::told::{CALENDAR, Told, day, notified, submitted};

/// The bank holidays as they were before the State Funeral was announced.
fn before_the_announcement() -> Calendar {
    let days =
        BankHolidays::shipped().iter().filter(|holiday| holiday.date != day("2022-09-19")).cloned().collect();
    Calendar::new(days).expect("2022 has enough without it")
}

fn notified_on(day: &str) -> Told {
    Told::of(case::consideration::CaseKind::SeriousIncident, "2022-08-26", "wt2023").and(day, notified())
}

#[test]
fn an_open_clock_moves_with_the_announcement() {
    let case = notified_on("2022-09-05");
    let before = before_the_announcement();
    assert_eq!(case.clock_by("rapid-review", Rules::shipped(), &before).due_date(), Some(day("2022-09-26")));
    assert_eq!(
        case.clock_by("rapid-review", Rules::shipped(), &CALENDAR).due_date(),
        Some(day("2022-09-27"))
    );
}

#[test]
fn a_judged_clock_keeps_the_date_it_was_judged_by() {
    let judged = Fact::ClockJudged(ClockJudged {
        clock: StatutoryClock::RapidReview,
        due: day("2022-09-26"),
        done: day("2022-09-27"),
    });
    let case = notified_on("2022-09-05").and("2022-09-27", submitted());
    assert_eq!(case.says("rapid-review", "2022-10-03"), "Met on the last day", "before anything is judged");
    let clock = case.and("2022-09-27", judged).clock("rapid-review");
    assert!(clock.judged);
    assert_eq!(clock.due_date(), Some(day("2022-09-26")));
    assert_eq!(
        clock.state(day("2022-10-03"), &CALENDAR).to_string(),
        "Done 27 September 2022, 1 working day late"
    );
    let working = case::explain(&clock, &CALENDAR).unwrap();
    assert_eq!(working.due, day("2022-09-27"), "the working is by the calendar of today");
}
