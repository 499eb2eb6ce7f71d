//! Answering requests until somebody says stop.

use std::future::Future;
use std::io;
use std::net::SocketAddr;
use std::time::Duration;

use store::statistics;
use tokio::net::TcpListener;
use tokio::time::{MissedTickBehavior, interval};

use crate::app::App;
use crate::router::router;

/// How often the service looks again at what seldom changes, for what was changed elsewhere.
const LOOK_AGAIN: Duration = Duration::from_mins(1);
/// How often it sweeps out what has ended.
const SWEEP: Duration = Duration::from_mins(10);
/// How often the database looks again at how much is where.
const STATISTICS: Duration = Duration::from_hours(24);

/// Answers requests until `stop` comes, then lets those in hand finish.
pub async fn serve(
    app: App,
    listener: TcpListener,
    stop: impl Future<Output = ()> + Send + 'static,
) -> io::Result<()> {
    let chores = tokio::spawn(chores(app.clone()));
    let service = router(app).into_make_service_with_connect_info::<SocketAddr>();
    let end = axum::serve(listener, service).with_graceful_shutdown(stop).await;
    chores.abort();
    end
}

/// What is done beside the requests. A failure is logged and tried again the next time.
async fn chores(app: App) {
    let [mut look_again, mut sweep, mut count] = [LOOK_AGAIN, SWEEP, STATISTICS].map(|period| {
        let mut interval = interval(period);
        interval.set_missed_tick_behavior(MissedTickBehavior::Delay);
        interval
    });
    loop {
        let done = tokio::select! {
            _ = look_again.tick() => app.look_again().await,
            _ = sweep.tick() => store::sweep(app.db(), app.clock().now()).await.map(drop),
            _ = count.tick() => app.db().write(|tx| Box::pin(statistics::renew(tx))).await,
        };
        if let Err(error) = done {
            tracing::warn!(%error, "a chore could not be done");
        }
    }
}
