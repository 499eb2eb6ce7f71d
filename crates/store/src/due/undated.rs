//! The running deadlines that have no date.

use std::collections::BTreeMap;

use case::{Actor, Area, CaseId, PartnershipId, PersonId, Reference};
use uuid::Uuid;

use crate::scope::{Scope, scoped};
use crate::sight::{self, Cases};
use crate::tx::{fetch_all, from_row};
use crate::{Error, Tx, case_row};

/// An open statutory deadline whose date cannot be computed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Undated {
    /// The case it runs in.
    pub case: CaseId,
    /// The key of the clock, such as `rapid-review`.
    pub clock: String,
    /// The reference of the case.
    pub reference: Reference,
    /// The local working title of the case.
    pub title: String,
    /// The person who leads the case.
    pub lead: Option<PersonId>,
}

from_row! {
    struct StoredUndated {
        case_id: Uuid,
        clock: String,
        partnership_id: Uuid,
        lead_id: Option<Uuid>,
        year: i64,
        serial: i64,
        title: String,
    }
}

/// The running statutory deadlines that have no date, of the cases whose course `actor` may see.
pub async fn undated(tx: &mut Tx, actor: &Actor) -> Result<Vec<Undated>, Error> {
    let mut found = BTreeMap::new();
    for scope in Scope::all_of(actor) {
        let mut unclear = Vec::new();
        for row in undated_in(tx, scope).await? {
            let (case, reference) = (CaseId(row.case_id), case_row::reference(row.year, row.serial)?);
            let lead = row.lead_id.map(PersonId);
            let undated = Undated { case, clock: row.clock, reference, title: row.title, lead };
            if sight::row_shows(actor, PartnershipId(row.partnership_id), reference, lead) {
                found.insert((case, undated.clock.clone()), undated);
            } else {
                unclear.push(undated);
            }
        }
        let mut cases = Cases::default();
        cases.read(tx, unclear.iter().map(|row| row.case)).await?;
        unclear.retain(|row| cases.show(actor, row.case, Area::Overview));
        found.extend(unclear.into_iter().map(|row| ((row.case, row.clock.clone()), row)));
    }
    Ok(found.into_values().collect())
}

async fn undated_in(tx: &mut Tx, scope: Scope) -> Result<Vec<StoredUndated>, Error> {
    let statement = scoped!(
        scope,
        "select c.case_id, c.clock, r.partnership_id, r.lead_id, r.year, r.serial, r.title
         from clock_row c join case_row r on r.case_id = c.case_id
         where ",
        " and c.due is null and c.kind = 'statutory' order by c.case_id, c.clock"
    );
    Ok(fetch_all!(tx, StoredUndated, statement, scope.id())?)
}
