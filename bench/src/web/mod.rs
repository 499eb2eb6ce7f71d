//! The pages, each against its floors in the same run: the same queries with nothing made of them, the same bytes out of
//! memory, and the page without what is around it.

mod bare;
pub(crate) mod calendar;
mod everyone;
pub(crate) mod exports;
mod first_load;
mod floors;
pub(crate) mod growth;
mod load;
mod served;

use std::time::Duration;

use crate::place::{Place, Size};
use crate::report::{Report, Target};
use crate::timing::{median, ratio, show};
use load::Ask;
use served::Served;

/// The pages, the path of each and that of its floor.
const PAGES: [(&str, &str, &str); 3] = [
    ("case page", "/cases/2026-001", "/case"),
    ("what is due", "/due?whose=everyone", "/due"),
    ("case list", "/cases", "/cases"),
];

/// The pages of a case with a long history, each against the overview of one with a short one.
const LONG_PAGES: [(&str, &str); 3] = [
    ("rapid review", "/cases/2026-002/rapid-review"),
    ("decisions", "/cases/2026-002/decisions"),
    ("LCSPR", "/cases/2026-002/lcspr"),
];

/// How often each pair is measured: what else the machine does meets both alike.
const ROUNDS: usize = 3;
/// How many single requests the time of a page is the median of.
const SINGLE: usize = 200;
const KILOBYTE: f64 = 1_000.0;

/// Measures the service over the largest record and the smallest.
pub(crate) async fn run(place: &Place, report: &mut Report) -> anyhow::Result<()> {
    let served = Served::start(place, place.largest()).await?;
    report.add(
        "start of cspr serve to its first page",
        show(served.started_in),
        "1 s".to_owned(),
        served.started_in.as_secs_f64(),
        &Target::AtMost(1.0),
    );
    for (what, path, floor) in PAGES {
        against_floors(&served, report, what, path, floor).await?;
        patience(&served, report, what, path).await?;
        weight(&served, report, what, path).await?;
    }
    long_history(&served, report).await?;
    first_load::run(&served.page(PAGES[0].1), report).await?;
    let memory = served.memory()? as f64 / 1_000_000.0;
    let own = format!("{memory:.1} MB");
    report.add(
        "memory of cspr serve after that",
        own,
        "64 MB".to_owned(),
        memory / 64.0,
        &Target::AtMost(1.0),
    );
    drop(served);
    sizes(place, report).await
}

async fn against_floors(
    served: &Served,
    report: &mut Report,
    what: &str,
    path: &str,
    floor: &str,
) -> anyhow::Result<()> {
    let page = served.page(path);
    let bytes = served.floors(page.once().await?).await?;
    let floors = [Ask::page(bytes, floor, ""), Ask::page(bytes, "/bytes", ""), served.bare(path).await?];
    for floor in &floors {
        floor.once().await?;
    }
    let mut rates = [const { Vec::new() }; 4];
    for _ in 0..ROUNDS {
        rates[0].push(page.at_full_speed().await?.rate);
        for (rates, floor) in rates[1..].iter_mut().zip(&floors) {
            rates.push(floor.at_full_speed().await?.rate);
        }
    }
    let [page, queries, bytes, bare] = rates.map(middle);
    let per_second = |rate: f64| format!("{rate:.0}/s");
    let mut add = |floor: &str, rate: f64, ratio: f64, target: Target| {
        report.add(&format!("{what}, against {floor}"), per_second(page), per_second(rate), ratio, &target);
    };
    add("its queries alone", queries, page / queries, Target::AtLeast(0.6));
    add("its bytes out of memory", bytes, page / bytes, Target::Shown);
    add("the page without its layers", bare, bare / page, Target::AtMost(1.5));
    Ok(())
}

/// How long the slowest wait when half of what is possible is asked for.
async fn patience(served: &Served, report: &mut Report, what: &str, path: &str) -> anyhow::Result<()> {
    let page = served.page(path);
    let most = page.at_full_speed().await?.rate;
    let mut times = page.at_rate(most / 2.0).await?.times;
    times.sort_unstable();
    let (middle, slow) = (times[times.len() / 2], times[times.len() * 99 / 100]);
    let what = format!("{what}, 99th of 100 at half load");
    report.add(&what, show(slow), show(middle), ratio(slow, middle), &Target::AtMost(5.0));
    Ok(())
}

async fn weight(served: &Served, report: &mut Report, what: &str, path: &str) -> anyhow::Result<()> {
    let size = served.page(path).once().await?.len() as f64 / KILOBYTE;
    let what = format!("{what}, HTML");
    report.add(&what, format!("{size:.1} KB"), "50 KB".to_owned(), size / 50.0, &Target::AtMost(1.0));
    Ok(())
}

/// What 300 entries cost, against the 30 of the case page.
async fn long_history(served: &Served, report: &mut Report) -> anyhow::Result<()> {
    let overview = served.page(PAGES[0].1);
    for (what, path) in LONG_PAGES {
        let (long, short) = (served.page(path), &overview);
        long.once().await?;
        let (long, short) = (median(long.one_by_one(SINGLE).await?), median(short.one_by_one(SINGLE).await?));
        let what = format!("{what} of a case of 300 entries, against the overview of one of 30");
        report.add(&what, show(long), show(short), ratio(long, short), &Target::AtMost(2.0));
    }
    Ok(())
}

/// The lists over many cases against the lists over few.
async fn sizes(place: &Place, report: &mut Report) -> anyhow::Result<()> {
    let smallest = &place.sizes[0];
    let (few, many) = (alone(place, smallest).await?, alone(place, place.largest()).await?);
    for ((what, ..), (few, many)) in PAGES[1..].iter().zip(few.into_iter().zip(many)) {
        let what = format!("{what}, {} cases against {}", place.largest().cases, smallest.cases);
        report.add(&what, show(many), show(few), ratio(many, few), &Target::AtMost(1.5));
    }
    Ok(())
}

/// How long each list takes when nobody else asks.
async fn alone(place: &Place, size: &Size) -> anyhow::Result<Vec<Duration>> {
    let served = Served::start(place, size).await?;
    let mut pages = Vec::new();
    for (_, path, _) in &PAGES[1..] {
        pages.push(median(served.page(path).one_by_one(SINGLE).await?));
    }
    Ok(pages)
}

fn middle(mut rates: Vec<f64>) -> f64 {
    rates.sort_by(f64::total_cmp);
    rates[rates.len() / 2]
}
