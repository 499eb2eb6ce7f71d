//! What a letter of the Panel says beside its outcome: the questions that follow, and how their answers are read.

use calendar::NaiveDate;
use case::panel::{AdvicePoint, PanelOutcome, PanelResponse, RecommendationView};
use case::{Command, Step, When, Word, Words};

use super::{optional_day, sent};
use crate::case_view::OpenCase;
use crate::components::{Checkboxes, Radios};
use crate::form::asked::{Asked, Question, code};
use crate::form::case_form::Said;
use crate::form::data::Answers;
use crate::form::parse::Fields;
use crate::text::grammar::{and, upper_first};

/// Whether the Panel agrees with the local decision, where the outcome leaves it open.
const AGREES: [(&str, &str); 3] = [("yes", "Yes"), ("no", "No"), ("not_said", "It does not say")];

/// What a letter may remark on.
const REMARKS: [(&str, &str); 4] = [
    ("praises_quality", "It praises the quality of the review"),
    ("quality_concern", "It has a concern about the quality"),
    ("late_submission_noted", "It notes that the review came late"),
    ("asks_for_updates", "It asks for updates"),
];

/// The outcome that was chosen.
pub(super) fn outcome(answers: &Answers) -> Option<PanelOutcome> {
    PanelOutcome::ALL.iter().copied().find(|outcome| code(outcome) == answers.one("outcome"))
}

/// Whether the agreement has to be asked for: where the outcome neither says it nor puts it off.
fn asks_agreement(outcome: Option<PanelOutcome>) -> bool {
    outcome.is_some_and(|outcome| outcome.agrees().is_none() && outcome != PanelOutcome::MoreInformation)
}

/// The questions that follow from the outcome.
pub(super) fn questions(open: &OpenCase, asked: Asked<'_>) -> Vec<Question> {
    let outcome = outcome(asked.answers);
    let mut questions = Vec::new();
    if outcome == Some(PanelOutcome::MoreInformation) {
        let text = asked.text("text", "What did the National Panel ask for?");
        questions.push(Question::new("text", text.hint("Do not use names of children or families")));
    }
    if asks_agreement(outcome) {
        let radios = Radios::new("agrees", "Does it agree with the local decision?").strong();
        let radios = radios.error(asked.problems.of("agrees"));
        let choose =
            |radios: Radios, (value, label): &(&str, &str)| radios.item(asked.choice("agrees", value, label));
        questions.push(Question::new("agrees", AGREES.iter().fold(radios, choose)));
    }
    questions.extend(by_recommendation(open, asked));
    let remarks = Checkboxes::new("remarks", "What else does it say? (optional)").strong();
    let remarks =
        REMARKS.iter().fold(remarks.error(asked.problems.of("remarks")), |boxes, (value, label)| {
            boxes.item(asked.choice("remarks", value, label))
        });
    let reply = asked
        .date("reply_due", "When does it want a reply? (optional)")
        .hint("For example, 27 4 2026. Leave it empty if it set no date");
    let advice = asked
        .text("advice", "What does it advise? (optional)")
        .hint("One point on each line. Each becomes something to deal with");
    let due = asked
        .date("advice_due", "When are these points due? (optional)")
        .hint("One date for all of them, for example, 27 6 2026");
    questions.extend([
        Question::new("reply_due", reply),
        Question::new("remarks", remarks),
        Question::new("advice", advice),
        Question::new("advice_due", due),
    ]);
    questions
}

/// Which recommendations it agrees with and which not, where the report is in the record.
fn by_recommendation(open: &OpenCase, asked: Asked<'_>) -> Vec<Question> {
    let Some(report) = open.case.rapid_review.sent() else { return Vec::new() };
    let all = sent::recommendations(report);
    let boxes = |name: &'static str, legend: &str| {
        let boxes = Checkboxes::new(name, legend).strong().small().error(asked.problems.of(name));
        let boxes = all.iter().fold(boxes, |boxes, (number, about)| {
            boxes.item(asked.choice(name, &number.to_string(), &named(*number, about)))
        });
        Question::new(name, boxes)
    };
    vec![
        boxes("agreed", "Which recommendations does it agree with? (optional)"),
        boxes("not_agreed", "Which does it not agree with? (optional)"),
    ]
}

/// “Recommendation 2, LCSPR: yes”.
pub(super) fn named(number: u8, about: &str) -> String {
    let about = if about.is_empty() { String::new() } else { format!(", {about}") };
    format!("Recommendation {number}{about}")
}

