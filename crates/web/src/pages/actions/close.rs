//! Closing an action: with evidence that it made a difference, or with the reason why without.

use case::actions::{ActionClosed, ActionStanding};
use case::{Command, Step, StepKind, When, Word};

use super::{HOME, READERS, of_action};
use crate::case_view::OpenCase;
use crate::form::question::{Question, happened_on, text};
use crate::form::{Answers, Form, Intro, Page, Questions, Read, Recording};
use crate::session::Flash;
use crate::text::date;

const REASON: Question<String> = text(Word::Reason, "Why is it closed without evidence of a difference?")
    .short("Why without evidence of a difference")
    .missing("Judge the effect of the action first, or enter why it is closed without evidence of any")
    .hint(READERS)
    .rows(3);
const ON: Question<When> =
    happened_on("When was it agreed that it is closed?", "Date it was closed").short("Closed");

/// Closing the action of this number.
pub(super) struct Close(pub(super) u16);

impl Form for Close {
    fn page(&self) -> Page {
        let heading = format!("Close action {}", self.0);
        Page::new(StepKind::CloseAction, of_action(self.0, "/close"), HOME, heading)
            .button("Close the action")
            .checked("Check and close the action")
            .leading_to(of_action(self.0, ""))
    }

    fn fits(&self, open: &OpenCase) -> bool {
        super::is_not_closed(open, self.0)
    }

    fn intro(&self, open: &OpenCase) -> Intro {
        let Some(action) = open.case.actions.actions.get(&self.0) else { return Intro::default() };
        let done = match action.done {
            Some(done) => format!("Done: {}.", date::when(done)),
            None => "It is not done.".to_owned(),
        };
        let effect = match &action.impact {
            Some(impact) => format!("Its effect was judged: {}.", impact.judgement),
            None => "Its effect was not judged.".to_owned(),
        };
        Intro::say(done).and(effect)
    }

    fn questions<'a>(&'a self, open: &'a OpenCase, _answers: &'a Answers) -> Questions<'a> {
        let action = open.case.actions.actions.get(&self.0);
        let made_a_difference = action.is_some_and(ActionStanding::made_a_difference);
        Questions::new().ask_if(!made_a_difference, REASON).ask(ON)
    }

    fn step(&self, _open: &OpenCase, _read: &Read<'_>) -> Recording {
        Step::CloseAction(ActionClosed { number: self.0 }).into()
    }

    fn happens(&self, _open: &OpenCase, _after: &OpenCase) -> Vec<String> {
        vec![
            "No more updates can be added, and its date is no longer shown as due.".to_owned(),
            "It stays readable in the action plan and in the history.".to_owned(),
        ]
    }

    fn done(&self, after: &OpenCase, _recorded: &[Command]) -> Flash {
        Flash::new(format!("Action {} closed", self.0)).next(super::left(after))
    }
}
