//! `cspr verify` and `cspr heads`: proof that nothing was lost or altered.

use std::io::Write;
use std::path::PathBuf;

use anyhow::{Context, ensure};
use case::CaseId;
use clap::Args;
use serde_json::json;
use store::{Heads, Report, cases, transfer};

use crate::output::{self, Unit, several};
use crate::record::Record;
use crate::settings::Settings;

/// What to compare with.
#[derive(Args)]
#[command(
    after_help = "A chain of digests shows a change in its middle. Only heads that were written down before, and \
    kept where nobody could change them, show that its end was cut off: see `cspr heads`."
)]
pub(crate) struct Verify {
    /// Compare with heads that `cspr heads` printed before
    #[arg(long, value_name = "FILE")]
    heads: Option<PathBuf>,
    /// Print what was found as JSON
    #[arg(long)]
    json: bool,
}

/// Nothing more to say.
#[derive(Args)]
#[command(
    after_help = "Keep what it prints where whoever runs the database cannot reach it, and give it to \
    `cspr verify --heads` later."
)]
pub(crate) struct PrintHeads {
    /// The heads are JSON in any case
    #[arg(long)]
    json: bool,
}

impl Verify {
    pub(crate) async fn run(&self, settings: &Settings, out: &mut dyn Write) -> anyhow::Result<()> {
        let record = Record::open(settings).await?;
        record.operator_only("verifies the record")?;
        let heads = self.heads()?;
        let progress = output::progress("Verifying", 0, Unit::Entries);
        let report = record.db.verify(&record.basis, heads, |events| progress.set_position(events)).await?;
        progress.finish_and_clear();
        let first = match report.first.clone() {
            Some((case, wrong)) => Some(format!("case {}: {wrong}", name(&record, case).await)),
            None => None,
        };
        self.print(&report, first.as_deref(), out)?;
        out.flush()?;
        let of_cases = first.map(|first| {
            let faulty = several(report.faulty, "case is", "cases are");
            format!("{faulty} not as recorded, of {}. The first is {first}", report.cases)
        });
        let wrong: Vec<_> = report.unsound.iter().map(ToString::to_string).chain(of_cases).collect();
        ensure!(wrong.is_empty(), "{}", wrong.join("\n  "));
        Ok(())
    }

    fn heads(&self) -> anyhow::Result<Heads> {
        let Some(file) = &self.heads else { return Ok(Heads::new()) };
        let text = std::fs::read(file).with_context(|| format!("{} cannot be read", file.display()))?;
        serde_json::from_slice(&text)
            .with_context(|| format!("{} is not what `cspr heads` prints", file.display()))
    }

    fn print(&self, report: &Report, first: Option<&str>, out: &mut dyn Write) -> anyhow::Result<()> {
        let Report { cases, events, faulty, .. } = report;
        let unsound: Vec<_> = report.unsound.iter().map(ToString::to_string).collect();
        if self.json {
            let found = json!({"cases": cases, "entries": events, "faulty": faulty, "first": first, "unsound": unsound});
            return output::json(out, &found);
        }
        if first.is_none() && unsound.is_empty() {
            let (cases, entries) = (several(*cases, "case", "cases"), several(*events, "entry", "entries"));
            writeln!(out, "{cases} with {entries}: everything is as it was recorded")?;
        }
        Ok(())
    }
}

/// The reference of a case where its history or the lists still know it, or else its id.
async fn name(record: &Record, id: CaseId) -> String {
    let Ok(mut tx) = record.db.glance().await else { return id.to_string() };
    let case = cases::case(&mut tx, &record.actor, id).await.ok();
    let told = case.and_then(|case| case.reference().zip(case.partnership()));
    let known = match told {
        Some(told) => Some(told),
        None => cases::listed_as(&mut tx, id).await.ok().flatten(),
    };
    match known {
        Some((reference, partnership)) => format!("{reference} of {}", record.partnership_slug(partnership)),
        None => id.to_string(),
    }
}

impl PrintHeads {
    pub(crate) async fn run(&self, settings: &Settings, out: &mut dyn Write) -> anyhow::Result<()> {
        let record = Record::open(settings).await?;
        record.operator_only("prints the heads")?;
        let heads = transfer::heads(&mut record.db.glance().await?).await?;
        output::json(out, &heads)
    }
}
