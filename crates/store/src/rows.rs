//! The rows that are made from a case, for finding it: computed in one place, written as differences.

use std::collections::{BTreeMap, BTreeSet};

use calendar::NaiveDate;
use case::{Case, CaseId, Clock, ClockKind, PartnershipId, PersonId};

use crate::action_row::{self, ActionRow};
use crate::batch::{Batch, Value};
use crate::digest::Digest;
use crate::panel_row::{self, PanelRow};
use crate::{Basis, CaseRow, Error, Tx, case_row, code};

/// Everything made from one case, except what is searched.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Rows {
    /// The row in lists; none while nothing is recorded.
    pub(crate) case: Option<CaseRow>,
    /// Who may know of the case, and as what.
    pub(crate) access: BTreeSet<(PersonId, String)>,
    /// The clocks that run, by their keys.
    pub(crate) clocks: BTreeMap<String, ClockRow>,
    /// Every action, by its number.
    pub(crate) actions: BTreeMap<u16, ActionRow>,
    /// Its dealings with the Panel; none where there are none.
    pub(crate) panel: Option<PanelRow>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct ClockRow {
    pub(crate) partnership: PartnershipId,
    pub(crate) kind: String,
    pub(crate) due: Option<NaiveDate>,
    pub(crate) provisional: bool,
}

impl Rows {
    /// The rows of `case`, whose last entry has the digest `head`.
    pub(crate) fn of(id: CaseId, case: &Case, head: Digest, basis: &Basis) -> Result<Self, Error> {
        let (Some(opened), Some(first), Some(last)) =
            (&case.opened, case.history().first(), case.history().last())
        else {
            return Ok(Self::default());
        };
        let clocks = case::clocks(case, basis.rules_of(case), basis.calendar());
        let main = case::main_clock(&clocks);
        let row = CaseRow {
            case: id,
            partnership: opened.partnership,
            reference: opened.reference,
            title: case.title.clone(),
            stage: code::of(&case.stage)?,
            lead: case.lead,
            version: last.seq,
            head,
            opened_on: first.event.on.day(),
            updated_at: last.at,
            main_clock: main.map(|clock| clock.key.to_string()),
            main_due: main.and_then(Clock::due_date),
        };
        let running = clocks.iter().filter(|clock| clock.is_open()).map(|clock| {
            let row = ClockRow {
                partnership: opened.partnership,
                kind: kind_code(clock.kind).to_owned(),
                due: clock.due_date(),
                provisional: clock.is_provisional(),
            };
            (clock.key.to_string(), row)
        });
        let actions = case.actions.actions.iter();
        let actions =
            actions.map(|(number, action)| Ok((*number, ActionRow::of(opened.partnership, action)?)));
        Ok(Self {
            case: Some(row),
            access: access(case)?,
            clocks: running.collect(),
            actions: actions.collect::<Result<_, Error>>()?,
            panel: PanelRow::of(opened.partnership, case, &clocks),
        })
    }

    /// Saves what differs from `before`.
    pub(crate) fn save(&self, batch: &mut Batch, id: CaseId, before: &Self) {
        if self.case != before.case {
            case_row::save(batch, &self.case);
        }
        for (person, role) in before.access.difference(&self.access) {
            let role = Value::Text(role.clone());
            let row = [("case_id", Value::Id(id.0)), ("person_id", Value::Id(person.0)), ("as_role", role)];
            batch.delete("case_access", row);
        }
        save_access(batch, self.access.difference(&before.access).map(|access| (id, access)));
        for key in before.clocks.keys().filter(|key| !self.clocks.contains_key(*key)) {
            batch.delete("clock_row", [("case_id", Value::Id(id.0)), ("clock", Value::Text(key.clone()))]);
        }
        let changed = self.clocks.iter().filter(|(key, clock)| before.clocks.get(*key) != Some(*clock));
        save_clocks(batch, changed.map(|(key, clock)| (id, key, clock)));
        for number in before.actions.keys().filter(|number| !self.actions.contains_key(*number)) {
            let number = Value::Number((*number).into());
            batch.delete("action_row", [("case_id", Value::Id(id.0)), ("number", number)]);
        }
        let changed =
            self.actions.iter().filter(|(number, action)| before.actions.get(*number) != Some(*action));
        action_row::save(batch, changed.map(|(number, action)| (id, *number, action)));
        match &self.panel {
            None if before.panel.is_some() => batch.delete("panel_row", [("case_id", Value::Id(id.0))]),
            panel if *panel != before.panel => {
                panel_row::save(batch, panel.iter().map(|row| (id, row)));
            }
            _ => {}
        }
    }

