//! Several commands recorded together: all of them or none, under one key, each with its own right.

use case::{Command, Role};
use store::{Error, Receipt, Request};
use uuid::Uuid;

use super::story::{Story, access, command, manager, note, person, request, who_is};

/// A request of several commands.
fn together(request: Request, then: Vec<Command>) -> Request {
    Request { then, ..request }
}

/// What the rules refuse: nobody is on the list twice as the same.
fn refused() -> Command {
    access(person(2), "business_unit")
}

async fn texts(story: &Story) -> usize {
    let mut tx = story.record.db.glance().await.unwrap();
    let case = store::cases::case(&mut tx, &manager(), super::story::case(1)).await.unwrap();
    case.history().iter().filter(|entry| entry.event.words.get(case::Word::Text).is_some()).count()
}

for_both! {
    async fn commands_together_are_recorded_in_their_order(record: Record) {
        let story = Story::of_one_case(record).await;
        let seen = story.version(1).await;
        let all = together(request(&manager(), 1, seen, note("one")), vec![note("two"), note("three")]);
        let receipt = story.record.db.execute(&story.basis, all).await.unwrap();
        assert_eq!((receipt.version, receipt.repeated), (seen + 3, false));
        assert_eq!(texts(&story).await, 3);
        assert_eq!(story.verified().await.first, None);
    }

    async fn one_that_is_refused_leaves_none_of_them(record: Record) {
        let story = Story::of_one_case(record).await;
        let seen = story.and(&manager(), 1, access(person(2), "business_unit")).await.version;
        let all = together(request(&manager(), 1, seen, note("one")), vec![refused(), note("three")]);
        let end = story.record.db.execute(&story.basis, all).await;
        assert!(matches!(&end, Err(Error::Rejected(why)) if why.problems[0].field == "person"), "{end:?}");
        assert_eq!((story.version(1).await, texts(&story).await), (seen, 0));
    }

    async fn the_second_is_judged_by_what_the_first_made_of_the_case(record: Record) {
        let story = Story::of_one_case(record).await;
        let seen = story.version(1).await;
        let twice = together(request(&manager(), 1, seen, refused()), vec![refused()]);
        let end = story.record.db.execute(&story.basis, twice).await;
        assert!(matches!(end, Err(Error::Rejected(_))), "{end:?}");
        let lead = command(serde_json::json!({"on": "2026-10-27", "do": {"assign_lead": {"person": person(2)}}}));
        let after_one_another = together(request(&manager(), 1, seen, refused()), vec![lead]);
        story.record.db.execute(&story.basis, after_one_another).await.unwrap();
    }

    async fn a_repeated_key_gives_the_first_result_of_them_all(record: Record) {
        let story = Story::of_one_case(record).await;
        let seen = story.version(1).await;
        let all = || {
            let keyed = Request { key: Some(Uuid::from_u128(78)), ..request(&manager(), 1, seen, note("one")) };
            together(keyed, vec![note("two")])
        };
        let first = story.record.db.execute(&story.basis, all()).await.unwrap();
        let again = story.record.db.execute(&story.basis, all()).await.unwrap();
        assert_eq!(again, Receipt { repeated: true, ..first });
        assert_eq!(texts(&story).await, 2);
    }

    async fn the_right_to_each_is_asked(record: Record) {
        let story = Story::of_one_case(record).await;
        let seen = story.and(&manager(), 1, access(person(2), "business_unit")).await.version;
        let officer = who_is(2, Role::BusinessUnit);
        // Giving access belongs to the lead and the manager; a note does not.
        let all = together(request(&officer, 1, seen, note("one")), vec![access(person(3), "contributor")]);
        let end = story.record.db.execute(&story.basis, all).await;
        assert!(matches!(end, Err(Error::Denied(_))), "{end:?}");
        assert_eq!((story.version(1).await, texts(&story).await), (seen, 0));
    }
}
