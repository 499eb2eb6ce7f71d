//! A case that somebody has opened, with everything its pages need.

pub(crate) mod deadline;
pub(crate) mod deadline_text;
pub(crate) mod entries;
mod extract;
pub(crate) mod header;
pub(crate) mod section;
pub(crate) mod timeline;

pub(crate) use extract::{InArea, area};
use std::sync::Arc;

use calendar::{Calendar, NaiveDate};
use case::decisions::Question;
use case::{Area, Case, CaseId, Clock, Reference, Stage, StepKind, clocks_for, may_see};
use chrono::{DateTime, TimeDelta, Utc};
use store::cases;
use store::opening::{self, Asked};

use crate::app::{App, Known};
use crate::components::{BackLink, Breadcrumbs};
use crate::error::Error;
use crate::layout::{Before, Section, Shell};
use crate::names::Names;
use crate::session::SignedIn;

/// For how long reading on is one opening in the log of who read what.
const ONE_OPENING: TimeDelta = TimeDelta::minutes(15);

/// A case that somebody has opened.
#[derive(Clone)]
pub(crate) struct OpenCase {
    pub id: CaseId,
    pub reference: Reference,
    pub case: Arc<Case>,
    pub visitor: SignedIn,
    pub today: NaiveDate,
    /// What its clocks are counted by.
    pub known: Arc<Known>,
    /// Another case that a form names, where the visitor may know of it.
    pub other: Option<CaseId>,
    /// The partnership, where the address named one.
    slug: Option<String>,
}

impl OpenCase {
    /// Opens the case of an address such as `2026-014`, which the log of readings then says. Where several partnerships have
    /// a case of this reference, `northmere.2026-014` says which.
    ///
    /// # Errors
    /// [`Error::NotFound`] alike when there is none and when the visitor may not know of it.
    pub(crate) async fn open(app: &App, visitor: SignedIn, address: &str) -> Result<Self, Error> {
        let (slug, reference) = match address.split_once('.') {
            Some((slug, reference)) => (Some(slug), reference),
            None => (None, address),
        };
        // A reference may be typed in several ways, but nobody types what cannot be seen.
        if reference.contains(char::is_control) {
            return Err(Error::NotFound);
        }
        let reference: Reference = reference.parse().map_err(|_| Error::NotFound)?;
        let known = app.known();
        let partnership = match slug {
            Some(slug) => Some(known.with_slug(slug).ok_or(Error::NotFound)?.id),
            None => None,
        };
        let (now, today) = (app.clock().now(), app.clock().today());
        let named = match &visitor.named {
            Some(named) if named.reference == reference => named.clone(),
            _ => {
                let asked = Self::asked(reference, now);
                opening::named(&mut app.db().glance().await?, &visitor.actor, asked).await?
            }
        };
        let (id, case) = opening::open(app.db(), &visitor.actor, now, &named, partnership).await?;
        let slug = slug.map(str::to_owned);
        Ok(Self { id, reference, case, visitor, today, known, other: None, slug })
    }

    /// What is asked of the cases that an address names.
    pub(crate) fn asked(reference: Reference, now: DateTime<Utc>) -> Asked {
        Asked { reference, since: now - ONE_OPENING }
    }

    /// The same case, if the visitor may see a part of it. Else there is no such page.
    pub(crate) fn within(self, area: Area) -> Result<Self, Error> {
        if self.shows(area) { Ok(self) } else { Err(Error::NotFound) }
    }

    /// The case as it stands by now, for whoever has just recorded something or was not the first.
    pub(crate) async fn again(&self, app: &App) -> Result<Self, Error> {
        let case = cases::case(&mut app.db().glance().await?, &self.visitor.actor, self.id).await?;
        Ok(Self { case, known: app.known(), today: app.clock().today(), ..self.clone() })
    }

    /// This case, with another beside it that a form names: one of the same partnership before those of others.
    pub(crate) async fn beside(self, app: &App, reference: Reference) -> Result<Self, Error> {
        let rows = cases::by_reference(&mut app.db().glance().await?, &self.visitor.actor, reference).await?;
        let here = rows.iter().find(|row| Some(row.partnership) == self.case.partnership());
        let other = here.or(rows.first()).map(|row| row.case);
        Ok(Self { other, ..self })
    }

    /// The case as it would stand after something that is not recorded yet.
    #[must_use]
    pub(crate) fn as_if(&self, case: Case) -> Self {
        Self { case: Arc::new(case), ..self.clone() }
    }

    /// Whether the visitor may see a part of the case.
    pub(crate) fn shows(&self, area: Area) -> bool {
        may_see(&self.visitor.actor, &self.case, area)
    }

    /// Whether the visitor may record a step of this kind. What the rules say of it is asked when it is recorded.
    pub(crate) fn may(&self, kind: &StepKind) -> bool {
        case::permits(&self.visitor.actor, &self.case, kind).is_ok()
    }

    /// Whether the visitor belongs to the business unit of this case.
    pub(crate) fn is_business_unit(&self) -> bool {
        let partnership = self.case.partnership();
        let held = self.visitor.actor.memberships.iter().filter(|held| Some(held.partnership) == partnership);
        held.into_iter()
            .any(|held| matches!(held.role, case::Role::BusinessUnit | case::Role::BusinessUnitManager))
    }

    /// The question that the partners decide now or decided last; none before they were asked one, and after the end.
    pub(crate) fn question(&self) -> Option<Question> {
        let case = &self.case;
        let signs_off = case.decisions.made.iter().any(|made| made.decision.question == Question::SignOff);
        match case.stage {
            Stage::PartnersReconsidering => Some(Question::Reconsideration),
            _ if case.has_ended() => None,
            _ if signs_off => Some(Question::SignOff),
            _ => case.rapid_review.asked.as_ref().map(|_| Question::RapidReview),
        }
    }

    /// The names on its pages.
    pub(crate) fn names(&self) -> &Names {
        &self.known.names
    }

    pub(crate) fn calendar(&self) -> &Calendar {
        self.known.basis.calendar()
    }

    /// The clocks that the visitor may see.
    pub(crate) fn clocks(&self) -> Vec<Clock<'_>> {
        clocks_for(&self.visitor.actor, &self.case, self.known.basis.rules_of(&self.case), self.calendar())
    }

    /// The address of the case, or of one of its pages: `page` is empty or begins with a slash.
    pub(crate) fn address(&self, page: &str) -> String {
        match &self.slug {
            Some(slug) => format!("/cases/{slug}.{}{page}", self.reference),
            None => format!("/cases/{}{page}", self.reference),
        }
    }

    /// Around a page of the case; `page` is what the page is about, such as “overview”.
    pub(crate) fn shell(&self, app: &App, page: &str) -> Shell {
        let title = format!("Case {}: {page}", self.reference);
        let crumbs = Breadcrumbs::new()
            .crumb("Home", "/")
            .crumb("Cases", "/cases")
            .crumb(format!("Case {}", self.reference), self.address(""));
        // An agency comes to a case by what it was asked, and has no list of cases.
        let section = match self.visitor.role() {
            Some(case::Role::Contributor) => Section::Requests,
            _ => Section::Cases,
        };
        Shell::of(app, &self.visitor, section, &title).after(Before::Crumbs(crumbs)).wide()
    }

    /// Around a form about the case, with the way back to a page of it.
    pub(crate) fn form_shell(&self, app: &App, page: &str, (text, path): (&str, &str)) -> Shell {
        let back = BackLink::new(text, self.address(path));
        Shell { wide: false, ..self.shell(app, page) }.after(Before::Back(back))
    }
}
