//! Recording that learning was shared.

use case::actions::{Learning, LearningKind};
use case::{Area, Command, Step, StepKind, When, Word};

use super::HOME;
use crate::case_view::OpenCase;
use crate::form::question::{Question, choice, happened_on, text};
use crate::form::{Answers, Form, Page, Questions, Read, Recording};
use crate::session::Flash;

const KIND: Question<LearningKind> =
    choice("kind", "How was it shared?").short("How").missing("Select how the learning was shared");
const TEXT: Question<String> = text(Word::Text, "What was shared, and with whom?")
    .short("What, and with whom")
    .missing("Enter what learning was shared, and with whom")
    .hint("2 or 3 sentences. Everyone with access to the case reads this. Do not use names of children or families");
const ON: Question<When> = happened_on("When was it shared?", "Date it was shared").short("Date");

/// Learning that was shared.
pub(super) struct NewLearning;

impl Form for NewLearning {
    fn page(&self) -> Page {
        let heading = "Record learning that was shared";
        Page::new(StepKind::ShareLearning, "/actions/learning/new", HOME, heading).button("Record learning")
    }

    fn fits(&self, open: &OpenCase) -> bool {
        open.shows(Area::Overview)
    }

    fn questions<'a>(&'a self, _open: &'a OpenCase, _answers: &'a Answers) -> Questions<'a> {
        Questions::new().ask(KIND).ask(TEXT).ask(ON)
    }

    fn step(&self, _open: &OpenCase, read: &Read<'_>) -> Recording {
        Step::ShareLearning(Learning { kind: read.of(&KIND) }).into()
    }

    fn done(&self, _after: &OpenCase, _recorded: &[Command]) -> Flash {
        Flash::new("Learning recorded")
    }
}