    /// Updates these rows after words of the case were erased.
    pub(crate) async fn refresh(
        &self,
        tx: &mut Tx,
        id: CaseId,
        case: &Case,
        basis: &Basis,
    ) -> Result<(), Error> {
        let Some(head) = self.case.as_ref().map(|row| row.head) else { return Ok(()) };
        let mut batch = Batch::default();
        Self::of(id, case, head, basis)?.save(&mut batch, id, self);
        batch.run(tx).await
    }

    /// Adds the rows of many cases that have none.
    pub(crate) fn save_all(batch: &mut Batch, cases: &[(CaseId, Self)]) {
        case_row::save(batch, cases.iter().filter_map(|(_, rows)| rows.case.as_ref()));
        save_access(
            batch,
            cases.iter().flat_map(|(id, rows)| rows.access.iter().map(|access| (*id, access))),
        );
        let clocks =
            cases.iter().flat_map(|(id, rows)| rows.clocks.iter().map(|(key, clock)| (*id, key, clock)));
        save_clocks(batch, clocks);
        let actions =
            cases.iter().flat_map(|(id, rows)| rows.actions.iter().map(|(number, row)| (*id, *number, row)));
        action_row::save(batch, actions);
        panel_row::save(batch, cases.iter().flat_map(|(id, rows)| rows.panel.iter().map(|row| (*id, row))));
    }
}

/// The code under which a kind of clock is stored.
pub(crate) fn kind_code(kind: ClockKind) -> &'static str {
    match kind {
        ClockKind::Statutory => "statutory",
        ClockKind::Expected => "expected",
        ClockKind::Local => "local",
    }
}

/// Everyone who has a place in the case: the named list, the lead and the reviewer.
fn access(case: &Case) -> Result<BTreeSet<(PersonId, String)>, Error> {
    let mut access = BTreeSet::new();
    for (person, role) in &case.access {
        access.insert((*person, code::of(role)?));
    }
    access.extend(case.lead.map(|person| (person, "lead".to_owned())));
    let reviewer = case.lcspr.commission.as_ref().and_then(|commission| commission.reviewer);
    access.extend(reviewer.map(|person| (person, "commissioned_reviewer".to_owned())));
    Ok(access)
}

fn save_access<'a>(batch: &mut Batch, access: impl Iterator<Item = (CaseId, &'a (PersonId, String))>) {
    let row = |(case, (person, role)): (CaseId, &(PersonId, String))| {
        [Value::Id(case.0), Value::Id(person.0), Value::Text(role.clone())]
    };
    batch.insert("case_access (case_id, person_id, as_role)", access.map(row), "");
}

fn save_clocks<'a>(batch: &mut Batch, clocks: impl Iterator<Item = (CaseId, &'a String, &'a ClockRow)>) {
    let row = |(case, key, clock): (CaseId, &String, &ClockRow)| {
        [
            Value::Id(case.0),
            Value::Text(key.clone()),
            Value::Id(clock.partnership.0),
            Value::Text(clock.kind.clone()),
            Value::MaybeDay(clock.due),
            Value::Flag(clock.provisional),
        ]
    };
    batch.insert(
        "clock_row (case_id, clock, partnership_id, kind, due, provisional)",
        clocks.map(row),
        "on conflict (case_id, clock) do update set kind = excluded.kind, due = excluded.due,
             provisional = excluded.provisional",
    );
}
