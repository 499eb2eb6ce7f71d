//! `cspr due`: what is to be done, and by when.

use std::cmp::Ordering;
use std::collections::BTreeMap;
use std::io::Write;

use calendar::{Calendar, NaiveDate};
use case::{Actor, ClockKey, ClockKind, ClockState, PartnershipId, When};
use clap::Args;
use serde::Serialize;
use store::due::{self, DueRow, From};
use store::{Db, Tx, cases, people};

use crate::clock;
use crate::output::{self, day, short};
use crate::settings::{Settings, calendar};
use crate::table::Table;
use crate::words;

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
    MissedExplained,
    DueToday,
    NextFiveWorkingDays,
    Later,
}

impl Group {
    const ALL: [Self; 5] =
        [Self::Overdue, Self::MissedExplained, Self::DueToday, Self::NextFiveWorkingDays, Self::Later];

    fn label(self) -> &'static str {
        match self {
            Self::Overdue => "Overdue",
            Self::MissedExplained => "Missed, and the Panel was told why",
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
        // The rules are not read: they take longer than the list.
        let db = settings.open().await?;
        let (actor, calendar) = (settings.actor(&db).await?, calendar(&db).await?);
        let today = self.on.unwrap_or_else(clock::today);
        let soon = calendar.working_days_after(today, 5)?.date;
        let list = List { db: &db, actor: &actor, calendar: &calendar, today, soon };
        let until = calendar.working_days_after(today, self.within)?.date;
        let mut items = list.items(until, self.limit + 1).await?;
        let more = items.len() > self.limit;
        items.truncate(self.limit);
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

/// The short name of each partnership.
type Slugs = BTreeMap<PartnershipId, String>;

/// The list of one day.
struct List<'a> {
    db: &'a Db,
    actor: &'a Actor,
    calendar: &'a Calendar,
    today: NaiveDate,
    /// The fifth working day from today.
    soon: NaiveDate,
}

impl List<'_> {
    async fn items(&self, until: NaiveDate, limit: usize) -> anyhow::Result<Vec<Item>> {
        let mut tx = self.db.snapshot().await?;
        let slugs = people::partnerships(&mut tx).await?;
        let slugs: Slugs = slugs.into_iter().map(|partnership| (partnership.id, partnership.slug)).collect();
        let mut items = Vec::new();
        let mut last: Option<DueRow> = None;
        while items.len() < limit {
            let from = last.as_ref().map_or(From::TheBeginning, From::After);
            let rows = due::due(&mut tx, self.actor, from, until, limit).await?;
            let is_last = rows.len() < limit;
            last = rows.last().cloned();
            for row in rows {
                items.extend(self.item(&mut tx, row, &slugs).await?);
            }
            if is_last {
                break;
            }
        }
        items.truncate(limit);
        Ok(items)
    }

    /// The row as an item; none for a date by which nothing has to be done.
    async fn item(&self, tx: &mut Tx, row: DueRow, slugs: &Slugs) -> anyhow::Result<Option<Item>> {
        if row.clock == ClockKey::Online.to_string() {
            return Ok(None);
        }
        let mut group = match row.due {
            due if due < self.today => Group::Overdue,
            due if due == self.today => Group::DueToday,
            due if due <= self.soon => Group::NextFiveWorkingDays,
            _ => Group::Later,
        };
        let mut words = words(&row, self.today, self.calendar)?;
        if group == Group::Overdue
            && let Some(explained) = self.explained(tx, &row).await?
        {
            (group, words) = (Group::MissedExplained, explained);
        }
        let partnership = slugs.get(&row.partnership).cloned().unwrap_or_default();
        let DueRow { due, reference, title, clock, kind, provisional, .. } = row;
        Ok(Some(Item { group, due, reference, partnership, title, clock, kind, provisional, words }))
    }

    /// What the Panel was told of a statutory date that has passed.
    async fn explained(&self, tx: &mut Tx, row: &DueRow) -> anyhow::Result<Option<String>> {
        let statutory = row.clock.parse().ok().and_then(ClockKey::statutory);
        let Some(clock) = statutory else { return Ok(None) };
        let case = cases::case(tx, self.actor, row.case).await?;
        let told = case.proceedings.delays.get(&clock).filter(|delay| delay.panel_told != When::NotKnown);
        Ok(told.map(|delay| {
            let (panel_told, expected) = (delay.panel_told, delay.expected);
            ClockState::MissedExplained { missed: row.due, panel_told, expected }.to_string()
        }))
    }
}

/// How a date stands, in a few words.
fn words(row: &DueRow, today: NaiveDate, calendar: &Calendar) -> anyhow::Result<String> {
    let days = calendar.working_days_between(today, row.due)?;
    let unit = if days.abs() == 1 { "working day" } else { "working days" };
    let words = match row.due.cmp(&today) {
        Ordering::Equal => "due today".to_owned(),
        Ordering::Greater => format!("{days} {unit} left"),
        Ordering::Less if row.kind == words::kind(ClockKind::Expected) => format!("{} {unit} past", -days),
        Ordering::Less if days == 0 => "overdue".to_owned(),
        Ordering::Less => format!("{} {unit} overdue", -days),
    };
    Ok(if row.provisional { format!("{words}, provisional") } else { words })
}
