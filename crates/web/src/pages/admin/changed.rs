//! What is noted of a change in the settings: ids and codes, in the transaction that makes it.

use case::{Membership, OrganisationId, PartnershipId, PersonId};
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use store::changes::{self, Change};
use store::{Error, Tx};
use uuid::Uuid;

use crate::app::App;
use crate::form::asked::code;
use crate::session::SignedIn;

/// What was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum What {
    /// An account was made.
    PersonAdded,
    /// Name, post or address of a person.
    PersonChanged,
    /// A person has one more role.
    RoleGiven,
    /// A person has one role less.
    RoleEnded,
    /// A person may no longer use the service.
    AccessEnded,
    /// A first link was sent.
    Invited,
    /// A person's own post.
    JobTitleChanged,
    /// An organisation is known.
    OrganisationAdded,
    /// Name or kind of an organisation.
    OrganisationChanged,
    /// An organisation belongs to a partnership.
    OrganisationJoined,
    /// The name of a partnership.
    PartnershipRenamed,
    /// The local targets of a partnership within a rapid review.
    PlanChanged,
    /// When a partnership's reminders of a kind go.
    ReminderPlanChanged,
    /// Whether its emails name cases, or who its senior is.
    RemindersChanged,
    /// One more bank holiday.
    BankHolidayAdded,
}

/// To whom or what it was done. Never a name.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Facts {
    /// The person.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) person: Option<PersonId>,
    /// The organisation.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) organisation: Option<OrganisationId>,
    /// The partnership.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) partnership: Option<PartnershipId>,
    /// The other partnerships that it concerns.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) partnerships: Vec<PartnershipId>,
    /// The role, as a code.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) role: Option<String>,
    /// Which of several things changed, as codes.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) changed: Vec<String>,
    /// The day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) date: Option<NaiveDate>,
    /// How firm a bank holiday is, as a code.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) standing: Option<String>,
}

impl Facts {
    /// About a person, in these partnerships.
    pub(crate) fn person(person: PersonId, partnerships: Vec<PartnershipId>) -> Self {
        Self { person: Some(person), partnerships, ..Self::default() }
    }

    /// About a role of a person.
    pub(crate) fn role(person: PersonId, held: &Membership) -> Self {
        Self {
            person: Some(person),
            organisation: Some(held.organisation),
            partnership: Some(held.partnership),
            role: Some(code(&held.role)),
            ..Self::default()
        }
    }

    /// About an organisation in a partnership.
    pub(crate) fn organisation(organisation: OrganisationId, partnership: PartnershipId) -> Self {
        Self { organisation: Some(organisation), partnership: Some(partnership), ..Self::default() }
    }

    /// Every partnership that it concerns; none where it concerns everybody.
    pub(crate) fn concerns(&self) -> impl Iterator<Item = PartnershipId> {
        self.partnership.iter().chain(&self.partnerships).copied()
    }
}

/// Who changes the settings, when, and under which ids: drawn before the transaction, in which nothing is left to chance.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Pen {
    by: PersonId,
    at: DateTime<Utc>,
    first: Uuid,
}

impl Pen {
    /// For what a visitor does now.
    pub(crate) fn of(app: &App, visitor: &SignedIn) -> Self {
        Self { by: visitor.actor.person, at: app.clock().now(), first: app.clock().id() }
    }

    /// Notes one change. Each change of one transaction has a `number` of its own.
    pub(crate) async fn note(self, tx: &mut Tx, number: u8, what: What, facts: &Facts) -> Result<(), Error> {
        let (high, low) = self.first.as_u64_pair();
        let id = Uuid::from_u64_pair(high, low ^ (u64::from(number) << 48));
        let facts = serde_json::to_string(facts).unwrap_or_default();
        changes::add(tx, &Change { id, at: self.at, by: self.by, what: code(&what), facts }).await
    }
}
