//! Recording that learning was shared.

use case::actions::{Learning, LearningKind};
use case::{Command, Step, Word, Words};

use super::HOME;
use crate::case_view::OpenCase;
use crate::form::asked::{Asked, Question, Section, said, said_when};
use crate::form::case_form::{Form, Said};
use crate::form::common::today;
use crate::form::data::Answers;
use crate::form::parse::Fields;

/// The form.
pub(super) struct NewLearning;

impl Form for NewLearning {
    fn path(&self) -> String {
        "/actions/learning/new".to_owned()
    }

    fn home(&self) -> &'static str {
        HOME
    }

    fn heading(&self) -> String {
        "Record learning that was shared".to_owned()
    }

    fn button(&self) -> &'static str {
        "Record learning"
    }

    fn step(&self, _open: &OpenCase) -> Option<Step> {
        Some(Step::ShareLearning(Learning { kind: LearningKind::Briefing }))
    }

    fn fits(&self, open: &OpenCase) -> bool {
        open.shows(case::Area::Overview)
    }

    fn begin(&self, open: &OpenCase) -> Answers {
        today(open)
    }

    fn sections(&self, _open: &OpenCase, asked: Asked<'_>) -> Vec<Section> {
        let text = asked
            .text("text", "What was shared, and with whom?")
            .rows(5)
            .hint("2 or 3 sentences. Everyone with access to the case reads this. Do not use names of children or families");
        vec![Section::plain(vec![
            Question::new("kind", asked.radios("kind", "How was it shared?", LearningKind::ALL)),
            Question::new("text", text),
            asked.when("on", "When was it shared?"),
        ])]
    }

    fn read(&self, open: &OpenCase, fields: &mut Fields<'_>) -> Option<Command> {
        let kind = fields.choice("kind", "Select how the learning was shared");
        let text = fields.text("text", "Enter what learning was shared, and with whom");
        let on = fields.known_when("on", "Date it was shared", open.today);
        let step = Step::ShareLearning(Learning { kind: kind? });
        Some(Command { on, step, words: Words::none().and(Word::Text, text) })
    }

    fn said(&self, _open: &OpenCase, answers: &Answers) -> Vec<Said> {
        vec![
            Said::new("kind", "How", said(answers.one("kind"), LearningKind::ALL)),
            Said::new("text", "What, and with whom", answers.one("text")),
            Said::new("on", "Date", said_when(answers, "on")),
        ]
    }

    fn done(&self, _after: &OpenCase, _command: &Command) -> (String, Option<String>) {
        ("Learning recorded".to_owned(), None)
    }
}
