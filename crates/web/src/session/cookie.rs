//! The cookies of the service. They are made in one place, so that none goes without what keeps it safe.

use std::time::Duration;

use axum::http::HeaderMap;
use axum_extra::extract::cookie::{Cookie, CookieJar, SameSite};

use crate::app::Options;

/// A cookie of the service.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Name {
    /// Knows who is signed in.
    Session,
    /// Lets the page after a request for a link say where it was sent.
    SentTo,
    /// Tells forms of this browser from those of another, before anybody is signed in.
    Form,
}

impl Name {
    /// As browsers know it. They keep one with this prefix to its own host and to TLS.
    pub(crate) fn text(self, options: &Options) -> &'static str {
        match (self, options.is_secure()) {
            (Self::Session, true) => "__Host-session",
            (Self::Session, false) => "session",
            (Self::SentTo, true) => "__Host-sent-to",
            (Self::SentTo, false) => "sent-to",
            (Self::Form, true) => "__Host-form",
            (Self::Form, false) => "form",
        }
    }

    /// The cookie with this value, which goes when the browser is closed.
    pub(crate) fn with(self, value: String, options: &Options) -> Cookie<'static> {
        self.made(value, None, options)
    }

    /// The cookie with this value, which goes after this time.
    pub(crate) fn lasting(self, lasts: Duration, value: String, options: &Options) -> Cookie<'static> {
        self.made(value, Some(lasts), options)
    }

    /// What takes the cookie away.
    pub(crate) fn gone(self, options: &Options) -> Cookie<'static> {
        self.lasting(Duration::ZERO, String::new(), options)
    }

    /// The value that a browser sent.
    pub(crate) fn of(self, headers: &HeaderMap, options: &Options) -> Option<String> {
        let jar = CookieJar::from_headers(headers);
        jar.get(self.text(options)).map(|cookie| cookie.value().to_owned())
    }

    fn made(self, value: String, lasts: Option<Duration>, options: &Options) -> Cookie<'static> {
        let cookie = Cookie::build((self.text(options), value))
            .path("/")
            .http_only(true)
            .same_site(SameSite::Lax)
            .secure(options.is_secure());
        match lasts {
            Some(lasts) => cookie.max_age(lasts.try_into().unwrap_or_default()).build(),
            None => cookie.build(),
        }
    }
}

#[cfg(test)]
mod tests {
    use axum::http::HeaderValue;
    use axum::http::header::COOKIE;

    use super::*;
    use crate::tests::harness::options;

    #[test]
    fn every_cookie_is_kept_to_its_host_and_to_tls() {
        for name in [Name::Session, Name::SentTo, Name::Form] {
            let cookie = name.with("abc".to_owned(), &options("https://cspr.example")).to_string();
            let (named, rest) = cookie.split_once('=').unwrap();
            assert!(named.starts_with("__Host-"), "{cookie}");
            assert_eq!(rest, "abc; HttpOnly; SameSite=Lax; Secure; Path=/");
            let gone = name.gone(&options("http://127.0.0.1:8080")).to_string();
            assert!(gone.ends_with("=; HttpOnly; SameSite=Lax; Path=/; Max-Age=0"), "{gone}");
        }
    }

    #[test]
    fn a_cookie_is_found_among_others() {
        let mut headers = HeaderMap::new();
        headers.insert(COOKIE, HeaderValue::from_static("a=1; session=abc; b=2"));
        let here = options("http://127.0.0.1:8080");
        assert_eq!(Name::Session.of(&headers, &here).as_deref(), Some("abc"));
        assert_eq!(Name::Form.of(&headers, &here), None);
        assert_eq!(Name::Session.of(&headers, &options("https://cspr.example")), None);
    }
}
