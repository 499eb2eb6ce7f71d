//! Measures speed against its floor: each figure stands beside a bare one of the same run, and the ratio is what counts.

#![expect(clippy::cast_precision_loss, reason = "no figure here has sixteen digits")]

mod cli;
mod count;
mod disk;
mod due;
mod import;
mod open_case;
mod place;
mod process;
mod record;
mod reminders;
mod report;
mod search;
mod seed;
mod timing;
mod verify;
mod web;

use clap::{Parser, ValueEnum};

use place::Place;
use report::Report;

/// Measures `cspr` and the crates it is made of, prints a table and writes it as JSON.
#[derive(Parser)]
struct Options {
    /// How many cases the largest record has.
    #[arg(long, default_value_t = 100_000)]
    cases: usize,
    /// Measure only this, over the records of an earlier run: open, due, search, verify, record, reminders, web,
    /// growth, calendar or commands.
    #[arg(long)]
    only: Option<Part>,
}

/// What can be measured once there are records.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Part {
    Open,
    Due,
    Search,
    Verify,
    Record,
    Reminders,
    Web,
    Growth,
    Calendar,
    Commands,
}

fn main() -> anyhow::Result<()> {
    let options = Options::parse();
    let place = Place::prepare(options.cases)?;
    for size in &place.sizes {
        seed::write(&size.file, size.cases)?;
    }
    let mut report = Report::default();
    Report::heading();
    let wanted = |part| options.only.is_none_or(|only| only == part);
    if options.only.is_none() {
        count::run(&mut report)?;
        import::run(&place, &mut report)?;
    }
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    runtime.block_on(async {
        if wanted(Part::Open) {
            open_case::run(&place, &mut report).await?;
        }
        if wanted(Part::Due) {
            due::run(&place, &mut report).await?;
        }
        if wanted(Part::Search) {
            search::run(&place, &mut report).await?;
        }
        if wanted(Part::Verify) {
            verify::run(&place, &mut report).await?;
        }
        if wanted(Part::Record) {
            record::run(&place, &mut report).await?;
        }
        if wanted(Part::Reminders) {
            reminders::run(&place, &mut report).await?;
        }
        if wanted(Part::Web) {
            web::run(&place, &mut report).await?;
        }
        if wanted(Part::Growth) {
            web::growth::run(&place, &mut report).await?;
            web::exports::run(&place, &mut report).await?;
        }
        if wanted(Part::Calendar) {
            web::calendar::run(&place, &mut report).await?;
        }
        anyhow::Ok(())
    })?;
    if wanted(Part::Commands) {
        cli::run(&place, &mut report)?;
    }
    report.finish(&place.folder.join("bench.json"))
}
