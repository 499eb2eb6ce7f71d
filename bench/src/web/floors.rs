//! What pages are compared with: the same queries with nothing made of them, and the same bytes out of memory.

use std::net::SocketAddr;
use std::sync::Arc;

use axum::extract::State;
use axum::http::StatusCode;
use axum::routing::get;
use axum::{Router, body::Bytes};
use case::{Actor, Reference};
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use store::case_list::{self, Sort, Wanted};
use store::due::{self, From};
use store::opening::{self, Asked};
use store::{Db, Digest, access, cases, drafts, session};
use tokio::net::TcpListener;

/// Later than any date.
const FAR: NaiveDate = NaiveDate::from_ymd_opt(9999, 12, 31).expect("a day");

#[derive(Clone)]
struct Floor {
    db: Db,
    token: Digest,
    now: DateTime<Utc>,
    page: Bytes,
}

/// Serves the floors on a port of their own; `page` is what the third one answers.
pub(crate) async fn serve(
    db: Db,
    token: Digest,
    now: DateTime<Utc>,
    page: Vec<u8>,
) -> anyhow::Result<SocketAddr> {
    let floor = Floor { db, token, now, page: page.into() };
    let routes = Router::new()
        .route("/case", get(case_page))
        .route("/due", get(due_page))
        .route("/cases", get(list_page))
        .route("/bytes", get(|State(floor): State<Arc<Floor>>| async move { floor.page.clone() }))
        .with_state(Arc::new(floor));
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let address = listener.local_addr()?;
    tokio::spawn(async move { axum::serve(listener, routes).await });
    Ok(address)
}

async fn actor(floor: &Floor) -> Result<Actor, store::Error> {
    let found = session::find(&mut floor.db.glance().await?, floor.token, None).await?;
    found.map(|found| found.actor).ok_or(store::Error::NotFound)
}

/// What the overview of a case reads.
async fn case_page(State(floor): State<Arc<Floor>>) -> Result<String, StatusCode> {
    let read = async {
        let asked = Asked {
            reference: Reference { year: 2026, serial: 1 },
            since: floor.now - TimeDelta::minutes(15),
        };
        let found = session::find(&mut floor.db.glance().await?, floor.token, Some(asked)).await?;
        let found = found.ok_or(store::Error::NotFound)?;
        let named = found.named.ok_or(store::Error::NotFound)?;
        let (_, case) = opening::open(&floor.db, &found.actor, floor.now, &named, None).await?;
        Ok(case.version().to_string())
    };
    told(read.await)
}

/// What the page of everybody's work reads.
async fn due_page(State(floor): State<Arc<Floor>>) -> Result<String, StatusCode> {
    let read = async {
        let actor = actor(&floor).await?;
        let mut tx = floor.db.snapshot().await?;
        let mine = due::of_lead(&mut tx, &actor, actor.person, From::TheBeginning, FAR, 76).await?;
        let undated = due::undated(&mut tx, &actor).await?;
        let counted = due::due(&mut tx, &actor, From::TheBeginning, FAR, 101).await?;
        let rows = due::due(&mut tx, &actor, From::TheBeginning, FAR, 51).await?;
        let ids: Vec<_> = rows.iter().take(25).map(|row| row.case).collect();
        let cases = cases::several(&mut tx, &actor, &ids).await?;
        let unfinished = drafts::of_person(&mut tx, actor.person).await?;
        let recent = access::recent(&mut tx, actor.person, 10).await?;
        let read =
            [mine.rows.len(), undated.len(), counted.len(), cases.len(), unfinished.len(), recent.len()];
        Ok(read.iter().sum::<usize>().to_string())
    };
    told(read.await)
}

/// What the list of cases reads.
async fn list_page(State(floor): State<Arc<Floor>>) -> Result<String, StatusCode> {
    let read = async {
        let actor = actor(&floor).await?;
        let wanted = Wanted { sort: Sort::NextDeadline, page: 1, ..Wanted::default() };
        let page = case_list::open(&floor.db, &actor, floor.now, &wanted, 25).await?;
        Ok(page.rows.len().to_string())
    };
    told(read.await)
}

/// A floor that cannot read would be a very low one.
fn told(read: Result<String, store::Error>) -> Result<String, StatusCode> {
    read.map_err(|_| StatusCode::INTERNAL_SERVER_ERROR)
}
