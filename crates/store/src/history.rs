//! Reading histories, each in one statement that brings it as one text.
//!
//! A row takes longer on its way from the database than its contents take to be read, so the entries of a history
//! travel joined in a single value. Stored JSON holds no control characters, so these separate them.

use std::collections::BTreeMap;

use case::{CaseId, PersonId, Recorded};
use chrono::{DateTime, Utc};
use uuid::Uuid;

use crate::Error;
use crate::among;
use crate::digest::Digest;
use crate::entry::{self, Entry};
use crate::tx::Tx;

/// ASCII "unit separator", between the parts of an entry.
pub(crate) const PART: char = '\u{1f}';
/// How many parts a stored entry has.
pub(crate) const PARTS: usize = 9;
/// ASCII "record separator", between entries.
pub(crate) const ENTRY: char = '\u{1e}';

/// A history as it is read for replaying: the entries, and the digest that the next one builds on.
pub(crate) struct History {
    pub(crate) recorded: Vec<Recorded>,
    pub(crate) head: Digest,
    /// How many bytes it has as it is stored.
    pub(crate) length: usize,
}

/// The entries of a case, oldest first; none when there is no such case.
pub(crate) async fn read(tx: &mut Tx, case: CaseId) -> Result<History, Error> {
    let row: (Option<String>, Option<Vec<u8>>) = match tx {
        Tx::Sqlite(tx) => {
            sqlx::query_as(
                "select group_concat(entry, char(30)),
                     (select digest from event where case_id = $1 order by seq desc limit 1)
                 from (select seq || char(31) || recorded_at || char(31) || hex(actor_id) || char(31)
                     || facts || char(31) || ifnull(words, '') as entry
                     from event where case_id = $1 order by seq)",
            )
            .bind(case.0)
            .fetch_one(&mut **tx)
            .await?
        }
        Tx::Postgres(tx) => {
            sqlx::query_as(
                r#"select string_agg(seq || chr(31)
                     || to_char(recorded_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"+00:00"') || chr(31)
                     || actor_id || chr(31) || facts || chr(31) || coalesce(words, ''), chr(30) order by seq),
                     (select digest from event where case_id = $1 order by seq desc limit 1)
                 from event where case_id = $1"#,
            )
            .bind(case.0)
            .fetch_one(&mut **tx)
            .await?
        }
    };
    let (Some(text), Some(head)) = row else {
        return Ok(History { recorded: Vec::new(), head: entry::START, length: 0 });
    };
    let recorded = text.split(ENTRY).map(recorded).collect::<Result<_, _>>()?;
    Ok(History { recorded, head: head.try_into()?, length: text.len() })
}

/// The entries of each of these cases, oldest first, with or without their words. A case that does not exist is
/// missing.
pub(crate) async fn read_all(
    tx: &mut Tx,
    cases: &[CaseId],
    with_words: bool,
) -> Result<BTreeMap<CaseId, Vec<Recorded>>, Error> {
    let ids: Vec<Uuid> = cases.iter().map(|case| case.0).collect();
    let (text,): (Option<String>,) = match tx {
        Tx::Sqlite(tx) => {
            sqlx::query_as(
                "select group_concat(hex(case_id) || char(31) || seq || char(31) || recorded_at || char(31)
                     || hex(actor_id) || char(31) || facts || char(31) || iif($2, ifnull(words, ''), ''), char(30))
                 from event where case_id in (select unhex(value) from json_each($1))",
            )
            .bind(among::json(&ids))
            .bind(with_words)
            .fetch_one(&mut **tx)
            .await?
        }
        Tx::Postgres(tx) => {
            sqlx::query_as(
                r#"select string_agg(case_id || chr(31) || seq || chr(31)
                     || to_char(recorded_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"+00:00"') || chr(31)
                     || actor_id || chr(31) || facts || chr(31)
                     || case when $2 then coalesce(words, '') else '' end, chr(30))
                 from event where case_id = any($1)"#,
            )
            .bind(&ids)
            .bind(with_words)
            .fetch_one(&mut **tx)
            .await?
        }
    };
    let mut histories: BTreeMap<CaseId, Vec<Recorded>> = BTreeMap::new();
    for text in text.iter().flat_map(|text| text.split(ENTRY)) {
        let (case, entry) = text.split_once(PART).ok_or_else(|| damaged("a part of an entry is missing"))?;
        histories.entry(CaseId(id(case)?)).or_default().push(recorded(entry)?);
    }
    for history in histories.values_mut() {
        history.sort_unstable_by_key(|recorded| recorded.seq);
    }
    Ok(histories)
}

