//! Signing in by a link that is sent by email, and how often that and other things are tried.

use case::PersonId;
use chrono::{DateTime, SubsecRound, Utc};
use uuid::Uuid;

use crate::tx::{execute, fetch_one, fetch_optional};
use crate::{Digest, Error, Tx};

/// A link that signs somebody in once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// The person it signs in.
    pub person: PersonId,
    /// When the email was sent.
    pub sent_at: DateTime<Utc>,
    /// The first instant at which it no longer works.
    pub ends_at: DateTime<Utc>,
    /// The page it leads to.
    pub goes_to: String,
}

/// What a link does when somebody follows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Used {
    /// It signs this person in.
    SignsIn {
        /// The person it signs in.
        person: PersonId,
        /// The page it leads to.
        goes_to: String,
    },
    /// The link has expired.
    Expired,
    /// The link was used before.
    AlreadyUsed,
    /// There is no such link, or not any more.
    Unknown,
}

/// Keeps a link under the digest of its token.
pub async fn keep_link(tx: &mut Tx, token: Digest, link: &Link) -> Result<(), Error> {
    execute!(
        tx,
        "insert into sign_in_link (token_hash, person_id, sent_at, ends_at, used_at, goes_to)
         values ($1, $2, $3, $4, null, $5)",
        &token.0[..],
        link.person.0,
        link.sent_at.trunc_subsecs(6),
        link.ends_at.trunc_subsecs(6),
        &link.goes_to,
    )?;
    Ok(())
}

/// What a link would do now. It is not used up.
pub async fn look_at_link(tx: &mut Tx, token: Digest, now: DateTime<Utc>) -> Result<Used, Error> {
    let row = fetch_optional!(
        tx,
        (Uuid, DateTime<Utc>, Option<DateTime<Utc>>, String),
        "select person_id, ends_at, used_at, goes_to from sign_in_link where token_hash = $1",
        &token.0[..],
    )?;
    Ok(match row {
        None => Used::Unknown,
        Some((_, _, Some(_), _)) => Used::AlreadyUsed,
        Some((_, ends_at, None, _)) if ends_at <= now.trunc_subsecs(6) => Used::Expired,
        Some((person, _, None, goes_to)) => Used::SignsIn { person: PersonId(person), goes_to },
    })
}

/// Uses a link up. Of any number of people who follow it at the same time, one is signed in.
pub async fn use_link(tx: &mut Tx, token: Digest, now: DateTime<Utc>) -> Result<Used, Error> {
    let now = now.trunc_subsecs(6);
    let used = fetch_optional!(
        tx,
        (Uuid, String),
        "update sign_in_link set used_at = $2 where token_hash = $1 and used_at is null and ends_at > $2
         returning person_id, goes_to",
        &token.0[..],
        now,
    )?;
    match used {
        Some((person, goes_to)) => Ok(Used::SignsIn { person: PersonId(person), goes_to }),
        None => look_at_link(tx, token, now).await,
    }
}

/// Deletes the links of a person, used or not.
pub async fn forget_links(tx: &mut Tx, person: PersonId) -> Result<u64, Error> {
    Ok(execute!(tx, "delete from sign_in_link where person_id = $1", person.0)?)
}

/// Notes that something of this kind is tried. Note first and count afterwards, in one transaction: then others who
/// try at the same time wait until it ends, and cannot slip through.
pub async fn note_attempt(tx: &mut Tx, kind: &str, who: Digest, at: DateTime<Utc>) -> Result<(), Error> {
    if let Tx::Postgres(tx) = tx {
        sqlx::query("select pg_advisory_xact_lock(hashtext($1), hashtext($2))")
            .bind(kind)
            .bind(who.to_string())
            .execute(&mut **tx)
            .await?;
    }
    execute!(
        tx,
        "insert into attempt (kind, who, at) values ($1, $2, $3)",
        kind,
        &who.0[..],
        at.trunc_subsecs(6)
    )?;
    Ok(())
}

/// How many times it was tried since a time.
pub async fn count_attempts(
    tx: &mut Tx,
    kind: &str,
    who: Digest,
    since: DateTime<Utc>,
) -> Result<u64, Error> {
    let (count,) = fetch_one!(
        tx,
        (i64,),
        "select count(*) from attempt where kind = $1 and who = $2 and at >= $3",
        kind,
        &who.0[..],
        since.trunc_subsecs(6),
    )?;
    Ok(u64::try_from(count).unwrap_or_default())
}

/// Deletes links that ended, and attempts that were made, before this time. Says how many.
pub async fn prune(tx: &mut Tx, before: DateTime<Utc>) -> Result<u64, Error> {
    let before = before.trunc_subsecs(6);
    let links = execute!(tx, "delete from sign_in_link where ends_at < $1", before)?;
    let attempts = execute!(tx, "delete from attempt where at < $1", before)?;
    Ok(links + attempts)
}
