//! What a person is to one case.

use crate::actor::Membership;
use crate::decisions::Deciding;
use crate::keeping::AccessAs;
use crate::permits::area::Area;
use crate::permits::owner::Owner;
use crate::position::Position;
use crate::terms::Partner;
use crate::{KeyDate, OrganisationId, PersonId, Role};

/// What somebody is to one case, from which their rights follow.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Seat {
    /// Answers for the business unit of the partnership, and so for all its cases.
    Manager,
    /// Works on the case in the business unit.
    BusinessUnit {
        leads: bool,
    },
    /// Speaks for a statutory partner.
    Partner(Partner, OrganisationId),
    /// Speaks for a statutory partner of another area that is concerned: reads, and decides nothing.
    LinkedPartner,
    /// Corresponds with the Panel.
    PanelLiaison,
    /// Returns what one agency knows, here or in another area that is concerned.
    Contributor(OrganisationId),
    Reviewer,
}

impl Seat {
    /// The seat that a membership gives in a case; none without a place on its named list, except to the manager.
    pub(super) fn of(person: PersonId, membership: &Membership, position: &Position) -> Option<Self> {
        let here = position.partnership() == Some(membership.partnership);
        let linked = is_linked(membership, position);
        let leads = position.lead == Some(person);
        let listed = |role| position.access.get(&person) == Some(&role);
        let organisation = membership.organisation;
        match membership.role {
            Role::BusinessUnitManager => here.then_some(Self::Manager),
            Role::BusinessUnit => {
                (here && (leads || listed(AccessAs::BusinessUnit))).then_some(Self::BusinessUnit { leads })
            }
            Role::Council | Role::Icb | Role::Police if !listed(AccessAs::Partner) => None,
            Role::Council | Role::Icb | Role::Police if linked => Some(Self::LinkedPartner),
            Role::Council => here.then_some(Self::Partner(Partner::Council, organisation)),
            Role::Icb => here.then_some(Self::Partner(Partner::Icb, organisation)),
            Role::Police => here.then_some(Self::Partner(Partner::Police, organisation)),
            Role::PanelLiaison => (here && listed(AccessAs::PanelLiaison)).then_some(Self::PanelLiaison),
            Role::Contributor => {
                ((here || linked) && listed(AccessAs::Contributor)).then_some(Self::Contributor(organisation))
            }
            Role::Reviewer => (here && (listed(AccessAs::Reviewer) || is_reviewer(person, position)))
                .then_some(Self::Reviewer),
            Role::Administrator | Role::Operator => None,
        }
    }

    /// Whether the holder may record what belongs to `owner`.
    pub(super) fn records(self, owner: Owner, person: PersonId, position: &Position) -> bool {
        match self {
            Self::Manager => !matches!(owner, Owner::Decision(Deciding { on_behalf: false, .. })),
            Self::BusinessUnit { leads } => match owner {
                Owner::Manager | Owner::Decision(Deciding { on_behalf: false, .. }) => false,
                Owner::Lead => leads,
                _ => true,
            },
            Self::Partner(own, organisation) => match owner {
                Owner::Partner(partner) | Owner::Decision(Deciding { partner, .. }) => partner == own,
                Owner::AnyPartner | Owner::Draft(_) | Owner::Everyone => true,
                Owner::Action(number) => owns_action(number, organisation, person, position),
                _ => false,
            },
            Self::LinkedPartner => false,
            Self::PanelLiaison => matches!(owner, Owner::PanelLiaison | Owner::Everyone),
            Self::Contributor(own) => match owner {
                Owner::Agency(agency) | Owner::Draft(Some(agency)) => agency == own,
                Owner::Action(number) => owns_action(number, own, person, position),
                Owner::Everyone => true,
                _ => false,
            },
            Self::Reviewer => matches!(owner, Owner::Reviewer | Owner::Everyone),
        }
    }

    /// Whether the holder may read `area`.
    pub(super) fn reads(self, area: Area, person: PersonId, position: &Position) -> bool {
        match (self, area) {
            (_, Area::Shared) | (Self::Manager | Self::BusinessUnit { .. }, _) => true,
            (_, Area::Internal) => false,
            (Self::Partner(..) | Self::LinkedPartner, Area::Return(_)) => {
                position.rapid_review.meeting.is_some()
            }
            (Self::Partner(..) | Self::LinkedPartner | Self::PanelLiaison, _) => true,
            (Self::Contributor(own), area) => match area {
                Area::Request(agency) | Area::Return(agency) => agency == own,
                Area::Action(number) => owns_action(number, own, person, position),
                Area::Children => was_asked(own, position),
                _ => false,
            },
            (Self::Reviewer, area) => match area {
                Area::Return(_) => position.dates.get(KeyDate::LcsprBegun).is_some(),
                Area::Notification | Area::Decisions | Area::Panel | Area::Publication => false,
                _ => true,
            },
        }
    }
}

fn is_linked(membership: &Membership, position: &Position) -> bool {
    let authorities = position.notification.authorities.as_ref();
    authorities.is_some_and(|authorities| authorities.linked.contains(&membership.partnership))
}

fn is_reviewer(person: PersonId, position: &Position) -> bool {
    position.lcspr.commission.as_ref().is_some_and(|commission| commission.reviewer == Some(person))
}

fn owns_action(number: u16, organisation: OrganisationId, person: PersonId, position: &Position) -> bool {
    position.actions.actions.get(&number).is_some_and(|standing| {
        standing.action.owner == Some(person) || standing.action.owner_organisation == Some(organisation)
    })
}

/// An agency that was asked needs to know who the child is to search its own records.
fn was_asked(agency: OrganisationId, position: &Position) -> bool {
    position.agencies.requests.get(&agency).is_some_and(|request| !request.withdrawn)
}
