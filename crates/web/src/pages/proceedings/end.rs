//! The end of a proceeding.

use case::proceedings::ProceedingEnd;
use case::{Command, Stage, Step, Word, Words};

use super::{HOME, number_of, running};
use crate::case_view::OpenCase;
use crate::form::asked::{Asked, Question, Section, said_when};
use crate::form::case_form::{Form, Said};
use crate::form::common::today;
use crate::form::data::Answers;
use crate::form::parse::Fields;

/// The end of the proceeding of this number.
pub(super) struct End(u16);

impl End {
    /// The form for the proceeding that an address names.
    pub(super) fn of(number: &str) -> Option<Self> {
        number_of(number).map(Self)
    }
}

impl Form for End {
    fn path(&self) -> String {
        format!("/proceedings/{}/end", self.0)
    }

    fn home(&self) -> &'static str {
        HOME
    }

    fn heading(&self) -> String {
        format!("Record the end of proceeding {}", self.0)
    }

    fn intro(&self, open: &OpenCase) -> Vec<String> {
        let of = open.case.proceedings.proceedings.get(&self.0);
        of.map(|of| format!("Proceeding {}: {}.", self.0, of.proceeding.kind)).into_iter().collect()
    }

    fn button(&self) -> &'static str {
        "Record the end"
    }

    fn step(&self, open: &OpenCase) -> Option<Step> {
        open.case.proceedings.proceedings.get(&self.0)?;
        Some(Step::EndProceeding(ProceedingEnd { number: self.0 }))
    }

    fn fits(&self, open: &OpenCase) -> bool {
        running(open, self.0).is_some()
    }

    fn begin(&self, open: &OpenCase) -> Answers {
        today(open)
    }

    fn sections(&self, _open: &OpenCase, asked: Asked<'_>) -> Vec<Section> {
        let outcome = asked
            .text("outcome", "How did they end?")
            .rows(3)
            .hint("1 or 2 sentences. Do not use names of children or families");
        vec![Section::plain(vec![Question::new("outcome", outcome), asked.when("on", "When did they end?")])]
    }

    fn read(&self, open: &OpenCase, fields: &mut Fields<'_>) -> Option<Command> {
        let outcome = fields.text("outcome", "Enter how the proceedings ended");
        let on = fields.known_when("on", "Date they ended", open.today);
        let step = Step::EndProceeding(ProceedingEnd { number: self.0 });
        Some(Command { on, step, words: Words::none().and(Word::Outcome, outcome) })
    }

    fn said(&self, _open: &OpenCase, answers: &Answers) -> Vec<Said> {
        vec![
            Said::new("outcome", "How they ended", answers.one("outcome")),
            Said::new("on", "Ended on", said_when(answers, "on")),
        ]
    }

    fn done(&self, after: &OpenCase, _command: &Command) -> (String, Option<String>) {
        let next = match after.case.stage {
            Stage::PublicationHeld => {
                Some("Publication is still held. Look whether it need wait any longer.")
            }
            Stage::LcsprHeld => Some("The LCSPR is still held. Look whether it can go on."),
            _ => None,
        };
        (format!("End of proceeding {} recorded", self.0), next.map(str::to_owned))
    }
}
