//! Taking a report offline, with the warning that it has to stay for a year.

use case::publication::TakeDown;
use case::{ClockKey, Command, Step, StepKind, When, Word};

use super::{HOME, dates};
use crate::case_view::OpenCase;
use crate::form::question::{Question, happened_on, text, tick};
use crate::form::{Answers, Form, Page, Questions, Read, Recording};
use crate::session::Flash;
use crate::text::date;

const REASON: Question<String> = text(Word::Reason, "Why was it taken down?")
    .short("Why")
    .missing("Enter why the report was taken down")
    .hint("Everyone with access to the case can read it. Do not use names of children or families")
    .rows(3);
const LEGAL_ORDER: Question<bool> =
    tick("legal_order", "Is there a legal order?", "A court or another legal order requires it")
        .short("A legal order requires it")
        .otherwise("No");
const ON: Question<When> =
    happened_on("When was it taken down?", "Date it was taken down").short("Taken down on");

pub(super) struct TakenOffline;

/// What gives pause before the year is over.
fn warning(open: &OpenCase) -> Option<String> {
    let until = dates::online_until(open).filter(|until| open.today < *until)?;
    Some(format!(
        "The report must stay online until at least {}. Only a court or another legal order can require that it is \
         taken down before.",
        date::weekday(until)
    ))
}

impl Form for TakenOffline {
    fn page(&self) -> Page {
        Page::new(StepKind::TakeDown, "/publication/take-down", HOME, "Record that the report was taken down")
            .intro("A report may stay online for longer than it has to, as long as it is still useful.")
            .button("Record that it was taken down")
            .checked("Check and record that the report was taken down")
    }

    fn fits(&self, open: &OpenCase) -> bool {
        open.case.publication.online
    }

    fn questions<'a>(&'a self, open: &'a OpenCase, _answers: &'a Answers) -> Questions<'a> {
        let warned = warning(open).into_iter().fold(Questions::new(), Questions::warn);
        warned.ask(REASON).ask(LEGAL_ORDER).ask(ON)
    }

    fn step(&self, _open: &OpenCase, read: &Read<'_>) -> Recording {
        Step::TakeDown(TakeDown { legal_order: read.of(&LEGAL_ORDER) }).into()
    }

    fn happens(&self, _open: &OpenCase, after: &OpenCase) -> Vec<String> {
        let takes =
            "This records that the report is no longer online. The service takes nothing down itself.";
        [takes.to_owned()].into_iter().chain(dates::stands(after, ClockKey::Online)).collect()
    }

    fn done(&self, after: &OpenCase, _recorded: &[Command]) -> Flash {
        Flash::new("Recorded that the report was taken down").next(dates::stands(after, ClockKey::Online))
    }
}
