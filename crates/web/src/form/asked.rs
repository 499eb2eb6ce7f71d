//! The questions of a form, each with what was answered and what is wrong with that.

use std::fmt::Display;

use askama::Template;
use askama::filters::HtmlSafe;
use case::When;
use serde::Serialize;

use crate::components::{Checkboxes, Choice, DateInput, Html, TextArea, TextInput};
use crate::form::data::Answers;
use crate::form::date_input;
use crate::form::errors::Problems;
use crate::text::grammar::upper_first;

/// One question as it stands on a page.
pub(crate) struct Drawn {
    /// The name of its answer.
    pub(crate) name: &'static str,
    /// As it stands on the page.
    pub(crate) html: Html,
}

/// Questions that belong together, perhaps under a heading.
#[derive(Template)]
#[template(path = "pages/form_section.html")]
pub(crate) struct Section {
    pub(crate) heading: Option<&'static str>,
    /// The questions, in their order.
    pub(crate) questions: Vec<Drawn>,
}

impl HtmlSafe for Section {}

/// What was answered so far, and what is wrong with it.
#[derive(Clone, Copy)]
pub(crate) struct Asked<'a> {
    pub(crate) answers: &'a Answers,
    pub(crate) problems: &'a Problems,
}

impl Asked<'_> {
    /// A question for a line.
    pub(crate) fn line(&self, name: &str, label: &str) -> TextInput {
        TextInput::new(name, label).value(self.answers.one(name)).error(self.problems.of(name))
    }

    /// A question for a text.
    pub(crate) fn text(&self, name: &str, label: &str) -> TextArea {
        TextArea::new(name, label).value(self.answers.one(name)).error(self.problems.of(name)).strong()
    }

    /// A question for a date.
    pub(crate) fn date(&self, name: &str, label: &str) -> DateInput {
        let [day, month, year] =
            ["day", "month", "year"].map(|part| self.answers.one(&format!("{name}-{part}")).to_owned());
        DateInput::new(name, label).value(day, month, year).error(self.problems.of(name)).strong()
    }

    /// A question for a date that may be known only in part or not at all, which the record then says.
    pub(crate) fn when(&self, name: &'static str, label: &str) -> Drawn {
        let unknown = format!("{name}-unknown");
        let date = self.date(name, label).hint(
            "For example, 27 3 2026. Leave out the day, or the day and the month, if you do not know them",
        );
        let not_known = Checkboxes::new(unknown.clone(), "If nobody can say when")
            .small()
            .item(Choice::new("yes", "The date is not known").chosen(self.answers.has(&unknown, "yes")));
        Drawn { name, html: Html::of(date).then(not_known) }
    }

    /// One thing to choose, as it was chosen before.
    pub(crate) fn choice(&self, name: &str, value: &str, label: &str) -> Choice {
        Choice::new(value, label).chosen(self.answers.has(name, value))
    }
}

/// The code by which a value of a closed list, or a number, is sent and kept.
pub(crate) fn code<T: Serialize>(value: &T) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(code)) => code,
        Ok(serde_json::Value::Number(number)) => number.to_string(),
        _ => String::new(),
    }
}

/// Words as a sentence begins with them.
pub(crate) fn capital(words: &impl Display) -> String {
    upper_first(&words.to_string())
}

/// The answers that stand for a date, beside others.
pub(crate) fn and_when(answers: Answers, name: &str, when: When) -> Answers {
    let [day, month, year] = date_input::boxes(when);
    let unknown = if when == When::NotKnown { "yes" } else { "" };
    [("day", day.as_str()), ("month", &month), ("year", &year), ("unknown", unknown)]
        .into_iter()
        .filter(|(_, value)| !value.is_empty())
        .fold(answers, |answers, (part, value)| answers.and(&format!("{name}-{part}"), value))
}

/// The date in the boxes of a form, in words; empty where there is none.
pub(crate) fn said_when(answers: &Answers, name: &str) -> String {
    match date_input::read(answers, name, "") {
        Ok(Some(when)) => when.to_string(),
        _ if answers.has(&format!("{name}-unknown"), "yes") => "Not known".to_owned(),
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_stands_in_its_boxes_or_is_not_known() {
        for text in ["2026-03-04", "2026-03", "not known"] {
            let when: When = text.parse().unwrap();
            let answers = and_when(Answers::default(), "on", when);
            let words = if when == When::NotKnown { "Not known".to_owned() } else { when.to_string() };
            assert_eq!(said_when(&answers, "on"), words);
        }
    }
}
