//! What a database knows of its own tables, by which it plans statements.

use crate::tx::execute;
use crate::{Error, Tx};

/// Has the database look again at how much is where. SQLite looks only at tables that have grown much since it last
/// looked, and at a part of each.
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
