//! A record altered by hand, past the program: verification finds it.

use store::transfer::heads;
use store::{Broken, Heads, Unsound, Wrong};

use super::story::{NORTHMERE, Story, case, manager, note, referral};

/// Three cases with three notes each, and the number of the second note in each.
async fn three_cases(record: crate::harness::Record) -> (Story, u32) {
    let story = Story::begin(record).await;
    for number in 1..=3 {
        story.record(&manager(), number, 0, referral("Infant at home")).await.unwrap();
        for text in ["first note", "second note", "third note"] {
            story.and(&manager(), number, note(text)).await;
        }
    }
    assert_eq!(story.verified().await.first, None);
    let story = without_guards(story).await;
    let second = story.version(2).await - 1;
    (story, second)
}

/// The record as somebody leaves it who is about to alter events.
async fn without_guards(story: Story) -> Story {
    for trigger in ["event_is_never_deleted", "event_is_never_changed"] {
        let statement = match story.record.file() {
            Some(_) => format!("drop trigger {trigger}"),
            None => format!("drop trigger {trigger} on event"),
        };
        story.record.by_hand(statement.leak()).await.unwrap();
    }
    story
}

/// Case 2, as its id stands in a statement.
const SQLITE_CASE: &str = "x'00000000000000000000000000009002'";
const POSTGRES_CASE: &str = "'00000000-0000-0000-0000-000000009002'";

/// Changes something of case 2.
async fn alter(story: &Story, statement: &str) {
    let id = if story.record.file().is_some() { SQLITE_CASE } else { POSTGRES_CASE };
    story.record.by_hand(statement.replace("$case", id).leak()).await.unwrap();
}

async fn found(story: &Story) -> Option<Wrong> {
    let report = story.verified().await;
    assert_eq!(report.cases, 3);
    report.first.map(|(id, wrong)| {
        assert_eq!((id, report.faulty), (case(2), 1));
        wrong
    })
}

