//! Who may open the settings: the managers of business units and administrators, each for their own partnerships.

use askama::Template;
use askama::filters::HtmlSafe;
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use case::{PartnershipId, PersonId, Role};
use futures_util::future::BoxFuture;
use store::Tx;
use store::administration::{Author, Managers};
use store::people::Person;

use super::managed::Managed;
use super::managers::inform_managers;
use crate::app::{AccessChange, App};
use crate::components::{BackLink, Html, PageHeader, SubNavigation};
use crate::error::Error;
use crate::layout::{Before, Section, Shell};
use crate::session::SignedIn;

/// Somebody who may open the settings. For everybody else there is no such page.
pub(crate) struct Administers {
    /// Who it is.
    pub(crate) visitor: SignedIn,
    /// The partnerships they look after.
    pub(crate) of: Vec<PartnershipId>,
}

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
