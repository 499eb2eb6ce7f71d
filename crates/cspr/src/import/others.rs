//! What stands in a file beside cases: organisations, partnerships, people and bank holidays.

use calendar::{BankHolidays, Calendar};
use case::rules::Choices;
use case::{Membership, OrganisationId, PartnershipId, PersonId};
use serde::Deserialize;
use store::people::{self, Organisation, Partnership, Person};
use store::{Error, holidays};

use super::fault::Fault;
use super::key::Key;
use super::line::{OrganisationLine, PartnershipLine, PersonLine};
use super::pass::Pass;
use super::tell::unknown;

impl Pass<'_> {
    /// An organisation.
    pub(super) async fn organisation(&mut self, line: OrganisationLine) -> Result<(), Error> {
        self.there.add(line.key.id);
        self.summary.others += 1;
        if self.import.writing {
            let organisation =
                Organisation { id: OrganisationId(line.key.id), kind: line.kind, name: line.name };
            people::save_organisation(self.tx, &organisation).await?;
        }
        Ok(())
    }

    /// A partnership with its members and what it chose.
    pub(super) async fn partnership(
        &mut self,
        number: usize,
        line: PartnershipLine,
    ) -> Result<Result<(), Fault>, Error> {
        if let Some(missing) = self.unknown(number, "partnership.members", line.members.iter()) {
            return Ok(Err(missing));
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
            people::save_partnership(self.tx, &partnership).await?;
            let members: Vec<_> = line.members.iter().map(|member| OrganisationId(member.id)).collect();
            people::set_members(self.tx, id, &members).await?;
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
    pub(super) async fn person(
        &mut self,
        number: usize,
        line: PersonLine,
    ) -> Result<Result<(), Fault>, Error> {
        let keys = line.memberships.iter().flat_map(|role| [&role.organisation, &role.partnership]);
        if let Some(missing) = self.unknown(number, "person.memberships", keys) {
            return Ok(Err(missing));
        }
        if let Some(email) = &line.email
            && !self.there.add_email(email, line.key.id)
        {
            let message = format!("{email} is the address of somebody else already");
            return Ok(Err(Fault::at(number, message).in_field("person.email")));
        }
        self.there.add(line.key.id);
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
        people::save_person(self.tx, &person).await?;
        let roles = line.memberships.into_iter().map(|role| Membership {
            organisation: OrganisationId(role.organisation.id),
            partnership: PartnershipId(role.partnership.id),
            role: role.role,
        });
        people::set_memberships(self.tx, person.id, &roles.collect::<Vec<_>>()).await?;
        Ok(())
    }

    /// Other bank holidays for everything below.
    pub(super) async fn holidays(
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
            holidays::save_bank_holidays(self.tx, &days, self.import.by, self.import.now).await?;
        }
        Ok(Ok(()))
    }

    /// The first key that nothing stands for.
    fn unknown<'k>(&self, line: usize, field: &str, keys: impl Iterator<Item = &'k Key>) -> Option<Fault> {
        let mut missing = keys.filter(|key| !self.there.knows(key.id));
        missing.next().map(|key| unknown(line, &key.name).in_field(field))
    }
}
