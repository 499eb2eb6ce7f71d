//! Deletes what is only useful for a while.

use chrono::{DateTime, Duration, Utc};

use crate::{Db, Error, drafts, held_forms, session, sign_in};

/// How long a page can still say that a link was used, and for how long tries are counted.
const SIGNING_IN: Duration = Duration::days(1);

/// How long an ended session is known. A form that was opened on Friday and sent on Monday is held for its writer,
/// and nothing else says whose it is.
const SESSIONS: Duration = Duration::days(7);

/// How long a form is held for its writer to sign in again.
const HELD_FORMS: Duration = Duration::minutes(30);

/// Deletes sessions last used over a week ago, links and tries of over a day ago, drafts not saved for 60 days, and
/// forms held for over 30 minutes. Says how many there were.
pub async fn sweep(db: &Db, now: DateTime<Utc>) -> Result<u64, Error> {
    db.write(move |tx| {
        Box::pin(async move {
            let sessions = session::prune(tx, now - SESSIONS).await?;
            let links = sign_in::prune(tx, now - SIGNING_IN).await?;
            let drafts = drafts::end_old(tx, now - drafts::LAST).await?;
            let forms = held_forms::prune(tx, now - HELD_FORMS).await?;
            Ok(sessions + links + drafts + forms)
        })
    })
    .await
}
