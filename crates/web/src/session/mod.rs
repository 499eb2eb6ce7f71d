//! Who is signed in, from where, and what travels with them from one page to the next.

pub(crate) mod client;
pub(crate) mod cookie;
mod flash;
pub(crate) mod held_form;
pub(crate) mod visitor;

use store::{Digest, session};

use crate::app::App;
use crate::error::Error;

pub(crate) use flash::Flash;
pub use visitor::SignedIn;
pub(crate) use visitor::*;

/// Leaves a message for the next page, where nothing is recorded in a case with which it could be left.
pub(crate) async fn flash(app: &App, visitor: &SignedIn, message: Flash) -> Result<(), Error> {
    let (text, session) = (message.text(), Digest(visitor.session));
    app.db().write(move |tx| Box::pin(async move { session::set_flash(tx, session, &text).await })).await?;
    Ok(())
}
