//! `cspr case`: how a case stands, its clocks and its history.

use std::collections::BTreeMap;
use std::io::{self, Write};

use calendar::NaiveDate;
use case::clocks;
use case::{PersonId, Recorded, may_read_entry};
use clap::Args;
use serde_json::{Value, json};

use crate::clock;
use crate::output::{self, Table, short};
use crate::record::{Found, Named, Record};
use crate::settings::Settings;
use crate::words::{clock_json, state};

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
        print_clocks(&record, &found, today, out)?;
        Ok(print_history(&record, &found, &names, out)?)
    }
}

/// The names of people, as far as they are kept.
pub(crate) type Names = BTreeMap<PersonId, String>;

fn print_heading(record: &Record, found: &Found, names: &Names, out: &mut dyn Write) -> io::Result<()> {
    let case = &found.case;
    writeln!(out, "{}  {}", found.reference, case.title)?;
    writeln!(out, "{}", record.partnership_name(found.partnership))?;
    write!(out, "{}", case.stage)?;
    if let Some(lead) = case.lead {
        write!(out, ", led by {}", name(names, lead))?;
    }
    writeln!(out, "\n")
}

fn print_clocks(record: &Record, found: &Found, today: NaiveDate, out: &mut dyn Write) -> io::Result<()> {
    let calendar = record.basis.calendar();
    let mut table = Table::new(&["CLOCK", "DUE", "STATE", "FOR"]);
    for clock in clocks(&found.case, record.basis.rules_of(&found.case), calendar) {
        let due = clock.due_date().map(short).unwrap_or_default();
        table.row([
            clock.key.to_string(),
            due,
            state(&clock, today, calendar),
            clock.task.unwrap_or_default().to_owned(),
        ]);
    }
    table.print(out)?;
    writeln!(out)
}

fn print_history(record: &Record, found: &Found, names: &Names, out: &mut dyn Write) -> io::Result<()> {
    for entry in found.case.history() {
        let recorded = format!("recorded {} by {}", clock::in_london(entry.at), name(names, entry.by));
        writeln!(out, "{:>4}  {}: {}", entry.seq, entry.event.on, what(record, found, entry))?;
        writeln!(out, "      {recorded}")?;
        if may_read_entry(&record.actor, &found.case, entry) {
            for (word, text) in entry.event.words.iter() {
                let text = text.replace('\n', "\n        ");
                writeln!(out, "      {}: {text}", word.name().replace('_', " "))?;
            }
        }
    }
    Ok(())
}

fn as_json(record: &Record, found: &Found, names: &Names, today: NaiveDate) -> Value {
    let calendar = record.basis.calendar();
    let rules = record.basis.rules_of(&found.case);
    let clocks: Vec<_> =
        clocks(&found.case, rules, calendar).iter().map(|clock| clock_json(clock, today, calendar)).collect();
    let history: Vec<_> =
        found.case.history().iter().map(|entry| entry_json(record, found, entry, names)).collect();
    json!({
        "reference": found.reference,
        "partnership": record.partnership_slug(found.partnership),
        "title": found.case.title,
        "stage": found.case.stage,
        "stage_in_words": found.case.stage.label(),
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
        "by": name(names, entry.by),
        "restricted": true,
    });
    if may_read_entry(&record.actor, &found.case, entry) {
        json["restricted"] = json!(false);
        json["fact"] = json!(entry.event.fact);
        json["words"] = json!(entry.event.words);
    }
    json
}

/// What an entry says happened; of one the actor may not read, only that there is one.
fn what(record: &Record, found: &Found, entry: &Recorded) -> String {
    if may_read_entry(&record.actor, &found.case, entry) {
        entry.event.fact.kind().replace('_', " ")
    } else {
        "restricted".to_owned()
    }
}

/// The name of a person, or what stands for one whose name is not kept.
pub(crate) fn name(names: &Names, person: PersonId) -> String {
    if person == crate::settings::OPERATOR {
        return "the operator".to_owned();
    }
    names.get(&person).cloned().unwrap_or_else(|| person.to_string())
}
