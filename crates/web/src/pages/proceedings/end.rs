//! The end of a proceeding.

use case::proceedings::ProceedingEnd;
use case::{Command, Stage, Step, StepKind, When, Word};

use super::{HOME, introduced, number_of, running};
use crate::case_view::OpenCase;
use crate::form::question::{Question, happened_on, text};
use crate::form::{Answers, Form, Intro, Page, Questions, Read, Recording};
use crate::session::Flash;

const OUTCOME: Question<String> = text(Word::Outcome, "How did they end?")
    .short("How they ended")
    .missing("Enter how the proceedings ended")
    .hint("1 or 2 sentences. Do not use names of children or families")
    .rows(3);
const ON: Question<When> = happened_on("When did they end?", "Date they ended").short("Ended on");

/// The end of the proceeding of this number.
pub(super) struct End(u16);

impl End {
    /// The form for the proceeding that an address names.
    pub(super) fn of(number: &str) -> Option<Self> {
        number_of(number).map(Self)
    }
}

impl Form for End {
    fn page(&self) -> Page {
        let heading = format!("Record the end of proceeding {}", self.0);
        Page::new(StepKind::EndProceeding, format!("/proceedings/{}/end", self.0), HOME, heading)
            .button("Record the end")
    }

    fn right(&self, open: &OpenCase) -> Option<StepKind> {
        open.case.proceedings.proceedings.contains_key(&self.0).then_some(StepKind::EndProceeding)
    }

    fn fits(&self, open: &OpenCase) -> bool {
        running(open, self.0).is_some()
    }

    fn intro(&self, open: &OpenCase) -> Intro {
        introduced(open, self.0)
    }

    fn questions<'a>(&'a self, _open: &'a OpenCase, _answers: &'a Answers) -> Questions<'a> {
        Questions::new().ask(OUTCOME).ask(ON)
    }

    fn step(&self, _open: &OpenCase, _read: &Read<'_>) -> Recording {
        Step::EndProceeding(ProceedingEnd { number: self.0 }).into()
    }

    fn done(&self, after: &OpenCase, _recorded: &[Command]) -> Flash {
        let next = match after.case.stage {
            Stage::PublicationHeld => {
                Some("Publication is still held. Look whether it need wait any longer.")
            }
            Stage::LcsprHeld => Some("The LCSPR is still held. Look whether it can go on."),
            _ => None,
        };
        Flash::new(format!("End of proceeding {} recorded", self.0)).next(next.map(str::to_owned))
    }
}
