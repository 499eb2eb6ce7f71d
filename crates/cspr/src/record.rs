//! An open record, with who acts and what its clocks are counted by.

use std::sync::Arc;

use anyhow::{Context, bail, ensure};
use case::{Area, Case, Clock, PartnershipId, Reference, clocks_for, may_see};
use clap::Args;
use store::administration::Author;
use store::people::Partnership;
use store::{Basis, CaseRow, Db, cases, people};

use crate::clock;
use crate::names::Names;
use crate::settings::Settings;

/// An open record.
pub(crate) struct Record {
    pub(crate) db: Db,
    pub(crate) actor: case::Actor,
    pub(crate) basis: Arc<Basis>,
    pub(crate) partnerships: Vec<Partnership>,
}

/// A case as people name it.
#[derive(Args)]
pub(crate) struct Named {
    /// The reference of the case, such as 2026-014
    #[arg(value_name = "REF")]
    pub(crate) reference: Reference,
    /// The partnership, where several have a case of this reference
    #[arg(long, value_name = "SLUG")]
    pub(crate) partnership: Option<String>,
}

/// A case that was found.
pub(crate) struct Found {
    pub(crate) reference: Reference,
    pub(crate) partnership: PartnershipId,
    pub(crate) case: Arc<Case>,
}

impl Record {
    /// Opens the record that the settings name.
    pub(crate) async fn open(settings: &Settings) -> anyhow::Result<Self> {
        let db = settings.open().await?;
        let actor = settings.actor(&db).await?;
        let mut tx = db.snapshot().await?;
        let basis = Arc::new(Basis::load(&mut tx).await?);
        let partnerships = people::partnerships(&mut tx).await?;
        drop(tx);
        Ok(Self { db, actor, basis, partnerships })
    }

    /// Refuses what only the operator does, such as `imports`.
    pub(crate) fn operator_only(&self, does: &str) -> anyhow::Result<()> {
        ensure!(self.actor.operator, "only the operator {does}: leave --as out");
        Ok(())
    }

    /// By whom what is administered now is noted.
    pub(crate) fn author(&self) -> Author {
        Author { person: self.actor.person, at: clock::now(), id: clock::new_id() }
    }

    /// The case, which the access log then says was read.
    pub(crate) async fn find(&self, named: &Named) -> anyhow::Result<Found> {
        let row = self.row(named).await?;
        let case = cases::open(&self.db, &self.actor, clock::now(), row.case).await?;
        Ok(Found { reference: row.reference, partnership: row.partnership, case })
    }

    /// The list row of the case.
    pub(crate) async fn row(&self, named: &Named) -> anyhow::Result<CaseRow> {
        let mut rows =
            cases::by_reference(&mut self.db.glance().await?, &self.actor, named.reference).await?;
        if let Some(slug) = &named.partnership {
            let partnership = self.partnership(slug)?.id;
            rows.retain(|row| row.partnership == partnership);
        }
        let slugs: Vec<_> = rows.iter().map(|row| self.partnership_slug(row.partnership)).collect();
        match rows.pop() {
            None => bail!("there is no case {} that you may see: `cspr cases` lists them", named.reference),
            Some(row) if rows.is_empty() => Ok(row),
            Some(_) => bail!(
                "there is a case {} in each of {}: add --partnership and one of them",
                named.reference,
                slugs.join(", ")
            ),
        }
    }

    /// The partnership of this short name.
    pub(crate) fn partnership(&self, slug: &str) -> anyhow::Result<&Partnership> {
        let found = self.partnerships.iter().find(|partnership| partnership.slug == slug);
        found.with_context(|| format!("there is no partnership {slug}: `cspr partnerships` lists them"))
    }

    /// The short name of a partnership.
    pub(crate) fn partnership_slug(&self, id: PartnershipId) -> String {
        self.with_id(id).map_or_else(|| id.to_string(), |partnership| partnership.slug.clone())
    }

    /// The full name of a partnership.
    pub(crate) fn partnership_name(&self, id: PartnershipId) -> String {
        self.with_id(id).map_or_else(|| id.to_string(), |partnership| partnership.name.clone())
    }

    /// The clocks of a case that may be seen.
    pub(crate) fn clocks(&self, case: &Case) -> Vec<Clock<'_>> {
        clocks_for(&self.actor, case, self.basis.rules_of(case), self.basis.calendar())
    }

    /// Whether the stage of a case may be seen.
    pub(crate) fn shows_course(&self, case: &Case) -> bool {
        may_see(&self.actor, case, Area::Overview)
    }

    /// The names that ids stand for.
    pub(crate) async fn names(&self) -> anyhow::Result<Names> {
        Ok(Names::load(&mut self.db.glance().await?).await?)
    }

    fn with_id(&self, id: PartnershipId) -> Option<&Partnership> {
        self.partnerships.iter().find(|partnership| partnership.id == id)
    }
}
