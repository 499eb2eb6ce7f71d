//! Taking a file in: all of it, or nothing.

use std::path::Path;
use std::sync::{Arc, OnceLock};

use case::Rejection;
use store::{Db, statistics};

use crate::pass::{Import, Stop, Summary, go_through};

/// Called with the number of bytes that are read so far.
pub type Progress = Arc<dyn Fn(u64) + Send + Sync>;

/// Checks the file and writes nothing.
pub async fn check(db: &Db, path: &Path, import: Import, progress: &Progress) -> Result<Summary, Stop> {
    let mut tx = db.snapshot().await?;
    go_through(path, &mut tx, Import { writing: false, ..import }, &**progress).await
}

/// Takes the file in, in one transaction. When anything in it is wrong nothing of it stays.
pub async fn take_in(db: &Db, path: &Path, import: Import, progress: &Progress) -> Result<Summary, Stop> {
    let (path, progress) = (path.to_owned(), Arc::clone(progress));
    let faults = Arc::new(OnceLock::new());
    let found = Arc::clone(&faults);
    let end = db
        .write(move |tx| {
            Box::pin(async move {
                let taken = go_through(&path, tx, Import { writing: true, ..import }, &*progress).await;
                let summary = taken.map_err(|stop| match stop {
                    // The transaction has to end in an error, so that nothing of the file stays.
                    Stop::Faults(faults) => {
                        let rejection = Rejection::of("", faults.to_string());
                        found.set(faults).ok();
                        rejection.into()
                    }
                    Stop::Store(error) => error,
                })?;
                statistics::renew(tx).await?;
                Ok(summary)
            })
        })
        .await;
    match Arc::into_inner(faults).and_then(OnceLock::into_inner) {
        Some(faults) => Err(Stop::Faults(faults)),
        None => Ok(end?),
    }
}
