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
    Question::of_kind(name, label, &Choices::<T> { of: PhantomData, all: every::<T> })
}

/// One value of a closed list that may be left out.
pub(crate) const fn optional_choice<T: Listed>(
    name: &'static str,
    label: &'static str,
) -> Question<Option<T>> {
    Question::of_kind(name, label, &Choices::<T> { of: PhantomData, all: every::<T> })
}

/// Any number of values of a closed list.
pub(crate) const fn choices<T: Listed>(name: &'static str, label: &'static str) -> Question<Vec<T>> {
    Question::of_kind(name, label, &Choices::<T> { of: PhantomData, all: every::<T> })
}

/// One of what the form offers, such as a person; `missing` says what to select. Where none of them is an offer too, the
/// answer may be nothing: see [`optional_choice`] and [`Offer::nothing`].
pub(crate) const fn one_of<T: Chosen>(name: &'static str, label: &'static str) -> Question<Option<T>> {
    Question::of_kind(name, label, &Choices::<T> { of: PhantomData, all: nothing })
}

/// One of what the form offers, which cannot be left out; `missing` says what to select.
pub(crate) const fn required_one_of<T: Chosen>(name: &'static str, label: &'static str) -> Question<T> {
    Question::of_kind(name, label, &Choices::<T> { of: PhantomData, all: nothing })
}

/// Any number of what the form offers, such as organisations.
pub(crate) const fn several_of<T: Chosen>(name: &'static str, label: &'static str) -> Question<Vec<T>> {
    Question::of_kind(name, label, &Choices::<T> { of: PhantomData, all: nothing }).small()
}

fn every<T: Listed>() -> Vec<Offer> {
    T::ALL.iter().map(Offer::of).collect()
}

fn nothing() -> Vec<Offer> {
    Vec::new()
}

pub(super) fn offers<T>(of: &Tailored<T>, all: impl FnOnce() -> Vec<Offer>) -> Vec<Offer> {
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

pub(super) fn draw_one<T>(of: &Tailored<T>, offers: Vec<Offer>, asked: Asked<'_>) -> Html {
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

pub(super) fn say_chosen<T>(of: &Tailored<T>, offers: &[Offer], answers: &Answers) -> String {
    let chosen =
        offers.iter().filter(|offer| !offer.value.is_empty() && answers.has(of.name(), &offer.value));
    let chosen: Vec<_> = chosen.map(|offer| offer.said.as_str()).collect();
    if of.question.look.said_on_lines { chosen.join("\n") } else { upper_first(&and(&chosen)) }
}

/// How many choices make an answer: one, perhaps one, or several.
trait Chooses<T>: Sized {
    /// Whether any number can be chosen.
    const SEVERAL: bool = false;

    /// What it means that the question was not asked.
    const ABSENT: Option<Self>;

    fn read(of: &Tailored<Self>, fields: &mut Fields<'_>) -> Option<Self>;

    fn each(&self) -> &[T];
}

impl<T: Chosen> Chooses<T> for T {
    const ABSENT: Option<Self> = None;

    fn read(of: &Tailored<Self>, fields: &mut Fields<'_>) -> Option<Self> {
        let chosen = fields.choice(of.name(), &of.missing)?;
        if was_offered(of, fields.answers()) {
            return Some(chosen);
        }
        fields.problems.add(of.name(), not_offered(of, &of.missing));
        None
    }

    fn each(&self) -> &[T] {
        std::slice::from_ref(self)
    }
}

impl<T: Chosen> Chooses<T> for Option<T> {
    const ABSENT: Option<Self> = Some(None);

    fn read(of: &Tailored<Self>, fields: &mut Fields<'_>) -> Option<Self> {
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

    fn each(&self) -> &[T] {
        self.as_slice()
    }
}

impl<T: Chosen> Chooses<T> for Vec<T> {
    const SEVERAL: bool = true;
    const ABSENT: Option<Self> = Some(Vec::new());

    fn read(of: &Tailored<Self>, fields: &mut Fields<'_>) -> Option<Self> {
        let chosen: Self = fields.choices(of.name());
        if !was_offered(of, fields.answers()) {
            let message = not_offered(of, "Select from the answers that are offered");
            fields.problems.add(of.name(), message);
        }
        if chosen.is_empty() && !of.missing.is_empty() {
            fields.problems.add(of.name(), &of.missing);
        }
        Some(chosen)
    }

    fn each(&self) -> &[T] {
        self
    }
}

/// Choices of a type, with those that there are where the form offers no others.
struct Choices<T> {
    of: PhantomData<fn() -> T>,
    all: fn() -> Vec<Offer>,
}

impl<T: Chosen, A: Chooses<T>> Kind<A> for Choices<T> {
    fn draw(&self, of: &Tailored<A>, asked: Asked<'_>) -> Html {
        let offers = offers(of, self.all);
        if A::SEVERAL { draw_several(of, offers, asked) } else { draw_one(of, offers, asked) }
    }

    fn read(&self, of: &Tailored<A>, fields: &mut Fields<'_>, _: NaiveDate) -> Option<A> {
        A::read(of, fields)
    }

    fn say(&self, of: &Tailored<A>, answers: &Answers) -> String {
        say_chosen(of, &offers(of, self.all), answers)
    }

    fn put(&self, name: &str, value: &A, answers: Answers) -> Answers {
        value.each().iter().fold(answers, |answers, one| answers.and(name, code(one)))
    }

    fn absent(&self) -> Option<A> {
        A::ABSENT
    }
}
