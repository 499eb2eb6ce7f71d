//! Who gets a reminder. Nobody gets one about what they may not see.

use std::collections::BTreeSet;

use super::{Kind, Occasion, Plan, Recipient, Schedule};
use crate::keeping::AccessAs;
use crate::terms::Partner;
use crate::{Actor, Area, Case, ClockKey, Fact, OrganisationId, PersonId, Role, may_see};

/// What a reminder is about.
#[derive(Clone, Copy)]
pub(super) enum About<'a> {
    Clock(ClockKey),
    Entry(&'a Fact),
    /// An email that was not delivered.
    Undelivered,
}

/// Who of these people gets the reminder of a clock on an occasion, as far as they may see it.
pub fn recipients_of_clock(
    case: &Case,
    key: ClockKey,
    (plan, occasion): (&Plan, Occasion),
    schedule: &Schedule,
    people: &[Actor],
) -> BTreeSet<PersonId> {
    let mut to = plan.to.clone();
    let mut recipients = BTreeSet::new();
    if let Some(days) = occasion.overdue() {
        to.extend(&plan.when_overdue);
        match (plan.senior_after.filter(|after| days >= *after), schedule.senior()) {
            (Some(_), Some(senior)) => recipients.extend(Some(senior)),
            (Some(_), None) => to.push(Recipient::Manager),
            (None, _) => {}
        }
    }
    recipients.retain(|senior| {
        people.iter().any(|actor| actor.person == *senior && may_see_clock(actor, case, key))
    });
    recipients.extend(resolved(case, About::Clock(key), &to, people));
    recipients
}

/// Who of these people hears that an email about a case was not delivered.
pub fn recipients_of_undelivered(case: &Case, schedule: &Schedule, people: &[Actor]) -> BTreeSet<PersonId> {
    let to = schedule.news_to(Kind::NotDelivered);
    resolved(case, About::Undelivered, to, people)
}

fn may_see_clock(actor: &Actor, case: &Case, key: ClockKey) -> bool {
    may_see(actor, case, Area::of_clock(key))
}

/// The people meant, as far as they may see what it is about.
pub(super) fn resolved(
    case: &Case,
    about: About<'_>,
    to: &[Recipient],
    people: &[Actor],
) -> BTreeSet<PersonId> {
    let area = match about {
        About::Clock(key) => Area::of_clock(key),
        About::Entry(fact) => Area::of(fact),
        About::Undelivered => Area::Overview,
    };
    let meant = |actor: &&Actor| to.iter().any(|recipient| is_meant(actor, *recipient, about, case));
    people.iter().filter(meant).filter(|actor| may_see(actor, case, area)).map(|actor| actor.person).collect()
}

fn is_meant(actor: &Actor, recipient: Recipient, about: About<'_>, case: &Case) -> bool {
    let listed = |role| case.access.get(&actor.person) == Some(&role);
    let holds = |role: Role| case.partnership().is_some_and(|here| holds(actor, here, role));
    match recipient {
        Recipient::Lead => {
            case.lead.map_or_else(|| holds(Role::BusinessUnitManager), |lead| lead == actor.person)
        }
        Recipient::Manager => holds(Role::BusinessUnitManager),
        Recipient::PanelLiaison => listed(AccessAs::PanelLiaison),
        Recipient::Council => listed(AccessAs::Partner) && holds(Role::Council),
        Recipient::Partners => listed(AccessAs::Partner),
        Recipient::UndecidedPartners => {
            let undecided = case.undecided(case.question_asked());
            listed(AccessAs::Partner) && undecided.into_iter().any(|partner| holds(role_of(partner)))
        }
        Recipient::PartnerConcerned => {
            listed(AccessAs::Partner) && partner(about).is_some_and(|partner| holds(role_of(partner)))
        }
        Recipient::AgencyContacts => {
            listed(AccessAs::Contributor) && agency(about).is_some_and(|agency| works_for(actor, agency))
        }
        Recipient::Agencies => listed(AccessAs::Contributor),
        Recipient::Owner => owns(actor, about, case),
        Recipient::Reviewer => {
            let appointed = case.lcspr.commission.as_ref().and_then(|commission| commission.reviewer);
            appointed.map_or_else(|| listed(AccessAs::Reviewer), |reviewer| reviewer == actor.person)
        }
        Recipient::PersonConcerned => concerned(about) == Some(actor.person),
    }
}

fn holds(actor: &Actor, here: crate::PartnershipId, role: Role) -> bool {
    actor.roles_in(here).any(|membership| membership.role == role)
}

fn works_for(actor: &Actor, agency: OrganisationId) -> bool {
    actor.memberships.iter().any(|held| held.role == Role::Contributor && held.organisation == agency)
}

fn role_of(partner: Partner) -> Role {
    match partner {
        Partner::Council => Role::Council,
        Partner::Icb => Role::Icb,
        Partner::Police => Role::Police,
    }
}

fn partner(about: About<'_>) -> Option<Partner> {
    match about {
        About::Entry(Fact::PartnerDecided(made)) => Some(made.decision.partner),
        About::Entry(_) | About::Clock(_) | About::Undelivered => None,
    }
}

fn agency(about: About<'_>) -> Option<OrganisationId> {
    match about {
        About::Clock(ClockKey::AgencyReturn(agency)) => Some(agency),
        About::Entry(Fact::AgencyAsked(request)) => Some(request.agency),
        About::Entry(Fact::AgencyChased(of)) => Some(of.agency),
        About::Entry(Fact::ReturnReopened(reopened)) => Some(reopened.agency),
        About::Clock(_) | About::Entry(_) | About::Undelivered => None,
    }
}

/// Whether somebody owns the action. Where no person is named, everybody on the case for the owning agency does.
fn owns(actor: &Actor, about: About<'_>, case: &Case) -> bool {
    let number = match about {
        About::Clock(ClockKey::Action(number)) => Some(number),
        About::Entry(Fact::ActionOpened(action)) => Some(action.number),
        About::Entry(Fact::ActionClosed(closed)) => Some(closed.number),
        About::Clock(_) | About::Entry(_) | About::Undelivered => None,
    };
    let Some(standing) = number.and_then(|number| case.actions.actions.get(&number)) else { return false };
    match (standing.action.owner, standing.action.owner_organisation) {
        (Some(owner), _) => owner == actor.person,
        (None, Some(agency)) => {
            let works_there = actor.memberships.iter().any(|held| held.organisation == agency);
            works_there && case.access.contains_key(&actor.person)
        }
        (None, None) => case.lead == Some(actor.person),
    }
}

fn concerned(about: About<'_>) -> Option<PersonId> {
    match about {
        About::Entry(Fact::AccessGranted(access)) => Some(access.person),
        About::Entry(_) | About::Clock(_) | About::Undelivered => None,
    }
}
