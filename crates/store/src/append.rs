//! Adding to the record: entries, what is searched of them, and the references that are taken.

use case::{CaseId, PartnershipId, Reference};

use crate::entry::Entry;
use crate::tx::{execute, fetch_one, insert_rows};
use crate::{Error, Tx};

/// Adds entries, and says how many of them were not there yet.
pub(crate) async fn entries(tx: &mut Tx, entries: &[(CaseId, &Entry)]) -> Result<u64, Error> {
    let added = insert_rows!(
        tx,
        "event (case_id, seq, recorded_at, actor_id, kind, facts, words, words_digest, digest)",
        entries,
        |row| row.0.0,
        i64::from(row.1.seq),
        row.1.at,
        row.1.by.0,
        &row.1.kind,
        &row.1.facts,
        &row.1.words,
        row.1.words_digest.as_ref().map_or(&[][..], |digest| &digest.0),
        &row.1.digest.0[..],
    )?;
    Ok(added)
}

/// The next reference of a partnership in a year. It is given once: others wait until this transaction ends.
pub async fn next_reference(tx: &mut Tx, partnership: PartnershipId, year: i32) -> Result<Reference, Error> {
    let (serial,) = fetch_one!(
        tx,
        (i64,),
        "insert into case_number (partnership_id, year, last) values ($1, $2, 1)
         on conflict (partnership_id, year) do update set last = case_number.last + 1 returning last",
        partnership.0,
        i64::from(year),
    )?;
    crate::case_row::reference(i64::from(year), serial)
}

/// Notes that a reference given elsewhere is taken, so that it is not given again.
pub(crate) async fn take_reference(
    tx: &mut Tx,
    partnership: PartnershipId,
    reference: Reference,
) -> Result<(), Error> {
    execute!(
        tx,
        "insert into case_number (partnership_id, year, last) values ($1, $2, $3)
         on conflict (partnership_id, year) do update set last = excluded.last
         where case_number.last < excluded.last",
        partnership.0,
        i64::from(reference.year),
        i64::from(reference.serial),
    )?;
    Ok(())
}
