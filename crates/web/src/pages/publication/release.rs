//! Ending the hold on publication.

use case::{Command, Fact, Move, Step, Word, Words};

use super::HOME;
use crate::case_view::OpenCase;
use crate::case_view::entries::{Entries, wrote};
use crate::form::asked::{Asked, Question, Section, said_when};
use crate::form::case_form::{Form, Said};
use crate::form::common::today;
use crate::form::data::Answers;
use crate::form::parse::Fields;

/// The end of the hold.
pub(super) struct Release;

impl Form for Release {
    fn path(&self) -> String {
        "/publication/release".to_owned()
    }

    fn home(&self) -> &'static str {
        HOME
    }

    fn heading(&self) -> String {
        "End the hold on publication".to_owned()
    }

    fn intro(&self, open: &OpenCase) -> Vec<String> {
        let entries = Entries::of(&open.case);
        let held = entries.last(|fact| matches!(fact, Fact::PublicationHeld(_))).map(|(_, event)| event);
        let why = held.map(|event| (event.on, wrote(event, Word::Reason)));
        why.map(|(on, why)| format!("Held since {on}. {why}")).into_iter().collect()
    }

    fn button(&self) -> &'static str {
        "End the hold"
    }

    fn step(&self, _open: &OpenCase) -> Option<Step> {
        Some(Step::ReleasePublication)
    }

    fn fits(&self, open: &OpenCase) -> bool {
        open.case.stage.after(Move::ReleasePublication).is_some()
    }

    fn begin(&self, open: &OpenCase) -> Answers {
        today(open)
    }

    fn sections(&self, _open: &OpenCase, asked: Asked<'_>) -> Vec<Section> {
        let reason = asked
            .text("reason", "Why need publication not wait any longer?")
            .rows(3)
            .hint("Do not use names of children or families");
        vec![Section::plain(vec![Question::new("reason", reason), asked.when("on", "Since when?")])]
    }

    fn read(&self, open: &OpenCase, fields: &mut Fields<'_>) -> Option<Command> {
        let reason = fields.text("reason", "Enter why publication need not wait any longer");
        let on = fields.known_when("on", "Date the hold ended", open.today);
        Some(Command { on, step: Step::ReleasePublication, words: Words::none().and(Word::Reason, reason) })
    }

    fn said(&self, _open: &OpenCase, answers: &Answers) -> Vec<Said> {
        vec![
            Said::new("reason", "Why", answers.one("reason")),
            Said::new("on", "Ended on", said_when(answers, "on")),
        ]
    }

    fn done(&self, _after: &OpenCase, _command: &Command) -> (String, Option<String>) {
        let next = "Plan the publication date anew. Copies go out again if the report has changed.";
        ("The hold on publication has ended".to_owned(), Some(next.to_owned()))
    }
}
