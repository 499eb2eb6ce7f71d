//! What was begun and not sent, and what is kept for a while only.

use chrono::Duration;
use store::drafts::{self, Draft};
use store::held_forms::{self, HeldForm};
use store::session::{self, Session};
use store::sign_in::{self, Link};
use store::{Db, Digest, settings, sweep};

use super::story::{Story, command, manager, now, person};

fn draft(path: &str, answers: &str, minute: i64) -> Draft {
    let at = now() + Duration::minutes(minute);
    Draft {
        path: path.into(),
        label: "Start a case".into(),
        answers: answers.into(),
        begun_at: at,
        saved_at: at,
    }
}

async fn save(db: &Db, whose: u128, draft: Draft) {
    db.write(move |tx| Box::pin(async move { drafts::save(tx, person(whose), &draft).await })).await.unwrap();
}

async fn paths(db: &Db, whose: u128) -> Vec<String> {
    let mut tx = db.glance().await.unwrap();
    let unfinished = drafts::of_person(&mut tx, person(whose)).await.unwrap();
    unfinished.into_iter().map(|draft| draft.path).collect()
}

const SESSION: Digest = Digest([1; 32]);

fn form(path: &str) -> HeldForm {
    HeldForm { person: person(1), path: path.into(), sealed: b"\x00sealed".to_vec(), held_at: now() }
}

async fn hold(db: &Db, path: &'static str) {
    db.write(move |tx| Box::pin(async move { held_forms::hold(tx, SESSION, &form(path)).await }))
        .await
        .unwrap();
}

async fn take(db: &Db) -> Option<HeldForm> {
    db.write(|tx| Box::pin(async move { held_forms::take(tx, SESSION).await })).await.unwrap()
}

/// One of everything that somebody leaves behind.
async fn leave_everything(db: &Db) {
    save(db, 1, draft("/cases/new", "{}", 0)).await;
    hold(db, "/cases/new").await;
    db.write(|tx| {
        Box::pin(async move {
            let (started_at, seen_at, device) = (now(), now(), "Firefox".to_owned());
            session::start(
                tx,
                SESSION,
                &Session { person: person(1), started_at, seen_at, device, flash: None },
            )
            .await?;
            let ends_at = now() + Duration::minutes(15);
            let link = Link { person: person(1), sent_at: now(), ends_at, goes_to: "/due".into() };
            sign_in::keep_link(tx, SESSION, &link).await?;
            sign_in::note_attempt(tx, "sign_in", SESSION, now()).await
        })
    })
    .await
    .unwrap();
}

const LEFT: [&str; 5] = [
    "select count(*) from session",
    "select count(*) from sign_in_link",
    "select count(*) from attempt",
    "select count(*) from draft",
    "select count(*) from held_form",
];

async fn left(record: &crate::harness::Record) -> Vec<i64> {
    let mut counts = Vec::new();
    for statement in LEFT {
        counts.push(record.number(statement).await);
    }
    counts
}

for_both! {
    async fn a_draft_is_saved_over_and_over_and_keeps_its_beginning(record: Record) {
        save(&record.db, 1, draft("/cases/new", r#"{"title":"Inf"}"#, 0)).await;
        save(&record.db, 1, draft("/cases/new", r#"{"title":"Infant"}"#, 2)).await;
        let mut tx = record.db.glance().await.unwrap();
        let found = drafts::find(&mut tx, person(1), "/cases/new").await.unwrap().unwrap();
        assert_eq!(found.answers, r#"{"title":"Infant"}"#);
        assert_eq!((found.begun_at, found.saved_at), (now(), now() + Duration::minutes(2)));
    }

    async fn everyone_finds_their_own_drafts_the_latest_first(record: Record) {
        for (path, minute) in [("/one", 0), ("/two", 5), ("/three", 3)] {
            save(&record.db, 1, draft(path, "{}", minute)).await;
        }
        save(&record.db, 2, draft("/two", "{}", 9)).await;
        assert_eq!(paths(&record.db, 1).await, ["/two", "/three", "/one"]);
        let remove = || record.db.write(|tx| Box::pin(async move { drafts::remove(tx, person(1), "/two").await }));
        assert!(remove().await.unwrap());
        assert!(!remove().await.unwrap(), "there is none left");
        assert_eq!(paths(&record.db, 1).await, ["/three", "/one"]);
        assert_eq!(paths(&record.db, 2).await, ["/two"]);
    }

    async fn a_form_that_came_too_late_is_given_back_once(record: Record) {
        assert_eq!(take(&record.db).await, None);
        hold(&record.db, "/cases/2026-001/notes/new").await;
        hold(&record.db, "/cases/2026-002/notes/new").await;
        assert_eq!(take(&record.db).await, Some(form("/cases/2026-002/notes/new")));
        assert_eq!(take(&record.db).await, None);
    }

    async fn a_setting_is_what_it_was_last_set_to(record: Record) {
        let get = || async { settings::get(&mut record.db.glance().await.unwrap(), settings::EXAMPLES).await.unwrap() };
        assert_eq!(get().await, None);
        for value in ["false", "true"] {
            record.db.write(move |tx| Box::pin(async move { settings::set(tx, settings::EXAMPLES, value).await })).await.unwrap();
        }
        assert_eq!(get().await.as_deref(), Some("true"));
    }

    async fn everything_goes_in_its_time(record: Record) {
        leave_everything(&record.db).await;
        for (later, there) in [
            (Duration::minutes(30), [1, 1, 1, 1, 1]),
            (Duration::minutes(31), [1, 1, 1, 1, 0]),
            (Duration::hours(24), [1, 1, 1, 1, 0]),
            (Duration::hours(25), [1, 0, 0, 1, 0]),
            (Duration::days(8), [0, 0, 0, 1, 0]),
            (Duration::days(60), [0, 0, 0, 1, 0]),
            (Duration::days(61), [0, 0, 0, 0, 0]),
        ] {
            let before: i64 = left(&record).await.iter().sum();
            let gone = sweep(&record.db, now() + later).await.unwrap();
            assert_eq!(left(&record).await, there, "after {later}");
            assert_eq!(i64::try_from(gone).unwrap(), before - there.iter().sum::<i64>());
        }
    }

    async fn whoever_is_erased_leaves_nothing_behind(record: Record) {
        let story = Story::of_one_case(record).await;
        let record = &story.record;
        leave_everything(&record.db).await;
        save(&record.db, 2, draft("/cases/new", "{}", 0)).await;
        let erase = serde_json::json!({"erase_person": {"person": person(1)}});
        let erase = serde_json::json!({"on": "2026-11-02", "do": erase, "words": {"reason": "the time is up"}});
        story.and(&manager(), 1, command(erase)).await;
        assert_eq!(left(record).await, [0, 0, 1, 1, 0], "what stays is a digest of an address, and what others wrote");
        assert_eq!(paths(&record.db, 2).await, ["/cases/new"]);
    }
}
