//! Questions that are answered in words or numbers.

use std::fmt::Display;
use std::marker::PhantomData;
use std::str::FromStr;

use calendar::NaiveDate;
use case::Word;
use chrono::NaiveTime;

use super::kind::Kind;
use super::{Question, Tailored};
use crate::components::{Html, TextArea, TextInput};
use crate::form::asked::Asked;
use crate::form::data::Answers;
use crate::form::parse::Fields;
use crate::text::date;

/// A text of any length, which becomes this word of the record. It may be left out unless `missing` says what to enter.
pub(crate) const fn text(word: Word, label: &'static str) -> Question<String> {
    Question { word: Some(word), ..named_text(word.name(), label) }
}

/// A line, which becomes this word of the record. It may be left out unless `missing` says what to enter.
pub(crate) const fn line(word: Word, label: &'static str) -> Question<String> {
    Question { word: Some(word), ..named_line(word.name(), label) }
}

/// A text that is no word of the record by itself.
pub(crate) const fn named_text(name: &'static str, label: &'static str) -> Question<String> {
    Question::of_kind(name, label, &Text::Area)
}

/// A line that is no word of the record by itself.
pub(crate) const fn named_line(name: &'static str, label: &'static str) -> Question<String> {
    Question::of_kind(name, label, &Text::Line)
}

/// An email address, in small letters; `missing` says what to enter.
pub(crate) const fn email(name: &'static str, label: &'static str) -> Question<String> {
    Question::of_kind(name, label, &Text::Email)
}

/// Words to look for. Nothing is wrong with any, but no more is looked for than fits on a line.
pub(crate) const fn search(name: &'static str, label: &'static str) -> Question<String> {
    Question::of_kind(name, label, &Text::Search)
}

/// A whole number; `missing` says what to enter.
pub(crate) const fn number<N: Whole>(name: &'static str, label: &'static str) -> Question<N> {
    Question::of_kind(name, label, &Number(PhantomData)).width(4)
}

/// A whole number that may be left out; `missing` says what to enter where it cannot be read.
pub(crate) const fn optional_number<N: Whole>(
    name: &'static str,
    label: &'static str,
) -> Question<Option<N>> {
    Question::of_kind(name, label, &OptionalNumber { of: PhantomData, is_money: false }).width(4)
}

/// Whole pounds that may be left out; `missing` says what to enter where they cannot be read. “£18,000” is understood.
pub(crate) const fn money(name: &'static str, label: &'static str) -> Question<Option<u32>> {
    Question::of_kind(name, label, &OptionalNumber { of: PhantomData, is_money: true }).width(10)
}

/// A time of day that may be left out.
pub(crate) const fn time(name: &'static str, label: &'static str) -> Question<Option<NaiveTime>> {
    Question::of_kind(name, label, &Time).width(10)
}

fn input<T>(of: &Tailored<T>, asked: Asked<'_>) -> TextInput {
    let look = of.question.look;
    let input = asked.line(of.name(), &of.label).size(look.size);
    let input = look.width.into_iter().fold(input, TextInput::width);
    let input = look.autocomplete.into_iter().fold(input, TextInput::autocomplete);
    of.hint().into_iter().fold(input, TextInput::hint)
}

/// How much of what was typed is looked for.
const LONGEST_SEARCH: usize = 200;

/// How much room words have, and what they are.
enum Text {
    Area,
    Line,
    Email,
    Search,
}

impl Kind<String> for Text {
    fn draw(&self, of: &Tailored<String>, asked: Asked<'_>) -> Html {
        match self {
            Self::Area => {
                let look = of.question.look;
                let area = asked.text(of.name(), &of.label).rows(look.rows).size(look.size);
                Html::of(of.hint().into_iter().fold(area, TextArea::hint))
            }
            Self::Line => Html::of(input(of, asked)),
            Self::Email => Html::of(input(of, asked).email()),
            Self::Search => Html::of(input(of, asked).search()),
        }
    }

