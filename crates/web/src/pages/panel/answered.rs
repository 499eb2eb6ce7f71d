//! What a letter of the Panel says beside its outcome: the questions that follow, and how their answers are read.

use calendar::NaiveDate;
use case::panel::{AdvicePoint, PanelOutcome, PanelResponse, RecommendationView};
use case::{Command, Step, When, Word, Words};
use serde::{Deserialize, Serialize};

use super::{query, sent};
use crate::case_view::OpenCase;
use crate::components::Html;
use crate::form::asked::{Asked, code};
use crate::form::parse::Fields;
use crate::form::question::{Offer, Own, Question, not_before, one_of, optional_day, several_of};
use crate::form::{Answers, Problems, Questions, Read};

/// Whether the Panel agrees with the local decision, where the outcome leaves it open.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Agrees {
    Yes,
    No,
    NotSaid,
}

const ASKED_FOR: Question<String> = query::TEXT.hint("Do not use names of children or families");
const AGREES: Question<Option<Agrees>> = one_of("agrees", "Does it agree with the local decision?")
    .short("Agrees with the local decision")
    .missing("Select whether the National Panel agrees with the local decision");
const AGREED: Question<Vec<String>> =
    several_of("agreed", "Which recommendations does it agree with? (optional)").short(IT_AGREES_WITH);
const IT_AGREES_WITH: &str = "Recommendations it agrees with";
const NOT_AGREED: Question<Vec<String>> =
    several_of("not_agreed", "Which does it not agree with? (optional)").short(IT_DOES_NOT_AGREE_WITH);
const IT_DOES_NOT_AGREE_WITH: &str = "Recommendations it does not agree with";
const REPLY_DUE: Question<Option<NaiveDate>> = query::DUE.named("reply_due");
const REMARKS: Question<Vec<String>> = several_of("remarks", "What else does it say? (optional)")
    .short("What else it says")
    .large()
    .said_on_lines();
const ADVICE_DUE: Question<Option<NaiveDate>> =
    optional_day("advice_due", "When are these points due? (optional)")
        .short("Points due")
        .called("Date the points are due")
        .hint("One date for all of them, for example, 27 6 2026");

/// The outcome that was chosen.
fn outcome(answers: &Answers) -> Option<PanelOutcome> {
    PanelOutcome::ALL.iter().copied().find(|outcome| code(outcome) == answers.one("outcome"))
}

/// Whether the agreement has to be asked for: where the outcome neither says it nor puts it off.
fn asks_agreement(outcome: PanelOutcome) -> bool {
    outcome.agrees().is_none() && outcome != PanelOutcome::MoreInformation
}

/// Asks the questions that follow from the outcome.
pub(super) fn ask<'a>(open: &OpenCase, answers: &Answers, questions: Questions<'a>) -> Questions<'a> {
    let outcome = outcome(answers);
    let agrees = AGREES.among([
        Offer::new(&Agrees::Yes, "Yes"),
        Offer::new(&Agrees::No, "No"),
        Offer::new(&Agrees::NotSaid, "It does not say"),
    ]);
    let questions = questions
        .ask_if(outcome == Some(PanelOutcome::MoreInformation), ASKED_FOR)
        .ask_if(outcome.is_some_and(asks_agreement), agrees);
    by_recommendation(open, questions)
        .ask(REPLY_DUE)
        .ask(REMARKS.among(remarks()))
        .ask(points())
        .ask(ADVICE_DUE)
}

/// Which recommendations it agrees with and which not, where the report is in the record.
fn by_recommendation<'a>(open: &OpenCase, questions: Questions<'a>) -> Questions<'a> {
    let Some(report) = open.case.rapid_review.sent() else {
        return questions.says(IT_AGREES_WITH, "").says(IT_DOES_NOT_AGREE_WITH, "");
    };
    let all: Vec<_> = sent::recommendations(report)
        .into_iter()
        .map(|(number, about)| {
            let sent = number.to_string();
            Offer::new(&sent, sent.as_str()).labelled(named(number, &about))
        })
        .collect();
    questions.ask(AGREED.among(all.clone())).ask(NOT_AGREED.among(all))
}

