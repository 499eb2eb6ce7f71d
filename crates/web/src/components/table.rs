//! Facts in rows and columns.

use askama::{Template, filters::HtmlSafe};

use super::Html;

/// How a list is ordered by a column, and where a press on the column leads.
#[derive(Clone, Debug)]
#[must_use]
pub struct Sort {
    href: String,
    aria: &'static str,
    words: String,
}

impl Sort {
    /// The list is not ordered by this column; the address orders it so.
    pub fn by(href: impl Into<String>) -> Self {
        Self { href: href.into(), aria: "none", words: String::new() }
    }

    /// It is, and these words say how: "earliest first". The address turns it round.
    pub fn ascending(href: impl Into<String>, words: impl Into<String>) -> Self {
        Self { href: href.into(), aria: "ascending", words: words.into() }
    }

    /// It is, the other way: "latest first".
    pub fn descending(href: impl Into<String>, words: impl Into<String>) -> Self {
        Self { href: href.into(), aria: "descending", words: words.into() }
    }
}

#[derive(Clone, Debug)]
struct Column {
    name: String,
    sort: Option<Sort>,
    numeric: bool,
}

/// The contents of a cell.
#[derive(Clone, Debug)]
#[must_use]
pub struct Cell(Html);

/// A link in a cell.
#[derive(Clone, Debug, Template)]
#[template(path = "components/cell_link.html")]
struct CellLink {
    text: String,
    href: String,
    about: String,
}

impl HtmlSafe for CellLink {}

/// The reference of a case in a cell. It stays on one line.
#[derive(Clone, Debug, Template)]
#[template(path = "components/cell_reference.html")]
struct CellReference {
    text: String,
    href: Option<String>,
}

impl HtmlSafe for CellReference {}

impl Cell {
    /// A cell with a text.
    pub fn text(text: impl AsRef<str>) -> Self {
        Self(Html::text(text.as_ref()))
    }

    /// A cell with a link.
    pub fn link(text: impl Into<String>, href: impl Into<String>) -> Self {
        Self::link_about(text, href, "")
    }

    /// A link that says the same in every row, and to people who hear it alone what this row is about.
    pub fn link_about(text: impl Into<String>, href: impl Into<String>, about: impl Into<String>) -> Self {
        Self(Html::of(CellLink { text: text.into(), href: href.into(), about: about.into() }))
    }

    /// The reference of a case, and where the case is, if there is a page of it for the reader.
    pub fn reference(text: impl Into<String>, href: Option<String>) -> Self {
        Self(Html::of(CellReference { text: text.into(), href }))
    }

    /// A cell with another component.
    pub fn html(part: impl HtmlSafe) -> Self {
        Self(Html::of(part))
    }
}

/// A table with a caption. On a phone each row becomes a block, with the column's name before each cell.
#[derive(Clone, Debug, Template)]
#[template(path = "components/table.html")]
#[must_use]
pub struct Table {
    caption: String,
    hidden_caption: bool,
    columns: Vec<Column>,
    rows: Vec<Vec<Cell>>,
}

impl Table {
    /// The caption says what the rows are.
    pub fn new(caption: impl Into<String>) -> Self {
        Self { caption: caption.into(), hidden_caption: false, columns: Vec::new(), rows: Vec::new() }
    }

    /// The caption is only heard, because a heading above says the same.
    pub fn hide_caption(mut self) -> Self {
        self.hidden_caption = true;
        self
    }

    /// Adds a column after the others.
    pub fn column(mut self, name: impl Into<String>, sort: Option<Sort>) -> Self {
        self.columns.push(Column { name: name.into(), sort, numeric: false });
        self
    }

    /// The next column, with numbers.
    pub fn number_column(mut self, name: impl Into<String>, sort: Option<Sort>) -> Self {
        self.columns.push(Column { name: name.into(), sort, numeric: true });
        self
    }

    /// The next row. Its first cell names the row.
    pub fn row(mut self, cells: Vec<Cell>) -> Self {
        self.rows.push(cells);
        self
    }

    /// The cells of a row, each with its column.
    fn cells<'a>(&'a self, row: &'a [Cell]) -> impl Iterator<Item = (&'a Cell, &'a Column)> {
        row.iter().zip(&self.columns)
    }
}
