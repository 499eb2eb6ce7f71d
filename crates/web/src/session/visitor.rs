//! Who is signed in, and what a session is.

use std::convert::Infallible;
use std::sync::Arc;

use axum::extract::{FromRequestParts, OptionalFromRequestParts};
use axum::http::HeaderMap;
use axum::http::request::Parts;
use case::{Actor, Membership, Role};
use chrono::{DateTime, TimeDelta, Utc};
use sha2::{Digest, Sha256};
use store::opening::Named;

use crate::app::Options;
use crate::error::Error;
use crate::session::Flash;
use crate::session::cookie::Name;

/// How long a session lasts in which nothing is done.
pub(crate) const IDLE: TimeDelta = TimeDelta::minutes(30);
/// How long a session lasts at most.
pub(crate) const ABSOLUTE: TimeDelta = TimeDelta::hours(12);
/// How long before the end of a session its owner is told.
pub(crate) const WARNING: TimeDelta = TimeDelta::minutes(5);

/// A secret that only a browser or a letter holds. The record holds its [`Token::hash`].
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) struct Token(pub [u8; 32]);

impl Token {
    /// What the record holds of it.
    pub(crate) fn hash(&self) -> [u8; 32] {
        Sha256::digest(self.0).into()
    }

    /// As it stands in a cookie or a link.
    pub(crate) fn text(&self) -> String {
        store::Digest(self.0).to_string()
    }

    /// The token that was written as [`Token::text`].
    pub(crate) fn read(text: &str) -> Option<Self> {
        if text.len() != 64 || !text.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return None;
        }
        let mut bytes = [0; 32];
        for (byte, at) in bytes.iter_mut().zip((0..64).step_by(2)) {
            *byte = u8::from_str_radix(&text[at..at + 2], 16).ok()?;
        }
        Some(Self(bytes))
    }
}

/// The person who is signed in, with their session and roles.
#[derive(Clone)]
pub struct SignedIn {
    /// The person with all their roles.
    pub actor: Arc<Actor>,
    /// The name as others see it.
    pub name: String,
    /// Their post, as it appears on decisions.
    pub job_title: Option<String>,
    /// What the record knows the session by.
    pub session: [u8; 32],
    /// When the session ends if nothing more is done.
    pub ends_at: DateTime<Utc>,
    /// What the last page had to say.
    pub flash: Option<Flash>,
    /// The cases that the address names, which were looked up with the session.
    pub(crate) named: Option<Named>,
}

impl SignedIn {
    /// Whoever the session of this digest belongs to, now.
    pub fn of(found: store::session::SignedIn, session: store::Digest, now: DateTime<Utc>) -> Self {
        Self {
            actor: found.actor.into(),
            name: found.name.unwrap_or_default(),
            job_title: found.job_title,
            session: session.0,
            ends_at: (now + IDLE).min(found.session.started_at + ABSOLUTE),
            flash: found.session.flash.as_deref().and_then(Flash::read),
            named: found.named,
        }
    }

    /// The membership by which somebody is at home here: the one with the most to do.
    pub fn main_membership(&self) -> Option<&Membership> {
        let rank = |membership: &&Membership| match membership.role {
            Role::BusinessUnitManager => 0,
            Role::BusinessUnit => 1,
            Role::Council | Role::Icb | Role::Police => 2,
            Role::PanelLiaison => 3,
            Role::Contributor => 4,
            Role::Reviewer => 5,
            Role::Administrator => 6,
            Role::Operator => 7,
        };
        self.actor.memberships.iter().min_by_key(rank)
    }

    /// The role by which somebody is at home here.
    pub fn role(&self) -> Option<Role> {
        self.main_membership().map(|membership| membership.role)
    }

    /// Whether any of the person's roles is this one.
    pub fn is(&self, role: Role) -> bool {
        self.actor.memberships.iter().any(|membership| membership.role == role)
    }

    /// Whether the person works in the business unit of a partnership.
    pub fn is_business_unit(&self) -> bool {
        self.is(Role::BusinessUnit) || self.is(Role::BusinessUnitManager)
    }

    /// The person's own home page.
    pub fn home(&self) -> &'static str {
        match self.role() {
            Some(Role::BusinessUnit | Role::BusinessUnitManager | Role::Operator) => "/due",
            Some(Role::PanelLiaison) => "/panel",
            Some(Role::Council | Role::Icb | Role::Police) => "/decisions",
            Some(Role::Contributor) => "/requests",
            Some(Role::Reviewer) => "/my-reviews",
            Some(Role::Administrator) => "/admin",
            None => "/account",
        }
    }
}

impl<S: Sync> FromRequestParts<S> for SignedIn {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Error> {
        parts.extensions.get::<Self>().cloned().ok_or(Error::NotFound)
    }
}

/// For pages that anybody may open, behind `layers::sign_in::optional`.
impl<S: Sync> OptionalFromRequestParts<S> for SignedIn {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Option<Self>, Infallible> {
        Ok(parts.extensions.get::<Self>().cloned())
    }
}

/// The token that a browser sent.
pub(crate) fn token_of(headers: &HeaderMap, options: &Options) -> Option<Token> {
    Token::read(&Name::Session.of(headers, options)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_reads_back_and_nothing_else_does() {
        let token = Token([0xa7; 32]);
        assert!(Token::read(&token.text()) == Some(token));
        for wrong in ["", "a7", &"é".repeat(32), &"+a".repeat(32)] {
            assert!(Token::read(wrong).is_none(), "{wrong}");
        }
    }
}
