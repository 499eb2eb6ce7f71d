//! Opening the answer of an agency again, because more is needed.

use case::agencies::ReturnReopened;
use case::{Command, OrganisationId, Step, When, Word, Words};

use super::{HOME, contacts, path};
use crate::case_view::OpenCase;
use crate::form::asked::{Asked, Question, Section, and_when, said_when};
use crate::form::case_form::{Form, Said};
use crate::form::data::Answers;
use crate::form::parse::Fields;
use crate::text::date;

/// Working days for more information.
const USUAL: u32 = 2;

/// Opening an answer again.
pub(super) struct Reopen(pub(super) OrganisationId);

impl Form for Reopen {
    fn path(&self) -> String {
        path(self.0, "/reopen")
    }

    fn home(&self) -> &'static str {
        HOME
    }

    fn back(&self) -> String {
        path(self.0, "")
    }

    fn heading(&self) -> String {
        "Open the answer again".to_owned()
    }

    fn button(&self) -> &'static str {
        "Open it again and ask"
    }

    fn step(&self, open: &OpenCase) -> Option<Step> {
        open.case.agencies.requests.get(&self.0)?;
        Some(Step::ReopenReturn(ReturnReopened { agency: self.0, due: open.today }))
    }

    fn fits(&self, open: &OpenCase) -> bool {
        let request = open.case.agencies.requests.get(&self.0);
        request.is_some_and(|request| request.holds.is_some() && !request.withdrawn) && !open.case.is_closed()
    }

    fn begin(&self, open: &OpenCase) -> Answers {
        let usual = open.calendar().working_days_after(open.today, USUAL).map_or(open.today, |due| due.date);
        and_when(Answers::default(), "due", When::Day(usual))
    }

    fn sections(&self, _open: &OpenCase, asked: Asked<'_>) -> Vec<Section> {
        let reason = asked.text("reason", "What more is needed, and why?").hint(
            "2 or 3 sentences. The agency reads this after signing in. Do not use names of children or families",
        );
        let due = asked.date("due", "When is it wanted?").hint("For example, 27 3 2026");
        vec![Section::plain(vec![Question::new("reason", reason), Question::new("due", due)])]
    }

    fn read(&self, open: &OpenCase, fields: &mut Fields<'_>) -> Option<Command> {
        let reason = fields.text("reason", "Enter what more is needed, and why");
        let due = fields.day("due", "Date it is wanted")?;
        let step = Step::ReopenReturn(ReturnReopened { agency: self.0, due });
        Some(Command { on: When::Day(open.today), step, words: Words::none().and(Word::Reason, reason) })
    }

    fn then(&self, open: &OpenCase, _answers: &Answers) -> Vec<Command> {
        contacts::grants(open, &[self.0])
    }

    fn said(&self, open: &OpenCase, answers: &Answers) -> Vec<Said> {
        vec![
            Said::new("agency", "Agency", open.names().organisation(self.0)),
            Said::new("reason", "What more is needed", answers.one("reason")),
            Said::new("due", "Wanted by", said_when(answers, "due")),
        ]
    }

    fn check_heading(&self) -> Option<&'static str> {
        Some("Check and open the answer again")
    }

    fn happens(&self, open: &OpenCase, after: &OpenCase) -> Vec<String> {
        let first = "The agency can answer again. What it sent before stays in the history".to_owned();
        [first].into_iter().chain(contacts::lines(open, after, &[self.0])).collect()
    }

    fn shows_letters(&self) -> bool {
        true
    }

    fn done(&self, after: &OpenCase, _command: &Command) -> (String, Option<String>) {
        let due = after.case.agencies.requests.get(&self.0).map(|request| request.asked.due);
        let due = due.map(|due| format!("The new answer is due {}.", date::weekday(due)));
        (format!("The answer of {} is open again", after.names().organisation(self.0)), due)
    }
}
