//! What a database knows of how much is where, by which it chooses the way to what is asked for.

use crate::tx::execute;
use crate::{Error, Tx};

/// Has the database look again at how much is where. SQLite looks only at tables that have grown much since it last did,
/// and at a part of each.
pub async fn renew(tx: &mut Tx) -> Result<(), Error> {
    let statement = match tx {
        // All tables, and not only those that this connection asked for something.
        Tx::Sqlite(_) => "pragma main.optimize(0x10012)",
        Tx::Postgres(_) => {
            "analyze event, case_row, case_access, clock_row, action_row, panel_row, search_entry"
        }
    };
    execute!(tx, statement)?;
    Ok(())
}
