//! Who may open the settings: the managers of business units and administrators, each for their own partnerships.

use askama::Template;
use askama::filters::HtmlSafe;
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use case::{PartnershipId, PersonId, Role};
use futures_util::future::BoxFuture;
use store::Tx;
use store::administration::{Author, Managers};
use store::people::{Partnership, Person};
use uuid::Uuid;

use super::managed::Managed;
use super::managers::inform_managers;
use crate::app::{AccessChange, App, Known};
use crate::components::{BackLink, Html, PageHeader, SubNavigation};
use crate::error::Error;
use crate::form::Read;
use crate::form::question::{Offer, Question, Tailored, required_one_of};
use crate::layout::{Before, Section, Shell};
use crate::session::SignedIn;

/// Somebody who may open the settings. For everybody else there is no such page.
pub(crate) struct Administers {
    /// Who it is.
    pub(crate) visitor: SignedIn,
    /// The partnerships they look after.
    pub(crate) of: Vec<PartnershipId>,
}

const PARTNERSHIP: Question<PartnershipId> =
    required_one_of("partnership", "Partnership").missing("Select the partnership").in_a_list();

/// A part of the settings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tab {
    /// The people.
    People,
    /// The organisations.
    Agencies,
    /// The partnerships.
    Partnerships,
    /// The bank holidays.
    Calendar,
    /// The time limits.
    Rules,
    /// Who is reminded when.
    Reminders,
    /// What was sent.
    Emails,
    /// What was changed.
    Log,
}

const TABS: [(Tab, &str, &str); 8] = [
    (Tab::People, "People", "/admin/people"),
    (Tab::Agencies, "Agencies", "/admin/agencies"),
    (Tab::Partnerships, "Partnership", "/admin/partnerships"),
    (Tab::Calendar, "Bank holidays", "/admin/calendar"),
    (Tab::Rules, "Rules", "/admin/rules"),
    (Tab::Reminders, "Reminders", "/admin/reminders"),
    (Tab::Emails, "Emails", "/admin/emails"),
    (Tab::Log, "Changes", "/admin/log"),
];

impl Administers {
    /// Whether they look after this partnership.
    pub(crate) fn manages(&self, partnership: PartnershipId) -> bool {
        self.of.contains(&partnership)
    }

    /// Whether they may know of the cases of this partnership: the manager may, an administrator may not.
    pub(crate) fn sees_cases_of(&self, partnership: PartnershipId) -> bool {
        self.visitor.actor.roles_in(partnership).any(|held| held.role == Role::BusinessUnitManager)
    }

    /// Whether they may give this role. One that opens cases is the manager's to give: an administrator, who sees no
    /// case, could otherwise let themselves in by another account.
    pub(crate) fn gives(&self, role: Role, partnership: PartnershipId) -> bool {
        !role.opens_cases() || self.sees_cases_of(partnership)
    }

    /// Whether they may change the address somebody signs in with. Whoever reads email there is let in as them, so it
    /// takes the same right as giving their roles.
    pub(crate) fn readdresses(&self, one: &Managed) -> bool {
        !one.elsewhere && one.roles.iter().all(|held| self.gives(held.role, held.partnership))
    }

    /// Whether this is the visitor's own record, of which somebody else gives and takes the roles.
    pub(crate) fn is(&self, person: PersonId) -> bool {
        self.visitor.actor.person == person
    }

    /// A partnership, if it is theirs to look after.
    pub(crate) fn partnership_of(&self, app: &App, id: Uuid) -> Result<Partnership, Error> {
        let id = PartnershipId(id);
        app.known().partnership(id).filter(|_| self.manages(id)).cloned().ok_or(Error::NotFound)
    }

    /// Somebody of theirs, if it is not they themselves.
    pub(crate) async fn other(&self, app: &App, person: Uuid) -> Result<Managed, Error> {
        let one = Managed::one(&mut app.db().snapshot().await?, &self.of, PersonId(person)).await?;
        if self.is(one.person.id) { Err(Error::Denied) } else { Ok(one) }
    }

    /// Asks for one of their partnerships, where there are several.
    pub(crate) fn ask_partnership(&self, known: &Known) -> Option<Tailored<PartnershipId>> {
        let all = self.of.iter().filter_map(|of| known.partnership(*of));
        let offers = all.map(|of| Offer::new(&of.id, &of.name));
        let nothing = Offer::nothing("Choose a partnership");
        (self.of.len() > 1).then(|| PARTNERSHIP.among([nothing].into_iter().chain(offers)))
    }

    /// The partnership that was chosen, or the only one.
    pub(crate) fn partnership(&self, read: &Read<'_>) -> Option<PartnershipId> {
        if let [only] = self.of.as_slice() { Some(*only) } else { read.maybe(&PARTNERSHIP) }
    }

    /// Makes a change, noted as theirs.
    pub(crate) async fn change<T, F>(&self, app: &App, work: F) -> Result<T, store::Error>
    where
        T: Send + 'static,
        F: for<'t> FnOnce(&'t mut Tx, Author) -> BoxFuture<'t, Result<T, store::Error>> + Send + 'static,
    {
        app.administer(self.visitor.actor.person, work).await
    }

    /// Tells the managers who are to be told of it.
    pub(crate) async fn inform(&self, app: &App, managers: &Managers, whose: &Person, change: AccessChange) {
        inform_managers(app, managers, Some(&self.visitor.name), whose, change).await;
    }

    /// Around a page of the settings.
    pub(crate) fn shell(&self, app: &App, title: &str) -> Shell {
        Shell::of(app, &self.visitor, Section::Settings, &format!("{title} – settings"))
    }

    /// Around a form of the settings, with the way back.
    pub(crate) fn form_shell(&self, app: &App, title: &str, back: (&str, &str)) -> Shell {
        self.shell(app, title).after(Before::Back(BackLink::new(back.0, back.1)))
    }
}

impl<S: Sync> FromRequestParts<S> for Administers {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Error> {
        let visitor = <SignedIn as FromRequestParts<S>>::from_request_parts(parts, state).await?;
        let held = visitor.actor.memberships.iter();
        let mut of: Vec<_> = held
            .filter(|held| matches!(held.role, Role::BusinessUnitManager | Role::Administrator))
            .map(|held| held.partnership)
            .collect();
        of.sort_unstable();
        of.dedup();
        if of.is_empty() { Err(Error::NotFound) } else { Ok(Self { visitor, of }) }
    }
}

/// A page of the settings that shows how things are.
#[derive(Template)]
#[template(path = "pages/admin/settings.html")]
#[must_use]
pub(crate) struct SettingsPage {
    shell: Shell,
    header: PageHeader,
    tabs: SubNavigation,
    intro: Vec<String>,
    parts: Html,
}

impl SettingsPage {
    /// A page with nothing on it yet.
    pub(crate) fn new(shell: Shell, tab: Tab, header: PageHeader) -> Self {
        let tabs = TABS.iter().fold(SubNavigation::new("Settings"), |tabs, (of, name, href)| {
            tabs.item(*name, *href, *of == tab)
        });
        Self { shell: shell.wide(), header, tabs, intro: Vec::new(), parts: Html::default() }
    }

    /// A paragraph under the heading.
    pub(crate) fn say(mut self, line: impl Into<String>) -> Self {
        self.intro.push(line.into());
        self
    }

    /// One more part.
    pub(crate) fn part(mut self, part: impl HtmlSafe) -> Self {
        self.parts = self.parts.then(part);
        self
    }
}
