//! Holding publication, for a trial, an inquest or the family.

use case::decisions::Question as Decided;
use case::publication::PublicationHold;
use case::{Command, Move, Step, When, Word, Words};

use super::HOME;
use super::exceptional::{agreement, begin, read_told, still_to_tell, told_questions, told_said};
use crate::case_view::{OpenCase, deadline_text};
use crate::form::asked::{Asked, Question, Section, said_when};
use crate::form::case_form::{Form, Said};
use crate::form::data::Answers;
use crate::form::parse::Fields;
use crate::text::date;

/// The hold.
pub(super) struct Hold;

impl Form for Hold {
    fn path(&self) -> String {
        "/publication/hold".to_owned()
    }

    fn home(&self) -> &'static str {
        HOME
    }

    fn heading(&self) -> String {
        "Hold publication".to_owned()
    }

    fn intro(&self, open: &OpenCase) -> Vec<String> {
        let clock = "The six months do not stop. Once the National Panel has been told why, the review is shown as \
                     late and explained.";
        vec![agreement(open, Decided::HoldPublication), clock.to_owned()]
    }

    fn button(&self) -> &'static str {
        "Hold publication"
    }

    fn step(&self, open: &OpenCase) -> Option<Step> {
        let (panel_told, secretary_of_state_told) = (When::NotKnown, When::NotKnown);
        let review_on = open.today;
        Some(Step::HoldPublication(PublicationHold { review_on, panel_told, secretary_of_state_told }))
    }

    fn fits(&self, open: &OpenCase) -> bool {
        open.case.stage.after(Move::HoldPublication).is_some()
    }

    fn begin(&self, open: &OpenCase) -> Answers {
        begin(open)
    }

    fn sections(&self, _open: &OpenCase, asked: Asked<'_>) -> Vec<Section> {
        let reason = asked
            .text("reason", "Why does publication wait?")
            .hint("2 or 3 sentences. The National Panel and the Secretary of State are told this. Do not use names of children or families");
        let review = asked
            .date("review_on", "When will the hold be looked at again?")
            .hint("For example, 27 6 2026. The service reminds the business unit");
        let mut questions = vec![
            Question::new("reason", reason),
            asked.when("on", "When was it decided?"),
            Question::new("review_on", review),
        ];
        questions.extend(told_questions(asked));
        vec![Section::plain(questions)]
    }

    fn read(&self, open: &OpenCase, fields: &mut Fields<'_>) -> Option<Command> {
        let reason = fields.text("reason", "Enter why publication waits");
        let on = fields.known_when("on", "Date of the decision", open.today);
        let review_on = fields.day("review_on", "Date to look at the hold again");
        let (panel_told, secretary_of_state_told) = read_told(fields);
        let hold = PublicationHold { review_on: review_on?, panel_told, secretary_of_state_told };
        Some(Command {
            on,
            step: Step::HoldPublication(hold),
            words: Words::none().and(Word::Reason, reason),
        })
    }

    fn said(&self, _open: &OpenCase, answers: &Answers) -> Vec<Said> {
        let mut lines = vec![
            Said::new("reason", "Why publication waits", answers.one("reason")),
            Said::new("on", "Decided on", said_when(answers, "on")),
            Said::new("review_on", "Looked at again", said_when(answers, "review_on")),
        ];
        lines.extend(told_said(answers));
        lines
    }

    fn check_heading(&self) -> Option<&'static str> {
        Some("Check and hold publication")
    }

    fn happens(&self, _open: &OpenCase, after: &OpenCase) -> Vec<String> {
        let nothing = "Nothing can be published until the hold is ended.".to_owned();
        [nothing]
            .into_iter()
            .chain(deadline_text::due(after, case::ClockKey::Lcspr, "The review is still due"))
            .collect()
    }

    fn done(&self, _after: &OpenCase, command: &Command) -> (String, Option<String>) {
        let next = match &command.step {
            Step::HoldPublication(hold) => deadline_text::together([
                Some(format!("Look at it again on {}.", date::weekday(hold.review_on))),
                still_to_tell(hold.panel_told, hold.secretary_of_state_told),
            ]),
            _ => None,
        };
        ("Publication is held".to_owned(), next)
    }
}
