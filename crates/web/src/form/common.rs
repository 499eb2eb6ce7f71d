//! Reading what several forms ask alike.

use case::OrganisationId;
use store::people::Organisation;

use crate::case_view::OpenCase;
use crate::form::question::Offer;
use crate::session::SignedIn;
use crate::text::grammar::and;

/// The agencies of the partnership.
pub(crate) fn members(open: &OpenCase) -> impl Iterator<Item = &Organisation> {
    open.case.partnership().map(|of| open.known.members(of)).into_iter().flatten()
}

/// The agencies of the partnership, and the councils of other areas.
pub(crate) fn concerned(open: &OpenCase) -> impl Iterator<Item = &Organisation> {
    let members: Vec<_> = members(open).collect();
    let is_member = move |one: &Organisation| members.iter().any(|member| member.id == one.id);
    open.known.organisations.iter().filter(move |one| is_council(one) || is_member(one))
}

/// The same to choose from.
pub(crate) fn concerned_offers(open: &OpenCase) -> impl Iterator<Item = Offer> {
    concerned(open).map(|one| Offer::new(&one.id, &one.name))
}

/// Every council, of whatever partnership.
pub(crate) fn councils(open: &OpenCase) -> impl Iterator<Item = &Organisation> {
    open.known.organisations.iter().filter(|one| is_council(one))
}

/// Organisations by name, to choose from.
pub(crate) fn offers<'o>(of: impl Iterator<Item = &'o Organisation>) -> impl Iterator<Item = Offer> {
    of.map(|one| Offer::new(&one.id, &one.name))
}

/// The same, with that none is recorded, and with the one that is: a case that was taken over may have one from elsewhere.
pub(crate) fn offers_or_none<'o>(
    open: &'o OpenCase,
    of: impl Iterator<Item = &'o Organisation>,
    recorded: Option<OrganisationId>,
) -> Vec<Offer> {
    let of: Vec<_> = of.collect();
    let is_other = |one: &&Organisation| Some(one.id) == recorded && !of.iter().any(|of| of.id == one.id);
    let other = open.known.organisations.iter().find(is_other);
    [Offer::nothing("Not recorded")].into_iter().chain(offers(of.iter().copied().chain(other))).collect()
}

fn is_council(one: &Organisation) -> bool {
    matches!(one.kind.as_str(), "council" | "local_authority")
}

/// The same organisations by name.
pub(crate) fn named(open: &OpenCase, ids: &[OrganisationId]) -> String {
    and(&ids.iter().map(|id| open.names().organisation(*id)).collect::<Vec<_>>())
}

/// Who signs in, as decisions name people.
pub(crate) fn name_and_post(visitor: &SignedIn) -> String {
    match &visitor.job_title {
        Some(post) => format!("{}, {post}", visitor.name),
        None => visitor.name.clone(),
    }
}
