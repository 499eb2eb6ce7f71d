//! Finding cases: lists, what is due, and search, for whoever may see them.

use case::{Actor, Role};
use store::{cases, due, search};

use super::story::{
    NORTHMERE, SOUTHMERE, Story, access, case, command, manager, member, note, operator, person, referral,
    referral_to, today, who_is,
};

async fn titles(story: &Story, actor: &Actor) -> Vec<String> {
    let mut tx = story.record.db.snapshot().await.unwrap();
    let rows = cases::list(&mut tx, actor, None, 10).await.unwrap();
    rows.into_iter().map(|row| row.title).collect()
}

async fn found(story: &Story, actor: &Actor, words: &str) -> Vec<u32> {
    let mut tx = story.record.db.snapshot().await.unwrap();
    search(&mut tx, actor, words, 10).await.unwrap().into_iter().map(|hit| hit.entry.seq).collect()
}

async fn two_partnerships(record: crate::harness::Record) -> Story {
    let story = Story::of_one_case(record).await;
    let south = member(5, Role::BusinessUnitManager, SOUTHMERE);
    story.record(&south, 2, 0, referral_to(SOUTHMERE, "Teenager, serious harm outdoors")).await.unwrap();
    story
}

for_both! {
    async fn everyone_lists_the_cases_they_may_know_of(record: Record) {
        let story = two_partnerships(record).await;
        assert_eq!(titles(&story, &operator()).await.len(), 2);
        assert_eq!(titles(&story, &manager()).await, ["Infant, serious harm at home"]);
        let officer = who_is(2, Role::BusinessUnit);
        assert!(titles(&story, &officer).await.is_empty());
        story.and(&manager(), 1, access(person(2), "business_unit")).await;
        assert_eq!(titles(&story, &officer).await, ["Infant, serious harm at home"]);
        assert!(titles(&story, &who_is(3, Role::Administrator)).await.is_empty());
    }

    async fn a_place_on_the_list_is_worth_nothing_without_the_role(record: Record) {
        let story = two_partnerships(record).await;
        story.and(&manager(), 1, access(person(2), "reviewer")).await;
        assert!(titles(&story, &who_is(2, Role::BusinessUnit)).await.is_empty());
    }

    async fn a_list_goes_on_where_the_page_before_ended(record: Record) {
        let story = Story::begin(record).await;
        for number in 1..=7 {
            story.record(&manager(), number, 0, referral("Infant at home")).await.unwrap();
        }
        for actor in [operator(), manager()] {
            let mut tx = story.record.db.snapshot().await.unwrap();
            let mut serials = Vec::new();
            let mut last = None;
            loop {
                let page = cases::list(&mut tx, &actor, last.as_ref(), 3).await.unwrap();
                serials.extend(page.iter().map(|row| row.reference.serial));
                let Some(row) = page.into_iter().last() else { break };
                last = Some(row);
            }
            assert_eq!(serials, [7, 6, 5, 4, 3, 2, 1]);
        }
    }

    async fn a_reference_finds_only_the_case_one_may_know_of(record: Record) {
        let story = two_partnerships(record).await;
        let reference = "2026-001".parse().unwrap();
        let mut tx = story.record.db.snapshot().await.unwrap();
        assert_eq!(cases::by_reference(&mut tx, &operator(), reference).await.unwrap().len(), 2);
        let mine = cases::by_reference(&mut tx, &manager(), reference).await.unwrap();
        assert_eq!(mine.into_iter().map(|row| row.case).collect::<Vec<_>>(), [case(1)]);
    }

    async fn what_must_be_notified_is_due_until_it_is(record: Record) {
        let story = two_partnerships(record).await;
        story.and(&manager(), 1, command(serde_json::json!({"on": "2026-10-27", "do": {"consider": {}}}))).await;
        let mut tx = story.record.db.snapshot().await.unwrap();
        let until = "2027-12-31".parse().unwrap();
        for actor in [operator(), manager()] {
            let rows = due::due(&mut tx, &actor, due::From::TheBeginning, until, 25).await.unwrap();
            let mine: Vec<_> = rows.iter().filter(|row| row.partnership == NORTHMERE).collect();
            assert!(!mine.is_empty(), "a case that is considered has something due");
            assert!(rows.windows(2).all(|pair| pair[0].due <= pair[1].due));
            let later = due::due(&mut tx, &actor, due::From::After(&rows[0]), until, 25).await.unwrap();
            assert_eq!(later, rows[1..]);
            let before = due::due(&mut tx, &actor, due::From::Day(rows[0].due), rows[0].due, 25).await.unwrap();
            assert_eq!(before[0], rows[0]);
        }
        let nobody = who_is(7, Role::BusinessUnit);
        assert!(due::due(&mut tx, &nobody, due::From::Day(today()), until, 25).await.unwrap().is_empty());
    }

    async fn a_search_finds_entries_by_the_beginnings_of_all_its_words(record: Record) {
        let story = Story::of_one_case(record).await;
        let first = story.and(&manager(), 1, note("The health visitor called at Élan’s school")).await.version;
        story.and(&manager(), 1, note("The school was asked")).await;
        assert_eq!(found(&story, &manager(), "health SCHOOL").await, [first]);
        assert_eq!(found(&story, &manager(), "visit").await, [first]);
        assert_eq!(found(&story, &manager(), "school").await, [first + 1, first]);
        assert_eq!(found(&story, &manager(), "élan").await, [first]);
        assert_eq!(found(&story, &manager(), "infant").await.len(), 1, "titles are found too");
        for nothing in ["hospital", "", "“”", "'; drop table event; --", "\"", "NEAR(", "q & | !"] {
            assert!(found(&story, &manager(), nothing).await.is_empty(), "{nothing}");
        }
    }

    async fn a_search_finds_only_what_one_may_read(record: Record) {
        let story = two_partnerships(record).await;
        assert_eq!(found(&story, &operator(), "serious harm").await.len(), 2);
        assert_eq!(found(&story, &manager(), "serious harm").await.len(), 1);
        story.and(&manager(), 1, access(person(2), "partner")).await;
        let restricted = serde_json::json!({
            "on": "2026-10-27", "do": {"add_note": {"restricted": true}}, "words": {"text": "legal advice"},
        });
        story.and(&manager(), 1, command(restricted)).await;
        assert_eq!(found(&story, &manager(), "legal").await.len(), 1);
        assert!(found(&story, &who_is(2, Role::Council), "legal").await.is_empty());
        assert_eq!(found(&story, &who_is(2, Role::Council), "infant").await.len(), 1);
    }
}
