//! Questions that are answered by choosing.

use std::marker::PhantomData;

use calendar::NaiveDate;
use case::terms::Listed;
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::kind::Kind;
use super::{Offer, Question, Tailored};
use crate::components::{Checkboxes, Choice, Html, Radios, Select};
use crate::form::asked::{Asked, code};
use crate::form::data::Answers;
use crate::form::parse::Fields;
use crate::text::grammar::{and, upper_first};

/// What can be chosen and sent as a code: a value of a closed list, a person, an organisation, a number.
pub(crate) trait Chosen: Serialize + DeserializeOwned + Send + Sync + 'static {}

impl<T: Serialize + DeserializeOwned + Send + Sync + 'static> Chosen for T {}

/// One value of a closed list; `missing` says what to select.
pub(crate) const fn choice<T: Listed>(name: &'static str, label: &'static str) -> Question<T> {
    Question::of_kind(name, label, &One { of: PhantomData, all: every::<T> })
}

/// One value of a closed list that may be left out.
pub(crate) const fn optional_choice<T: Listed>(
    name: &'static str,
    label: &'static str,
) -> Question<Option<T>> {
    Question::of_kind(name, label, &Perhaps { of: PhantomData, all: every::<T> })
}

/// Any number of values of a closed list.
pub(crate) const fn choices<T: Listed>(name: &'static str, label: &'static str) -> Question<Vec<T>> {
    Question::of_kind(name, label, &Several { of: PhantomData, all: every::<T> })
}

/// One of what the form offers, such as a person; `missing` says what to select. Where none of them is an offer too, the
/// answer may be nothing: see [`optional_choice`] and [`Offer::nothing`].
pub(crate) const fn one_of<T: Chosen>(name: &'static str, label: &'static str) -> Question<Option<T>> {
    Question::of_kind(name, label, &Perhaps { of: PhantomData, all: nothing })
}

/// One of what the form offers, which cannot be left out; `missing` says what to select.
pub(crate) const fn required_one_of<T: Chosen>(name: &'static str, label: &'static str) -> Question<T> {
    Question::of_kind(name, label, &One { of: PhantomData, all: nothing })
}

/// Any number of what the form offers, such as organisations.
pub(crate) const fn several_of<T: Chosen>(name: &'static str, label: &'static str) -> Question<Vec<T>> {
    Question::of_kind(name, label, &Several { of: PhantomData, all: nothing }).small()
}

/// Yes or no, neither of which is there before; `missing` says what to select.
pub(crate) const fn yes_no(name: &'static str, label: &'static str) -> Question<bool> {
    yes_or_no(name, label, &YesOrNo("Yes", "No")).inline()
}

/// Yes or no in these words, below each other, neither of which is there before; `missing` says what to select. The check
/// page says “Yes” or “No”.
pub(crate) const fn yes_or_no(
    name: &'static str,
    label: &'static str,
    words: &'static YesOrNo,
) -> Question<bool> {
    Question::of_kind(name, label, words)
}

/// One box to tick. `beside` stands beside the box, `label` above it; `missing` says that it has to be ticked.
pub(crate) const fn tick(name: &'static str, label: &'static str, beside: &'static str) -> Question<bool> {
    Question { beside, ..Question::of_kind(name, label, &Tick) }
}

fn every<T: Listed>() -> Vec<Offer> {
    T::ALL.iter().map(Offer::of).collect()
}

fn nothing() -> Vec<Offer> {
    Vec::new()
}

fn offers<T>(of: &Tailored<T>, all: impl FnOnce() -> Vec<Offer>) -> Vec<Offer> {
    of.offers.clone().unwrap_or_else(all)
}

fn items(name: &str, offers: Vec<Offer>, asked: Asked<'_>) -> impl Iterator<Item = Choice> {
    offers.into_iter().map(move |offer| {
        let chosen = asked.answers.has(name, &offer.value)
            || (offer.value.is_empty() && asked.answers.one(name).is_empty());
        let choice = Choice::new(offer.value, offer.label).chosen(chosen);
        offer.hint.into_iter().fold(choice, Choice::hint)
    })
}

