//! What the address of a page names. An address that cannot name anything is that of no page.

use std::str::FromStr;

use axum::extract::{FromRequestParts, Path, RawPathParams};
use axum::http::request::Parts;
use case::Reference;
use serde::de::DeserializeOwned;

use crate::error::Error;

/// The name of the part of an address that names a case.
const CASE: &str = "case";

/// The parts of the address, such as an id.
pub(crate) struct At<T>(pub(crate) T);

impl<T: DeserializeOwned + Send, S: Send + Sync> FromRequestParts<S> for At<T> {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Error> {
        let Path(named) = Path::from_request_parts(parts, state).await.map_err(|_| Error::NotFound)?;
        Ok(Self(named))
    }
}

/// What the address of a page of a case names after the case, such as the number of an entry.
pub(crate) struct Below<T>(pub(crate) T);

impl<T: FromStr, S: Send + Sync> FromRequestParts<S> for Below<T> {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Error> {
        let all = every(parts, state).await?;
        let last = all.iter().filter(|(name, _)| *name != CASE).last();
        last.and_then(|(_, value)| value.parse().ok()).map(Self).ok_or(Error::NotFound)
    }
}

/// What the address of a page of a case calls the case.
pub(crate) async fn of_case<S: Send + Sync>(parts: &mut Parts, state: &S) -> Result<String, Error> {
    let all = every(parts, state).await?;
    let case = all.iter().find(|(name, _)| *name == CASE);
    case.map(|(_, value)| value.to_owned()).ok_or(Error::NotFound)
}

/// The reference in the path of a page of a case. One that is written in another way is read from the parts of the address.
pub(crate) fn reference(path: &str) -> Option<Reference> {
    let case = path.strip_prefix("/cases/")?.split('/').next()?;
    let reference = case.split_once('.').map_or(case, |(_, reference)| reference);
    reference.parse().ok()
}

async fn every<S: Send + Sync>(parts: &mut Parts, state: &S) -> Result<RawPathParams, Error> {
    RawPathParams::from_request_parts(parts, state).await.map_err(|_| Error::NotFound)
}

/// A path of this service, so that a link leads nowhere else.
pub(crate) fn local(path: &str) -> Option<&str> {
    let is_local = path.starts_with('/')
        && !path.starts_with("//")
        && !path.contains('\\')
        && !path.contains(char::is_control)
        && path.len() < 500;
    is_local.then_some(path)
}

#[cfg(test)]
mod tests {
    use super::local;

    #[test]
    fn a_link_leads_to_a_page_of_this_service_only() {
        assert_eq!(local("/cases/2026-014?a=b"), Some("/cases/2026-014?a=b"));
        for elsewhere in ["", "https://example.org", "//example.org", "/\\example.org", "/a\nb", "cases"] {
            assert_eq!(local(elsewhere), None, "{elsewhere}");
        }
    }
}
