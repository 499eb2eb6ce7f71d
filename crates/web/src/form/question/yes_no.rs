//! Questions that are answered with yes or no.

use calendar::NaiveDate;

use super::choices::{draw_one, offers, say_chosen};
use super::kind::Kind;
use super::{Offer, Question, Tailored};
use crate::components::{Checkboxes, Choice, Html};
use crate::form::asked::Asked;
use crate::form::data::Answers;
use crate::form::parse::Fields;

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
