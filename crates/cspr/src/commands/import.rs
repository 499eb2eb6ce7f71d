//! `cspr import`: histories from elsewhere, all of a file or nothing.

use std::io::Write;
use std::path::PathBuf;
use std::sync::{Arc, OnceLock};

use anyhow::Context;
use case::Rejection;
use clap::Args;
use indicatif::ProgressBar;
use store::Db;

use crate::clock;
use crate::import::{Faults, Import as Pass, Stop, Summary, go_through};
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
}

impl Import {
    pub(crate) async fn run(&self, settings: &Settings, out: &mut dyn Write) -> anyhow::Result<()> {
        let record = Record::open(settings).await?;
        record.operator_only("imports")?;
        let (db, actor) = (record.db, record.actor);
        let pass = Pass { by: actor.person, now: clock::now(), writing: !self.dry_run };
        if self.dry_run {
            let checked = self.check(&db, pass).await?;
            return Ok(writeln!(out, "{} Nothing was written", sentence(checked, "would be imported"))?);
        }
        let written = self.write(&db, pass).await?;
        db.close().await;
        Ok(writeln!(out, "{}", sentence(written, "imported"))?)
    }

    async fn check(&self, db: &Db, pass: Pass) -> anyhow::Result<Summary> {
        let mut tx = db.snapshot().await?;
        let progress = self.progress("Checking")?;
        let end = go_through(&self.file, &mut tx, pass, &progress).await;
        progress.finish_and_clear();
        end.map_err(|stop| match stop {
            Stop::Faults(faults) => self.refused(faults),
            Stop::Store(error) => error.into(),
        })
    }

    fn refused(&self, faults: Faults) -> anyhow::Error {
        anyhow::Error::new(faults).context(self.file.display().to_string())
    }

    async fn write(&self, db: &Db, pass: Pass) -> anyhow::Result<Summary> {
        let progress = self.progress("Importing")?;
        let (file, shown) = (self.file.clone(), progress.clone());
        let faults = Arc::new(OnceLock::new());
        let found = Arc::clone(&faults);
        let end = db
            .write(move |tx| {
                Box::pin(async move {
                    go_through(&file, tx, pass, &shown).await.map_err(|stop| match stop {
                        // The transaction has to end in an error, so that nothing of the file stays.
                        Stop::Faults(faults) => {
                            let rejection = Rejection::of("", faults.to_string());
                            found.set(faults).ok();
                            rejection.into()
                        }
                        Stop::Store(error) => error,
                    })
                })
            })
            .await;
        progress.finish_and_clear();
        match Arc::into_inner(faults).and_then(OnceLock::into_inner) {
            Some(faults) => Err(self.refused(faults)),
            None => Ok(end?),
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
