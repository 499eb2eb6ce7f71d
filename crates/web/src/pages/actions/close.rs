//! Closing an action: with evidence that it made a difference, or with the reason why without.

use case::actions::{ActionClosed, ActionStanding};
use case::{Command, Step, Word, Words};

use super::HOME;
use crate::case_view::OpenCase;
use crate::form::asked::{Asked, Question, Section, said_when};
use crate::form::case_form::{Form, Said};
use crate::form::common::today;
use crate::form::data::Answers;
use crate::form::parse::Fields;
use crate::text::date;

/// The form.
pub(super) struct Close(pub(super) u16);

impl Form for Close {
    fn path(&self) -> String {
        format!("/actions/{}/close", self.0)
    }

    fn home(&self) -> &'static str {
        HOME
    }

    fn heading(&self) -> String {
        format!("Close action {}", self.0)
    }

    fn intro(&self, open: &OpenCase) -> Vec<String> {
        let Some(action) = open.case.actions.actions.get(&self.0) else { return Vec::new() };
        let done = match action.done {
            Some(done) => format!("Done: {}.", date::when(done)),
            None => "It is not done.".to_owned(),
        };
        let effect = match &action.impact {
            Some(impact) => format!("Its effect was judged: {}.", impact.judgement),
            None => "Its effect was not judged.".to_owned(),
        };
        vec![done, effect]
    }

    fn button(&self) -> &'static str {
        "Close the action"
    }

    fn step(&self, _open: &OpenCase) -> Option<Step> {
        Some(Step::CloseAction(ActionClosed { number: self.0 }))
    }

    fn fits(&self, open: &OpenCase) -> bool {
        super::is_not_closed(open, self.0)
    }

    fn begin(&self, open: &OpenCase) -> Answers {
        today(open)
    }

    fn sections(&self, open: &OpenCase, asked: Asked<'_>) -> Vec<Section> {
        let on = asked.when("on", "When was it agreed that it is closed?");
        if made_a_difference(open, self.0) {
            return vec![Section::plain(vec![on])];
        }
        let reason = asked
            .text("reason", "Why is it closed without evidence of a difference?")
            .rows(3)
            .hint("2 or 3 sentences. Everyone who may read the action reads this. Do not use names of children or families");
        vec![Section::plain(vec![Question::new("reason", reason), on])]
    }

    fn read(&self, open: &OpenCase, fields: &mut Fields<'_>) -> Option<Command> {
        let words = if made_a_difference(open, self.0) {
            Words::none()
        } else {
            let missing =
                "Judge the effect of the action first, or enter why it is closed without evidence of any";
            Words::none().and(Word::Reason, fields.text("reason", missing))
        };
        let on = fields.known_when("on", "Date it was closed", open.today);
        Some(Command { on, step: Step::CloseAction(ActionClosed { number: self.0 }), words })
    }

    fn said(&self, open: &OpenCase, answers: &Answers) -> Vec<Said> {
        let reason = (!made_a_difference(open, self.0))
            .then(|| Said::new("reason", "Why without evidence of a difference", answers.one("reason")));
        reason.into_iter().chain([Said::new("on", "Closed", said_when(answers, "on"))]).collect()
    }

    fn check_heading(&self) -> Option<&'static str> {
        Some("Check and close the action")
    }

    fn happens(&self, _open: &OpenCase, _after: &OpenCase) -> Vec<String> {
        vec![
            "No more updates can be added, and its date is no longer shown as due.".to_owned(),
            "It stays readable in the action plan and in the history.".to_owned(),
        ]
    }

    fn next(&self) -> String {
        format!("/actions/{}", self.0)
    }

    fn done(&self, after: &OpenCase, _command: &Command) -> (String, Option<String>) {
        (format!("Action {} closed", self.0), Some(super::left(after)))
    }
}

fn made_a_difference(open: &OpenCase, number: u16) -> bool {
    open.case.actions.actions.get(&number).is_some_and(ActionStanding::made_a_difference)
}
