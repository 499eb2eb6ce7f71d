//! `cspr due`: what is to be done, and by when.

mod list;

use std::io::Write;

use calendar::NaiveDate;
use case::Actor;
use clap::Args;
use store::due::{self, Undated};
use store::{Basis, Tx, cases};

use crate::clock;
use crate::output::{self, day, short};
use crate::settings::{Settings, calendar};
use crate::table::{self, Table};
use crate::words;

use list::{Group, Heading, Item, Labels, List};

/// Which dates to show.
#[derive(Args)]
pub(crate) struct Due {
    /// As it will stand, or stood, on this day, such as 2026-03-26; today where it is left out
    #[arg(long, value_name = "DATE", value_parser = a_day)]
    on: Option<NaiveDate>,
    /// How many working days to look ahead
    #[arg(long, value_name = "N", default_value_t = 20)]
    within: u32,
    /// Show no more than this many dates under each heading; 50 where it is left out, and all as JSON
    #[arg(long, value_name = "N")]
    limit: Option<usize>,
    /// Print the list as JSON
    #[arg(long)]
    json: bool,
}

fn a_day(text: &str) -> Result<NaiveDate, String> {
    text.parse().map_err(|_| format!("“{text}” is not a day: write it as 2026-03-26"))
}

/// How many dates stand under a heading where nothing else is asked for.
const LIMIT: usize = 50;

/// From how wide a terminal on there is room for titles.
const WIDE: usize = 130;

impl Due {
    pub(crate) async fn run(&self, settings: &Settings, out: &mut dyn Write) -> anyhow::Result<()> {
        // The rules are not read: they take longer than the list.
        let db = settings.open().await?;
        let (actor, calendar) = (settings.actor(&db).await?, calendar(&db).await?);
        let today = self.on.unwrap_or_else(clock::today);
        let soon = calendar.working_days_after(today, 5)?.date;
        let until = calendar.working_days_after(today, self.within)?.date;
        let mut tx = db.snapshot().await?;
        let labels = Labels::load(&mut tx).await?;
        let list = List { actor: &actor, calendar: &calendar, labels: &labels, today, soon };
        let limit = self.limit.unwrap_or(if self.json { usize::MAX } else { LIMIT });
        let headings = list.headings(&mut tx, until, limit).await?;
        if self.json {
            let items: Vec<_> = headings.into_iter().flat_map(|heading| heading.items).collect();
            return output::json(out, &items);
        }
        self.print(&headings, today, limit, out)?;
        let undated = due::undated(&mut tx, &actor).await?;
        print_undated(&without_date(&mut tx, &actor, undated).await?, out)
    }

    fn print(
        &self,
        headings: &[Heading],
        today: NaiveDate,
        limit: usize,
        out: &mut dyn Write,
    ) -> anyhow::Result<()> {
        writeln!(out, "What is due on {}, and in the {} working days after it", day(today), self.within)?;
        for heading in headings {
            if heading.items.is_empty() && !heading.more {
                if heading.group == Group::Overdue {
                    writeln!(out, "\nNothing is overdue")?;
                }
                continue;
            }
            writeln!(out, "\n{}", heading.group.label())?;
            print_items(&heading.items, out)?;
            if heading.more {
                writeln!(
                    out,
                    "There are more: `--limit {}` shows them",
                    limit.saturating_mul(10).max(LIMIT)
                )?;
            }
        }
        Ok(())
    }
}

fn print_items(items: &[Item], out: &mut dyn Write) -> std::io::Result<()> {
    let short = |item: &Item| {
        let kind = words::kind_in_full(&item.kind).to_owned();
        [short(item.due), item.reference.to_string(), item.label.clone(), kind, item.words.clone()]
    };
    if table::width() < WIDE {
        let mut table = Table::new(&["DUE", "CASE", "WHAT", "KIND", "STATE"]);
        for item in items {
            table.row(short(item));
        }
        return table.print(out);
    }
    let mut table = Table::new(&["DUE", "CASE", "WHAT", "KIND", "STATE", "TITLE"]);
    for item in items {
        let [due, case, what, kind, state] = short(item);
        table.row([due, case, what, kind, state, item.title.clone()]);
    }
    table.print(out)
}

fn print_undated(undated: &[[String; 3]], out: &mut dyn Write) -> anyhow::Result<()> {
    if undated.is_empty() {
        return Ok(());
    }
    writeln!(out, "\nStatutory deadlines that cannot be computed")?;
    let mut table = Table::new(&["CASE", "WHAT", "WHY"]);
    for row in undated {
        table.row(row.clone());
    }
    Ok(table.print(out)?)
}

/// The case, the clock and why it has no date, for each that has none.
async fn without_date(tx: &mut Tx, actor: &Actor, undated: Vec<Undated>) -> anyhow::Result<Vec<[String; 3]>> {
    if undated.is_empty() {
        return Ok(Vec::new());
    }
    let basis = Basis::load(tx).await?;
    let mut rows = Vec::new();
    for row in undated {
        let case = cases::case(tx, actor, row.case).await?;
        let clocks = case::clocks(&case, basis.rules_of(&case), basis.calendar());
        let clock = clocks.iter().find(|clock| clock.key.to_string() == row.clock);
        let why = clock.and_then(|clock| clock.due.as_ref().err()).map(ToString::to_string);
        let label = clock.map_or(row.clock.as_str(), |clock| clock.label()).to_owned();
        rows.push([row.reference.to_string(), label, why.unwrap_or_default()]);
    }
    Ok(rows)
}
