//! A forger who knows how digests are made, and makes them anew.

use store::{Broken, Heads, History, Report, Walk, Wrong, transfer};

use crate::harness::{Record, on_sqlite};
use crate::record::story::{Story, case, manager, note, referral};

/// What the third note was, and what the forger wants it to have been.
const TRUE: &str = "The visit was missed";
const FALSE: &str = "The visit took place";

/// Three cases; the second has a note that somebody wants to be another.
async fn told(record: Record, third: &str) -> Story {
    let story = Story::begin(record).await;
    for number in 1..=3 {
        story.record(&manager(), number, 0, referral("Infant at home")).await.unwrap();
        for text in ["first note", "second note", third, "fourth note"] {
            story.and(&manager(), number, note(text)).await;
        }
    }
    story
}

/// The history of case 2.
async fn history(story: &Story) -> History {
    let mut tx = story.record.db.snapshot().await.unwrap();
    let some = Walk::new().next(&mut tx).await.unwrap();
    some.into_iter().find(|history| history.case == case(2)).unwrap()
}

/// The history of case 2 as it would be, digests and all, had the other note been written.
async fn forged_history() -> History {
    let (to, from) = std::sync::mpsc::channel();
    on_sqlite(|other| async move {
        to.send(history(&told(other, FALSE).await).await).unwrap();
    })
    .await;
    from.try_recv().unwrap()
}

/// Puts a history in the place of case 2's, with all its rows, past the triggers.
async fn replace(story: &Story, history: History) {
    for trigger in ["event_is_never_deleted", "event_is_never_changed"] {
        let table = if story.record.file().is_some() { "" } else { " on event" };
        story.record.by_hand(format!("drop trigger {trigger}{table}").leak()).await.unwrap();
    }
    let id = case(2).0.simple();
    let id = if story.record.file().is_some() { format!("x'{id}'") } else { format!("'{id}'") };
    for table in ["search_entry", "panel_row", "action_row", "clock_row", "case_access", "case_row", "event"]
    {
        let statement = format!("delete from {table} where case_id = {id}");
        story.record.by_hand(statement.leak()).await.unwrap();
    }
    let basis = story.basis.clone();
    let put = story
        .record
        .db
        .write(move |tx| Box::pin(async move { transfer::append_histories(tx, &basis, &[history]).await }));
    put.await.unwrap();
}

async fn verified(story: &Story, heads: Heads) -> Report {
    story.record.db.verify(&story.basis, heads, |_| {}).await.unwrap()
}

for_both! {
    async fn one_entry_forged_with_its_digest_is_found_by_the_entry_after_it(record: Record) {
        let story = told(record, TRUE).await;
        let (mut spliced, forged) = (history(&story).await, forged_history().await);
        let differing = spliced.entries.iter().zip(&forged.entries).position(|(one, other)| one != other).unwrap();
        spliced.entries[differing] = forged.entries[differing].clone();
        let after = spliced.entries[differing + 1].seq;

        replace(&story, spliced).await;
        let report = verified(&story, Heads::new()).await;
        assert_eq!(report.first, Some((case(2), Wrong::History(Broken::Altered(after)))));
        assert_eq!((report.cases, report.faulty), (3, 1));
    }

    async fn a_whole_history_forged_with_all_its_digests_is_found_by_a_head_kept_elsewhere(record: Record) {
        let story = told(record, TRUE).await;
        let kept = transfer::heads(&mut story.record.db.glance().await.unwrap()).await.unwrap();
        assert_eq!(verified(&story, kept.clone()).await.first, None);

        replace(&story, forged_history().await).await;
        assert_eq!(verified(&story, Heads::new()).await.first, None, "in itself, the forgery is whole");
        let report = verified(&story, kept.clone()).await;
        assert_eq!(report.first, Some((case(2), Wrong::Cut { seq: kept[&case(2)].0 })));
        assert_eq!((report.cases, report.faulty), (3, 1));
    }
}
