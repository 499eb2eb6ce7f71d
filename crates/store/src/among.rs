//! Statements about rows whose ids are known: PostgreSQL takes a list as one value, SQLite takes it as JSON.

use uuid::Uuid;

/// The ids as SQLite takes them.
pub(crate) fn json(ids: &[Uuid]) -> String {
    let quoted: Vec<_> = ids.iter().map(|id| format!("\"{}\"", id.simple())).collect();
    format!("[{}]", quoted.join(","))
}

/// Every row whose id is one of `$ids`: the statement is `$before`, the name of the column, and `$after`.
macro_rules! fetch_among {
    ($tx:expr, $row:ty, $ids:expr, $before:literal, $column:literal, $after:literal) => {
        match $tx {
            $crate::Tx::Sqlite(tx) => {
                sqlx::query_as::<_, $row>(concat!(
                    $before,
                    $column,
                    " in (select unhex(value) from json_each($1))",
                    $after
                ))
                .bind($crate::among::json($ids))
                .fetch_all(&mut **tx)
                .await
            }
            $crate::Tx::Postgres(tx) => {
                sqlx::query_as::<_, $row>(concat!($before, $column, " = any($1)", $after))
                    .bind($ids)
                    .fetch_all(&mut **tx)
                    .await
            }
        }
    };
}

pub(crate) use fetch_among;
