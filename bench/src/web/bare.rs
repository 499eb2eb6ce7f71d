//! The pages without what is around them: no session is looked up, no header added, nothing limited and nothing logged.

use std::net::SocketAddr;
use std::sync::Arc;

use axum::Router;
use chrono::{DateTime, Utc};
use store::{Db, Digest, session};
use tokio::net::TcpListener;
use uuid::Uuid;
use web::{App, Clock, Example, Foreseen, Letter, Options, Post, Posted, Preview, SignedIn};

/// A clock that stands still.
struct Still(DateTime<Utc>);

impl Clock for Still {
    fn now(&self) -> DateTime<Utc> {
        self.0
    }

    fn id(&self) -> Uuid {
        Uuid::nil()
    }

    fn token(&self) -> [u8; 32] {
        [0; 32]
    }
}

/// A post that nobody uses.
struct NoPost;

impl Post for NoPost {
    fn send(&self, _: Letter) -> Posted<'_> {
        Box::pin(async { Err("nothing is sent while measuring".to_owned()) })
    }

    fn preview(&self, _: &Foreseen<'_>) -> Result<Preview, String> {
        Err("nothing is written while measuring".to_owned())
    }

    fn examples(&self) -> Vec<Example> {
        Vec::new()
    }
}

/// Serves the pages as the person of this session sees them.
pub(crate) async fn serve(db: Db, token: Digest, now: DateTime<Utc>) -> anyhow::Result<SocketAddr> {
    let found = session::find(&mut db.glance().await?, token, None).await?;
    let found = found.ok_or_else(|| anyhow::anyhow!("nobody is signed in"))?;
    listen(web::without_layers(app(db, now).await?, SignedIn::of(found, token, now))).await
}

/// Serves everything, at a time that stands still.
pub(crate) async fn serve_all(db: Db, now: DateTime<Utc>) -> anyhow::Result<SocketAddr> {
    listen(web::router(app(db, now).await?)).await
}

/// Every route there is.
pub(crate) async fn routes(db: Db, now: DateTime<Utc>) -> anyhow::Result<Vec<String>> {
    Ok(web::routes(&app(db, now).await?))
}

async fn app(db: Db, now: DateTime<Utc>) -> anyhow::Result<App> {
    let options = Options {
        origin: "http://127.0.0.1".to_owned(),
        telephone: None,
        examples: false,
        behind_proxy: false,
        most_at_once: 64,
    };
    Ok(App::new(db, Arc::new(Still(now)), Arc::new(NoPost), options).await?)
}

async fn listen(routes: Router) -> anyhow::Result<SocketAddr> {
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let address = listener.local_addr()?;
    tokio::spawn(async move { axum::serve(listener, routes).await });
    Ok(address)
}
