//! What time limits are counted by: the bank holidays, the rules, and what each partnership chose.

use std::collections::BTreeMap;

use calendar::{BankHolidays, Calendar};
use case::rules::Rules;
use case::{Case, PartnershipId};

use crate::{Error, Tx, holidays, people};

/// Everything the clocks of any case are counted by. Read once, and again when an operator changes any of it.
#[derive(Clone, Debug)]
pub struct Basis {
    calendar: Calendar,
    rules: BTreeMap<PartnershipId, Rules>,
}

impl Basis {
    /// What the record says now.
    pub async fn load(tx: &mut Tx) -> Result<Self, Error> {
        let holidays = holidays::bank_holidays(tx).await?;
        Self::with_holidays(tx, holidays).await
    }

    /// What the record says now, but with these bank holidays: to see what would move.
    pub async fn with_holidays(tx: &mut Tx, holidays: BankHolidays) -> Result<Self, Error> {
        let calendar = Calendar::new(holidays)
            .map_err(|error| Error::Damaged(format!("the bank holidays make no calendar: {error}")))?;
        let mut rules = BTreeMap::new();
        for partnership in people::partnerships(tx).await? {
            let choices = serde_json::from_str(&partnership.settings).map_err(|error| {
                Error::Damaged(format!("the settings of {} cannot be read: {error}", partnership.name))
            })?;
            rules.insert(partnership.id, Rules::shipped().clone().choosing(choices));
        }
        Ok(Self { calendar, rules })
    }

    /// The bank holidays by which working days are counted.
    pub fn calendar(&self) -> &Calendar {
        &self.calendar
    }

    /// The rules with the choices of a partnership; the shipped rules where the partnership is not known.
    pub fn rules(&self, partnership: Option<PartnershipId>) -> &Rules {
        partnership.and_then(|id| self.rules.get(&id)).unwrap_or_else(|| Rules::shipped())
    }

    /// The rules a case is judged by.
    pub fn rules_of(&self, case: &Case) -> &Rules {
        self.rules(case.partnership())
    }
}
