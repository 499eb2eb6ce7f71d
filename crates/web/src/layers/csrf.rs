//! Refuses forms that another site sends in somebody's name.
//!
//! Browsers say where a request comes from, in `Sec-Fetch-Site` or at least in `Origin`. Where both are missing, because
//! something on the way takes them out, a form has to bring back the token that its own page gave it. Pages for browsers
//! that send `Sec-Fetch-Site` need none and get none.

use axum::body::{Body, to_bytes};
use axum::extract::{Request, State};
use axum::http::header::{CONTENT_TYPE, HOST, ORIGIN, SET_COOKIE};
use axum::http::{HeaderMap, HeaderValue, Uri};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use ring::hmac;

use crate::app::{App, Options};
use crate::error::{Answer, Error};
use crate::form::data::{Answers, FORM_TOKEN};
use crate::layers::limits::LARGEST_FORM;
use crate::session::Token;
use crate::session::cookie::Name;
use crate::session::visitor::token_of;

/// Where a request comes from, as far as it says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum From {
    /// From a page of this service, or from nobody but the person: a bookmark, an address that was typed.
    Here,
    /// From another site.
    Elsewhere,
    /// The browser does not say.
    Unsaid,
}

/// Lets through what only looks, and what comes from a page of this service.
pub(crate) async fn guard(State(app): State<App>, request: Request, next: Next) -> Response {
    match (from(request.headers(), request.uri(), app.options()), request.method().is_safe()) {
        (From::Here, _) | (From::Elsewhere, true) => next.run(request).await,
        (From::Elsewhere, false) => Error::CrossSite.into_response(),
        (From::Unsaid, _) => with_tokens(&app, request, next).await.unwrap_or_else(Error::into_response),
    }
}

fn from(headers: &HeaderMap, uri: &Uri, options: &Options) -> From {
    if let Some(site) = headers.get("sec-fetch-site") {
        return if site == "same-origin" || site == "none" { From::Here } else { From::Elsewhere };
    }
    let scheme = if options.is_secure() { "https" } else { "http" };
    let host = uri.authority().map(|host| host.as_str().as_bytes());
    let host = host.or_else(|| headers.get(HOST).map(HeaderValue::as_bytes)).unwrap_or_default();
    match headers.get(ORIGIN) {
        None => From::Unsaid,
        Some(origin) if origin == "null" => From::Unsaid,
        Some(origin) if *origin == *[scheme.as_bytes(), b"://", host].concat() => From::Here,
        Some(_) => From::Elsewhere,
    }
}

/// Asks for the token where the request changes something, and gives one to each form of the page that answers it.
async fn with_tokens(app: &App, request: Request, next: Next) -> Answer {
    let session = token_of(request.headers(), app.options());
    let browser = Name::Form.of(request.headers(), app.options()).and_then(|text| Token::read(&text));
    let request =
        if request.method().is_safe() { request } else { checked(request, [session, browser]).await? };
    let response = next.run(request).await;
    match session.or(browser) {
        Some(secret) => Ok(marked(response, &secret).await?.0),
        None => for_a_new_browser(app, response).await,
    }
}

/// The request, if its form brings the token of one of these secrets.
async fn checked(request: Request, secrets: [Option<Token>; 2]) -> Result<Request, Error> {
    let (parts, body) = request.into_parts();
    let body = to_bytes(body, LARGEST_FORM).await.map_err(|_| Error::TooLarge)?;
    let given = Token::read(Answers::read(&body).one(FORM_TOKEN)).ok_or(Error::CrossSite)?;
    let is_ours =
        secrets.iter().flatten().any(|secret| hmac::verify(&key(secret), PURPOSE, &given.0).is_ok());
    if is_ours { Ok(Request::from_parts(parts, Body::from(body))) } else { Err(Error::CrossSite) }
}

/// A page for somebody of whom nothing is known yet: where a form is on it, their browser gets a secret of its own.
async fn for_a_new_browser(app: &App, response: Response) -> Answer {
    let secret = Token(app.clock().token());
    let (mut response, forms) = marked(response, &secret).await?;
    if forms > 0 {
        let cookie = Name::Form.with(secret.text(), app.options()).to_string();
        let cookie = HeaderValue::try_from(cookie).map_err(|error| Error::Broken(error.to_string()))?;
        response.headers_mut().append(SET_COOKIE, cookie);
    }
    Ok(response)
}

