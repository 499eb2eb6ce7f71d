//! What every form has in common: reading what was sent, keeping it as a draft, and saying what is wrong.

use axum::body::to_bytes;
use axum::extract::Request;
use axum::http::header::CONTENT_TYPE;

use case::Command;
use store::Receipt;

use crate::app::App;
use crate::case_view::OpenCase;
use crate::components;
use crate::components::ErrorSummary;
use crate::error::Error;
use crate::form::data::Answers;
use crate::form::errors::Problems;
use crate::form::record::{Stamp, record};
use crate::layers::limits::LARGEST_FORM;

/// The answers in a request, up to the size that forms may have.
pub(crate) async fn answers(request: Request) -> Result<Answers, Error> {
    let kind = request.headers().get(CONTENT_TYPE).map(|kind| kind.as_bytes().to_vec());
    let body = to_bytes(request.into_body(), LARGEST_FORM).await.map_err(|_| Error::TooLarge)?;
    let is_form = kind.is_some_and(|kind| kind.starts_with(b"application/x-www-form-urlencoded"));
    if !is_form && !body.is_empty() {
        return Err(Error::Unreadable);
    }
    Ok(Answers::read(&body))
}

/// The list of what is wrong, on top of a form; none where nothing is.
pub(crate) fn summary(problems: &Problems) -> Option<ErrorSummary> {
    let lines = problems.iter().map(|problem| components::Problem {
        href: format!("#{}", if problem.target.is_empty() { "main-content" } else { &problem.target }),
        message: problem.message.clone(),
    });
    (!problems.is_empty()).then(|| ErrorSummary::new(lines.collect()))
}

/// Records a step that only adds to a case: that somebody else recorded something meanwhile does not stand in its way.
pub(crate) async fn record_beside(
    app: &App,
    open: &OpenCase,
    stamp: Stamp,
    command: Command,
) -> Result<Receipt, store::Error> {
    let mut stamp = stamp;
    for _ in 0..3 {
        match record(app, &open.visitor, open.id, stamp, command.clone()).await {
            Err(store::Error::Conflict(conflict)) => stamp.version = conflict.version,
            outcome => return outcome,
        }
    }
    record(app, &open.visitor, open.id, stamp, command).await
}
