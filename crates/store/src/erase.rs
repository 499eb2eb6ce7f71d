//! Erasing what somebody wrote and what names somebody, for good.
//!
//! The entry that says so is recorded like any other. The words go from the event, the search index and the list.
//! With a person go the ways in which they signed in, their drafts, and what their calendar received. Then the file
//! itself is rewritten, so that nothing lingers in its free space or its log.

use case::{CaseId, Fact, PersonId, Recorded};
use chrono::{DateTime, Utc};

use crate::tx::execute;
use crate::{Db, Error, Tx, calendar_feeds, drafts, held_forms, mail_choices, search, session, sign_in};

/// Erases what these entries say is to be erased. Says whether there was anything.
pub(crate) async fn carry_out(tx: &mut Tx, case: CaseId, recorded: &[Recorded]) -> Result<bool, Error> {
    let mut erased = false;
    for recorded in recorded {
        match &recorded.event.fact {
            Fact::WordsErased(erasure) => {
                for entry in &erasure.entries {
                    words(tx, case, *entry).await?;
                }
                erased = true;
            }
            Fact::PersonErased(erasure) => {
                person(tx, erasure.person, recorded.at).await?;
                erased = true;
            }
            _ => {}
        }
    }
    Ok(erased)
}

async fn words(tx: &mut Tx, case: CaseId, entry: u32) -> Result<(), Error> {
    execute!(tx, "update event set words = null where case_id = $1 and seq = $2", case.0, i64::from(entry))?;
    search::forget(tx, case, entry).await
}

async fn person(tx: &mut Tx, person: PersonId, now: DateTime<Utc>) -> Result<(), Error> {
    execute!(
        tx,
        "update person set name = null, job_title = null, email = null, date_of_birth = null, erased_at = $2
         where id = $1",
        person.0,
        now,
    )?;
    session::end_all(tx, person, None).await?;
    sign_in::forget_links(tx, person).await?;
    drafts::forget(tx, person).await?;
    mail_choices::forget(tx, person).await?;
    held_forms::forget(tx, person).await?;
    calendar_feeds::stop(tx, person).await
}

impl Db {
    /// Rewrites the tables that held erased words, so that no trace of them is left in the files. On a large record
    /// this takes a while, and commands wait for it.
    ///
    /// # Errors
    ///
    /// [`Error::Traces`]: what was erased stays erased, but its traces are still in the files.
    pub async fn scrub(&self) -> Result<(), Error> {
        self.rewrite().await.map_err(|error| match error {
            // The advice of a fault says that nothing was recorded, but here it was.
            Error::Database(fault) => Error::Traces(fault.detail),
            other => Error::Traces(other.to_string()),
        })
    }
}
