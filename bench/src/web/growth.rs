//! Every page there is, as everybody who may open it sees it, over few cases and over many. What a page costs must not grow
//! with what it does not show.

use std::time::Duration;

use chrono::{DateTime, Utc};
use store::Db;

use super::bare;
use super::everyone::{self, EVERYONE};
use super::exports::EXPORTS;
use super::load::Ask;
use crate::place::{Place, today};
use crate::report::{Report, Target};
use crate::timing::{median, ratio, show};

/// What stands for the parts of a route that name something, the same in every record; `1` for all others.
const PARTS: [(&str, &str); 6] = [
    ("{case}", "2026-002"),
    ("{partner}", "council"),
    ("{question}", "rapid-review"),
    ("{key}", "rapid-review"),
    ("{slug}", "measured"),
    ("{number}", "5"),
];

/// What lists are asked for beside their first page.
const ASKED: [&str; 6] = [
    "/due?whose=everyone",
    "/due?whose=others",
    "/cases?sort=reference",
    "/cases?sort=updated&order=down",
    "/cases?stage=closed",
    "/actions?page=2",
];

/// How many times each record is asked in turn, and how often in one go.
const ROUNDS: usize = 3;
const EACH: usize = 5;
/// How many more rounds decide where a page seems to grow.
const AGAIN: usize = 12;
/// How much longer a page may take over the largest record than over the smallest.
const MOST: f64 = 1.5;

/// One page as somebody sees it, over the smallest record first.
struct Page {
    what: String,
    times: Vec<Duration>,
}

impl Page {
    fn growth(&self) -> f64 {
        ratio(self.largest(), self.smallest())
    }

    fn smallest(&self) -> Duration {
        self.times[0]
    }

    fn largest(&self) -> Duration {
        self.times[self.times.len() - 1]
    }
}

/// Measures it over all records.
pub(crate) async fn run(place: &Place, report: &mut Report) -> anyhow::Result<()> {
    let now = today().and_hms_opt(9, 0, 0).map(|time| time.and_utc()).unwrap_or_default();
    let mut records = Vec::new();
    for size in &place.sizes {
        let db = everyone::copy(place, size, now).await?;
        let address = bare::serve_all(db.clone(), now).await?;
        records.push((db, address));
    }
    let paths = paths(&records[0].0, now).await?;
    let mut pages = Vec::new();
    for (number, (role, ..)) in EVERYONE.iter().enumerate() {
        for path in &paths {
            let asks: Vec<_> =
                records.iter().map(|(_, to)| Ask::page(*to, path, &everyone::cookie(number))).collect();
            if let Some(times) = times(&asks).await? {
                pages.push(Page { what: format!("{path} as {role}"), times });
            }
        }
    }
    for (db, _) in records {
        db.close().await;
    }
    say(place, pages, report);
    Ok(())
}

/// The address of every page, made of every route.
async fn paths(db: &Db, now: DateTime<Utc>) -> anyhow::Result<Vec<String>> {
    let routes = bare::routes(db.clone(), now).await?;
    let filled = routes.into_iter().filter(|route| !EXPORTS.contains(&route.as_str())).map(|route| {
        let named = PARTS.iter().fold(route, |path, (part, with)| path.replace(part, with));
        let parts = named.split('/').map(|part| if part.starts_with('{') { "1" } else { part });
        parts.collect::<Vec<_>>().join("/")
    });
    Ok(filled.chain(ASKED.map(str::to_owned)).collect())
}

/// How long the page takes over each record; none where somebody may not open it, or it leads elsewhere.
async fn times(asks: &[Ask]) -> anyhow::Result<Option<Vec<Duration>>> {
    for ask in asks {
        if !ask.is_answered().await? {
            return Ok(None);
        }
    }
    let times = in_turn(asks, ROUNDS).await?;
    if ratio(times[times.len() - 1], times[0]) > MOST { in_turn(asks, AGAIN).await } else { Ok(times) }
        .map(Some)
}

async fn in_turn(asks: &[Ask], rounds: usize) -> anyhow::Result<Vec<Duration>> {
    let mut times = vec![Vec::new(); asks.len()];
    for _ in 0..rounds {
        for (ask, times) in asks.iter().zip(&mut times) {
            times.extend(ask.one_by_one(EACH).await?);
        }
    }
    Ok(times.into_iter().map(median).collect())
}

/// Says how much the page grows that grows most, and each that grows too much.
fn say(place: &Place, mut pages: Vec<Page>, report: &mut Report) {
    pages.sort_by(|one, other| other.growth().total_cmp(&one.growth()));
    let (many, few) = (place.largest().cases, place.sizes[0].cases);
    let too_much = pages.iter().filter(|page| page.growth() > MOST).count();
    for page in &pages[..too_much.max(1).min(pages.len())] {
        let what = format!("{}, {many} cases against {few}", page.what);
        let (largest, smallest) = (page.largest(), page.smallest());
        report.add(&what, show(largest), show(smallest), page.growth(), &Target::AtMost(MOST));
    }
    let what = "pages that everybody may open, and those of them that grow".to_owned();
    let (all, grow) = (pages.len(), too_much);
    report.add(&what, grow.to_string(), all.to_string(), grow as f64 / all as f64, &Target::AtMost(0.0));
}
