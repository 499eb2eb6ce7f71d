//! What is printed: plain tables, dates in words and JSON.

use std::io::{self, Write};

use calendar::NaiveDate;
use serde::Serialize;

/// How wide a table may grow, in characters.
const WIDTH: usize = 100;

/// The narrowest a column becomes when a table has to shrink.
const NARROWEST: usize = 12;

/// A date with its weekday, such as `Wednesday 3 April 2024`.
pub(crate) fn day(date: NaiveDate) -> String {
    date.format("%A %-d %B %Y").to_string()
}

/// A date with its weekday, short enough for a table, such as `Wed 3 Apr 2024`.
pub(crate) fn short(date: NaiveDate) -> String {
    date.format("%a %-d %b %Y").to_string()
}

/// Prints a value as JSON for another program to read.
pub(crate) fn json(out: &mut dyn Write, value: &impl Serialize) -> anyhow::Result<()> {
    serde_json::to_writer_pretty(&mut *out, value)?;
    Ok(writeln!(out)?)
}

/// Whether an error only says that nobody reads our output any more.
pub(crate) fn is_closed(error: &anyhow::Error) -> bool {
    error.chain().any(|cause| {
        let kind = cause.downcast_ref::<io::Error>().map(io::Error::kind);
        let kind = kind.or_else(|| cause.downcast_ref::<serde_json::Error>()?.io_error_kind());
        kind == Some(io::ErrorKind::BrokenPipe)
    })
}

/// Rows in columns.
pub(crate) struct Table {
    heads: Vec<&'static str>,
    rows: Vec<Vec<String>>,
}

impl Table {
    /// A table with these headings and no rows.
    pub(crate) fn new(heads: &[&'static str]) -> Self {
        Self { heads: heads.to_vec(), rows: Vec::new() }
    }

    /// Adds a row with a cell for each heading.
    pub(crate) fn row<const N: usize>(&mut self, cells: [String; N]) {
        self.rows.push(cells.into());
    }

    /// Prints the headings and the rows; cells too wide for the table end in `…`.
    pub(crate) fn print(&self, out: &mut dyn Write) -> io::Result<()> {
        let widths = self.widths();
        let heads: Vec<_> = self.heads.iter().map(|head| (*head).to_owned()).collect();
        for cells in std::iter::once(&heads).chain(&self.rows) {
            let line: Vec<_> = cells.iter().zip(&widths).map(|(cell, width)| padded(cell, *width)).collect();
            writeln!(out, "{}", line.join("  ").trim_end())?;
        }
        Ok(())
    }

    fn widths(&self) -> Vec<usize> {
        let cells = |column: usize| self.rows.iter().map(move |row| row[column].chars().count());
        let mut widths: Vec<_> = (0..self.heads.len())
            .map(|column| cells(column).chain([self.heads[column].chars().count()]).max().unwrap_or(0))
            .collect();
        let gaps = 2 * widths.len().saturating_sub(1);
        while widths.iter().sum::<usize>() + gaps > WIDTH {
            match widths.iter_mut().max() {
                Some(widest) if *widest > NARROWEST => *widest -= 1,
                _ => break,
            }
        }
        widths
    }
}

fn padded(cell: &str, width: usize) -> String {
    if cell.chars().count() <= width {
        return format!("{cell:width$}");
    }
    cell.chars().take(width - 1).chain(['…']).collect()
}
