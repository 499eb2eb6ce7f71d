//! The row of an action: how far it has come, without its words.

use calendar::NaiveDate;
use case::actions::ActionStanding;
use case::{CaseId, OrganisationId, PartnershipId, PersonId};
use uuid::Uuid;

use crate::batch::{Batch, Value};
use crate::tx::{fetch_all, from_row};
use crate::{Error, Tx, code};

/// An action as it is stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct ActionRow {
    pub(crate) partnership: PartnershipId,
    pub(crate) owner: Option<PersonId>,
    pub(crate) organisation: Option<OrganisationId>,
    pub(crate) due: NaiveDate,
    pub(crate) state: String,
    pub(crate) progress: String,
    pub(crate) judgement: Option<String>,
    pub(crate) done_on: Option<NaiveDate>,
    pub(crate) closed_on: Option<NaiveDate>,
}

impl ActionRow {
    /// The row of an action in a case of `partnership`.
    pub(crate) fn of(partnership: PartnershipId, standing: &ActionStanding) -> Result<Self, Error> {
        let action = &standing.action;
        Ok(Self {
            partnership,
            owner: action.owner,
            organisation: action.owner_organisation,
            due: action.due,
            state: code::of(&standing.state())?,
            progress: code::of(&standing.progress)?,
            judgement: standing.impact.as_ref().map(|impact| code::of(&impact.judgement)).transpose()?,
            done_on: standing.done.and_then(case::When::day),
            closed_on: standing.closed.and_then(case::When::day),
        })
    }
}

/// Adds the rows of actions, or updates those that are there.
pub(crate) fn save<'a>(batch: &mut Batch, rows: impl Iterator<Item = (CaseId, u16, &'a ActionRow)>) {
    let row = |(case, number, row): (CaseId, u16, &ActionRow)| {
        [
            Value::Id(case.0),
            Value::Number(number.into()),
            Value::Id(row.partnership.0),
            Value::MaybeId(row.owner.map(|owner| owner.0)),
            Value::MaybeId(row.organisation.map(|organisation| organisation.0)),
            Value::MaybeDay(Some(row.due)),
            Value::Text(row.state.clone()),
            Value::Text(row.progress.clone()),
            Value::MaybeText(row.judgement.clone()),
            Value::MaybeDay(row.done_on),
            Value::MaybeDay(row.closed_on),
        ]
    };
    batch.insert(
        "action_row (case_id, number, partnership_id, owner_id, organisation_id, due, state, progress, judgement,
             done_on, closed_on)",
        rows.map(row),
        "on conflict (case_id, number) do update set owner_id = excluded.owner_id,
             organisation_id = excluded.organisation_id, due = excluded.due, state = excluded.state,
             progress = excluded.progress, judgement = excluded.judgement, done_on = excluded.done_on,
             closed_on = excluded.closed_on",
    );
}

from_row! {
    struct StoredActionRow {
        case_id: Uuid,
        number: i64,
        partnership_id: Uuid,
        owner_id: Option<Uuid>,
        organisation_id: Option<Uuid>,
        due: NaiveDate,
        state: String,
        progress: String,
        judgement: Option<String>,
        done_on: Option<NaiveDate>,
        closed_on: Option<NaiveDate>,
    }
}

/// The rows of every case after `after` up to `last`.
pub(crate) async fn between(
    tx: &mut Tx,
    after: Uuid,
    last: Uuid,
) -> Result<Vec<(CaseId, u16, ActionRow)>, Error> {
    let rows = fetch_all!(
        tx,
        StoredActionRow,
        "select case_id, number, partnership_id, owner_id, organisation_id, due, state, progress, judgement, done_on,
             closed_on
         from action_row where case_id > $1 and case_id <= $2",
        after,
        last,
    )?;
    rows.into_iter().map(StoredActionRow::read).collect()
}

impl StoredActionRow {
    fn read(self) -> Result<(CaseId, u16, ActionRow), Error> {
        let row = ActionRow {
            partnership: PartnershipId(self.partnership_id),
            owner: self.owner_id.map(PersonId),
            organisation: self.organisation_id.map(OrganisationId),
            due: self.due,
            state: self.state,
            progress: self.progress,
            judgement: self.judgement,
            done_on: self.done_on,
            closed_on: self.closed_on,
        };
        Ok((CaseId(self.case_id), number(self.number)?, row))
    }
}

/// The number of a stored action.
pub(crate) fn number(stored: i64) -> Result<u16, Error> {
    u16::try_from(stored).map_err(|_| Error::Damaged(format!("{stored} is no number of an action")))
}
