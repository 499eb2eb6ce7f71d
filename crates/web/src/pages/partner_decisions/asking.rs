//! The questions of a partner's decision, page by page.

use case::decisions::{Answer, Question as Decided};
use case::terms::{Capacity, Evidence, Partner};
use case::{When, Word};

use super::question::{how_many, speaks_for};
use super::subject::Deciding;
use super::wording::{agree, decision, numbered, whether};
use crate::case_view::OpenCase;
use crate::form::asked::capital;
use crate::form::common::name_and_post;
use crate::form::question::{
    Asks, Offer, Question, Tailored, choice, known_day, line, named_text, several_of, text,
};
use crate::form::{Answers, Questions};
use crate::text::date;
use crate::text::grammar::upper_first;

const READERS: &str = "The other partners see this. Do not use names of children or families";

pub(super) const ANSWER: Question<Answer> = choice("answer", "The decision").short("Decision").medium();
pub(super) const NOT_AGREED: Question<Vec<u8>> =
    several_of("not_agreed", "Which recommendations do you not agree with?").short("Not agreed").large();
const WHY: Question<String> = text(Word::Reason, "Why do you not agree?").short("Why").hint(READERS);
const NEEDED: Question<String> = text(Word::Reason, "What more information do you need?")
    .short("What is needed")
    .missing("Enter what more information is needed")
    .hint(READERS);
const INSTEAD: Question<String> =
    text(Word::WouldAgreeTo, "What would you agree to? (optional)").short("Would agree to").rows(3);
/// Why the partner decides again. The record has it before the reason of the decision itself.
pub(super) const AGAIN: Question<String> = named_text("correction", "Why is it decided again?")
    .short("Why decided again")
    .hint("The earlier decision stays in the record beside this one")
    .rows(3);
const COMMENT: Question<String> = text(Word::Comment, "Comment for the record (optional)")
    .short("Comment")
    .hint("The other partners and the National Panel see this. Do not use names of children or families")
    .medium();
const DECIDED_BY: Question<String> =
    line(Word::DecidedBy, "Who decided?").short("Decision made by").hint("Name and job title");
pub(super) const CAPACITY: Question<Capacity> = choice("capacity", "In what capacity did they decide?")
    .short("Capacity")
    .missing("Select in what capacity they decided");
pub(super) const EVIDENCE: Question<Evidence> =
    choice("evidence", "How do you know what they decided?").short("How you know");
const ON: Question<When> =
    known_day("on", "When did they decide?").short("Date of decision").called("Date of the decision");

/// The order of a check page: what was decided and why, and then how it came about.
const SAID: &[&str] = &[
    ANSWER.name,
    NOT_AGREED.name,
    WHY.name,
    INSTEAD.name,
    AGAIN.name,
    COMMENT.name,
    DECIDED_BY.name,
    CAPACITY.name,
    EVIDENCE.name,
    ON.name,
];

/// All of them. How it was decided is asked at once of the business unit, and else only where somebody changes it.
pub(super) fn questions<'a>(of: &Deciding, open: &OpenCase, answers: &Answers) -> Questions<'a> {
    let (partner, given) = (of.partner, answer(answers));
    let again = Tailored::from(AGAIN)
        .missing(format!("Enter why the {partner} decided again. The earlier decision stays in the record"));
    let first = Questions::new().said_in_order(SAID).ask(whether_they_agree(of, open, given));
    let first = first.ask_if(of.decides_again(open), again).ask(COMMENT);
    if of.is_on_behalf() {
        let evidence =
            Tailored::from(EVIDENCE).missing(format!("Select how you know what the {partner} decided"));
        let how = circumstances(of, open, answers, first.under("How it was decided")).ask(evidence);
        return second(of, open, answers, how.on_the_next_page(None));
    }
    let second = second(of, open, answers, first.on_the_next_page(None));
    circumstances(of, open, answers, second.presumed(None))
}

fn answer(answers: &Answers) -> Option<Answer> {
    Answer::ALL.iter().copied().find(|answer| ANSWER.is_answered(answer, answers))
}

