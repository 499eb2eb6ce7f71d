//! Of what a chapter of the report is made.

use case::{Area, OrganisationId, PersonId};

use crate::names::Names;

/// A stretch of a text. Organisations and people are held by their ids, so that another name is no other text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Piece {
    /// Words.
    Words(String),
    /// An organisation.
    Organisation(OrganisationId),
    /// A person who works on the case.
    Person(PersonId),
}

/// How a line is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Set {
    /// A fact, beside its name.
    Fact,
    /// A text of its own, under its name.
    Prose,
}

/// Something that the report says, under a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Line {
    /// What it is.
    pub(super) name: Piece,
    /// What it says.
    pub(super) says: Vec<Piece>,
    /// How it is set.
    pub(super) set: Set,
    /// Who may read it beside the report.
    pub(super) area: Area,
}

/// One of the twelve parts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Chapter {
    /// Its place on a page.
    pub(super) id: &'static str,
    /// Its heading.
    pub(super) heading: &'static str,
    /// What it says.
    pub(super) lines: Vec<Line>,
}

impl Piece {
    /// As it stands on a page.
    pub(super) fn named(&self, names: &Names) -> String {
        match self {
            Self::Words(words) => words.clone(),
            Self::Organisation(id) => names.organisation(*id),
            Self::Person(id) => names.person_and_post(*id),
        }
    }

    /// As it stands in the text of which the digest is made.
    pub(super) fn canonical(&self) -> String {
        match self {
            Self::Words(words) => words.clone(),
            Self::Organisation(id) => format!("organisation {id}"),
            Self::Person(id) => format!("person {id}"),
        }
    }
}
