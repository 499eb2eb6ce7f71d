//! A reader that stops in the middle of a statement when nobody waits for it any more.
//!
//! SQLite carries a statement through even if its caller has gone away. What may take long is therefore run through
//! this, which has SQLite ask every so often whether to go on.

use std::ops::{Deref, DerefMut};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use crate::readers::Reader;

/// After how many of its steps SQLite asks whether to go on. Ending the transaction takes fewer.
const STEPS: i32 = 10_000;

/// A reader inside a transaction. When this is dropped, the transaction ends, and any statement with it.
pub struct Interruptible {
    reader: Reader,
    abandoned: Arc<AtomicBool>,
}

impl Interruptible {
    pub(crate) async fn begin(mut reader: Reader) -> Result<Self, sqlx::Error> {
        let abandoned = Arc::new(AtomicBool::new(false));
        let seen = Arc::clone(&abandoned);
        reader.lock_handle().await?.set_progress_handler(STEPS, move || !seen.load(Ordering::Relaxed));
        Ok(Self { reader: reader.begin().await?, abandoned })
    }
}

impl Drop for Interruptible {
    fn drop(&mut self) {
        self.abandoned.store(true, Ordering::Relaxed);
    }
}

impl Deref for Interruptible {
    type Target = Reader;

    fn deref(&self) -> &Self::Target {
        &self.reader
    }
}

impl DerefMut for Interruptible {
    fn deref_mut(&mut self) -> &mut Self::Target {
        &mut self.reader
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use tokio::time::timeout;

    use crate::sqlite::SEARCHES;
    use crate::testing::Empty;
    use crate::{Tx, settings};

    /// A statement that counts for ever.
    const ENDLESS: &str =
        "with recursive n (n) as (select 1 union all select n + 1 from n) select count(*) from n";

    async fn search_for_ever(tx: &mut Tx) {
        let Tx::Sqlite(tx) = tx else { unreachable!("the record is in a file") };
        sqlx::query(ENDLESS).execute(&mut **tx).await.unwrap();
    }

    #[tokio::test]
    async fn a_search_that_nobody_waits_for_makes_room_for_the_next() {
        let empty = Empty::new("abandoned").await;
        for _ in 0..SEARCHES * 2 {
            let mut tx = empty.db.searching().await.unwrap();
            assert!(timeout(Duration::from_millis(50), search_for_ever(&mut tx)).await.is_err());
        }
        let mut tx = timeout(Duration::from_secs(5), empty.db.searching()).await.unwrap().unwrap();
        settings::get(&mut tx, "anything").await.unwrap();
        drop(tx);
        empty.end().await;
    }

    #[tokio::test]
    async fn readers_do_not_wait_for_searches() {
        let empty = Empty::new("beside").await;
        let mut searches = Vec::new();
        for _ in 0..SEARCHES {
            searches.push(empty.db.searching().await.unwrap());
        }
        assert!(timeout(Duration::from_millis(50), empty.db.searching()).await.is_err(), "one too many");
        let mut tx = timeout(Duration::from_secs(5), empty.db.snapshot()).await.unwrap().unwrap();
        settings::get(&mut tx, "anything").await.unwrap();
        drop((tx, searches));
        empty.end().await;
    }
}
