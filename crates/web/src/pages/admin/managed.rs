//! The people somebody looks after: those with a role in their partnerships. Children have none, and so are never here.

use std::collections::BTreeMap;

use calendar::NaiveDate;
use case::{Membership, PartnershipId, PersonId, Role};
use store::mail_choices::MailChoice;
use store::people::{self, Person};
use store::{Error, Tx};

use crate::app::Known;
use crate::text::date;
use crate::text::grammar::upper_first;

/// A person, with the roles that are the visitor's to look after.
pub(crate) struct Managed {
    /// The person.
    pub(crate) person: Person,
    /// Their roles in the visitor's partnerships.
    pub(crate) roles: Vec<Membership>,
    /// Whether they hold roles in other partnerships too. Then only what is about these roles is the visitor's to
    /// change: whoever changed the address could sign in as them there.
    pub(crate) elsewhere: bool,
}

impl Managed {
    /// Everybody, by name.
    pub(crate) async fn all(tx: &mut Tx, of: &[PartnershipId]) -> Result<Vec<Self>, Error> {
        let mut found: BTreeMap<PersonId, Self> = BTreeMap::new();
        for partnership in of {
            for (person, roles) in people::people_of(tx, *partnership).await? {
                let known = found.entry(person.id);
                known.or_insert(Self { person, roles: Vec::new(), elsewhere: false }).roles.extend(roles);
            }
        }
        let mut found: Vec<_> = found.into_values().collect();
        found.sort_by_cached_key(|one| one.name().to_lowercase());
        Ok(found)
    }

    /// One of them.
    ///
    /// # Errors
    /// [`Error::NotFound`] alike when there is no such person and when they are not the visitor's to look after.
    pub(crate) async fn one(tx: &mut Tx, of: &[PartnershipId], id: PersonId) -> Result<Self, Error> {
        let person = people::person(tx, id).await?.ok_or(Error::NotFound)?;
        let held = people::actor(tx, id).await?.memberships;
        let (roles, others): (Vec<_>, Vec<_>) =
            held.into_iter().partition(|held| of.contains(&held.partnership));
        if roles.is_empty() {
            Err(Error::NotFound)
        } else {
            Ok(Self { person, roles, elsewhere: !others.is_empty() })
        }
    }

    /// Their name; says so where it was erased.
    pub(crate) fn name(&self) -> &str {
        self.person.name.as_deref().unwrap_or("Somebody whose name was erased")
    }

    /// The partnerships in which they are looked after here.
    pub(crate) fn partnerships(&self) -> Vec<PartnershipId> {
        let mut all: Vec<_> = self.roles.iter().map(|held| held.partnership).collect();
        all.dedup();
        all
    }
}

/// “Statutory partner: council, Northmere Council”; says in which partnership where there are several.
pub(crate) fn role_in_words(known: &Known, held: &Membership) -> String {
    let role = upper_first(held.role.label());
    let organisation = known.names.organisation(held.organisation);
    match known.partnership(held.partnership).filter(|_| known.partnerships.len() > 1) {
        Some(partnership) => format!("{role}, {organisation} ({})", partnership.name),
        None => format!("{role}, {organisation}"),
    }
}

/// “Away until 3 April 2026, deputy: Lee Harper”. A deputy in a partnership that is not the visitor's is not named.
pub(crate) fn away_in_words(
    known: &Known,
    of: &[PartnershipId],
    choice: &MailChoice,
    today: NaiveDate,
) -> Option<String> {
    let (deputy, until) = choice.away(today)?;
    let is_here =
        |(person, held): &(PersonId, Membership)| *person == deputy && of.contains(&held.partnership);
    let name = if known.memberships.iter().any(is_here) {
        known.names.person(deputy)
    } else {
        "somebody of another partnership".to_owned()
    };
    Some(format!("Away until {}, deputy: {name}", date::day(until)))
}

/// What partnerships are left without when the last to hold these roles no longer does, as warnings.
pub(crate) fn left_without(known: &Known, last: &[Membership]) -> Vec<String> {
    let warning = |held: &Membership| {
        let loses = match held.role {
            Role::BusinessUnitManager => {
                "Nobody can then see all its cases, give access to them or see who has read them, and only the operator of the service can give a role that opens cases"
            }
            _ => "Its people and settings are then left to the business unit manager",
        };
        let of = known.partnership(held.partnership).map_or("the partnership", |of| of.name.as_str());
        format!("This is the last {} of {of}. {loses}.", held.role.label())
    };
    last.iter().map(warning).collect()
}
