//! Recording that an action is done, with the evidence.

use case::actions::ActionDone;
use case::{Command, Step, Word, Words};

use super::HOME;
use crate::case_view::OpenCase;
use crate::form::asked::{Asked, Question, Section, said_when};
use crate::form::case_form::{Form, Said};
use crate::form::common::today;
use crate::form::data::Answers;
use crate::form::parse::Fields;

/// The form.
pub(super) struct Complete(pub(super) u16);

impl Form for Complete {
    fn path(&self) -> String {
        format!("/actions/{}/done", self.0)
    }

    fn home(&self) -> &'static str {
        HOME
    }

    fn heading(&self) -> String {
        format!("Record action {} as done", self.0)
    }

    fn intro(&self, _open: &OpenCase) -> Vec<String> {
        vec![
            "Done and made a difference are two dates. Whether it made a difference is judged later."
                .to_owned(),
        ]
    }

    fn button(&self) -> &'static str {
        "Record as done"
    }

    fn step(&self, _open: &OpenCase) -> Option<Step> {
        Some(Step::CompleteAction(ActionDone { number: self.0 }))
    }

    fn fits(&self, open: &OpenCase) -> bool {
        super::is_open(open, self.0)
    }

    fn begin(&self, open: &OpenCase) -> Answers {
        today(open)
    }

    fn sections(&self, _open: &OpenCase, asked: Asked<'_>) -> Vec<Section> {
        vec![questions(asked)]
    }

    fn read(&self, open: &OpenCase, fields: &mut Fields<'_>) -> Option<Command> {
        Some(read(self.0, open, fields))
    }

    fn said(&self, _open: &OpenCase, answers: &Answers) -> Vec<Said> {
        vec![
            Said::new("evidence", "Evidence that it was done", answers.one("evidence")),
            Said::new("on", "Done", said_when(answers, "on")),
        ]
    }

    fn next(&self) -> String {
        format!("/actions/{}", self.0)
    }

    fn done(&self, _after: &OpenCase, _command: &Command) -> (String, Option<String>) {
        said_done(self.0)
    }
}

/// What is asked of an action that is done.
pub(super) fn questions(asked: Asked<'_>) -> Section {
    let evidence = asked
        .text("evidence", "What shows that it was done?")
        .rows(5)
        .hint("2 or 3 sentences. Everyone who may read the action reads this. Do not use names of children or families");
    Section::plain(vec![Question::new("evidence", evidence), asked.when("on", "When was it done?")])
}

/// Reads it.
pub(super) fn read(number: u16, open: &OpenCase, fields: &mut Fields<'_>) -> Command {
    let evidence = fields.text("evidence", "Enter what shows that it was done");
    let on = fields.known_when("on", "Date it was done", open.today);
    let step = Step::CompleteAction(ActionDone { number });
    Command { on, step, words: Words::none().and(Word::Evidence, evidence) }
}

/// What the next page says.
pub(super) fn said_done(number: u16) -> (String, Option<String>) {
    let next = "It can be closed when evidence shows that it made a difference.".to_owned();
    (format!("Action {number} recorded as done"), Some(next))
}
