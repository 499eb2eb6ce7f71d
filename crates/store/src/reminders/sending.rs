//! Claiming reminders, noting that their email leaves, and noting how that ended.

use chrono::{DateTime, SubsecRound, Utc};
use uuid::Uuid;

use super::{Reminder, StoredReminder, read, with_columns};
use crate::tx::{execute, fetch_all};
use crate::{Error, Tx, among};

/// Claims, until a time, everything that is due to be sent to up to `people` people.
///
/// All reminders of one person go together. On PostgreSQL a sender that claims for a person has that person to
/// itself, and no sender waits for another.
pub async fn claim(
    tx: &mut Tx,
    token: Uuid,
    (now, until): (DateTime<Utc>, DateTime<Utc>),
    people: usize,
) -> Result<Vec<Reminder>, Error> {
    let (now, until) = (now.trunc_subsecs(6), until.trunc_subsecs(6));
    let people = i64::try_from(people).unwrap_or(i64::MAX);
    let found = match tx {
        Tx::Sqlite(_) => fetch_all!(
            &mut *tx,
            (Uuid,),
            "select distinct recipient_id from reminder where state = 'waiting' and next_try_at <= $1 limit $2",
            now,
            people,
        )?,
        Tx::Postgres(_) => fetch_all!(
            &mut *tx,
            (Uuid,),
            "select id from person
             where id in (select recipient_id from reminder where state = 'waiting' and next_try_at <= $1)
             order by id limit $2 for no key update skip locked",
            now,
            people,
        )?,
    };
    let people: Vec<Uuid> = found.into_iter().map(|(person,)| person).collect();
    let rows = match tx {
        Tx::Sqlite(tx) => {
            sqlx::query_as::<_, StoredReminder>(with_columns!(
                "update reminder set state = 'claimed', claim = $1, lease_until = $2
                 where state = 'waiting' and next_try_at <= $3
                     and recipient_id in (select unhex(value) from json_each($4)) returning ",
                ""
            ))
            .bind(token)
            .bind(until)
            .bind(now)
            .bind(among::json(&people))
            .fetch_all(&mut **tx)
            .await?
        }
        Tx::Postgres(tx) => {
            sqlx::query_as::<_, StoredReminder>(with_columns!(
                "update reminder set state = 'claimed', claim = $1, lease_until = $2
                 where state = 'waiting' and next_try_at <= $3 and recipient_id = any($4) returning ",
                ""
            ))
            .bind(token)
            .bind(until)
            .bind(now)
            .bind(&people)
            .fetch_all(&mut **tx)
            .await?
        }
    };
    read(rows)
}

/// Notes that these reminders leave now, together in one email.
///
/// # Errors
///
/// [`Error::Taken`] when they are no longer claimed with this token: then nothing may leave.
pub async fn begin(
    tx: &mut Tx,
    token: Uuid,
    reminders: &[Uuid],
    (letter, message_id): (Uuid, &str),
    until: DateTime<Utc>,
) -> Result<(), Error> {
    let until = until.trunc_subsecs(6);
    let mut begun = 0;
    for id in reminders {
        begun += execute!(
            &mut *tx,
            "update reminder set state = 'sending', letter_id = $3, message_id = $4, lease_until = $5
             where id = $1 and claim = $2 and state = 'claimed'",
            *id,
            token,
            letter,
            message_id,
            until,
        )?;
    }
    if begun == reminders.len() as u64 { Ok(()) } else { Err(Error::Taken) }
}

/// How sending ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ended {
    /// The mail server accepted the email.
    Sent,
    /// Whether the email was accepted is not known.
    Uncertain(String),
    /// The email was refused for good, or for too long.
    Failed(String),
    /// The email was not accepted, and is tried again from this time on.
    Again(DateTime<Utc>, String),
    /// It was not tried, and is tried from this time on.
    Later(DateTime<Utc>, String),
    /// It was no longer true.
    Withdrawn(String),
    /// The recipient gets it in another email, or not at all.
    PassedOver(String),
}

impl Ended {
    fn parts(&self) -> (&'static str, Option<&str>) {
        match self {
            Self::Sent => ("sent", None),
            Self::Uncertain(why) => ("uncertain", Some(why)),
            Self::Failed(why) => ("failed", Some(why)),
            Self::Again(_, why) | Self::Later(_, why) => ("waiting", Some(why)),
            Self::Withdrawn(why) => ("withdrawn", Some(why)),
            Self::PassedOver(why) => ("passed_over", Some(why)),
        }
    }
}

/// Notes how sending these reminders ended, by presenting the token. This holds even for those that became
/// uncertain because nothing was noted for too long. Says how many there were.
pub async fn settle(
    tx: &mut Tx,
    token: Uuid,
    reminders: &[Uuid],
    ended: &Ended,
    now: DateTime<Utc>,
) -> Result<u64, Error> {
    let now = now.trunc_subsecs(6);
    let (state, reason) = ended.parts();
    let (next, settled, tried) = match ended {
        Ended::Again(at, _) => (Some(at.trunc_subsecs(6)), None, 1_i64),
        Ended::Later(at, _) => (Some(at.trunc_subsecs(6)), None, 0),
        Ended::Sent | Ended::Uncertain(_) | Ended::Failed(_) => (None, Some(now), 1),
        Ended::Withdrawn(_) | Ended::PassedOver(_) => (None, Some(now), 0),
    };
    let mut settled_for = 0;
    for id in reminders {
        settled_for += execute!(
            &mut *tx,
            "update reminder set state = $3, reason = $4, next_try_at = coalesce($5, next_try_at), settled_at = $6,
                 tries = tries + $7, claim = null, lease_until = null
             where id = $1 and claim = $2 and state in ('claimed', 'sending', 'uncertain')",
            *id,
            token,
            state,
            reason,
            next,
            settled,
            tried,
        )?;
    }
    Ok(settled_for)
}

/// What became of claims that ran out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Lapsed {
    /// How many wait again, because nothing had left.
    pub again: u64,
    /// How many are uncertain, because an email may have left.
    pub uncertain: u64,
}

/// Ends the claims that ran out. What had not left waits again; what may have left is uncertain, and is not sent
/// again.
pub async fn lapse(tx: &mut Tx, now: DateTime<Utc>) -> Result<Lapsed, Error> {
    let now = now.trunc_subsecs(6);
    let again = execute!(
        &mut *tx,
        "update reminder set state = 'waiting', claim = null, lease_until = null
         where lease_until <= $1 and state = 'claimed'",
        now,
    )?;
    let uncertain = execute!(
        tx,
        "update reminder set state = 'uncertain', lease_until = null, settled_at = $1,
             reason = 'It was being handed to the mail server when the service stopped. It may have arrived.'
         where lease_until <= $1 and state = 'sending'",
        now,
    )?;
    Ok(Lapsed { again, uncertain })
}
