//! `cspr explain`: why a clock's date is that date.

use std::io::{self, Write};

use anyhow::bail;
use case::{Clock, explain};
use clap::Args;
use serde_json::{Value, json};

use super::count::print_days;
use crate::clock;
use crate::names::Names;
use crate::output::{self, day};
use crate::record::{Named, Record};
use crate::settings::Settings;
use crate::words::clock_json;

/// Which clock to explain.
#[derive(Args)]
pub(crate) struct Explain {
    #[command(flatten)]
    named: Named,
    /// The clock, such as rapid-review, milestone-5 or agency-northmere-police; `cspr case` lists those of a case
    #[arg(value_name = "CLOCK")]
    clock: String,
    /// Print the explanation as JSON
    #[arg(long)]
    json: bool,
}

impl Explain {
    pub(crate) async fn run(&self, settings: &Settings, out: &mut dyn Write) -> anyhow::Result<()> {
        let record = Record::open(settings).await?;
        let found = record.find(&self.named).await?;
        let calendar = record.basis.calendar();
        let clocks = record.clocks(&found.case);
        let names = record.names().await?;
        let Some(clock) = names.find(&clocks, &self.clock) else {
            if clocks.is_empty() {
                bail!("case {} has no clock that you may see", found.reference);
            }
            let keys: Vec<_> = clocks.iter().map(|clock| names.typed(clock.key)).collect();
            bail!("case {} has no clock {}: it has {}", found.reference, self.clock, keys.join(", "));
        };
        if self.json {
            return output::json(out, &as_json(clock, calendar));
        }
        Ok(print(clock, &names, calendar, out)?)
    }
}

fn print(
    clock: &Clock<'_>,
    names: &Names,
    calendar: &calendar::Calendar,
    out: &mut dyn Write,
) -> io::Result<()> {
    writeln!(out, "{}: {}", names.clock(clock.key, clock.task), clock.words(clock::today(), calendar))?;
    match &clock.due {
        Ok(until) if clock.key.is_minimum() => writeln!(out, "Until at least {}", day(until.date))?,
        Ok(due) => writeln!(out, "Due {}", day(due.date))?,
        Err(why) => writeln!(out, "No due date: {why}")?,
    }
    if let Some(first) = clock.not_before(calendar).filter(|_| clock.is_open()) {
        writeln!(out, "Not to be taken offline before {}", day(first))?;
    }
    if clock.judged {
        writeln!(
            out,
            "This date was recorded when the clock ended, and stays whatever happens to the calendar"
        )?;
    }
    print_rule(clock, out)?;
    print_other_reading(clock, out)?;
    if let Ok(working) = explain(clock, calendar) {
        writeln!(out, "\nCounted from {}, which is day 0", day(working.from))?;
        print_days(&working, out)?;
    }
    Ok(())
}

fn print_rule(clock: &Clock<'_>, out: &mut dyn Write) -> io::Result<()> {
    if let (Some(set), Some(rule), Some(count)) = (clock.rule_set, clock.rule, clock.count) {
        let read = if rule.verified { "source read" } else { "source not read: check before relying on it" };
        writeln!(out, "\n{}", rule.what)?;
        writeln!(out, "  Limit   {} {} {}, {}", count.words(), count.direction, rule.starts, rule.kind)?;
        writeln!(out, "  Rules   {} ({})", set.name, set.id)?;
        writeln!(out, "  Source  {}", rule.source)?;
        writeln!(out, "          {read}")?;
        if let Some(note) = &rule.note {
            writeln!(out, "  Note    {note}")?;
        }
    } else if let Some(count) = clock.count {
        writeln!(out, "\nA local target: {}", count.words())?;
    }
    if let Some(start) = clock.start {
        writeln!(out, "  From    {}: {}", start.what, start.on)?;
    }
    if let Some(easement) = clock.easement {
        writeln!(out, "  Eased   {} ({}). It moves no date", easement.what, easement.source)?;
    }
    Ok(())
}

fn print_other_reading(clock: &Clock<'_>, out: &mut dyn Write) -> io::Result<()> {
    let Some(other) = &clock.other_reading else { return Ok(()) };
    let due = other.due.as_ref().map_or_else(|why| format!("no date, because {why}"), |due| day(due.date));
    writeln!(out, "  Else    Counted from {} instead it would be {due}", other.from)?;
    writeln!(out, "          That reading does not count for this case")
}

fn as_json(clock: &Clock<'_>, calendar: &calendar::Calendar) -> Value {
    let mut json = clock_json(clock, clock::today(), calendar);
    json["working"] = json!(explain(clock, calendar).ok());
    json["reason"] = json!(clock.due.as_ref().err().map(ToString::to_string));
    json["rule_set"] = json!(clock.rule_set.map(|set| &set.id));
    json["rule"] = json!(clock.rule);
    json["from"] = json!(clock.start.map(|start| json!({"what": start.what, "on": start.on})));
    json["easement"] = json!(clock.easement);
    json["other_reading"] = json!(clock.other_reading.as_ref().map(|other| json!({
        "from": other.from,
        "due": other.due.as_ref().ok().map(|due| due.date),
        "counts": false,
    })));
    json
}
