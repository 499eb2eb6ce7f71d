//! What somebody can choose not to get, by the roles they have and by what their partnerships remind of.

use std::collections::{BTreeMap, BTreeSet};

use case::reminders::{Kind, Occasion, Recipient, Schedule};
use case::{Actor, PartnershipId};
use store::mail_choices::MailChoice;

use crate::app::Known;
use crate::components::{Checkboxes, Choice};
use crate::form::asked::code;
use crate::form::data::Answers;
use crate::form::errors::Problems;
use crate::form::parse::Fields;
use crate::text::reminder::{ahead, deadline, schedule};

/// The names of the two questions.
const EARLY: &str = "early";
const NEWS: &str = "news";

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

    /// What is ticked where this was chosen.
    pub(super) fn answers(&self, choice: &MailChoice, answers: Answers) -> Answers {
        let wanted = |kind: &&Kind| !choice.switched_off.contains(*kind);
        let answers = self.early.keys().filter(wanted).fold(answers, |all, kind| all.and(EARLY, code(kind)));
        self.news.iter().filter(wanted).fold(answers, |all, kind| all.and(NEWS, code(kind)))
    }

    /// The questions that there are.
    pub(super) fn ask(&self, answers: &Answers, problems: &Problems) -> Vec<Checkboxes> {
        let boxes = |name: &str, legend: &str, hint: &str| {
            Checkboxes::new(name, legend).hint(hint).error(problems.of(name)).strong().small()
        };
        let choice = |name: &str, kind: Kind, label: &str| {
            let value = code(&kind);
            let chosen = answers.has(name, &value);
            Choice::new(value, label).chosen(chosen)
        };
        let early = boxes(
            EARLY,
            "Send me these earlier reminders of deadlines",
            "More than 2 working days ahead. Whatever you choose, the last 2 working days and what is overdue reach you",
        );
        let early = self.early.iter().fold(early, |boxes, (kind, (months, days))| {
            boxes.item(choice(EARLY, *kind, deadline(*kind)).hint(ahead(months, days)))
        });
        let news = boxes(NEWS, "Send me news of what others did", "As soon as it is recorded");
        let news =
            self.news.iter().fold(news, |boxes, kind| boxes.item(choice(NEWS, *kind, in_words(*kind))));
        let asked = [(early, self.early.is_empty()), (news, self.news.is_empty())];
        asked.into_iter().filter(|(_, is_empty)| !is_empty).map(|(boxes, _)| boxes).collect()
    }

    /// What is switched off now. What was not asked stays as it was chosen.
    pub(super) fn read(&self, fields: &mut Fields<'_>, was: &BTreeSet<Kind>) -> BTreeSet<Kind> {
        let mut off = was.clone();
        let offered: [(&str, BTreeSet<Kind>); 2] =
            [(EARLY, self.early.keys().copied().collect()), (NEWS, self.news.clone())];
        for (name, offered) in offered {
            let wanted: BTreeSet<Kind> = fields.choices(name).into_iter().collect();
            if !wanted.is_subset(&offered) {
                fields.problems.add(name, "Select from the answers that are offered");
            }
            off.retain(|kind| !wanted.contains(kind));
            off.extend(offered.difference(&wanted));
        }
        off
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
