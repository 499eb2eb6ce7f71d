//! Questions that are answered with a date.

use calendar::NaiveDate;
use case::When;

use super::kind::Kind;
use super::{HAPPENED_ON, Question, Tailored};
use crate::components::{DateInput, Html};
use crate::form::asked::{Asked, and_when, said_when};
use crate::form::data::Answers;
use crate::form::date_input;
use crate::form::errors::Problems;
use crate::form::parse::Fields;
use crate::form::questions::Read;
use crate::text::date;

/// When it happened that is recorded, as precisely as it is known. Begins with today; `what` is what messages call it:
/// “Date of the decision”.
pub(crate) const fn happened_on(label: &'static str, what: &'static str) -> Question<When> {
    Question::of_kind(HAPPENED_ON, label, &Known { begins_today: true }).called(what).short(what)
}

/// A date in the past as precisely as it is known, or that it is not known; `called` says what messages call it.
pub(crate) const fn known_day(name: &'static str, label: &'static str) -> Question<When> {
    Question::of_kind(name, label, &Known { begins_today: false })
}

/// A date as precisely as it is known, which may be left out; `called` says what messages call it.
pub(crate) const fn when(name: &'static str, label: &'static str) -> Question<When> {
    Question::of_kind(name, label, &Vague)
}

/// A whole day; `called` says what messages call it.
pub(crate) const fn day(name: &'static str, label: &'static str) -> Question<NaiveDate> {
    Question::of_kind(name, label, &Day { past: false })
}

/// A whole day that is not in the future; `called` says what messages call it.
pub(crate) const fn past_day(name: &'static str, label: &'static str) -> Question<NaiveDate> {
    Question::of_kind(name, label, &Day { past: true })
}

/// A whole day that may be left out; `called` says what messages call it.
pub(crate) const fn optional_day(name: &'static str, label: &'static str) -> Question<Option<NaiveDate>> {
    Question::of_kind(name, label, &OptionalDay)
}

/// Notes that a day lies before what it follows from.
pub(crate) fn not_before(
    read: &Read<'_>,
    day: &Question<Option<NaiveDate>>,
    after: &Question<When>,
    problems: &mut Problems,
) {
    let (Some(Some(given)), Some(after)) = (read.maybe(day), read.maybe(after)) else { return };
    let given = When::Day(given);
    if given.certainly_before(after) {
        problems.add_date(day.name, format!("{} must not be before {after}, and {given} is", day.missing));
    }
}

/// The three boxes of a date.
fn boxes<T>(of: &Tailored<T>, asked: Asked<'_>) -> Html {
    let input = asked.date(of.name(), &of.label).size(of.question.look.size);
    Html::of(of.hint().into_iter().fold(input, DateInput::hint))
}

/// The date in words.
fn said<T>(of: &Tailored<T>, answers: &Answers) -> String {
    match date_input::read(answers, of.name(), "") {
        Ok(Some(When::Day(day))) if of.question.look.weekday => date::weekday(day),
        _ => said_when(answers, of.name()),
    }
}

/// A date that has been, which the record has to say: as precisely as it is known, or that it is not known.
struct Known {
    begins_today: bool,
}

impl Kind<When> for Known {
    fn draw(&self, of: &Tailored<When>, asked: Asked<'_>) -> Html {
        asked.when(of.name(), &of.label).html
    }

    fn read(&self, of: &Tailored<When>, fields: &mut Fields<'_>, today: NaiveDate) -> Option<When> {
        Some(fields.known_when(of.name(), &of.missing, today))
    }

    fn say(&self, of: &Tailored<When>, answers: &Answers) -> String {
        said(of, answers)
    }

    fn put(&self, name: &str, value: &When, answers: Answers) -> Answers {
        and_when(answers, name, *value)
    }

    fn begins(&self, today: NaiveDate) -> Option<When> {
        self.begins_today.then_some(When::Day(today))
    }
}

struct Vague;

impl Kind<When> for Vague {
    fn draw(&self, of: &Tailored<When>, asked: Asked<'_>) -> Html {
        boxes(of, asked)
    }

    fn read(&self, of: &Tailored<When>, fields: &mut Fields<'_>, _: NaiveDate) -> Option<When> {
        Some(fields.when(of.name(), &of.missing))
    }

    fn say(&self, of: &Tailored<When>, answers: &Answers) -> String {
        said(of, answers)
    }

    fn put(&self, name: &str, value: &When, answers: Answers) -> Answers {
        // Left out and not known are the same here: there is no box that says so.
        if *value == When::NotKnown { answers } else { and_when(answers, name, *value) }
    }

    fn absent(&self) -> Option<When> {
        Some(When::NotKnown)
    }
}

struct Day {
    past: bool,
}

impl Kind<NaiveDate> for Day {
    fn draw(&self, of: &Tailored<NaiveDate>, asked: Asked<'_>) -> Html {
        boxes(of, asked)
    }

    fn read(&self, of: &Tailored<NaiveDate>, fields: &mut Fields<'_>, today: NaiveDate) -> Option<NaiveDate> {
        if self.past {
            fields.past_day(of.name(), &of.missing, today)
        } else {
            fields.day(of.name(), &of.missing)
        }
    }

    fn say(&self, of: &Tailored<NaiveDate>, answers: &Answers) -> String {
        said(of, answers)
    }

    fn put(&self, name: &str, value: &NaiveDate, answers: Answers) -> Answers {
        and_when(answers, name, When::Day(*value))
    }
}

struct OptionalDay;

impl Kind<Option<NaiveDate>> for OptionalDay {
    fn draw(&self, of: &Tailored<Option<NaiveDate>>, asked: Asked<'_>) -> Html {
        boxes(of, asked)
    }

    fn read(
        &self,
        of: &Tailored<Option<NaiveDate>>,
        fields: &mut Fields<'_>,
        _: NaiveDate,
    ) -> Option<Option<NaiveDate>> {
        Some(fields.optional_day(of.name(), &of.missing))
    }

    fn say(&self, of: &Tailored<Option<NaiveDate>>, answers: &Answers) -> String {
        said(of, answers)
    }

    fn put(&self, name: &str, value: &Option<NaiveDate>, answers: Answers) -> Answers {
        value.iter().fold(answers, |answers, day| and_when(answers, name, When::Day(*day)))
    }

    fn absent(&self) -> Option<Option<NaiveDate>> {
        Some(None)
    }
}
