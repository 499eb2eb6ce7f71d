//! Who is signed in, and where. A browser keeps a random token, and the record only its digest.

use case::{Actor, Membership, OrganisationId, PartnershipId, PersonId};
use chrono::{DateTime, SubsecRound, Utc};
use uuid::Uuid;

use crate::history::{ENTRY, PART, id, part};
use crate::opening::{Asked, Named, NamedCase, named_columns};
use crate::tx::{execute, fetch_all, fetch_optional, from_row};
use crate::{Digest, Error, Tx, code};

/// One browser in which somebody signed in. The caller decides whether it has ended: it stays until it is
/// [pruned](prune), so that a page can say that it has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    /// The person who signed in.
    pub person: PersonId,
    /// When they signed in.
    pub started_at: DateTime<Utc>,
    /// When it was last [touched](touch).
    pub seen_at: DateTime<Utc>,
    /// The browser and machine, in words for people.
    pub device: String,
    /// The message on the next page, shown once.
    pub flash: Option<String>,
}

/// A session, with everything about its person that every page needs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignedIn {
    /// The session of the token.
    pub session: Session,
    /// The person with all their roles. Never an operator.
    pub actor: Actor,
    /// The name in full; none once erased.
    pub name: Option<String>,
    /// Their post, such as “Review manager”.
    pub job_title: Option<String>,
    /// The cases that the address names, where they were asked for.
    pub named: Option<Named>,
}

/// Keeps a new session under the digest of its token.
///
/// # Errors
/// [`Error::Taken`] when there is one with this digest already.
pub async fn start(tx: &mut Tx, token: Digest, session: &Session) -> Result<(), Error> {
    execute!(
        tx,
        "insert into session (token_hash, person_id, started_at, seen_at, device, flash)
         values ($1, $2, $3, $4, $5, $6)",
        &token.0[..],
        session.person.0,
        session.started_at.trunc_subsecs(6),
        session.seen_at.trunc_subsecs(6),
        &session.device,
        &session.flash,
    )?;
    Ok(())
}

from_row! {
    struct StoredSignedIn {
        person_id: Uuid,
        started_at: DateTime<Utc>,
        seen_at: DateTime<Utc>,
        device: String,
        flash: Option<String>,
        name: Option<String>,
        job_title: Option<String>,
        roles: Option<String>,
        case_id: Option<Uuid>,
        partnership_id: Option<Uuid>,
        head: Option<Vec<u8>>,
        is_being_read: bool,
    }
}

/// The statement with the roles of the person as this expression joins them.
macro_rules! signed_in {
    ($joined:literal) => {
        concat!(
            "select s.person_id, s.started_at, s.seen_at, s.device, s.flash, p.name, p.job_title, (select ",
            $joined,
            " from membership m where m.person_id = s.person_id) as roles, ",
            named_columns!("s.person_id", "$4"),
            " from session s join person p on p.id = s.person_id
              left join case_row r on r.year = $2 and r.serial = $3
              where s.token_hash = $1 order by r.partnership_id"
        )
    };
}

/// The session of a token, with its person and their roles, and with the cases that the address names: one statement,
/// because every page asks.
pub async fn find(tx: &mut Tx, token: Digest, asked: Option<Asked>) -> Result<Option<SignedIn>, Error> {
    let (year, serial) =
        asked.map(|asked| (i64::from(asked.reference.year), i64::from(asked.reference.serial))).unzip();
    let since = asked.map(|asked| asked.since.trunc_subsecs(6));
    macro_rules! rows {
        ($tx:expr, $statement:expr) => {
            sqlx::query_as::<_, StoredSignedIn>($statement)
                .bind(&token.0[..])
                .bind(year)
                .bind(serial)
                .bind(since)
                .fetch_all(&mut **$tx)
                .await?
        };
    }
    let rows = match tx {
        Tx::Sqlite(tx) => rows!(
            tx,
            signed_in!(
                "group_concat(hex(m.organisation_id) || char(31) || hex(m.partnership_id) || char(31) || m.role, char(30))"
            )
        ),
        Tx::Postgres(tx) => rows!(
            tx,
            signed_in!(
                "string_agg(m.organisation_id || chr(31) || m.partnership_id || chr(31) || m.role, chr(30))"
            )
        ),
    };
    read(rows, asked)
}

