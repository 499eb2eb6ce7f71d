//! The answers of a form as what its questions read them as.

use calendar::NaiveDate;
use case::{When, Word, Words};

use super::Questions;
use crate::form::data::Answers;
use crate::form::date_input;
use crate::form::parse::Fields;
use crate::form::question::{Asks, HAPPENED_ON, Question};

/// The answers to the questions of a form.
pub(crate) struct Read<'a> {
    pub(crate) answers: &'a Answers,
    questions: &'a Questions<'a>,
    today: NaiveDate,
}

impl<'a> Read<'a> {
    /// The answers to these questions.
    pub(super) fn new(questions: &'a Questions<'a>, answers: &'a Answers, today: NaiveDate) -> Self {
        Self { answers, questions, today }
    }

    /// The answer to a question that the form asks, once nothing is wrong with any.
    ///
    /// # Panics
    /// When a form asks for the answer to a question that it did not ask and that cannot be left out.
    pub(crate) fn of<T>(&self, question: &Question<T>) -> T {
        match self.maybe(question) {
            Some(answer) => answer,
            None => panic!("the form does not ask “{}”, or did not look at its answer", question.name),
        }
    }

    /// The answer to a question, while it is not known yet whether anything is wrong.
    pub(crate) fn maybe<T>(&self, question: &Question<T>) -> Option<T> {
        match self.questions.each().find(|asked| asked.name() == question.name) {
            Some(asked) => question.read(&asked.or_presumed(self.answers), self.today),
            None => question.absent(),
        }
    }

    /// When it happened that is recorded, where the form asks for that.
    pub(in crate::form) fn happened_on(&self) -> Option<When> {
        let asked = self.questions.each().find(|asked| asked.name() == HAPPENED_ON)?;
        let when = date_input::read(&asked.or_presumed(self.answers), HAPPENED_ON, "").ok()?;
        Some(when.unwrap_or(When::NotKnown))
    }

    /// The answers, for what a form reads in its own way.
    pub(crate) fn fields(&self) -> Fields<'a> {
        Fields::of(self.answers)
    }

    /// Whether the form asks this.
    pub(crate) fn asks(&self, name: &str) -> bool {
        self.questions.names().any(|asked| asked == name)
    }

    /// Everything that was written and that the record keeps as words.
    pub(crate) fn words(&self) -> Words {
        self.questions.each().fold(Words::none(), |words, question| {
            match (question.word(), self.written(question)) {
                (Some(word), Some(text)) => words.and(word, text),
                _ => words,
            }
        })
    }

    /// What was written for one word, under whatever name it was asked.
    pub(crate) fn word(&self, word: Word) -> Option<String> {
        self.words().get(word).map(str::to_owned)
    }

    fn written(&self, question: &(dyn Asks + '_)) -> Option<String> {
        Fields::of(&question.or_presumed(self.answers)).optional_text(question.name())
    }
}
