//! What an agency returned by other means, recorded by the business unit.

use case::agencies::{AgencyReturn, Holds};
use case::{Command, OrganisationId, Step, Word};

use super::{HOME, is_open, path, questions};
use crate::case_view::OpenCase;
use crate::components::Checkboxes;
use crate::form::asked::{Asked, Question, Section, said, said_when};
use crate::form::case_form::{Form, Said};
use crate::form::common::today;
use crate::form::data::Answers;
use crate::form::parse::Fields;

/// What came from an agency.
pub(super) struct OnBehalf(pub(super) OrganisationId);

impl Form for OnBehalf {
    fn path(&self) -> String {
        path(self.0, "/return")
    }

    fn home(&self) -> &'static str {
        HOME
    }

    fn back(&self) -> String {
        path(self.0, "")
    }

    fn heading(&self) -> String {
        "Record what the agency returned".to_owned()
    }

    fn intro(&self, _open: &OpenCase) -> Vec<String> {
        vec!["For an answer that came by secure email, on paper or by phone.".to_owned()]
    }

    fn button(&self) -> &'static str {
        "Record the answer"
    }

    fn step(&self, open: &OpenCase) -> Option<Step> {
        open.case.agencies.requests.get(&self.0)?;
        // An agency that records its own answer does it on its own page.
        let answer = AgencyReturn { agency: self.0, holds: Holds::Nothing, chronology: false };
        open.is_business_unit().then_some(Step::ReturnSummary(answer))
    }

    fn fits(&self, open: &OpenCase) -> bool {
        is_open(open, self.0)
    }

    fn begin(&self, open: &OpenCase) -> Answers {
        today(open)
    }

    fn sections(&self, _open: &OpenCase, asked: Asked<'_>) -> Vec<Section> {
        let chronology = Checkboxes::new("chronology", "Chronology")
            .error(asked.problems.of("chronology"))
            .small()
            .item(asked.choice("chronology", "yes", "A chronology came with it"));
        let who = asked.line("decided_by", "Who signed it off?").strong().hint("Name and job title");
        let first = vec![
            Question::new(
                "holds",
                asked.radios("holds", "What did the agency find in its records?", Holds::ALL),
            ),
            asked.when("on", "When did the answer come?"),
            Question::new("decided_by", who),
            Question::new("chronology", chronology),
        ];
        [Section::plain(first)].into_iter().chain(questions::sections(asked)).collect()
    }

    fn read(&self, open: &OpenCase, fields: &mut Fields<'_>) -> Option<Command> {
        let holds = fields.choice("holds", "Select what the agency found in its records");
        let words = questions::read(fields, holds == Some(Holds::Information));
        let who = fields.line("decided_by", "Enter who signed it off");
        let on = fields.known_when("on", "Date the answer came", open.today);
        let chronology = fields.is_ticked("chronology");
        let step = Step::ReturnSummary(AgencyReturn { agency: self.0, holds: holds?, chronology });
        Some(Command { on, step, words: words.and(Word::DecidedBy, who) })
    }

    fn said(&self, _open: &OpenCase, answers: &Answers) -> Vec<Said> {
        let first = vec![
            Said::new("holds", "Answer", said(answers.one("holds"), Holds::ALL)),
            Said::new("on", "Date", said_when(answers, "on")),
            Said::new("decided_by", "Signed off by", answers.one("decided_by")),
        ];
        first.into_iter().chain(questions::said(answers)).collect()
    }

    fn done(&self, after: &OpenCase, _command: &Command) -> (String, Option<String>) {
        let waiting = after.case.agencies.requests.values().filter(|request| request.is_open()).count();
        let next = match waiting {
            0 => "Every agency that was asked has answered.".to_owned(),
            1 => "1 agency has not answered yet.".to_owned(),
            more => format!("{more} agencies have not answered yet."),
        };
        (format!("Answer of {} recorded", after.names().organisation(self.0)), Some(next))
    }
}