fn draw_one<T>(of: &Tailored<T>, offers: Vec<Offer>, asked: Asked<'_>) -> Html {
    let (name, look) = (of.name(), of.question.look);
    let error = asked.problems.of(name);
    if look.in_a_list {
        let select = Select::new(name, of.label.clone()).error(error).size(look.size);
        let select = of.hint().into_iter().fold(select, Select::hint);
        return Html::of(items(name, offers, asked).fold(select, Select::item));
    }
    let radios = Radios::new(name, of.label.clone()).error(error).size(look.size);
    let radios = if look.inline { radios.inline() } else { radios };
    let radios = if look.small { radios.small() } else { radios };
    let radios = of.hint().into_iter().fold(radios, Radios::hint);
    Html::of(items(name, offers, asked).fold(radios, Radios::item))
}

fn draw_several<T>(of: &Tailored<T>, offers: Vec<Offer>, asked: Asked<'_>) -> Html {
    let (name, look) = (of.name(), of.question.look);
    let boxes = Checkboxes::new(name, of.label.clone()).error(asked.problems.of(name)).size(look.size);
    let boxes = if look.inline { boxes.inline() } else { boxes };
    let boxes = if look.small { boxes.small() } else { boxes };
    let boxes = of.hint().into_iter().fold(boxes, Checkboxes::hint);
    Html::of(items(name, offers, asked).fold(boxes, Checkboxes::item))
}

/// Whether everything that was sent was offered, where the question was tailored to what is.
fn was_offered<T>(of: &Tailored<T>, answers: &Answers) -> bool {
    of.offers.as_ref().is_none_or(|offers| {
        let is_offered = |answer: &str| offers.iter().any(|offer| offer.value == answer);
        answers.many(of.name()).all(|answer| answer.is_empty() || is_offered(answer))
    })
}

/// What to do where something else was sent; `usual` unless the question says it.
fn not_offered<'a, T>(of: &Tailored<T>, usual: &'a str) -> &'a str {
    let own = of.question.not_offered;
    if own.is_empty() { usual } else { own }
}

fn say_chosen<T>(of: &Tailored<T>, offers: &[Offer], answers: &Answers) -> String {
    let chosen =
        offers.iter().filter(|offer| !offer.value.is_empty() && answers.has(of.name(), &offer.value));
    let chosen: Vec<_> = chosen.map(|offer| offer.said.as_str()).collect();
    if of.question.look.said_on_lines { chosen.join("\n") } else { upper_first(&and(&chosen)) }
}

struct One<T> {
    of: PhantomData<fn() -> T>,
    all: fn() -> Vec<Offer>,
}

impl<T: Chosen> Kind<T> for One<T> {
    fn draw(&self, of: &Tailored<T>, asked: Asked<'_>) -> Html {
        draw_one(of, offers(of, self.all), asked)
    }

    fn read(&self, of: &Tailored<T>, fields: &mut Fields<'_>, _: NaiveDate) -> Option<T> {
        let chosen = fields.choice(of.name(), &of.missing)?;
        if was_offered(of, fields.answers()) {
            return Some(chosen);
        }
        fields.problems.add(of.name(), not_offered(of, &of.missing));
        None
    }

    fn say(&self, of: &Tailored<T>, answers: &Answers) -> String {
        say_chosen(of, &offers(of, self.all), answers)
    }

    fn put(&self, name: &str, value: &T, answers: Answers) -> Answers {
        answers.and(name, code(value))
    }
}

struct Perhaps<T> {
    of: PhantomData<fn() -> T>,
    all: fn() -> Vec<Offer>,
}

impl<T: Chosen> Kind<Option<T>> for Perhaps<T> {
    fn draw(&self, of: &Tailored<Option<T>>, asked: Asked<'_>) -> Html {
        draw_one(of, offers(of, self.all), asked)
    }

    fn read(&self, of: &Tailored<Option<T>>, fields: &mut Fields<'_>, _: NaiveDate) -> Option<Option<T>> {
        let missing = of.missing.as_str();
        if !was_offered(of, fields.answers()) {
            let usual =
                if missing.is_empty() { "Select one of the answers that are offered" } else { missing };
            fields.problems.add(of.name(), not_offered(of, usual));
        }
        let chosen = fields.optional_choice(of.name());
        if chosen.is_none() && !missing.is_empty() {
            fields.problems.add(of.name(), missing);
        }
        Some(chosen)
    }

    fn say(&self, of: &Tailored<Option<T>>, answers: &Answers) -> String {
        say_chosen(of, &offers(of, self.all), answers)
    }

