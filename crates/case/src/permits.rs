//! Who may record what, and who may read what. The whole matrix is a reviewed text in `tests/permissions`.
//!
//! A right comes from three things together: a role held in the partnership of the case, a place on the named list of
//! the case, and, for what belongs to one partner, agency or owner, being that one.

mod area;
mod owner;
mod seat;

pub use area::Area;

use calendar::Calendar;

use crate::case::Recorded;
use crate::position::Position;
use crate::{Actor, Case, Clock, Role, Rules, StepKind, clocks};
use owner::Owner;
use seat::Seat;

/// The actor may not record this. The message says nothing of the case, so that nobody learns from it that a case
/// exists.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("You may not record this. Ask the business unit")]
pub struct Denied;

/// Whether `actor` may record a step of this kind in a case that stands at `position`.
///
/// # Errors
///
/// [`Denied`], which whoever answers the actor turns into "not found" where the actor [may not read](may_read) the
/// case.
pub fn permits(actor: &Actor, position: &Position, kind: &StepKind) -> Result<(), Denied> {
    let permitted = actor.operator || may_record(actor, position, kind);
    permitted.then_some(()).ok_or(Denied)
}

/// Whether `actor` may know of the case at all: its reference, its title and who else has access.
pub fn may_read(actor: &Actor, position: &Position) -> bool {
    may_see(actor, position, Area::Shared)
}

/// Whether `actor` may read one area of the case.
pub fn may_see(actor: &Actor, position: &Position, area: Area) -> bool {
    actor.operator || seats(actor, position).any(|seat| seat.reads(area, actor.person, position))
}

/// Whether `actor` may read this entry of the case's history. Where not, it is shown as restricted, with its date, so
/// that the history has no silent holes.
pub fn may_read_entry(actor: &Actor, position: &Position, entry: &Recorded) -> bool {
    may_see(actor, position, Area::of(&entry.event.fact))
}

/// The clocks of the case that `actor` may see.
pub fn clocks_for<'r>(actor: &Actor, case: &Case, rules: &'r Rules, calendar: &Calendar) -> Vec<Clock<'r>> {
    let mut clocks = clocks(case, rules, calendar);
    clocks.retain(|clock| may_see(actor, case, Area::of_clock(clock.key)));
    clocks
}

fn seats(actor: &Actor, position: &Position) -> impl Iterator<Item = Seat> {
    actor.memberships.iter().filter_map(|membership| Seat::of(actor.person, membership, position))
}

fn may_record(actor: &Actor, position: &Position, kind: &StepKind) -> bool {
    match Owner::of(kind) {
        Owner::Starter(partnership) => {
            let known = position.opened.is_none() || may_read(actor, position);
            let business_unit = |role| matches!(role, Role::BusinessUnit | Role::BusinessUnitManager);
            known && actor.roles_in(partnership).any(|membership| business_unit(membership.role))
        }
        owner => {
            seats(actor, position).any(|seat| seat.records(owner, actor.person, position))
                && corrected(kind).is_none_or(|kind| may_record(actor, position, kind))
        }
    }
}

/// What a correction puts in the place of the entry: it needs the right to record that too.
fn corrected(kind: &StepKind) -> Option<&StepKind> {
    match kind {
        StepKind::Correct(with) => Some(with),
        _ => None,
    }
}
