//! The review ends without an LCSPR.

use case::{Command, Move, Step, Word, Words};

use super::HOME;
use crate::answers::Answers;
use crate::asked::{Asked, Question, Section, said_when};
use crate::case_form::{Form, Said};
use crate::fields::Fields;
use crate::open_case::OpenCase;
use crate::reading::today;
use crate::words::text::several;

/// The end of the review at the rapid review.
pub(super) struct CloseReview;

/// Where the Panel wants an LCSPR and the partners depart from its view.
fn departs(open: &OpenCase) -> bool {
    let wants = case::panel::PanelOutcome::DisagreeWantsLcspr;
    open.case.panel.open_disagreement().is_some_and(|letter| letter.outcome == wants)
}

impl Form for CloseReview {
    fn path(&self) -> String {
        "/panel/close".to_owned()
    }

    fn home(&self) -> &'static str {
        HOME
    }

    fn heading(&self) -> String {
        "End the review without an LCSPR".to_owned()
    }

    fn intro(&self, open: &OpenCase) -> Vec<String> {
        let departs = departs(open).then(|| {
            "The Panel thinks that an LCSPR is warranted. The partners may decide otherwise: their reasons go to the Panel."
                .to_owned()
        });
        departs.into_iter().collect()
    }

    fn button(&self) -> &'static str {
        "Record that there is no LCSPR"
    }

    fn step(&self, _open: &OpenCase) -> Option<Step> {
        Some(Step::CloseAtRapidReview)
    }

    fn fits(&self, open: &OpenCase) -> bool {
        open.case.stage.after(Move::EndAtRapidReview).is_some()
    }

    fn begin(&self, open: &OpenCase) -> Answers {
        today(open)
    }

    fn sections(&self, open: &OpenCase, asked: Asked<'_>) -> Vec<Section> {
        let why = if departs(open) {
            "Why do the partners depart from the Panel’s view?"
        } else {
            "Why is there no LCSPR?"
        };
        let reason = asked.text("reason", why).rows(4).hint("Do not use names of children or families");
        vec![Section::plain(vec![
            Question::new("reason", reason),
            asked.when("on", "When was this decided?"),
        ])]
    }

    fn read(&self, open: &OpenCase, fields: &mut Fields<'_>) -> Option<Command> {
        let reason = fields.text("reason", "Enter why there is no LCSPR");
        let on = fields.known_when("on", "Date of the decision", open.today);
        Some(Command { on, step: Step::CloseAtRapidReview, words: Words::none().and(Word::Reason, reason) })
    }

    fn said(&self, _open: &OpenCase, answers: &Answers) -> Vec<Said> {
        vec![
            Said::new("reason", "Why", answers.one("reason")),
            Said::new("on", "Decided on", said_when(answers, "on")),
        ]
    }

    fn check_heading(&self) -> Option<&'static str> {
        Some("Check and end the review without an LCSPR")
    }

    fn happens(&self, open: &OpenCase, _after: &OpenCase) -> Vec<String> {
        let actions = match open.case.actions.open().count() {
            0 => "No action is open. Learning and actions can still be recorded.".to_owned(),
            open => format!("{} and go on.", several(open, "action is open", "actions are open")),
        };
        let told =
            departs(open).then(|| "Send the reasons to the Panel. We do not send them for you.".to_owned());
        let stages = "The stages of the LCSPR and of publication read “Not needed”.".to_owned();
        [stages, actions].into_iter().chain(told).collect()
    }

    fn done(&self, _after: &OpenCase, _command: &Command) -> (String, Option<String>) {
        let next = "Turn to the actions next.";
        ("Recorded that there is no LCSPR".to_owned(), Some(next.to_owned()))
    }
}
