//! Local targets within a rapid review. No law asks for them.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use serde::{Deserialize, Serialize};

use super::RulesError;
use crate::KeyDate;

/// The local targets of a partnership, each counted in working days from the notification.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Vec<Milestone>")]
pub struct Milestones(Vec<Milestone>);

/// One local target of a rapid review.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Milestone {
    /// Its number, by which people and addresses name it.
    pub number: u8,
    /// The working day after the notification, which is day 0.
    pub working_day: u32,
    /// What is to be done, as a sentence without a full stop.
    pub task: String,
    /// The date whose recording meets the target.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub met_by: Option<KeyDate>,
    /// The date after which nobody needs the target any more.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub overtaken_by: Option<KeyDate>,
    /// Whether this is the rapid review’s own deadline, listed so that the plan is whole. It has no clock of its own.
    #[serde(default)]
    pub statutory: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Plan {
    #[serde(default, rename = "milestone")]
    milestones: Milestones,
}

static SHIPPED: LazyLock<Milestones> = LazyLock::new(|| {
    Milestones::from_toml(include_str!("../../rules/milestones.toml"))
        .expect("the shipped targets are tested")
});

impl Milestones {
    /// The targets that come with the program, made mainly from Devon’s published flowcharts.
    pub fn shipped() -> &'static Self {
        &SHIPPED
    }

    /// Reads targets as `[[milestone]]` tables.
    ///
    /// # Errors
    /// When the text cannot be read, or a number is used twice, or a task is missing.
    pub fn from_toml(text: &str) -> Result<Self, RulesError> {
        Ok(toml::from_str::<Plan>(text)?.milestones)
    }

    /// The targets, in the order in which they are listed.
    pub fn iter(&self) -> impl Iterator<Item = &Milestone> {
        self.0.iter()
    }
}

impl TryFrom<Vec<Milestone>> for Milestones {
    type Error = String;

    fn try_from(steps: Vec<Milestone>) -> Result<Self, String> {
        let mut numbers = BTreeSet::new();
        for step in &steps {
            if !numbers.insert(step.number) {
                return Err(format!("milestone {} is there twice: give each its own number", step.number));
            }
            if step.task.trim().is_empty() {
                return Err(format!("milestone {} has no task: say what is to be done", step.number));
            }
        }
        Ok(Self(steps))
    }
}
