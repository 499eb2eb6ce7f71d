//! Adding to the record: entries, what is searched of them, and the references that are used.

use case::{CaseId, PartnershipId, Reference};

use crate::batch::{Batch, Value};
use crate::entry::Entry;
use crate::tx::{execute, fetch_one};
use crate::{Error, Tx};

/// Adds the entries of any cases.
pub(crate) fn entries<'a>(batch: &mut Batch, entries: impl IntoIterator<Item = (CaseId, &'a Entry)>) {
    let row = |(case, entry): (CaseId, &Entry)| {
        let words_digest = entry.words_digest.map_or(Vec::new(), |digest| digest.0.to_vec());
        [
            Value::Id(case.0),
            Value::Number(entry.seq.into()),
            Value::Time(entry.at),
            Value::Id(entry.by.0),
            Value::Text(entry.kind.clone()),
            Value::Text(entry.facts.clone()),
            Value::MaybeText(entry.words.clone()),
            Value::Bytes(words_digest),
            Value::Bytes(entry.digest.0.to_vec()),
        ]
    };
    let columns = "event (case_id, seq, recorded_at, actor_id, kind, facts, words, words_digest, digest)";
    batch.insert(columns, entries.into_iter().map(row), "");
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

/// Notes that a reference given elsewhere is used, so that it is not given again.
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
