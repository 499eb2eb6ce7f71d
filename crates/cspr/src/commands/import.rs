//! `cspr import`: histories from elsewhere, all of a file or nothing.

use std::io::Write;
use std::path::PathBuf;

use anyhow::{Context, ensure};
use case::Rejection;
use clap::Args;
use indicatif::ProgressBar;
use store::{Db, Error};

use crate::clock;
use crate::import::{Import as Pass, Stop, Summary, go_through};
use crate::output::{self, several};
use crate::record::Record;
use crate::settings::Settings;

/// What to import.
#[derive(Args)]
#[command(
    after_help = "The form of the file is described in docs/import.md. The whole file is checked before anything \
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
        let pass = Pass { by: actor.person, now: clock::now(), writing: false };
        let before = self.stamp()?;
        let checked = self.check(&db, pass).await?;
        if self.dry_run {
            return Ok(writeln!(out, "{} Nothing was written", sentence(checked, "would be imported"))?);
        }
        ensure!(
            self.stamp()? == before,
            "{} changed while it was read: import it again",
            self.file.display()
        );
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
            Stop::Faults(faults) => anyhow::Error::new(faults).context(self.file.display().to_string()),
            Stop::Store(error) => error.into(),
        })
    }

    async fn write(&self, db: &Db, pass: Pass) -> anyhow::Result<Summary> {
        let (file, pass) = (self.file.clone(), Pass { writing: true, ..pass });
        let progress = self.progress("Writing")?;
        let shown = progress.clone();
        let end = db
            .write(move |tx| {
                Box::pin(async move {
                    go_through(&file, tx, pass, &shown).await.map_err(|stop| match stop {
                        Stop::Faults(faults) => Error::Rejected(Rejection::of("", faults.to_string())),
                        Stop::Store(error) => error,
                    })
                })
            })
            .await;
        progress.finish_and_clear();
        Ok(end?)
    }

    fn progress(&self, what: &'static str) -> anyhow::Result<ProgressBar> {
        Ok(output::progress(what, self.stamp()?.0, output::Unit::Bytes))
    }

    /// How large the file is and when it was last changed.
    fn stamp(&self) -> anyhow::Result<(u64, std::time::SystemTime)> {
        let read = || self.file.metadata().and_then(|file| Ok((file.len(), file.modified()?)));
        read().with_context(|| format!("{} cannot be read", self.file.display()))
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
