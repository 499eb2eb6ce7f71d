//! Who is reminded when, as data.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};

use super::{Kind, LONGEST_OVERDUE, Plan, Recipient};
use crate::PersonId;

/// Who hears of one kind of entry.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NewsPlan {
    /// The kind of entry.
    pub kind: Kind,
    /// Who hears of it.
    pub to: Vec<Recipient>,
}

/// What a partnership chooses about reminders. Where it chooses nothing, the shipped schedule holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Settings {
    /// Whether emails name the case by its reference.
    pub case_reference: bool,
    /// The senior who is told of what is long overdue, in place of the manager.
    pub senior: Option<PersonId>,
    /// Plans in place of those that come with the program.
    pub plans: Vec<Plan>,
}

impl Default for Settings {
    fn default() -> Self {
        Self { case_reference: true, senior: None, plans: Vec::new() }
    }
}

impl Settings {
    pub(crate) fn is_default(&self) -> bool {
        *self == Self::default()
    }
}

/// The plans for every kind of clock and of news.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Schedule {
    plans: BTreeMap<Kind, Plan>,
    news: BTreeMap<Kind, Vec<Recipient>>,
    senior: Option<PersonId>,
}

/// A schedule that cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ScheduleError {
    /// The text is not TOML of the form the shipped schedule has.
    #[error("the schedule of reminders cannot be read: {0}")]
    Unreadable(#[from] toml::de::Error),
    /// A plan says something that cannot hold.
    #[error("reminders of “{kind}”: {why}")]
    Plan {
        /// The kind of clock or news.
        kind: Kind,
        /// What to do about it.
        why: &'static str,
    },
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(rename = "plan")]
    plans: Vec<Plan>,
    news: Vec<NewsPlan>,
}

static SHIPPED: LazyLock<Schedule> = LazyLock::new(|| {
    Schedule::from_toml(include_str!("../../rules/reminders.toml")).expect("the shipped schedule is tested")
});

impl Schedule {
    /// The schedule that comes with the program.
    pub fn shipped() -> &'static Self {
        &SHIPPED
    }

    /// Reads `[[plan]]` and `[[news]]` tables.
    ///
    /// # Errors
    /// When the text cannot be read or what it says cannot hold.
    pub fn from_toml(text: &str) -> Result<Self, ScheduleError> {
        let File { plans, news } = toml::from_str(text)?;
        let mut schedule = Self { plans: BTreeMap::new(), news: BTreeMap::new(), senior: None };
        for plan in plans {
            checked(&plan)?;
            let kind = plan.kind;
            if schedule.plans.insert(kind, plan).is_some() {
                return Err(ScheduleError::Plan { kind, why: "there are two plans: keep one" });
            }
        }
        for NewsPlan { kind, to } in news {
            if kind.is_of_clock() {
                return Err(ScheduleError::Plan { kind, why: "it is a deadline: write it as a plan" });
            }
            schedule.news.insert(kind, to);
        }
        Ok(schedule)
    }

    /// The same schedule with what a partnership has chosen.
    ///
    /// # Errors
    /// When one of its plans cannot hold.
    pub fn choosing(&self, settings: &Settings) -> Result<Self, ScheduleError> {
        let mut chosen = Self { senior: settings.senior, ..self.clone() };
        for plan in &settings.plans {
            checked(plan)?;
            chosen.plans.insert(plan.kind, plan.clone());
        }
        Ok(chosen)
    }

    /// The plan for a kind of clock, where it has reminders.
    pub fn plan(&self, kind: Kind) -> Option<&Plan> {
        self.plans.get(&kind)
    }

    /// Every plan for a kind of clock.
    pub fn plans(&self) -> impl Iterator<Item = &Plan> {
        self.plans.values()
    }

    /// Who hears of a kind of entry.
    pub fn news_to(&self, kind: Kind) -> &[Recipient] {
        self.news.get(&kind).map_or(&[], Vec::as_slice)
    }

    /// The senior whom the partnership named.
    pub fn senior(&self) -> Option<PersonId> {
        self.senior
    }

    /// The first and the last due date for which any plan can have a reminder between two days. At the edges it may
    /// be more than that.
    pub fn due_dates(&self, (from, today): (NaiveDate, NaiveDate)) -> (NaiveDate, NaiveDate) {
        // Every fortnight has at least six working days, even that of Christmas.
        let ahead = |plan: &Plan| {
            let days = plan.before.iter().map(|days| 14 + 14 * u64::from(*days) / 6);
            days.chain(plan.months_before.iter().map(|months| 14 + 31 * u64::from(*months))).max()
        };
        let longest = self.plans().filter_map(ahead).max().unwrap_or(0);
        let earliest = from.checked_sub_days(Days::new(LONGEST_OVERDUE)).unwrap_or(from);
        (earliest, today.checked_add_days(Days::new(longest)).unwrap_or(today))
    }
}

fn checked(plan: &Plan) -> Result<(), ScheduleError> {
    plan.check().map_err(|why| ScheduleError::Plan { kind: plan.kind, why })
}
