//! What somebody can choose not to get, by the roles they have and by what their partnerships remind of.

use std::collections::{BTreeMap, BTreeSet};

use case::reminders::{Kind, Occasion, Recipient, Schedule};
use case::{Actor, PartnershipId};
use store::mail_choices::MailChoice;

use crate::app::Known;
use crate::form::question::{Offer, Question, several_of};
use crate::form::{Questions, Read};
use crate::text::reminder::{ahead, deadline, schedule};

const EARLY: Question<Vec<Kind>> = several_of("early", "Send me these earlier reminders of deadlines").hint(
    "More than 2 working days ahead. Whatever you choose, the last 2 working days and what is overdue reach you",
);
const NEWS: Question<Vec<Kind>> =
    several_of("news", "Send me news of what others did").hint("As soon as it is recorded");

/// What can concern somebody and be switched off.
pub(super) struct Kinds {
    /// Deadlines, each with the months and the working days ahead on which an early reminder goes.
    early: BTreeMap<Kind, (Vec<u16>, Vec<u16>)>,
    /// What others did.
    news: BTreeSet<Kind>,
}

impl Kinds {
    /// What can concern this person in any of their partnerships.
    pub(super) fn of(known: &Known, actor: &Actor) -> Self {
        let mut kinds = Self { early: BTreeMap::new(), news: BTreeSet::new() };
        let partnerships: BTreeSet<_> = actor.memberships.iter().map(|held| held.partnership).collect();
        for partnership in partnerships {
            let settings = &known.basis.rules(Some(partnership)).choices().reminders;
            kinds.add(actor, partnership, &schedule(settings));
        }
        kinds
    }

    fn add(&mut self, actor: &Actor, partnership: PartnershipId, schedule: &Schedule) {
        let could_be = |to: &[Recipient]| {
            actor.roles_in(partnership).any(|held| to.iter().any(|one| one.could_be(held.role)))
        };
        for plan in schedule.plans().filter(|plan| could_be(&plan.to)) {
            let can = |occasion| plan.kind.can_be_switched_off(occasion);
            let months =
                plan.months_before.iter().copied().filter(|count| can(Occasion::MonthsBefore(*count)));
            let days = plan.before.iter().copied().filter(|count| can(Occasion::Before(*count)));
            let (months, days): (Vec<_>, Vec<_>) = (months.collect(), days.collect());
            if !months.is_empty() || !days.is_empty() {
                let known = self.early.entry(plan.kind).or_default();
                known.0.extend(months);
                known.1.extend(days);
            }
        }
        let news = Kind::ALL.iter().filter(|kind| !kind.is_of_clock());
        self.news.extend(
            news.filter(|kind| kind.can_be_switched_off(Occasion::OnTheDay))
                .filter(|kind| could_be(schedule.news_to(**kind))),
        );
    }

    /// Whether there is nothing that could be switched off.
    pub(super) fn is_empty(&self) -> bool {
        self.early.is_empty() && self.news.is_empty()
    }

    /// The questions that there are, which begin with what was chosen.
    pub(super) fn ask<'a>(&self, questions: Questions<'a>, choice: &MailChoice) -> Questions<'a> {
        let wanted = |kind: &&Kind| !choice.switched_off.contains(*kind);
        let early = EARLY.among(
            self.early
                .iter()
                .map(|(kind, (months, days))| Offer::new(kind, deadline(*kind)).hint(ahead(months, days))),
        );
        let news = NEWS.among(self.news.iter().map(|kind| Offer::new(kind, in_words(*kind))));
        questions
            .ask_if(
                !self.early.is_empty(),
                early.starting(self.early.keys().filter(wanted).copied().collect()),
            )
            .ask_if(!self.news.is_empty(), news.starting(self.news.iter().filter(wanted).copied().collect()))
    }

    /// What is switched off now. What was not asked stays as it was chosen.
    pub(super) fn read(&self, read: &Read<'_>, was: &BTreeSet<Kind>) -> BTreeSet<Kind> {
        let offered: BTreeSet<Kind> = self.early.keys().chain(&self.news).copied().collect();
        let wanted: BTreeSet<Kind> = [EARLY, NEWS].iter().flat_map(|question| read.of(question)).collect();
        was.union(&offered).copied().filter(|kind| !wanted.contains(kind)).collect()
    }
}

/// News as the sentence that it is.
fn in_words(kind: Kind) -> &'static str {
    match kind {
        Kind::MoreInformationNeeded => "A partner needs more information to decide",
        Kind::PartnersDecided => "All 3 partners have decided, and agree",
        Kind::PartnersDiffer => "The partners do not agree",
        Kind::SentToPanel => "A rapid review was sent to the National Panel",
        Kind::PanelReplied => "The National Panel has replied",
        Kind::DelayRecorded => "A delay was recorded",
        Kind::Published => "A review was published",
        Kind::Withdrawn => "A published review was taken offline",
        Kind::ActionClosed => "An action of yours was closed",
        _ => kind.label(),
    }
}