fn recorded(text: &str) -> Result<Recorded, Error> {
    let mut parts = text.split(PART);
    let seq = number(part(&mut parts)?)?;
    let at = instant(part(&mut parts)?)?;
    let by = PersonId(id(part(&mut parts)?)?);
    let facts = part(&mut parts)?;
    let words = Some(part(&mut parts)?).filter(|words| !words.is_empty());
    Ok(Recorded { seq, at, by, event: entry::event(seq, facts, words)? })
}

/// Up to `limit` stored entries that follow the entry `after` in order of case and number.
pub(crate) async fn page(tx: &mut Tx, after: (Uuid, u32), limit: i64) -> Result<Vec<(CaseId, Entry)>, Error> {
    let (text,): (Option<String>,) = match tx {
        Tx::Sqlite(tx) => {
            sqlx::query_as(
                "select group_concat(entry, char(30))
                 from (select hex(case_id) || char(31) || seq || char(31) || recorded_at || char(31)
                     || hex(actor_id) || char(31) || kind || char(31) || facts || char(31)
                     || ifnull(words, '') || char(31) || hex(words_digest) || char(31) || hex(digest) as entry
                     from event where (case_id, seq) > ($1, $2) order by case_id, seq limit $3)",
            )
            .bind(after.0)
            .bind(i64::from(after.1))
            .bind(limit)
            .fetch_one(&mut **tx)
            .await?
        }
        Tx::Postgres(tx) => {
            sqlx::query_as(
                r#"select string_agg(case_id || chr(31) || seq || chr(31)
                     || to_char(recorded_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"+00:00"') || chr(31)
                     || actor_id || chr(31) || kind || chr(31) || facts || chr(31) || coalesce(words, '') || chr(31)
                     || encode(words_digest, 'hex') || chr(31) || encode(digest, 'hex'), chr(30)
                     order by case_id, seq)
                 from (select case_id, seq, recorded_at, actor_id, kind, facts, words, words_digest, digest
                     from event where (case_id, seq) > ($1, $2) order by case_id, seq limit $3) as page"#,
            )
            .bind(after.0)
            .bind(i64::from(after.1))
            .bind(limit)
            .fetch_one(&mut **tx)
            .await?
        }
    };
    let Some(text) = text else { return Ok(Vec::new()) };
    text.split(ENTRY).filter_map(|text| stored(text).transpose()).collect()
}

/// Reads one stored entry. A part that somebody made unreadable is read as nothing, and the digest of the entry
/// then shows it. The rest of an entry that somebody cut in two is no entry.
fn stored(text: &str) -> Result<Option<(CaseId, Entry)>, Error> {
    let mut parts = text.split(PART);
    let case = match id(parts.next().unwrap_or_default()) {
        Ok(id) => CaseId(id),
        Err(_) if parts.count() < PARTS - 1 => return Ok(None),
        Err(error) => return Err(error),
    };
    let mut part = || parts.next().unwrap_or_default();
    let entry = Entry {
        seq: number(part()).unwrap_or(u32::MAX),
        at: instant(part()).unwrap_or_default(),
        by: PersonId(id(part()).unwrap_or_default()),
        kind: part().to_owned(),
        facts: part().to_owned(),
        words: Some(part().to_owned()).filter(|words| !words.is_empty()),
        words_digest: match part() {
            "" => None,
            digest => Some(digest.parse().unwrap_or_default()),
        },
        digest: part().parse().unwrap_or_default(),
    };
    Ok(Some((case, entry)))
}

/// The next part of an entry.
pub(crate) fn part<'a>(parts: &mut impl Iterator<Item = &'a str>) -> Result<&'a str, Error> {
    parts.next().ok_or_else(|| damaged("a part of an entry is missing"))
}

/// The number of an entry.
pub(crate) fn number(text: &str) -> Result<u32, Error> {
    text.parse().map_err(|_| damaged("the number of an entry is no number"))
}

/// The time of an entry.
pub(crate) fn instant(text: &str) -> Result<DateTime<Utc>, Error> {
    let instant =
        DateTime::parse_from_rfc3339(text).map_err(|_| damaged("the time of an entry is no time"))?;
    Ok(instant.to_utc())
}

/// An id, with dashes or without.
pub(crate) fn id(text: &str) -> Result<Uuid, Error> {
    Uuid::parse_str(text).map_err(|_| damaged("an id of an entry is no id"))
}

fn damaged(what: &str) -> Error {
    Error::Damaged(what.to_owned())
}
