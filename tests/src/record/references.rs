//! References: given once, for ever.

use std::collections::BTreeSet;

use case::Role;
use futures_util::future::join_all;
use store::Db;

use super::story::{NORTHMERE, SOUTHMERE, Story, manager, member, referral, referral_to};

for_both! {
    async fn many_who_start_cases_at_once_get_a_reference_each(record: Record) {
        let story = Story::begin(record).await;
        let ends = join_all((0..48).map(|number| {
            let story = story.clone();
            tokio::spawn(async move { story.record(&manager(), number, 0, referral("Infant at home")).await.unwrap() })
        })).await;
        let serials: BTreeSet<u32> = ends.into_iter().map(|end| end.unwrap().reference.serial).collect();
        assert_eq!(serials, (1..=48).collect());
    }

    async fn two_processes_never_give_the_same_reference(record: Record) {
        let story = Story::begin(record).await;
        let other = Story { record: story.record.clone(), ..story.clone() };
        let other_db = Db::open(&story.record.address).await.unwrap();
        let other = Story { record: crate::harness::Record { db: other_db.clone(), ..other.record }, ..other };
        let ends = join_all((0..40).map(|number| {
            let story = if number % 2 == 0 { story.clone() } else { other.clone() };
            tokio::spawn(async move { story.record(&manager(), number, 0, referral("Infant at home")).await.unwrap() })
        })).await;
        let serials: BTreeSet<u32> = ends.into_iter().map(|end| end.unwrap().reference.serial).collect();
        assert_eq!(serials, (1..=40).collect());
        other_db.close().await;
    }

    async fn each_partnership_counts_for_itself(record: Record) {
        let story = Story::begin(record).await;
        let south = member(5, Role::BusinessUnitManager, SOUTHMERE);
        let first = story.record(&manager(), 1, 0, referral_to(NORTHMERE, "Infant at home")).await.unwrap();
        let second = story.record(&south, 2, 0, referral_to(SOUTHMERE, "Infant at home")).await.unwrap();
        assert_eq!(first.reference, second.reference);
    }

    async fn a_refused_case_takes_no_reference(record: Record) {
        let story = Story::begin(record).await;
        story.record(&manager(), 1, 0, referral("Harm to Jane Example")).await.unwrap_err();
        let receipt = story.record(&manager(), 2, 0, referral("Infant at home")).await.unwrap();
        assert_eq!(receipt.reference.serial, 1);
    }
}
