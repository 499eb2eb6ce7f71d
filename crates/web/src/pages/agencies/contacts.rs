//! Who is written to in an agency: its contributors, as far as they may open the case.

use case::keeping::{Access, AccessAs};
use case::{Command, Membership, OrganisationId, PersonId, Role, Step, When, Words};

use crate::case_view::OpenCase;

/// Somebody who answers for an agency.
pub(super) struct Contact {
    pub(super) person: PersonId,
    /// Whether they are on the list of the case as a contributor.
    pub(super) is_listed: bool,
    /// Whether they are on it as something else, by which an answer of the agency is not theirs to give.
    is_something_else: bool,
}

/// The contributors of an agency here and in the other areas that are concerned.
pub(super) fn of(open: &OpenCase, agency: OrganisationId) -> Vec<Contact> {
    let linked = open.case.notification.authorities.iter().flat_map(|areas| areas.linked.iter());
    let areas: Vec<_> = open.case.partnership().into_iter().chain(linked.copied()).collect();
    let answers = |held: &Membership| {
        held.role == Role::Contributor && held.organisation == agency && areas.contains(&held.partnership)
    };
    let mut people: Vec<_> = open.known.memberships.iter().filter(|(_, held)| answers(held)).collect();
    people.sort_by_key(|(person, _)| (open.names().person(*person), *person));
    people.dedup_by_key(|(person, _)| *person);
    let contact = |person: PersonId| {
        let listed = open.case.access.get(&person);
        let is_listed = listed == Some(&AccessAs::Contributor);
        Contact { person, is_listed, is_something_else: listed.is_some() && !is_listed }
    };
    people.into_iter().map(|(person, _)| contact(*person)).collect()
}

/// Those who can open the case, and so get a letter.
pub(super) fn reached(open: &OpenCase, agency: OrganisationId) -> Vec<PersonId> {
    of(open, agency).into_iter().filter(|contact| contact.is_listed).map(|contact| contact.person).collect()
}

/// Whether a letter to the agency finds somebody, if need be somebody who is given access with it.
pub(super) fn can_be_reached(open: &OpenCase, agency: OrganisationId) -> bool {
    !reached(open, agency).is_empty() || !grants(open, &[agency]).is_empty()
}

/// The places on the list that contacts of these agencies need, where the visitor may give them.
pub(super) fn grants(open: &OpenCase, agencies: &[OrganisationId]) -> Vec<Command> {
    let mut people: Vec<_> = agencies
        .iter()
        .flat_map(|agency| of(open, *agency))
        .filter(|contact| !contact.is_listed && !contact.is_something_else)
        .map(|contact| contact.person)
        .collect();
    people.sort_unstable();
    people.dedup();
    let place = |person| Step::GrantAccess(Access { person, as_role: AccessAs::Contributor });
    let on = When::Day(open.today);
    let places = people.into_iter().map(place).filter(|step| open.may(&step.kind()));
    places.map(|step| Command { on, step, words: Words::none() }).collect()
}

/// The agencies whose request changes by what comes after.
pub(super) fn changed(open: &OpenCase, after: &OpenCase) -> Vec<OrganisationId> {
    let before = &open.case.agencies.requests;
    let now = after.case.agencies.requests.iter().filter(|(id, request)| before.get(id) != Some(request));
    now.map(|(agency, _)| *agency).collect()
}

/// What is to be known about who gets a letter and who does not, a line each; `after` is the case as it would stand.
pub(super) fn lines(before: &OpenCase, after: &OpenCase, agencies: &[OrganisationId]) -> Vec<String> {
    let mut lines = Vec::new();
    for agency in agencies {
        let (name, contacts) = (after.names().organisation(*agency), of(after, *agency));
        for contact in &contacts {
            let person = after.names().person_and_post(contact.person);
            let is_new = contact.is_listed && !before.case.access.contains_key(&contact.person);
            if is_new {
                lines.push(format!("{person}, {name}, is given access to the case"));
            } else if !contact.is_listed && contact.is_something_else {
                lines.push(format!("{person}, {name}, gets no email: they have another part in this case"));
            } else if !contact.is_listed {
                lines.push(format!(
                    "{person}, {name}, gets no email: the lead of the case must give them access first"
                ));
            }
        }
        if contacts.is_empty() {
            lines.push(format!("Nobody at {name} has an account, so no email goes there: phone them"));
        }
    }
    lines
}

/// The names of the contacts in a sentence; what to do where there is none.
pub(super) fn names(open: &OpenCase, agency: OrganisationId) -> String {
    const SHOWN: usize = 3;
    let contacts = of(open, agency);
    let mut names: Vec<_> =
        contacts.iter().take(SHOWN).map(|contact| open.names().person(contact.person)).collect();
    if contacts.len() > SHOWN {
        names.push(format!("{} more", contacts.len() - SHOWN));
    }
    if names.is_empty() { "No contact with an account".to_owned() } else { crate::text::grammar::and(&names) }
}
