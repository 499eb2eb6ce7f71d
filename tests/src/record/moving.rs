//! Histories that move from one record to another, and clocks that move with the calendar.

use calendar::{BankHoliday, BankHolidays, Standing};
use case::PersonId;
use store::{Basis, History, Walk, holidays, recount, transfer};
use uuid::Uuid;

use super::story::{Story, case, command, manager, note, now, referral};

async fn whole(story: &Story) -> Vec<History> {
    let mut tx = story.record.db.snapshot().await.unwrap();
    let mut walk = Walk::new();
    let mut all = Vec::new();
    loop {
        let some = walk.next(&mut tx).await.unwrap();
        if some.is_empty() {
            return all;
        }
        all.extend(some);
    }
}

for_both! {
    async fn a_record_taken_out_and_into_an_empty_one_is_the_same(record: Record) {
        let story = Story::begin(record).await;
        for number in 1..=5 {
            story.record(&manager(), number, 0, referral("Infant at home")).await.unwrap();
            story.and(&manager(), number, note("A note")).await;
        }
        let histories = whole(&story).await;
        assert_eq!(histories.len(), 5);
        let text = serde_json::to_string(&histories).unwrap();
        let read: Vec<History> = serde_json::from_str(&text).unwrap();
        assert_eq!(read, histories);

        crate::harness::on_sqlite(move |other| async move {
            let other = Story::begin(other).await;
            for history in &read {
                history.check().unwrap();
            }
            let basis = other.basis.clone();
            other.record.db.write(move |tx| Box::pin(async move { transfer::append_histories(tx, &basis, &read).await })).await.unwrap();
            assert_eq!(whole(&other).await, histories);
            assert_eq!(other.verified().await.first, None);
            let next = other.record(&manager(), 9, 0, referral("Infant at home")).await.unwrap();
            assert_eq!(next.reference.serial, 6, "references that came with it are taken");
        }).await;
    }

    async fn a_history_that_is_there_already_is_not_taken_in_again(record: Record) {
        let story = Story::of_one_case(record).await;
        let histories = whole(&story).await;
        let basis = story.basis.clone();
        let again = story.record.db.write(move |tx| Box::pin(async move { transfer::append_histories(tx, &basis, &histories).await })).await;
        assert!(again.unwrap_err().to_string().contains("has entries already"));
        assert_eq!(story.verified().await.first, None);
    }

    async fn a_new_bank_holiday_moves_the_clocks_that_run(record: Record) {
        let story = Story::of_one_case(record).await;
        story.and(&manager(), 1, command(serde_json::json!({"on": "2026-10-27", "do": {"consider": {}}}))).await;
        let announced = BankHolidays::shipped().with(BankHoliday {
            title: "Example day of mourning".into(),
            date: "2026-10-29".parse().unwrap(),
            notes: String::new(),
            bunting: false,
            standing: Standing::Proclaimed,
        });
        let mut tx = story.record.db.snapshot().await.unwrap();
        let new = Basis::with_holidays(&mut tx, announced.clone()).await.unwrap();
        let moved = recount::moves(&mut tx, &story.basis, &new).await.unwrap();
        assert!(!moved.is_empty());
        assert!(moved.iter().all(|moved| moved.case == case(1) && moved.from < moved.to), "{moved:?}");
        drop(tx);

        let (old, basis) = (story.basis.clone(), new.clone());
        story.record.db.write(move |tx| Box::pin(async move {
            holidays::save_bank_holidays(tx, &announced, PersonId(Uuid::nil()), now()).await?;
            recount::recount(tx, &old, &basis).await
        })).await.unwrap();
        let by_new = Story { basis: std::sync::Arc::new(new), ..story.clone() };
        assert_eq!(by_new.verified().await.first, None);
        assert!(story.verified().await.first.is_some(), "by the old calendar the rows are wrong");
    }
}
