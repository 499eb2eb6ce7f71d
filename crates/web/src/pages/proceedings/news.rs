//! News of a proceeding, or something that was disclosed to it.

use case::proceedings::ProceedingNews;
use case::{Command, Step, Word, Words};

use super::{HOME, number_of, running};
use crate::case_view::OpenCase;
use crate::components::Radios;
use crate::form::asked::{Asked, Question, Section, said_when};
use crate::form::case_form::{Form, Said};
use crate::form::common::today;
use crate::form::data::Answers;
use crate::form::parse::Fields;

/// News of the proceeding of this number.
pub(super) struct News(u16);

/// The two kinds, as they are sent.
const KINDS: [(&str, &str); 2] =
    [("news", "News of the proceedings"), ("disclosure", "Something was disclosed to them")];

impl News {
    /// The form for the proceeding that an address names.
    pub(super) fn of(number: &str) -> Option<Self> {
        number_of(number).map(Self)
    }
}

impl Form for News {
    fn path(&self) -> String {
        format!("/proceedings/{}/news", self.0)
    }

    fn home(&self) -> &'static str {
        HOME
    }

    fn heading(&self) -> String {
        format!("Add news of proceeding {}", self.0)
    }

    fn intro(&self, open: &OpenCase) -> Vec<String> {
        let of = open.case.proceedings.proceedings.get(&self.0);
        of.map(|of| format!("Proceeding {}: {}.", self.0, of.proceeding.kind)).into_iter().collect()
    }

    fn button(&self) -> &'static str {
        "Add news"
    }

    fn step(&self, open: &OpenCase) -> Option<Step> {
        open.case.proceedings.proceedings.get(&self.0)?;
        Some(Step::RecordProceedingNews(ProceedingNews { number: self.0, disclosure: false }))
    }

    fn fits(&self, open: &OpenCase) -> bool {
        running(open, self.0).is_some()
    }

    fn begin(&self, open: &OpenCase) -> Answers {
        today(open)
    }

    fn sections(&self, _open: &OpenCase, asked: Asked<'_>) -> Vec<Section> {
        let what = Radios::new("what", "What is it?").strong().error(asked.problems.of("what"));
        let what =
            KINDS.iter().fold(what, |what, (value, label)| what.item(asked.choice("what", value, label)));
        let text = asked.text("text", "What is the news, or what was disclosed and to whom?").hint(
            "2 or 3 sentences. Everyone who may read the course of the case reads this. Do not use names of children or families",
        );
        vec![Section::plain(vec![
            Question::new("what", what),
            Question::new("text", text),
            asked.when("on", "When was that?"),
        ])]
    }

    fn read(&self, open: &OpenCase, fields: &mut Fields<'_>) -> Option<Command> {
        let disclosure = fields.answers().has("what", "disclosure");
        if !disclosure && !fields.answers().has("what", "news") {
            fields.problems.add("what", "Select whether it is news or a disclosure");
        }
        let missing = if disclosure { "Enter what was disclosed, and to whom" } else { "Enter the news" };
        let text = fields.text("text", missing);
        let on = fields.known_when("on", "Date", open.today);
        let step = Step::RecordProceedingNews(ProceedingNews { number: self.0, disclosure });
        Some(Command { on, step, words: Words::none().and(Word::Text, text) })
    }

    fn said(&self, _open: &OpenCase, answers: &Answers) -> Vec<Said> {
        let what = KINDS.iter().find(|(value, _)| answers.has("what", value));
        vec![
            Said::new("what", "What it is", what.map(|(_, label)| *label).unwrap_or_default()),
            Said::new("text", "News or disclosure", answers.one("text")),
            Said::new("on", "Date", said_when(answers, "on")),
        ]
    }

    fn done(&self, _after: &OpenCase, command: &Command) -> (String, Option<String>) {
        let is_disclosure = matches!(&command.step, Step::RecordProceedingNews(news) if news.disclosure);
        let what = if is_disclosure { "Disclosure to" } else { "News of" };
        (format!("{what} proceeding {} recorded", self.0), None)
    }
}