    fn read(&self, of: &Tailored<String>, fields: &mut Fields<'_>, _: NaiveDate) -> Option<String> {
        let (name, missing) = (of.name(), of.missing.as_str());
        Some(match (self, missing.is_empty()) {
            (Self::Area, true) => fields.optional_text(name).unwrap_or_default(),
            (Self::Area, false) => fields.text(name, missing),
            (Self::Line, true) => fields.optional_line(name).unwrap_or_default(),
            (Self::Line, false) => fields.line(name, missing),
            (Self::Email, _) => fields.email(name, missing),
            (Self::Search, _) => fields.answers().one(name).trim().chars().take(LONGEST_SEARCH).collect(),
        })
    }

    fn say(&self, of: &Tailored<String>, answers: &Answers) -> String {
        let words = answers.one(of.name());
        if matches!(self, Self::Search) { format!("“{words}”") } else { words.to_owned() }
    }

    fn put(&self, name: &str, value: &String, answers: Answers) -> Answers {
        answers.and(name, value.clone())
    }

    fn absent(&self) -> Option<String> {
        Some(String::new())
    }
}

/// A whole number of any size.
pub(crate) trait Whole: FromStr + Display + 'static {}

impl<N: FromStr + Display + 'static> Whole for N {}

/// A number as people type it, with thousands set apart.
fn whole<N: FromStr>(typed: &str) -> Option<N> {
    typed.trim_start_matches('£').replace([',', ' '], "").parse().ok()
}

struct Number<N>(PhantomData<fn() -> N>);

impl<N: Whole> Kind<N> for Number<N> {
    fn draw(&self, of: &Tailored<N>, asked: Asked<'_>) -> Html {
        Html::of(input(of, asked).inputmode_numeric())
    }

    fn read(&self, of: &Tailored<N>, fields: &mut Fields<'_>, _: NaiveDate) -> Option<N> {
        let typed = fields.line(of.name(), &of.missing);
        let number = whole(&typed);
        if number.is_none() && !typed.is_empty() {
            let unreadable = of.question.unreadable;
            fields.problems.add(of.name(), if unreadable.is_empty() { &of.missing } else { unreadable });
        }
        number
    }

    fn say(&self, of: &Tailored<N>, answers: &Answers) -> String {
        answers.one(of.name()).to_owned()
    }

    fn put(&self, name: &str, value: &N, answers: Answers) -> Answers {
        answers.and(name, value.to_string())
    }
}

struct OptionalNumber<N> {
    of: PhantomData<fn() -> N>,
    is_money: bool,
}

impl<N: Whole> Kind<Option<N>> for OptionalNumber<N> {
    fn draw(&self, of: &Tailored<Option<N>>, asked: Asked<'_>) -> Html {
        let input = input(of, asked);
        Html::of(if self.is_money { input } else { input.inputmode_numeric() })
    }

    fn read(&self, of: &Tailored<Option<N>>, fields: &mut Fields<'_>, _: NaiveDate) -> Option<Option<N>> {
        let Some(typed) = fields.optional_line(of.name()) else { return Some(None) };
        let number = whole(&typed);
        if number.is_none() {
            fields.problems.add(of.name(), &of.missing);
        }
        Some(number)
    }

    fn say(&self, of: &Tailored<Option<N>>, answers: &Answers) -> String {
        answers.one(of.name()).to_owned()
    }

    fn put(&self, name: &str, value: &Option<N>, answers: Answers) -> Answers {
        value.iter().fold(answers, |answers, number| answers.and(name, number.to_string()))
    }

    fn absent(&self) -> Option<Option<N>> {
        Some(None)
    }
}

struct Time;

impl Kind<Option<NaiveTime>> for Time {
    fn draw(&self, of: &Tailored<Option<NaiveTime>>, asked: Asked<'_>) -> Html {
        Html::of(input(of, asked))
    }

    fn read(
        &self,
        of: &Tailored<Option<NaiveTime>>,
        fields: &mut Fields<'_>,
        _: NaiveDate,
    ) -> Option<Option<NaiveTime>> {
        Some(fields.optional_time(of.name()))
    }

    fn say(&self, of: &Tailored<Option<NaiveTime>>, answers: &Answers) -> String {
        answers.one(of.name()).to_owned()
    }

    fn put(&self, name: &str, value: &Option<NaiveTime>, answers: Answers) -> Answers {
        value.iter().fold(answers, |answers, time| answers.and(name, date::time_of_day(*time)))
    }

    fn absent(&self) -> Option<Option<NaiveTime>> {
        Some(None)
    }
}
