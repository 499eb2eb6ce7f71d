//! Which dates the calendar of a person holds.

use std::collections::BTreeMap;

use calendar::NaiveDate;
use case::{Actor, Case, CaseId, ClockKey, ClockKind, Mover, PartnershipId, Reference, Role, clocks};
use chrono::Days;
use serde::{Deserialize, Serialize};
use store::due::{self, Due, From};
use store::{Basis, Tx};

use crate::app::App;
use crate::case_view::OpenCase;
use crate::error::Error;

/// How many dates a calendar holds at most.
const MOST: usize = 1_000;
/// For how long a date that has passed and is not done stays.
const PAST: Days = Days::new(90);
/// Later than any date.
const FAR: NaiveDate = NaiveDate::from_ymd_opt(9999, 12, 31).expect("a day");

/// Which dates somebody chose.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Holds {
    /// Those that wait for them.
    Mine,
    /// Every statutory deadline of the cases they may see.
    Statutory,
}

impl Holds {
    /// Both, in the order in which they are offered.
    pub(crate) const ALL: [Self; 2] = [Self::Mine, Self::Statutory];

    /// As people read it.
    pub(crate) fn label(self) -> &'static str {
        match self {
            Self::Mine => "Dates that wait for you",
            Self::Statutory => "Every statutory deadline of the cases you can see",
        }
    }

    /// What a code stands for.
    pub(crate) fn read(code: &str) -> Self {
        serde_json::from_value(code.into()).unwrap_or(Self::Mine)
    }
}

/// The reference of each case, and whose it is.
pub(super) struct References(BTreeMap<CaseId, (PartnershipId, Reference)>);

impl References {
    /// Of one case.
    pub(super) fn of_one(open: &OpenCase) -> Self {
        Self(open.case.partnership().map(|of| (open.id, (of, open.reference))).into_iter().collect())
    }

    pub(super) fn get(&self, case: CaseId) -> Option<(PartnershipId, Reference)> {
        self.0.get(&case).copied()
    }
}

/// The dates, and up to which of them they are complete.
pub(super) struct Dates {
    pub(super) due: BTreeMap<(CaseId, String), NaiveDate>,
    /// There were more dates than a calendar holds: what is due after this day is not known.
    pub(super) until: NaiveDate,
    cases: BTreeMap<CaseId, (PartnershipId, Reference)>,
}

impl Dates {
    /// What each case is called.
    pub(super) fn references(&self) -> References {
        References(self.cases.clone())
    }
}

/// The dates as they stand, as far as the person may see them now.
pub(super) async fn of(app: &App, tx: &mut Tx, actor: &Actor, holds: Holds) -> Result<Dates, Error> {
    let from = From::Day(app.clock().today() - PAST);
    let known = app.known();
    let leads = holds == Holds::Mine && is_business_unit(actor);
    let mut found = if leads {
        due::of_lead(tx, actor, actor.person, from, FAR, MOST + 1).await?
    } else {
        due::due_with_cases(tx, actor, from, FAR, MOST + 1).await?
    };
    let until = if found.rows.len() > MOST { found.rows[MOST].due.pred_opt().unwrap_or(FAR) } else { FAR };
    found.rows.retain(|row| row.due <= until);
    let cases = found.rows.iter().map(|row| (row.case, (row.partnership, row.reference))).collect();
    let dates = chosen(actor, &known.basis, &found, holds);
    Ok(Dates { due: dates, until, cases })
}

fn is_business_unit(actor: &Actor) -> bool {
    actor.memberships.iter().any(|held| matches!(held.role, Role::BusinessUnit | Role::BusinessUnitManager))
}

fn chosen(actor: &Actor, basis: &Basis, due: &Due, holds: Holds) -> BTreeMap<(CaseId, String), NaiveDate> {
    let wanted = due.rows.iter().filter(|row| {
        let (Some(case), Ok(key)) = (due.cases.get(&row.case), row.clock.parse::<ClockKey>()) else {
            return false;
        };
        match holds {
            Holds::Mine => is_for(actor, key, case),
            Holds::Statutory => clocks(case, basis.rules_of(case), basis.calendar())
                .iter()
                .any(|clock| clock.key == key && clock.kind == ClockKind::Statutory),
        }
    });
    wanted.map(|row| ((row.case, row.clock.clone()), row.due)).collect()
}

/// Whether a date waits for somebody.
fn is_for(actor: &Actor, key: ClockKey, case: &Case) -> bool {
    let holds = |role| actor.memberships.iter().any(|held| held.role == role);
    let is_leading = case.lead == Some(actor.person);
    match key.waits_for(case) {
        Mover::BusinessUnit => {
            is_leading || (key == ClockKey::Lcspr && holds(Role::Reviewer)) || {
                holds(Role::PanelLiaison)
                    && matches!(
                        key,
                        ClockKey::Notification
                            | ClockKey::RapidReview
                            | ClockKey::PanelQueryReply
                            | ClockKey::AdvicePoint(_)
                    )
            }
        }
        Mover::Panel => is_leading || holds(Role::PanelLiaison),
        Mover::Partners(waiting) => {
            actor.memberships.iter().filter_map(|held| held.role.partner()).any(|own| waiting.contains(&own))
        }
        Mover::Agency(agency) => {
            actor.memberships.iter().any(|held| held.role == Role::Contributor && held.organisation == agency)
        }
        Mover::Owner { person, organisation } => {
            person == Some(actor.person)
                || (person.is_none()
                    && actor.memberships.iter().any(|held| Some(held.organisation) == organisation))
        }
    }
}