/// The letter that was read; `on` is when it was received.
pub(super) fn read(fields: &mut Fields<'_>, outcome: PanelOutcome, letter: When, on: When) -> PanelResponse {
    let agrees = asks_agreement(Some(outcome)).then(|| agreement(fields)).flatten();
    let reply_due = optional_day::read(fields, "reply_due", "Date of the reply", on);
    optional_day::read(fields, "advice_due", "Date the points are due", on);
    let remarks: Vec<_> = fields.answers().many("remarks").collect();
    if remarks.iter().any(|chosen| !REMARKS.iter().any(|(value, _)| value == chosen)) {
        fields.problems.add("remarks", "Select from the answers that are offered");
    }
    let says = |remark: &str| remarks.contains(&remark);
    PanelResponse {
        letter,
        outcome,
        agrees_with_local_decision: agrees,
        praises_quality: says("praises_quality"),
        quality_concern: says("quality_concern"),
        late_submission_noted: says("late_submission_noted"),
        asks_for_updates: says("asks_for_updates"),
        reply_due,
        recommendations: views(fields),
    }
}

fn agreement(fields: &mut Fields<'_>) -> Option<bool> {
    match fields.answers().one("agrees") {
        "yes" => Some(true),
        "no" => Some(false),
        "not_said" => None,
        _ => {
            fields.problems.add("agrees", "Select whether the National Panel agrees with the local decision");
            None
        }
    }
}

fn views(fields: &mut Fields<'_>) -> Vec<RecommendationView> {
    let (agreed, against) = (numbers(fields, "agreed"), numbers(fields, "not_agreed"));
    if let Some(both) = agreed.iter().find(|number| against.contains(number)) {
        let message = format!("Select recommendation {both} once, as agreed or as not agreed");
        fields.problems.add("not_agreed", message);
    }
    let view = |agrees: bool| move |number: u8| RecommendationView { number, agrees };
    let mut all: Vec<_> =
        agreed.into_iter().map(view(true)).chain(against.into_iter().map(view(false))).collect();
    all.sort_by_key(|view| view.number);
    all
}

fn numbers(fields: &mut Fields<'_>, name: &str) -> Vec<u8> {
    let numbers: Option<Vec<u8>> = fields.answers().many(name).map(|number| number.parse().ok()).collect();
    if numbers.is_none() {
        fields.problems.add(name, "Select from the recommendations that are offered");
    }
    numbers.unwrap_or_default()
}

/// Each point of advice as a command of its own, numbered on from those there are.
pub(super) fn advice(open: &OpenCase, answers: &Answers, on: When) -> Vec<Command> {
    let due = due(answers, on);
    let points = lines(answers.one("advice"));
    let first = super::advice::next_number(&open.case);
    let command = |(number, text): (u16, String)| Command {
        on,
        step: Step::RecordAdvicePoint(AdvicePoint { number, due }),
        words: Words::none().and(Word::Text, text),
    };
    (first..).zip(points).map(command).collect()
}

fn due(answers: &Answers, on: When) -> Option<NaiveDate> {
    optional_day::read(&mut Fields::of(answers), "advice_due", "", on)
}

/// The lines of a text that say something, without the marks of a list.
fn lines(text: &str) -> Vec<String> {
    let line = |line: &str| line.trim().trim_start_matches(['-', '•', '*']).trim().to_owned();
    text.lines().map(line).filter(|line| !line.is_empty()).collect()
}

/// The answers in words.
pub(super) fn said(answers: &Answers, due: impl Fn(&str) -> String) -> Vec<Said> {
    let mut said = Vec::new();
    let outcome = outcome(answers);
    if outcome == Some(PanelOutcome::MoreInformation) {
        said.push(Said::new("text", "What it asked for", answers.one("text")));
    }
    if asks_agreement(outcome) {
        let agrees = AGREES.iter().find(|(value, _)| answers.has("agrees", value));
        said.push(Said::new(
            "agrees",
            "Agrees with the local decision",
            agrees.map(|(_, label)| *label).unwrap_or_default(),
        ));
    }
    let numbers = |name: &str| and(&answers.many(name).collect::<Vec<_>>());
    let remarks = REMARKS.iter().filter(|(value, _)| answers.has("remarks", value));
    let remarks: Vec<_> = remarks.map(|(_, label)| (*label).to_owned()).collect();
    said.extend([
        Said::new("agreed", "Recommendations it agrees with", numbers("agreed")),
        Said::new("not_agreed", "Recommendations it does not agree with", numbers("not_agreed")),
        Said::new("reply_due", "Reply wanted by", due("reply_due")),
        Said::new("remarks", "What else it says", upper_first(&remarks.join("\n"))),
        Said::new("advice", "Points of advice", lines(answers.one("advice")).join("\n")),
        Said::new("advice_due", "Points due", due("advice_due")),
    ]);
    said
}

#[cfg(test)]
mod tests {
    use super::lines;

    #[test]
    fn each_line_that_says_something_is_a_point() {
        assert_eq!(lines("- One\n\n  • Two \n*\nThree"), ["One", "Two", "Three"]);
        assert!(lines(" \n-\n").is_empty());
    }
}
