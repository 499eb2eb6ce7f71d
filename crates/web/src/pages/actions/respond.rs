//! Recording whether a recommendation is accepted.

use case::actions::RecommendationResponse;
use case::{Command, Step, Word, Words};

use super::HOME;
use super::told::recommendation;
use crate::case_view::OpenCase;
use crate::case_view::entries::Entries;
use crate::components::Radios;
use crate::form::asked::{Asked, Question, Section, said_when};
use crate::form::case_form::{Form, Said};
use crate::form::common::{and_word, today};
use crate::form::data::Answers;
use crate::form::parse::Fields;

/// The form.
pub(super) struct Respond(pub(super) u16);

impl Form for Respond {
    fn path(&self) -> String {
        format!("/actions/recommendations/{}", self.0)
    }

    fn home(&self) -> &'static str {
        HOME
    }

    fn heading(&self) -> String {
        format!("Record the answer to recommendation {}", self.0)
    }

    fn intro(&self, open: &OpenCase) -> Vec<String> {
        vec![recommendation(&Entries::of(&open.case), self.0)]
    }

    fn button(&self) -> &'static str {
        "Record answer"
    }

    fn step(&self, _open: &OpenCase) -> Option<Step> {
        Some(Step::RespondToRecommendation(RecommendationResponse { number: self.0, accepted: true }))
    }

    fn fits(&self, open: &OpenCase) -> bool {
        open.case.actions.recommendations.contains_key(&self.0) && open.shows(case::Area::RapidReview)
    }

    fn begin(&self, open: &OpenCase) -> Answers {
        today(open)
    }

    fn sections(&self, _open: &OpenCase, asked: Asked<'_>) -> Vec<Section> {
        let accepted =
            Radios::new("accepted", "Is it accepted?").strong().error(asked.problems.of("accepted"));
        let accepted = accepted
            .item(asked.choice("accepted", "yes", "Yes, it is accepted"))
            .item(asked.choice("accepted", "no", "No, it is not accepted"));
        let reason = asked
            .text("reason", "Why is it not accepted?")
            .rows(3)
            .hint("Only where it is not accepted. Everyone who may read the rapid review reads this. Do not use names of children or families");
        vec![Section::plain(vec![
            Question::new("accepted", accepted),
            Question::new("reason", reason),
            asked.when("on", "When was it answered?"),
        ])]
    }

    fn read(&self, open: &OpenCase, fields: &mut Fields<'_>) -> Option<Command> {
        let accepted = fields.answers().has("accepted", "yes");
        if !accepted && !fields.answers().has("accepted", "no") {
            fields.problems.add("accepted", "Select whether the recommendation is accepted");
        }
        let reason = fields.optional_text("reason").filter(|_| !accepted);
        if reason.is_none() && fields.answers().has("accepted", "no") {
            fields.problems.add("reason", "Enter why the recommendation is not accepted");
        }
        let on = fields.known_when("on", "Date of the answer", open.today);
        let step = Step::RespondToRecommendation(RecommendationResponse { number: self.0, accepted });
        Some(Command { on, step, words: and_word(Words::none(), Word::Reason, reason) })
    }

    fn said(&self, _open: &OpenCase, answers: &Answers) -> Vec<Said> {
        let accepted = match answers.one("accepted") {
            "yes" => "Yes",
            "no" => "No",
            _ => "",
        };
        vec![
            Said::new("accepted", "Accepted", accepted),
            Said::new("reason", "Why not", answers.one("reason")),
            Said::new("on", "Date", said_when(answers, "on")),
        ]
    }

    fn done(&self, after: &OpenCase, _command: &Command) -> (String, Option<String>) {
        let accepted = after.case.actions.recommendations.get(&self.0).and_then(|(_, accepted)| *accepted);
        let next = "Open the actions that carry it out.".to_owned();
        (format!("Answer to recommendation {} recorded", self.0), (accepted == Some(true)).then_some(next))
    }
}
