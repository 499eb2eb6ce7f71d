//! Reads rules from TOML, and refuses what no rule may say.

use serde::Deserialize;

use super::{Direction, Easement, Rule, RuleId, RuleKind, RuleSet, Unit};
use crate::KeyDate::{
    self, Aware, CopiesSent, DeathNotified, LcsprDecided, Notified, PanelResponded, PartiesTold, Published,
    Submitted, TakenDown,
};

/// Rules that cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RulesError {
    /// The text is not TOML of the form the shipped rules have.
    #[error("the rules cannot be read: {0}")]
    Unreadable(#[from] toml::de::Error),
    /// A rule says something that cannot hold.
    #[error("rule set {set}, rule “{rule}”: {why}")]
    Rule {
        /// The id of the rule set.
        set: String,
        /// The limit it sets.
        rule: RuleId,
        /// What is wrong and what to do.
        why: String,
    },
    /// The dates of rule sets or easements overlap, or are the wrong way round.
    #[error("{0}")]
    Dates(String),
}

/// The limits without which a case cannot be judged.
const NEEDED: [RuleId; 8] = [
    RuleId::Notification,
    RuleId::LookedAfterDeath,
    RuleId::PartnersTold,
    RuleId::RapidReview,
    RuleId::PanelReply,
    RuleId::Lcspr,
    RuleId::Copies,
    RuleId::Online,
];

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Easements {
    #[serde(default, rename = "easement")]
    easements: Vec<Easement>,
}

pub(super) fn rule_set(text: &str) -> Result<RuleSet, RulesError> {
    let set: RuleSet = toml::from_str(text)?;
    if set.until.is_some_and(|until| until < set.from) {
        return Err(RulesError::Dates(format!("rule set {} ends before it begins", set.id)));
    }
    let wrong = |rule, why: String| Err(RulesError::Rule { set: set.id.clone(), rule, why });
    for (at, rule) in set.rules.iter().enumerate() {
        if set.rules[..at].iter().any(|earlier| earlier.id == rule.id) {
            return wrong(rule.id, "it is there twice: keep one".to_owned());
        }
        if let Err(why) = check(rule) {
            return wrong(rule.id, why);
        }
    }
    match NEEDED.into_iter().find(|id| set.rule(*id).is_none()) {
        Some(missing) => wrong(missing, "it is missing: add it".to_owned()),
        None => Ok(set),
    }
}

fn check(rule: &Rule) -> Result<(), String> {
    let (starts, ends, direction) = events(rule.id);
    if !starts.contains(&rule.starts) {
        let starts: Vec<_> = starts.iter().map(|start| start.label()).collect();
        return Err(format!("it cannot start with {}, only with {}", rule.starts, starts.join(" or ")));
    }
    if rule.ends != ends || rule.direction != direction {
        return Err(format!("it ends with {ends} and is counted {direction} its start"));
    }
    match (rule.unit, rule.limit) {
        (Unit::None, 0) if rule.id == RuleId::DelayTold => Ok(()),
        (Unit::None, 0) => Err("name a limit and its unit: a clock is counted by it".to_owned()),
        (Unit::None, _) => Err("it has a limit but no unit: name the unit or leave the limit out".to_owned()),
        (_, 0) => Err(format!("say how many {}", rule.unit)),
        (Unit::CalendarMonths | Unit::Years, _) if rule.direction == Direction::Before => {
            Err("only working days can be counted back".to_owned())
        }
        (_, limit) if limit > 600 => Err(format!("{limit} {} is more than anyone can mean", rule.unit)),
        _ if rule.id == RuleId::PanelReply && rule.kind == RuleKind::Statutory => {
            Err("a reply of the Panel is expected, never a statutory deadline".to_owned())
        }
        _ => Ok(()),
    }
}

/// The key dates a limit lies between: those it may start with, the one that ends it, and the direction.
fn events(id: RuleId) -> (&'static [KeyDate], KeyDate, Direction) {
    let after = Direction::After;
    match id {
        RuleId::Notification => (&[Aware], Notified, after),
        RuleId::LookedAfterDeath | RuleId::CareLeaverDeath => (&[Aware], DeathNotified, after),
        RuleId::PartnersTold => (&[Aware], PartiesTold, after),
        RuleId::RapidReview => (&[Aware, Notified], Submitted, after),
        RuleId::PanelReply => (&[Submitted], PanelResponded, after),
        RuleId::Lcspr | RuleId::DelayTold => (&[LcsprDecided], Published, after),
        RuleId::Copies => (&[Published], CopiesSent, Direction::Before),
        RuleId::Online => (&[Published], TakenDown, after),
    }
}

pub(super) fn check_order(sets: &[RuleSet]) -> Result<(), RulesError> {
    if sets.is_empty() {
        return Err(RulesError::Dates("there is no rule set: give at least one".to_owned()));
    }
    for (earlier, later) in sets.iter().zip(&sets[1..]) {
        if earlier.id == later.id {
            return Err(RulesError::Dates(format!("rule set {} is there twice", later.id)));
        }
        if earlier.until.and_then(|until| until.succ_opt()) != Some(later.from) {
            return Err(RulesError::Dates(format!(
                "rule set {} must end on the day before {} begins, {}",
                earlier.id, later.id, later.from
            )));
        }
    }
    Ok(())
}

pub(super) fn easements(text: &str) -> Result<Vec<Easement>, RulesError> {
    let Easements { easements } = toml::from_str(text)?;
    match easements.iter().find(|easement| easement.until < easement.from) {
        Some(wrong) => Err(RulesError::Dates(format!("easement {} ends before it begins", wrong.id))),
        None => Ok(easements),
    }
}