/// Reads one row for each case that the address names, or the one row where it names none.
fn read(rows: Vec<StoredSignedIn>, asked: Option<Asked>) -> Result<Option<SignedIn>, Error> {
    let mut signed_in = None;
    let mut cases = Vec::new();
    for row in rows {
        if let (Some(case), Some(partnership), Some(head)) = (row.case_id, row.partnership_id, &row.head) {
            cases.push(NamedCase::read(case, partnership, head.clone(), row.is_being_read)?);
        }
        signed_in = Some(row);
    }
    let named = asked.map(|asked| Named { reference: asked.reference, cases });
    signed_in.map(|row| row.read(named)).transpose()
}

impl StoredSignedIn {
    fn read(self, named: Option<Named>) -> Result<SignedIn, Error> {
        let person = PersonId(self.person_id);
        let roles = self.roles.unwrap_or_default();
        let roles = roles.split(ENTRY).filter(|role| !role.is_empty());
        let mut memberships = roles.map(membership).collect::<Result<Vec<_>, _>>()?;
        memberships.sort_by_key(|held| (held.partnership, held.organisation));
        let (started_at, seen_at) = (self.started_at, self.seen_at);
        Ok(SignedIn {
            session: Session { person, started_at, seen_at, device: self.device, flash: self.flash },
            actor: Actor { person, memberships, operator: false },
            name: self.name,
            job_title: self.job_title,
            named,
        })
    }
}

fn membership(text: &str) -> Result<Membership, Error> {
    let mut parts = text.split(PART);
    Ok(Membership {
        organisation: OrganisationId(id(part(&mut parts)?)?),
        partnership: PartnershipId(id(part(&mut parts)?)?),
        role: code::read(part(&mut parts)?)?,
    })
}

/// Notes that the person did something just now. The time never goes back.
pub async fn touch(tx: &mut Tx, token: Digest, now: DateTime<Utc>) -> Result<(), Error> {
    let now = now.trunc_subsecs(6);
    execute!(
        tx,
        "update session set seen_at = $2 where token_hash = $1 and seen_at < $2",
        &token.0[..],
        now
    )?;
    Ok(())
}

/// Keeps the message for the next page, in place of any other.
pub async fn set_flash(tx: &mut Tx, token: Digest, flash: &str) -> Result<(), Error> {
    execute!(tx, "update session set flash = $2 where token_hash = $1", &token.0[..], flash)?;
    Ok(())
}

/// Takes out the message for this page.
pub async fn take_flash(tx: &mut Tx, token: Digest) -> Result<Option<String>, Error> {
    let row = fetch_optional!(
        tx,
        (Option<String>,),
        "select flash from session where token_hash = $1",
        &token.0[..]
    )?;
    let Some(flash) = row.and_then(|(flash,)| flash) else { return Ok(None) };
    let given = execute!(
        tx,
        "update session set flash = null where token_hash = $1 and flash = $2",
        &token.0[..],
        &flash,
    )?;
    Ok((given == 1).then_some(flash))
}

/// Where a person is signed in, the latest first, each with the digest of its token.
pub async fn of_person(tx: &mut Tx, person: PersonId) -> Result<Vec<(Digest, Session)>, Error> {
    let rows = fetch_all!(
        tx,
        (Vec<u8>, DateTime<Utc>, DateTime<Utc>, String, Option<String>),
        "select token_hash, started_at, seen_at, device, flash from session where person_id = $1
         order by started_at desc, token_hash",
        person.0,
    )?;
    rows.into_iter()
        .map(|(token, started_at, seen_at, device, flash)| {
            Ok((token.try_into()?, Session { person, started_at, seen_at, device, flash }))
        })
        .collect()
}

/// Signs a person out in one browser.
pub async fn end(tx: &mut Tx, token: Digest) -> Result<(), Error> {
    execute!(tx, "delete from session where token_hash = $1", &token.0[..])?;
    Ok(())
}

/// Signs a person out everywhere, or everywhere but in one browser. Says how many sessions ended.
pub async fn end_all(tx: &mut Tx, person: PersonId, except: Option<Digest>) -> Result<u64, Error> {
    let except = except.map_or(Vec::new(), |token| token.0.to_vec());
    Ok(execute!(tx, "delete from session where person_id = $1 and token_hash <> $2", person.0, except)?)
}

/// Forgets the sessions that were last seen before this time.
pub async fn prune(tx: &mut Tx, before: DateTime<Utc>) -> Result<u64, Error> {
    Ok(execute!(tx, "delete from session where seen_at < $1", before.trunc_subsecs(6))?)
}
