//! What moves when the bank holidays change: open clocks do; those that were met or missed stay.

use calendar::NaiveDate;
use case::{Case, CaseId, PartnershipId, Reference};

use crate::batch::Batch;
use crate::rows::Rows;
use crate::{Basis, Error, Tx, history, rebuild};

/// A running clock whose due date moves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moved {
    /// The case it runs in.
    pub case: CaseId,
    /// The partnership whose case it is.
    pub partnership: Option<PartnershipId>,
    /// The reference of the case.
    pub reference: Reference,
    /// The key of the clock.
    pub clock: String,
    /// The due date by the old basis.
    pub from: Option<NaiveDate>,
    /// The due date by the new basis.
    pub to: Option<NaiveDate>,
}

/// The running clocks that move when `new` takes the place of `old`, in order of case. Changes nothing.
pub async fn moves(tx: &mut Tx, old: &Basis, new: &Basis) -> Result<Vec<Moved>, Error> {
    let mut moved = Vec::new();
    for id in rebuild::running(tx).await? {
        let read = history::read(tx, id).await?;
        let case = Case::replay(read.recorded);
        let Some(reference) = case.reference() else { continue };
        let before = Rows::of(id, &case, read.head, old)?;
        let after = Rows::of(id, &case, read.head, new)?;
        for (clock, row) in &before.clocks {
            let to = after.clocks.get(clock).and_then(|row| row.due);
            if row.due != to {
                let (partnership, clock, from) = (case.partnership(), clock.clone(), row.due);
                moved.push(Moved { case: id, partnership, reference, clock, from, to });
            }
        }
    }
    Ok(moved)
}

/// Updates the rows of running clocks to `new`, after the bank holidays or the choices of a partnership changed.
pub async fn recount(tx: &mut Tx, old: &Basis, new: &Basis) -> Result<(), Error> {
    for id in rebuild::running(tx).await? {
        let read = history::read(tx, id).await?;
        let case = Case::replay(read.recorded);
        let before = Rows::of(id, &case, read.head, old)?;
        let mut batch = Batch::default();
        Rows::of(id, &case, read.head, new)?.save(&mut batch, id, &before);
        batch.run(tx).await?;
    }
    Ok(())
}
