//! What follows when a case starts: its rule set is pinned, and whoever started it leads it.

use case::consideration::CaseKind;
use case::keeping::AccessAs;
use case::rules::{Choices, Rules};
use case::{Fact, RapidReviewFrom, Stage, Step, Word, Words};

use crate::recorded::{Record, bring_in, pinned};
use crate::told::{day, person, referral};

fn title() -> Words {
    Words::none().and(Word::Title, "Infant, serious harm at home").and(Word::Source, "Paper file")
}

#[test]
fn the_rule_set_is_pinned_by_the_date_of_awareness() {
    for (aware, set) in [
        ("2018-06-29", "wt2018"),
        ("2023-12-14", "wt2018"),
        ("2023-12-15", "wt2023"),
        ("2026-03-17", "wt2023"),
        ("2026-03-18", "wt2026"),
        ("2023-12", "wt2018"),
        ("not known", "wt2026"),
    ] {
        let refer = Step::Refer(referral(CaseKind::SeriousIncident, aware));
        let (case, events) = Record::new().step("2026-04-01", refer, title());
        assert_eq!(pinned(&events), [set], "aware {aware}");
        assert_eq!(case.case.rule_set.as_ref().unwrap().rule_set, set);
    }
}

#[test]
fn without_awareness_the_notification_chooses_the_rule_set() {
    let case = Record::new().brought_in(Stage::AwaitingNotification, "not known", &[]);
    assert_eq!(case.case.rule_set.as_ref().unwrap().rule_set, "wt2026");
    let (_, events) = case.notified("2023-12-18");
    assert_eq!(pinned(&events), ["wt2023"]);
}

#[test]
fn a_later_edition_never_moves_a_clock_that_runs() {
    let case = Record::new().brought_in(Stage::AwaitingNotification, "2023-12-13", &[]);
    let (case, events) = case.notified("2023-12-20");
    assert_eq!(pinned(&events), Vec::<String>::new());
    let clock = case.clock("rapid-review");
    assert_eq!((clock.rule_set.unwrap().id.as_str(), clock.due_date()), ("wt2018", Some(day("2024-01-08"))));
}

#[test]
fn another_choice_of_the_partnership_does_not_either() {
    let mut case = Record::new().brought_in(Stage::AwaitingNotification, "2024-03-04", &[]);
    let choices = Choices { rapid_review_from: Some(RapidReviewFrom::Awareness), ..Choices::default() };
    case.rules = Rules::shipped().clone().choosing(choices);
    let (case, events) = case.notified("2024-03-11");
    assert_eq!(pinned(&events), Vec::<String>::new());
    assert_eq!(case.clock("rapid-review").due_date(), Some(day("2024-04-03")));
}

#[test]
fn a_corrected_date_of_awareness_can_bring_another_edition() {
    let case = Record::new().brought_in(Stage::AwaitingNotification, "2023-12-13", &[]);
    let right = || Some(bring_in(Stage::AwaitingNotification, "2023-12-18", &[]));
    let (case, events) = case.corrected("brought_in", "2026-03-20", right());
    assert_eq!(pinned(&events), ["wt2023"]);
    let (_, events) = case.corrected("brought_in", "2026-03-20", right());
    assert_eq!(pinned(&events), Vec::<String>::new(), "once");
}

#[test]
fn whoever_starts_a_case_leads_it_and_is_on_its_list() {
    let refer = || Step::Refer(referral(CaseKind::SeriousIncident, "2024-03-04"));
    let (case, _) = Record::new().step("2024-03-04", refer(), title());
    assert_eq!(case.case.access.get(&person()), Some(&AccessAs::BusinessUnit));
    assert_eq!(case.case.lead, Some(person()));

    let operator = Record { operator: true, ..Record::new() };
    let (case, events) = operator.step("2024-03-04", refer(), title());
    assert!(case.case.access.is_empty() && case.case.lead.is_none());
    assert!(!events.iter().any(|event| matches!(event.fact, Fact::AccessGranted(_))));
}

#[test]
fn nothing_follows_from_later_steps_that_change_no_date() {
    let case = Record::new().brought_in(Stage::Referred, "2024-03-04", &[]);
    let note = Step::AddNote(case::keeping::Note { restricted: false });
    let (_, events) = case.step("2024-03-05", note, Words::none().and(Word::Text, "Called the hospital"));
    assert_eq!(events.len(), 1);
}
