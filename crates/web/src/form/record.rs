//! Recording a step: once, however often the button is pressed, with the message for the next page.

use askama::Template;
use askama::filters::HtmlSafe;
use case::{CaseId, Command};
use store::{Db, Digest, Receipt, Request, drafts};
use uuid::Uuid;

use crate::app::App;
use crate::error::Error;
use crate::form::data::Answers;
use crate::session::{Flash, SignedIn};

/// What a form carries beside its answers: which version of the case its writer saw, and a key that makes a second press
/// of the same show the result of the first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Template)]
#[template(path = "components/stamp.html")]
pub(crate) struct Stamp {
    /// The number of the last entry the writer has seen.
    pub version: u32,
    /// The key of this request.
    pub request: Uuid,
}

impl HtmlSafe for Stamp {}

impl Stamp {
    /// For a form that is shown for the first time.
    pub(crate) fn new(app: &App, version: u32) -> Self {
        Self { version, request: app.clock().id() }
    }

    /// As a form sent it back.
    pub(crate) fn read(answers: &Answers) -> Result<Self, Error> {
        let version = answers.one("version").parse().map_err(|_| Error::Unreadable)?;
        let request = Uuid::parse_str(answers.one("request")).map_err(|_| Error::Unreadable)?;
        Ok(Self { version, request })
    }
}

/// What is done with a recording: the draft is forgotten, and the next page says this.
pub(crate) struct Along {
    /// The path of the form.
    pub draft: String,
    pub flash: Flash,
}

/// Records a step in a case.
///
/// # Errors
/// As the store answers: what the rules refuse goes back into the form, and a conflict is shown to the writer.
pub(crate) async fn record(
    app: &App,
    visitor: &SignedIn,
    case: CaseId,
    stamp: Stamp,
    command: Command,
) -> Result<Receipt, store::Error> {
    record_together(app, visitor, case, stamp, vec![command], None).await
}

/// Records several steps, all of them or none, and what is done with them in the same transaction.
///
/// # Errors
/// As [`record`].
pub(crate) async fn record_together(
    app: &App,
    visitor: &SignedIn,
    case: CaseId,
    stamp: Stamp,
    commands: Vec<Command>,
    along: Option<Along>,
) -> Result<Receipt, store::Error> {
    let mut commands = commands.into_iter();
    let Some(command) = commands.next() else { return Err(store::Error::NotFound) };
    let along = along.map(|along| store::Along {
        draft: along.draft,
        session: Digest(visitor.session),
        flash: along.flash.text(),
    });
    let request = Request {
        actor: (*visitor.actor).clone(),
        case,
        expected: stamp.version,
        command,
        then: commands.collect(),
        key: Some(stamp.request),
        now: app.clock().now(),
        today: app.clock().today(),
        seed: app.clock().id(),
        along,
    };
    let receipt = app.db().execute(&app.known().basis, request).await?;
    app.recorded().notify_one();
    Ok(receipt)
}

/// Throws away the draft of a form that was sent.
pub(crate) async fn forget_draft(db: &Db, visitor: &SignedIn, path: &str) -> Result<(), Error> {
    let (person, path) = (visitor.actor.person, path.to_owned());
    db.write(move |tx| Box::pin(async move { drafts::remove(tx, person, &path).await })).await?;
    Ok(())
}
