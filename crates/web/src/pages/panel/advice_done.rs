//! Recording that a point of advice was dealt with.

use case::panel::AdvicePointDone;
use case::{Command, Step, StepKind, When, Word};

use super::{HOME, advice};
use crate::case_view::OpenCase;
use crate::case_view::entries::Entries;
use crate::form::question::{Question, happened_on, text};
use crate::form::{Answers, Form, Intro, Page, Questions, Read, Recording};
use crate::session::Flash;

const OUTCOME: Question<String> = text(Word::Outcome, "What came of it?")
    .missing("Enter what came of this point of advice")
    .hint("2 or 3 sentences. Do not use names of children or families");
const ON: Question<When> = happened_on("When was it dealt with?", "Date it was dealt with").short("Date");

pub(super) struct Done(pub(super) u16);

impl Done {
    /// The point that an address names.
    pub(super) fn of(number: &str) -> Option<Self> {
        number.parse().ok().map(Self)
    }
}

impl Form for Done {
    fn page(&self) -> Page {
        let (path, heading) = (
            format!("/panel/advice/{}/done", self.0),
            format!("Deal with point {} of the National Panel’s advice", self.0),
        );
        Page::new(StepKind::FinishAdvicePoint, path, HOME, heading).button("Record as dealt with")
    }

    fn right(&self, open: &OpenCase) -> Option<StepKind> {
        open.case.panel.advice.contains_key(&self.0).then_some(StepKind::FinishAdvicePoint)
    }

    fn fits(&self, open: &OpenCase) -> bool {
        open.case.panel.open_advice().any(|point| point.number == self.0)
    }

    fn intro(&self, open: &OpenCase) -> Intro {
        let text = advice::text(&Entries::of(&open.case), self.0);
        Some(text).filter(|text| !text.is_empty()).into_iter().collect()
    }

    fn questions<'a>(&'a self, _open: &'a OpenCase, _answers: &'a Answers) -> Questions<'a> {
        Questions::new().ask(OUTCOME).ask(ON)
    }

    fn step(&self, _open: &OpenCase, _read: &Read<'_>) -> Recording {
        Step::FinishAdvicePoint(AdvicePointDone { number: self.0 }).into()
    }

    fn done(&self, after: &OpenCase, _recorded: &[Command]) -> Flash {
        let next = match after.case.panel.open_advice().count() {
            0 => "No point of advice is open.".to_owned(),
            1 => "1 point of advice is still open.".to_owned(),
            open => format!("{open} points of advice are still open."),
        };
        Flash::new(format!("Point of advice {} recorded as dealt with", self.0)).next(next)
    }
}
