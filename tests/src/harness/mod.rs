//! Gives each test an empty record of its own, on SQLite and on PostgreSQL.

mod by_hand;
mod place;

pub(crate) use place::{Record, on_postgres, on_sqlite};

/// Writes each test once and runs it twice: as `name::sqlite` and as `name::postgres`.
macro_rules! for_both {
    ($($(#[$attribute:meta])* async fn $name:ident($record:ident: Record) $body:block)+) => {$(
        $(#[$attribute])*
        mod $name {
            use super::*;

            async fn body($record: $crate::harness::Record) $body

            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn sqlite() {
                $crate::harness::on_sqlite(body).await;
            }

            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn postgres() {
                $crate::harness::on_postgres(body).await;
            }
        }
    )+};
}
