//! Closing a case, with what is still open by name.

use case::{Command, Stage, Step, Word, Words};

use crate::answers::Answers;
use crate::asked::{Asked, Question, Section, and_when, said_when};
use crate::case_form::{Form, Said};
use crate::fields::Fields;
use crate::open_case::OpenCase;
use crate::words::date;
use crate::words::text::and;

/// The form.
pub(crate) struct Close;

/// Everything that is still open, a sentence each.
pub(crate) fn still_open(open: &OpenCase) -> Vec<String> {
    let numbered = |one: &str, more: &str, numbers: Vec<u16>| match numbers.as_slice() {
        [] => None,
        [number] => Some(format!("{one} {number} is still open.")),
        numbers => Some(format!("{more} {} are still open.", and(numbers))),
    };
    let case = &open.case;
    let actions = case.actions.open().map(|action| action.action.number).collect();
    let advice = case.panel.open_advice().map(|point| point.number).collect();
    let clocks = open.clocks();
    let running = clocks.iter().filter(|clock| {
        clock.is_open() && !matches!(clock.key, case::ClockKey::Action(_) | case::ClockKey::AdvicePoint(_))
    });
    let dates = running.map(|clock| {
        let due = clock.due_date().map(|due| format!(", due {}", date::day(due))).unwrap_or_default();
        format!("“{}”{due}, is still running.", open.names().clock(clock.key, clock.task))
    });
    let proceedings =
        case.proceedings.proceedings.iter().filter(|(_, proceeding)| proceeding.ended.is_none());
    let proceedings = proceedings
        .map(|(number, of)| format!("Proceeding {number} ({}) has not ended.", of.proceeding.kind));
    numbered("Action", "Actions", actions)
        .into_iter()
        .chain(numbered("The National Panel’s advice", "The National Panel’s advice points", advice))
        .chain(dates)
        .chain(proceedings)
        .collect()
}

impl Form for Close {
    fn path(&self) -> String {
        "/close".to_owned()
    }

    fn home(&self) -> &'static str {
        ""
    }

    fn heading(&self) -> String {
        "Close the case".to_owned()
    }

    fn intro(&self, open: &OpenCase) -> Vec<String> {
        let left = still_open(open);
        if left.is_empty() { vec!["Nothing is still open.".to_owned()] } else { left }
    }

    fn button(&self) -> &'static str {
        "Close the case"
    }

    fn step(&self, _open: &OpenCase) -> Option<Step> {
        Some(Step::Close)
    }

    fn fits(&self, open: &OpenCase) -> bool {
        open.case.stage == Stage::ImpactReview
    }

    fn begin(&self, open: &OpenCase) -> Answers {
        and_when(Answers::default(), "on", case::When::Day(open.today))
    }

    fn sections(&self, open: &OpenCase, asked: Asked<'_>) -> Vec<Section> {
        let who = asked
            .line("decided_by", "Who accepted the evidence that the actions made a difference?")
            .hint("Name and post, for example, R. Patel, Director of Children’s Services");
        let on = asked.date("on", "When did they accept it?").hint("For example, 27 3 2026");
        let optional = if still_open(open).is_empty() { " (optional)" } else { "" };
        let reason = asked
            .text("reason", &format!("Why is the case closed with something still open?{optional}"))
            .hint("2 or 3 sentences. Everyone with access to the case can read it");
        vec![Section::plain(vec![
            Question::new("decided_by", who),
            Question::new("on", on),
            Question::new("reason", reason),
        ])]
    }

    fn read(&self, open: &OpenCase, fields: &mut Fields<'_>) -> Option<Command> {
        let who = fields.line("decided_by", "Enter who accepted the evidence");
        let on = fields.past_day("on", "Date the evidence was accepted", open.today);
        let words = Words::none().and(Word::DecidedBy, who);
        let words = match fields.optional_text("reason") {
            Some(reason) => words.and(Word::Reason, reason),
            None => words,
        };
        Some(Command { on: on?.into(), step: Step::Close, words })
    }

    fn said(&self, _open: &OpenCase, answers: &Answers) -> Vec<Said> {
        vec![
            Said::new("decided_by", "Evidence accepted by", answers.one("decided_by")),
            Said::new("on", "Accepted on", said_when(answers, "on")),
            Said::new("reason", "Reason", answers.one("reason")),
        ]
    }

    fn check_heading(&self) -> Option<&'static str> {
        Some("Check and close the case")
    }

    fn happens(&self, open: &OpenCase, after: &OpenCase) -> Vec<String> {
        let clocks = after.clocks();
        let mut lines = vec![
            "No deadline of this case runs any more, and no more reminders are sent.".to_owned(),
            format!("{}.", crate::case_header::outcome(after, &clocks)),
            "The case and its history can still be read, and the case can be reopened.".to_owned(),
        ];
        lines.extend(still_open(open).into_iter().map(|left| format!("Not finished: {left}")));
        lines
    }

    fn done(&self, after: &OpenCase, _command: &Command) -> (String, Option<String>) {
        (
            crate::case_header::closed(&after.case),
            Some(format!("{}.", crate::case_header::outcome(after, &after.clocks()))),
        )
    }
}

#[cfg(test)]
#[path = "close_tests.rs"]
mod tests;
