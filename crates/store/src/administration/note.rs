//! What is noted of a change: ids and codes. Names are in one place only, from which they can be erased.

use calendar::{NaiveDate, Standing};
use case::{Membership, OrganisationId, PartnershipId, PersonId};
use chrono::{DateTime, SubsecRound, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::tx::execute;
use crate::{Error, Tx, code};

/// What was done. Its codes are kept for ever.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum What {
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
    /// An organisation belongs to a partnership no longer.
    OrganisationLeft,
    /// A partnership is known.
    PartnershipAdded,
    /// The name of a partnership, or the short one that addresses have.
    PartnershipRenamed,
    /// What a partnership chose where the law leaves it open.
    ChoicesChanged,
    /// The local targets of a partnership within a rapid review.
    PlanChanged,
    /// When a partnership's reminders of a kind go.
    ReminderPlanChanged,
    /// Whether its emails name cases, or who its senior is.
    RemindersChanged,
    /// A bank holiday is new, or has another name or standing.
    BankHolidayAdded,
    /// One bank holiday less.
    BankHolidayRemoved,
}

/// To whom or what it was done. Never a name. Its JSON is kept for ever.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Facts {
    /// The person.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub person: Option<PersonId>,
    /// The organisation.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub organisation: Option<OrganisationId>,
    /// The partnership.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub partnership: Option<PartnershipId>,
    /// The other partnerships that it concerns.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub partnerships: Vec<PartnershipId>,
    /// The role, as a code.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub role: Option<String>,
    /// Which of several things changed, as codes.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub changed: Vec<String>,
    /// The day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<NaiveDate>,
    /// How firm a bank holiday is, as a code.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub standing: Option<String>,
}

impl Facts {
    /// About a person, in these partnerships.
    pub(super) fn person(person: PersonId, partnerships: Vec<PartnershipId>) -> Self {
        Self { person: Some(person), partnerships, ..Self::default() }
    }

    /// About a role of a person.
    pub(super) fn role(person: PersonId, held: &Membership) -> Result<Self, Error> {
        Ok(Self {
            person: Some(person),
            organisation: Some(held.organisation),
            partnership: Some(held.partnership),
            role: Some(code::of(&held.role)?),
            ..Self::default()
        })
    }

    /// About an organisation in a partnership.
    pub(super) fn member(organisation: OrganisationId, partnership: PartnershipId) -> Self {
        Self { organisation: Some(organisation), partnership: Some(partnership), ..Self::default() }
    }

    /// About these things in a partnership.
    pub(super) fn partnership(partnership: PartnershipId, changed: Vec<String>) -> Self {
        Self { partnership: Some(partnership), changed, ..Self::default() }
    }

    /// About a bank holiday.
    pub(super) fn day(date: NaiveDate, standing: Standing) -> Result<Self, Error> {
        Ok(Self { date: Some(date), standing: Some(code::of(&standing)?), ..Self::default() })
    }

    /// Every partnership that it concerns; none where it concerns everybody.
    pub fn concerns(&self) -> impl Iterator<Item = PartnershipId> {
        self.partnership.iter().chain(&self.partnerships).copied()
    }
}

/// Who changes something, and when: known before the transaction, in which nothing is left to chance.
#[derive(Clone, Copy, Debug)]
pub struct Author {
    /// Who.
    pub person: PersonId,
    /// When.
    pub at: DateTime<Utc>,
    /// A new id, of which those of the notes are made.
    pub id: Uuid,
}

impl Author {
    /// Notes a change, in the transaction that makes it.
    pub(super) async fn note(self, tx: &mut Tx, what: What, facts: &Facts) -> Result<(), Error> {
        let what = code::of(&what)?;
        let facts = serde_json::to_string(facts)
            .map_err(|error| Error::Damaged(format!("a change cannot be noted: {error}")))?;
        // One transaction can make several changes, but the same one only once.
        let id = Uuid::new_v5(&self.id, format!("{what} {facts}").as_bytes());
        execute!(
            tx,
            "insert into admin_change (id, at, by_id, what, facts) values ($1, $2, $3, $4, $5)
             on conflict do nothing",
            id,
            self.at.trunc_subsecs(6),
            self.person.0,
            what,
            facts,
        )?;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Notes as earlier versions wrote them. They stay here for ever.
    const WRITTEN: [(&str, &str); 15] = [
        (
            "person_added",
            r#"{"person":"00000000-0000-0000-0000-000000000001","organisation":"00000000-0000-0000-0000-000000000002","partnership":"00000000-0000-0000-0000-000000000003","role":"police"}"#,
        ),
        (
            "person_changed",
            r#"{"person":"00000000-0000-0000-0000-000000000001","partnerships":["00000000-0000-0000-0000-000000000003"],"changed":["name","job_title","email"]}"#,
        ),
        (
            "role_given",
            r#"{"person":"00000000-0000-0000-0000-000000000001","organisation":"00000000-0000-0000-0000-000000000002","partnership":"00000000-0000-0000-0000-000000000003","role":"business_unit_manager"}"#,
        ),
        (
            "role_ended",
            r#"{"person":"00000000-0000-0000-0000-000000000001","organisation":"00000000-0000-0000-0000-000000000002","partnership":"00000000-0000-0000-0000-000000000003","role":"contributor"}"#,
        ),
        (
            "access_ended",
            r#"{"person":"00000000-0000-0000-0000-000000000001","partnerships":["00000000-0000-0000-0000-000000000003"]}"#,
        ),
        (
            "invited",
            r#"{"person":"00000000-0000-0000-0000-000000000001","partnerships":["00000000-0000-0000-0000-000000000003"]}"#,
        ),
        (
            "job_title_changed",
            r#"{"person":"00000000-0000-0000-0000-000000000001","partnerships":["00000000-0000-0000-0000-000000000003"]}"#,
        ),
        (
            "organisation_added",
            r#"{"organisation":"00000000-0000-0000-0000-000000000002","partnership":"00000000-0000-0000-0000-000000000003"}"#,
        ),
        (
            "organisation_changed",
            r#"{"organisation":"00000000-0000-0000-0000-000000000002","partnerships":["00000000-0000-0000-0000-000000000003"]}"#,
        ),
        (
            "organisation_joined",
            r#"{"organisation":"00000000-0000-0000-0000-000000000002","partnership":"00000000-0000-0000-0000-000000000003"}"#,
        ),
        ("partnership_renamed", r#"{"partnership":"00000000-0000-0000-0000-000000000003"}"#),
        ("plan_changed", r#"{"partnership":"00000000-0000-0000-0000-000000000003"}"#),
        (
            "reminder_plan_changed",
            r#"{"partnership":"00000000-0000-0000-0000-000000000003","changed":["rapid_review"]}"#,
        ),
        (
            "reminders_changed",
            r#"{"partnership":"00000000-0000-0000-0000-000000000003","changed":["case_reference","senior"]}"#,
        ),
        ("bank_holiday_added", r#"{"date":"2026-03-30","standing":"proclaimed"}"#),
    ];

    #[test]
    fn what_was_noted_is_read_and_would_be_written_the_same() {
        for (what, facts) in WRITTEN {
            let (read, again): (What, Facts) =
                (code::read(what).unwrap(), serde_json::from_str(facts).unwrap());
            assert_eq!(code::of(&read).unwrap(), what);
            assert_eq!(serde_json::to_string(&again).unwrap(), facts);
        }
    }
}
