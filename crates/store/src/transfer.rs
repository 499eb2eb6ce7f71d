//! Taking whole histories into the record, and knowing which are there.

use case::CaseId;
use uuid::Uuid;

use crate::batch::Batch;
use crate::entry::History;
use crate::tx::fetch_all;
use crate::verify::Heads;
use crate::{Basis, Error, Tx, append, case_row, rebuild};

pub use crate::append::next_reference;

/// The last entry of every case. By these a later [verification](crate::Db::verify) knows that no end was cut off,
/// and an import knows which cases are there.
pub async fn heads(tx: &mut Tx) -> Result<Heads, Error> {
    let rows = fetch_all!(tx, (Uuid, i64, Vec<u8>), "select case_id, version, head from case_row")?;
    rows.into_iter()
        .map(|(case, version, head)| Ok((CaseId(case), (case_row::version(version)?, head.try_into()?))))
        .collect()
}

/// Adds histories of cases that are not there yet, with all their rows. It does not ask the rules: the caller has
/// [checked](History::check) the histories.
///
/// # Errors
///
/// [`Error::Damaged`] when one of the cases has entries already, or its reference is that of another case.
pub async fn append_histories(tx: &mut Tx, basis: &Basis, histories: &[History]) -> Result<(), Error> {
    let mut batch = Batch::default();
    let entries =
        histories.iter().flat_map(|history| history.entries.iter().map(|entry| (history.case, entry)));
    append::entries(&mut batch, entries);
    rebuild::make(tx, &mut batch, basis, histories).await?;
    batch.run(tx).await.map_err(|error| match error {
        Error::Taken => Error::Damaged("an imported case has entries already".into()),
        other => other,
    })
}
