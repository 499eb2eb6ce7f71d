//! Making the rows again from the events.

use std::collections::BTreeMap;
use std::sync::Arc;

use case::{Case, CaseId};

use crate::batch::Batch;
use crate::entry::History;
use crate::rows::Rows;
use crate::search::SearchEntry;
use crate::tx::{execute, fetch_all};
use crate::{Basis, Db, Error, Tx, Walk, append, search, statistics};

/// How much was made again from the events.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Rebuilt {
    /// How many cases.
    pub cases: u64,
    /// How many entries.
    pub events: u64,
}

impl Db {
    /// Deletes every row that is made from events and makes them again, all in one transaction. Calls `progress`
    /// with the number of entries read so far.
    pub async fn rebuild(
        &self,
        basis: &Arc<Basis>,
        mut progress: impl FnMut(u64) + Send + 'static,
    ) -> Result<Rebuilt, Error> {
        let basis = Arc::clone(basis);
        self.write(move |tx| {
            Box::pin(async move {
                forget_all(tx).await?;
                let mut rebuilt = Rebuilt::default();
                let mut walk = Walk::new();
                loop {
                    let histories = walk.next(tx).await?;
                    if histories.is_empty() {
                        statistics::renew(tx).await?;
                        return Ok(rebuilt);
                    }
                    let mut batch = Batch::default();
                    make(tx, &mut batch, &basis, &histories).await?;
                    batch.run(tx).await?;
                    rebuilt.cases += histories.len() as u64;
                    rebuilt.events +=
                        histories.iter().map(|history| history.entries.len() as u64).sum::<u64>();
                    progress(rebuilt.events);
                }
            })
        })
        .await
    }
}

async fn forget_all(tx: &mut Tx) -> Result<(), Error> {
    execute!(tx, "delete from case_row")?;
    execute!(tx, "delete from case_access")?;
    execute!(tx, "delete from clock_row")?;
    execute!(tx, "delete from action_row")?;
    execute!(tx, "delete from panel_row")?;
    search::forget_all(tx).await
}

/// Makes the rows of histories that have none, and notes that their references are used.
pub(crate) async fn make(
    tx: &mut Tx,
    batch: &mut Batch,
    basis: &Basis,
    histories: &[History],
) -> Result<(), Error> {
    let mut rows = Vec::with_capacity(histories.len());
    let mut searched = Vec::new();
    let mut taken = BTreeMap::new();
    for history in histories {
        let case = Case::replay(history.recorded()?);
        searched.extend(case.history().iter().filter_map(|recorded| SearchEntry::of(history.case, recorded)));
        rows.push((history.case, Rows::of(history.case, &case, history.head(), basis)?));
        if let Some(opened) = &case.opened {
            let last = taken.entry((opened.partnership, opened.reference.year)).or_insert(opened.reference);
            *last = opened.reference.max(*last);
        }
    }
    Rows::save_all(batch, &rows);
    search::add(batch, searched.into_iter());
    for ((partnership, _), last) in taken {
        append::take_reference(tx, partnership, last).await?;
    }
    Ok(())
}

/// The cases in which a clock runs.
pub(crate) async fn running(tx: &mut Tx) -> Result<Vec<CaseId>, Error> {
    let rows = fetch_all!(tx, (uuid::Uuid,), "select distinct case_id from clock_row order by case_id")?;
    Ok(rows.into_iter().map(|(case,)| CaseId(case)).collect())
}
