//! What is around a page: the partnership, the navigation of a role, who is signed in and for how long.

use case::terms::Partner;
use case::{Membership, Role};

use crate::app::App;
use crate::components::Banner;
use crate::http::assets::NAMES;
use crate::layout::{Before, NavItem, SessionEnd, Shell, Visitor};
use crate::session::{SignedIn, WARNING};
use crate::text::date;

/// What the header says where no single partnership is meant.
const SERVICE: &str = "Child safeguarding practice reviews";

/// A part of the main navigation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Section {
    Due,
    Cases,
    /// The decisions that wait for a statutory partner.
    Decisions,
    /// What is outstanding with the National Panel.
    Panel,
    /// The requests that wait for an agency.
    Requests,
    /// The actions of all cases.
    Actions,
    /// The actions that somebody or their agency owns.
    OwnActions,
    /// The reviews of an independent reviewer.
    Reviews,
    /// People, access, bank holidays and rules.
    Settings,
    Account,
    /// A page that none of them leads to.
    Elsewhere,
}

impl Section {
    fn link(self) -> (&'static str, &'static str) {
        match self {
            Self::Due => ("What is due", "/due"),
            Self::Cases => ("Cases", "/cases"),
            Self::Decisions => ("Your decisions", "/decisions"),
            Self::Panel => ("National Panel", "/panel"),
            Self::Requests => ("Your requests", "/requests"),
            Self::Actions => ("Actions", "/actions"),
            Self::OwnActions => ("Your actions", "/actions"),
            Self::Reviews => ("Your reviews", "/my-reviews"),
            Self::Settings => ("Settings", "/admin"),
            Self::Account | Self::Elsewhere => ("Account", "/account"),
        }
    }

    /// The main navigation of a role, in its order.
    fn of(role: Option<Role>) -> &'static [Self] {
        match role {
            Some(Role::BusinessUnitManager) => {
                &[Self::Due, Self::Cases, Self::Panel, Self::Actions, Self::Settings, Self::Account]
            }
            Some(Role::BusinessUnit) => &[Self::Due, Self::Cases, Self::Panel, Self::Actions, Self::Account],
            Some(Role::PanelLiaison) => &[Self::Panel, Self::Due, Self::Cases, Self::Account],
            Some(Role::Council | Role::Icb | Role::Police) => &[Self::Decisions, Self::Cases, Self::Account],
            Some(Role::Contributor) => &[Self::Requests, Self::OwnActions, Self::Account],
            Some(Role::Reviewer) => &[Self::Reviews, Self::Account],
            Some(Role::Administrator) => &[Self::Settings, Self::Account],
            Some(Role::Operator) | None => &[Self::Account],
        }
    }
}

impl Shell {
    /// Around a page that needs no sign-in.
    pub(crate) fn bare(app: &App, title: &str) -> Self {
        let known = app.known();
        let partnership = match known.partnerships.as_slice() {
            [only] => only.name.clone(),
            _ => SERVICE.to_owned(),
        };
        Self {
            title: title.to_owned(),
            has_errors: false,
            partnership,
            navigation: Vec::new(),
            visitor: None,
            examples: examples(app),
            session_ends: None,
            before: Before::Nothing,
            banner: None,
            assets: &NAMES,
            print: None,
            wide: false,
            skip: None,
        }
    }

    /// Around a page of somebody who is signed in.
    pub(crate) fn of(app: &App, visitor: &SignedIn, section: Section, title: &str) -> Self {
        let navigation = Section::of(visitor.role()).iter().map(|of| {
            let (text, href) = of.link();
            NavItem { text: text.to_owned(), href: href.to_owned(), current: *of == section }
        });
        let flash = visitor.flash.as_ref();
        Self {
            partnership: partnership(app, visitor),
            navigation: navigation.collect(),
            visitor: Some(Visitor { name: visitor.name.clone(), role: role(visitor) }),
            session_ends: Some(session_end(app, visitor)),
            banner: flash
                .map(|flash| Banner::success(&flash.happened, flash.next.as_deref().unwrap_or_default())),
            ..Self::bare(app, title)
        }
    }

    /// Around a page that anybody may open, with the navigation of whoever is signed in.
    pub(crate) fn around(app: &App, visitor: Option<&SignedIn>, title: &str) -> Self {
        visitor.map_or_else(
            || Self::bare(app, title),
            |visitor| Self::of(app, visitor, Section::Elsewhere, title),
        )
    }

    /// With a way up or back.
    #[must_use]
    pub(crate) fn after(self, before: Before) -> Self {
        Self { before, ..self }
    }

    /// Gives the page the whole width, for wide tables.
    #[must_use]
    pub(crate) fn wide(self) -> Self {
        Self { wide: true, ..self }
    }

    /// Marked as showing what is wrong with answers, where something is.
    #[must_use]
    pub(crate) fn with_errors(self, has_errors: bool) -> Self {
        Self { has_errors, ..self }
    }
}

fn partnership(app: &App, visitor: &SignedIn) -> String {
    let known = app.known();
    let of = |membership: &Membership| known.partnership(membership.partnership).map(|of| of.name.clone());
    visitor.main_membership().and_then(of).unwrap_or_else(|| SERVICE.to_owned())
}

fn role(visitor: &SignedIn) -> String {
    let partner = visitor.role().and_then(Role::partner).map(Partner::label);
    partner.or_else(|| visitor.role().map(Role::label)).unwrap_or_default().to_owned()
}

fn session_end(app: &App, visitor: &SignedIn) -> SessionEnd {
    let left = visitor.ends_at - app.clock().now();
    SessionEnd {
        at: date::time(visitor.ends_at),
        seconds: u32::try_from(left.num_seconds())
            .unwrap_or(0)
            .max(u32::try_from(WARNING.num_seconds()).unwrap_or(0)),
        stay: "/account/stay".to_owned(),
    }
}

/// Says on every page that the cases are invented and which day it is made out to be.
fn examples(app: &App) -> Option<String> {
    app.options().examples.then(|| {
        let today = date::weekday(app.clock().today());
        format!("Example data. These people and cases are invented, and today is made out to be {today}.")
    })
}
