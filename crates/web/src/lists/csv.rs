//! Lists for a spreadsheet: as on screen, with who took them, when and by which filters on top.

use axum::body::Body;
use axum::response::IntoResponse;
use calendar::{Calendar, NaiveDate};
use chrono_tz::Europe::London;
use csv::{Terminator, Writer, WriterBuilder};
use futures_util::stream::{self, StreamExt};

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
        let writer = writer(UTF8_MARK.as_bytes().to_vec());
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

    pub(crate) fn row<T: AsRef<str>>(&mut self, cells: impl IntoIterator<Item = T>) -> Result<(), Error> {
        put(&mut self.writer, cells)
    }

    pub(crate) fn finish(self) -> Answer {
        respond::csv(&self.name, written(self.writer)?).map(IntoResponse::into_response)
    }

    /// The file, a page of rows after the other as whoever takes it comes along, so that it is never whole in memory.
    /// `next` reads a page. The first is read before anything is sent, so that trouble there has a page of its own.
    pub(crate) async fn in_pages<From, Next, Read>(mut self, from: From, mut next: Next) -> Answer
    where
        From: Send + 'static,
        Next: FnMut(From) -> Read + Send + 'static,
        Read: Future<Output = Result<Rows<From>, Error>> + Send + 'static,
    {
        let first = next(from).await?;
        for row in first.rows {
            self.row(row)?;
        }
        let beginning = written(self.writer)?;
        let others = stream::try_unfold((first.next, next), |(from, mut next)| async move {
            let Some(from) = from else { return Ok(None) };
            let page = next(from).await?;
            let mut lines = writer(Vec::new());
            for row in page.rows {
                put(&mut lines, row)?;
            }
            Ok::<_, Error>(Some((written(lines)?, (page.next, next))))
        });
        let all = stream::once(std::future::ready(Ok(beginning))).chain(others);
        respond::csv(&self.name, Body::from_stream(all))
    }
}

/// A page of rows, and where the next page begins, if there is one.
pub(crate) struct Rows<From> {
    pub(crate) rows: Vec<Vec<String>>,
    pub(crate) next: Option<From>,
}

fn writer(begun: Vec<u8>) -> Writer<Vec<u8>> {
    WriterBuilder::new().flexible(true).terminator(Terminator::CRLF).from_writer(begun)
}

fn put<T: AsRef<str>>(writer: &mut Writer<Vec<u8>>, cells: impl IntoIterator<Item = T>) -> Result<(), Error> {
    writer.write_record(cells.into_iter().map(|cell| safe(cell.as_ref()))).map_err(broken)
}

fn written(writer: Writer<Vec<u8>>) -> Result<Vec<u8>, Error> {
    writer.into_inner().map_err(|error| broken(error.into_error()))
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

/// The working days until a date, or those since it, each in a column of its own; neither where there is no date.
pub(crate) fn days_left_and_over(
    calendar: &Calendar,
    today: NaiveDate,
    due: Option<NaiveDate>,
) -> [String; 2] {
    match due.and_then(|due| calendar.working_days_between(today, due).ok().map(|days| (due, days))) {
        Some((due, days)) if due >= today => [days.to_string(), String::new()],
        Some((_, days)) => [String::new(), (-days).to_string()],
        None => [String::new(), String::new()],
    }
}

#[cfg(test)]
mod tests {
    use axum::body::to_bytes;

    use super::*;

    /// A list of three pages, of which one may be missing.
    async fn three_pages(missing: Option<u32>) -> Result<Vec<u8>, axum::Error> {
        let sheet = Spreadsheet { writer: writer(Vec::new()), name: "pages".to_owned() };
        let read = move |page: u32| async move {
            if missing == Some(page) {
                return Err(Error::Unreachable("away".to_owned()));
            }
            let next = (page < 3).then_some(page + 1);
            Ok(Rows { rows: vec![vec![page.to_string(), "=1+1".to_owned()]], next })
        };
        let answer = sheet.in_pages(1, read).await.map_err(axum::Error::new)?;
        Ok(to_bytes(answer.into_body(), usize::MAX).await?.to_vec())
    }

    #[tokio::test]
    async fn a_list_comes_page_by_page_or_not_whole() {
        assert_eq!(three_pages(None).await.unwrap(), b"1,'=1+1\r\n2,'=1+1\r\n3,'=1+1\r\n");
        for missing in [1, 2, 3] {
            assert!(three_pages(Some(missing)).await.is_err(), "{missing}");
        }
    }

    #[test]
    fn nothing_is_taken_for_a_formula() {
        for formula in ["=1+1", "+44", "-2", "@sum", " =1", "\t=1", "\r=1"] {
            assert!(safe(formula).starts_with('\''), "{formula}");
        }
        assert_eq!(safe("2026-014"), "2026-014");
    }
}
