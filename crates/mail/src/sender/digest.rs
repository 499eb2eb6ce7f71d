//! What is in somebody’s digest at the time it is sent.

use case::reminders::{Kind, occasions};
use case::{Case, Clock, PersonId};
use chrono::Days;
use store::due::{self, Due, From};
use store::mail_choices::Digest;
use store::{Error, Tx};

use super::compose::{action_of, left};
use crate::letters::Item;
use crate::parts::CaseName;
use crate::reconciler::{Truth, any_early};

/// How many dates are looked at for one person. Nobody reads more in a letter, and the page shows all.
const MOST: usize = 200;
/// How many days ahead everything is in a digest.
const AHEAD: Days = Days::new(28);

/// What is due for somebody now and soon, in order of date.
pub(super) async fn items(tx: &mut Tx, truth: &Truth, person: PersonId) -> Result<Vec<Item>, Error> {
    let Some(actor) = truth.actor(person) else { return Ok(Vec::new()) };
    let (_, last) = truth.schedules.due_dates(truth.today);
    let until = last.max(truth.today + AHEAD);
    let Due { rows, cases } = due::due_with_cases(tx, actor, From::TheBeginning, until, MOST).await?;
    let mut items = Vec::new();
    for row in rows {
        let found =
            cases.get(&row.case).and_then(|case| Some((case, truth.clock(case, &row.clock, row.due)?)));
        let Some((case, clock)) = found else { continue };
        // Once a report was online for as long as it must be, nothing is to be done by that day.
        if clock.key.is_minimum() && row.due < truth.today {
            continue;
        }
        if is_in(truth, case, &clock, person) {
            items.push(Item {
                kind: Kind::of_clock(clock.key),
                case: CaseName(case.reference().filter(|_| truth.schedules.name_cases(row.partnership))),
                action: action_of(clock.key),
                due: Some(row.due),
                left: left(Some(&clock), truth),
            });
        }
    }
    Ok(items)
}

/// Whether it concerns them, and is due soon or has had an early occasion since the last digest.
fn is_in(truth: &Truth, case: &Case, clock: &Clock<'_>, person: PersonId) -> bool {
    let Some(due) = clock.due_date().filter(|_| truth.concerns(case, clock, person)) else { return false };
    if due <= truth.today + AHEAD {
        return true;
    }
    let weekly = truth.choice(person).is_some_and(|choice| choice.digest == Digest::Weekly);
    let since = truth.today - Days::new(if weekly { 6 } else { 0 });
    let schedule = case.partnership().map(|id| truth.schedules.of(id));
    let plan = schedule.and_then(|schedule| schedule.plan(Kind::of_clock(clock.key)));
    let passed =
        plan.and_then(|plan| occasions(plan, due, (since, truth.today), truth.basis.calendar()).ok());
    passed.is_some_and(|passed| any_early(&passed))
}
