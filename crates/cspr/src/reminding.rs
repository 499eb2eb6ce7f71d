//! Reminders while the service runs: looked at when it starts, every minute, and soon after each recorded step.

use std::sync::Arc;
use std::time::Duration;

use chrono::{DateTime, Utc};
use mail::{Bounced, Mailbox, Mailer, Reminders};
use tokio::sync::Notify;
use tokio::task::JoinHandle;
use tokio::time::{MissedTickBehavior, interval, sleep, timeout};
use web::App;

use crate::clock;

/// How often reminders are looked at, whatever happens.
const EVERY: Duration = Duration::from_mins(1);
/// How long after a recorded step, so that several recorded together are looked at together.
const SOON: Duration = Duration::from_secs(2);
/// How long the letter that is leaving may take when the service stops.
const FAREWELL: Duration = Duration::from_mins(1);

/// The reminders of a running service.
pub(crate) struct Reminding {
    reminders: Arc<Reminders>,
    stop: Arc<Notify>,
    task: JoinHandle<()>,
}

impl Reminding {
    /// Begins, by the clock of the service.
    pub(crate) fn start(app: App, mailer: Mailer, mailbox: Option<Mailbox>) -> Self {
        let reminders = Arc::new(Reminders::new(app.db().clone(), mailer, clock::new_id()));
        let stop = Arc::new(Notify::new());
        let task = tokio::spawn(go_on(app, Arc::clone(&reminders), mailbox, Arc::clone(&stop)));
        Self { reminders, stop, task }
    }

    /// Ends when the letter that is leaving has left, and lets another process go on at once.
    pub(crate) async fn stop(mut self) {
        self.reminders.wind_down();
        self.stop.notify_one();
        if timeout(FAREWELL, &mut self.task).await.is_err() {
            tracing::warn!("a letter was cut off when the service stopped: it is shown as uncertain");
            self.task.abort();
        }
        if let Err(error) = self.reminders.stop().await {
            tracing::warn!(%error, "reminders could not be handed on: another process waits for at most 15 minutes");
        }
    }
}

async fn go_on(app: App, reminders: Arc<Reminders>, mut mailbox: Option<Mailbox>, stop: Arc<Notify>) {
    let mut every = interval(EVERY);
    every.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        tokio::select! {
            () = stop.notified() => return,
            _ = every.tick() => {}
            () = app.recorded().notified() => sleep(SOON).await,
        }
        let returned = mailbox.as_mut().map(returned).unwrap_or_default();
        // In a task of its own, so that not even a panic ends the reminders of the service.
        let round = round(Arc::clone(&reminders), returned, app.clock().now());
        match tokio::spawn(round).await {
            Ok(Ok(())) => {}
            Ok(Err(error)) => {
                tracing::warn!(%error, "reminders could not be looked at: tried again in a minute");
            }
            Err(_) => {
                tracing::error!("the program stopped in the middle of reminders: tried again in a minute");
            }
        }
    }
}

/// The messages that came since the last look.
fn returned(mailbox: &mut Mailbox) -> Vec<Vec<u8>> {
    mailbox.new_messages().unwrap_or_else(|error| {
        tracing::warn!(%error, "the mailbox of letters that came back could not be read: tried again in a minute");
        Vec::new()
    })
}

/// Notes what came back, makes what should exist and sends what waits. The log gets counts only.
async fn round(
    reminders: Arc<Reminders>,
    returned: Vec<Vec<u8>>,
    now: DateTime<Utc>,
) -> Result<(), store::Error> {
    let bounced = reminders.came_back(&returned, now).await?;
    if bounced != Bounced::default() {
        tracing::info!(letters = bounced.letters, others = bounced.others, "letters came back");
    }
    let pass = reminders.pass(now).await?;
    if pass.held_until.is_some() {
        tracing::info!("another process makes reminders");
        return Ok(());
    }
    let (made, to_send) = (pass.made.len(), pass.to_send());
    let withdrawn = pass.withdrawn.moved + pass.withdrawn.over;
    tracing::info!(made, to_send, withdrawn, overtaken = pass.overtaken, "reminders were looked at");
    let sending = reminders.send(now).await?;
    tracing::info!(
        letters = sending.letters,
        sent = sending.sent,
        again = sending.again,
        uncertain = sending.uncertain + sending.lapsed.uncertain,
        failed = sending.failed,
        withdrawn = sending.withdrawn,
        passed_over = sending.passed_over,
        "reminders were sent"
    );
    Ok(())
}
