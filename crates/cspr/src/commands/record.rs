//! `cspr record`: one step of a case's life.

use std::io::{Read, Write};
use std::sync::Arc;

use anyhow::{Context, bail};
use calendar::london_date;
use case::main_clock;
use case::{Case, CaseId, Command, Problem, Reference, When};
use clap::Args;
use serde_json::json;
use store::{Error, Request, cases};
use uuid::Uuid;

use crate::clock;
use crate::names::Names;
use crate::output;
use crate::record::{Named, Record as Open};
use crate::settings::Settings;
use crate::step;
use crate::words::in_a_line;

/// What to record.
#[derive(Args)]
#[command(
    after_help = "Fields hold what `cspr steps STEP` says: ids as @key or id, lists with commas, yes or no.\n\n\
    Examples:\n  \
    cspr record new refer partnership=@northmere kind=serious_incident aware=2026-03-05 --word title=\"Infant, serious harm\"\n  \
    cspr record 2026-014 write_draft version=1 file=draft.pdf --on 2026-06-10\n  \
    cspr record 2026-014 notify told=icb,police --on 2026-03-10 --word reference=N-1 --word decided_by=\"Director\"\n  \
    echo '{\"on\": \"2026-03-10\", \"do\": {\"notify\": {}}}' | cspr record 2026-014 -"
)]
pub(crate) struct Record {
    /// The reference of the case, such as 2026-014, or new
    #[arg(value_name = "REF")]
    case: String,
    /// The step, such as notify; - reads the whole command as JSON from standard input
    step: String,
    /// What the step holds
    #[arg(value_name = "FIELD=VALUE")]
    fields: Vec<String>,
    /// When it happened: 2026-03-10, 2026-03, 2026 or "not known"; today where it is left out
    #[arg(long, value_name = "DATE")]
    on: Option<When>,
    /// Something to write with it, such as reason="…"; may be given several times
    #[arg(long = "word", value_name = "WORD=TEXT")]
    words: Vec<String>,
    /// The partnership, where several have a case of this reference
    #[arg(long, value_name = "SLUG")]
    partnership: Option<String>,
    /// Only record it if this was the last entry of the case
    #[arg(long, value_name = "ENTRY")]
    after: Option<u32>,
    /// Print what was recorded as JSON
    #[arg(long)]
    json: bool,
}

impl Record {
    pub(crate) async fn run(&self, settings: &Settings, out: &mut dyn Write) -> anyhow::Result<()> {
        let open = Open::open(settings).await?;
        let names = open.names().await?;
        let command = self.command(&|id| names.knows(id))?;
        let (id, version) = self.case(&open).await?;
        let case = record(&open, id, self.after.unwrap_or(version), command).await?;
        if self.json {
            return print_json(&open, &case, version, out);
        }
        print(&open, &names, &case, version, out)?;
        if self.on.is_none() && self.step != "-" {
            let today = When::Day(clock::today());
            writeln!(out, "Dated today, {today}, because no --on was given")?;
        }
        Ok(())
    }

    fn command(&self, known: &dyn Fn(Uuid) -> bool) -> anyhow::Result<Command> {
        if self.step != "-" {
            let on = self.on.unwrap_or_else(|| When::Day(clock::today()));
            return step::from_arguments(&self.step, on, &self.fields, &self.words, known);
        }
        if self.on.is_some() || !self.fields.is_empty() || !self.words.is_empty() {
            bail!("with -, the date, the fields and the words are in the JSON: leave them out here");
        }
        let mut text = String::new();
        std::io::stdin().read_to_string(&mut text).context("standard input is not UTF-8")?;
        step::from_json(&text, known)
    }

    /// The case and the number of its last entry.
    async fn case(&self, open: &Open) -> anyhow::Result<(CaseId, u32)> {
        if self.case == "new" {
            return Ok((CaseId(clock::new_id()), 0));
        }
        let reference: Reference = self.case.parse()?;
        let row = open.row(&Named { reference, partnership: self.partnership.clone() }).await?;
        Ok((row.case, row.version))
    }
}

/// Records a command and reads the case again.
pub(crate) async fn record(open: &Open, id: CaseId, expected: u32, command: Command) -> anyhow::Result<Case> {
    let now = clock::now();
    let request = Request {
        actor: open.actor.clone(),
        case: id,
        expected,
        command,
        then: Vec::new(),
        key: None,
        now,
        today: london_date(now),
        seed: clock::new_id(),
        along: None,
    };
    open.db.execute(&open.basis, request).await.map_err(explained)?;
    Ok(Arc::unwrap_or_clone(cases::case(&mut open.db.glance().await?, &open.actor, id).await?))
}

/// Each thing that is wrong on a line of its own.
fn explained(error: Error) -> anyhow::Error {
    let Error::Rejected(rejection) = error else { return error.into() };
    let line = |problem: &Problem| match problem.field {
        "" => format!("\n  {}", problem.message),
        field => format!("\n  {field}: {}", problem.message),
    };
    let lines: String = rejection.problems.iter().map(line).collect();
    anyhow::anyhow!("nothing was recorded{lines}")
}

fn print(open: &Open, names: &Names, case: &Case, before: u32, out: &mut dyn Write) -> anyhow::Result<()> {
    let reference = case.reference().context("the case has no reference")?;
    if open.shows_course(case) {
        writeln!(out, "{reference}  {}", case.stage)?;
    } else {
        writeln!(out, "{reference}")?;
    }
    for entry in case.history().iter().filter(|entry| entry.seq > before) {
        let what = entry.event.fact.kind().replace('_', " ");
        writeln!(out, "  entry {}, {}: {what}", entry.seq, entry.event.on)?;
    }
    let calendar = open.basis.calendar();
    let clocks = open.clocks(case);
    match main_clock(&clocks) {
        Some(next) => writeln!(out, "Next: {}", in_a_line(next, names, clock::today(), calendar))?,
        None => writeln!(out, "Nothing is due")?,
    }
    Ok(())
}

fn print_json(open: &Open, case: &Case, before: u32, out: &mut dyn Write) -> anyhow::Result<()> {
    let entries: Vec<_> = case
        .history()
        .iter()
        .filter(|entry| entry.seq > before)
        .map(|entry| json!({"entry": entry.seq, "on": entry.event.on, "fact": entry.event.fact}))
        .collect();
    output::json(
        out,
        &json!({
            "reference": case.reference(),
            "stage": open.shows_course(case).then_some(case.stage),
            "version": case.version(),
            "entries": entries,
        }),
    )
}
