//! What somebody asks to record, and what was recorded.

use calendar::NaiveDate;
use case::{Actor, CaseId, Command, PartnershipId, Reference, Step};
use chrono::{DateTime, Utc};
use sha2::{Digest as _, Sha256};
use uuid::Uuid;

use crate::Error;
use crate::along::Along;

/// What somebody asks to record, and everything about it that they cannot choose.
#[derive(Clone, Debug)]
pub struct Request {
    /// The person who asks.
    pub actor: Actor,
    /// The case; a new id for the commands that start one.
    pub case: CaseId,
    /// The number of the last entry they have seen; 0 for the commands that start a case.
    pub expected: u32,
    /// What they ask to record.
    pub command: Command,
    /// What is recorded after it, together or not at all. The right to each is asked of the case as it stood
    /// before.
    pub then: Vec<Command>,
    /// A key of their choice. The same commands under it again give the first result and change nothing; other
    /// commands are another request.
    pub key: Option<Uuid>,
    /// The time at which it is recorded.
    pub now: DateTime<Utc>,
    /// The same day in London.
    pub today: NaiveDate,
    /// Sixteen random bytes, from which the words get their salt.
    pub seed: Uuid,
    /// What is done in the same transaction, where somebody pressed a button.
    pub along: Option<Along>,
}

impl Request {
    /// Everything to be recorded, in order.
    pub(crate) fn commands(&self) -> impl Iterator<Item = &Command> {
        std::iter::once(&self.command).chain(&self.then)
    }

    /// The steps of these commands.
    pub(crate) fn steps(&self) -> impl Iterator<Item = &Step> {
        self.commands().map(|command| &command.step)
    }

    /// The partnership in which it starts a case, if it does.
    pub(crate) fn starts_in(&self) -> Option<PartnershipId> {
        started_in(&self.command.step)
    }

    /// What a request with a key is known by. A case that is started gets a new id each time it is asked for, so
    /// the id is left out.
    pub(crate) fn known_by(&self) -> Result<Option<Uuid>, Error> {
        let Some(key) = self.key else { return Ok(None) };
        let case = (self.starts_in().is_none()).then_some(self.case);
        let asked = serde_json::to_vec(&(case, &self.command, &self.then))
            .map_err(|error| Error::Damaged(format!("a command cannot be written down: {error}")))?;
        let digest = Sha256::new().chain_update(key.as_bytes()).chain_update(asked).finalize();
        Ok(Some(Uuid::from_bytes(std::array::from_fn(|at| digest[at]))))
    }
}

/// What a request recorded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Receipt {
    /// The case it was recorded in.
    pub case: CaseId,
    /// The reference of the case.
    pub reference: Reference,
    /// The number of its last entry after this command.
    pub version: u32,
    /// Whether it had been recorded before under the same key.
    pub repeated: bool,
}

/// The partnership in which a step starts a case, if it does.
pub(crate) fn started_in(step: &Step) -> Option<PartnershipId> {
    match step {
        Step::Refer(referral) => Some(referral.partnership),
        Step::BringIn(case) => Some(case.partnership),
        _ => None,
    }
}
