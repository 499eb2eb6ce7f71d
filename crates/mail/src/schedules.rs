//! What each partnership chose about reminders, and how its cases are addressed.

use std::collections::BTreeMap;

use case::PartnershipId;
use case::reminders::{Schedule, Settings};
use chrono::NaiveDate;
use store::{Basis, Error, Tx, people};

/// The schedule of each partnership, with its short name.
pub(crate) struct Schedules(BTreeMap<PartnershipId, Chosen>);

struct Chosen {
    schedule: Schedule,
    settings: Settings,
    slug: String,
}

impl Schedules {
    pub(crate) async fn load(tx: &mut Tx, basis: &Basis) -> Result<Self, Error> {
        let mut schedules = BTreeMap::new();
        for partnership in people::partnerships(tx).await? {
            let settings = basis.rules(Some(partnership.id)).choices().reminders.clone();
            let schedule = Schedule::shipped().choosing(&settings).map_err(|error| {
                Error::Damaged(format!("the settings of {} cannot be used: {error}", partnership.name))
            })?;
            schedules.insert(partnership.id, Chosen { schedule, settings, slug: partnership.slug });
        }
        Ok(Self(schedules))
    }

    /// Every partnership with its schedule.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (PartnershipId, &Schedule)> {
        self.0.iter().map(|(id, chosen)| (*id, &chosen.schedule))
    }

    pub(crate) fn of(&self, partnership: PartnershipId) -> &Schedule {
        self.0.get(&partnership).map_or(Schedule::shipped(), |chosen| &chosen.schedule)
    }

    /// Whether letters may name a case of this partnership.
    pub(crate) fn name_cases(&self, partnership: PartnershipId) -> bool {
        self.0.get(&partnership).is_none_or(|chosen| chosen.settings.case_reference)
    }

    /// The first and the last due date for which any plan can have a reminder today.
    pub(crate) fn due_dates(&self, today: NaiveDate) -> (NaiveDate, NaiveDate) {
        let ranges = self.0.values().map(|chosen| chosen.schedule.due_dates((today, today)));
        ranges.fold((today, today), |(first, last), (from, until)| (first.min(from), last.max(until)))
    }

    /// The short name of a partnership.
    pub(crate) fn slug(&self, partnership: PartnershipId) -> Option<&str> {
        self.0.get(&partnership).map(|chosen| chosen.slug.as_str())
    }
}
