//! The other councils and partnerships that are concerned.

use case::notification::Authorities;
use case::{Case, Command, Event, Fact, OrganisationId, PartnershipId, Step, StepKind, When};

use super::HOME;
use crate::case_view::OpenCase;
use crate::case_view::entries::Entries;
use crate::form::common::{councils, offers_or_none};
use crate::form::question::{Offer, Question, happened_on, one_of, several_of};
use crate::form::{Answers, Form, Page, Questions, Read, Recording};
use crate::session::Flash;

const INCIDENT: Question<Option<OrganisationId>> = one_of("incident", "Council where the incident happened")
    .short("Where it happened")
    .not_offered(NOT_OFFERED)
    .in_a_list();
const HOME_COUNCIL: Question<Option<OrganisationId>> = one_of("home", "Council where the child lives")
    .short("Where the child lives")
    .not_offered(NOT_OFFERED)
    .in_a_list();
const PLACING: Question<Option<OrganisationId>> = one_of("placing", "Council that placed the child")
    .short("Placed the child")
    .not_offered(NOT_OFFERED)
    .in_a_list();
const NOT_OFFERED: &str = "Select from the councils that are offered";
const LINKED: Question<Vec<PartnershipId>> =
    several_of("linked", "Other partnerships that may read the case")
        .short("Other partnerships")
        .hint("Their people need a place on the access list too")
        .not_offered("Select from the partnerships that are offered")
        .large();
const ON: Question<When> =
    happened_on("Since when is this known?", "Date this became known").short("Known since");

/// The other authorities.
pub(super) struct OtherAuthorities;

/// What was named last, and the entry that says so.
fn named(case: &Case) -> Option<(Authorities, Event)> {
    let entries = Entries::of(case);
    let (_, event) = entries.last(|fact| matches!(fact, Fact::AuthoritiesNamed(_)))?;
    let Fact::AuthoritiesNamed(named) = &event.fact else { return None };
    Some((named.clone(), event.clone()))
}

fn others(open: &OpenCase) -> impl Iterator<Item = Offer> {
    let others = open.known.partnerships.iter().filter(|one| Some(one.id) != open.case.partnership());
    others.map(|one| Offer::new(&one.id, &one.name))
}

impl Form for OtherAuthorities {
    fn page(&self) -> Page {
        let (path, heading) = ("/notification/authorities", "Name the other authorities concerned");
        Page::new(StepKind::NameAuthorities, path, HOME, heading).button("Save authorities").intro(
            "The council where the incident happened notifies and leads. If it happened outside England, the council where \
             the child normally lives does.",
        )
    }

    fn fits(&self, open: &OpenCase) -> bool {
        !open.case.is_closed()
    }

    fn questions<'a>(&'a self, open: &'a OpenCase, _answers: &'a Answers) -> Questions<'a> {
        let named = named(&open.case).map(|(named, _)| named);
        let [incident, home, placing] = named
            .map_or([None; 3], |named| [named.incident, named.home, named.placing])
            .map(|recorded| offers_or_none(open, councils(open), recorded));
        Questions::new()
            .ask(INCIDENT.among(incident))
            .ask(HOME_COUNCIL.among(home))
            .ask(PLACING.among(placing))
            .ask_if(others(open).next().is_some(), LINKED.among(others(open)))
            .ask(ON)
    }

    fn recorded(&self, case: &Case) -> Option<Answers> {
        let (named, event) = named(case)?;
        let answers = INCIDENT.put(&named.incident, ON.put(&event.on, Answers::default()));
        let answers = HOME_COUNCIL.put(&named.home, answers);
        Some(LINKED.put(&named.linked, PLACING.put(&named.placing, answers)))
    }

    fn step(&self, _open: &OpenCase, read: &Read<'_>) -> Recording {
        Step::NameAuthorities(Authorities {
            incident: read.of(&INCIDENT),
            home: read.of(&HOME_COUNCIL),
            placing: read.of(&PLACING),
            linked: read.of(&LINKED),
        })
        .into()
    }

    fn done(&self, _after: &OpenCase, _recorded: &[Command]) -> Flash {
        Flash::new("Other authorities saved")
    }
}
