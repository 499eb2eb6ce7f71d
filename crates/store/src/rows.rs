//! The rows that are made from a case, for finding it: computed in one place, written as differences.

use std::collections::{BTreeMap, BTreeSet};

use calendar::NaiveDate;
use case::{Case, CaseId, Clock, ClockKind, PartnershipId, PersonId};

use crate::digest::Digest;
use crate::tx::{execute, insert_rows};
use crate::{Basis, CaseRow, Error, Tx, case_row, code};

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
        if let Some(row) = self.case.as_ref().filter(|row| Some(*row) != before.case.as_ref()) {
            case_row::save(tx, row).await?;
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
        case_row::insert(tx, &rows).await?;
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
