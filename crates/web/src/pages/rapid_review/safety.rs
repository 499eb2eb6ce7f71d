//! Something done at once to keep a child safe. Whoever works on the case may record it, at any time.

use case::{Command, Step, StepKind, When, Word};

use crate::case_view::OpenCase;
use crate::form::question::{Question, happened_on, text};
use crate::form::{Answers, Form, Page, Questions, Read, Recording};
use crate::session::Flash;

/// An agency may record one and sees nothing else of the rapid review, so everybody goes back to the case.
const HOME: &str = "";

const TEXT: Question<String> = text(Word::Text, "What was done to keep a child safe?")
    .short("What was done")
    .missing("Enter what was done to keep a child safe")
    .hint("2 or 3 sentences: what, for whom, and who sees to it. It stands in the report. Do not use names of children or families");
const ON: Question<When> = happened_on("When was it done?", "Date it was done").short("Date");

/// An immediate safety action.
pub(super) struct Safety;

impl Form for Safety {
    fn page(&self) -> Page {
        let heading = "Record an immediate safety action";
        Page::new(StepKind::TakeSafetyAction, "/rapid-review/safety", HOME, heading)
            .button("Record safety action")
            .intro("What keeps a child safe is done at once, and is not saved for the report.")
    }

    fn fits(&self, open: &OpenCase) -> bool {
        !open.case.is_closed()
    }

    fn questions<'a>(&'a self, _open: &'a OpenCase, _answers: &'a Answers) -> Questions<'a> {
        Questions::new().ask(TEXT).ask(ON)
    }

    fn step(&self, _open: &OpenCase, _read: &Read<'_>) -> Recording {
        Step::TakeSafetyAction.into()
    }

    fn done(&self, _after: &OpenCase, _recorded: &[Command]) -> Flash {
        let next = "The rapid review page lists it, and so does the report.".to_owned();
        Flash::new("Safety action recorded").next(next)
    }
}
