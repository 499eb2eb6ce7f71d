//! An update on an action: how it goes, in one box.

use case::actions::{ActionDone, ActionUpdate, Progress};
use case::{Command, Step, StepKind, When, Word, Words};
use serde::{Deserialize, Serialize};

use super::complete::{EVIDENCE, ON, completed};
use super::{HOME, READERS, is_due, of_action};
use crate::case_view::OpenCase;
use crate::form::question::{Offer, Question, Tailored, required_one_of, text};
use crate::form::{Answers, Form, Page, Questions, Read, Recording};
use crate::session::Flash;

/// How an action goes. That it is done is recorded in another way, with its evidence.
#[derive(Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Goes {
    OnTrack,
    AtRisk,
    Done,
}

const COMMENT: Question<String> = text(Word::Comment, "What has happened?")
    .short("What has happened")
    .missing("Enter what has happened")
    .hint(READERS);
const PROGRESS: Question<Goes> =
    required_one_of("progress", "How does it go?").short("How it goes").missing("Select how it goes");

/// An update on the action of this number.
pub(super) struct Update(pub(super) u16);

impl Update {
    /// How it went so far; none where it is not begun.
    fn so_far(&self, open: &OpenCase) -> Option<Goes> {
        match open.case.actions.actions.get(&self.0)?.progress {
            Progress::NotStarted => None,
            Progress::OnTrack => Some(Goes::OnTrack),
            Progress::AtRisk => Some(Goes::AtRisk),
        }
    }
}

impl Form for Update {
    fn page(&self) -> Page {
        let heading = format!("Add an update on action {}", self.0);
        Page::new(StepKind::UpdateAction(self.0), of_action(self.0, "/update"), HOME, heading)
            .button("Add update")
            .leading_to(of_action(self.0, ""))
    }

    fn fits(&self, open: &OpenCase) -> bool {
        super::is_open(open, self.0)
    }

    /// What is done is recorded with its evidence, which begins with what was written here.
    fn questions<'a>(&'a self, open: &'a OpenCase, answers: &'a Answers) -> Questions<'a> {
        let goes = [(Goes::OnTrack, "On track"), (Goes::AtRisk, "At risk"), (Goes::Done, "Done")];
        let progress = PROGRESS.among(goes.map(|(goes, label)| Offer::new(&goes, label)));
        let progress = self.so_far(open).into_iter().fold(progress, Tailored::starting);
        let questions = Questions::new().ask(COMMENT).ask(progress);
        if !PROGRESS.is_answered(&Goes::Done, answers) {
            return questions;
        }
        let evidence = EVIDENCE.presuming(answers.one(COMMENT.name).to_owned());
        questions.on_the_next_page(None).ask(evidence).ask(ON.presuming(When::Day(open.today)))
    }

    fn step(&self, _open: &OpenCase, read: &Read<'_>) -> Recording {
        let number = self.0;
        let progress = match read.of(&PROGRESS) {
            Goes::Done => {
                let words = Words::none().and(Word::Evidence, read.of(&EVIDENCE));
                return Recording::from(Step::CompleteAction(ActionDone { number })).with_words(words);
            }
            Goes::AtRisk => Progress::AtRisk,
            Goes::OnTrack => Progress::OnTrack,
        };
        Step::UpdateAction(ActionUpdate { number, progress }).into()
    }

    fn done(&self, after: &OpenCase, recorded: &[Command]) -> Flash {
        if recorded.iter().any(|command| matches!(command.step, Step::CompleteAction(_))) {
            return completed(self.0);
        }
        let due = after.case.actions.actions.get(&self.0).map(|action| action.action.due);
        let due = due.map(|due| is_due("The action", due, after.today));
        Flash::new(format!("Update on action {} recorded", self.0)).next(due)
    }
}
