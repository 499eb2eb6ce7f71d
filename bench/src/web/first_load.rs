//! What a browser fetches when it opens its first page.

use std::collections::BTreeSet;

use super::load::Ask;
use crate::report::{Report, Target};

const KILOBYTE: f64 = 1_000.0;

/// How many requests a first page takes, and how much comes with them as it travels.
pub(crate) async fn run(page: &Ask, report: &mut Report) -> anyhow::Result<()> {
    let html = page.once().await?;
    let text = String::from_utf8_lossy(&html).into_owned();
    let marks = ["href=\"/assets/", "src=\"/assets/"];
    let assets: BTreeSet<_> = marks
        .iter()
        .flat_map(|mark| text.split(mark).skip(1))
        .filter_map(|rest| rest.split('"').next())
        // A browser takes one of the icons.
        .filter(|name| !name.starts_with("favicon-") || name.contains(".svg"))
        .filter(|name| !name.starts_with("icon-"))
        .collect();
    let mut size = html.len();
    for asset in &assets {
        size += page.other(&format!("/assets/{asset}")).once().await?.len();
    }
    let (requests, size) = (assets.len() + 1, size as f64 / KILOBYTE);
    report.add("first load", format!("{size:.1} KB"), "60 KB".to_owned(), size / 60.0, &Target::AtMost(1.0));
    report.add(
        "first load, requests",
        requests.to_string(),
        "6".to_owned(),
        requests as f64 / 6.0,
        &Target::AtMost(1.0),
    );
    Ok(())
}
