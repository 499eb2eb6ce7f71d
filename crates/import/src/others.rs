//! What stands in a file beside cases: organisations, partnerships, people and bank holidays.

use calendar::{BankHolidays, Calendar};
use case::rules::Choices;
use case::{Membership, OrganisationId, PartnershipId, PersonId};
use serde::Deserialize;
use store::Error;
use store::administration::{accounts, bank_holidays, organisations, partnerships};
use store::people::{self, Organisation, Partnership, Person};

use crate::fault::Fault;
use crate::key::Key;
use crate::line::{OrganisationLine, PartnershipLine, PersonLine};
use crate::pass::Pass;
use crate::replay::unknown;
use crate::there::Kind;

impl Pass<'_> {
    /// An organisation.
    pub(crate) async fn organisation(
        &mut self,
        number: usize,
        line: OrganisationLine,
    ) -> Result<Result<(), Fault>, Error> {
        if let Some(fault) = self.taken(number, Kind::Organisation, &line.key) {
            return Ok(Err(fault));
        }
        if line.name.trim().is_empty() {
            return Ok(Err(Fault::at(number, "give the organisation a name").in_field("organisation.name")));
        }
        self.summary.others += 1;
        if self.import.writing {
            let organisation =
                Organisation { id: OrganisationId(line.key.id), kind: line.kind, name: line.name };
            organisations::put(self.tx, self.import.author(), &organisation).await?;
        }
        Ok(Ok(()))
    }

    /// A partnership with its members and what it chose.
    pub(crate) async fn partnership(
        &mut self,
        number: usize,
        line: PartnershipLine,
    ) -> Result<Result<(), Fault>, Error> {
        let members = self.unknown(number, "partnership.members", Kind::Organisation, line.members.iter());
        if let Some(fault) = members.or_else(|| self.taken(number, Kind::Partnership, &line.key)) {
            return Ok(Err(fault));
        }
        let id = PartnershipId(line.key.id);
        let settings = match line.settings {
            Some(settings) => settings,
            None => self.settings_so_far(id).await?,
        };
        let choices = match Choices::deserialize(&settings) {
            Ok(choices) => choices,
            Err(error) => {
                return Ok(Err(Fault::at(number, error.to_string()).in_field("partnership.settings")));
            }
        };
        let slug = line.slug.unwrap_or(line.key.name);
        if !self.there.add_partnership(id, &slug, choices) {
            let message = format!("another partnership is called {slug} already: give this one another slug");
            return Ok(Err(Fault::at(number, message).in_field("partnership.slug")));
        }
        self.summary.others += 1;
        if self.import.writing {
            self.change_basis().await?;
            let partnership = Partnership { id, slug, name: line.name, settings: settings.to_string() };
            let members: Vec<_> = line.members.iter().map(|member| OrganisationId(member.id)).collect();
            partnerships::put(self.tx, self.import.author(), &partnership, &members).await?;
        }
        Ok(Ok(()))
    }

    /// What a partnership chose before, for a line that says nothing of it.
    async fn settings_so_far(&mut self, id: PartnershipId) -> Result<serde_json::Value, Error> {
        let settings = people::partnership_settings(self.tx, id).await?.unwrap_or_else(|| "{}".to_owned());
        serde_json::from_str(&settings)
            .map_err(|error| Error::Damaged(format!("the settings of {id} cannot be read: {error}")))
    }

    /// A person with their roles.
    pub(crate) async fn person(
        &mut self,
        number: usize,
        line: PersonLine,
    ) -> Result<Result<(), Fault>, Error> {
        let roles = &line.memberships;
        let organisations = roles.iter().map(|role| &role.organisation);
        let partnerships = roles.iter().map(|role| &role.partnership);
        let fault = self
            .unknown(number, "person.memberships", Kind::Organisation, organisations)
            .or_else(|| self.unknown(number, "person.memberships", Kind::Partnership, partnerships))
            .or_else(|| self.taken(number, Kind::Person, &line.key))
            .or_else(|| nameless(number, &line));
        if let Some(fault) = fault {
            return Ok(Err(fault));
        }
        if let Some(email) = &line.email
            && !self.there.add_email(email, line.key.id)
        {
            let message = format!("{email} is the address of somebody else already");
            return Ok(Err(Fault::at(number, message).in_field("person.email")));
        }
        self.summary.others += 1;
        if self.import.writing {
            self.save_person(line).await?;
        }
        Ok(Ok(()))
    }

    async fn save_person(&mut self, line: PersonLine) -> Result<(), Error> {
        let person = Person {
            id: PersonId(line.key.id),
            name: line.name,
            job_title: line.job_title,
            email: line.email,
            date_of_birth: line.date_of_birth,
            erased_at: line.erased_at,
        };
        let roles = line.memberships.into_iter().map(|role| Membership {
            organisation: OrganisationId(role.organisation.id),
            partnership: PartnershipId(role.partnership.id),
            role: role.role,
        });
        accounts::put(self.tx, self.import.author(), &person, &roles.collect::<Vec<_>>()).await
    }

    /// Other bank holidays for everything below.
    pub(crate) async fn holidays(
        &mut self,
        number: usize,
        days: BankHolidays,
    ) -> Result<Result<(), Fault>, Error> {
        if self.there.calendar.holidays() == &days {
            return Ok(Ok(()));
        }
        self.there.calendar = match Calendar::new(days.clone()) {
            Ok(calendar) => calendar,
            Err(error) => return Ok(Err(Fault::at(number, error.to_string()))),
        };
        if self.import.writing {
            self.change_basis().await?;
            bank_holidays::put(self.tx, self.import.author(), &days).await?;
        }
        Ok(Ok(()))
    }

    /// Says what is wrong when the key of a line stands for something of another kind, or for the operator.
    fn taken(&mut self, line: usize, kind: Kind, key: &Key) -> Option<Fault> {
        let there = self.there.add(kind, key.id)?;
        let message = format!("“{}” is the key of {} already: choose another", key.name, there.one());
        Some(Fault::at(line, message).in_field("key"))
    }

    /// The first key that stands for nothing, or not for what is expected.
    fn unknown<'k>(
        &self,
        line: usize,
        field: &str,
        kind: Kind,
        mut keys: impl Iterator<Item = &'k Key>,
    ) -> Option<Fault> {
        let key = keys.find(|key| !self.there.has(kind, key.id))?;
        let fault = if self.there.knows(key.id) {
            Fault::at(line, format!("“{}” is not {}", key.name, kind.one()))
        } else {
            unknown(line, &key.name)
        };
        Some(fault.in_field(field))
    }
}

/// What is wrong with how a person is to be known and reached.
fn nameless(line: usize, person: &PersonLine) -> Option<Fault> {
    if person.name.as_ref().is_some_and(|name| name.trim().is_empty()) {
        return Some(Fault::at(line, "write the name, or leave it out").in_field("person.name"));
    }
    let email = person.email.as_ref()?;
    let is_address = email
        .split_once('@')
        .is_some_and(|(before, after)| !before.is_empty() && !after.is_empty() && !after.contains('@'))
        && !email.contains(|letter: char| letter.is_whitespace() || letter.is_control());
    let message = format!("“{email}” is not an email address: write one such as name@council.example");
    (!is_address).then(|| Fault::at(line, message).in_field("person.email"))
}
