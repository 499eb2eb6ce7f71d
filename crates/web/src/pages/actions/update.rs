//! An update on an action: how it goes, in one box.

use case::actions::{ActionUpdate, Progress};
use case::{Command, Step, When, Word, Words};

use super::{HOME, complete};
use crate::case_view::OpenCase;
use crate::components::Radios;
use crate::form::asked::{Asked, Question, Section, and_when, code, said_when};
use crate::form::case_form::{Form, Said};
use crate::form::data::Answers;
use crate::form::parse::Fields;

/// The answer that leads to recording the action as done.
const DONE: &str = "done";
/// The answers, as they are sent.
const ANSWERS: [(&str, &str); 3] = [("on_track", "On track"), ("at_risk", "At risk"), (DONE, "Done")];

/// The form.
pub(super) struct Update(pub(super) u16);

impl Form for Update {
    fn path(&self) -> String {
        format!("/actions/{}/update", self.0)
    }

    fn home(&self) -> &'static str {
        HOME
    }

    fn heading(&self) -> String {
        format!("Add an update on action {}", self.0)
    }

    fn button(&self) -> &'static str {
        "Add update"
    }

    fn step(&self, _open: &OpenCase) -> Option<Step> {
        Some(Step::UpdateAction(ActionUpdate { number: self.0, progress: Progress::OnTrack }))
    }

    fn fits(&self, open: &OpenCase) -> bool {
        super::is_open(open, self.0)
    }

    fn begin(&self, open: &OpenCase) -> Answers {
        let progress = open.case.actions.actions.get(&self.0).map(|action| code(&action.progress));
        Answers::default().and("progress", progress.unwrap_or_default())
    }

    fn sections(&self, _open: &OpenCase, asked: Asked<'_>) -> Vec<Section> {
        let comment = asked
            .text("comment", "What has happened?")
            .rows(5)
            .hint("2 or 3 sentences. Everyone who may read the action reads this. Do not use names of children or families");
        let progress =
            Radios::new("progress", "How does it go?").strong().error(asked.problems.of("progress"));
        let progress = ANSWERS
            .iter()
            .fold(progress, |radios, (value, label)| radios.item(asked.choice("progress", value, label)));
        vec![Section::plain(vec![Question::new("comment", comment), Question::new("progress", progress)])]
    }

    /// What is done is recorded with its evidence, which begins with what was written here.
    fn follow_up(&self, open: &OpenCase, asked: Asked<'_>) -> Option<Section> {
        if !asked.answers.has("progress", DONE) {
            return None;
        }
        let answers = asked.answers.clone();
        let answers = if answers.one("evidence").is_empty() && asked.problems.of("evidence").is_none() {
            let comment = answers.one("comment").to_owned();
            answers.with("evidence", comment)
        } else {
            answers
        };
        let is_dated = answers.iter().any(|(name, _)| name.starts_with("on-"));
        let answers = if is_dated { answers } else { and_when(answers, "on", When::Day(open.today)) };
        Some(complete::questions(Asked { answers: &answers, problems: asked.problems }))
    }

    fn read(&self, open: &OpenCase, fields: &mut Fields<'_>) -> Option<Command> {
        let comment = fields.text("comment", "Enter what has happened");
        if fields.answers().has("progress", DONE) {
            return Some(complete::read(self.0, open, fields));
        }
        let progress = fields.choice("progress", "Select how it goes")?;
        let step = Step::UpdateAction(ActionUpdate { number: self.0, progress });
        Some(Command { on: When::Day(open.today), step, words: Words::none().and(Word::Comment, comment) })
    }

    fn said(&self, _open: &OpenCase, answers: &Answers) -> Vec<Said> {
        let progress = ANSWERS.iter().find(|(value, _)| answers.has("progress", value));
        vec![
            Said::new("comment", "What has happened", answers.one("comment")),
            Said::new("progress", "How it goes", progress.map(|(_, label)| *label).unwrap_or_default()),
            Said::new("evidence", "Evidence that it was done", answers.one("evidence")),
            Said::new("on", "Done", said_when(answers, "on")),
        ]
    }

    fn next(&self) -> String {
        format!("/actions/{}", self.0)
    }

    fn done(&self, after: &OpenCase, command: &Command) -> (String, Option<String>) {
        match command.step {
            Step::CompleteAction(_) => complete::said_done(self.0),
            _ => (format!("Update on action {} recorded", self.0), due(after, self.0)),
        }
    }
}

/// When the action is due, for the next page.
fn due(after: &OpenCase, number: u16) -> Option<String> {
    let due = after.case.actions.actions.get(&number)?.action.due;
    Some(super::is_due("The action", due, after.today))
}
