//! What the next page is to say, once.

use serde::{Deserialize, Serialize};
use store::{Digest, session};

use crate::app::App;
use crate::error::Error;
use crate::session::SignedIn;

/// A message that is shown once, on the next page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Flash {
    /// What happened.
    pub happened: String,
    /// What is next, perhaps with a date.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next: Option<String>,
}

impl Flash {
    /// What happened.
    pub fn new(happened: impl Into<String>) -> Self {
        Self { happened: happened.into(), next: None }
    }

    /// And what is next, where something is.
    #[must_use]
    pub fn next(self, next: impl Into<Option<String>>) -> Self {
        Self { next: next.into(), ..self }
    }

    /// As the session keeps it.
    pub fn text(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// The message that a session kept.
    pub fn read(text: &str) -> Option<Self> {
        serde_json::from_str(text).ok()
    }
}

/// Leaves a message for the next page, where nothing is recorded in a case with which it could be left.
pub(crate) async fn flash(app: &App, visitor: &SignedIn, message: Flash) -> Result<(), Error> {
    let (text, session) = (message.text(), Digest(visitor.session));
    app.db().write(move |tx| Box::pin(async move { session::set_flash(tx, session, &text).await })).await?;
    Ok(())
}