/// “Recommendation 2, LCSPR: yes”.
pub(super) fn named(number: u8, about: &str) -> String {
    let about = if about.is_empty() { String::new() } else { format!(", {about}") };
    format!("Recommendation {number}{about}")
}

/// What a letter may remark on.
fn remarks() -> [Offer; 4] {
    [
        ("praises_quality", "It praises the quality of the review"),
        ("quality_concern", "It has a concern about the quality"),
        ("late_submission_noted", "It notes that the review came late"),
        ("asks_for_updates", "It asks for updates"),
    ]
    .map(|(remark, label)| Offer::new(&remark, label))
}

/// The points of advice, a line each.
fn points<'a>() -> Own<'a> {
    let draw = |asked: Asked<'_>| {
        let text = asked.text("advice", "What does it advise? (optional)");
        Html::of(text.hint("One point on each line. Each becomes something to deal with"))
    };
    let check = |fields: &mut Fields<'_>| {
        let advice = fields.optional_text("advice");
        if advice.is_none() && !fields.answers().one("advice_due-day").trim().is_empty() {
            fields.problems.add("advice", "Enter what the National Panel advises, or leave the date out");
        }
    };
    Own::new("advice", "Points of advice", draw)
        .checked(check)
        .said(|answers| lines(answers.one("advice")).join("\n"))
}

/// Notes what is wrong with them together; `received` asks when the letter came.
pub(super) fn check(read: &Read<'_>, received: &Question<When>, problems: &mut Problems) {
    not_before(read, &REPLY_DUE, received, problems);
    not_before(read, &ADVICE_DUE, received, problems);
    let (agreed, against) = (read.maybe(&AGREED), read.maybe(&NOT_AGREED));
    let (Some(agreed), Some(against)) = (agreed, against) else { return };
    if let Some(both) = agreed.iter().find(|number| against.contains(number)) {
        problems.add("not_agreed", format!("Select recommendation {both} once, as agreed or as not agreed"));
    }
}

/// The letter that was read.
pub(super) fn response(read: &Read<'_>, outcome: PanelOutcome, letter: When) -> PanelResponse {
    let remarks = read.of(&REMARKS);
    let says = |remark: &str| remarks.iter().any(|said| said == remark);
    PanelResponse {
        letter,
        outcome,
        agrees_with_local_decision: match read.of(&AGREES) {
            Some(Agrees::Yes) => Some(true),
            Some(Agrees::No) => Some(false),
            Some(Agrees::NotSaid) | None => None,
        },
        praises_quality: says("praises_quality"),
        quality_concern: says("quality_concern"),
        late_submission_noted: says("late_submission_noted"),
        asks_for_updates: says("asks_for_updates"),
        reply_due: read.of(&REPLY_DUE),
        recommendations: views(read),
    }
}

fn views(read: &Read<'_>) -> Vec<RecommendationView> {
    let views = |of: &Question<Vec<String>>, agrees: bool| {
        let numbers = read.of(of).into_iter().filter_map(|number| number.parse().ok());
        numbers.map(|number| RecommendationView { number, agrees }).collect::<Vec<_>>()
    };
    let mut all = [views(&AGREED, true), views(&NOT_AGREED, false)].concat();
    all.sort_by_key(|view| view.number);
    all
}

/// Each point of advice as a command of its own, numbered on from those there are.
pub(super) fn advice(open: &OpenCase, read: &Read<'_>, on: When) -> Vec<Command> {
    let due = read.of(&ADVICE_DUE);
    let first = super::advice::next_number(&open.case);
    let command = |(number, text): (u16, String)| Command {
        on,
        step: Step::RecordAdvicePoint(AdvicePoint { number, due }),
        words: Words::none().and(Word::Text, text),
    };
    (first..).zip(lines(read.answers.one("advice"))).map(command).collect()
}

/// The lines of a text that say something, without the marks of a list.
fn lines(text: &str) -> Vec<String> {
    let line = |line: &str| line.trim().trim_start_matches(['-', '•', '*']).trim().to_owned();
    text.lines().map(line).filter(|line| !line.is_empty()).collect()
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
