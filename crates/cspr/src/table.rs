//! Rows in columns, as wide as the terminal and never cut.

use std::io::{self, Write};

use console::Term;

/// How wide a table may grow where there is no terminal, in characters.
const WIDTH: usize = 100;

/// The narrowest a column becomes when a table has to shrink.
const NARROWEST: usize = 10;

/// How many characters fit on a line.
pub(crate) fn width() -> usize {
    Term::stdout().size_checked().map_or(WIDTH, |(_, columns)| usize::from(columns).max(2 * NARROWEST))
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

    /// Prints the headings and the rows; a cell too wide for its column goes on below.
    pub(crate) fn print(&self, out: &mut dyn Write) -> io::Result<()> {
        self.print_within(width(), out)
    }

    fn print_within(&self, width: usize, out: &mut dyn Write) -> io::Result<()> {
        let widths = self.widths(width);
        let heads: Vec<_> = self.heads.iter().map(|head| (*head).to_owned()).collect();
        std::iter::once(&heads).chain(&self.rows).try_for_each(|cells| print_row(cells, &widths, out))
    }

    fn widths(&self, width: usize) -> Vec<usize> {
        let cells =
            |column: usize| self.rows.iter().map(move |row| row[column].as_str()).chain([self.heads[column]]);
        let columns = 0..self.heads.len();
        let mut widths: Vec<_> =
            columns.clone().map(|column| cells(column).map(length).max().unwrap_or(0)).collect();
        let words = |column| cells(column).flat_map(str::split_whitespace);
        let words = columns.map(|column| words(column).map(length).max().unwrap_or(0)).collect();
        let room = width.saturating_sub(2 * widths.len().saturating_sub(1));
        // Words are only broken where there is no other way.
        for floors in [words, vec![NARROWEST; widths.len()]] {
            while widths.iter().sum::<usize>() > room {
                let wide = widths.iter_mut().zip(&floors).filter(|(width, floor)| **width > **floor);
                match wide.map(|(width, _)| width).max() {
                    Some(widest) => *widest -= 1,
                    None => break,
                }
            }
        }
        widths
    }
}

fn length(text: &str) -> usize {
    text.chars().count()
}

fn print_row(cells: &[String], widths: &[usize], out: &mut dyn Write) -> io::Result<()> {
    let cells: Vec<_> = cells.iter().zip(widths).map(|(cell, width)| wrapped(cell, *width)).collect();
    for line in 0..cells.iter().map(Vec::len).max().unwrap_or(0) {
        let part = |(lines, width): (&Vec<String>, &usize)| {
            format!("{:1$}", lines.get(line).map_or("", String::as_str), *width)
        };
        let parts: Vec<_> = cells.iter().zip(widths).map(part).collect();
        writeln!(out, "{}", parts.join("  ").trim_end())?;
    }
    Ok(())
}

/// The lines of a text that fit a width; a word that is wider is broken.
fn wrapped(text: &str, width: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    let mut used = 0;
    for word in text.split_whitespace() {
        if used > 0 && used + 1 + length(word) > width {
            lines.push(String::new());
            used = 0;
        }
        let gap = if used > 0 { " " } else { "" };
        for letter in gap.chars().chain(word.chars()) {
            if used == width {
                lines.push(String::new());
                used = 0;
            }
            lines.last_mut().expect("there is a first line").push(letter);
            used += 1;
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_keeps_to_the_width_of_a_page_and_to_every_word() {
        let mut table = Table::new(&["CASE", "TITLE", "ID"]);
        let id = "6f1d0c1e-0000-4000-8000-000000000000";
        table.row(["2026-014".to_owned(), "long ".repeat(40), id.to_owned()]);
        let mut out = Vec::new();
        table.print_within(WIDTH, &mut out).unwrap();
        let printed = String::from_utf8(out).unwrap();
        assert!(printed.lines().all(|line| length(line) <= WIDTH), "{printed}");
        assert!(printed.contains(id), "{printed}");
        assert_eq!(printed.matches("long").count(), 40, "{printed}");
    }

    #[test]
    fn a_word_wider_than_its_column_goes_on_below() {
        assert_eq!(wrapped("a longer word", 4), ["a", "long", "er", "word"]);
        assert_eq!(wrapped("", 4), [""]);
    }
}
