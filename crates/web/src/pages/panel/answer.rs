//! Recording the reply to the Panel’s question, after which the wait for the Panel begins anew.

use case::{ClockKey, Command, Step, StepKind, When, Word};

use super::{HOME, correspondence};
use crate::case_view::{OpenCase, deadline_text};
use crate::form::question::{Question, happened_on, text};
use crate::form::{Answers, Form, Intro, Page, Questions, Read, Recording};
use crate::session::Flash;

const TEXT: Question<String> = text(Word::Text, "What was the National Panel answered?")
    .short("What it was answered")
    .missing("Enter what the National Panel was answered")
    .hint("2 or 3 sentences. Everyone who may read about the National Panel reads this. Do not use names of children or families");
const ON: Question<When> = happened_on("When was it answered?", "Date of the answer").short("Date");

pub(super) struct Reply;

impl Form for Reply {
    fn page(&self) -> Page {
        let heading = "Record the answer to the National Panel";
        Page::new(StepKind::AnswerPanelQuery, "/panel/answer", HOME, heading).button("Record the answer")
    }

    fn intro(&self, open: &OpenCase) -> Intro {
        let asked = correspondence::open_question(&open.case).filter(|asked| !asked.is_empty());
        let asked: Intro =
            asked.map(|asked| format!("The National Panel asked: {asked}")).into_iter().collect();
        asked.and("We do not send it for you. Send the answer first, then record it here.")
    }

    fn questions<'a>(&'a self, _open: &'a OpenCase, _answers: &'a Answers) -> Questions<'a> {
        Questions::new().ask(TEXT).ask(ON)
    }

    fn step(&self, _open: &OpenCase, _read: &Read<'_>) -> Recording {
        Step::AnswerPanelQuery.into()
    }

    fn done(&self, after: &OpenCase, _recorded: &[Command]) -> Flash {
        let next = deadline_text::due(after, ClockKey::PanelReply, "A reply is expected by");
        Flash::new("Answer to the National Panel recorded").next(next)
    }
}
