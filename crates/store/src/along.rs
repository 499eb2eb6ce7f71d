//! What is done in the transaction of a recording: the draft of the form is forgotten, and the next page gets its
//! message.

use case::PersonId;

use crate::batch::{Batch, Value};
use crate::digest::Digest;
use crate::{Error, Tx, drafts, session};

/// What pressing a button does beside recording.
#[derive(Clone, Debug)]
pub struct Along {
    /// The path of the form whose draft is forgotten.
    pub draft: String,
    /// The session of the person who pressed it.
    pub session: Digest,
    /// The message on their next page.
    pub flash: String,
}

impl Along {
    /// Adds these changes to those of a recording.
    pub(crate) fn add(&self, batch: &mut Batch, person: PersonId) {
        let draft = [("person_id", Value::Id(person.0)), ("path", Value::Text(self.draft.clone()))];
        batch.delete("draft", draft);
        let flash = ("flash", Value::Text(self.flash.clone()));
        batch.update("session", flash, ("token_hash", Value::Bytes(self.session.0.to_vec())));
    }

    /// Makes these changes, after a recording, in the same transaction.
    pub(crate) async fn carry_out(&self, tx: &mut Tx, person: PersonId) -> Result<(), Error> {
        drafts::remove(tx, person, &self.draft).await?;
        session::set_flash(tx, self.session, &self.flash).await
    }
}