    fn put(&self, name: &str, value: &Option<T>, answers: Answers) -> Answers {
        value.iter().fold(answers, |answers, value| answers.and(name, code(value)))
    }

    fn absent(&self) -> Option<Option<T>> {
        Some(None)
    }
}

struct Several<T> {
    of: PhantomData<fn() -> T>,
    all: fn() -> Vec<Offer>,
}

impl<T: Chosen> Kind<Vec<T>> for Several<T> {
    fn draw(&self, of: &Tailored<Vec<T>>, asked: Asked<'_>) -> Html {
        draw_several(of, offers(of, self.all), asked)
    }

    fn read(&self, of: &Tailored<Vec<T>>, fields: &mut Fields<'_>, _: NaiveDate) -> Option<Vec<T>> {
        let chosen: Vec<T> = fields.choices(of.name());
        if !was_offered(of, fields.answers()) {
            let message = not_offered(of, "Select from the answers that are offered");
            fields.problems.add(of.name(), message);
        }
        if chosen.is_empty() && !of.missing.is_empty() {
            fields.problems.add(of.name(), &of.missing);
        }
        Some(chosen)
    }

    fn say(&self, of: &Tailored<Vec<T>>, answers: &Answers) -> String {
        say_chosen(of, &offers(of, self.all), answers)
    }

    fn put(&self, name: &str, value: &Vec<T>, answers: Answers) -> Answers {
        value.iter().fold(answers, |answers, value| answers.and(name, code(value)))
    }

    fn absent(&self) -> Option<Vec<T>> {
        Some(Vec::new())
    }
}

/// What stands beside yes and no.
pub(crate) struct YesOrNo(pub(crate) &'static str, pub(crate) &'static str);

impl YesOrNo {
    fn offers(&self) -> Vec<Offer> {
        vec![Offer::new(&"yes", self.0), Offer::new(&"no", self.1)]
    }
}

impl Kind<bool> for YesOrNo {
    fn draw(&self, of: &Tailored<bool>, asked: Asked<'_>) -> Html {
        draw_one(of, offers(of, || self.offers()), asked)
    }

    fn read(&self, of: &Tailored<bool>, fields: &mut Fields<'_>, _: NaiveDate) -> Option<bool> {
        let answers = fields.answers();
        let answer = match answers.one(of.name()) {
            "yes" => Some(true),
            "no" => Some(false),
            _ => None,
        };
        if answer.is_none() || answers.is_repeated(of.name()) {
            fields.problems.add(of.name(), &of.missing);
        }
        answer
    }

    fn say(&self, of: &Tailored<bool>, answers: &Answers) -> String {
        say_chosen(of, &offers(of, || YesOrNo("Yes", "No").offers()), answers)
    }

    fn put(&self, name: &str, value: &bool, answers: Answers) -> Answers {
        answers.and(name, if *value { "yes" } else { "no" })
    }

    fn absent(&self) -> Option<bool> {
        Some(false)
    }
}

struct Tick;

impl Kind<bool> for Tick {
    fn draw(&self, of: &Tailored<bool>, asked: Asked<'_>) -> Html {
        let look = of.question.look;
        let offer = Choice::new("yes", of.question.beside).chosen(asked.answers.has(of.name(), "yes"));
        let boxes = Checkboxes::new(of.name(), of.label.clone()).error(asked.problems.of(of.name()));
        let boxes = boxes.size(look.size);
        let boxes = if look.small { boxes.small() } else { boxes };
        let boxes = of.hint().into_iter().fold(boxes, Checkboxes::hint);
        Html::of(boxes.item(offer))
    }

    fn read(&self, of: &Tailored<bool>, fields: &mut Fields<'_>, _: NaiveDate) -> Option<bool> {
        let ticked = fields.is_ticked(of.name());
        if !ticked && !of.missing.is_empty() {
            fields.problems.add(of.name(), &of.missing);
        }
        Some(ticked)
    }

    fn say(&self, of: &Tailored<bool>, answers: &Answers) -> String {
        let said = if answers.has(of.name(), "yes") { of.question.ticked } else { of.question.unticked };
        said.to_owned()
    }

    fn put(&self, name: &str, value: &bool, answers: Answers) -> Answers {
        if *value { answers.and(name, "yes") } else { answers }
    }

    fn absent(&self) -> Option<bool> {
        Some(false)
    }
}
