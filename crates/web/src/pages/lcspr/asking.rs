//! Questions that several forms of the LCSPR ask alike.

use crate::components::Radios;
use crate::form::asked::{Asked, Question};
use crate::form::data::Answers;
use crate::form::parse::Fields;

/// What stands under a box whose text travels with the case.
pub(super) const READERS: &str =
    "Everyone who may read the LCSPR reads this. Do not use names of children or families";

/// A question with yes or no as the answer, neither of which is there before.
pub(super) fn yes_or_no(asked: Asked<'_>, name: &'static str, legend: &str) -> Question {
    let radios = Radios::new(name, legend).strong().inline().error(asked.problems.of(name));
    let radios = radios.item(asked.choice(name, "yes", "Yes")).item(asked.choice(name, "no", "No"));
    Question::new(name, radios)
}

/// Reads yes or no; `missing` says what to select.
pub(super) fn read_yes_or_no(fields: &mut Fields<'_>, name: &str, missing: &str) -> bool {
    let yes = fields.answers().has(name, "yes");
    if fields.answers().is_repeated(name) || (!yes && !fields.answers().has(name, "no")) {
        fields.problems.add(name, missing);
    }
    yes
}

/// Yes or no in words.
pub(super) fn said_yes_or_no(answers: &Answers, name: &str) -> &'static str {
    match answers.one(name) {
        "yes" => "Yes",
        "no" => "No",
        _ => "",
    }
}

/// A question for a date that may be left empty.
pub(super) fn date(asked: Asked<'_>, name: &'static str, label: &str, hint: &str) -> Question {
    Question::new(name, asked.date(name, label).hint(hint))
}

/// A number that must be there; `wrong` says what to enter.
pub(super) fn number(fields: &mut Fields<'_>, name: &str, wrong: &str) -> Option<u16> {
    let typed = fields.line(name, wrong);
    let number = typed.replace(',', "").parse().ok();
    if number.is_none() && !typed.is_empty() {
        fields.problems.add(name, wrong);
    }
    number
}
