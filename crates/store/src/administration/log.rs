//! The log of what was changed, to be read.

use case::{PartnershipId, PersonId};
use chrono::{DateTime, SubsecRound, Utc};
use uuid::Uuid;

use super::note::{Facts, What};
use crate::tx::fetch_all;
use crate::{Error, Tx, code};

/// How many changes are fetched at a time.
const FETCHED: usize = 100;

/// How many are looked at for those that concern the reader.
const LOOKED_AT: usize = 2_000;

/// One change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// Its id.
    pub id: Uuid,
    /// When.
    pub at: DateTime<Utc>,
    /// By whom.
    pub by: PersonId,
    /// What was done, as a code such as `role_given`.
    pub code: String,
    /// To whom or what.
    pub facts: Facts,
}

/// A place in the log, at which a page of it ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// The time of the last change before it.
    pub at: DateTime<Utc>,
    /// Its id, which tells it from others of that time.
    pub id: Uuid,
}

impl Change {
    /// What was done; none where another version of the program noted what this one does not know.
    pub fn what(&self) -> Option<What> {
        code::read(&self.code).ok()
    }

    /// The place right after it.
    pub fn place(&self) -> Place {
        Place { at: self.at, id: self.id }
    }

    fn is_for(&self, partnerships: &[PartnershipId]) -> bool {
        let is_for_all = self.facts.concerns().next().is_none();
        is_for_all || self.facts.concerns().any(|of| partnerships.contains(&of))
    }
}

/// Later than any change: the end of the year 9999, the last that both databases put in order.
const LATEST: DateTime<Utc> = DateTime::from_timestamp(253_402_300_799, 0).expect("a time");

/// Up to `limit` changes that concern these partnerships or everybody, the latest first, from a place on.
pub async fn list(
    tx: &mut Tx,
    partnerships: &[PartnershipId],
    from: Option<Place>,
    limit: usize,
) -> Result<Vec<Change>, Error> {
    let mut found = Vec::new();
    let mut place = from.unwrap_or(Place { at: LATEST, id: Uuid::max() });
    for _ in 0..LOOKED_AT / FETCHED {
        let some = fetch(tx, place).await?;
        let is_end = some.len() < FETCHED;
        if let Some(last) = some.last() {
            place = last.place();
        }
        found.extend(some.into_iter().filter(|change| change.is_for(partnerships)));
        if is_end || found.len() >= limit {
            break;
        }
    }
    found.truncate(limit);
    Ok(found)
}

async fn fetch(tx: &mut Tx, from: Place) -> Result<Vec<Change>, Error> {
    let rows = fetch_all!(
        tx,
        (Uuid, DateTime<Utc>, Uuid, String, String),
        "select id, at, by_id, what, facts from admin_change where (at, id) < ($1, $2)
         order by at desc, id desc limit $3",
        from.at.trunc_subsecs(6),
        from.id,
        i64::try_from(FETCHED).unwrap_or(i64::MAX),
    )?;
    let change = |(id, at, by, code, facts): (_, _, _, _, String)| {
        let facts = serde_json::from_str(&facts).unwrap_or_default();
        Change { id, at, by: PersonId(by), code, facts }
    };
    Ok(rows.into_iter().map(change).collect())
}
