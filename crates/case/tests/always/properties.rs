//! What holds for every case, whatever people try to record.

use case::{Case, ClockKind, Command, Event, KeyDate, Position, Recorded, Step, Words, explain};
use proptest::prelude::*;

use crate::anything::{Choices, commands};
use crate::{every, walk};

/// Bytes enough for about thirty commands.
fn bytes() -> impl Strategy<Value = Vec<u8>> {
    prop::collection::vec(any::<u8>(), 0..400)
}

/// The case after everything of `commands` that can be recorded is.
fn after(commands: Vec<Command>) -> Case {
    let mut case = Case::new();
    for command in commands {
        if let Ok(events) = walk::ask(&case, command) {
            walk::record(&mut case, events);
        }
    }
    case
}

fn but_for_the_title(position: &Position) -> Position {
    Position { title: String::new(), ..position.clone() }
}

/// Pairs that the guidance puts in this order, written down once more beside the rules.
const IN_ORDER: [(KeyDate, KeyDate); 8] = [
    (KeyDate::Incident, KeyDate::Aware),
    (KeyDate::Aware, KeyDate::Notified),
    (KeyDate::Notified, KeyDate::RapidReviewOpened),
    (KeyDate::MeetingHeld, KeyDate::Submitted),
    (KeyDate::Submitted, KeyDate::PanelResponded),
    (KeyDate::LcsprDecided, KeyDate::LcsprBegun),
    (KeyDate::FinalReportAgreed, KeyDate::Published),
    (KeyDate::CopiesSent, KeyDate::Published),
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_history_replayed_is_the_case_it_was_recorded_in(bytes in bytes()) {
        let case = after(commands(&bytes));
        prop_assert_eq!(Case::replay(case.history().to_vec()), case);
    }

    #[test]
    fn erasing_every_word_leaves_the_case_where_it_stands(bytes in bytes()) {
        let case = after(commands(&bytes));
        let wordless = case.history().iter().map(|entry| {
            let event = Event { words: Words::none(), ..entry.event.clone() };
            Recorded { event, ..entry.clone() }
        });
        prop_assert_eq!(but_for_the_title(&Case::replay(wordless)), but_for_the_title(&case));
    }

    #[test]
    fn what_is_recorded_happened_in_an_order_that_is_possible(bytes in bytes()) {
        let case = after(commands(&bytes));
        for (first, then) in IN_ORDER {
            if let (Some(first_on), Some(then_on)) = (case.dates.get(first), case.dates.get(then)) {
                prop_assert!(!then_on.certainly_before(first_on), "{then} {then_on} before {first} {first_on}");
            }
        }
    }

    #[test]
    fn nothing_is_recorded_before_it_happened(bytes in bytes()) {
        let case = after(commands(&bytes));
        for entry in case.history() {
            prop_assert!(!entry.event.on.certainly_after_day(walk::TODAY), "{:?}", entry.event);
        }
    }

    #[test]
    fn a_refused_command_says_what_to_do(bytes in bytes()) {
        let mut case = Case::new();
        for command in commands(&bytes) {
            let problems = match walk::ask(&case, command) {
                Ok(events) => {
                    walk::record(&mut case, events);
                    continue;
                }
                Err(rejection) => rejection.problems,
            };
            prop_assert!(!problems.is_empty());
            for problem in problems {
                prop_assert!(!problem.message.is_empty() && !problem.message.ends_with('.'), "{problem:?}");
            }
        }
    }

    #[test]
    fn no_word_that_was_written_is_lost(bytes in bytes()) {
        let mut case = Case::new();
        for command in commands(&bytes) {
            let words = command.words.clone();
            let Ok(events) = walk::ask(&case, command) else { continue };
            for (word, text) in words.iter() {
                prop_assert!(events.iter().any(|event| event.words.get(word) == Some(text)), "{word:?} is lost");
            }
            walk::record(&mut case, events);
        }
    }

    #[test]
    fn a_case_that_has_come_to_an_end_has_no_open_clock(bytes in bytes()) {
        let case = after(commands(&bytes));
        for clock in walk::clocks_of(&case) {
            prop_assert!(!(case.is_closed() && clock.is_open()), "{:?} is open at {}", clock.key, case.stage);
            let statutory = clock.kind == ClockKind::Statutory;
            prop_assert!(!(case.has_ended() && statutory && clock.is_open()), "{:?} is open at {}", clock.key, case.stage);
        }
    }

    #[test]
    fn a_due_date_that_was_counted_is_the_one_its_working_arrives_at(bytes in bytes()) {
        let case = after(commands(&bytes));
        for clock in walk::clocks_of(&case) {
            clock.state(walk::TODAY, &walk::CALENDAR);
            if let (Some(due), Some(_), false) = (clock.due_date(), clock.count, clock.judged) {
                let working = explain(&clock, &walk::CALENDAR);
                prop_assert!(working.as_ref().is_ok_and(|working| working.due == due), "{clock:?}: {working:?}");
            }
        }
    }

    #[test]
    fn a_command_reads_back_as_written(bytes in bytes()) {
        for command in commands(&bytes) {
            let json = serde_json::to_string(&command).unwrap();
            prop_assert_eq!(serde_json::from_str::<Command>(&json).unwrap(), command);
        }
    }

    #[test]
    fn an_entry_reads_back_as_stored(bytes in bytes()) {
        let mut choices = Choices::from(&bytes);
        while choices.any_left() {
            let event = Event { on: choices.any(), fact: choices.any(), words: Words::none() };
            prop_assert_eq!(Event::from_json(&event.facts_json(), Words::none()).unwrap(), event);
        }
    }
}

#[test]
fn every_step_is_among_those_tried() {
    let tried = commands(&every::any_bytes().take(40_000).collect::<Vec<_>>());
    for (name, step) in every::every_step() {
        let same = |other: &Step| std::mem::discriminant(other) == std::mem::discriminant(&step);
        assert!(tried.iter().any(|command| same(&command.step)), "{name} is never tried");
    }
}
