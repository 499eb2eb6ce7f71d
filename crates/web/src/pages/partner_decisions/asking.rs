//! The questions of a partner's decision, page by page.

use case::When;
use case::decisions::{Answer, Question as Asks};
use case::terms::{Capacity, Evidence};

use super::answered;
use super::question::how_many;
use super::subject::Deciding;
use super::wording::{agree, decision, numbered};
use crate::case_view::OpenCase;
use crate::components::{Checkboxes, Choice, Radios};
use crate::form::asked::{Asked, Question, Section, and_when, code};
use crate::text::grammar::upper_first;

/// The first page: the answer and a comment.
pub(super) fn first(of: &Deciding, open: &OpenCase, asked: Asked<'_>) -> Vec<Section> {
    let Some(question) = of.question(open) else { return Vec::new() };
    let mut questions = vec![Question::new("answer", radios(of, open, question, asked))];
    if of.decides_again(open) {
        let why = asked.text("correction", "Why is it decided again?").rows(3);
        let why = why.hint("The earlier decision stays in the record beside this one");
        questions.push(Question::new("correction", why));
    }
    let comment = asked
        .text("comment", "Comment for the record (optional)")
        .medium()
        .hint("The other partners and the National Panel see this. Do not use names of children or families");
    questions.push(Question::new("comment", comment));
    if !of.is_on_behalf() {
        return vec![Section::plain(questions)];
    }
    let mut circumstances = circumstances(of, open, asked);
    let how = asked.radios("evidence", "How do you know what they decided?", Evidence::ALL);
    circumstances.push(Question::new("evidence", how));
    vec![Section::plain(questions), Section::under("How it was decided", circumstances)]
}

/// The second page, where not all is agreed.
pub(super) fn second(of: &Deciding, open: &OpenCase, asked: Asked<'_>) -> Option<Section> {
    let hint = "The other partners see this. Do not use names of children or families";
    match answer(asked)? {
        Answer::Agree => None,
        Answer::NeedsMoreInformation => {
            let what = asked.text("reason", "What more information do you need?").hint(hint);
            Some(Section::plain(vec![Question::new("reason", what)]))
        }
        Answer::Disagree => {
            let count = how_many(&open.case, of.question(open)?).filter(|count| *count > 1);
            let reason = asked.text("reason", "Why do you not agree?").hint(if count.is_some() {
                "Say it for each one you chose, with its number. The other partners see this. Do not use names of children or families"
            } else {
                hint
            });
            let instead = asked.text("would_agree_to", "What would you agree to? (optional)").rows(3);
            let which = count.map(|count| which(count, asked));
            let rest = [Question::new("reason", reason), Question::new("would_agree_to", instead)];
            Some(Section::plain(which.into_iter().chain(rest).collect()))
        }
    }
}

fn answer(asked: Asked<'_>) -> Option<Answer> {
    Answer::ALL.iter().copied().find(|answer| asked.answers.has("answer", &code(answer)))
}

fn radios(of: &Deciding, open: &OpenCase, question: Asks, asked: Asked<'_>) -> Radios {
    let count = how_many(&open.case, question);
    let one_of_many = count.is_some_and(|count| count > 1);
    let (differs, next) = if one_of_many {
        ("Do not agree with one or more", "You can say which on the next page")
    } else {
        ("Do not agree", "You can say why on the next page")
    };
    let choice = |answer: Answer, label: &str| asked.choice("answer", &code(&answer), label);
    Radios::new("answer", upper_first(decision(of.partner).trim_start_matches("the ")))
        .error(asked.problems.of("answer"))
        .medium()
        .item(choice(Answer::Agree, &agree(question, count)))
        .item(choice(Answer::Disagree, differs).hint(next))
        .item(
            choice(Answer::NeedsMoreInformation, "Need more information first")
                .hint("The deadline does not change. The business unit is told straight away"),
        )
}

/// Who decided, in what capacity and when: asked at once of the business unit, and else only where somebody changes it.
pub(super) fn circumstances(of: &Deciding, open: &OpenCase, asked: Asked<'_>) -> Vec<Question> {
    let mut answers = asked.answers.clone();
    if !of.is_on_behalf() && !answered::is_sent(&answers, "decided_by") {
        answers = answers.and("decided_by", answered::usual_who(open));
    }
    if !answered::is_sent(&answers, "capacity") {
        answers = answers.and("capacity", code(&Capacity::Delegate));
    }
    if !answered::is_sent(&answers, "on-day") {
        answers = and_when(answers, "on", When::Day(open.today));
    }
    let asked = Asked { answers: &answers, problems: asked.problems };
    let who = asked.line("decided_by", &format!("Who decided for the {}?", of.partner)).strong();
    let capacity = asked.radios("capacity", "In what capacity did they decide?", Capacity::ALL);
    vec![
        Question::new("decided_by", who.hint("Name and job title")),
        Question::new("capacity", capacity),
        asked.when("on", "When did they decide?"),
    ]
}

fn which(count: u8, asked: Asked<'_>) -> Question {
    let boxes = Checkboxes::new("not_agreed", "Which recommendations do you not agree with?").strong();
    let boxes = (1..=count).fold(boxes.error(asked.problems.of("not_agreed")), |boxes, number| {
        let label = match (number, count) {
            (1, 3) => "1. National review".to_owned(),
            (2, 3) => "2. LCSPR".to_owned(),
            (3, 3) => "3. Actions now".to_owned(),
            _ => upper_first(&numbered(&[number])),
        };
        let value = number.to_string();
        boxes.item(Choice::new(&value, label).chosen(asked.answers.has("not_agreed", &value)))
    });
    Question::new("not_agreed", boxes)
}
