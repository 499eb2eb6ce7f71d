//! The statement that reads clocks in the order of their dates.

use calendar::NaiveDate;
use case::{CaseId, PartnershipId, PersonId};
use uuid::Uuid;

use super::{DueRow, Key};
use crate::scope::Scope;
use crate::tx::{fetch_all, from_row};
use crate::{Error, Tx, case_row};

/// The clocks to look at.
#[derive(Clone, Copy)]
pub(super) enum Of {
    /// The clocks of every case in a scope.
    Scope(Scope),
    /// The clocks of the cases that somebody leads.
    Lead(PersonId),
}

from_row! {
    struct StoredDueRow {
        case_id: Uuid,
        clock: String,
        kind: String,
        due: NaiveDate,
        provisional: bool,
        partnership_id: Uuid,
        year: i64,
        serial: i64,
        title: String,
        stage: String,
        lead_id: Option<Uuid>,
    }
}

/// The statement for the clocks that meet a condition, where an index has them in order.
macro_rules! along {
    ($condition:literal) => {
        concat!(
            "select c.case_id, c.clock, c.kind, c.due, c.provisional, r.partnership_id, r.year, r.serial, r.title,
                 r.stage, r.lead_id
             from clock_row c join case_row r on r.case_id = c.case_id
             where ",
            $condition,
            " and (c.due, c.case_id, c.clock) > ($2, $3, $4) and c.due <= $5
             order by c.due, c.case_id, c.clock limit $6"
        )
    };
}

/// The same where they have to be sorted, which is done before the rows of their cases are read.
macro_rules! within {
    ($condition:literal) => {
        concat!(
            "select c.case_id, c.clock, c.kind, c.due, c.provisional, r.partnership_id, r.year, r.serial, r.title,
                 r.stage, r.lead_id
             from (
                 select case_id, clock, kind, due, provisional from clock_row
                 where ",
            $condition,
            " and (due, case_id, clock) > ($2, $3, $4) and due <= $5 order by due, case_id, clock limit $6
             ) as c
             join case_row r on r.case_id = c.case_id order by c.due, c.case_id, c.clock"
        )
    };
}

/// Up to `limit` clocks that are due by `until`, after the one with the place `after`.
pub(super) async fn page(
    tx: &mut Tx,
    of: Of,
    after: &Key,
    until: NaiveDate,
    limit: usize,
) -> Result<Vec<DueRow>, Error> {
    let limit = i64::try_from(limit).unwrap_or(i64::MAX);
    let statement = match of {
        Of::Scope(Scope::Everything) => along!("$1 is null"),
        Of::Scope(Scope::Partnership(_)) => along!("c.partnership_id = $1"),
        Of::Scope(Scope::Named(_)) => {
            within!("case_id in (select a.case_id from case_access a where a.person_id = $1)")
        }
        // A case in which a clock runs has a main clock.
        Of::Lead(_) => within!(
            "case_id in (select i.case_id from case_row i where i.lead_id = $1 and i.main_clock is not null)"
        ),
    };
    let rows =
        fetch_all!(tx, StoredDueRow, statement, of.id(), after.0, after.1.0, after.2.as_str(), until, limit)?;
    rows.into_iter().map(StoredDueRow::read).collect()
}

impl StoredDueRow {
    fn read(self) -> Result<DueRow, Error> {
        Ok(DueRow {
            due: self.due,
            case: CaseId(self.case_id),
            clock: self.clock,
            kind: self.kind,
            provisional: self.provisional,
            partnership: PartnershipId(self.partnership_id),
            reference: case_row::reference(self.year, self.serial)?,
            title: self.title,
            stage: self.stage,
            lead: self.lead_id.map(PersonId),
        })
    }
}

impl Of {
    fn id(self) -> Option<Uuid> {
        match self {
            Self::Scope(scope) => scope.id(),
            Self::Lead(person) => Some(person.0),
        }
    }
}
