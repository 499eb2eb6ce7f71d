//! Opening a case by the reference in an address, as every page of a case begins.
//!
//! One question asks which cases a reference names, whether anything was added to them, and whether their reader is
//! still reading. A page asks it together with who is signed in. Whether a case may be shown is decided for each.

use std::sync::Arc;

use case::{Actor, Case, CaseId, PartnershipId, Reference};
use chrono::{DateTime, SubsecRound, Utc};
use uuid::Uuid;

use crate::cases::readable;
use crate::folded::{self, Folded};
use crate::tx::{fetch_all, from_row};
use crate::{Db, Digest, Error, Tx, access};

/// What a page asks about the cases that an address names.
#[derive(Clone, Copy, Debug)]
pub struct Asked {
    /// The reference in the address.
    pub reference: Reference,
    /// Somebody who opened the case after this time is still reading: that is one opening.
    pub since: DateTime<Utc>,
}

/// The cases of a reference, at most one in each partnership, before anybody has asked who may know of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    /// The reference in the address.
    pub reference: Reference,
    pub(crate) cases: Vec<NamedCase>,
}

/// A case of the reference.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct NamedCase {
    id: CaseId,
    partnership: PartnershipId,
    head: Digest,
    is_being_read: bool,
}

/// What is asked about a case `r`. The person and the time are the values with these numbers.
macro_rules! named_columns {
    ($person:literal, $since:literal) => {
        concat!(
            "r.case_id, r.partnership_id,
             (select e.digest from event e where e.case_id = r.case_id order by e.seq desc limit 1) as head,
             exists (select 1 from access_log a where a.person_id = ",
            $person,
            " and a.what = 'opened' and a.at > ",
            $since,
            " and a.case_id = r.case_id) as is_being_read"
        )
    };
}

pub(crate) use named_columns;

from_row! {
    struct StoredNamed {
        case_id: Uuid,
        partnership_id: Uuid,
        head: Vec<u8>,
        is_being_read: bool,
    }
}

impl NamedCase {
    /// A case as it is stored.
    pub(crate) fn read(
        case: Uuid,
        partnership: Uuid,
        head: Vec<u8>,
        is_being_read: bool,
    ) -> Result<Self, Error> {
        let (id, partnership) = (CaseId(case), PartnershipId(partnership));
        Ok(Self { id, partnership, head: head.try_into()?, is_being_read })
    }
}

/// The cases that an address names, for a page that does not know them from its session.
pub async fn named(tx: &mut Tx, actor: &Actor, asked: Asked) -> Result<Named, Error> {
    let rows = fetch_all!(
        tx,
        StoredNamed,
        concat!(
            "select ",
            named_columns!("$3", "$4"),
            " from case_row r where r.year = $1 and r.serial = $2 order by r.partnership_id"
        ),
        i64::from(asked.reference.year),
        i64::from(asked.reference.serial),
        actor.person.0,
        asked.since.trunc_subsecs(6),
    )?;
    let cases = rows
        .into_iter()
        .map(|row| NamedCase::read(row.case_id, row.partnership_id, row.head, row.is_being_read))
        .collect::<Result<_, _>>()?;
    Ok(Named { reference: asked.reference, cases })
}

/// Opens the first of these cases that `actor` may know of, or that of one partnership. That is noted in the access
/// log before it is shown, unless they are still reading it.
///
/// # Errors
///
/// [`Error::NotFound`], both when there is no such case and when the actor may not know of it.
pub async fn open(
    db: &Db,
    actor: &Actor,
    now: DateTime<Utc>,
    named: &Named,
    partnership: Option<PartnershipId>,
) -> Result<(CaseId, Arc<Case>), Error> {
    for one in named.cases.iter().filter(|one| partnership.is_none_or(|wanted| wanted == one.partnership)) {
        match readable(actor, folded(db, one).await?) {
            Err(Error::NotFound) => {}
            Err(error) => return Err(error),
            Ok(case) => {
                if !one.is_being_read {
                    access::note(db, actor.person, now, vec![one.id], access::Why::Opened).await?;
                }
                return Ok((one.id, case));
            }
        }
    }
    Err(Error::NotFound)
}

async fn folded(db: &Db, one: &NamedCase) -> Result<Folded, Error> {
    match folded::kept(one.id, one.head) {
        Some(folded) => Ok(folded),
        None => folded::read(&mut db.glance().await?, one.id).await,
    }
}
