//! Reading what a partner decided, and saying it again before it is recorded.

use case::decisions::{Answer, Decision, Question};
use case::terms::{Capacity, Evidence, Partner};
use case::{Command, Step, When, Word, Words};

use super::question::{how_many, speaks_for};
use super::subject::Deciding;
use super::wording::{agree, numbered, whether};
use crate::case_view::OpenCase;
use crate::form::asked::{capital, code, said, said_when};
use crate::form::case_form::Said;
use crate::form::common::{and_word, name_and_post};
use crate::form::data::Answers;
use crate::form::parse::Fields;
use crate::text::date;

/// What was answered on the first two pages.
struct Told {
    answer: Answer,
    not_agreed: Vec<u8>,
    reason: Option<String>,
    would_agree_to: Option<String>,
}

/// The command that the answers ask for.
pub(super) fn read(of: &Deciding, open: &OpenCase, fields: &mut Fields<'_>) -> Option<Command> {
    let (partner, question) = (of.partner, of.question(open)?);
    let told = told(partner, question, how_many(&open.case, question), fields);
    let again = of.decides_again(open).then(|| {
        let why = format!("Enter why the {partner} decided again. The earlier decision stays in the record");
        fields.text("correction", &why)
    });
    let comment = fields.optional_text("comment");
    let decided_by = who(of, open, fields);
    let on_behalf = of.is_on_behalf().then(|| {
        fields.choice::<Evidence>("evidence", &format!("Select how you know what the {partner} decided"))
    });
    let capacity = capacity(fields);
    let on = when(open, fields);
    if on_behalf == Some(None) {
        return None;
    }
    let Told { answer, not_agreed, reason, would_agree_to } = told?;
    let reason = [again, reason].into_iter().flatten().collect::<Vec<_>>().join("\n\n");
    let words = Words::none().and(Word::DecidedBy, decided_by);
    let words = and_word(words, Word::Reason, Some(reason).filter(|reason| !reason.is_empty()));
    let words = and_word(and_word(words, Word::WouldAgreeTo, would_agree_to), Word::Comment, comment);
    let version = open.case.version_in_question(question);
    let on_behalf = on_behalf.flatten();
    let decision = Decision { question, partner, answer, not_agreed, capacity, version, on_behalf };
    Some(Command { on, step: Step::DecideAsPartner(decision), words })
}

fn told(partner: Partner, question: Question, count: Option<u8>, fields: &mut Fields<'_>) -> Option<Told> {
    let answer = fields.choice("answer", &whether(partner, question))?;
    let none = Told { answer, not_agreed: Vec::new(), reason: None, would_agree_to: None };
    Some(match answer {
        Answer::Agree => none,
        Answer::NeedsMoreInformation => {
            Told { reason: Some(fields.text("reason", "Enter what more information is needed")), ..none }
        }
        Answer::Disagree => {
            let not_agreed = count.map(|count| not_agreed(partner, count, fields)).unwrap_or_default();
            let what = if not_agreed.is_empty() {
                String::new()
            } else {
                format!(" with {}", numbered(&not_agreed))
            };
            let reason = Some(fields.text("reason", &format!("Enter why you do not agree{what}")));
            Told { not_agreed, reason, would_agree_to: fields.optional_text("would_agree_to"), ..none }
        }
    })
}

/// The recommendations that were ticked. A report with one has nothing to tick.
fn not_agreed(partner: Partner, count: u8, fields: &mut Fields<'_>) -> Vec<u8> {
    if count == 1 {
        return vec![1];
    }
    let ticked: Option<Vec<u8>> =
        fields.answers().many("not_agreed").map(|number| number.parse().ok()).collect();
    let ticked = ticked.filter(|ticked| ticked.iter().all(|number| (1..=count).contains(number)));
    let ticked = ticked.unwrap_or_default();
    if ticked.is_empty() {
        let do_not = if partner == Partner::Police { "do" } else { "does" };
        let which = format!("Select which recommendations the {partner} {do_not} not agree with");
        fields.problems.add("not_agreed", which);
    }
    ticked
}

