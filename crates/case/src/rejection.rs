//! Why a command was refused, in words fit for the error summary of a form.

use std::fmt;

use chrono::NaiveDate;

use crate::{When, Word, Words};

/// One thing that is wrong, the field it belongs to and what to do about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The field of the command, as it is named in JSON; empty when it is about the command as a whole.
    pub field: &'static str,
    /// What to do, as one sentence without a full stop.
    pub message: String,
}

/// A command that the rules do not allow, with everything that is wrong about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rejection {
    /// At least one problem, in the order of the form.
    pub problems: Vec<Problem>,
}

impl Rejection {
    /// A rejection for one reason.
    pub fn of(field: &'static str, message: impl Into<String>) -> Self {
        Self { problems: vec![Problem { field, message: message.into() }] }
    }
}

impl fmt::Display for Rejection {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, problem) in self.problems.iter().enumerate() {
            let separator = if at == 0 { "" } else { "; " };
            match problem.field {
                "" => write!(f, "{separator}{}", problem.message)?,
                field => write!(f, "{separator}{field}: {}", problem.message)?,
            }
        }
        Ok(())
    }
}

impl std::error::Error for Rejection {}

/// Problems as they are found, so that a form shows all of them at once.
#[derive(Debug, Default)]
pub(crate) struct Problems(Vec<Problem>);

impl Problems {
    /// Notes that something is wrong.
    pub(crate) fn refuse(&mut self, field: &'static str, message: impl Into<String>) {
        self.0.push(Problem { field, message: message.into() });
    }

    /// Notes that something is wrong when `holds` is false.
    pub(crate) fn require(&mut self, holds: bool, field: &'static str, message: &str) {
        if !holds {
            self.refuse(field, message);
        }
    }

    /// Notes that a text is missing.
    pub(crate) fn require_word(&mut self, words: &Words, word: Word, message: &str) {
        self.require(words.get(word).is_some(), word.name(), message);
    }

    /// Notes that a date lies in the future, which is known only when even its first possible day does.
    pub(crate) fn require_past(&mut self, field: &'static str, on: When, today: NaiveDate, what: &str) {
        if on.certainly_after_day(today) {
            self.refuse(field, format!("{what} must be today or in the past, and {on} is not"));
        }
    }

    /// Notes that a day lies before what it should follow, which is known only when it certainly does.
    pub(crate) fn require_later(&mut self, field: &'static str, day: NaiveDate, on: When, what: &str) {
        if on.earliest().is_some_and(|first| day <= first) {
            self.refuse(field, format!("{what} must be after {on}, and {} is not", When::Day(day)));
        }
    }

    /// Notes that a day lies before what it belongs to; the same day will do.
    pub(crate) fn require_not_before(&mut self, field: &'static str, day: NaiveDate, on: When, what: &str) {
        if When::Day(day).certainly_before(on) {
            self.refuse(field, format!("{what} must not be before {on}, and {} is", When::Day(day)));
        }
    }

    /// Notes that something certainly happened before what it follows from, and names both dates.
    pub(crate) fn require_follows(&mut self, what: &str, on: When, first: &str, earlier: When) {
        if on.certainly_before(earlier) {
            self.refuse(
                "on",
                format!("{what} ({on}) cannot be before {first} ({earlier}). Check both dates"),
            );
        }
    }

    /// Notes that a number is not the next after `last`.
    pub(crate) fn require_next(&mut self, field: &'static str, number: u16, last: u16, what: &str) {
        if number != last.saturating_add(1) {
            self.refuse(field, format!("The next {what} is number {}", last.saturating_add(1)));
        }
    }

    /// Notes everything that was wrong elsewhere.
    pub(crate) fn include(&mut self, rejection: Rejection) {
        self.0.extend(rejection.problems);
    }

    /// Nothing wrong, or everything that is.
    pub(crate) fn into_result(self) -> Result<(), Rejection> {
        if self.0.is_empty() { Ok(()) } else { Err(Rejection { problems: self.0 }) }
    }
}

/// Things in a sentence: "the council", "the council and the police", "names, dates and ages".
pub(crate) fn list(things: impl IntoIterator<Item = impl std::fmt::Display>) -> String {
    let things: Vec<_> = things.into_iter().map(|thing| thing.to_string()).collect();
    match things.split_last() {
        Some((last, [])) => last.clone(),
        Some((last, others)) => format!("{} and {last}", others.join(", ")),
        None => String::new(),
    }
}
