//! Replacing an action, perhaps by another one.

use case::actions::ActionSuperseded;
use case::{Command, Step, Word, Words};

use super::HOME;
use super::told::Told;
use crate::case_view::OpenCase;
use crate::components::{Choice, Select};
use crate::form::asked::{Asked, Question, Section, said_when};
use crate::form::case_form::{Form, Said};
use crate::form::common::today;
use crate::form::data::Answers;
use crate::form::parse::Fields;
use crate::text::grammar::shortened;

/// The form.
pub(super) struct Supersede(pub(super) u16);

impl Form for Supersede {
    fn path(&self) -> String {
        format!("/actions/{}/supersede", self.0)
    }

    fn home(&self) -> &'static str {
        HOME
    }

    fn heading(&self) -> String {
        format!("Replace action {}", self.0)
    }

    fn button(&self) -> &'static str {
        "Record as replaced"
    }

    fn step(&self, _open: &OpenCase) -> Option<Step> {
        Some(Step::SupersedeAction(ActionSuperseded { number: self.0, by: None }))
    }

    fn fits(&self, open: &OpenCase) -> bool {
        super::is_not_closed(open, self.0)
    }

    fn begin(&self, open: &OpenCase) -> Answers {
        today(open)
    }

    fn sections(&self, open: &OpenCase, asked: Asked<'_>) -> Vec<Section> {
        let reason = asked
            .text("reason", "Why is it replaced?")
            .rows(3)
            .hint("2 or 3 sentences. Everyone who may read the action reads this. Do not use names of children or families");
        let none = Choice::new("", "None of them").chosen(asked.answers.one("by").is_empty());
        let by =
            Select::new("by", "Which action replaces it?").strong().error(asked.problems.of("by")).item(none);
        let by = others(open, self.0)
            .into_iter()
            .fold(by, |select, (number, label)| select.item(asked.choice("by", &number.to_string(), &label)));
        vec![Section::plain(vec![
            Question::new("by", by),
            Question::new("reason", reason),
            asked.when("on", "When was that agreed?"),
        ])]
    }

    fn read(&self, open: &OpenCase, fields: &mut Fields<'_>) -> Option<Command> {
        let by = match fields.answers().one("by") {
            "" => None,
            number => {
                let found = others(open, self.0).into_iter().find(|(other, _)| other.to_string() == number);
                if found.is_none() {
                    fields.problems.add("by", "Select one of the actions that are offered");
                }
                found.map(|(other, _)| other)
            }
        };
        let reason = fields.text("reason", "Enter why the action is replaced");
        let on = fields.known_when("on", "Date it was replaced", open.today);
        let step = Step::SupersedeAction(ActionSuperseded { number: self.0, by });
        Some(Command { on, step, words: Words::none().and(Word::Reason, reason) })
    }

    fn said(&self, open: &OpenCase, answers: &Answers) -> Vec<Said> {
        let by = others(open, self.0).into_iter().find(|(other, _)| other.to_string() == answers.one("by"));
        vec![
            Said::new("by", "Replaced by", by.map(|(_, label)| label).unwrap_or_default()),
            Said::new("reason", "Why", answers.one("reason")),
            Said::new("on", "Agreed", said_when(answers, "on")),
        ]
    }

    fn check_heading(&self) -> Option<&'static str> {
        Some("Check and record the action as replaced")
    }

    fn happens(&self, _open: &OpenCase, _after: &OpenCase) -> Vec<String> {
        vec!["The action is closed, whether it was done or not. It stays in the action plan and in the history.".to_owned()]
    }

    fn next(&self) -> String {
        format!("/actions/{}", self.0)
    }

    fn done(&self, after: &OpenCase, _command: &Command) -> (String, Option<String>) {
        (format!("Action {} replaced", self.0), Some(super::left(after)))
    }
}

/// The other actions that are not closed, each with what it changes.
fn others(open: &OpenCase, number: u16) -> Vec<(u16, String)> {
    let others = open.case.actions.open().map(|action| action.action.number).filter(|other| *other != number);
    let label = |other| {
        let text = Told::of(&open.case, other).map(|told| shortened(&told.text(), 80)).unwrap_or_default();
        (other, format!("Action {other}: {text}"))
    };
    others.map(label).collect()
}
