//! Questions that are answered by yes or no.

use crate::components::Radios;
use crate::form::asked::{Asked, Question};
use crate::form::data::Answers;
use crate::form::parse::Fields;

/// The answer as it is sent.
pub(super) fn code(yes: bool) -> &'static str {
    if yes { "yes" } else { "no" }
}

/// The question.
pub(super) fn radios(asked: Asked<'_>, name: &str, legend: &str, labels: [&str; 2]) -> Radios {
    let radios = Radios::new(name, legend).strong().error(asked.problems.of(name));
    let [yes, no] = labels;
    radios.item(asked.choice(name, "yes", yes)).item(asked.choice(name, "no", no))
}

/// The answer; `missing` says what to select.
pub(super) fn read(fields: &mut Fields<'_>, name: &str, missing: &str) -> Option<bool> {
    let answers = fields.answers();
    match (answers.is_repeated(name), answers.one(name)) {
        (false, "yes") => Some(true),
        (false, "no") => Some(false),
        _ => {
            fields.problems.add(name, missing);
            None
        }
    }
}

/// The answer in words; empty where there is none.
pub(super) fn said(answers: &Answers, name: &str) -> &'static str {
    match answers.one(name) {
        "yes" => "Yes",
        "no" => "No",
        _ => "",
    }
}

/// The last question of every section: its writer decides whether it is complete, not the form.
pub(super) fn complete(asked: Asked<'_>) -> Question {
    let labels = ["Yes, it is complete", "No, I will come back to it, or somebody else will"];
    Question::new("complete", radios(asked, "complete", "Have you completed this section?", labels))
}

/// Whether it is.
pub(super) fn is_complete(fields: &mut Fields<'_>) -> bool {
    read(fields, "complete", "Select whether you have completed this section").unwrap_or_default()
}
