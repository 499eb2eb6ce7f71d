//! Every page there is, as everybody who may open it sees it, over few cases and over many. What a page costs must not grow
//! with what it does not show, so it is compared with itself over the smallest record that fills it as much.

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

/// How much of its length over the largest record a page has where a smaller one fills it as much.
const AS_FULL: f64 = 0.95;

/// One page as somebody sees it: how long it takes over the largest record, and over a smaller one.
struct Page {
    what: String,
    cases: usize,
    smaller: Duration,
    largest: Duration,
}

impl Page {
    fn growth(&self) -> f64 {
        ratio(self.largest, self.smaller)
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
            if let Some((smaller, times)) = times(&asks).await? {
                let (what, cases) = (format!("{path} as {role}"), place.sizes[smaller].cases);
                pages.push(Page { what, cases, smaller: times[0], largest: times[1] });
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

/// Which smaller record fills the page as much as the largest, and how long the page takes over both; none where somebody may
/// not open it, or it leads elsewhere.
async fn times(asks: &[Ask]) -> anyhow::Result<Option<(usize, Vec<Duration>)>> {
    let mut lengths = Vec::new();
    for ask in asks {
        match ask.page_length().await? {
            Some(length) => lengths.push(length as f64),
            None => return Ok(None),
        }
    }
    let largest = asks.len() - 1;
    let as_full = |length: &f64| *length >= lengths[largest] * AS_FULL;
    let smaller = lengths[..largest].iter().position(as_full).unwrap_or(largest - 1);
    let both = [asks[smaller].clone(), asks[largest].clone()];
    let times = in_turn(&both, ROUNDS).await?;
    let seems_to_grow = ratio(times[1], times[0]) > MOST;
    let times = if seems_to_grow { in_turn(&both, AGAIN).await? } else { times };
    Ok(Some((smaller, times)))
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
    let many = place.largest().cases;
    let too_much = pages.iter().filter(|page| page.growth() > MOST).count();
    for page in &pages[..too_much.max(1).min(pages.len())] {
        let what = format!("{}, {many} cases against {}", page.what, page.cases);
        report.add(&what, show(page.largest), show(page.smaller), page.growth(), &Target::AtMost(MOST));
    }
    let what = "pages that everybody may open, and those of them that grow".to_owned();
    let (all, grow) = (pages.len(), too_much);
    report.add(&what, grow.to_string(), all.to_string(), grow as f64 / all as f64, &Target::AtMost(0.0));
}
