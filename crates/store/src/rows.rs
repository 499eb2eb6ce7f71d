//! The rows that are made from a case, for finding it: computed in one place, written as differences.

use std::collections::{BTreeMap, BTreeSet};

use calendar::NaiveDate;
use case::{Case, CaseId, Clock, ClockKind, PartnershipId, PersonId, Reference};
use chrono::{DateTime, Utc};
use uuid::Uuid;

use crate::digest::Digest;
use crate::tx::{execute, insert_rows};
use crate::{Basis, Error, Tx, code};

/// Everything made from one case, except what is searched.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Rows {
    /// The row in lists; none while nothing is recorded.
    pub(crate) case: Option<CaseRow>,
    /// Who may know of the case, and as what.
    pub(crate) access: BTreeSet<(PersonId, String)>,
    /// The clocks that run, by their keys.
    pub(crate) clocks: BTreeMap<String, ClockRow>,
}

/// A case as it stands in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaseRow {
    /// The case.
    pub case: CaseId,
    /// Whose case it is.
    pub partnership: PartnershipId,
    /// Its reference.
    pub reference: Reference,
    /// Its local working title; empty once erased.
    pub title: String,
    /// The code of its stage, such as `rapid_review_open`.
    pub stage: String,
    /// Who leads it.
    pub lead: Option<PersonId>,
    /// The number of its last entry.
    pub version: u32,
    /// The digest of its last entry.
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

/// A clock that runs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct ClockRow {
    pub(crate) partnership: PartnershipId,
    pub(crate) kind: String,
    pub(crate) due: Option<NaiveDate>,
    pub(crate) provisional: bool,
}

impl Rows {
    /// The rows of `case`, whose last entry has the digest `head`.
    pub(crate) fn of(id: CaseId, case: &Case, head: Digest, basis: &Basis) -> Result<Self, Error> {
        let (Some(opened), Some(first), Some(last)) =
            (&case.opened, case.history().first(), case.history().last())
        else {
            return Ok(Self::default());
        };
        let clocks = case::clocks(case, basis.rules_of(case), basis.calendar());
        let main = case::main_clock(&clocks);
        let row = CaseRow {
            case: id,
            partnership: opened.partnership,
            reference: opened.reference,
            title: case.title.clone(),
            stage: code::of(&case.stage)?,
            lead: case.lead,
            version: last.seq,
            head,
            opened_on: first.event.on.day(),
            updated_at: last.at,
            main_clock: main.map(|clock| clock.key.to_string()),
            main_due: main.and_then(Clock::due_date),
        };
        let running = clocks.iter().filter(|clock| clock.is_open()).map(|clock| {
            let row = ClockRow {
                partnership: opened.partnership,
                kind: kind_code(clock.kind).to_owned(),
                due: clock.due_date(),
                provisional: clock.is_provisional(),
            };
            (clock.key.to_string(), row)
        });
        Ok(Self { case: Some(row), access: access(case)?, clocks: running.collect() })
    }

    /// Writes what is not already as in `before`.
    pub(crate) async fn write(&self, tx: &mut Tx, id: CaseId, before: &Self) -> Result<(), Error> {
        if self.case != before.case {
            save_case_row(tx, self.case.as_ref()).await?;
        }
        for (person, role) in before.access.difference(&self.access) {
            execute!(
                tx,
                "delete from case_access where case_id = $1 and person_id = $2 and as_role = $3",
                id.0,
                person.0,
                role,
            )?;
        }
        let gained: Vec<_> = self.access.difference(&before.access).map(|access| (id, access)).collect();
        insert_access(tx, &gained).await?;
        for (key, clock) in &before.clocks {
            if self.clocks.get(key) != Some(clock) {
                execute!(tx, "delete from clock_row where case_id = $1 and clock = $2", id.0, key)?;
            }
        }
        let changed: Vec<_> = self
            .clocks
            .iter()
            .filter(|(key, clock)| before.clocks.get(*key) != Some(*clock))
            .map(|(key, clock)| (id, key, clock))
            .collect();
        insert_clocks(tx, &changed).await
    }

