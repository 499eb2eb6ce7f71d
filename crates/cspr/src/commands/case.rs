//! `cspr case`: how a case stands, its clocks and its history.

use std::collections::BTreeMap;
use std::io::{self, Write};

use calendar::NaiveDate;
use case::{Fact, Recorded, Stage, may_read_entry};
use clap::Args;
use serde_json::{Value, json};

use crate::clock;
use crate::facts;
use crate::names::Names;
use crate::output::{self, short};
use crate::record::{Found, Named, Record};
use crate::settings::Settings;
use crate::table::Table;
use crate::words::clock_json;

/// Which case to show.
#[derive(Args)]
pub(crate) struct Case {
    #[command(flatten)]
    named: Named,
    /// Print the case as JSON
    #[arg(long)]
    json: bool,
}

impl Case {
    pub(crate) async fn run(&self, settings: &Settings, out: &mut dyn Write) -> anyhow::Result<()> {
        let record = Record::open(settings).await?;
        let found = record.find(&self.named).await?;
        let names = record.names().await?;
        let today = clock::today();
        if self.json {
            return output::json(out, &as_json(&record, &found, &names, today));
        }
        print_heading(&record, &found, &names, out)?;
        print_clocks(&record, &found, &names, today, out)?;
        Ok(print_history(&record, &found, &names, out)?)
    }
}

fn print_heading(record: &Record, found: &Found, names: &Names, out: &mut dyn Write) -> io::Result<()> {
    let case = &found.case;
    writeln!(out, "{}  {}", found.reference, case.title)?;
    writeln!(out, "{}", record.partnership_name(found.partnership))?;
    if record.shows_course(case) {
        write!(out, "{}", case.stage)?;
    }
    if let Some(lead) = case.lead {
        write!(out, ", led by {}", names.person(lead))?;
    }
    writeln!(out, "\n")
}

fn print_clocks(
    record: &Record,
    found: &Found,
    names: &Names,
    today: NaiveDate,
    out: &mut dyn Write,
) -> io::Result<()> {
    let calendar = record.basis.calendar();
    let mut table = Table::new(&["CLOCK", "DUE", "STATE", "WHAT"]);
    for clock in record.clocks(&found.case) {
        let due = clock.due_date().map(short).unwrap_or_default();
        table.row([
            names.typed(clock.key),
            due,
            clock.words(today, calendar),
            names.clock(clock.key, clock.task),
        ]);
    }
    table.print(out)?;
    writeln!(out)
}

fn print_history(record: &Record, found: &Found, names: &Names, out: &mut dyn Write) -> io::Result<()> {
    let corrected = corrected(found.case.history());
    for entry in found.case.history() {
        let readable = may_read_entry(&record.actor, &found.case, entry);
        let (what, held) = if readable {
            facts::in_words(&entry.event.fact, names)
        } else {
            ("restricted".to_owned(), String::new())
        };
        let mark = corrected.get(&entry.seq).map(|by| format!(" ({by})")).unwrap_or_default();
        writeln!(out, "{:>4}  {}: {what}{mark}", entry.seq, entry.event.on)?;
        if !held.is_empty() {
            writeln!(out, "      {held}")?;
        }
        writeln!(out, "      recorded {} by {}", clock::in_london(entry.at), names.person(entry.by))?;
        if readable {
            for (word, text) in entry.event.words.iter() {
                let text = text.replace('\n', "\n        ");
                writeln!(out, "      {}: {text}", word.name().replace('_', " "))?;
            }
        }
    }
    Ok(())
}

/// What became of each entry that does not stand as it was recorded, such as `corrected by 7`.
fn corrected(history: &[Recorded]) -> BTreeMap<u32, String> {
    let by = |entry: &Recorded| match &entry.event.fact {
        Fact::Corrected(correction) => {
            let how = if correction.with.is_some() { "corrected" } else { "struck out" };
            Some((correction.entry, format!("{how} by {}", entry.seq)))
        }
        _ => None,
    };
    history.iter().filter_map(by).collect()
}

fn as_json(record: &Record, found: &Found, names: &Names, today: NaiveDate) -> Value {
    let calendar = record.basis.calendar();
    let clocks = record.clocks(&found.case);
    let clocks: Vec<_> = clocks.iter().map(|clock| clock_json(clock, today, calendar)).collect();
    let stage = record.shows_course(&found.case).then_some(found.case.stage);
    let history: Vec<_> =
        found.case.history().iter().map(|entry| entry_json(record, found, entry, names)).collect();
    json!({
        "reference": found.reference,
        "partnership": record.partnership_slug(found.partnership),
        "title": found.case.title,
        "stage": stage,
        "stage_in_words": stage.map(Stage::label),
        "version": found.case.version(),
        "clocks": clocks,
        "history": history,
    })
}

fn entry_json(record: &Record, found: &Found, entry: &Recorded, names: &Names) -> Value {
    let mut json = json!({
        "entry": entry.seq,
        "on": entry.event.on,
        "recorded_at": entry.at,
        "by": names.person(entry.by),
        "restricted": true,
    });
    if may_read_entry(&record.actor, &found.case, entry) {
        json["restricted"] = json!(false);
        json["fact"] = json!(entry.event.fact);
        json["words"] = json!(entry.event.words);
    }
    json
}
