//! `cspr rebuild`: makes lists, due dates and searched text again from the events.

use std::io::Write;

use clap::Args;

use crate::output::{self, Unit, several};
use crate::record::Record;
use crate::settings::Settings;

/// Nothing more to say.
#[derive(Args)]
pub(crate) struct Rebuild {}

impl Rebuild {
    pub(crate) async fn run(&self, settings: &Settings, out: &mut dyn Write) -> anyhow::Result<()> {
        let record = Record::open(settings).await?;
        record.operator_only("rebuilds the record")?;
        let progress = output::progress("Rebuilding", 0, Unit::Entries);
        let shown = progress.clone();
        let rebuilt = record.db.rebuild(&record.basis, move |events| shown.set_position(events)).await?;
        progress.finish_and_clear();
        record.db.close().await;
        let cases = several(rebuilt.cases, "case", "cases");
        Ok(writeln!(out, "Made again from {} of {cases}", several(rebuilt.events, "entry", "entries"))?)
    }
}
