//! The partners decide to start an LCSPR.

use case::lcspr::{Circumstance, KeyLine, LcsprDecision, LocalCriterion};
use case::rapid_review::Section as Written;
use case::{ClockKey, Command, Fact, Move, Step, When, Word, Words};

use super::asking::READERS;
use super::{HOME, MOST_KEY_LINES, key_line_new};
use crate::case_view::entries::{Entries, wrote};
use crate::case_view::{OpenCase, deadline_text};
use crate::components::Checkboxes;
use crate::form::asked::{Asked, Question, Section, and_when, capital, code, said_when};
use crate::form::case_form::{Form, Said};
use crate::form::common::today;
use crate::form::data::Answers;
use crate::form::date_input as typed;
use crate::form::parse::Fields;
use crate::text::clock;
use crate::text::grammar::several;

/// The decision.
pub(super) struct Decide;

fn boxes<T: serde::Serialize + std::fmt::Display>(
    asked: Asked<'_>,
    name: &str,
    legend: &str,
    all: &[T],
) -> Checkboxes {
    let boxes = Checkboxes::new(name, legend).strong().error(asked.problems.of(name));
    all.iter().fold(boxes, |boxes, one| boxes.item(asked.choice(name, &code(one), &capital(one))))
}

/// The values of a question in words, one on a line.
fn chosen<T: serde::Serialize + std::fmt::Display>(answers: &Answers, name: &str, all: &[T]) -> String {
    let chosen = all.iter().filter(|one| answers.has(name, &code(*one)));
    chosen.map(capital).collect::<Vec<_>>().join("\n")
}

/// The key lines of enquiry, one on a line.
fn key_lines(answers: &Answers) -> impl Iterator<Item = &str> {
    answers.one("key_lines").lines().map(str::trim).filter(|line| !line.is_empty())
}

impl Form for Decide {
    fn path(&self) -> String {
        "/lcspr/decide".to_owned()
    }

