//! Where the incident happened, and so which council notifies.

use case::OrganisationId;
use case::consideration::Locus;
use serde::{Deserialize, Serialize};
use store::people::Organisation;

use super::begun::{PARTNERSHIP, Starter};
use super::page::Page;
use crate::app::Known;
use crate::form::question::{Offer, Question, one_of, required_one_of};
use crate::form::{Answers, Problems, Questions, Read};

/// The places to choose from.
#[derive(Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Place {
    InArea,
    OutsideEngland,
    Elsewhere,
}

const PLACE: Question<Place> = required_one_of("place", "Where did the incident happen?")
    .missing("Select where the incident happened")
    .heading();
const COUNCIL: Question<Option<OrganisationId>> =
    one_of("council", "If it was in another area, whose? (optional)").not_offered(WHOSE).in_a_list();
const WHOSE: &str = "Select in whose area it happened";

/// Where it happened.
pub(super) struct Location;

/// Where it happened, as the case records it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Where {
    /// In the area, or outside England.
    Here(Locus),
    /// In the area of this council.
    Of(OrganisationId),
}

fn councils(known: &Known) -> impl Iterator<Item = &Organisation> {
    known.organisations.iter().filter(|one| one.kind == "council" || one.kind == "local_authority")
}

/// The place in the answers.
pub(super) fn place(starter: &Starter, answers: &Answers) -> Option<Where> {
    let today = starter.today();
    Some(match PLACE.read(answers, today)? {
        Place::InArea => Where::Here(Locus::InArea),
        Place::OutsideEngland => Where::Here(Locus::OutsideEngland),
        Place::Elsewhere => Where::Of(COUNCIL.read(answers, today)??),
    })
}

/// The place in words.
pub(super) fn said(starter: &Starter, answers: &Answers) -> String {
    match place(starter, answers) {
        Some(Where::Here(Locus::InArea)) => "In the area".to_owned(),
        Some(Where::Here(Locus::OutsideEngland)) => {
            "Outside England, normally resident in the area".to_owned()
        }
        Some(Where::Of(council)) => {
            format!("In the area of {}", starter.app.known().names.organisation(council))
        }
        None => String::new(),
    }
}

impl Page for Location {
    fn path(&self) -> &'static str {
        "/cases/new/where"
    }

    fn about(&self) -> &'static str {
        "where it happened"
    }

    fn questions(&self, starter: &Starter, _answers: &Answers) -> Questions<'static> {
        let known = starter.app.known();
        let places = [
            Offer::new(&Place::InArea, "In the area of this partnership"),
            Offer::new(&Place::OutsideEngland, "Outside England, and the child normally lives in the area"),
            Offer::new(&Place::Elsewhere, "In another area of England")
                .hint("The council there notifies and leads"),
        ];
        let councils = councils(&known).map(|one| Offer::new(&one.id, &one.name));
        let partnerships = starter.partnerships.iter().map(|id| {
            Offer::new(id, known.partnership(*id).map_or_else(String::new, |one| one.name.clone()))
        });
        Questions::new()
            .ask(PLACE.among(places))
            .ask(COUNCIL.among_or("No other area", councils))
            .ask_if(starter.partnerships.len() > 1, PARTNERSHIP.among(partnerships))
    }

    fn check(&self, _starter: &Starter, read: &Read<'_>, problems: &mut Problems) {
        match (read.maybe(&PLACE), read.maybe(&COUNCIL)) {
            (Some(Place::Elsewhere), Some(None)) => problems.add(COUNCIL.name, WHOSE),
            (Some(Place::InArea | Place::OutsideEngland), Some(Some(_))) => {
                problems.add(COUNCIL.name, "Select “In another area of England”, or choose no council");
            }
            _ => {}
        }
    }
}
