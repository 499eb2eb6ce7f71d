//! Turning a page into an answer.

use askama::Template;
use axum::body::Body;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Redirect};

use crate::error::{Answer, Error};

/// A page with status 200.
pub(crate) fn page(page: &impl Template) -> Answer {
    page_with(StatusCode::OK, page)
}

/// A form shown again with what is wrong with it.
pub(crate) fn refused(page: &impl Template) -> Answer {
    page_with(StatusCode::UNPROCESSABLE_ENTITY, page)
}

/// A page with a status of its own.
pub(crate) fn page_with(status: StatusCode, page: &impl Template) -> Answer {
    let html = page.render().map_err(Error::from)?;
    let kind = HeaderValue::from_static("text/html; charset=utf-8");
    Ok((status, [(header::CONTENT_TYPE, kind)], html).into_response())
}

/// Where to go after something was recorded, so that reloading the page repeats nothing.
#[expect(clippy::unnecessary_wraps, reason = "it ends handlers, which may fail before")]
pub(crate) fn go_to(address: &str) -> Answer {
    Ok(Redirect::to(address).into_response())
}

/// A list for a spreadsheet, under a name that says nothing about anybody.
pub(crate) fn csv(name: &str, content: impl Into<Body>) -> Answer {
    let attachment = HeaderValue::from_str(&format!("attachment; filename=\"{name}.csv\""))
        .map_err(|_| Error::Broken("a file name cannot be written".to_owned()))?;
    let kind = HeaderValue::from_static("text/csv; charset=utf-8");
    Ok(([(header::CONTENT_TYPE, kind), (header::CONTENT_DISPOSITION, attachment)], content.into())
        .into_response())
}
