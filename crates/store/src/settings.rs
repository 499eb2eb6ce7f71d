//! Settings of the whole record, by name.

use crate::tx::{execute, fetch_optional};
use crate::{Error, Tx};

/// The name under which `true` marks a record of invented cases.
pub const EXAMPLES: &str = "examples";

/// The value of a setting; `None` where it was never set.
pub async fn get(tx: &mut Tx, name: &str) -> Result<Option<String>, Error> {
    let row = fetch_optional!(tx, (String,), "select value from setting where name = $1", name)?;
    Ok(row.map(|(value,)| value))
}

/// Gives a setting its value.
pub async fn set(tx: &mut Tx, name: &str, value: &str) -> Result<(), Error> {
    execute!(
        tx,
        "insert into setting (name, value) values ($1, $2) on conflict (name) do update set value = excluded.value",
        name,
        value,
    )?;
    Ok(())
}
