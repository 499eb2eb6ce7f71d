//! The end of a statutory clock is judged once, and stays judged.

use calendar::{BankHolidays, Calendar};
use case::publication::TakeDown;
use case::{KeyDate, Stage, Step, Word, Words};

use crate::recorded::{Record, bring_in, judgements, notification};
use crate::told::{CALENDAR, day};

fn awaiting() -> Record {
    Record::new().brought_in(Stage::AwaitingNotification, "2024-03-04", &[])
}

#[test]
fn sending_the_notification_judges_its_clock() {
    let (case, events) = awaiting().notified("2024-03-12");
    assert_eq!(judgements(&events), ["notification due 2024-03-11 done 2024-03-12"]);
    let clock = case.clock("notification");
    assert!(clock.judged);
    assert_eq!(
        clock.state(day("2024-03-20"), &CALENDAR).to_string(),
        "Done 12 March 2024, 1 working day late"
    );
}

#[test]
fn nothing_is_judged_twice() {
    let (case, _) = awaiting().notified("2024-03-12");
    let note = Step::AddNote(case::keeping::Note { restricted: false });
    let (_, events) = case.step("2024-03-13", note, Words::none().and(Word::Text, "Called the hospital"));
    assert_eq!(judgements(&events), Vec::<String>::new());
}

#[test]
fn a_day_that_is_not_known_is_not_judged() {
    for on in ["2024-03", "2024", "not known"] {
        let (case, events) = awaiting().notified(on);
        assert_eq!(judgements(&events), Vec::<String>::new(), "{on}");
        assert!(!case.clock("notification").judged);
    }
    let (_, events) =
        Record::new().brought_in(Stage::AwaitingNotification, "2024-03", &[]).notified("2024-04-02");
    assert_eq!(judgements(&events), Vec::<String>::new(), "the start is not known");
}

#[test]
fn a_case_brought_in_is_judged_by_the_dates_that_came_with_it() {
    let known = [
        (KeyDate::Notified, "2024-03-11"),
        (KeyDate::Submitted, "2024-04-04"),
        (KeyDate::LcsprDecided, "2024-05-01"),
        (KeyDate::CopiesSent, "2024-10-01"),
        (KeyDate::Published, "2024-11-01"),
    ];
    let step = bring_in(Stage::Published, "2024-03-04", &known);
    let words =
        Words::none().and(Word::Title, "Infant, serious harm at home").and(Word::Source, "Paper file");
    let (_, events) = Record::new().step("2025-01-06", step, words);
    assert_eq!(
        judgements(&events),
        [
            "notification due 2024-03-11 done 2024-03-11",
            "rapid review due 2024-04-03 done 2024-04-04",
            "LCSPR due 2024-11-01 done 2024-11-01",
            "copies before publication due 2024-10-23 done 2024-10-01",
        ]
    );
}

#[test]
fn taking_a_report_down_judges_its_year_online() {
    let known = [(KeyDate::LcsprDecided, "2024-05-01"), (KeyDate::Published, "2024-11-01")];
    let case = Record::new().brought_in(Stage::Published, "2024-03-04", &known);
    let takedown = Step::TakeDown(TakeDown { legal_order: true });
    let (case, events) =
        case.step("2025-10-31", takedown, Words::none().and(Word::Reason, "An order of the court"));
    assert_eq!(judgements(&events), ["online for at least a year due 2025-11-01 done 2025-10-31"]);
    assert!(case.clock("online").state(day("2026-01-05"), &CALENDAR).is_missed());
}

#[test]
fn a_correction_of_the_end_is_judged_anew() {
    let (case, _) = awaiting().notified("2024-03-12");
    let (case, events) = case.corrected("notified", "2024-03-11", Some(notification()));
    assert_eq!(judgements(&events), ["notification due 2024-03-11 done 2024-03-11"]);
    assert_eq!(
        case.clock("notification").state(day("2024-03-20"), &CALENDAR).to_string(),
        "Met on the last day"
    );
}

#[test]
fn a_correction_of_the_start_is_judged_anew() {
    let (case, _) = awaiting().notified("2024-03-12");
    let start = bring_in(Stage::AwaitingNotification, "2024-03-05", &[]);
    let (case, events) = case.corrected("brought_in", "2026-03-20", Some(start));
    assert_eq!(judgements(&events), ["notification due 2024-03-12 done 2024-03-12"]);
    assert_eq!(case.clock("notification").due_date(), Some(day("2024-03-12")));
}

#[test]
fn striking_the_end_out_opens_the_clock_again() {
    let (case, _) = awaiting().notified("2024-03-12");
    let (case, events) = case.corrected("notified", "2024-03-12", None);
    assert_eq!(judgements(&events), ["notification open again"]);
    assert!(case.case.judged.is_empty());
    let clock = case.clock("notification");
    assert!(clock.is_open() && !clock.judged);
    let (_, events) = case.notified("2024-03-12");
    assert_eq!(
        judgements(&events),
        ["notification due 2024-03-11 done 2024-03-12"],
        "and it is judged when it ends"
    );
}

#[test]
fn a_holiday_found_later_changes_no_judgement_but_every_open_clock() {
    let (mut case, _) = awaiting().notified("2024-03-12");
    assert_eq!(case.clock("rapid-review").due_date(), Some(day("2024-04-04")));
    let mut proclaimed = BankHolidays::shipped().iter().next().unwrap().clone();
    proclaimed.date = day("2024-03-06");
    case.calendar = Calendar::new(BankHolidays::shipped().with(proclaimed.clone())).unwrap();
    assert_eq!(case.clock("notification").due_date(), Some(day("2024-03-11")), "judged");
    let note = Step::AddNote(case::keeping::Note { restricted: false });
    let (mut case, events) =
        case.step("2024-03-13", note, Words::none().and(Word::Text, "A holiday was added"));
    assert_eq!(judgements(&events), Vec::<String>::new(), "nor is it judged again");
    proclaimed.date = day("2024-03-20");
    case.calendar = Calendar::new(BankHolidays::shipped().with(proclaimed)).unwrap();
    assert_eq!(case.clock("rapid-review").due_date(), Some(day("2024-04-05")), "open");
}

#[test]
fn replaying_the_record_gives_the_same_judgements() {
    let (case, _) = awaiting().notified("2024-03-12");
    let (case, _) = case.corrected("notified", "2024-03-11", Some(notification()));
    let replayed = case::Case::replay(case.case.history().to_vec());
    assert_eq!(replayed.judged, case.case.judged);
}

#[test]
fn a_start_that_turns_out_not_to_be_known_withdraws_the_judgement() {
    let (case, _) = awaiting().notified("2024-03-12");
    let start = bring_in(Stage::AwaitingNotification, "2024-03", &[]);
    let (case, events) = case.corrected("brought_in", "2026-03-20", Some(start));
    assert_eq!(judgements(&events), ["notification open again"]);
    assert!(case.clock("notification").due.is_err());
}
