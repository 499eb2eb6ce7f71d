//! Changes gathered and made in one go.
//!
//! A trip to the database and back takes longer than what most statements do there. So everything a command changes
//! is gathered here and sent as one: on SQLite several statements in one text, on PostgreSQL one statement made of
//! several.

use std::fmt::Write;

use calendar::NaiveDate;
use chrono::{DateTime, Utc};
use sqlx::AssertSqlSafe;
use uuid::Uuid;

use crate::{Error, Tx};

/// A value to be stored.
pub(crate) enum Value {
    Id(Uuid),
    MaybeId(Option<Uuid>),
    Number(i64),
    MaybeNumber(Option<i64>),
    Flag(bool),
    Text(String),
    MaybeText(Option<String>),
    Bytes(Vec<u8>),
    MaybeDay(Option<NaiveDate>),
    Time(DateTime<Utc>),
}

/// Gives a value to a query of either database.
macro_rules! bind {
    ($query:expr, $value:expr) => {
        match $value {
            $crate::batch::Value::Id(value) => $query.bind(value),
            $crate::batch::Value::MaybeId(value) => $query.bind(value),
            $crate::batch::Value::Number(value) => $query.bind(value),
            $crate::batch::Value::MaybeNumber(value) => $query.bind(value),
            $crate::batch::Value::Flag(value) => $query.bind(value),
            $crate::batch::Value::Text(value) => $query.bind(value),
            $crate::batch::Value::MaybeText(value) => $query.bind(value),
            $crate::batch::Value::Bytes(value) => $query.bind(value),
            $crate::batch::Value::MaybeDay(value) => $query.bind(value),
            $crate::batch::Value::Time(value) => $query.bind(value),
        }
    };
}

pub(crate) use bind;

/// How many values go in one trip, where there are that many. SQLite takes 32,766 in a statement, PostgreSQL 65,535.
const TRIP: usize = 8_000;

/// Statements to run before and after a command. Every trip to the connection takes its time, so a command that is
/// a single trip takes these along.
#[derive(Clone, Copy)]
pub(crate) struct Around {
    pub(crate) before: &'static str,
    pub(crate) after: &'static str,
}

const ALONE: Around = Around { before: "", after: "" };

/// Changes of rows, no two of them to the same row.
#[derive(Default)]
pub(crate) struct Batch {
    changes: Vec<Change>,
}

/// One statement, with a question mark for each value.
struct Change {
    statement: String,
    values: Vec<Value>,
}

impl Batch {
    /// Adds rows. `into` names the table and its columns, such as `case_access (case_id, person_id)`; `otherwise`
    /// says what becomes of a row that is there already. Where it says nothing, such a row is [`Error::Taken`].
    pub(crate) fn insert<const N: usize>(
        &mut self,
        into: &str,
        rows: impl IntoIterator<Item = [Value; N]>,
        otherwise: &str,
    ) {
        let mut rows = rows.into_iter().peekable();
        let row = format!("({})", ["?"; N].join(", "));
        while rows.peek().is_some() {
            let values: Vec<_> = rows.by_ref().take(TRIP / N).flatten().collect();
            let rows = vec![row.as_str(); values.len() / N].join(", ");
            let statement = format!("insert into {into} values {rows} {otherwise}").trim_end().to_owned();
            self.changes.push(Change { statement, values });
        }
    }

    /// Gives one column a new value, in the row of `table` whose other column has this value.
    pub(crate) fn update(&mut self, table: &str, (set, to): (&str, Value), (column, value): (&str, Value)) {
        let statement = format!("update {table} set {set} = ? where {column} = ?");
        self.changes.push(Change { statement, values: vec![to, value] });
    }

    /// Deletes the row of `table` whose columns have these values.
    pub(crate) fn delete<const N: usize>(&mut self, table: &str, row: [(&str, Value); N]) {
        let (columns, values): (Vec<_>, Vec<_>) = row.into_iter().unzip();
        let statement = format!("delete from {table} where {} = ?", columns.join(" = ? and "));
        self.changes.push(Change { statement, values });
    }

