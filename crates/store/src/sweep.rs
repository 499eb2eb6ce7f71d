//! What is only of use for a while, and goes.

use chrono::{DateTime, Duration, Utc};

use crate::{Db, Error, drafts, held_forms, session, sign_in};

/// For how long a page can still say that a link was used, and tries are counted.
const SIGNING_IN: Duration = Duration::days(1);

/// For how long an ended session is known. What is sent on Monday from a form that was opened on Friday is held for its
/// writer, whom nothing else tells.
const SESSIONS: Duration = Duration::days(7);

/// For how long a form waits for its writer to sign in again.
const HELD_FORMS: Duration = Duration::minutes(30);

/// Forgets sessions of more than a week ago, links and tries of more than a day ago, drafts nobody saved for 60 days, and forms held for more
/// than 30 minutes. Gives how many of them went.
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
