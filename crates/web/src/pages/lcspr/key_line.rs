//! Tracing a key line of enquiry to the finding it led to.

use case::lcspr::KeyLineTraced;
use case::{Case, Command, Fact, Step, When, Word, Words};

use super::asking::READERS;
use super::{HOME, goes_on};
use crate::case_view::OpenCase;
use crate::case_view::entries::{Entries, wrote};
use crate::form::asked::{Asked, Question, Section};
use crate::form::case_form::{Form, Said};
use crate::form::data::Answers;
use crate::form::parse::Fields;

/// The finding of one line.
pub(super) struct Finding(u8);

impl Finding {
    /// The form for the line that an address names.
    pub(super) fn of(line: &str) -> Option<Self> {
        line.parse().ok().filter(|number: &u8| number.to_string() == line).map(Self)
    }

    /// The form for a line.
    pub(super) fn of_line(number: u8) -> Self {
        Self(number)
    }

    fn trace(&self) -> Step {
        Step::TraceKeyLine(KeyLineTraced { number: self.0 })
    }
}

/// The words of a key line of enquiry.
pub(super) fn text(entries: &Entries<'_>, number: u8) -> String {
    let added = entries.last(|fact| matches!(fact, Fact::KeyLineAdded(line) if line.number == number));
    added.map(|(_, event)| wrote(event, Word::Text)).unwrap_or_default()
}

/// The finding to which it was traced last.
pub(super) fn finding(entries: &Entries<'_>, number: u8) -> Option<String> {
    let traced = entries.last(|fact| matches!(fact, Fact::KeyLineTraced(line) if line.number == number));
    traced.map(|(_, event)| wrote(event, Word::Outcome))
}

impl Form for Finding {
    fn path(&self) -> String {
        format!("/lcspr/key-lines/{}", self.0)
    }

    fn home(&self) -> &'static str {
        HOME
    }

    fn heading(&self) -> String {
        format!("Record the finding for key line {}", self.0)
    }

    fn intro(&self, open: &OpenCase) -> Vec<String> {
        vec![format!("Key line of enquiry {}: {}", self.0, text(&Entries::of(&open.case), self.0))]
    }

    fn button(&self) -> &'static str {
        "Record the finding"
    }

    fn step(&self, open: &OpenCase) -> Option<Step> {
        open.case.lcspr.key_lines.contains_key(&self.0).then(|| self.trace())
    }

    fn fits(&self, open: &OpenCase) -> bool {
        goes_on(open)
    }

    fn recorded(&self, case: &Case) -> Option<Answers> {
        let finding = finding(&Entries::of(case), self.0)?;
        Some(Answers::default().and("outcome", finding))
    }

    fn sections(&self, _open: &OpenCase, asked: Asked<'_>) -> Vec<Section> {
        let finding = asked.text("outcome", "Which finding did it lead to?").hint(READERS);
        vec![Section::plain(vec![Question::new("outcome", finding)])]
    }

    fn read(&self, open: &OpenCase, fields: &mut Fields<'_>) -> Option<Command> {
        let finding = fields.text("outcome", "Enter the finding it led to");
        let words = Words::none().and(Word::Outcome, finding);
        Some(Command { on: When::Day(open.today), step: self.trace(), words })
    }

    fn said(&self, _open: &OpenCase, answers: &Answers) -> Vec<Said> {
        vec![Said::new("outcome", "Finding", answers.one("outcome"))]
    }

    fn done(&self, after: &OpenCase, _command: &Command) -> (String, Option<String>) {
        let left = after.case.lcspr.key_lines.values().filter(|traced| !**traced).count();
        let next = match left {
            0 => "Every key line of enquiry is traced to a finding.".to_owned(),
            1 => "1 key line has no finding yet.".to_owned(),
            left => format!("{left} key lines have no finding yet."),
        };
        (format!("Finding for key line {} recorded", self.0), Some(next))
    }
}