/// The answer with a token in each form that sends, and how many there are.
async fn marked(response: Response, secret: &Token) -> Result<(Response, usize), Error> {
    let kind = response.headers().get(CONTENT_TYPE);
    if !kind.is_some_and(|kind| kind.as_bytes().starts_with(b"text/html")) {
        return Ok((response, 0));
    }
    let (parts, body) = response.into_parts();
    let page = to_bytes(body, usize::MAX).await.map_err(|error| Error::Broken(error.to_string()))?;
    let (page, forms) = with_fields(&String::from_utf8_lossy(&page), &form_token(secret));
    Ok((Response::from_parts(parts, Body::from(page)), forms))
}

/// In one place for all pages, so that no form can be without it. What people wrote is escaped and holds no tag.
fn with_fields(page: &str, token: &str) -> (String, usize) {
    let (mut marked, mut forms) = (String::with_capacity(page.len() + 512), 0);
    let mut parts = page.split("<form");
    marked.push_str(parts.next().unwrap_or_default());
    for part in parts {
        let (tag, rest) = part.split_once('>').unwrap_or((part, ""));
        marked.push_str("<form");
        marked.push_str(tag);
        marked.push('>');
        if tag.contains(" method=\"post\"") {
            forms += 1;
            for part in ["<input type=\"hidden\" name=\"", FORM_TOKEN, "\" value=\"", token, "\">"] {
                marked.push_str(part);
            }
        }
        marked.push_str(rest);
    }
    (marked, forms)
}

/// What the token is made for. Whoever sees it learns nothing of the secret.
const PURPOSE: &[u8] = b"a form of this browser";

fn key(secret: &Token) -> hmac::Key {
    hmac::Key::new(hmac::HMAC_SHA256, &secret.0)
}

/// The token of the forms of whoever holds this secret. Nothing of it is stored.
fn form_token(secret: &Token) -> String {
    let mut tag = Token([0; 32]);
    tag.0.copy_from_slice(hmac::sign(&key(secret), PURPOSE).as_ref());
    tag.text()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tests::harness::options;

    fn says(origin: &str, headers: &[(&'static str, &'static str)]) -> From {
        let mut all = HeaderMap::new();
        all.insert(HOST, HeaderValue::from_static("cspr.example"));
        for (name, value) in headers {
            all.insert(*name, HeaderValue::from_static(value));
        }
        from(&all, &Uri::from_static("/sign-in"), &options(origin))
    }

    #[test]
    fn where_a_request_comes_from_is_what_the_browser_says() {
        let site = "sec-fetch-site";
        for (headers, is) in [
            (&[(site, "same-origin")][..], From::Here),
            (&[(site, "none")], From::Here),
            (&[(site, "same-origin"), ("origin", "null")], From::Here),
            (&[(site, "same-site")], From::Elsewhere),
            (&[(site, "cross-site")], From::Elsewhere),
            (&[(site, "")], From::Elsewhere),
            (&[(site, "cross-site"), ("origin", "https://cspr.example")], From::Elsewhere),
            (&[("origin", "https://cspr.example")], From::Here),
            (&[("origin", "http://cspr.example")], From::Elsewhere),
            (&[("origin", "https://cspr.example:8443")], From::Elsewhere),
            (&[("origin", "https://elsewhere.example")], From::Elsewhere),
            (&[("origin", "https://cspr.example.elsewhere.example")], From::Elsewhere),
            (&[("origin", "")], From::Elsewhere),
            (&[("origin", "null")], From::Unsaid),
            (&[], From::Unsaid),
        ] {
            assert_eq!(says("https://cspr.example", headers), is, "{headers:?}");
        }
        assert_eq!(says("http://cspr.example", &[("origin", "http://cspr.example")]), From::Here);
        assert_eq!(says("http://cspr.example", &[("origin", "https://cspr.example")]), From::Elsewhere);
    }

    #[test]
    fn forms_that_send_get_the_token_and_others_do_not() {
        let page = "<p>a</p><form method=\"post\" action=\"/a\"><b></b></form><form action=\"/search\" method=\"get\"></form>";
        let (marked, forms) = with_fields(page, "t");
        let field = "<input type=\"hidden\" name=\"form_token\" value=\"t\">";
        assert_eq!((marked.matches(field).count(), forms), (1, 1));
        assert!(marked.contains(&format!("action=\"/a\">{field}<b>")), "{marked}");
        assert_eq!(marked.replace(field, ""), page);
    }
}
