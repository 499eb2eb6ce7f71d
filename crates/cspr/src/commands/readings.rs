//! `cspr readings`: who has read of a case.

use std::io::Write;

use anyhow::ensure;
use case::{Area, may_see};
use clap::Args;
use serde_json::json;
use store::access;

use crate::clock;
use crate::output;
use crate::record::{Named, Record};
use crate::settings::Settings;
use crate::table::Table;

/// Of which case.
#[derive(Args)]
pub(crate) struct Readings {
    #[command(flatten)]
    named: Named,
    /// Print the list as JSON
    #[arg(long)]
    json: bool,
}

impl Readings {
    pub(crate) async fn run(&self, settings: &Settings, out: &mut dyn Write) -> anyhow::Result<()> {
        let record = Record::open(settings).await?;
        let found = record.find(&self.named).await?;
        let may = may_see(&record.actor, &found.case, Area::Internal);
        ensure!(may, "only the business unit may see who has read of a case: ask them");
        let row = record.row(&self.named).await?;
        let readings = access::readings(&mut record.db.glance().await?, row.case).await?;
        let names = record.names().await?;
        if self.json {
            let list: Vec<_> = readings
                .iter()
                .map(|one| json!({"at": one.at, "by": names.person(one.person), "how": one.what}))
                .collect();
            return output::json(out, &list);
        }
        let mut table = Table::new(&["WHEN", "WHO", "HOW"]);
        for one in readings {
            table.row([clock::in_london(one.at), names.person(one.person), one.what]);
        }
        Ok(table.print(out)?)
    }
}
