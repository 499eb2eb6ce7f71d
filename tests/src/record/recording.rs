//! Recording: who was first, what is repeated, who may.

use case::{Role, Stage};
use chrono::Duration;
use futures_util::future::join_all;
use store::{Error, cases, search};
use uuid::Uuid;

use super::story::{
    SOUTHMERE, Story, access, case, manager, member, note, now, operator, person, referral, request, who_is,
};

for_both! {
    async fn what_is_recorded_is_read_back_as_it_was(record: Record) {
        let story = Story::of_one_case(record).await;
        let receipt = story.and(&manager(), 1, note("Called the ward: “stable”")).await;
        assert_eq!((receipt.reference.to_string().as_str(), receipt.repeated), ("2026-001", false));

        let mut tx = story.record.db.glance().await.unwrap();
        let case = cases::case(&mut tx, &manager(), case(1)).await.unwrap();
        assert_eq!(case.stage, Stage::Referred);
        assert_eq!(case.title, "Infant, serious harm at home");
        let last = case.history().last().unwrap();
        assert_eq!((last.seq, last.by), (receipt.version, person(1)));
        assert_eq!(last.at, now() + Duration::minutes(i64::from(receipt.version) - 1));
        assert_eq!(last.event.words.get(case::Word::Text), Some("Called the ward: “stable”"));
    }

    async fn who_comes_second_is_told_who_was_first_and_when(record: Record) {
        let story = Story::of_one_case(record).await;
        let seen = story.and(&manager(), 1, access(person(2), "business_unit")).await.version;
        let officer = who_is(2, Role::BusinessUnit);
        story.record(&officer, 1, seen, note("The officer’s")).await.unwrap();

        let Err(Error::Conflict(conflict)) = story.record(&manager(), 1, seen, note("The manager’s")).await else {
            panic!("the second must not be recorded");
        };
        assert_eq!((conflict.who.as_str(), conflict.version), ("Example Officer", seen + 1));
        assert_eq!(conflict.when, now() + Duration::minutes(i64::from(seen)));
        assert!(conflict.to_string().starts_with("Example Officer changed this case on 2 November 2026"));
    }

    async fn of_many_who_saw_the_same_case_one_is_first_and_nothing_is_lost(record: Record) {
        let story = Story::of_one_case(record).await;
        let seen = story.and(&manager(), 1, note("before")).await.version;
        let ends = join_all((0..16).map(|number| {
            let story = story.clone();
            tokio::spawn(async move { story.record(&manager(), 1, seen, note(&format!("note {number}"))).await })
        })).await;
        let (first, others): (Vec<_>, Vec<_>) = ends.into_iter().map(Result::unwrap).partition(Result::is_ok);
        assert_eq!(first.len(), 1);
        assert!(others.iter().all(|end| matches!(end, Err(Error::Conflict(_)))), "{others:?}");
        assert_eq!(story.verified().await.first, None);
    }

    async fn a_repeated_request_gets_the_first_result_and_changes_nothing(record: Record) {
        let story = Story::begin(record).await;
        let keyed = |number, expected, command| store::Request {
            then: Vec::new(),
            key: Some(Uuid::from_u128(77)),
            ..request(&manager(), number, expected, command)
        };
        let first = story.record.db.execute(&story.basis, keyed(1, 0, referral("Infant at home"))).await.unwrap();
        // A page sent twice asks for a new case each time, under the same key.
        let again = story.record.db.execute(&story.basis, keyed(2, 0, referral("Infant at home"))).await.unwrap();
        assert_eq!(again, store::Receipt { repeated: true, ..first });
        assert_eq!(story.record.number("select count(*) from case_row").await, 1);
        assert_eq!(story.record.number("select max(last) from case_number").await, 1);
    }

    async fn something_else_under_the_same_key_is_a_request_of_its_own(record: Record) {
        let story = Story::of_one_case(record).await;
        let keyed = |expected, text| store::Request {
            key: Some(Uuid::from_u128(79)),
            ..request(&manager(), 1, expected, note(text))
        };
        let seen = story.version(1).await;
        let first = story.record.db.execute(&story.basis, keyed(seen, "The school rang")).await.unwrap();
        // Back to the form, which saw the case as it was before.
        let other = story.record.db.execute(&story.basis, keyed(seen, "The hospital rang")).await;
        assert!(matches!(&other, Err(Error::Conflict(conflict)) if conflict.version == first.version), "{other:?}");
        let other = story.record.db.execute(&story.basis, keyed(first.version, "The hospital rang")).await.unwrap();
        assert_eq!((other.version, other.repeated), (first.version + 1, false));
        for (text, version) in [("The school rang", first.version), ("The hospital rang", other.version)] {
            let again = story.record.db.execute(&story.basis, keyed(seen, text)).await.unwrap();
            assert_eq!((again.version, again.repeated), (version, true), "{text}");
        }
        assert_eq!(story.version(1).await, other.version);
    }

    async fn the_same_under_one_key_in_another_case_is_recorded_there(record: Record) {
        let story = Story::of_one_case(record).await;
        story.record(&manager(), 2, 0, referral("Teenager at home")).await.unwrap();
        for number in [1, 2] {
            let seen = story.version(number).await;
            let key = Some(Uuid::from_u128(80));
            let keyed = store::Request { key, ..request(&manager(), number, seen, note("Seen")) };
            let receipt = story.record.db.execute(&story.basis, keyed).await.unwrap();
            assert_eq!((receipt.case, receipt.version, receipt.repeated), (case(number), seen + 1, false));
        }
    }

    async fn the_same_request_sent_many_times_at_once_is_recorded_once(record: Record) {
        let story = Story::begin(record).await;
        let ends = join_all((0..12).map(|number| {
            let story = story.clone();
            tokio::spawn(async move {
                let request = request(&manager(), number, 0, referral("Infant at home"));
                story.record.db.execute(&story.basis, store::Request { key: Some(Uuid::from_u128(5)), ..request }).await
            })
        })).await;
        let receipts: Vec<_> = ends.into_iter().map(|end| end.unwrap().unwrap()).collect();
        assert_eq!(receipts.iter().filter(|receipt| !receipt.repeated).count(), 1);
        assert!(receipts.windows(2).all(|pair| pair[0].case == pair[1].case));
        assert_eq!(story.record.number("select count(*) from case_row").await, 1);
    }

    async fn what_the_rules_refuse_leaves_nothing_behind(record: Record) {
        let story = Story::begin(record).await;
        let refused = story.record(&manager(), 1, 0, referral("Harm to Jane Example")).await;
        assert!(matches!(&refused, Err(Error::Rejected(why)) if why.problems[0].field == "title"), "{refused:?}");
        for table in ["select count(*) from event", "select count(*) from case_row", "select count(*) from case_number"] {
            assert_eq!(story.record.number(table).await, 0, "{table}");
        }
    }

    async fn a_case_that_may_not_be_known_answers_as_one_that_is_not_there(record: Record) {
        let story = Story::of_one_case(record).await;
        let stranger = member(9, Role::BusinessUnitManager, SOUTHMERE);
        for number in [1, 404] {
            let end = story.record(&stranger, number, 2, note("?")).await;
            assert!(matches!(end, Err(Error::NotFound)), "{end:?}");
            let read = cases::open(&story.record.db, &stranger, now(), case(number)).await;
            assert!(matches!(read, Err(Error::NotFound)), "{read:?}");
        }
    }

    async fn who_may_read_but_not_record_is_told_so(record: Record) {
        let story = Story::of_one_case(record).await;
        let version = story.and(&manager(), 1, access(person(2), "contributor")).await.version;
        let end = story.record(&who_is(2, Role::Contributor), 1, version, note("?")).await;
        assert!(matches!(end, Err(Error::Denied(_))), "{end:?}");
    }

    async fn the_operator_is_named_as_such_in_a_conflict(record: Record) {
        let story = Story::of_one_case(record).await;
        let version = story.and(&operator(), 1, note("by hand")).await.version;
        let end = story.record(&manager(), 1, version - 1, note("late")).await;
        assert!(end.unwrap_err().to_string().starts_with("The operator changed this case"));
    }

    async fn reading_and_finding_are_logged(record: Record) {
        let story = Story::of_one_case(record).await;
        let db = &story.record.db;
        cases::open(db, &manager(), now(), case(1)).await.unwrap();
        search::open(db, &operator(), now() + Duration::minutes(1), "infant", 5).await.unwrap();
        search::open(db, &operator(), now(), "not to be found", 5).await.unwrap();
        let readings = store::access::readings(&mut db.glance().await.unwrap(), case(1)).await.unwrap();
        let readings: Vec<_> = readings.iter().map(|reading| (reading.person, reading.what.as_str())).collect();
        assert_eq!(readings, [(operator().person, "searched"), (person(1), "opened")]);
    }
}