for_both! {
    async fn a_whole_record_is_found_whole(record: Record) {
        let (story, _) = three_cases(record).await;
        let report = story.verified().await;
        let events = story.record.number("select count(*) from event").await;
        assert_eq!((report.cases, i64::try_from(report.events).unwrap(), report.faulty), (3, events, 0));
    }

    async fn a_changed_fact_is_found(record: Record) {
        let (story, second) = three_cases(record).await;
        let by_a_day = "update event set facts = replace(facts, '2026-10-27', '2026-10-28')";
        alter(&story, &format!("{by_a_day} where case_id = $case and seq = {second}")).await;
        assert_eq!(found(&story).await, Some(Wrong::History(Broken::Altered(second))));
    }

    async fn a_changed_author_is_found(record: Record) {
        let (story, second) = three_cases(record).await;
        alter(&story, &format!("update event set actor_id = case_id where case_id = $case and seq = {second}")).await;
        assert_eq!(found(&story).await, Some(Wrong::History(Broken::Altered(second))));
    }

    async fn changed_words_are_found(record: Record) {
        let (story, second) = three_cases(record).await;
        alter(&story, "update event set words = replace(words, 'second', 'another') where case_id = $case").await;
        assert_eq!(found(&story).await, Some(Wrong::History(Broken::WordsAltered(second))));
    }

    async fn words_taken_away_without_an_entry_that_says_so_are_found(record: Record) {
        let (story, second) = three_cases(record).await;
        alter(&story, &format!("update event set words = null where case_id = $case and seq = {second}")).await;
        assert_eq!(found(&story).await, Some(Wrong::History(Broken::WordsGone(second))));
    }

    async fn a_removed_entry_is_found(record: Record) {
        let (story, second) = three_cases(record).await;
        alter(&story, &format!("delete from event where case_id = $case and seq = {second}")).await;
        assert_eq!(found(&story).await, Some(Wrong::History(Broken::Missing(second))));
    }

    async fn swapped_entries_are_found(record: Record) {
        let (story, second) = three_cases(record).await;
        let third = second + 1;
        for (from, to) in [(second, 99), (third, second), (99, third)] {
            alter(&story, &format!("update event set seq = {to} where seq = {from} and case_id = $case")).await;
        }
        assert_eq!(found(&story).await, Some(Wrong::History(Broken::Altered(second))));
    }

    async fn a_history_cut_at_its_end_disagrees_with_the_list_and_with_known_heads(record: Record) {
        let (story, _) = three_cases(record).await;
        let known = heads(&mut story.record.db.glance().await.unwrap()).await.unwrap();
        let last = known[&case(2)].0;
        alter(&story, &format!("delete from event where case_id = $case and seq = {last}")).await;
        assert_eq!(found(&story).await, Some(Wrong::Rows("row in lists")));

        // Whoever cuts a history with care makes the rows again as well. Then only a head kept elsewhere knows.
        story.record.db.rebuild(&story.basis, |_| {}).await.unwrap();
        assert_eq!(found(&story).await, None);
        let report = story.record.db.verify(&story.basis, known, |_| {}).await.unwrap();
        assert_eq!(report.first, Some((case(2), Wrong::Cut { seq: last })));
    }

    async fn a_case_that_is_gone_altogether_is_found_by_its_head(record: Record) {
        let (story, _) = three_cases(record).await;
        let known: Heads = heads(&mut story.record.db.glance().await.unwrap()).await.unwrap();
        alter(&story, "delete from event where case_id = $case").await;
        story.record.db.rebuild(&story.basis, |_| {}).await.unwrap();
        let report = story.record.db.verify(&story.basis, known.clone(), |_| {}).await.unwrap();
        assert_eq!((report.cases, report.first), (2, Some((case(2), Wrong::Cut { seq: known[&case(2)].0 }))));
    }

    async fn a_record_made_again_knows_how_much_is_where(record: Record) {
        let (story, _) = three_cases(record).await;
        let known = match story.record.file() {
            Some(_) => "select count(*) from sqlite_stat1 where tbl in ('case_row', 'search_entry')",
            None => "select count(*) from pg_stats where tablename in ('case_row', 'search_entry')",
        };
        story.record.db.rebuild(&story.basis, |_| {}).await.unwrap();
        assert!(story.record.number(known).await > 0);
    }

    async fn altered_rows_are_found_and_made_again(record: Record) {
        let (story, second) = three_cases(record).await;
        let other_words = format!("update search_entry set words = 'another' where case_id = $case and seq = {second}");
        for (statement, what) in [
            ("update case_row set title = 'Another' where case_id = $case", "row in lists"),
            ("delete from case_row where case_id = $case", "row in lists"),
            ("delete from case_access where case_id = $case and as_role = 'lead'", "list of who may see it"),
            ("delete from clock_row where case_id = $case", "list of clocks"),
            (other_words.as_str(), "searched text"),
        ] {
            alter(&story, statement).await;
            assert_eq!(found(&story).await, Some(Wrong::Rows(what)), "{statement}");
            let rebuilt = story.record.db.rebuild(&story.basis, |_| {}).await.unwrap();
            assert_eq!(rebuilt.cases, 3);
            assert_eq!(found(&story).await, None);
        }
    }

    async fn rows_without_a_history_are_found(record: Record) {
        let (story, _) = three_cases(record).await;
        alter(&story, "delete from event where case_id = $case").await;
        let report = story.verified().await;
        assert_eq!((report.cases, report.faulty, report.first.unwrap().0), (2, 1, case(2)));
    }

    async fn a_guard_that_was_taken_away_is_found(record: Record) {
        let story = Story::of_one_case(record).await;
        assert_eq!(story.verified().await.unsound, []);
        let story = without_guards(story).await;
        let gone = ["event_is_never_changed", "event_is_never_deleted"].map(Unsound::Unguarded);
        assert_eq!(story.verified().await.unsound, gone);
    }

    async fn a_reference_that_could_be_given_again_is_found_and_put_right(record: Record) {
        let story = Story::of_one_case(record).await;
        story.record.by_hand("update case_number set last = 0").await.unwrap();
        let wrong = Unsound::Numbers { partnership: NORTHMERE, year: 2026 };
        assert_eq!(story.verified().await.unsound, [wrong]);
        story.record.db.rebuild(&story.basis, |_| {}).await.unwrap();
        assert_eq!(story.verified().await.unsound, []);
    }

    async fn rows_that_cannot_be_read_are_told_of_their_case_and_hide_no_other(record: Record) {
        let (story, second) = three_cases(record).await;
        alter(&story, "update case_row set version = -1 where case_id = $case").await;
        assert!(matches!(found(&story).await, Some(Wrong::Unreadable(_))));
        alter(&story, &format!("update event set seq = -1 where case_id = $case and seq = {second}")).await;
        assert_eq!(found(&story).await, Some(Wrong::History(Broken::Missing(1))));
    }

    async fn an_entry_cut_in_two_is_found(record: Record) {
        let (story, second) = three_cases(record).await;
        let separator = if story.record.file().is_some() { "char(30)" } else { "chr(30)" };
        alter(&story, &format!("update event set facts = facts || {separator} || 'x' where case_id = $case and seq = {second}")).await;
        assert_eq!(found(&story).await, Some(Wrong::History(Broken::Altered(second))));
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_search_index_that_misses_entries_is_found_and_made_again() {
    crate::harness::on_sqlite(|record| async move {
        let story = Story::of_one_case(record).await;
        for number in 0..200 {
            story.and(&manager(), 1, note(&format!("Note {number}"))).await;
        }
        assert_eq!(story.verified().await.unsound, []);
        for statement in [
            "insert into search_index (search_index, rowid, words) select 'delete', id, words from search_entry where id = 7",
            "insert into search_index (search_index) values ('delete-all')",
        ] {
            story.record.by_hand(statement).await.unwrap();
            assert_eq!(story.verified().await.unsound, [Unsound::SearchIndex], "{statement}");
            story.record.db.rebuild(&story.basis, |_| {}).await.unwrap();
            assert_eq!(story.verified().await.unsound, []);
        }
    })
    .await;
}
