//! `cspr import`: histories from elsewhere, all of a file or nothing.

use std::io::Write;
use std::path::PathBuf;
use std::sync::Arc;

use anyhow::Context;
use chrono::{DateTime, Utc};
use clap::Args;
use import::{Import as Pass, Progress, Stop, Summary, check, take_in};
use indicatif::ProgressBar;
use store::Db;

use crate::clock;
use crate::examples;
use crate::output::{self, several};
use crate::record::Record;
use crate::settings::Settings;

/// What to import.
#[derive(Args)]
#[command(
    after_help = "The form of the file is described in docs/import.md. If anything in it is wrong nothing of it \
    is written, and importing it again changes nothing."
)]
pub(crate) struct Import {
    /// A file of JSON Lines
    file: PathBuf,
    /// Only check the file
    #[arg(long)]
    dry_run: bool,
    /// Mark the record as example data: the pages say so, and anybody may sign in as one of its people
    #[arg(long)]
    examples: bool,
}

impl Import {
    pub(crate) async fn run(&self, settings: &Settings, out: &mut dyn Write) -> anyhow::Result<()> {
        let record = Record::open(settings).await?;
        record.operator_only("imports")?;
        let (db, actor) = (record.db, record.actor);
        let now = self.now(&db).await?;
        let how = Pass { by: actor.person, now, new_id: clock::new_id, writing: !self.dry_run };
        let bar = self.progress(if self.dry_run { "Checking" } else { "Importing" })?;
        let shown = bar.clone();
        let progress: Progress = Arc::new(move |bytes| shown.set_position(bytes));
        let end = if self.dry_run {
            check(&db, &self.file, how, &progress).await
        } else {
            take_in(&db, &self.file, how, &progress).await
        };
        bar.finish_and_clear();
        let summary = end.map_err(|stop| self.refused(stop))?;
        if self.dry_run {
            return Ok(writeln!(out, "{} Nothing was written", sentence(summary, "would be imported"))?);
        }
        db.close().await;
        Ok(writeln!(out, "{}", sentence(summary, "imported"))?)
    }

    /// Now, by the clock of the record, which is marked first where the file holds examples.
    async fn now(&self, db: &Db) -> anyhow::Result<DateTime<Utc>> {
        match (self.examples, self.dry_run) {
            (false, _) => {
                examples::refuse_in(db).await?;
                return Ok(clock::now());
            }
            (true, true) => examples::may_be_marked(db).await?,
            (true, false) => examples::mark(db).await?,
        }
        Ok(clock::now() + examples::ahead(None))
    }

    fn refused(&self, stop: Stop) -> anyhow::Error {
        match stop {
            Stop::Faults(faults) => anyhow::Error::new(faults).context(self.file.display().to_string()),
            Stop::Store(error) => error.into(),
        }
    }

    fn progress(&self, what: &'static str) -> anyhow::Result<ProgressBar> {
        let file = self.file.metadata();
        let file = file.with_context(|| format!("{} cannot be read", self.file.display()))?;
        Ok(output::progress(what, file.len(), output::Unit::Bytes))
    }
}

fn sentence(summary: Summary, what: &str) -> String {
    let cases = several(summary.cases, "case", "cases");
    let entries = several(summary.events, "entry", "entries");
    let others = several(
        summary.others,
        "organisation, partnership or person",
        "organisations, partnerships and people",
    );
    let known = match summary.known {
        0 => String::new(),
        known => format!("; {known} more there already"),
    };
    format!("{cases} with {entries} {what}, and {others}{known}.")
}
