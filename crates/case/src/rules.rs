//! The time limits as data: dated rule sets, easements, and what a partnership may choose for itself.

mod choices;
mod easement;
mod file;
mod milestones;
mod rule;

use std::sync::LazyLock;

use chrono::NaiveDate;

pub use choices::Choices;
pub use easement::Easement;
pub use file::RulesError;
pub use milestones::{Milestone, Milestones};
pub use rule::{Direction, Rule, RuleId, RuleKind, RuleSet, Unit};

use crate::RuleSetPinned;

/// Everything a clock is counted by, beside the bank holidays.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rules {
    /// The rule sets, oldest first, no two of them in force on the same day.
    sets: Vec<RuleSet>,
    /// Times at which the Panel did not hold partnerships to the usual limits.
    easements: Vec<Easement>,
    /// What the partnership has chosen.
    choices: Choices,
}

static SHIPPED: LazyLock<Rules> = LazyLock::new(|| {
    let sets = [
        include_str!("../rules/wt2018.toml"),
        include_str!("../rules/wt2023.toml"),
        include_str!("../rules/wt2026.toml"),
    ];
    Rules::from_toml(&sets, include_str!("../rules/easements.toml")).expect("the shipped rules are tested")
});

impl Rules {
    /// The rules that come with the program, read once.
    pub fn shipped() -> &'static Self {
        &SHIPPED
    }

    /// Reads rule sets, one from each text, and easements.
    ///
    /// # Errors
    /// When a text cannot be read or what it says cannot hold, naming the rule set and the rule.
    pub fn from_toml(sets: &[&str], easements: &str) -> Result<Self, RulesError> {
        let mut sets = sets.iter().map(|text| file::rule_set(text)).collect::<Result<Vec<_>, _>>()?;
        sets.sort_by_key(|set| set.from);
        file::check_order(&sets)?;
        Ok(Self { sets, easements: file::easements(easements)?, choices: Choices::default() })
    }

    /// The same rules with what a partnership has chosen.
    #[must_use]
    pub fn choosing(self, choices: Choices) -> Self {
        Self { choices, ..self }
    }

    /// What the partnership has chosen.
    pub fn choices(&self) -> &Choices {
        &self.choices
    }

    /// What the partnership calls the national body, whose name may change.
    pub fn panel_name(&self) -> &str {
        &self.choices.national_panel_name
    }

    /// Every rule set, oldest first.
    pub fn sets(&self) -> &[RuleSet] {
        &self.sets
    }

    /// Every easement, in the order of the file.
    pub fn easements(&self) -> &[Easement] {
        &self.easements
    }

    /// The rule set with this id, such as `wt2023`.
    pub fn rule_set(&self, id: &str) -> Option<&RuleSet> {
        self.sets.iter().find(|set| set.id == id)
    }

    /// The rule set in force on `date`; `None` before the first one.
    pub fn in_force_on(&self, date: NaiveDate) -> Option<&RuleSet> {
        self.sets.iter().find(|set| set.in_force_on(date))
    }

    /// What is pinned with a case that is judged by the rules of `basis`.
    ///
    /// A case from before the first rule set is held to the first one, and a case of which no date is known to the
    /// latest.
    pub fn pin(&self, basis: Option<NaiveDate>) -> RuleSetPinned {
        let set = match basis {
            Some(date) => self.in_force_on(date).unwrap_or(&self.sets[0]),
            None => &self.sets[self.sets.len() - 1],
        };
        let rapid_review_from = self.choices.rapid_review_from.unwrap_or_else(|| set.rapid_review_from());
        RuleSetPinned { rule_set: set.id.clone(), rapid_review_from }
    }

    /// The easement that held for a limit at some time from `start` to `due`.
    pub(crate) fn easement(&self, rule: RuleId, start: NaiveDate, due: NaiveDate) -> Option<&Easement> {
        self.easements.iter().find(|easement| easement.touches(rule, start, due))
    }
}
