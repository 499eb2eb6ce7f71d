//! Tracing a key line of enquiry to the finding it led to.

use case::lcspr::KeyLineTraced;
use case::{Case, Command, Fact, Step, StepKind, Word};

use super::asking::READERS;
use super::{HOME, goes_on};
use crate::case_view::OpenCase;
use crate::case_view::entries::{Entries, wrote};
use crate::form::question::{Question, text};
use crate::form::{Answers, Form, Intro, Page, Questions, Read, Recording};
use crate::session::Flash;

const FINDING: Question<String> = text(Word::Outcome, "Which finding did it lead to?")
    .short("Finding")
    .missing("Enter the finding it led to")
    .hint(READERS);

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
}

/// What a key line of enquiry asks.
pub(super) fn asks(entries: &Entries<'_>, number: u8) -> String {
    let added = entries.last(|fact| matches!(fact, Fact::KeyLineAdded(line) if line.number == number));
    added.map(|(_, event)| wrote(event, Word::Text)).unwrap_or_default()
}

/// The finding to which it was traced last.
pub(super) fn finding(entries: &Entries<'_>, number: u8) -> Option<String> {
    let traced = entries.last(|fact| matches!(fact, Fact::KeyLineTraced(line) if line.number == number));
    traced.map(|(_, event)| wrote(event, Word::Outcome))
}

impl Form for Finding {
    fn page(&self) -> Page {
        let (path, heading) =
            (format!("/lcspr/key-lines/{}", self.0), format!("Record the finding for key line {}", self.0));
        Page::new(StepKind::TraceKeyLine, path, HOME, heading).button("Record the finding")
    }

    fn right(&self, open: &OpenCase) -> Option<StepKind> {
        open.case.lcspr.key_lines.contains_key(&self.0).then_some(StepKind::TraceKeyLine)
    }

    fn fits(&self, open: &OpenCase) -> bool {
        goes_on(open)
    }

    fn intro(&self, open: &OpenCase) -> Intro {
        Intro::say(format!("Key line of enquiry {}: {}", self.0, asks(&Entries::of(&open.case), self.0)))
    }

    fn questions<'a>(&'a self, _open: &'a OpenCase, _answers: &'a Answers) -> Questions<'a> {
        Questions::new().ask(FINDING)
    }

    fn recorded(&self, case: &Case) -> Option<Answers> {
        let finding = finding(&Entries::of(case), self.0)?;
        Some(FINDING.put(&finding, Answers::default()))
    }

    fn step(&self, _open: &OpenCase, _read: &Read<'_>) -> Recording {
        Step::TraceKeyLine(KeyLineTraced { number: self.0 }).into()
    }

    fn done(&self, after: &OpenCase, _recorded: &[Command]) -> Flash {
        let left = after.case.lcspr.key_lines.values().filter(|traced| !**traced).count();
        let next = match left {
            0 => "Every key line of enquiry is traced to a finding.".to_owned(),
            1 => "1 key line has no finding yet.".to_owned(),
            left => format!("{left} key lines have no finding yet."),
        };
        Flash::new(format!("Finding for key line {} recorded", self.0)).next(next)
    }
}
