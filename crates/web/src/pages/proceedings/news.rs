//! News of a proceeding, or something that was disclosed to it.

use case::proceedings::ProceedingNews;
use case::{Command, Step, StepKind, When, Word};
use serde::{Deserialize, Serialize};

use super::{HOME, introduced, number_of, running};
use crate::case_view::OpenCase;
use crate::form::asked::code;
use crate::form::question::{Offer, Question, happened_on, one_of, text};
use crate::form::{Answers, Form, Intro, Page, Questions, Read, Recording};
use crate::session::Flash;

const WHAT: Question<Option<What>> =
    one_of("what", "What is it?").short("What it is").missing("Select whether it is news or a disclosure");
const TEXT: Question<String> = text(Word::Text, "What is the news, or what was disclosed and to whom?")
    .short("News or disclosure")
    .missing("Enter the news")
    .hint(
        "2 or 3 sentences. Everyone who may read the course of the case reads this. Do not use names of children or families",
    );
const ON: Question<When> = happened_on("When was that?", "Date");

/// News, or a disclosure.
#[derive(Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum What {
    News,
    Disclosure,
}

/// News of the proceeding of this number.
pub(super) struct News(u16);

impl News {
    /// The form for the proceeding that an address names.
    pub(super) fn of(number: &str) -> Option<Self> {
        number_of(number).map(Self)
    }
}

impl Form for News {
    fn page(&self) -> Page {
        let heading = format!("Add news of proceeding {}", self.0);
        Page::new(StepKind::RecordProceedingNews, format!("/proceedings/{}/news", self.0), HOME, heading)
            .button("Add news")
    }

    fn right(&self, open: &OpenCase) -> Option<StepKind> {
        open.case.proceedings.proceedings.contains_key(&self.0).then_some(StepKind::RecordProceedingNews)
    }

    fn fits(&self, open: &OpenCase) -> bool {
        running(open, self.0).is_some()
    }

    fn intro(&self, open: &OpenCase) -> Intro {
        introduced(open, self.0)
    }

    fn questions<'a>(&'a self, _open: &'a OpenCase, answers: &'a Answers) -> Questions<'a> {
        let is_disclosure = answers.has(WHAT.name, &code(&What::Disclosure));
        let disclosed = TEXT.missing("Enter what was disclosed, and to whom");
        let what = WHAT.among([
            Offer::new(&What::News, "News of the proceedings"),
            Offer::new(&What::Disclosure, "Something was disclosed to them"),
        ]);
        Questions::new().ask(what).ask(if is_disclosure { disclosed } else { TEXT }).ask(ON)
    }

    fn step(&self, _open: &OpenCase, read: &Read<'_>) -> Recording {
        let disclosure = read.of(&WHAT) == Some(What::Disclosure);
        Step::RecordProceedingNews(ProceedingNews { number: self.0, disclosure }).into()
    }

    fn done(&self, _after: &OpenCase, recorded: &[Command]) -> Flash {
        let is_disclosure =
            |command: &Command| matches!(&command.step, Step::RecordProceedingNews(news) if news.disclosure);
        let what = if recorded.iter().any(is_disclosure) { "Disclosure to" } else { "News of" };
        Flash::new(format!("{what} proceeding {} recorded", self.0))
    }
}
