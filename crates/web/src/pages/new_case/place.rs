//! Where the incident happened, and so which council notifies.

use calendar::NaiveDate;
use case::OrganisationId;
use case::consideration::Locus;
use store::people::Organisation;

use super::begun::Starter;
use super::page::{Page, taken};
use crate::app::Known;
use crate::components::{Choice, Html, Radios, Select};
use crate::form::asked::{Asked, code};
use crate::form::data::Answers;
use crate::form::parse::Fields;

/// Where it happened.
pub(super) struct Place;

/// What the answer says when it happened in the area of another council.
const ELSEWHERE: &str = "elsewhere";

const NAMES: [&str; 3] = ["place", "council", "partnership"];

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
pub(super) fn read(starter: &Starter, fields: &mut Fields<'_>) -> Option<Where> {
    if starter.partnership(fields.answers()).is_none() {
        fields.problems.add("partnership", "Select for which partnership you start the case");
    }
    let council = fields.answers().one("council").to_owned();
    if fields.answers().one("place") == ELSEWHERE {
        let chosen = fields.id("council", "Select in whose area it happened").map(OrganisationId)?;
        if !councils(&starter.app.known()).any(|one| one.id == chosen) {
            fields.problems.add("council", "Select in whose area it happened");
        }
        return Some(Where::Of(chosen));
    }
    let locus = fields.choice("place", "Select where the incident happened");
    if locus.is_some() && !council.is_empty() {
        fields.problems.add("council", "Select “In another area of England”, or choose no council");
    }
    locus.map(Where::Here)
}

/// The place in words.
pub(super) fn said(starter: &Starter, answers: &Answers) -> String {
    let mut fields = Fields::of(answers);
    match read(starter, &mut fields) {
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

impl Page for Place {
    fn path(&self) -> &'static str {
        "/cases/new/where"
    }

    fn about(&self) -> &'static str {
        "where it happened"
    }

    fn parts(&self, starter: &Starter, asked: Asked<'_>) -> Vec<Html> {
        let known = starter.app.known();
        let choice = |value: &str, label: &str| asked.choice("place", value, label);
        let radios = Radios::new("place", "Where did the incident happen?")
            .heading()
            .error(asked.problems.of("place"))
            .item(choice(&code(&Locus::InArea), "In the area of this partnership"))
            .item(choice(
                &code(&Locus::OutsideEngland),
                "Outside England, and the child normally lives in the area",
            ))
            .item(
                choice(ELSEWHERE, "In another area of England").hint("The council there notifies and leads"),
            );
        let whose = Select::new("council", "If it was in another area, whose? (optional)")
            .strong()
            .error(asked.problems.of("council"))
            .item(Choice::new("", "No other area"));
        let whose = councils(&known)
            .fold(whose, |select, one| select.item(asked.choice("council", &one.id.to_string(), &one.name)));
        let mut parts = vec![Html::of(radios), Html::of(whose)];
        if starter.partnerships.len() > 1 {
            let radios = Radios::new("partnership", "For which partnership do you start the case?").strong();
            let radios = radios.error(asked.problems.of("partnership"));
            let radios = starter.partnerships.iter().fold(radios, |radios, id| {
                let name = known.partnership(*id).map_or_else(String::new, |one| one.name.clone());
                radios.item(asked.choice("partnership", &id.to_string(), &name))
            });
            parts.push(Html::of(radios));
        }
        parts
    }

    fn read(&self, starter: &Starter, fields: &mut Fields<'_>) {
        read(starter, fields);
    }

    fn take(&self, so_far: Answers, sent: &Answers, _today: NaiveDate) -> Answers {
        taken(so_far, sent, &NAMES)
    }
}
