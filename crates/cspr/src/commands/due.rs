//! `cspr due`: what is to be done, and by when.

use std::io::Write;

use calendar::{Calendar, NaiveDate};
use clap::Args;
use serde::Serialize;
use store::due::{self, DueRow, From};

use crate::clock;
use crate::output::{self, Table, day, short};
use crate::record::Record;
use crate::settings::Settings;

/// Which dates to show.
#[derive(Args)]
pub(crate) struct Due {
    /// As it will stand, or stood, on this day; today where it is left out
    #[arg(long, value_name = "DATE")]
    on: Option<NaiveDate>,
    /// How many working days to look ahead
    #[arg(long, value_name = "N", default_value_t = 20)]
    within: u32,
    /// Show no more than this many dates
    #[arg(long, value_name = "N", default_value_t = 25)]
    limit: usize,
    /// Print the list as JSON
    #[arg(long)]
    json: bool,
}

/// Where a date stands from the day of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
enum Group {
    Overdue,
    DueToday,
    NextFiveWorkingDays,
    Later,
}

impl Group {
    const ALL: [Self; 4] = [Self::Overdue, Self::DueToday, Self::NextFiveWorkingDays, Self::Later];

    fn label(self) -> &'static str {
        match self {
            Self::Overdue => "Overdue",
            Self::DueToday => "Due today",
            Self::NextFiveWorkingDays => "Next 5 working days",
            Self::Later => "Later",
        }
    }
}

/// A date in the list.
#[derive(Serialize)]
struct Item {
    group: Group,
    due: NaiveDate,
    reference: case::Reference,
    partnership: String,
    title: String,
    clock: String,
    kind: String,
    provisional: bool,
    words: String,
}

impl Due {
    pub(crate) async fn run(&self, settings: &Settings, out: &mut dyn Write) -> anyhow::Result<()> {
        let record = Record::open(settings).await?;
        let calendar = record.basis.calendar();
        let today = self.on.unwrap_or_else(clock::today);
        let until = calendar.working_days_after(today, self.within)?.date;
        let soon = calendar.working_days_after(today, 5)?.date;
        let mut tx = record.db.glance().await?;
        let rows = due::due(&mut tx, &record.actor, From::TheBeginning, until, self.limit + 1).await?;
        let more = rows.len() > self.limit;
        let items: Vec<_> = rows
            .into_iter()
            .take(self.limit)
            .map(|row| item(&record, row, today, soon))
            .collect::<anyhow::Result<_>>()?;
        if self.json { output::json(out, &items) } else { self.print(&items, more, today, out) }
    }

    fn print(&self, items: &[Item], more: bool, today: NaiveDate, out: &mut dyn Write) -> anyhow::Result<()> {
        writeln!(out, "What is due on {}, and in the {} working days after it", day(today), self.within)?;
        for group in Group::ALL {
            let mine: Vec<_> = items.iter().filter(|item| item.group == group).collect();
            if mine.is_empty() {
                if group == Group::Overdue {
                    writeln!(out, "\nNothing is overdue")?;
                }
                continue;
            }
            writeln!(out, "\n{}", group.label())?;
            let mut table = Table::new(&["DUE", "CASE", "CLOCK", "KIND", "STATE", "TITLE"]);
            for item in mine {
                table.row([
                    short(item.due),
                    item.reference.to_string(),
                    item.clock.clone(),
                    item.kind.clone(),
                    item.words.clone(),
                    item.title.clone(),
                ]);
            }
            table.print(out)?;
        }
        if more {
            writeln!(out, "\nThere is more: --limit {} shows twice as much", self.limit * 2)?;
        }
        Ok(())
    }
}

fn item(record: &Record, row: DueRow, today: NaiveDate, soon: NaiveDate) -> anyhow::Result<Item> {
    let group = match row.due {
        due if due < today => Group::Overdue,
        due if due == today => Group::DueToday,
        due if due <= soon => Group::NextFiveWorkingDays,
        _ => Group::Later,
    };
    Ok(Item {
        group,
        due: row.due,
        reference: row.reference,
        partnership: record.partnership_slug(row.partnership),
        words: words(&row, today, record.basis.calendar())?,
        title: row.title,
        clock: row.clock,
        kind: row.kind,
        provisional: row.provisional,
    })
}

fn words(row: &DueRow, today: NaiveDate, calendar: &Calendar) -> anyhow::Result<String> {
    let days = calendar.working_days_between(today, row.due)?;
    let unit = if days.abs() == 1 { "working day" } else { "working days" };
    let words = match (row.due.cmp(&today), row.kind.as_str()) {
        (std::cmp::Ordering::Equal, _) => "due today".to_owned(),
        (std::cmp::Ordering::Greater, _) => format!("{days} {unit} left"),
        (std::cmp::Ordering::Less, "expected") => format!("{} {unit} past what was expected", -days),
        (std::cmp::Ordering::Less, _) if days == 0 => "overdue".to_owned(),
        (std::cmp::Ordering::Less, _) => format!("{} {unit} overdue", -days),
    };
    Ok(if row.provisional { format!("{words}, provisional") } else { words })
}
