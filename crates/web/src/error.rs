//! Why a request was not answered with what it asked for. The page that says so is made once, in `layers::errors`.

use std::sync::Arc;

use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use store::FaultKind;

/// Why there is no ordinary answer.
#[derive(Clone, Debug, thiserror::Error)]
pub enum Error {
    /// There is no such thing, or the visitor may not know of it: both answer alike.
    #[error("not found")]
    NotFound,
    /// The visitor may know of the case but not do this.
    #[error("not permitted")]
    Denied,
    /// A link for signing in that was used before.
    #[error("the link was used before")]
    LinkUsed,
    /// A link for signing in that is too old, or was never sent.
    #[error("the link has expired")]
    LinkExpired,
    /// The form cannot be understood: a hidden part is missing or was changed.
    #[error("the form cannot be understood")]
    Unreadable,
    /// The form came from another site.
    #[error("the form came from another site")]
    CrossSite,
    /// More was sent than a form can hold.
    #[error("too large")]
    TooLarge,
    /// Too many tries in a short time.
    #[error("too many tries")]
    TooMany,
    /// The service is at its limit. Nothing was begun.
    #[error("busy")]
    Busy,
    /// It took too long. What was begun may yet be done.
    #[error("took too long")]
    TooLong,
    /// The record did not answer. The log says why.
    #[error("{0}")]
    Unreachable(String),
    /// Nobody can do this in this way.
    #[error("no such way to ask")]
    WrongMethod,
    /// Something broke. The log says what, under a reference that the page shows.
    #[error("{0}")]
    Broken(String),
}

/// What a handler answers.
pub(crate) type Answer = Result<Response, Error>;

impl Error {
    /// The status of the answer.
    pub fn status(&self) -> StatusCode {
        match self {
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::Denied | Self::CrossSite => StatusCode::FORBIDDEN,
            Self::LinkUsed | Self::LinkExpired => StatusCode::GONE,
            Self::Unreadable => StatusCode::BAD_REQUEST,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::TooMany => StatusCode::TOO_MANY_REQUESTS,
            Self::Busy | Self::TooLong | Self::Unreachable(_) => StatusCode::SERVICE_UNAVAILABLE,
            Self::WrongMethod => StatusCode::METHOD_NOT_ALLOWED,
            Self::Broken(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// The error that an answer of a layer stands for, where it is one.
    pub fn of_status(status: StatusCode) -> Option<Self> {
        Some(match status {
            StatusCode::NOT_FOUND => Self::NotFound,
            StatusCode::FORBIDDEN => Self::CrossSite,
            StatusCode::BAD_REQUEST
            | StatusCode::UNPROCESSABLE_ENTITY
            | StatusCode::UNSUPPORTED_MEDIA_TYPE => Self::Unreadable,
            StatusCode::PAYLOAD_TOO_LARGE => Self::TooLarge,
            StatusCode::METHOD_NOT_ALLOWED => Self::WrongMethod,
            StatusCode::REQUEST_TIMEOUT | StatusCode::GATEWAY_TIMEOUT => Self::TooLong,
            StatusCode::SERVICE_UNAVAILABLE => Self::Busy,
            status if status.is_client_error() => Self::NotFound,
            status if status.is_server_error() => Self::Broken(status.to_string()),
            _ => return None,
        })
    }
}

impl From<store::Error> for Error {
    fn from(error: store::Error) -> Self {
        match error {
            store::Error::NotFound => Self::NotFound,
            store::Error::Denied(_) => Self::Denied,
            store::Error::Database(fault)
                if matches!(fault.kind, FaultKind::Unreachable | FaultKind::Busy) =>
            {
                Self::Unreachable(fault.to_string())
            }
            other => Self::Broken(other.to_string()),
        }
    }
}

impl From<askama::Error> for Error {
    fn from(error: askama::Error) -> Self {
        Self::Broken(format!("a page cannot be made: {error}"))
    }
}

/// Carries the error to the layer that makes the page.
impl IntoResponse for Error {
    fn into_response(self) -> Response {
        let mut response = self.status().into_response();
        response.extensions_mut().insert(Arc::new(self));
        response
    }
}
