//! The statement that finds the rows of a page.
//!
//! An index alone says which cases are on the page, and only those are read. So a case that a filter leaves out, or
//! that is on an earlier page, costs next to nothing.

use sqlx::AssertSqlSafe;

use super::{List, order};
use crate::batch::{Value, bind, numbered};
use crate::case_row::StoredCaseRow;
use crate::scope::Scope;
use crate::{CaseRow, Error, Tx};

/// Conditions on the row `i`, with a question mark for each value.
struct Conditions {
    texts: Vec<String>,
    values: Vec<Value>,
}

/// Up to `limit` rows of a scope after the first `offset`, whoever may see them.
pub(super) async fn rows(
    tx: &mut Tx,
    list: &List<'_>,
    scope: Scope,
    offset: usize,
    limit: usize,
) -> Result<Vec<CaseRow>, Error> {
    let (statement, values) = asked(tx, list, scope, offset, limit);
    macro_rules! query {
        ($tx:expr) => {{
            let query = sqlx::query_as::<_, StoredCaseRow>(AssertSqlSafe(statement));
            let query = values.into_iter().fold(query, |query, value| bind!(query, value));
            query.fetch_all(&mut **$tx).await?
        }};
    }
    let rows = match tx {
        Tx::Sqlite(tx) => query!(tx),
        Tx::Postgres(tx) => query!(tx),
    };
    rows.into_iter().map(CaseRow::try_from).collect()
}

/// The statement for these rows, and its values.
pub(super) fn asked(
    tx: &Tx,
    list: &List<'_>,
    scope: Scope,
    offset: usize,
    limit: usize,
) -> (String, Vec<Value>) {
    let (source, query) = list.looked.source(tx);
    let mut conditions = Conditions { texts: Vec::new(), values: Vec::new() };
    conditions.values.extend(query.map(Value::Text));
    conditions.of_scope(scope, list);
    conditions.of_filters(list, has_deadline(tx));
    let statement = conditions.statement(source, list, limit);
    conditions.values.push(Value::Number(i64::try_from(offset).unwrap_or(i64::MAX)));
    (statement, conditions.values)
}

/// The condition by which each database sees that its index holds these cases together.
fn has_deadline(tx: &Tx) -> &'static str {
    match tx {
        Tx::Sqlite(_) => "(i.main_due is null) = false",
        Tx::Postgres(_) => "(i.main_due is null) is false",
    }
}

impl Conditions {
    fn add<const N: usize>(&mut self, text: &str, values: [Value; N]) {
        self.texts.push(text.to_owned());
        self.values.extend(values);
    }

    fn of_scope(&mut self, scope: Scope, list: &List<'_>) {
        match scope {
            Scope::Everything => {}
            Scope::Partnership(id) => self.add("i.partnership_id = ?", [Value::Id(id)]),
            Scope::Named(id) => {
                self.add(
                    "i.case_id in (select a.case_id from case_access a where a.person_id = ?)",
                    [Value::Id(id)],
                );
                for managed in &list.managed {
                    self.add("i.partnership_id <> ?", [Value::Id(*managed)]);
                }
            }
        }
    }

    fn of_filters(&mut self, list: &List<'_>, has_deadline: &str) {
        let wanted = list.wanted;
        if let Some(after) = list.after {
            let reference = after.reference;
            self.add(
                "(i.year, i.serial, i.case_id) > (?, ?, ?)",
                [
                    Value::Number(reference.year.into()),
                    Value::Number(reference.serial.into()),
                    Value::Id(after.case.0),
                ],
            );
        }
        if !wanted.stages.is_empty() {
            let stages = vec!["?"; wanted.stages.len()].join(", ");
            self.texts.push(format!("i.stage in ({stages})"));
            self.values.extend(wanted.stages.iter().cloned().map(Value::Text));
        }
        if let Some(lead) = wanted.lead {
            self.add("i.lead_id = ?", [Value::Id(lead.0)]);
        }
        if let Some(year) = wanted.year {
            self.add("i.year = ?", [Value::Number(year.into())]);
        }
        if let Some(due) = wanted.due {
            let until = format!("{has_deadline} and i.main_due <= ?");
            self.add(&until, [Value::MaybeDay(Some(due.until))]);
            if let Some(from) = due.from {
                self.add("i.main_due >= ?", [Value::MaybeDay(Some(from))]);
            }
        }
    }

    /// The statement. Its last value is how many rows to leave out; how many to take is in the text, so that the
    /// database can plan for it.
    fn statement(&self, source: &str, list: &List<'_>, limit: usize) -> String {
        let conditions = if self.texts.is_empty() { "true".to_owned() } else { self.texts.join(" and ") };
        let (inner, outer) = (order::clause(list.wanted, 'i'), order::clause(list.wanted, 'r'));
        numbered(&format!(
            "select r.case_id, r.partnership_id, r.year, r.serial, r.title, r.stage, r.lead_id, r.version, r.head,
                 r.opened_on, r.updated_at, r.main_clock, r.main_due
             from case_row r where r.case_id in (
                 select i.case_id from {source} where {conditions} order by {inner} limit {limit} offset ?
             ) order by {outer}"
        ))
    }
}
