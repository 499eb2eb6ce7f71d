//! The statement that finds the rows of a page of actions.

use case::actions::ActionState;
use case::{CaseId, PartnershipId};
use chrono::NaiveDate;
use sqlx::AssertSqlSafe;
use uuid::Uuid;

use super::{ListedAction, Owner, Wanted, Which};
use crate::batch::{Value, bind, numbered};
use crate::scope::Scope;
use crate::tx::from_row;
use crate::{Error, Tx, action_row, case_row, code};

from_row! {
    struct StoredListedAction {
        case_id: Uuid,
        number: i64,
        partnership_id: Uuid,
        due: NaiveDate,
        year: i64,
        serial: i64,
    }
}

/// Conditions on the row `a`, with a question mark for each value.
#[derive(Default)]
struct Conditions {
    texts: Vec<String>,
    values: Vec<Value>,
}

#[derive(Clone, Copy, Default)]
pub(super) struct Begin<'a> {
    pub(super) after: Option<&'a ListedAction>,
    /// How many rows to leave out after that.
    pub(super) offset: usize,
}

/// Up to `limit` actions of a scope, whoever may see them.
pub(super) async fn rows(
    tx: &mut Tx,
    wanted: &Wanted,
    scope: Scope,
    begin: Begin<'_>,
    limit: usize,
) -> Result<Vec<ListedAction>, Error> {
    let mut conditions = Conditions::default();
    conditions.of_scope(scope);
    conditions.of_states(&wanted.states)?;
    conditions.of_owners(&wanted.owners);
    if let Some(partnership) = wanted.partnership {
        conditions.add("a.partnership_id = ?", [Value::Id(partnership.0)]);
    }
    if let Some(after) = begin.after {
        conditions.after(after, wanted.descending);
    }
    let statement = conditions.statement(wanted.descending, limit);
    conditions.values.push(Value::Number(i64::try_from(begin.offset).unwrap_or(i64::MAX)));
    macro_rules! query {
        ($tx:expr) => {{
            let query = sqlx::query_as::<_, StoredListedAction>(AssertSqlSafe(statement));
            let query = conditions.values.into_iter().fold(query, |query, value| bind!(query, value));
            query.fetch_all(&mut **$tx).await?
        }};
    }
    let rows = match tx {
        Tx::Sqlite(tx) => query!(tx),
        Tx::Postgres(tx) => query!(tx),
    };
    rows.into_iter().map(StoredListedAction::read).collect()
}

impl Conditions {
    fn add<const N: usize>(&mut self, text: &str, values: [Value; N]) {
        self.texts.push(text.to_owned());
        self.values.extend(values);
    }

    /// Adds the condition that at least one of several holds.
    fn any(&mut self, of: Vec<(&str, Value)>) {
        let (texts, values): (Vec<_>, Vec<_>) = of.into_iter().unzip();
        self.texts.push(format!("({})", texts.join(" or ")));
        self.values.extend(values);
    }

    fn after(&mut self, last: &ListedAction, descending: bool) {
        let beyond = if descending { "<" } else { ">" };
        let key =
            [Value::MaybeDay(Some(last.due)), Value::Id(last.case.0), Value::Number(last.number.into())];
        self.add(&format!("(a.due, a.case_id, a.number) {beyond} (?, ?, ?)"), key);
    }

    fn of_scope(&mut self, scope: Scope) {
        match scope {
            Scope::Everything => {}
            Scope::Partnership(id) => self.add("a.partnership_id = ?", [Value::Id(id)]),
            Scope::Named(id) => {
                let at = "a.case_id in (select c.case_id from case_access c where c.person_id = ?)";
                self.add(at, [Value::Id(id)]);
            }
        }
    }

    fn of_states(&mut self, states: &[Which]) -> Result<(), Error> {
        if states.is_empty() {
            self.add("a.state <> ?", [Value::Text(code::of(&ActionState::Closed)?)]);
            return Ok(());
        }
        let which = |which: &Which| {
            Ok(match which {
                Which::In(state) => ("a.state = ?", Value::Text(code::of(state)?)),
                Which::DueBefore(day) => ("(a.state = 'open' and a.due < ?)", Value::MaybeDay(Some(*day))),
            })
        };
        self.any(states.iter().map(which).collect::<Result<_, Error>>()?);
        Ok(())
    }

    fn of_owners(&mut self, owners: &[Owner]) {
        let owner = |owner: &Owner| match owner {
            Owner::Person(person) => ("a.owner_id = ?", Value::Id(person.0)),
            Owner::Organisation(organisation) => ("a.organisation_id = ?", Value::Id(organisation.0)),
        };
        if !owners.is_empty() {
            self.any(owners.iter().map(owner).collect());
        }
    }

    /// The statement. Its last value is how many rows to leave out; how many to take is in the text, so that the
    /// database can plan for it.
    fn statement(&self, descending: bool, limit: usize) -> String {
        let conditions = if self.texts.is_empty() { "true".to_owned() } else { self.texts.join(" and ") };
        let direction = if descending { " desc" } else { "" };
        let order =
            ["a.due", "a.case_id", "a.number"].map(|column| format!("{column}{direction}")).join(", ");
        numbered(&format!(
            "select a.case_id, a.number, a.partnership_id, a.due, r.year, r.serial
             from action_row a join case_row r on r.case_id = a.case_id
             where {conditions} order by {order} limit {limit} offset ?"
        ))
    }
}

impl StoredListedAction {
    fn read(self) -> Result<ListedAction, Error> {
        Ok(ListedAction {
            case: CaseId(self.case_id),
            number: action_row::number(self.number)?,
            partnership: PartnershipId(self.partnership_id),
            reference: case_row::reference(self.year, self.serial)?,
            due: self.due,
        })
    }
}
