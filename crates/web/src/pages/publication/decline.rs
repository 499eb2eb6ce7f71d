//! Deciding to publish neither the report nor the improvements.

use case::decisions::Question as Decided;
use case::publication::PublicationDeclined;
use case::{ClockKey, Command, Move, Step, When, Word, Words};

use super::exceptional::{agreement, begin, read_told, still_to_tell, told_questions, told_said};
use super::{HOME, dates};
use crate::case_view::OpenCase;
use crate::form::asked::{Asked, Question, Section, said_when};
use crate::form::case_form::{Form, Said};
use crate::form::data::Answers;
use crate::form::parse::Fields;

/// Nothing is published.
pub(super) struct Decline;

impl Form for Decline {
    fn path(&self) -> String {
        "/publication/decline".to_owned()
    }

    fn home(&self) -> &'static str {
        HOME
    }

    fn heading(&self) -> String {
        "Record that nothing is published".to_owned()
    }

    fn intro(&self, open: &OpenCase) -> Vec<String> {
        let rare = "Neither the report nor the improvements. The explanation goes to the National Panel and the \
                    Secretary of State, and what they say about it must be considered.";
        vec![rare.to_owned(), agreement(open, Decided::NotPublish)]
    }

    fn button(&self) -> &'static str {
        "Record that nothing is published"
    }

    fn step(&self, _open: &OpenCase) -> Option<Step> {
        let (panel_told, secretary_of_state_told) = (When::NotKnown, When::NotKnown);
        Some(Step::DeclineToPublish(PublicationDeclined { panel_told, secretary_of_state_told }))
    }

    fn fits(&self, open: &OpenCase) -> bool {
        open.case.stage.after(Move::DeclineToPublish).is_some()
    }

    fn begin(&self, open: &OpenCase) -> Answers {
        begin(open)
    }

    fn sections(&self, _open: &OpenCase, asked: Asked<'_>) -> Vec<Section> {
        let reason = asked
            .text("reason", "Why is nothing published?")
            .hint("The explanation given to the National Panel and the Secretary of State. Do not use names of children or families");
        let mut questions = vec![Question::new("reason", reason), asked.when("on", "When was it decided?")];
        questions.extend(told_questions(asked));
        vec![Section::plain(questions)]
    }

    fn read(&self, open: &OpenCase, fields: &mut Fields<'_>) -> Option<Command> {
        let reason = fields.text("reason", "Enter the explanation given to the National Panel");
        let on = fields.known_when("on", "Date of the decision", open.today);
        let (panel_told, secretary_of_state_told) = read_told(fields);
        let step = Step::DeclineToPublish(PublicationDeclined { panel_told, secretary_of_state_told });
        Some(Command { on, step, words: Words::none().and(Word::Reason, reason) })
    }

    fn said(&self, _open: &OpenCase, answers: &Answers) -> Vec<Said> {
        let mut lines = vec![
            Said::new("reason", "Why nothing is published", answers.one("reason")),
            Said::new("on", "Decided on", said_when(answers, "on")),
        ];
        lines.extend(told_said(answers));
        lines
    }

    fn check_heading(&self) -> Option<&'static str> {
        Some("Check and record that nothing is published")
    }

    fn happens(&self, _open: &OpenCase, after: &OpenCase) -> Vec<String> {
        let learning = "The learning and the actions go on all the same.".to_owned();
        dates::stands(after, ClockKey::Lcspr).into_iter().chain([learning]).collect()
    }

    fn done(&self, _after: &OpenCase, command: &Command) -> (String, Option<String>) {
        let tell = match &command.step {
            Step::DeclineToPublish(of) => still_to_tell(of.panel_told, of.secretary_of_state_told),
            _ => None,
        };
        ("Recorded that nothing is published".to_owned(), tell)
    }
}
