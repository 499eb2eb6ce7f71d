//! `cspr due`: what is to be done, and by when.

use std::cmp::Ordering;
use std::collections::BTreeMap;
use std::io::Write;

use calendar::{Calendar, NaiveDate};
use case::rules::Choices;
use case::{Actor, ClockKey, ClockKind, ClockState, PartnershipId, When};
use clap::Args;
use serde::Serialize;
use store::due::{self, DueRow, From, Undated};
use store::{Basis, Tx, cases, people};

use crate::clock;
use crate::names::Names;
use crate::output::{self, day, several, short};
use crate::settings::{Settings, calendar};
use crate::table::{self, Table};
use crate::words;

/// Which dates to show.
#[derive(Args)]
pub(crate) struct Due {
    /// As it will stand, or stood, on this day, such as 2026-03-26; today where it is left out
    #[arg(long, value_name = "DATE", value_parser = a_day)]
    on: Option<NaiveDate>,
    /// How many working days to look ahead
    #[arg(long, value_name = "N", default_value_t = 20)]
    within: u32,
    /// Show no more than this many dates, besides the statutory ones and those of today and the next 5 working days
    #[arg(long, value_name = "N", default_value_t = 200)]
    limit: usize,
    /// Print the list as JSON
    #[arg(long)]
    json: bool,
}

fn a_day(text: &str) -> Result<NaiveDate, String> {
    text.parse().map_err(|_| format!("“{text}” is not a day: write it as 2026-03-26"))
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
    label: String,
    kind: String,
    provisional: bool,
    words: String,
}

/// How many dates are read at a time.
const PAGE: usize = 500;

/// From how wide a terminal on there is room for titles.
const WIDE: usize = 130;

impl Due {
    pub(crate) async fn run(&self, settings: &Settings, out: &mut dyn Write) -> anyhow::Result<()> {
        // The rules are not read: they take longer than the list.
        let db = settings.open().await?;
        let (actor, calendar) = (settings.actor(&db).await?, calendar(&db).await?);
        let today = self.on.unwrap_or_else(clock::today);
        let soon = calendar.working_days_after(today, 5)?.date;
        let mut tx = db.snapshot().await?;
        let labels = Labels::load(&mut tx).await?;
        let list = List { actor: &actor, calendar: &calendar, labels: &labels, today, soon };
        let until = calendar.working_days_after(today, self.within)?.date;
        let (items, left_out) = list.items(&mut tx, until, self.limit).await?;
        let undated = due::undated(&mut tx, &actor).await?;
        let undated = without_date(&mut tx, &actor, undated).await?;
        drop(tx);
        if self.json {
            return output::json(out, &items);
        }
        self.print(&items, today, out)?;
        if left_out > 0 {
            let (dates, all) = (several(left_out as u64, "date", "dates"), self.limit + left_out);
            writeln!(out, "\n{dates} of no statutory deadline not shown: --limit {all} shows all")?;
        }
        print_undated(&undated, out)
    }

    fn print(&self, items: &[Item], today: NaiveDate, out: &mut dyn Write) -> anyhow::Result<()> {
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
            print_items(&mine, out)?;
        }
        Ok(())
    }
}

fn print_items(items: &[&Item], out: &mut dyn Write) -> std::io::Result<()> {
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

/// What clocks and partnerships are called.
struct Labels {
    names: Names,
    slugs: BTreeMap<PartnershipId, String>,
    milestones: BTreeMap<(PartnershipId, u8), String>,
}

impl Labels {
    async fn load(tx: &mut Tx) -> anyhow::Result<Self> {
        let names = Names::load(tx).await?;
        let (mut slugs, mut milestones) = (BTreeMap::new(), BTreeMap::new());
        for partnership in people::partnerships(tx).await? {
            let choices: Choices = serde_json::from_str(&partnership.settings)?;
            for milestone in choices.milestones.iter() {
                milestones.insert((partnership.id, milestone.number), milestone.task.clone());
            }
            slugs.insert(partnership.id, partnership.slug);
        }
        Ok(Self { names, slugs, milestones })
    }

    fn clock(&self, row: &DueRow) -> String {
        let Ok(key) = row.clock.parse() else { return row.clock.clone() };
        let task = match key {
            ClockKey::Milestone(number) => self.milestones.get(&(row.partnership, number)),
            _ => None,
        };
        self.names.clock(key, task.map(String::as_str))
    }
}

/// The list of one day.
struct List<'a> {
    actor: &'a Actor,
    calendar: &'a Calendar,
    labels: &'a Labels,
    today: NaiveDate,
    /// The fifth working day from today.
    soon: NaiveDate,
}

impl List<'_> {
    /// What is due, the earliest first, and how many of the dates that can wait are left out of it.
    async fn items(&self, tx: &mut Tx, until: NaiveDate, limit: usize) -> anyhow::Result<(Vec<Item>, usize)> {
        let (mut items, mut others) = (Vec::new(), 0);
        let mut last: Option<DueRow> = None;
        loop {
            let from = last.as_ref().map_or(From::TheBeginning, From::After);
            let rows = due::due(tx, self.actor, from, until, PAGE).await?;
            let is_last = rows.len() < PAGE;
            last = rows.last().cloned();
            // By the date until which a report stays online, nothing has to be done.
            for row in rows.into_iter().filter(|row| row.clock != ClockKey::Online.to_string()) {
                others += usize::from(!self.cannot_wait(&row));
                if self.cannot_wait(&row) || others <= limit {
                    items.push(self.item(tx, row).await?);
                }
            }
            if is_last {
                return Ok((items, others.saturating_sub(limit)));
            }
        }
    }

    /// Whether no limit may hide it.
    fn cannot_wait(&self, row: &DueRow) -> bool {
        row.kind == words::kind(ClockKind::Statutory) || (self.today..=self.soon).contains(&row.due)
    }

    async fn item(&self, tx: &mut Tx, row: DueRow) -> anyhow::Result<Item> {
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
        let partnership = self.labels.slugs.get(&row.partnership).cloned().unwrap_or_default();
        let label = self.labels.clock(&row);
        let DueRow { due, reference, title, clock, kind, provisional, .. } = row;
        Ok(Item { group, due, reference, partnership, title, clock, label, kind, provisional, words })
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
