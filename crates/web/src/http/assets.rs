//! Styles, scripts and icons, built into the program and served under names that change with their content.

use axum::body::Body;
use axum::extract::Path;
use axum::http::{HeaderMap, Response, StatusCode, header};

/// The addresses a page's head needs.
#[derive(Debug)]
pub(crate) struct Names {
    pub styles: &'static str,
    /// The components' behaviour, which `app` imports.
    pub govuk: &'static str,
    pub app: &'static str,
    /// The icon in a tab.
    pub favicon_svg: &'static str,
    /// The same for browsers that take no drawing.
    pub favicon_ico: &'static str,
    /// The icon on a phone's first screen.
    pub touch_icon: &'static str,
}

/// One file, as it is and in smaller encodings where those are worth it.
#[derive(Debug)]
pub(crate) struct File {
    name: &'static str,
    kind: &'static str,
    identity: &'static [u8],
    br: Option<&'static [u8]>,
    gzip: Option<&'static [u8]>,
}

include!(concat!(env!("OUT_DIR"), "/assets.rs"));

/// Answers `/assets/{file}`. A name changes with its content, so browsers may keep a file for a year.
pub(crate) async fn asset(Path(name): Path<String>, asked: HeaderMap) -> Response<Body> {
    let Some(file) = FILES.iter().find(|file| file.name == name) else {
        return answer(StatusCode::NOT_FOUND, &[], b"");
    };
    let accepted =
        asked.get(header::ACCEPT_ENCODING).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let (encoding, bytes) = file.encoded(accepted);
    let mut headers = vec![
        (header::CONTENT_TYPE, file.kind),
        (header::CACHE_CONTROL, "public, max-age=31536000, immutable"),
        (header::VARY, "accept-encoding"),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    ];
    headers.extend(encoding.map(|encoding| (header::CONTENT_ENCODING, encoding)));
    answer(StatusCode::OK, &headers, bytes)
}

fn answer(
    status: StatusCode,
    headers: &[(header::HeaderName, &'static str)],
    body: &'static [u8],
) -> Response<Body> {
    let mut response = Response::new(Body::from(body));
    *response.status_mut() = status;
    for (name, value) in headers {
        response.headers_mut().insert(name, header::HeaderValue::from_static(value));
    }
    response
}

impl File {
    /// The smallest encoding the browser takes, and its name.
    fn encoded(&self, accepted: &str) -> (Option<&'static str>, &'static [u8]) {
        if let (true, Some(bytes)) = (takes(accepted, "br"), self.br) {
            return (Some("br"), bytes);
        }
        if let (true, Some(bytes)) = (takes(accepted, "gzip"), self.gzip) {
            return (Some("gzip"), bytes);
        }
        (None, self.identity)
    }
}

/// Whether an `Accept-Encoding` names this encoding, and not with a weight of nothing.
fn takes(accepted: &str, encoding: &str) -> bool {
    accepted.split(',').any(|one| {
        let mut parts = one.split(';').map(str::trim);
        let named = parts.next().is_some_and(|name| name.eq_ignore_ascii_case(encoding));
        let refused = parts
            .filter_map(|part| part.strip_prefix("q="))
            .any(|weight| weight.parse::<f32>().is_ok_and(|weight| weight <= 0.0));
        named && !refused
    })
}

#[cfg(test)]
impl File {
    pub(crate) fn name(&self) -> &'static str {
        self.name
    }

    /// What the file says, when it is text.
    pub(crate) fn text(&self) -> Option<&'static str> {
        std::str::from_utf8(self.identity).ok()
    }

    /// How many bytes a browser loads at the least.
    pub(crate) fn smallest(&self) -> usize {
        self.br.map_or(self.identity.len(), <[u8]>::len)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    async fn ask(name: &str, accepted: &'static str) -> Response<Body> {
        let mut headers = HeaderMap::new();
        if !accepted.is_empty() {
            headers.insert(header::ACCEPT_ENCODING, header::HeaderValue::from_static(accepted));
        }
        asset(Path(name.trim_start_matches("/assets/").to_owned()), headers).await
    }

    fn said(response: &Response<Body>, name: header::HeaderName) -> Option<&str> {
        response.headers().get(name).map(|value| value.to_str().unwrap())
    }

    #[tokio::test]
    async fn a_file_is_kept_for_a_year_and_sent_as_small_as_the_browser_takes_it() {
        for (accepted, encoding) in [
            ("gzip, deflate, br, zstd", Some("br")),
            ("gzip, br;q=0", Some("gzip")),
            ("GZIP;q=0.5", Some("gzip")),
            ("identity", None),
            ("", None),
        ] {
            let response = ask(NAMES.styles, accepted).await;
            assert_eq!(response.status(), StatusCode::OK);
            assert_eq!(said(&response, header::CONTENT_ENCODING), encoding, "{accepted}");
            assert_eq!(said(&response, header::CONTENT_TYPE), Some("text/css; charset=utf-8"));
            assert_eq!(said(&response, header::CACHE_CONTROL), Some("public, max-age=31536000, immutable"));
            assert_eq!(said(&response, header::VARY), Some("accept-encoding"));
            assert_eq!(said(&response, header::X_CONTENT_TYPE_OPTIONS), Some("nosniff"));
        }
    }

    #[tokio::test]
    async fn a_picture_is_sent_as_it_is() {
        let response = ask(NAMES.touch_icon, "br, gzip").await;
        assert_eq!(said(&response, header::CONTENT_ENCODING), None);
        assert_eq!(said(&response, header::CONTENT_TYPE), Some("image/png"));
    }

    #[tokio::test]
    async fn an_unknown_name_is_not_found() {
        for name in ["app.css", "../Cargo.toml", ""] {
            assert_eq!(ask(name, "br").await.status(), StatusCode::NOT_FOUND, "{name}");
        }
    }

    #[test]
    fn our_script_imports_the_file_that_is_there() {
        let app = FILES.iter().find(|file| NAMES.app.ends_with(file.name)).unwrap().text().unwrap();
        let govuk = NAMES.govuk.trim_start_matches("/assets/");
        assert!(app.contains(&format!("from './{govuk}'")));
    }
}
