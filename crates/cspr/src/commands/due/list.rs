//! The list of one day: dates under the headings that say how they stand from there.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use calendar::{Calendar, NaiveDate};
use case::rules::Choices;
use case::{Actor, CaseId, ClockKey, ClockKind, ClockState, PartnershipId, When};
use serde::Serialize;
use store::due::{DueRow, From, due};
use store::{Tx, cases, people};

use crate::names::Names;
use crate::words;

/// Where a date stands from the day of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Group {
    Overdue,
    MissedExplained,
    DueToday,
    NextFiveWorkingDays,
    Later,
}

impl Group {
    pub(super) fn label(self) -> &'static str {
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
pub(super) struct Item {
    pub(super) group: Group,
    pub(super) due: NaiveDate,
    #[serde(skip)]
    case: CaseId,
    pub(super) reference: case::Reference,
    pub(super) partnership: String,
    pub(super) title: String,
    pub(super) clock: String,
    pub(super) label: String,
    pub(super) kind: String,
    pub(super) provisional: bool,
    pub(super) words: String,
}

/// A heading and what stands under it.
pub(super) struct Heading {
    pub(super) group: Group,
    pub(super) items: Vec<Item>,
    /// Whether there is more than was asked for.
    pub(super) more: bool,
}

/// How many dates are read at a time, at most.
const PAGE: usize = 500;

/// What clocks and partnerships are called.
pub(super) struct Labels {
    names: Names,
    slugs: BTreeMap<PartnershipId, String>,
    milestones: BTreeMap<(PartnershipId, u8), String>,
}

impl Labels {
    pub(super) async fn load(tx: &mut Tx) -> anyhow::Result<Self> {
        let names = Names::of_organisations(tx).await?;
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
pub(super) struct List<'a> {
    pub(super) actor: &'a Actor,
    pub(super) calendar: &'a Calendar,
    pub(super) labels: &'a Labels,
    pub(super) today: NaiveDate,
    /// The fifth working day from today.
    pub(super) soon: NaiveDate,
}

impl List<'_> {
    /// What is due by `until`, the earliest first, at most `limit` dates under each heading.
    pub(super) async fn headings(
        &self,
        tx: &mut Tx,
        until: NaiveDate,
        limit: usize,
    ) -> anyhow::Result<Vec<Heading>> {
        let (today, soon) = (self.today, self.soon);
        let after = |day: NaiveDate| day.succ_opt().map_or(From::Day(day), From::Day);
        let before = today.pred_opt().unwrap_or(today);
        let overdue = self.heading(tx, Group::Overdue, From::TheBeginning, before, limit).await?;
        let mut headings = Vec::from(self.explained_apart(tx, overdue).await?);
        for (group, from, until) in [
            (Group::DueToday, From::Day(today), today),
            (Group::NextFiveWorkingDays, after(today), soon.min(until)),
            (Group::Later, after(soon), until),
        ] {
            headings.push(self.heading(tx, group, from, until, limit).await?);
        }
        Ok(headings)
    }

    async fn heading(
        &self,
        tx: &mut Tx,
        group: Group,
        from: From<'_>,
        until: NaiveDate,
        limit: usize,
    ) -> anyhow::Result<Heading> {
        let mut rows = self.rows(tx, from, until, limit.saturating_add(1)).await?;
        let more = rows.len() > limit;
        rows.truncate(limit);
        let items = rows.into_iter().map(|row| self.item(group, row)).collect::<anyhow::Result<_>>()?;
        Ok(Heading { group, items, more })
    }

    async fn rows(
        &self,
        tx: &mut Tx,
        from: From<'_>,
        until: NaiveDate,
        limit: usize,
    ) -> anyhow::Result<Vec<DueRow>> {
        let page = limit.min(PAGE);
        let mut found = due(tx, self.actor, from, until, page).await?;
        let mut last = found.last().filter(|_| found.len() == page).cloned();
        found.retain(asks_for_something);
        while let Some(row) = last.take().filter(|_| found.len() < limit) {
            let rows = due(tx, self.actor, From::After(&row), until, page).await?;
            last = rows.last().filter(|_| rows.len() == page).cloned();
            found.extend(rows.into_iter().filter(asks_for_something));
        }
        found.truncate(limit);
        Ok(found)
    }

    fn item(&self, group: Group, row: DueRow) -> anyhow::Result<Item> {
        let words = words(&row, self.today, self.calendar)?;
        let partnership = self.labels.slugs.get(&row.partnership).cloned().unwrap_or_default();
        let label = self.labels.clock(&row);
        let DueRow { due, case, reference, title, clock, kind, provisional, .. } = row;
        Ok(Item { group, due, case, reference, partnership, title, clock, label, kind, provisional, words })
    }

    /// Those that are overdue, and apart from them those of which the Panel was told why.
    async fn explained_apart(&self, tx: &mut Tx, overdue: Heading) -> anyhow::Result<[Heading; 2]> {
        let (mut items, mut explained) = (Vec::new(), Vec::new());
        for mut item in overdue.items {
            if let Some(words) = self.explained(tx, &item).await? {
                (item.group, item.words) = (Group::MissedExplained, words);
                explained.push(item);
            } else {
                items.push(item);
            }
        }
        Ok([
            Heading { items, ..overdue },
            Heading { group: Group::MissedExplained, items: explained, more: false },
        ])
    }

    /// What the Panel was told of a statutory date that has passed.
    async fn explained(&self, tx: &mut Tx, item: &Item) -> anyhow::Result<Option<String>> {
        let statutory = item.clock.parse().ok().and_then(ClockKey::statutory);
        let Some(clock) = statutory else { return Ok(None) };
        let case = cases::case(tx, self.actor, item.case).await?;
        let told = case.proceedings.delays.get(&clock).filter(|delay| delay.panel_told != When::NotKnown);
        Ok(told.map(|delay| {
            let (panel_told, expected) = (delay.panel_told, delay.expected);
            ClockState::MissedExplained { missed: item.due, panel_told, expected }.to_string()
        }))
    }
}

/// By the date until which a report stays online, nothing has to be done.
fn asks_for_something(row: &DueRow) -> bool {
    !row.clock.parse().is_ok_and(ClockKey::is_minimum)
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
