//! What is wrong with a file, and where.

use std::fmt;

use case::Rejection;
use serde::Deserialize;
use serde_json::error::Category;

/// How many faults are collected before the rest of a file is left unread.
const ENOUGH: usize = 20;

/// One thing that is wrong: the line, where known the step and the field, and what was expected.
#[derive(Debug)]
pub(crate) struct Fault {
    line: usize,
    step: Option<usize>,
    field: String,
    message: String,
}

impl Fault {
    /// Something is wrong with the file as a whole.
    pub(crate) fn of_file(message: impl Into<String>) -> Self {
        Self::at(0, message)
    }

    /// Something is wrong with a line as a whole.
    pub(crate) fn at(line: usize, message: impl Into<String>) -> Self {
        Self { line, step: None, field: String::new(), message: message.into() }
    }

    /// The same fault, in a step of the line's case, numbered from 1.
    pub(crate) fn in_step(self, step: usize) -> Self {
        Self { step: Some(step), ..self }
    }

    /// The same fault, in a field of the line.
    pub(crate) fn in_field(self, field: impl Into<String>) -> Self {
        Self { field: field.into(), ..self }
    }

    /// Everything a rule found wrong with a step.
    pub(crate) fn of_rejection(line: usize, step: usize, rejection: Rejection) -> Vec<Self> {
        let fault =
            |problem: case::Problem| Self::at(line, problem.message).in_step(step).in_field(problem.field);
        rejection.problems.into_iter().map(fault).collect()
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.line == 0 {
            return f.write_str(&self.message);
        }
        write!(f, "line {}", self.line)?;
        if let Some(step) = self.step {
            write!(f, ", step {step}")?;
        }
        if !self.field.is_empty() {
            write!(f, ", {}", self.field)?;
        }
        write!(f, ": {}", self.message)
    }
}

/// Everything wrong with a file, up to the point where more would not help.
#[derive(Debug, Default)]
pub struct Faults(Vec<Fault>);

impl Faults {
    /// Notes what is wrong.
    pub(crate) fn note(&mut self, faults: impl IntoIterator<Item = Fault>) {
        self.0.extend(faults);
    }

    /// Whether reading on would not help.
    pub(crate) fn enough(&self) -> bool {
        self.0.len() >= ENOUGH
    }

    /// Nothing wrong, or everything that is.
    pub(crate) fn into_result(self) -> Result<(), Self> {
        if self.0.is_empty() { Ok(()) } else { Err(self) }
    }
}

impl fmt::Display for Faults {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("nothing was imported, because of this:")?;
        for fault in self.0.iter().take(ENOUGH) {
            write!(f, "\n  {fault}")?;
        }
        if self.enough() { f.write_str("\n  There may be more.") } else { Ok(()) }
    }
}

impl std::error::Error for Faults {}

/// Why a text or a value of line `line` is not what it should be, with the path of the field.
pub(crate) fn of_json<'t, T: Deserialize<'t>>(line: usize, text: &'t str) -> Fault {
    let mut reader = serde_json::Deserializer::from_str(text);
    match serde_path_to_error::deserialize::<_, T>(&mut reader) {
        Err(error) => of_path(line, &error),
        Ok(_) => Fault::at(line, "there is something after the end of the record: write one on each line"),
    }
}

/// As [`of_json`], of an error that knows its path.
pub(crate) fn of_path(line: usize, error: &serde_path_to_error::Error<serde_json::Error>) -> Fault {
    let cause = error.inner();
    let mut message = cause.to_string();
    if let Some(place) = message.rfind(" at line ") {
        message.truncate(place);
    }
    match cause.classify() {
        Category::Eof => {
            Fault::at(line, "the line ends in the middle of a record: the file has been cut off")
        }
        Category::Syntax => Fault::at(line, format!("column {}: not JSON: {message}", cause.column())),
        Category::Data | Category::Io => {
            let path = error.path().to_string();
            Fault::at(line, message).in_field(if path == "." { String::new() } else { path })
        }
    }
}
