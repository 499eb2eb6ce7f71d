//! Who starts a case, and what was answered so far.

use calendar::NaiveDate;
use case::{PartnershipId, Role};

use super::{NEW, PAGES};
use crate::app::App;
use crate::error::{Answer, Error};
use crate::form::data::Answers;
use crate::form::draft;
use crate::form::question::{Question, required_one_of};
use crate::form::record::forget_draft;
use crate::session::SignedIn;

pub(super) const PARTNERSHIP: Question<PartnershipId> =
    required_one_of("partnership", "For which partnership do you start the case?")
        .missing("Select for which partnership you start the case");

/// Somebody who starts a case.
pub(super) struct Starter {
    pub(super) app: App,
    pub(super) visitor: SignedIn,
    /// The partnerships in whose business unit they work.
    pub(super) partnerships: Vec<PartnershipId>,
}

impl Starter {
    /// Whoever works in a business unit. For others there is no such page.
    pub(super) fn of(app: App, visitor: SignedIn) -> Result<Self, Error> {
        let unit = |role| matches!(role, Role::BusinessUnit | Role::BusinessUnitManager);
        let held = visitor.actor.memberships.iter().filter(|held| unit(held.role));
        let mut partnerships: Vec<_> = held.map(|held| held.partnership).collect();
        partnerships.sort_unstable();
        partnerships.dedup();
        if partnerships.is_empty() { Err(Error::NotFound) } else { Ok(Self { app, visitor, partnerships }) }
    }

    pub(super) fn today(&self) -> NaiveDate {
        self.app.clock().today()
    }

    /// The partnership the case is for: the only one, or the one that was chosen.
    pub(super) fn partnership(&self, answers: &Answers) -> Option<PartnershipId> {
        match self.partnerships.as_slice() {
            [only] => Some(*only),
            several => PARTNERSHIP.read(answers, self.today()).filter(|one| several.contains(one)),
        }
    }

    /// What was answered so far. What came to one of the pages after the session had ended is among it.
    pub(super) async fn answers(&self) -> Result<Answers, Error> {
        let mut answers = draft::draft(&self.app, &self.visitor, NEW).await?.unwrap_or_default();
        for page in PAGES.iter().skip(1) {
            if let Some(given_back) = draft::draft(&self.app, &self.visitor, page.path()).await? {
                answers = self.take(*page, &answers, &given_back);
                self.keep(&answers).await?;
                forget_draft(self.app.db(), &self.visitor, page.path()).await?;
            }
        }
        Ok(answers)
    }

    /// Keeps what was answered.
    pub(super) async fn keep(&self, answers: &Answers) -> Result<(), Error> {
        draft::save(&self.app, &self.visitor, NEW, LABEL, answers.clone()).await
    }

    /// Keeps what was answered for another day.
    pub(super) async fn keep_for_later(&self, answers: Answers) -> Answer {
        draft::keep(&self.app, &self.visitor, NEW, LABEL, answers, self.visitor.home()).await
    }
}

/// What the draft is called in the list of its writer.
const LABEL: &str = "Start a case";
