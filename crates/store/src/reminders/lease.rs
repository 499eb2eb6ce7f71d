//! Which process makes and sends reminders, on a database where only one may.

use chrono::{DateTime, SubsecRound, Utc};
use uuid::Uuid;

use crate::tx::{execute, fetch_optional};
use crate::{Error, Tx};

/// Takes or extends the lease of this name until a time. Where another process has it, says until when.
///
/// On PostgreSQL there is nothing to wait for: any number of processes may make and send reminders.
pub async fn hold(
    tx: &mut Tx,
    name: &str,
    holder: Uuid,
    (now, until): (DateTime<Utc>, DateTime<Utc>),
) -> Result<Option<DateTime<Utc>>, Error> {
    if matches!(tx, Tx::Postgres(_)) {
        return Ok(None);
    }
    let taken = execute!(
        &mut *tx,
        "insert into pass_lease (name, holder, until) values ($1, $2, $3)
         on conflict (name) do update set holder = excluded.holder, until = excluded.until
         where pass_lease.holder = excluded.holder or pass_lease.until <= $4",
        name,
        holder,
        until.trunc_subsecs(6),
        now.trunc_subsecs(6),
    )?;
    if taken > 0 {
        return Ok(None);
    }
    let other = fetch_optional!(tx, (DateTime<Utc>,), "select until from pass_lease where name = $1", name)?;
    Ok(other.map(|(until,)| until))
}

/// Gives the lease back, if it is still ours.
pub async fn release(tx: &mut Tx, name: &str, holder: Uuid) -> Result<(), Error> {
    execute!(tx, "delete from pass_lease where name = $1 and holder = $2", name, holder)?;
    Ok(())
}
