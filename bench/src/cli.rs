//! The program as a user runs it: how fast it starts, and how little memory it takes.

use crate::place::{Place, today};
use crate::process::{peak_memory, run_time};
use crate::report::{Report, Target};
use crate::timing::{ratio, show, side_by_side};

const MEGABYTE: f64 = 1_000_000.0;

/// Measures it on the largest record.
pub(crate) fn run(place: &Place, report: &mut Report) -> anyhow::Result<()> {
    let size = place.largest();
    let address = size.address();
    let on = today().to_string();
    let due = ["--database", &address, "due", "--on", &on];
    let (started, bare) =
        side_by_side(31, || run_time(&place.cspr, &due), || run_time(&place.cspr, &["--version"]))?;
    report.add(
        "start of cspr due, against --version",
        show(started),
        show(bare),
        ratio(started, bare),
        &Target::AtMost(3.0),
    );

    let file = size.file.display().to_string();
    let copy = place.folder.join("memory.db");
    let fresh = format!("sqlite:{}", copy.display());
    let exported = place.folder.join("export.jsonl").display().to_string();
    let commands: [(&str, &[&str]); 12] = [
        (&fresh, &["import", "--dry-run", &file]),
        (&fresh, &["import", &file]),
        (&address, &["cases", "--json"]),
        (&address, &["case", "2026-001"]),
        (&address, &["explain", "2026-001", "notification"]),
        (&address, &["due", "--on", &on]),
        (&address, &["search", "injury"]),
        (&address, &["holidays", "add", "2027-06-07", "Measured", "--dry-run"]),
        (&address, &["heads"]),
        (&address, &["verify"]),
        (&fresh, &["rebuild"]),
        (&address, &["export", "--out", &exported]),
    ];
    std::fs::remove_file(&copy).ok();
    run_time(&place.cspr, &["--database", &fresh, "migrate"])?;
    std::fs::remove_file(&exported).ok();
    for (database, command) in commands {
        let arguments: Vec<&str> =
            ["--database", database].into_iter().chain(command.iter().copied()).collect();
        let peak = peak_memory(&place.cspr, &arguments)? as f64;
        let what = format!("memory of cspr {}", command[0]);
        report.add(
            &what,
            format!("{:.1} MB", peak / MEGABYTE),
            "100 MB".into(),
            peak / MEGABYTE / 100.0,
            &Target::AtMost(1.0),
        );
    }
    Ok(())
}
