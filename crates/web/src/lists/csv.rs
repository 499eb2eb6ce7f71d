//! Lists for a spreadsheet: as on screen, with who took them, when and by which filters on top.

use axum::response::IntoResponse;
use chrono_tz::Europe::London;
use csv::{Terminator, Writer, WriterBuilder};

use crate::app::App;
use crate::error::{Answer, Error};
use crate::http::respond;
use crate::session::SignedIn;

/// By this mark at its beginning spreadsheets know a file as UTF-8.
const UTF8_MARK: &str = "\u{feff}";

/// A list in the making.
pub(crate) struct Spreadsheet {
    writer: Writer<Vec<u8>>,
    name: String,
}

impl Spreadsheet {
    /// A list called `what`, with the filters in use, in words. `name` begins the name of the file.
    pub(crate) fn new(
        app: &App,
        visitor: &SignedIn,
        (name, what): (&str, &str),
        filters: &[String],
        columns: &[&str],
    ) -> Result<Self, Error> {
        let writer = WriterBuilder::new()
            .flexible(true)
            .terminator(Terminator::CRLF)
            .from_writer(UTF8_MARK.as_bytes().to_vec());
        let now = app.clock().now().with_timezone(&London);
        let mut sheet = Self { writer, name: format!("{name}-{}", now.date_naive()) };
        let filters = if filters.is_empty() { "None".to_owned() } else { filters.join("; ") };
        sheet.row([what])?;
        sheet.row(["Exported by", &visitor.name])?;
        sheet.row(["Exported on", &now.format("%Y-%m-%d %H:%M").to_string()])?;
        sheet.row(["Filters", &filters])?;
        sheet.row(columns)?;
        Ok(sheet)
    }

    /// The next row.
    pub(crate) fn row<T: AsRef<str>>(&mut self, cells: impl IntoIterator<Item = T>) -> Result<(), Error> {
        self.writer.write_record(cells.into_iter().map(|cell| safe(cell.as_ref()))).map_err(broken)
    }

    /// The file.
    pub(crate) fn finish(self) -> Answer {
        let content = self.writer.into_inner().map_err(|error| broken(error.into_error()))?;
        respond::csv(&self.name, content).map(IntoResponse::into_response)
    }
}

fn broken(error: impl std::fmt::Display) -> Error {
    Error::Broken(format!("a list for a spreadsheet cannot be written: {error}"))
}

/// What begins like a formula is not taken for one when it begins with an apostrophe.
fn safe(cell: &str) -> String {
    if cell.trim_start().starts_with(['=', '+', '-', '@']) || cell.starts_with(['\t', '\r']) {
        format!("'{cell}")
    } else {
        cell.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::safe;

    #[test]
    fn nothing_is_taken_for_a_formula() {
        for formula in ["=1+1", "+44", "-2", "@sum", " =1", "\t=1", "\r=1"] {
            assert!(safe(formula).starts_with('\''), "{formula}");
        }
        assert_eq!(safe("2026-014"), "2026-014");
    }
}
