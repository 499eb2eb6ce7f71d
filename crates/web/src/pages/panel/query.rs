//! Recording that the Panel asked for something, without a letter that says more.

use calendar::NaiveDate;
use case::panel::PanelQuery;
use case::{ClockKey, Command, Step, StepKind, When, Word};

use super::HOME;
use crate::case_view::{OpenCase, deadline_text};
use crate::form::question::{Question, happened_on, not_before, optional_day, text};
use crate::form::{Answers, Form, Page, Problems, Questions, Read, Recording};
use crate::session::Flash;

/// What it asked for.
pub(super) const TEXT: Question<String> = text(Word::Text, "What did the National Panel ask for?")
    .short("What it asked for")
    .missing("Enter what the National Panel asked for")
    .hint("2 or 3 sentences. Do not use names of children or families");
const ON: Question<When> = happened_on("When did it ask?", "Date it asked").short("Date");
/// When it wants a reply.
pub(super) const DUE: Question<Option<NaiveDate>> =
    optional_day("due", "When does it want a reply? (optional)")
        .short("Reply wanted by")
        .called("Date of the reply")
        .hint("For example, 27 4 2026. Leave it empty if it set no date");

pub(super) struct Query;

impl Form for Query {
    fn page(&self) -> Page {
        let heading = "Record what the National Panel asked for";
        Page::new(StepKind::RecordPanelQuery, "/panel/query", HOME, heading).button("Record the question").intro(
            "For a question that came on its own. A letter that asks for more information is recorded as a response.",
        )
    }

    fn questions<'a>(&'a self, _open: &'a OpenCase, _answers: &'a Answers) -> Questions<'a> {
        Questions::new().ask(TEXT).ask(ON).ask(DUE)
    }

    fn check(&self, _open: &OpenCase, read: &Read<'_>, problems: &mut Problems) {
        not_before(read, &DUE, &ON, problems);
    }

    fn step(&self, _open: &OpenCase, read: &Read<'_>) -> Recording {
        Step::RecordPanelQuery(PanelQuery { due: read.of(&DUE) }).into()
    }

    fn done(&self, after: &OpenCase, _recorded: &[Command]) -> Flash {
        let next = deadline_text::due(after, ClockKey::PanelQueryReply, "The reply is due");
        Flash::new("Question of the National Panel recorded").next(next)
    }
}