    fn home(&self) -> &'static str {
        HOME
    }

    fn heading(&self) -> String {
        "Record the decision to start an LCSPR".to_owned()
    }

    fn intro(&self, open: &OpenCase) -> Vec<String> {
        let carried = open.case.rapid_review.sections.contains_key(&Written::Lcspr);
        let carried = carried.then(|| {
            "What the rapid review recommends is filled in. Change it to what the partners decided."
                .to_owned()
        });
        ["The decision starts the 6 months in which an LCSPR is completed and published.".to_owned()]
            .into_iter()
            .chain(carried)
            .collect()
    }

    fn button(&self) -> &'static str {
        "Record the decision to start an LCSPR"
    }

    fn step(&self, _open: &OpenCase) -> Option<Step> {
        Some(Step::DecideLcspr(LcsprDecision {
            criteria: Vec::new(),
            circumstances: Vec::new(),
            scope_from: When::NotKnown,
            scope_to: When::NotKnown,
        }))
    }

    fn fits(&self, open: &OpenCase) -> bool {
        open.case.stage.after(Move::DecideLcspr).is_some()
    }

    fn begin(&self, open: &OpenCase) -> Answers {
        let entries = Entries::of(&open.case);
        let section = entries
            .last(|fact| matches!(fact, Fact::SectionWritten(written) if written.section == Written::Lcspr));
        let report = || entries.last(|fact| matches!(fact, Fact::ReportWritten(_)));
        let Some((_, event)) = section.or_else(report) else { return today(open) };
        let answers = today(open)
            .and("reason", wrote(event, Word::LcsprReason))
            .and("scope", wrote(event, Word::Scope))
            .and("key_lines", wrote(event, Word::KeyLines));
        match &event.fact {
            Fact::SectionWritten(written) => {
                let from = and_known(answers, "scope_from", written.scope_from);
                and_known(from, "scope_to", written.scope_to)
            }
            _ => answers,
        }
    }

    fn sections(&self, _open: &OpenCase, asked: Asked<'_>) -> Vec<Section> {
        let criteria =
            boxes(asked, "criteria", "Which criteria do the partners rely on?", LocalCriterion::ALL);
        let also = "Which circumstances were also weighed? (optional)";
        let circumstances = boxes(asked, "circumstances", also, Circumstance::ALL);
        let reason = asked.text("reason", "Why is an LCSPR appropriate?").hint(READERS);
        let period = "Leave empty what is not decided. Leave out the day if you do not know it";
        let scope = asked.text("scope", "What is the proposed scope?").hint(
            "Who and what the review looks at, in 2 or 3 sentences. Do not use names of children or families",
        );
        let lines = asked
            .text("key_lines", "Which key lines of enquiry are proposed? (optional)")
            .hint("One on each line, at most 8. Each is later traced to a finding");
        vec![
            Section::under(
                "The decision",
                vec![
                    asked.when("on", "When did the partners decide?"),
                    Question::new("criteria", criteria),
                    Question::new("circumstances", circumstances),
                    Question::new("reason", reason),
                ],
            ),
            Section::under(
                "What the review looks at",
                vec![
                    Question::new("scope_from", asked.date("scope_from", "From (optional)").hint(period)),
                    Question::new("scope_to", asked.date("scope_to", "To (optional)").hint(period)),
                    Question::new("scope", scope),
                    Question::new("key_lines", lines),
                ],
            ),
        ]
    }

    fn read(&self, open: &OpenCase, fields: &mut Fields<'_>) -> Option<Command> {
        let on = fields.known_when("on", "Date of the decision", open.today);
        let criteria = fields.choices("criteria");
        if criteria.is_empty() && fields.problems.of("criteria").is_none() {
            fields.problems.add("criteria", "Select at least one criterion relied on");
        }
        let circumstances = fields.choices("circumstances");
        let reason = fields.text("reason", "Enter why an LCSPR is appropriate");
        let scope_from = fields.when("scope_from", "Start of the period looked at");
        let scope_to = fields.when("scope_to", "End of the period looked at");
        let scope = fields.text("scope", "Enter the proposed scope of the review");
        fields.optional_text("key_lines");
        let count = key_lines(fields.answers()).count();
        if count > usize::from(MOST_KEY_LINES) {
            let message = format!("Enter at most {MOST_KEY_LINES} key lines of enquiry. These are {count}");
            fields.problems.add("key_lines", message);
        }
        let decision = LcsprDecision { criteria, circumstances, scope_from, scope_to };
        let words = Words::none().and(Word::Reason, reason).and(Word::Scope, scope);
        Some(Command { on, step: Step::DecideLcspr(decision), words })
    }

    fn then(&self, open: &OpenCase, answers: &Answers) -> Vec<Command> {
        let on = typed::read(answers, "on", "").ok().flatten().unwrap_or(When::NotKnown);
        let numbers = key_line_new::next(&open.case)..;
        let line = |(number, line): (u8, &str)| Command {
            on,
            step: Step::AddKeyLine(KeyLine { number }),
            words: Words::none().and(Word::Text, line),
        };
        numbers.zip(key_lines(answers)).map(line).collect()
    }

    fn said(&self, _open: &OpenCase, answers: &Answers) -> Vec<Said> {
        vec![
            Said::new("on", "Date of the decision", said_when(answers, "on")),
            Said::new("criteria", "Criteria relied on", chosen(answers, "criteria", LocalCriterion::ALL)),
            Said::new("circumstances", "Also weighed", chosen(answers, "circumstances", Circumstance::ALL)),
            Said::new("reason", "Why", answers.one("reason")),
            Said::new("scope_from", "Period from", said_when(answers, "scope_from")),
            Said::new("scope_to", "Period to", said_when(answers, "scope_to")),
            Said::new("scope", "Scope", answers.one("scope")),
            Said::new("key_lines", "Key lines of enquiry", answers.one("key_lines")),
        ]
    }

    fn check_heading(&self) -> Option<&'static str> {
        Some("Check and record the decision to start an LCSPR")
    }

    fn happens(&self, _open: &OpenCase, after: &OpenCase) -> Vec<String> {
        let clocks = after.clocks();
        let six_months = clocks.iter().find(|clock| clock.key == ClockKey::Lcspr);
        let begin = six_months
            .and_then(|of| of.start)
            .map(|start| format!("The 6 months begin: {}.", clock::started(start)));
        let end = six_months.and_then(|of| clock::due(of, after.calendar()));
        let end = end.map(|due| format!("They end on {due}. By then the review is completed and published."));
        let lines = match after.case.lcspr.key_lines.len() {
            0 => None,
            count => Some(format!(
                "{} recorded.",
                several(count, "key line of enquiry is", "key lines of enquiry are")
            )),
        };
        let nobody =
            "Nothing is sent to anybody. Tell the Panel of the decision and of the reviewer.".to_owned();
        begin.into_iter().chain(end).chain(lines).chain([nobody]).collect()
    }

    fn done(&self, after: &OpenCase, _command: &Command) -> (String, Option<String>) {
        let due =
            deadline_text::due(after, ClockKey::Lcspr, "The review is to be completed and published by");
        let next = Some("Next, appoint an independent reviewer.".to_owned());
        ("Decision to start an LCSPR recorded".to_owned(), deadline_text::together([due, next]))
    }
}

/// A date beside other answers; nothing where it is not known, as leaving it out says the same.
fn and_known(answers: Answers, name: &str, when: When) -> Answers {
    if when == When::NotKnown { answers } else { and_when(answers, name, when) }
}
