//! What people chose about emails.

use std::collections::{BTreeMap, BTreeSet};

use calendar::NaiveDate;
use case::reminders::Kind;
use case::{Membership, PersonId, Role};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::among::fetch_among;
use crate::tx::execute;
use crate::{Error, Tx, code};

/// How often somebody gets a digest of what is due.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Digest {
    /// No digest.
    #[default]
    None,
    /// A digest every working day. Early reminders are only in it.
    Daily,
    /// A digest on Mondays.
    Weekly,
}

impl Digest {
    /// How often somebody with these roles gets a digest if they chose nothing. Those who work with cases every day
    /// get one every working day, those who are asked now and then on Mondays, and those who see no case have
    /// nothing due. Of several roles the one with the most digests counts.
    pub fn usual(held: &[Membership]) -> Self {
        let of = |role| match role {
            Role::BusinessUnit | Role::BusinessUnitManager | Role::PanelLiaison => Self::Daily,
            Role::Council | Role::Icb | Role::Police | Role::Contributor | Role::Reviewer => Self::Weekly,
            Role::Administrator | Role::Operator => Self::None,
        };
        let usual: Vec<_> = held.iter().map(|held| of(held.role)).collect();
        [Self::Daily, Self::Weekly].into_iter().find(|digest| usual.contains(digest)).unwrap_or(Self::None)
    }
}

/// What one person chose; [`MailChoice::usual`] for those who chose nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MailChoice {
    /// How often they get a digest.
    pub digest: Digest,
    /// The kinds of reminders they do not want, as far as that can be chosen.
    pub switched_off: BTreeSet<Kind>,
    /// Who gets their emails while they are away.
    pub deputy: Option<PersonId>,
    /// The last day on which they are away.
    pub away_until: Option<NaiveDate>,
}

impl MailChoice {
    /// The choice of somebody with these roles who chose nothing: their usual digest, and every reminder.
    pub fn usual(held: &[Membership]) -> Self {
        Self { digest: Digest::usual(held), ..Self::default() }
    }

    /// Who gets their emails on a day on which they are away, and until when.
    pub fn away(&self, today: NaiveDate) -> Option<(PersonId, NaiveDate)> {
        self.deputy.zip(self.away_until.filter(|until| today <= *until))
    }
}

/// Keeps what a person chose, in place of what they chose before.
pub async fn save(tx: &mut Tx, person: PersonId, choice: &MailChoice) -> Result<(), Error> {
    let switched_off = serde_json::to_string(&choice.switched_off)
        .map_err(|error| Error::Damaged(format!("a choice cannot be written: {error}")))?;
    execute!(
        tx,
        "insert into mail_choice (person_id, digest, switched_off, deputy_id, away_until) values ($1, $2, $3, $4, $5)
         on conflict (person_id) do update set digest = excluded.digest, switched_off = excluded.switched_off,
             deputy_id = excluded.deputy_id, away_until = excluded.away_until",
        person.0,
        code::of(&choice.digest)?,
        switched_off,
        choice.deputy.map(|deputy| deputy.0),
        choice.away_until,
    )?;
    Ok(())
}

/// What these people chose. Those who chose nothing are missing, and [`MailChoice::usual`] holds for them.
pub async fn of(tx: &mut Tx, people: &[PersonId]) -> Result<BTreeMap<PersonId, MailChoice>, Error> {
    let ids: Vec<Uuid> = people.iter().map(|person| person.0).collect();
    let rows = fetch_among!(
        tx,
        (Uuid, String, String, Option<Uuid>, Option<NaiveDate>),
        &ids,
        "select person_id, digest, switched_off, deputy_id, away_until from mail_choice where ",
        "person_id",
        ""
    )?;
    rows.into_iter()
        .map(|(person, digest, switched_off, deputy, away_until)| {
            let switched_off = serde_json::from_str(&switched_off)
                .map_err(|error| Error::Damaged(format!("a choice about letters cannot be read: {error}")))?;
            let deputy = deputy.map(PersonId);
            Ok((
                PersonId(person),
                MailChoice { digest: code::read(&digest)?, switched_off, deputy, away_until },
            ))
        })
        .collect()
}

/// Forgets what a person chose, and that they are anybody’s deputy.
pub(crate) async fn forget(tx: &mut Tx, person: PersonId) -> Result<(), Error> {
    execute!(&mut *tx, "delete from mail_choice where person_id = $1", person.0)?;
    execute!(tx, "update mail_choice set deputy_id = null where deputy_id = $1", person.0)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use case::{OrganisationId, PartnershipId};

    use super::*;

    #[test]
    fn whoever_chose_nothing_has_the_digest_of_their_roles() {
        let held = |role| {
            let (organisation, partnership) = (OrganisationId(Uuid::nil()), PartnershipId(Uuid::nil()));
            Membership { organisation, partnership, role }
        };
        let usual = |roles: &[Role]| Digest::usual(&roles.iter().copied().map(held).collect::<Vec<_>>());
        assert_eq!(usual(&[Role::PanelLiaison]), Digest::Daily);
        assert_eq!(usual(&[Role::Police]), Digest::Weekly);
        assert_eq!(usual(&[Role::Contributor, Role::BusinessUnit]), Digest::Daily);
        assert_eq!([usual(&[Role::Administrator]), usual(&[])], [Digest::None; 2]);
    }
}
