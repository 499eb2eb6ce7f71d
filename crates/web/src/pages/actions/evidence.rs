//! Judging whether an action made a difference.

use case::actions::{ActionStanding, EvidenceKind, ImpactJudged, Judgement};
use case::{Command, Step, StepKind, When, Word};

use super::{HOME, of_action};
use crate::case_view::OpenCase;
use crate::form::question::{Question, choice, happened_on, line, text};
use crate::form::{Answers, Form, Page, Questions, Read, Recording};
use crate::session::Flash;

const KIND: Question<EvidenceKind> = choice("kind", "What kind of evidence is it?")
    .short("Kind of evidence")
    .missing("Select what kind of evidence it is");
const SHOWS: Question<String> = text(Word::Evidence, "What does the evidence show?")
    .short("What it shows")
    .missing("Enter what the evidence shows")
    .hint("What was looked at, how much of it, and what changed. Do not use names of children or families")
    .rows(6);
const JUDGEMENT: Question<Judgement> = choice("judgement", "Did the action make a difference?")
    .short("Difference")
    .missing("Select whether the action made a difference");
const JUDGED_BY: Question<String> = line(Word::DecidedBy, "Who judged it?")
    .missing("Enter who judged it")
    .hint("Name and job title, or a group");
const ON: Question<When> = happened_on("When was it judged?", "Date it was judged").short("Judged");

/// The effect of the action of this number.
pub(super) struct Evidence(pub(super) u16);

impl Form for Evidence {
    fn page(&self) -> Page {
        let heading = format!("Judge whether action {} made a difference", self.0);
        Page::new(StepKind::JudgeImpact, of_action(self.0, "/evidence"), HOME, heading)
            .button("Record judgement")
            .leading_to(of_action(self.0, ""))
    }

    fn fits(&self, open: &OpenCase) -> bool {
        let action = open.case.actions.actions.get(&self.0);
        action.is_some_and(|action| action.done.is_some() && action.closed.is_none())
    }

    fn questions<'a>(&'a self, _open: &'a OpenCase, _answers: &'a Answers) -> Questions<'a> {
        Questions::new().ask(KIND).ask(SHOWS).ask(JUDGEMENT).ask(JUDGED_BY).ask(ON)
    }

    fn step(&self, _open: &OpenCase, read: &Read<'_>) -> Recording {
        let (kind, judgement) = (read.of(&KIND), read.of(&JUDGEMENT));
        Step::JudgeImpact(ImpactJudged { number: self.0, kind, judgement }).into()
    }

    fn done(&self, after: &OpenCase, _recorded: &[Command]) -> Flash {
        let shown = after.case.actions.actions.get(&self.0).is_some_and(ActionStanding::made_a_difference);
        let next =
            if shown { "The action can be closed." } else { "Look again when there is more evidence." };
        Flash::new(format!("Effect of action {} judged", self.0)).next(next.to_owned())
    }
}
