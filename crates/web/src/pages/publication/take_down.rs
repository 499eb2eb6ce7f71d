//! Taking a report offline, with the warning that it has to stay for a year.

use case::publication::TakeDown;
use case::{ClockKey, Command, Step, Word, Words};

use super::{HOME, dates};
use crate::case_view::OpenCase;
use crate::components::{Checkboxes, WarningText};
use crate::form::asked::{Asked, Question, Section, said_when};
use crate::form::case_form::{Form, Said};
use crate::form::common::today;
use crate::form::data::Answers;
use crate::form::parse::Fields;
use crate::text::date;

/// The report is no longer online.
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
    fn path(&self) -> String {
        "/publication/take-down".to_owned()
    }

    fn home(&self) -> &'static str {
        HOME
    }

    fn heading(&self) -> String {
        "Record that the report was taken down".to_owned()
    }

    fn intro(&self, _open: &OpenCase) -> Vec<String> {
        vec!["A report may stay online for longer than it has to, as long as it is still useful.".to_owned()]
    }

    fn button(&self) -> &'static str {
        "Record that it was taken down"
    }

    fn step(&self, _open: &OpenCase) -> Option<Step> {
        Some(Step::TakeDown(TakeDown { legal_order: false }))
    }

    fn fits(&self, open: &OpenCase) -> bool {
        open.case.publication.online
    }

    fn begin(&self, open: &OpenCase) -> Answers {
        today(open)
    }

    fn sections(&self, open: &OpenCase, asked: Asked<'_>) -> Vec<Section> {
        let warning = warning(open).map(|text| Question::new("warning", WarningText::new(text)));
        let reason = asked
            .text("reason", "Why was it taken down?")
            .rows(3)
            .hint("Everyone with access to the case can read it. Do not use names of children or families");
        let order = Checkboxes::new("legal_order", "Is there a legal order?")
            .strong()
            .error(asked.problems.of("legal_order"))
            .item(asked.choice("legal_order", "yes", "A court or another legal order requires it"));
        let questions = [
            Question::new("reason", reason),
            Question::new("legal_order", order),
            asked.when("on", "When was it taken down?"),
        ];
        vec![Section::plain(warning.into_iter().chain(questions).collect())]
    }

    fn read(&self, open: &OpenCase, fields: &mut Fields<'_>) -> Option<Command> {
        let reason = fields.text("reason", "Enter why the report was taken down");
        let legal_order = fields.is_ticked("legal_order");
        let on = fields.known_when("on", "Date it was taken down", open.today);
        let step = Step::TakeDown(TakeDown { legal_order });
        Some(Command { on, step, words: Words::none().and(Word::Reason, reason) })
    }

    fn said(&self, _open: &OpenCase, answers: &Answers) -> Vec<Said> {
        let order = if answers.has("legal_order", "yes") { "Yes" } else { "No" };
        vec![
            Said::new("reason", "Why", answers.one("reason")),
            Said::new("legal_order", "A legal order requires it", order),
            Said::new("on", "Taken down on", said_when(answers, "on")),
        ]
    }

    fn check_heading(&self) -> Option<&'static str> {
        Some("Check and record that the report was taken down")
    }

    fn happens(&self, _open: &OpenCase, after: &OpenCase) -> Vec<String> {
        let takes =
            "This records that the report is no longer online. The service takes nothing down itself.";
        [takes.to_owned()].into_iter().chain(dates::stands(after, ClockKey::Online)).collect()
    }

    fn done(&self, after: &OpenCase, _command: &Command) -> (String, Option<String>) {
        ("Recorded that the report was taken down".to_owned(), dates::stands(after, ClockKey::Online))
    }
}
