//! `cspr holidays`: the bank holidays that count, and what moves when they change.

use std::io::Write;
use std::path::PathBuf;

use anyhow::{Context, bail};
use calendar::{BankHoliday, BankHolidays, NaiveDate, Standing};
use clap::{Args, Subcommand};
use store::Basis;
use store::administration::bank_holidays;
use store::recount::{Moved, moves};

use crate::output::{self, confirmed, day, several, short};
use crate::record::Record;
use crate::settings::Settings;
use crate::table::Table;

/// What to do with bank holidays; lists them where nothing is said.
#[derive(Args)]
pub(crate) struct Holidays {
    #[command(subcommand)]
    what: Option<What>,
    /// Print the list as JSON
    #[arg(long)]
    json: bool,
}

#[derive(Subcommand)]
enum What {
    /// List the bank holidays that count
    List {
        /// Print the list as JSON
        #[arg(long)]
        json: bool,
    },
    /// Add one bank holiday
    Add {
        /// Its date, such as 2022-09-19
        date: NaiveDate,
        /// Its name, such as "State Funeral of Queen Elizabeth II"
        name: String,
        /// It is not proclaimed yet, so dates that rest on it are provisional
        #[arg(long)]
        projected: bool,
        #[command(flatten)]
        change: Change,
    },
    /// Load a newer file from <https://www.gov.uk/bank-holidays.json>; years it speaks of are taken whole
    Load {
        /// The file
        file: PathBuf,
        #[command(flatten)]
        change: Change,
    },
}

/// How to make a change.
#[derive(Args)]
struct Change {
    /// Only list the open clocks that would move
    #[arg(long)]
    dry_run: bool,
    /// Do not ask
    #[arg(long)]
    yes: bool,
    /// Print the clocks that move as JSON
    #[arg(long)]
    json: bool,
}

impl Holidays {
    pub(crate) async fn run(&self, settings: &Settings, out: &mut dyn Write) -> anyhow::Result<()> {
        match &self.what {
            None => list(settings, self.json, out).await,
            Some(What::List { json }) => list(settings, *json, out).await,
            Some(What::Add { date, name, projected, change }) => {
                let standing = if *projected { Standing::Projected } else { Standing::Proclaimed };
                let title = name.trim().to_owned();
                let holiday =
                    BankHoliday { title, date: *date, notes: String::new(), bunting: false, standing };
                change.run(settings, |now| now.with(holiday), out).await
            }
            Some(What::Load { file, change }) => {
                let text = std::fs::read_to_string(file)
                    .with_context(|| format!("{} cannot be read", file.display()))?;
                let newer = BankHolidays::from_json(&text).with_context(|| file.display().to_string())?;
                change.run(settings, |now| now.merge(newer), out).await
            }
        }
    }
}

async fn list(settings: &Settings, json: bool, out: &mut dyn Write) -> anyhow::Result<()> {
    let calendar = settings.calendar().await?;
    let days: Vec<_> = calendar.holidays().iter().collect();
    if json {
        return output::json(out, &days);
    }
    let mut table = Table::new(&["DATE", "NAME", "STANDING"]);
    for holiday in days {
        let standing = match holiday.standing {
            Standing::Proclaimed => "proclaimed",
            Standing::Projected => "projected",
        };
        table.row([short(holiday.date), holiday.title.clone(), standing.to_owned()]);
    }
    table.print(out)?;
    Ok(writeln!(out, "\nDates can be counted until {}", day(calendar.covers().1))?)
}

impl Change {
    async fn run(
        &self,
        settings: &Settings,
        change: impl FnOnce(BankHolidays) -> BankHolidays,
        out: &mut dyn Write,
    ) -> anyhow::Result<()> {
        let record = Record::open(settings).await?;
        record.operator_only("changes bank holidays")?;
        let days = change(record.basis.calendar().holidays().clone());
        let mut tx = record.db.snapshot().await?;
        let new = Basis::with_holidays(&mut tx, days.clone()).await?;
        let moved = moves(&mut tx, &record.basis, &new).await?;
        drop(tx);
        self.show(&moved, out)?;
        out.flush()?;
        if self.dry_run {
            return self.say(out, "Nothing was changed: this was a dry run");
        }
        if !self.yes && !confirmed("Change the bank holidays?")? {
            bail!("nothing was changed: add --yes to change the bank holidays without being asked");
        }
        let author = record.author();
        record
            .db
            .write(move |tx| Box::pin(async move { bank_holidays::change(tx, author, &days).await }))
            .await?;
        record.db.close().await;
        self.say(out, "The bank holidays are changed")
    }

    fn show(&self, moved: &[Moved], out: &mut dyn Write) -> anyhow::Result<()> {
        if self.json {
            let moved: Vec<_> = moved
                .iter()
                .map(|one| {
                    serde_json::json!({"reference": one.reference, "clock": one.clock, "from": one.from, "to": one.to})
                })
                .collect();
            return output::json(out, &moved);
        }
        if moved.is_empty() {
            return Ok(writeln!(out, "No open clock moves")?);
        }
        writeln!(out, "{}:", several(moved.len() as u64, "open clock moves", "open clocks move"))?;
        let mut table = Table::new(&["CASE", "CLOCK", "FROM", "TO"]);
        let date = |date: Option<NaiveDate>| date.map_or_else(|| "no date".to_owned(), short);
        for one in moved {
            table.row([one.reference.to_string(), one.clock.clone(), date(one.from), date(one.to)]);
        }
        Ok(table.print(out)?)
    }

    fn say(&self, out: &mut dyn Write, sentence: &str) -> anyhow::Result<()> {
        if self.json { Ok(()) } else { Ok(writeln!(out, "{sentence}")?) }
    }
}