    /// Writes the rows of many cases of which none is written yet.
    pub(crate) async fn insert(tx: &mut Tx, cases: &[(CaseId, Self)]) -> Result<(), Error> {
        let rows: Vec<_> = cases.iter().filter_map(|(_, rows)| rows.case.as_ref()).collect();
        insert_case_rows(tx, &rows).await?;
        let access: Vec<_> =
            cases.iter().flat_map(|(id, rows)| rows.access.iter().map(|access| (*id, access))).collect();
        insert_access(tx, &access).await?;
        let clocks: Vec<_> = cases
            .iter()
            .flat_map(|(id, rows)| rows.clocks.iter().map(|(key, clock)| (*id, key, clock)))
            .collect();
        insert_clocks(tx, &clocks).await
    }
}

/// The code under which a kind of clock is stored.
pub(crate) fn kind_code(kind: ClockKind) -> &'static str {
    match kind {
        ClockKind::Statutory => "statutory",
        ClockKind::Expected => "expected",
        ClockKind::Local => "local",
    }
}

/// Everyone who has a place at the case: the named list, the lead and the reviewer.
fn access(case: &Case) -> Result<BTreeSet<(PersonId, String)>, Error> {
    let mut access = BTreeSet::new();
    for (person, role) in &case.access {
        access.insert((*person, code::of(role)?));
    }
    access.extend(case.lead.map(|person| (person, "lead".to_owned())));
    let reviewer = case.lcspr.commission.as_ref().and_then(|commission| commission.reviewer);
    access.extend(reviewer.map(|person| (person, "commissioned_reviewer".to_owned())));
    Ok(access)
}

async fn save_case_row(tx: &mut Tx, row: Option<&CaseRow>) -> Result<(), Error> {
    let Some(row) = row else { return Ok(()) };
    execute!(
        tx,
        "insert into case_row (case_id, partnership_id, year, serial, title, stage, lead_id, version, head, opened_on,
             updated_at, main_clock, main_due)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
         on conflict (case_id) do update set title = excluded.title, stage = excluded.stage,
             lead_id = excluded.lead_id, version = excluded.version, head = excluded.head,
             opened_on = excluded.opened_on, updated_at = excluded.updated_at, main_clock = excluded.main_clock,
             main_due = excluded.main_due",
        row.case.0,
        row.partnership.0,
        i64::from(row.reference.year),
        i64::from(row.reference.serial),
        &row.title,
        &row.stage,
        row.lead.map(|lead| lead.0),
        i64::from(row.version),
        &row.head.0[..],
        row.opened_on,
        row.updated_at,
        &row.main_clock,
        row.main_due,
    )?;
    Ok(())
}

async fn insert_case_rows(tx: &mut Tx, rows: &[&CaseRow]) -> Result<(), Error> {
    insert_rows!(
        tx,
        "case_row (case_id, partnership_id, year, serial, title, stage, lead_id, version, head, opened_on, updated_at, \
         main_clock, main_due)",
        rows,
        |row| row.case.0,
        row.partnership.0,
        i64::from(row.reference.year),
        i64::from(row.reference.serial),
        &row.title,
        &row.stage,
        row.lead.map(|lead| lead.0),
        i64::from(row.version),
        &row.head.0[..],
        row.opened_on,
        row.updated_at,
        &row.main_clock,
        row.main_due,
    )?;
    Ok(())
}

async fn insert_access(tx: &mut Tx, access: &[(CaseId, &(PersonId, String))]) -> Result<(), Error> {
    insert_rows!(
        tx,
        "case_access (case_id, person_id, as_role)",
        access,
        |row| row.0.0,
        row.1.0.0,
        &row.1.1,
    )?;
    Ok(())
}

async fn insert_clocks(tx: &mut Tx, clocks: &[(CaseId, &String, &ClockRow)]) -> Result<(), Error> {
    insert_rows!(
        tx,
        "clock_row (case_id, clock, partnership_id, kind, due, provisional)",
        clocks,
        |row| row.0.0,
        row.1,
        row.2.partnership.0,
        &row.2.kind,
        row.2.due,
        row.2.provisional,
    )?;
    Ok(())
}

/// A row of `case_row` as it is selected, in the order of [`CASE_COLUMNS`].
#[derive(sqlx::FromRow)]
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
