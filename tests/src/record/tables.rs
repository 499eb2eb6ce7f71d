//! The tables, which are the same on both databases.

use std::collections::BTreeSet;

use sqlx::{AssertSqlSafe, Executor, Row};
use store::{Db, Error};

use super::story::Story;
use crate::harness::{Record, on_postgres, on_sqlite};

const SAMPLES: [(&str, &str); 8] = [
    (
        include_str!("../../../migrations/samples/sqlite/0001_people.sql"),
        include_str!("../../../migrations/samples/postgres/0001_people.sql"),
    ),
    (
        include_str!("../../../migrations/samples/sqlite/0002_event.sql"),
        include_str!("../../../migrations/samples/postgres/0002_event.sql"),
    ),
    (
        include_str!("../../../migrations/samples/sqlite/0003_rows.sql"),
        include_str!("../../../migrations/samples/postgres/0003_rows.sql"),
    ),
    (
        include_str!("../../../migrations/samples/sqlite/0005_web.sql"),
        include_str!("../../../migrations/samples/postgres/0005_web.sql"),
    ),
    (
        include_str!("../../../migrations/samples/sqlite/0006_actions.sql"),
        include_str!("../../../migrations/samples/postgres/0006_actions.sql"),
    ),
    (
        include_str!("../../../migrations/samples/sqlite/0007_calendar.sql"),
        include_str!("../../../migrations/samples/postgres/0007_calendar.sql"),
    ),
    (
        include_str!("../../../migrations/samples/sqlite/0008_reminders.sql"),
        include_str!("../../../migrations/samples/postgres/0008_reminders.sql"),
    ),
    (
        include_str!("../../../migrations/samples/sqlite/0009_panel.sql"),
        include_str!("../../../migrations/samples/postgres/0009_panel.sql"),
    ),
];

/// Table, column, whether it may be empty.
type Columns = BTreeSet<(String, String, bool)>;

async fn sqlite_columns(record: &Record) -> Columns {
    let mut connection = record.sqlite().await;
    let rows = connection
        .fetch_all(
            "select t.name, c.name, c.\"notnull\" = 0 from pragma_table_list t join pragma_table_info(t.name) c
             where t.type = 'table' and t.schema = 'main' and t.name not like 'sqlite_%'",
        )
        .await
        .unwrap();
    rows.iter().map(|row| (row.get(0), row.get(1), row.get(2))).collect()
}

async fn postgres_columns(record: &Record) -> Columns {
    let mut connection = record.postgres().await;
    let rows = connection
        .fetch_all(
            "select table_name::text, column_name::text, is_nullable = 'YES' from information_schema.columns
             where table_schema = 'public'",
        )
        .await
        .unwrap();
    rows.iter().map(|row| (row.get(0), row.get(1), row.get(2))).collect()
}

/// What one database has and the other not, for a reason.
fn is_of_one_database((table, column, _): &(String, String, bool)) -> bool {
    // Belongs to the migrator, or names a row to the search index.
    table == "_sqlx_migrations" || (table == "search_entry" && column == "id")
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn both_databases_have_the_same_tables_and_columns() {
    on_sqlite(|sqlite| async move {
        on_postgres(|postgres| async move {
            let mut on_sqlite = sqlite_columns(&sqlite).await;
            let mut on_postgres = postgres_columns(&postgres).await;
            on_sqlite.retain(|column| !is_of_one_database(column));
            on_postgres.retain(|column| !is_of_one_database(column));
            assert!(on_sqlite.len() > 50, "{on_sqlite:?}");
            assert_eq!(on_sqlite, on_postgres);
        })
        .await;
    })
    .await;
}

for_both! {
    async fn every_table_takes_a_sample(record: Record) {
        for (sqlite, postgres) in SAMPLES {
            match record.file() {
                Some(_) => record.sqlite().await.execute(AssertSqlSafe(sqlite)).await.map(drop),
                None => record.postgres().await.execute(AssertSqlSafe(postgres)).await.map(drop),
            }.unwrap();
        }
        let columns = if record.file().is_some() { sqlite_columns(&record).await } else { postgres_columns(&record).await };
        let tables: BTreeSet<_> = columns.into_iter().map(|(table, _, _)| table).collect();
        for table in tables.iter().filter(|table| !table.starts_with("search_index")) {
            let statement = format!("select count(*) from {table}").leak();
            assert!(record.number(statement).await > 0, "the samples leave {table} empty");
        }
    }

    async fn migrating_again_changes_nothing(record: Record) {
        let before = record.number("select count(*) from _sqlx_migrations").await;
        Db::migrate(&record.address).await.unwrap().close().await;
        assert_eq!(record.number("select count(*) from _sqlx_migrations").await, before);
    }

    async fn a_record_of_a_newer_or_older_program_is_not_opened(record: Record) {
        let newest = "update _sqlx_migrations set version = 9999 where version = (select max(version) from _sqlx_migrations)";
        record.by_hand(newest).await.unwrap();
        let newer = Db::open(&record.address).await.err().unwrap();
        assert!(matches!(newer, Error::NotReady(_)) && newer.to_string().contains("newer version"), "{newer}");
        record.by_hand("delete from _sqlx_migrations where version = 9999").await.unwrap();
        let older = Db::open(&record.address).await.err().unwrap();
        assert!(older.to_string().contains("run `cspr migrate`"), "{older}");
    }

    async fn an_event_is_never_deleted_and_never_changed(record: Record) {
        let story = Story::of_one_case(record).await;
        for statement in [
            "delete from event",
            "delete from event where seq = 2",
            "update event set facts = '{}' where seq = 2",
            "update event set seq = 9 where seq = 2",
            "update event set words = '{}' where seq = 2",
            "update event set recorded_at = recorded_at, words = null, kind = 'closed' where seq = 2",
        ] {
            let refused = story.record.by_hand(statement).await.unwrap_err();
            assert!(refused.contains("an event is never"), "{statement}: {refused}");
        }
        story.record.by_hand("update event set words = null where seq = 2").await.unwrap();
    }
}

#[tokio::test]
async fn where_there_is_no_record_one_is_told_how_to_start_it() {
    let nowhere = std::env::temp_dir().join("cspr-nowhere").join("cspr.db");
    let error = Db::open(&format!("sqlite:{}", nowhere.display())).await.err().unwrap();
    assert!(error.to_string().contains("run `cspr migrate`"), "{error}");
    assert!(!nowhere.exists(), "looking must not make a file");
}
