//! What reminders say, in every kind and at every time.

use case::reminders::Kind;
use mail::{CaseName, Item, Left};

use crate::samples::{item, letterhead, reminder};

const TIMES: [Left; 7] = [
    Left::Days(0),
    Left::Days(1),
    Left::Days(10),
    Left::Today,
    Left::Overdue(0),
    Left::Overdue(1),
    Left::News,
];

fn subject(item: Item) -> String {
    reminder(vec![item]).render(&letterhead()).subject
}

#[test]
fn each_kind_has_a_subject_for_the_time_that_is_left() {
    let kinds = Kind::ALL.iter().map(|kind| {
        let of_clock = [Left::Days(2), Left::Today, Left::Overdue(3)].map(|left| subject(item(*kind, left)));
        let news = subject(item(*kind, Left::News));
        let number = reminder(vec![item(*kind, Left::News)]).kind().number();
        let said = if kind.is_of_clock() { of_clock.join("\n    ") } else { news };
        format!("{number} {kind}\n    {said}")
    });
    insta::assert_snapshot!("reminder_subjects", kinds.collect::<Vec<_>>().join("\n"));
}

#[test]
fn no_subject_is_long_and_nothing_is_left_to_be_filled_in() {
    for kind in Kind::ALL {
        for left in TIMES {
            for (case, action) in [(true, Some(12)), (false, Some(12)), (true, None), (false, None)] {
                let mut item = Item { action, ..item(*kind, left) };
                item.case = CaseName(item.case.0.filter(|_| case));
                let words = reminder(vec![item.clone(), item.clone()]).render(&letterhead());
                let one = reminder(vec![item]).render(&letterhead());
                assert!(one.subject.chars().count() < 70, "{}", one.subject);
                for text in [&one.subject, &one.text, &words.text, &words.subject] {
                    assert!(!text.contains(['{', '}']), "{text}");
                    assert!(case || !text.replace("/cases/2026-014", "").contains("2026-014"), "{text}");
                }
            }
        }
    }
}
