//! Opening the answer of an agency again, because more is needed.

use calendar::NaiveDate;
use case::agencies::ReturnReopened;
use case::{Command, OrganisationId, Step, StepKind, Word};

use super::{contacts, path, was_asked};
use crate::case_view::OpenCase;
use crate::form::question::{Question, day, text};
use crate::form::{Answers, Form, Page, Questions, Read, Recording};
use crate::session::Flash;
use crate::text::date;

/// Working days for more information.
const USUAL: u32 = 2;

const REASON: Question<String> = text(Word::Reason, "What more is needed, and why?")
    .short("What more is needed")
    .missing("Enter what more is needed, and why")
    .hint(
        "2 or 3 sentences. The agency reads this after signing in. Do not use names of children or families",
    );
const DUE: Question<NaiveDate> = day("due", "When is it wanted?")
    .short("Wanted by")
    .called("Date it is wanted")
    .hint("For example, 27 3 2026");

/// Opening an answer again.
pub(super) struct Reopen(pub(super) OrganisationId);

impl Form for Reopen {
    fn page(&self) -> Page {
        let heading = "Open the answer again";
        Page::new(StepKind::ReopenReturn, path(self.0, "/reopen"), path(self.0, ""), heading)
            .button("Open it again and ask")
            .checked("Check and open the answer again")
            .showing_emails()
    }

    fn right(&self, open: &OpenCase) -> Option<StepKind> {
        was_asked(open, self.0).then_some(StepKind::ReopenReturn)
    }

    fn fits(&self, open: &OpenCase) -> bool {
        let request = open.case.agencies.requests.get(&self.0);
        request.is_some_and(|request| request.holds.is_some() && !request.withdrawn) && !open.case.is_closed()
    }

    fn questions<'a>(&'a self, open: &'a OpenCase, _answers: &'a Answers) -> Questions<'a> {
        let usual = open.calendar().working_days_after(open.today, USUAL).map_or(open.today, |due| due.date);
        let agency = Questions::new().says("Agency", open.names().organisation(self.0));
        agency.ask(REASON).ask(DUE.starting(usual))
    }

    fn step(&self, open: &OpenCase, read: &Read<'_>) -> Recording {
        let step = Step::ReopenReturn(ReturnReopened { agency: self.0, due: read.of(&DUE) });
        Recording::from(step).then(contacts::grants(open, &[self.0]))
    }

    fn happens(&self, open: &OpenCase, after: &OpenCase) -> Vec<String> {
        let first = "The agency can answer again. What it sent before stays in the history".to_owned();
        [first].into_iter().chain(contacts::lines(open, after, &[self.0])).collect()
    }

    fn done(&self, after: &OpenCase, _recorded: &[Command]) -> Flash {
        let due = after.case.agencies.requests.get(&self.0).map(|request| request.asked.due);
        let due = due.map(|due| format!("The new answer is due {}.", date::weekday(due)));
        Flash::new(format!("The answer of {} is open again", after.names().organisation(self.0))).next(due)
    }
}
