//! Adding points of advice, which are then followed up.

use calendar::NaiveDate;
use case::panel::AdvicePoint;
use case::{Command, Stage, Step, StepKind, When, Word};

use super::{HOME, advice};
use crate::case_view::OpenCase;
use crate::form::question::{Question, happened_on, not_before, optional_day, text};
use crate::form::{Answers, Form, Page, Problems, Questions, Read, Recording};
use crate::session::Flash;
use crate::text::date;

const TEXT: Question<String> = text(Word::Text, "What does the National Panel advise?")
    .short("What it advises")
    .missing("Enter what the National Panel advises")
    .hint("1 or 2 sentences. Do not use names of children or families");
const ON: Question<When> = happened_on("When did it advise this?", "Date of the advice");
const DUE: Question<Option<NaiveDate>> = optional_day("due", "When is something due on it? (optional)")
    .short("Due")
    .called("Due date")
    .hint("For example, 27 6 2026");

pub(super) struct AddAdvice;

impl Form for AddAdvice {
    fn page(&self) -> Page {
        Page::new(StepKind::RecordAdvicePoint, "/panel/advice/new", HOME, "Add a point of advice")
            .button("Add point of advice")
    }

    fn fits(&self, open: &OpenCase) -> bool {
        let has_replied = open.case.stage > Stage::SubmittedToPanel || !open.case.panel.responses.is_empty();
        has_replied && !open.case.is_closed()
    }

    fn questions<'a>(&'a self, _open: &'a OpenCase, _answers: &'a Answers) -> Questions<'a> {
        Questions::new().ask(TEXT).ask(ON).ask(DUE)
    }

    fn check(&self, _open: &OpenCase, read: &Read<'_>, problems: &mut Problems) {
        not_before(read, &DUE, &ON, problems);
    }

    fn step(&self, open: &OpenCase, read: &Read<'_>) -> Recording {
        let number = advice::next_number(&open.case);
        Step::RecordAdvicePoint(AdvicePoint { number, due: read.of(&DUE) }).into()
    }

    fn done(&self, _after: &OpenCase, recorded: &[Command]) -> Flash {
        let point = recorded.iter().find_map(|command| match &command.step {
            Step::RecordAdvicePoint(point) => Some(point),
            _ => None,
        });
        let Some(point) = point else { return Flash::new("Point of advice added") };
        Flash::new(format!("Point of advice {} added", point.number))
            .next(point.due.map(|due| format!("It is due {}.", date::weekday(due))))
    }
}