    /// How many bytes of text it has, about.
    pub(crate) fn length(&self) -> usize {
        let text = |value: &Value| match value {
            Value::Text(text) | Value::MaybeText(Some(text)) => text.len(),
            _ => 0,
        };
        self.changes.iter().flat_map(|change| &change.values).map(text).sum()
    }

    /// Makes all changes, in as few trips as they need.
    pub(crate) async fn run(self, tx: &mut Tx) -> Result<(), Error> {
        let mut trip = Self::default();
        let mut values = 0;
        for change in self.changes {
            values += change.values.len();
            if values > TRIP && !trip.changes.is_empty() {
                std::mem::take(&mut trip).send(tx, ALONE).await?;
                values = change.values.len();
            }
            trip.changes.push(change);
        }
        trip.send(tx, ALONE).await
    }

    /// Makes all changes in one trip, with the statements to run before and after them on SQLite.
    pub(crate) async fn send(self, tx: &mut Tx, around: Around) -> Result<(), Error> {
        if self.changes.is_empty() {
            return Ok(());
        }
        let text = match tx {
            Tx::Sqlite(_) => format!("{}{};{}", around.before, in_turn(&self.changes), around.after),
            Tx::Postgres(_) => numbered(&as_one(&self.changes)),
        };
        let values = self.changes.into_iter().flat_map(|change| change.values);
        macro_rules! query {
            () => {
                values.fold(sqlx::query(AssertSqlSafe(text)), |query, value| bind!(query, value))
            };
        }
        match tx {
            Tx::Sqlite(tx) => query!().execute(&mut **tx).await.map(drop)?,
            Tx::Postgres(tx) => query!().execute(&mut **tx).await.map(drop)?,
        }
        Ok(())
    }
}

/// SQLite takes statements one after the other in one text. It looks up a numbered value among all that came
/// before, so question marks stay.
fn in_turn(changes: &[Change]) -> String {
    let statements: Vec<_> = changes.iter().map(|change| change.statement.as_str()).collect();
    statements.join("; ")
}

/// PostgreSQL takes one statement at a time, but one statement may contain others.
fn as_one(changes: &[Change]) -> String {
    let named = |(number, change): (usize, &Change)| format!("change_{number} as ({})", change.statement);
    format!("with {} select", changes.iter().enumerate().map(named).collect::<Vec<_>>().join(", "))
}

/// The text with `$1`, `$2` and so on in place of its question marks.
pub(crate) fn numbered(text: &str) -> String {
    let mut numbered = String::with_capacity(text.len() * 2);
    for (number, part) in text.split('?').enumerate() {
        if number > 0 {
            // Writing to a text cannot fail.
            write!(numbered, "${number}").ok();
        }
        numbered.push_str(part);
    }
    numbered
}

#[cfg(test)]
mod tests {
    use super::*;

    fn two_changes() -> Vec<Change> {
        let mut batch = Batch::default();
        let row = |number| [Value::Number(number), Value::Flag(true)];
        batch.insert("t (a, b)", [row(1), row(2)], "on conflict do nothing");
        batch.delete("u", [("c", Value::Number(3)), ("d", Value::Number(4))]);
        batch.changes
    }

    #[test]
    fn sqlite_takes_several_statements_in_one_text() {
        assert_eq!(
            in_turn(&two_changes()),
            "insert into t (a, b) values (?, ?), (?, ?) on conflict do nothing; delete from u where c = ? and d = ?"
        );
    }

    #[test]
    fn postgres_takes_one_made_of_several() {
        assert_eq!(
            numbered(&as_one(&two_changes())),
            "with change_0 as (insert into t (a, b) values ($1, $2), ($3, $4) on conflict do nothing), \
             change_1 as (delete from u where c = $5 and d = $6) select"
        );
    }
}
