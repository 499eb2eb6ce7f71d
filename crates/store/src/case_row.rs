//! The row of a case in lists.

use calendar::NaiveDate;
use case::{CaseId, PartnershipId, PersonId, Reference};
use chrono::{DateTime, Utc};
use uuid::Uuid;

use crate::Error;
use crate::batch::{Batch, Value};
use crate::digest::Digest;
use crate::tx::from_row;

/// A case as it stands in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaseRow {
    /// The id of the case.
    pub case: CaseId,
    /// The partnership whose case it is.
    pub partnership: PartnershipId,
    /// The reference, unique within the partnership.
    pub reference: Reference,
    /// Its local working title; empty once erased.
    pub title: String,
    /// The code of its stage, such as `rapid_review_open`; empty for those who may not see its course.
    pub stage: String,
    /// The person who leads it.
    pub lead: Option<PersonId>,
    /// The number of its last entry.
    pub version: u32,
    /// The digest of the last entry.
    pub head: Digest,
    /// The day it was entered.
    pub opened_on: Option<NaiveDate>,
    /// When something was last recorded.
    pub updated_at: DateTime<Utc>,
    /// The key of the clock it is known by, such as `rapid-review`.
    pub main_clock: Option<String>,
    /// The due date of that clock.
    pub main_due: Option<NaiveDate>,
}

impl CaseRow {
    /// The row as somebody sees it who may know of the case but not of its course.
    pub(crate) fn without_course(self) -> Self {
        Self { stage: String::new(), main_clock: None, main_due: None, ..self }
    }
}

/// Adds the rows of cases, or updates those that are there.
pub(crate) fn save<'a>(batch: &mut Batch, rows: impl IntoIterator<Item = &'a CaseRow>) {
    let row = |row: &CaseRow| {
        [
            Value::Id(row.case.0),
            Value::Id(row.partnership.0),
            Value::Number(row.reference.year.into()),
            Value::Number(row.reference.serial.into()),
            Value::Text(row.title.clone()),
            Value::Text(row.stage.clone()),
            Value::MaybeId(row.lead.map(|lead| lead.0)),
            Value::Number(row.version.into()),
            Value::Bytes(row.head.0.to_vec()),
            Value::MaybeDay(row.opened_on),
            Value::Time(row.updated_at),
            Value::MaybeText(row.main_clock.clone()),
            Value::MaybeDay(row.main_due),
        ]
    };
    batch.insert(
        "case_row (case_id, partnership_id, year, serial, title, stage, lead_id, version, head, opened_on, updated_at,
             main_clock, main_due)",
        rows.into_iter().map(row),
        "on conflict (case_id) do update set title = excluded.title, stage = excluded.stage,
             lead_id = excluded.lead_id, version = excluded.version, head = excluded.head,
             opened_on = excluded.opened_on, updated_at = excluded.updated_at, main_clock = excluded.main_clock,
             main_due = excluded.main_due",
    );
}

from_row! {
    /// A row of `case_row` as it is selected.
    pub(crate) struct StoredCaseRow {
        case_id: Uuid,
        partnership_id: Uuid,
        year: i64,
        serial: i64,
        title: String,
        stage: String,
        lead_id: Option<Uuid>,
        version: i64,
        head: Vec<u8>,
        opened_on: Option<NaiveDate>,
        updated_at: DateTime<Utc>,
        main_clock: Option<String>,
        main_due: Option<NaiveDate>,
    }
}

impl TryFrom<StoredCaseRow> for CaseRow {
    type Error = Error;

    fn try_from(row: StoredCaseRow) -> Result<Self, Error> {
        Ok(Self {
            case: CaseId(row.case_id),
            partnership: PartnershipId(row.partnership_id),
            reference: reference(row.year, row.serial)?,
            title: row.title,
            stage: row.stage,
            lead: row.lead_id.map(PersonId),
            version: u32::try_from(row.version)
                .map_err(|_| Error::Damaged("a version is out of range".into()))?,
            head: row.head.try_into()?,
            opened_on: row.opened_on,
            updated_at: row.updated_at,
            main_clock: row.main_clock,
            main_due: row.main_due,
        })
    }
}

/// The reference of a stored year and serial.
pub(crate) fn reference(year: i64, serial: i64) -> Result<Reference, Error> {
    let reference = i32::try_from(year).ok().zip(u32::try_from(serial).ok());
    let (year, serial) =
        reference.ok_or_else(|| Error::Damaged(format!("{year}-{serial} is no reference")))?;
    Ok(Reference { year, serial })
}

/// The number of a stored entry.
pub(crate) fn version(stored: i64) -> Result<u32, Error> {
    u32::try_from(stored).map_err(|_| Error::Damaged(format!("{stored} is no number of an entry")))
}
