//! `cspr count`: a due date and its working, without any case.

use std::collections::BTreeMap;
use std::io::{self, Write};

use calendar::{Calendar, NaiveDate, OutsideCalendar, Working};
use clap::Args;

use crate::output::{self, day};
use crate::settings::Settings;

/// What to count.
#[derive(Args)]
#[command(after_help = "The date counted from is day 0; counting starts on the next working day.\n\n\
    Example: cspr count --from 2024-03-11 --working-days 15")]
pub(crate) struct Count {
    /// The date of the event, such as 2024-03-11
    #[arg(long, value_name = "DATE")]
    from: NaiveDate,
    #[command(flatten)]
    unit: Unit,
    /// Count backwards, as for copies that must be sent before publication
    #[arg(long, conflicts_with = "months")]
    before: bool,
    /// Print from, due, counted, skipped and provisional as JSON
    #[arg(long)]
    json: bool,
}

#[derive(Args)]
#[group(required = true, multiple = false)]
struct Unit {
    /// How many working days
    #[arg(long, value_name = "N")]
    working_days: Option<u32>,
    /// How many calendar months
    #[arg(long, value_name = "N")]
    months: Option<u32>,
}

impl Count {
    pub(crate) async fn run(&self, settings: &Settings, out: &mut dyn Write) -> anyhow::Result<()> {
        let working = self.count(&settings.calendar().await?)?;
        if self.json { output::json(out, &working) } else { Ok(self.print(&working, out)?) }
    }

    fn count(&self, calendar: &Calendar) -> Result<Working, OutsideCalendar> {
        match (self.unit.months, self.unit.working_days.unwrap_or(0)) {
            (Some(months), _) => calendar.explain_months_after(self.from, months),
            (None, days) if self.before => calendar.explain_before(self.from, days),
            (None, days) => calendar.explain_after(self.from, days),
        }
    }

    fn print(&self, working: &Working, out: &mut dyn Write) -> io::Result<()> {
        writeln!(out, "{}", day(working.due))?;
        writeln!(out, "{} {}, which is day 0", self.distance(), day(working.from))?;
        if working.provisional {
            writeln!(out, "Provisional: it rests on a bank holiday that is not proclaimed yet")?;
        }
        writeln!(out)?;
        print_days(working, out)
    }

    fn distance(&self) -> String {
        let (n, unit) = match (self.unit.months, self.unit.working_days.unwrap_or(0)) {
            (Some(months), _) => (months, "month"),
            (None, days) => (days, "working day"),
        };
        let plural = if n == 1 { "" } else { "s" };
        format!("{n} {unit}{plural} {}", if self.before { "before" } else { "after" })
    }
}

/// Prints every day of a working in the order of counting: its number, or why it was not counted.
pub(crate) fn print_days(working: &Working, out: &mut dyn Write) -> io::Result<()> {
    let counted = (1..).zip(&working.counted).map(|(number, date)| (*date, (number.to_string(), "")));
    let skipped = working.skipped.iter().map(|day| (day.date, ("-".to_owned(), day.why.as_str())));
    let days: BTreeMap<NaiveDate, (String, &str)> = counted.chain(skipped).collect();
    let mut days: Vec<_> = days.into_iter().collect();
    if working.due < working.from {
        days.reverse();
    }
    for (date, (number, why)) in days {
        let line = format!("{number:>4}  {:<29} {why}", day(date));
        writeln!(out, "{}", line.trim_end())?;
    }
    Ok(())
}
