//! Starting the case: the referral first, then the others on its list and the lead, each a step of its own.

use std::sync::Arc;

use case::consideration::{CaseKind, Referral};
use case::keeping::{Access, Lead};
use case::notification::Authorities;
use case::{Case, CaseId, Command, PersonId, Step, When, Word, Words};
use store::{Error as StoreError, Receipt, cases};

use super::begun::Starter;
use super::kind::KIND;
use super::people::{Candidate, LEAD};
use super::place::Where;
use super::{CHECK, aware, people, place};
use crate::error::Error;
use crate::form::Answers;
use crate::form::record::{Stamp, record};

/// Everything that was answered, as it is recorded.
pub(super) struct Start {
    /// The referral.
    pub(super) refer: Command,
    place: Where,
    lead: PersonId,
    others: Vec<Candidate>,
}

/// The referral of the answers so far, whether or not all of them are there.
pub(super) fn referral(starter: &Starter, answers: &Answers) -> Option<Command> {
    let today = starter.today();
    let locus = match place::place(starter, answers) {
        Some(Where::Here(locus)) => Some(locus),
        Some(Where::Of(_)) | None => None,
    };
    let referral = Referral {
        partnership: starter.partnership(answers)?,
        kind: KIND.read(answers, today).unwrap_or(CaseKind::SeriousIncident),
        incident: When::NotKnown,
        aware: aware::date(answers, today),
        aware_time: aware::TIME.read(answers, today).flatten(),
        agency_aware: When::NotKnown,
        locus,
        referred_by: None,
    };
    let words = Words::none().and(Word::Title, answers.one(Word::Title.name()).trim());
    Some(Command { on: When::Day(today), step: Step::Refer(referral), words })
}

impl Start {
    /// What the answers ask for, once all of them are there.
    pub(super) fn of(starter: &Starter, answers: &Answers) -> Option<Self> {
        if starter.unanswered_before(CHECK, answers).is_some() {
            return None;
        }
        Some(Self {
            refer: referral(starter, answers)?,
            place: place::place(starter, answers)?,
            lead: LEAD.read(answers, starter.today())?,
            others: people::listed(starter, answers),
        })
    }

    /// Records all of it. What was recorded already by an earlier press is not recorded again: the referral is known by the
    /// key of the form, and the rest by how the case stands.
    pub(super) async fn record(
        &self,
        starter: &Starter,
        stamp: Stamp,
    ) -> Result<(Receipt, Arc<Case>), Error> {
        let (app, visitor) = (&starter.app, &starter.visitor);
        let new = CaseId(app.clock().id());
        let first = Stamp { version: 0, ..stamp };
        let receipt = record(app, visitor, new, first, self.refer.clone()).await?;
        let mut case = now(starter, receipt.case).await?;
        for step in self.others.iter().map(grant).chain(self.elsewhere()).chain([self.leads()]) {
            case = self.then(starter, receipt.case, case, step).await?;
        }
        Ok((receipt, case))
    }

    fn elsewhere(&self) -> Option<Step> {
        let Where::Of(council) = self.place else { return None };
        let authorities =
            Authorities { incident: Some(council), home: None, placing: None, linked: Vec::new() };
        Some(Step::NameAuthorities(authorities))
    }

    fn leads(&self) -> Step {
        Step::AssignLead(Lead { person: self.lead })
    }

    /// Records one more step, unless the case has what it would bring. Somebody else may be recording there already.
    async fn then(
        &self,
        starter: &Starter,
        id: CaseId,
        case: Arc<Case>,
        step: Step,
    ) -> Result<Arc<Case>, Error> {
        let mut case = case;
        for _ in 0..TRIES {
            if has(&case, &step) {
                return Ok(case);
            }
            let stamp = Stamp::new(&starter.app, case.version());
            let on = When::Day(starter.today());
            let command = Command { on, step: step.clone(), words: Words::none() };
            match record(&starter.app, &starter.visitor, id, stamp, command).await {
                Ok(_) | Err(StoreError::Conflict(_)) => case = now(starter, id).await?,
                Err(error) => return Err(error.into()),
            }
        }
        if has(&case, &step) { Ok(case) } else { Err(Error::TooLong) }
    }
}

/// How often a step is tried while others record in the same case.
const TRIES: usize = 4;

fn grant(one: &Candidate) -> Step {
    Step::GrantAccess(Access { person: one.person, as_role: one.role })
}

fn has(case: &Case, step: &Step) -> bool {
    match step {
        Step::GrantAccess(access) => case.access.contains_key(&access.person),
        Step::AssignLead(lead) => case.lead == Some(lead.person),
        Step::NameAuthorities(_) => case.notification.authorities.is_some(),
        _ => false,
    }
}

async fn now(starter: &Starter, id: CaseId) -> Result<Arc<Case>, Error> {
    Ok(cases::case(&mut starter.app.db().glance().await?, &starter.visitor.actor, id).await?)
}