fn whether_they_agree(of: &Deciding, open: &OpenCase, given: Option<Answer>) -> Tailored<Answer> {
    let question = of.question(open);
    let count = how_many(&open.case, question);
    let (differs, next) = match count {
        Some(2..) => ("Do not agree with one or more", "You can say which on the next page"),
        _ => ("Do not agree", "You can say why on the next page"),
    };
    let offers = [
        Offer::new(&Answer::Agree, agree(question, count)),
        Offer::new(&Answer::Disagree, differs).hint(next),
        Offer::new(&Answer::NeedsMoreInformation, "Need more information first")
            .hint("The deadline does not change. The business unit is told straight away"),
    ];
    ANSWER
        .labelled(upper_first(decision(of.partner).trim_start_matches("the ")))
        .missing(whether(of.partner, question))
        .among(offers)
        .said_as(given.map(|answer| in_full(question, count, answer)).unwrap_or_default())
}

/// An answer as it stands by itself.
fn in_full(question: Decided, count: Option<u8>, answer: Answer) -> String {
    match (answer, count) {
        (Answer::Agree, Some(2..)) => format!("{} recommendations", agree(question, count)),
        (Answer::Agree, count) => agree(question, count),
        (Answer::Disagree, _) => "Do not agree".to_owned(),
        (Answer::NeedsMoreInformation, _) => "Need more information first".to_owned(),
    }
}

/// What follows from the answer, where not all is agreed.
fn second<'a>(of: &Deciding, open: &OpenCase, answers: &Answers, page: Questions<'a>) -> Questions<'a> {
    match answer(answers) {
        None | Some(Answer::Agree) => page,
        Some(Answer::NeedsMoreInformation) => page.ask(NEEDED),
        Some(Answer::Disagree) => {
            let count = how_many(&open.case, of.question(open)).unwrap_or(0);
            let which = match count {
                1 => vec![1],
                _ => (1..=count).filter(|number| NOT_AGREED.is_answered(&vec![*number], answers)).collect(),
            };
            let page = page.ask_if(count > 1, not_agreed(of.partner, count, &which));
            page.ask(why(count, &which)).ask(INSTEAD)
        }
    }
}

fn not_agreed(partner: Partner, count: u8, which: &[u8]) -> Tailored<Vec<u8>> {
    let offer = |number: u8| match (number, count) {
        (1, 3) => Offer::new(&number, "1. National review"),
        (2, 3) => Offer::new(&number, "2. LCSPR"),
        (3, 3) => Offer::new(&number, "3. Actions now"),
        _ => Offer::new(&number, upper_first(&numbered(&[number]))),
    };
    let do_not = if partner == Partner::Police { "do" } else { "does" };
    let said = if which.is_empty() { String::new() } else { capital(&numbered(which)) };
    NOT_AGREED
        .among((1..=count).map(offer))
        .missing(format!("Select which recommendations the {partner} {do_not} not agree with"))
        .said_as(said)
}

fn why(count: u8, which: &[u8]) -> Tailored<String> {
    let what = if which.is_empty() { String::new() } else { format!(" with {}", numbered(which)) };
    let why = Tailored::from(WHY).missing(format!("Enter why you do not agree{what}"));
    if count > 1 {
        return why.hinted(format!("Say it for each one you chose, with its number. {READERS}"));
    }
    why
}

/// Who decided, in what capacity and when: whoever signs in, as a delegate and today, unless they say otherwise.
fn circumstances<'a>(
    of: &Deciding,
    open: &OpenCase,
    answers: &Answers,
    page: Questions<'a>,
) -> Questions<'a> {
    let on = ON.presuming(When::Day(open.today));
    let today = date::day(open.today);
    let on = if on.say(answers) == today { on.said_as(format!("{today} (today)")) } else { on };
    page.ask(who(of, open, answers)).ask(CAPACITY.presuming(Capacity::Delegate)).ask(on)
}

fn who(of: &Deciding, open: &OpenCase, answers: &Answers) -> Tailored<String> {
    let who = DECIDED_BY
        .labelled(format!("Who decided for the {}?", of.partner))
        .missing(format!("Enter who made the decision for the {}", of.partner));
    if of.is_on_behalf() {
        return who;
    }
    let visitor = name_and_post(&open.visitor);
    let who = who.presuming(visitor.clone());
    let is_visitor = who.say(answers) == visitor && speaks_for(open, of.partner);
    if is_visitor { who.said_as(format!("{visitor} (you)")) } else { who }
}
