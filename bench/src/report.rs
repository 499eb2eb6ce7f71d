//! What was measured, beside its floor and its target.
#![expect(clippy::print_stdout, reason = "what was measured is printed")]

use std::fs;
use std::path::Path;

use serde::Serialize;

/// One figure and the floor it is compared with, both measured in the same run.
#[derive(Serialize)]
pub(crate) struct Line {
    what: String,
    figure: String,
    floor: String,
    ratio: f64,
    target: String,
    met: bool,
}

/// Everything measured in one run.
#[derive(Default, Serialize)]
pub(crate) struct Report {
    lines: Vec<Line>,
}

/// The bound a ratio is held to.
pub(crate) enum Target {
    /// The ratio is to be no higher.
    AtMost(f64),
    /// The ratio is to be no lower.
    AtLeast(f64),
    /// The ratio is there to be seen.
    Shown,
}

impl Report {
    /// Adds a figure, and prints it at once because the whole run takes minutes.
    pub(crate) fn add(&mut self, what: &str, figure: String, floor: String, ratio: f64, target: &Target) {
        let (met, target) = match *target {
            Target::AtMost(bound) => (ratio <= bound, format!("≤ {bound}")),
            Target::AtLeast(bound) => (ratio >= bound, format!("≥ {bound}")),
            Target::Shown => (true, String::new()),
        };
        let line = Line { what: what.to_owned(), figure, floor, ratio, target, met };
        println!("{}", line.text());
        self.lines.push(line);
    }

    /// Prints the heading of the table.
    pub(crate) fn heading() {
        println!("{:<46} {:>16} {:>16} {:>8} {:>8}", "what", "figure", "floor", "ratio", "target");
    }

    /// Writes everything as JSON, and says how many targets were met.
    pub(crate) fn finish(&self, path: &Path) -> anyhow::Result<()> {
        fs::write(path, serde_json::to_string_pretty(self)?)?;
        let met = self.lines.iter().filter(|line| line.met).count();
        println!("\n{met} of {} targets met. Written to {}", self.lines.len(), path.display());
        Ok(())
    }
}

impl Line {
    fn text(&self) -> String {
        let miss = if self.met { "" } else { "  missed" };
        format!(
            "{:<46} {:>16} {:>16} {:>8.2} {:>8}{miss}",
            self.what, self.figure, self.floor, self.ratio, self.target
        )
    }
}
