//! The lists for spreadsheets, whole: they come page by page, so the service needs no more memory for a long one.

use super::served::Served;
use crate::place::Place;
use crate::report::{Report, Target};

/// The lists.
pub(super) const EXPORTS: [&str; 4] = ["/actions.csv", "/cases.csv", "/due.csv", "/panel.csv"];

/// The one of them that shows everybody's work.
const EVERYONES: &str = "/due.csv?whose=everyone";

const MEGABYTE: f64 = 1_000_000.0;
/// How much memory the service may need for a list: half of it is for the cases that it keeps of those it read.
const ROOM: f64 = 32.0;

/// Measures it over the largest record.
pub(crate) async fn run(place: &Place, report: &mut Report) -> anyhow::Result<()> {
    for path in EXPORTS.into_iter().map(|path| if path == "/due.csv" { EVERYONES } else { path }) {
        let served = Served::start(place, place.largest()).await?;
        let before = served.memory()?;
        let mut most = before;
        let look = || {
            most = most.max(served.memory()?);
            Ok(())
        };
        let bytes = served.page(path).take(look).await?;
        let grown = (most - before) as f64 / MEGABYTE;
        let what = format!("memory for {path} of {:.1} MB", bytes as f64 / MEGABYTE);
        report.add(&what, format!("{grown:.1} MB"), format!("{ROOM} MB"), grown / ROOM, &Target::AtMost(1.0));
    }
    Ok(())
}
