//! Replacing an action, perhaps by another one.

use case::actions::ActionSuperseded;
use case::{Command, Step, StepKind, When, Word};

use super::record::ActionRecord;
use super::{HOME, READERS, of_action};
use crate::case_view::OpenCase;
use crate::form::question::{Offer, Question, happened_on, one_of, text};
use crate::form::{Answers, Form, Page, Questions, Read, Recording};
use crate::session::Flash;
use crate::text::grammar::shortened;

const BY: Question<Option<u16>> = one_of("by", "Which action replaces it?").short("Replaced by").in_a_list();
const REASON: Question<String> = text(Word::Reason, "Why is it replaced?")
    .short("Why")
    .missing("Enter why the action is replaced")
    .hint(READERS)
    .rows(3);
const ON: Question<When> = happened_on("When was that agreed?", "Date it was replaced").short("Agreed");

/// Replacing the action of this number.
pub(super) struct Supersede(pub(super) u16);

impl Supersede {
    /// The other actions that are not closed, each with what it changes.
    fn others(&self, open: &OpenCase) -> impl Iterator<Item = Offer> {
        let others = open.case.actions.open().map(|action| action.action.number);
        others.filter(|other| *other != self.0).map(|other| {
            let text = ActionRecord::of(&open.case, other).map(|action| shortened(&action.text(), 80));
            Offer::new(&other, format!("Action {other}: {}", text.unwrap_or_default()))
        })
    }
}

impl Form for Supersede {
    fn page(&self) -> Page {
        let heading = format!("Replace action {}", self.0);
        Page::new(StepKind::SupersedeAction, of_action(self.0, "/supersede"), HOME, heading)
            .button("Record as replaced")
            .checked("Check and record the action as replaced")
            .leading_to(of_action(self.0, ""))
    }

    fn fits(&self, open: &OpenCase) -> bool {
        super::is_not_closed(open, self.0)
    }

    fn questions<'a>(&'a self, open: &'a OpenCase, _answers: &'a Answers) -> Questions<'a> {
        let none = Offer::nothing("None of them");
        let by = BY.among([none].into_iter().chain(self.others(open)));
        Questions::new().ask(by).ask(REASON).ask(ON)
    }

    fn step(&self, _open: &OpenCase, read: &Read<'_>) -> Recording {
        Step::SupersedeAction(ActionSuperseded { number: self.0, by: read.of(&BY) }).into()
    }

    fn happens(&self, _open: &OpenCase, _after: &OpenCase) -> Vec<String> {
        vec!["The action is closed, whether it was done or not. It stays in the action plan and in the history.".to_owned()]
    }

    fn done(&self, after: &OpenCase, _recorded: &[Command]) -> Flash {
        Flash::new(format!("Action {} replaced", self.0)).next(super::left(after))
    }
}
