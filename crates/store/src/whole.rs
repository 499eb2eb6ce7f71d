//! What is checked of the record as a whole, beside each of its cases.

use case::PartnershipId;
use uuid::Uuid;

use crate::tx::{fetch_all, fetch_one};
use crate::{Error, Tx};

/// What is wrong with the record as a whole.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unsound {
    /// A trigger that keeps events from being changed or deleted is gone or off.
    #[error("the trigger {0} no longer guards the events: find out who took it away, and restore a backup")]
    Unguarded(&'static str),
    /// The search index does not hold as many entries as are searched.
    #[error("the search index does not hold what is searched: run `cspr rebuild`")]
    SearchIndex,
    /// A reference that a case has could be given to another case.
    #[error("references of {year} in partnership {partnership} could be given again: run `cspr rebuild`")]
    Numbers {
        /// The partnership that numbers its cases.
        partnership: PartnershipId,
        /// The year of the references.
        year: i64,
    },
}

/// Everything that is wrong with the record as a whole.
pub(crate) async fn check(tx: &mut Tx) -> Result<Vec<Unsound>, Error> {
    let mut wrong = unguarded(tx).await?;
    if !search_is_whole(tx).await? {
        wrong.push(Unsound::SearchIndex);
    }
    wrong.extend(numbers(tx).await?);
    Ok(wrong)
}

async fn unguarded(tx: &mut Tx) -> Result<Vec<Unsound>, Error> {
    let guards: &[&str] = match tx {
        Tx::Sqlite(_) => &["event_is_never_changed", "event_is_never_deleted"],
        Tx::Postgres(_) => &["event_is_never_changed", "event_is_never_deleted", "event_is_never_truncated"],
    };
    let there = triggers(tx).await?;
    let gone = guards.iter().filter(|guard| !there.iter().any(|(name,)| name == *guard));
    Ok(gone.map(|guard| Unsound::Unguarded(guard)).collect())
}

async fn triggers(tx: &mut Tx) -> Result<Vec<(String,)>, Error> {
    let rows = match tx {
        Tx::Sqlite(tx) => {
            sqlx::query_as("select name from sqlite_master where type = 'trigger' and tbl_name = 'event'")
                .fetch_all(&mut **tx)
                .await?
        }
        Tx::Postgres(tx) => {
            sqlx::query_as(
                "select tgname::text from pg_trigger
                 where tgrelid = 'event'::regclass and tgenabled in ('O', 'A')",
            )
            .fetch_all(&mut **tx)
            .await?
        }
    };
    Ok(rows)
}

/// Whether every searched entry is in the index. PostgreSQL keeps its index in step by itself. The index of SQLite
/// is a table of its own: its first row begins with how many entries it holds, as a number of variable length.
async fn search_is_whole(tx: &mut Tx) -> Result<bool, Error> {
    let Tx::Sqlite(sqlite) = &mut *tx else { return Ok(true) };
    let first: Option<(Vec<u8>,)> = sqlx::query_as("select block from search_index_data where id = 1")
        .fetch_optional(&mut **sqlite)
        .await?;
    let (searched,) = fetch_one!(tx, (i64,), "select count(*) from search_entry")?;
    Ok(first.is_some_and(|(block,)| leading_number(&block) == searched))
}

/// The number in front: seven bits to a byte, the highest first, and the eighth bit set in all but the last.
fn leading_number(bytes: &[u8]) -> i64 {
    let mut number = 0;
    for byte in bytes.iter().take(8) {
        number = number << 7 | i64::from(byte & 0x7f);
        if byte & 0x80 == 0 {
            break;
        }
    }
    number
}

async fn numbers(tx: &mut Tx) -> Result<Vec<Unsound>, Error> {
    let rows = fetch_all!(
        tx,
        (Uuid, i64),
        "select r.partnership_id, r.year from case_row r
         left join case_number n on n.partnership_id = r.partnership_id and n.year = r.year
         group by r.partnership_id, r.year, n.last having n.last is null or n.last < max(r.serial)
         order by r.partnership_id, r.year",
    )?;
    let wrong = |(partnership, year)| Unsound::Numbers { partnership: PartnershipId(partnership), year };
    Ok(rows.into_iter().map(wrong).collect())
}
