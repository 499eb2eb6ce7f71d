//! A question of a form's own, which no kind fits: it says itself how it is drawn, read and said.

use calendar::NaiveDate;
use case::Word;

use super::Asks;
use crate::components::Html;
use crate::form::asked::Asked;
use crate::form::data::Answers;
use crate::form::parse::Fields;

/// A question of a form's own. What the form makes of its answer, it reads from the answers itself.
pub(crate) struct Own<'a> {
    name: &'static str,
    short: String,
    draw: Box<dyn Fn(Asked<'_>) -> Html + Send + Sync + 'a>,
    check: Box<dyn Fn(&mut Fields<'_>) + Send + Sync + 'a>,
    say: Box<dyn Fn(&Answers) -> String + Send + Sync + 'a>,
    starts: Answers,
}

impl<'a> Own<'a> {
    /// A question with how it is drawn.
    pub(crate) fn new(
        name: &'static str,
        short: impl Into<String>,
        draw: impl Fn(Asked<'_>) -> Html + Send + Sync + 'a,
    ) -> Self {
        Self {
            name,
            short: short.into(),
            draw: Box::new(draw),
            check: Box::new(|_| ()),
            say: Box::new(|_| String::new()),
            starts: Answers::default(),
        }
    }

    /// Reads the answer and notes what is wrong with it.
    pub(crate) fn checked(self, check: impl Fn(&mut Fields<'_>) + Send + Sync + 'a) -> Self {
        Self { check: Box::new(check), ..self }
    }

    /// With these answers when nobody has answered yet.
    pub(crate) fn starting(self, starts: Answers) -> Self {
        Self { starts, ..self }
    }

    /// How the answer is said in words.
    pub(crate) fn said(self, say: impl Fn(&Answers) -> String + Send + Sync + 'a) -> Self {
        Self { say: Box::new(say), ..self }
    }
}

impl Asks for Own<'_> {
    fn name(&self) -> &'static str {
        self.name
    }

    fn short(&self) -> String {
        self.short.clone()
    }

    fn word(&self) -> Option<Word> {
        None
    }

    fn draw(&self, asked: Asked<'_>) -> Html {
        (self.draw)(asked)
    }

    fn check(&self, fields: &mut Fields<'_>, _: NaiveDate) {
        (self.check)(fields);
    }

    fn say(&self, answers: &Answers) -> String {
        (self.say)(answers)
    }

    fn begin(&self, answers: Answers, _: NaiveDate) -> Answers {
        self.starts.iter().fold(answers, |answers, (name, value)| answers.and(name, value))
    }
}
