//! What people began to write and have not sent: one draft for each person and form.

use case::PersonId;
use chrono::{DateTime, SubsecRound, TimeDelta, Utc};
use uuid::Uuid;

use crate::tx::{execute, fetch_all, fetch_optional};
use crate::{Error, Tx};

/// How long a draft is kept after it was last saved.
pub const LAST: TimeDelta = TimeDelta::days(60);

/// The answers on a form that is not finished. Only its writer sees them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// The path of the form.
    pub path: String,
    /// What the form is for, in words for its writer.
    pub label: String,
    /// What was answered so far, as JSON.
    pub answers: String,
    /// When the writer first saved it.
    pub begun_at: DateTime<Utc>,
    /// When the writer last saved it.
    pub saved_at: DateTime<Utc>,
}

/// A draft as the list of its writer shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unfinished {
    /// The path of the form.
    pub path: String,
    /// What the form is for, in words for its writer.
    pub label: String,
    /// When the writer first saved it.
    pub begun_at: DateTime<Utc>,
    /// When the writer last saved it.
    pub saved_at: DateTime<Utc>,
}

/// Keeps a draft, in place of the one before. The time when it was begun stays.
pub async fn save(tx: &mut Tx, person: PersonId, draft: &Draft) -> Result<(), Error> {
    execute!(
        tx,
        "insert into draft (person_id, path, label, answers, begun_at, saved_at) values ($1, $2, $3, $4, $5, $6)
         on conflict (person_id, path) do update set label = excluded.label, answers = excluded.answers,
             saved_at = excluded.saved_at",
        person.0,
        &draft.path,
        &draft.label,
        &draft.answers,
        draft.begun_at.trunc_subsecs(6),
        draft.saved_at.trunc_subsecs(6),
    )?;
    Ok(())
}

/// The draft of a person on a form.
pub async fn find(tx: &mut Tx, person: PersonId, path: &str) -> Result<Option<Draft>, Error> {
    let row = fetch_optional!(
        tx,
        (String, String, DateTime<Utc>, DateTime<Utc>),
        "select label, answers, begun_at, saved_at from draft where person_id = $1 and path = $2",
        person.0,
        path,
    )?;
    let draft = |(label, answers, begun_at, saved_at)| Draft {
        path: path.to_owned(),
        label,
        answers,
        begun_at,
        saved_at,
    };
    Ok(row.map(draft))
}

/// The drafts of a person, the latest first.
pub async fn of_person(tx: &mut Tx, person: PersonId) -> Result<Vec<Unfinished>, Error> {
    let rows = fetch_all!(
        tx,
        (String, String, DateTime<Utc>, DateTime<Utc>),
        "select path, label, begun_at, saved_at from draft where person_id = $1 order by saved_at desc, path",
        person.0,
    )?;
    let unfinished = |(path, label, begun_at, saved_at)| Unfinished { path, label, begun_at, saved_at };
    Ok(rows.into_iter().map(unfinished).collect())
}

/// Deletes a draft: it was sent, or is not wanted. Says whether there was one.
pub async fn remove(tx: &mut Tx, person: PersonId, path: &str) -> Result<bool, Error> {
    let removed = execute!(tx, "delete from draft where person_id = $1 and path = $2", person.0, path)?;
    Ok(removed == 1)
}

/// Deletes all drafts of a person.
pub(crate) async fn forget(tx: &mut Tx, person: PersonId) -> Result<(), Error> {
    execute!(tx, "delete from draft where person_id = $1", person.0)?;
    Ok(())
}

/// Whose drafts were last saved before this time, with the path of each and when that was.
pub async fn saved_before(
    tx: &mut Tx,
    before: DateTime<Utc>,
) -> Result<Vec<(PersonId, String, DateTime<Utc>)>, Error> {
    let rows = fetch_all!(
        tx,
        (Uuid, String, DateTime<Utc>),
        "select person_id, path, saved_at from draft where saved_at < $1 order by person_id, path",
        before.trunc_subsecs(6),
    )?;
    Ok(rows.into_iter().map(|(person, path, saved_at)| (PersonId(person), path, saved_at)).collect())
}

/// Deletes the drafts that were last saved before this time. Says how many.
pub async fn end_old(tx: &mut Tx, before: DateTime<Utc>) -> Result<u64, Error> {
    Ok(execute!(tx, "delete from draft where saved_at < $1", before.trunc_subsecs(6))?)
}
