//! Folded cases, kept between requests.
//!
//! A case is kept under the digest of its last entry, which stands for its whole history. The record is asked for
//! that digest first, which is cheap, so what is kept is never older than the record, whichever process wrote last.
//! One cache serves every record that a program opens. Who may see a case is asked each time.

use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock};

use case::{Case, CaseId};
use quick_cache::Weighter;
use quick_cache::sync::Cache;
use uuid::Uuid;

use crate::among::fetch_among;
use crate::digest::Digest;
use crate::tx::fetch_optional;
use crate::{Error, Tx, history};

/// How many bytes all kept cases may take.
const MOST: u64 = 16 << 20;
/// How many bytes a case takes beside its history.
const EMPTY: usize = 4096;
/// How many bytes in memory each byte of stored history becomes.
const GROWTH: usize = 3;

static KEPT: LazyLock<Cache<CaseId, Folded, ByBytes>> =
    LazyLock::new(|| Cache::with_weighter(1024, MOST, ByBytes));

/// A case as its history makes it.
#[derive(Clone)]
pub(crate) struct Folded {
    /// The case after all its entries.
    pub(crate) case: Arc<Case>,
    /// The digest of its last entry, on which the next one builds.
    pub(crate) head: Digest,
    /// How many bytes its stored history has.
    pub(crate) length: usize,
}

#[derive(Clone)]
struct ByBytes;

impl Weighter<CaseId, Folded> for ByBytes {
    fn weight(&self, _: &CaseId, folded: &Folded) -> u64 {
        u64::try_from(EMPTY + GROWTH * folded.length).unwrap_or(u64::MAX)
    }
}

/// A case as recorded; an empty one where there is none. It does not ask who may see it.
pub(crate) async fn case(tx: &mut Tx, id: CaseId) -> Result<Folded, Error> {
    if KEPT.peek(&id).is_none() {
        return read(tx, id).await;
    }
    let known = head(tx, id).await?.and_then(|head| kept(id, head));
    match known {
        Some(folded) => Ok(folded),
        None => read(tx, id).await,
    }
}

/// A case read from its history.
pub(crate) async fn read(tx: &mut Tx, id: CaseId) -> Result<Folded, Error> {
    let read = history::read(tx, id).await?;
    let folded = Folded { case: Arc::new(Case::replay(read.recorded)), head: read.head, length: read.length };
    keep(id, folded.clone());
    Ok(folded)
}

/// Those of these cases that are kept and have not changed.
pub(crate) async fn among(tx: &mut Tx, ids: &[CaseId]) -> Result<BTreeMap<CaseId, Arc<Case>>, Error> {
    let maybe: Vec<Uuid> = ids.iter().filter(|id| KEPT.peek(*id).is_some()).map(|id| id.0).collect();
    if maybe.is_empty() {
        return Ok(BTreeMap::new());
    }
    let heads = fetch_among!(
        tx,
        (Uuid, Vec<u8>),
        &maybe,
        "select case_id, head from case_row where ",
        "case_id",
        ""
    )?;
    let mut found = BTreeMap::new();
    for (id, head) in heads {
        if let Some(folded) = kept(CaseId(id), head.try_into()?) {
            found.insert(CaseId(id), folded.case);
        }
    }
    Ok(found)
}

/// Keeps a case with what was just recorded.
pub(crate) fn keep(id: CaseId, folded: Folded) {
    KEPT.insert(id, folded);
}

/// Forgets a case from which something was erased.
pub(crate) fn forget(id: CaseId) {
    KEPT.remove(&id);
}

/// A case whose last entry is known to have this digest, if it is kept.
pub(crate) fn kept(id: CaseId, head: Digest) -> Option<Folded> {
    KEPT.get(&id).filter(|folded| folded.head == head)
}

async fn head(tx: &mut Tx, id: CaseId) -> Result<Option<Digest>, Error> {
    let row = fetch_optional!(
        tx,
        (Vec<u8>,),
        "select digest from event where case_id = $1 order by seq desc limit 1",
        id.0,
    )?;
    row.map(|(head,)| head.try_into()).transpose()
}
