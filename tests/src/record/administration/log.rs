//! The log of what was changed: the latest first, a page at a time, and only what concerns the reader.

use case::Role;
use store::administration::log::{self, Change, Place};
use store::administration::{What, accounts, bank_holidays, roles};

use super::*;

async fn listed(record: &Record, of: &[PartnershipId], from: Option<Place>, limit: usize) -> Vec<Change> {
    log::list(&mut record.db.snapshot().await.unwrap(), of, from, limit).await.unwrap()
}

for_both! {
    async fn changes_are_listed_the_latest_first_a_page_at_a_time(record: Record) {
        let record = begin(record).await;
        for number in 1..=5 {
            // Two of them at the same time.
            let by = Author { at: author(10 + number / 2, person(MANAGER)).at, ..author(number, person(MANAGER)) };
            work(&record, by, |tx, author| Box::pin(accounts::invited(tx, author, person(2)))).await.unwrap();
        }
        let all = listed(&record, &[NORTHMERE], None, 5).await;
        assert_eq!(all.iter().filter(|change| change.what() == Some(What::Invited)).count(), 5);
        assert!(all.is_sorted_by(|one, next| (one.at, one.id) > (next.at, next.id)));
        let first = listed(&record, &[NORTHMERE], None, 3).await;
        let second = listed(&record, &[NORTHMERE], first.last().map(Change::place), 2).await;
        assert_eq!([first, second].concat(), all);
        let beginning = Place { at: chrono::DateTime::UNIX_EPOCH, id: Uuid::nil() };
        assert!(listed(&record, &[NORTHMERE], Some(beginning), 5).await.is_empty());
    }

    async fn a_change_is_shown_where_it_concerns_somebody(record: Record) {
        let record = begin(record).await;
        work(&record, author(1, person(MANAGER)), |tx, author| Box::pin(async move {
            let _ = roles::give(tx, author, person(2), &held(Role::Icb, SOUTHMERE)).await?;
            bank_holidays::add(tx, author, mourning()).await
        })).await.unwrap();
        let codes = async |of| {
            let mut codes: Vec<_> = listed(&record, &[of], None, 2).await.into_iter().map(|change| change.code).collect();
            codes.sort_unstable();
            codes
        };
        assert_eq!(codes(SOUTHMERE).await, ["bank_holiday_added", "role_given"]);
        assert_eq!(codes(NORTHMERE).await[0], "bank_holiday_added");
        assert!(!codes(NORTHMERE).await.contains(&"role_given".to_owned()));
    }

    async fn what_another_version_noted_is_still_listed(record: Record) {
        let record = begin(record).await;
        let by = author(1, person(MANAGER));
        work(&record, by, |tx, author| Box::pin(accounts::invited(tx, author, person(2)))).await.unwrap();
        record.by_hand("update admin_change set what = 'crowned', facts = '{\"crown\": 1}' where what = 'invited'").await.unwrap();
        let last = listed(&record, &[NORTHMERE], None, 1).await.remove(0);
        assert_eq!((last.what(), last.code.as_str(), last.at), (None, "crowned", by.at));
    }
}
