//! What is printed: dates in words, numbers of things and JSON.

use std::io::{self, IsTerminal, Write};

use calendar::NaiveDate;
use indicatif::{ProgressBar, ProgressStyle};
use serde::Serialize;

/// A date with its weekday, such as `Wednesday 3 April 2024`.
pub(crate) fn day(date: NaiveDate) -> String {
    date.format("%A %-d %B %Y").to_string()
}

/// A date with its weekday, short enough for a table, such as `Wed 3 Apr 2024`.
pub(crate) fn short(date: NaiveDate) -> String {
    date.format("%a %-d %b %Y").to_string()
}

/// A number of things, such as `1 case` or `2 cases`.
pub(crate) fn several(number: u64, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}

/// Prints a value as JSON for another program to read.
pub(crate) fn json(out: &mut dyn Write, value: &impl Serialize) -> anyhow::Result<()> {
    serde_json::to_writer_pretty(&mut *out, value)?;
    Ok(writeln!(out)?)
}

/// Prints a list as JSON, one thing after the other, so that a long one is never held whole.
pub(crate) struct JsonList<'o> {
    out: &'o mut dyn Write,
    before: &'static str,
}

impl<'o> JsonList<'o> {
    /// Begins the list.
    pub(crate) fn new(out: &'o mut dyn Write) -> Self {
        Self { out, before: "[\n  " }
    }

    /// Adds to it.
    pub(crate) fn push(&mut self, value: &impl Serialize) -> anyhow::Result<()> {
        write!(self.out, "{}{}", self.before, serde_json::to_string(value)?)?;
        self.before = ",\n  ";
        Ok(())
    }

    /// Ends it.
    pub(crate) fn end(self) -> anyhow::Result<()> {
        Ok(writeln!(self.out, "{}", if self.before.starts_with('[') { "[]" } else { "\n]" })?)
    }
}

/// In what long work is measured.
#[derive(Clone, Copy)]
pub(crate) enum Unit {
    /// Bytes of a file.
    Bytes,
    /// Entries of the record.
    Entries,
}

/// A bar for long work of this length, where somebody watches; a length of 0 means that nobody knows it.
pub(crate) fn progress(what: &'static str, length: u64, unit: Unit) -> ProgressBar {
    let template = match (unit, length) {
        (Unit::Bytes, _) => "{msg} {wide_bar} {bytes} of {total_bytes}, {eta} left",
        (Unit::Entries, 0) => "{msg} {spinner} {human_pos} entries",
        (Unit::Entries, _) => "{msg} {wide_bar} {human_pos} of {human_len} entries, {eta} left",
    };
    // The bar draws on standard error, and only where that is a terminal.
    let style = ProgressStyle::with_template(template).expect("the templates are tested");
    ProgressBar::new(length).with_style(style).with_message(what)
}

/// Asks a question at the terminal; no where there is no terminal to ask at.
pub(crate) fn confirmed(question: &str) -> anyhow::Result<bool> {
    if !io::stdin().is_terminal() {
        return Ok(false);
    }
    write!(io::stderr(), "{question} [y/N] ")?;
    let mut answer = String::new();
    io::stdin().read_line(&mut answer)?;
    Ok(matches!(answer.trim().to_lowercase().as_str(), "y" | "yes"))
}

/// Whether an error only says that nobody reads our output any more.
pub(crate) fn is_closed(error: &anyhow::Error) -> bool {
    error.chain().any(|cause| {
        let kind = cause.downcast_ref::<io::Error>().map(io::Error::kind);
        let kind = kind.or_else(|| cause.downcast_ref::<serde_json::Error>()?.io_error_kind());
        kind == Some(io::ErrorKind::BrokenPipe)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_of_bar_can_be_drawn() {
        for (length, unit) in [(1, Unit::Bytes), (0, Unit::Entries), (1, Unit::Entries)] {
            progress("Working", length, unit).tick();
        }
    }
}