/// Who decided: whoever signs in, unless somebody else is named.
fn who(of: &Deciding, open: &OpenCase, fields: &mut Fields<'_>) -> String {
    if !of.is_on_behalf() && !is_sent(fields.answers(), "decided_by") {
        return usual_who(open);
    }
    fields.line("decided_by", &format!("Enter who made the decision for the {}", of.partner))
}

fn capacity(fields: &mut Fields<'_>) -> Capacity {
    let answered = is_sent(fields.answers(), "capacity");
    answered
        .then(|| fields.choice("capacity", "Select in what capacity they decided"))
        .flatten()
        .unwrap_or(Capacity::Delegate)
}

/// The day of the decision: today, unless another is entered.
fn when(open: &OpenCase, fields: &mut Fields<'_>) -> When {
    if is_sent(fields.answers(), "on-day") {
        fields.known_when("on", "Date of the decision", open.today)
    } else {
        When::Day(open.today)
    }
}

/// Whether a question was asked at all, so that an empty answer is one.
pub(super) fn is_sent(answers: &Answers, name: &str) -> bool {
    answers.iter().any(|(of, _)| of == name)
}

/// Who decides if nobody else is named.
pub(super) fn usual_who(open: &OpenCase) -> String {
    name_and_post(&open.visitor)
}

/// The answers in words.
pub(super) fn again(of: &Deciding, open: &OpenCase, answers: &Answers) -> Vec<Said> {
    let Some(question) = of.question(open) else { return Vec::new() };
    let count = how_many(&open.case, question);
    let answer = Answer::ALL.iter().copied().find(|one| answers.has("answer", &code(one)));
    let mut all = vec![Said::new("answer", "Decision", decision(question, count, answer))];
    if answer == Some(Answer::Disagree) {
        if count.is_some_and(|count| count > 1) {
            let numbers: Vec<u8> =
                answers.many("not_agreed").filter_map(|number| number.parse().ok()).collect();
            let which = if numbers.is_empty() { String::new() } else { capital(&numbered(&numbers)) };
            all.push(Said::new("not_agreed", "Not agreed", which));
        }
        all.push(Said::new("reason", "Why", answers.one("reason")));
        all.push(Said::new("would_agree_to", "Would agree to", answers.one("would_agree_to")));
    }
    if answer == Some(Answer::NeedsMoreInformation) {
        all.push(Said::new("reason", "What is needed", answers.one("reason")));
    }
    if of.decides_again(open) {
        all.push(Said::new("correction", "Why decided again", answers.one("correction")));
    }
    all.push(Said::new("comment", "Comment", answers.one("comment")));
    all.push(Said::new("decided_by", "Decision made by", who_said(of, open, answers)));
    let given = answers.one("capacity");
    let given = if given.is_empty() { code(&Capacity::Delegate) } else { given.to_owned() };
    all.push(Said::new("capacity", "Capacity", said(&given, Capacity::ALL)));
    if of.is_on_behalf() {
        all.push(Said::new("evidence", "How you know", said(answers.one("evidence"), Evidence::ALL)));
    }
    all.push(Said::new("on", "Date of decision", when_said(open, answers)));
    all
}

fn decision(question: Question, count: Option<u8>, answer: Option<Answer>) -> String {
    match (answer, count) {
        (None, _) => String::new(),
        (Some(Answer::Agree), Some(count)) if count > 1 => {
            format!("{} recommendations", agree(question, Some(count)))
        }
        (Some(Answer::Agree), count) => agree(question, count),
        (Some(Answer::Disagree), _) => "Do not agree".to_owned(),
        (Some(Answer::NeedsMoreInformation), _) => "Need more information first".to_owned(),
    }
}

fn who_said(of: &Deciding, open: &OpenCase, answers: &Answers) -> String {
    let usual = usual_who(open);
    let who = if is_sent(answers, "decided_by") { answers.one("decided_by") } else { usual.as_str() };
    let is_visitor = !of.is_on_behalf() && who == usual && speaks_for(open, of.partner);
    if is_visitor { format!("{who} (you)") } else { who.to_owned() }
}

fn when_said(open: &OpenCase, answers: &Answers) -> String {
    let today = date::day(open.today);
    let on = if is_sent(answers, "on-day") { said_when(answers, "on") } else { today.clone() };
    if on == today { format!("{on} (today)") } else { on }
}
