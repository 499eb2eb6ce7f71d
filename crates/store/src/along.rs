//! What is done with a recording, in the same transaction: the draft of the form is forgotten, and the next page has
//! something to say.

use case::PersonId;

use crate::batch::{Batch, Value};
use crate::digest::Digest;
use crate::{Error, Tx, drafts, session};

/// What a press of a button does beside recording.
#[derive(Clone, Debug)]
pub struct Along {
    /// The path of the form whose draft is forgotten.
    pub draft: String,
    /// The session of whoever pressed.
    pub session: Digest,
    /// What their next page says.
    pub flash: String,
}

impl Along {
    /// Together with what is recorded.
    pub(crate) fn add(&self, batch: &mut Batch, person: PersonId) {
        let draft = [("person_id", Value::Id(person.0)), ("path", Value::Text(self.draft.clone()))];
        batch.delete("draft", draft);
        let flash = ("flash", Value::Text(self.flash.clone()));
        batch.update("session", flash, ("token_hash", Value::Bytes(self.session.0.to_vec())));
    }

    /// After what was recorded.
    pub(crate) async fn carry_out(&self, tx: &mut Tx, person: PersonId) -> Result<(), Error> {
        drafts::remove(tx, person, &self.draft).await?;
        session::set_flash(tx, self.session, &self.flash).await
    }
}
