//! Which of some cases an actor may see.
//!
//! The rules of the `case` crate decide. They are first asked about what the row in the list knows of a case:
//! knowing more never takes a right away. Only where that is not enough is the history read, and the histories of
//! many cases are read together.

use std::collections::BTreeMap;
use std::sync::Arc;

use case::consideration::CaseKind;
use case::{
    Actor, Area, Case, CaseId, Opened, PartnershipId, PersonId, Position, Reference, may_read, may_see,
};

use crate::{CaseRow, Error, Tx, folded, history};

/// How many histories are read in one statement.
const TOGETHER: usize = 250;

/// The cases that were read so far.
#[derive(Default)]
pub(crate) struct Cases(pub(crate) BTreeMap<CaseId, Arc<Case>>);

impl Cases {
    /// Reads the cases that were not read yet.
    pub(crate) async fn read(
        &mut self,
        tx: &mut Tx,
        ids: impl IntoIterator<Item = CaseId>,
    ) -> Result<(), Error> {
        let mut unread: Vec<_> = ids.into_iter().filter(|id| !self.0.contains_key(id)).collect();
        unread.sort_unstable();
        unread.dedup();
        self.0.extend(replayed(tx, &unread, true).await?);
        Ok(())
    }

    /// Whether the actor may see an area of a case that was read.
    pub(crate) fn show(&self, actor: &Actor, id: CaseId, area: Area) -> bool {
        self.0.get(&id).is_some_and(|case| may_see(actor, case, area))
    }
}

/// These cases as recorded, perhaps without their words. It does not ask who may see them.
pub(crate) async fn replayed(
    tx: &mut Tx,
    ids: &[CaseId],
    with_words: bool,
) -> Result<BTreeMap<CaseId, Arc<Case>>, Error> {
    let mut cases = folded::among(tx, ids).await?;
    let others: Vec<_> = ids.iter().copied().filter(|id| !cases.contains_key(id)).collect();
    for some in others.chunks(TOGETHER) {
        let histories = history::read_all(tx, some, with_words).await?;
        cases.extend(histories.into_iter().map(|(id, recorded)| (id, Arc::new(Case::replay(recorded)))));
    }
    Ok(cases)
}

/// Whether an actor may see the course of a case, as far as its row says.
pub(crate) fn row_shows(
    actor: &Actor,
    partnership: PartnershipId,
    reference: Reference,
    lead: Option<PersonId>,
) -> bool {
    // No right depends on the kind of case, which the row does not know.
    let opened = Opened { partnership, reference, kind: CaseKind::SeriousIncident };
    let known = Position { opened: Some(opened), lead, ..Position::default() };
    may_see(actor, &known, Area::Overview)
}

/// The rows as `actor` may see them, without those that they may not know of.
pub(crate) async fn shown(
    tx: &mut Tx,
    actor: &Actor,
    rows: Vec<CaseRow>,
    cases: &mut Cases,
) -> Result<Vec<CaseRow>, Error> {
    let by_row = |row: &CaseRow| row_shows(actor, row.partnership, row.reference, row.lead);
    cases.read(tx, rows.iter().filter(|row| !by_row(row)).map(|row| row.case)).await?;
    let shown = |row: CaseRow| {
        if by_row(&row) || cases.show(actor, row.case, Area::Overview) {
            return Some(row);
        }
        let knows = cases.0.get(&row.case).is_some_and(|case| may_read(actor, case));
        knows.then(|| row.without_course())
    };
    Ok(rows.into_iter().filter_map(shown).collect())
}
