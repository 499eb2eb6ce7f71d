//! The organisations of the partnerships somebody looks after.

use std::collections::BTreeMap;

use axum::extract::State;
use case::{OrganisationId, PartnershipId};
use store::people::{self, Organisation};
use store::{Error, Tx};

use super::administers::{Administers, SettingsPage, Tab};
use crate::app::{App, Known};
use crate::components::{ButtonLink, Cell, PageHeader, Table};
use crate::error::Answer;
use crate::http::respond;
use crate::text::grammar::{and, several};

/// The sorts of organisations, as codes and in words.
pub(crate) const KINDS: [(&str, &str, &str); 9] = [
    ("council", "Council", "Statutory partner"),
    ("icb", "NHS integrated care board", "Statutory partner"),
    ("police", "Police", "Statutory partner"),
    ("business_unit", "Business unit", "The team that runs the partnership"),
    ("health", "Health", "Hospitals, community and mental health, GP practices"),
    ("education", "Education", "Schools, colleges and early years"),
    ("justice", "Justice", "Youth justice, probation, prisons and courts"),
    ("voluntary", "Voluntary sector", "Charities and community organisations"),
    ("agency", "Another agency", "What is none of these"),
];

/// A sort of organisation in words. One that came with an import may have a name of its own.
pub(crate) fn kind_in_words(kind: &str) -> String {
    let known = KINDS.iter().find(|(code, ..)| *code == kind);
    known.map_or_else(|| kind.replace('_', " "), |(_, words, _)| (*words).to_owned())
}

/// An organisation that somebody looks after.
pub(crate) struct Agency {
    /// The organisation.
    pub(crate) organisation: Organisation,
    /// Those of the visitor's partnerships to which it belongs.
    pub(crate) of: Vec<PartnershipId>,
    /// Whether it belongs to other partnerships too: its name is then theirs as well.
    pub(crate) elsewhere: bool,
    /// How many people work for it in those partnerships.
    pub(crate) people: usize,
}

impl Agency {
    /// Every organisation of these partnerships, by name.
    pub(crate) async fn all(tx: &mut Tx, of: &[PartnershipId]) -> Result<Vec<Self>, Error> {
        let mut found: BTreeMap<OrganisationId, Self> = BTreeMap::new();
        let members = people::partnership_members(tx).await?;
        for partnership in of {
            let staff = people::people_of(tx, *partnership).await?;
            for organisation in people::organisations_of(tx, *partnership).await? {
                let id = organisation.id;
                let elsewhere = members.iter().any(|(other, member)| *member == id && !of.contains(other));
                let one =
                    found.entry(id).or_insert(Self { organisation, of: Vec::new(), elsewhere, people: 0 });
                one.of.push(*partnership);
                one.people += staff
                    .iter()
                    .filter(|(_, roles)| roles.iter().any(|held| held.organisation == id))
                    .count();
            }
        }
        let mut found: Vec<_> = found.into_values().collect();
        found.sort_by_cached_key(|one| one.organisation.name.to_lowercase());
        Ok(found)
    }

    /// One of them.
    ///
    /// # Errors
    /// [`Error::NotFound`] alike when there is none and when it is not the visitor's to look after.
    pub(crate) async fn one(tx: &mut Tx, of: &[PartnershipId], id: OrganisationId) -> Result<Self, Error> {
        let all = Self::all(tx, of).await?;
        all.into_iter().find(|one| one.organisation.id == id).ok_or(Error::NotFound)
    }

    fn partnerships(&self, known: &Known) -> String {
        let names = self.of.iter().filter_map(|id| known.partnership(*id)).map(|of| of.name.clone());
        and(&names.collect::<Vec<_>>())
    }
}

/// Lists them.
pub(crate) async fn show(State(app): State<App>, administers: Administers) -> Answer {
    let agencies = Agency::all(&mut app.db().snapshot().await?, &administers.of).await?;
    let known = app.known();
    let header =
        PageHeader::new("Agencies").action(ButtonLink::primary("Add an agency", "/admin/agencies/new"));
    let table = Table::new(several(agencies.len(), "organisation", "organisations"))
        .column("Name", None)
        .column("What it is", None)
        .column("Partnership", None)
        .number_column("People", None);
    let table = agencies.iter().fold(table, |table, one| {
        table.row(vec![
            Cell::link(&one.organisation.name, format!("/admin/agencies/{}", one.organisation.id)),
            Cell::text(kind_in_words(&one.organisation.kind)),
            Cell::text(one.partnerships(&known)),
            Cell::text(one.people.to_string()),
        ])
    });
    let page = SettingsPage::new(administers.shell(&app, "Agencies"), Tab::Agencies, header)
        .say("The statutory partners and every agency that is asked for information in a case.")
        .part(table);
    respond::page(&page)
}
