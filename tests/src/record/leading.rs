//! What is due in the cases that somebody leads, and the cases themselves.

use case::Role;
use store::due;

use super::listing::{lead, seven_cases};
use super::story::{case, manager, person, who_is};

for_both! {
    async fn a_lead_has_due_what_is_due_in_the_cases_they_lead(record: Record) {
        let story = seven_cases(record).await;
        for number in [1, 3, 7] {
            lead(&story, number, 2).await;
        }
        lead(&story, 4, 3).await;
        let mut tx = story.record.db.snapshot().await.unwrap();
        let until = "2026-12-31".parse().unwrap();
        let officer = who_is(2, Role::BusinessUnit);
        for actor in [&officer, &manager()] {
            let due = due::of_lead(&mut tx, actor, person(2), due::From::TheBeginning, until, 25).await.unwrap();
            let mut serials: Vec<_> = due.rows.iter().map(|row| row.reference.serial).collect();
            serials.dedup();
            assert_eq!(serials, [3, 1], "by date, and case 7 has no date");
            assert_eq!(due.cases.into_keys().collect::<Vec<_>>(), [case(1), case(3)]);
        }
        let of_another = due::of_lead(&mut tx, &officer, person(3), due::From::TheBeginning, until, 25).await.unwrap();
        assert!(of_another.rows.is_empty() && of_another.cases.is_empty(), "leading is no secret, the case is");
    }

    async fn what_is_due_comes_with_its_cases(record: Record) {
        let story = seven_cases(record).await;
        let mut tx = story.record.db.snapshot().await.unwrap();
        let until = "2026-12-31".parse().unwrap();
        let rows = due::due(&mut tx, &manager(), due::From::TheBeginning, until, 4).await.unwrap();
        let due = due::due_with_cases(&mut tx, &manager(), due::From::TheBeginning, until, 4).await.unwrap();
        assert_eq!(due.rows, rows);
        for row in &rows {
            assert_eq!(due.cases[&row.case].reference(), Some(row.reference));
        }
        assert!(due.cases.keys().all(|case| rows.iter().any(|row| row.case == *case)));
    }
}
