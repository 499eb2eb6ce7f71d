//! A question with what depends on the case, or on who is asked.

use std::borrow::Cow;

use calendar::NaiveDate;
use case::Word;

use super::{Asks, Offer, Question};
use crate::components::Html;
use crate::form::asked::Asked;
use crate::form::data::Answers;
use crate::form::parse::Fields;

/// A question with what depends on the case.
pub(crate) struct Tailored<T: 'static> {
    pub(super) question: Question<T>,
    pub(super) label: String,
    pub(super) hint: String,
    pub(super) missing: String,
    /// The choices; none where they are those that the kind has by itself.
    pub(super) offers: Option<Vec<Offer>>,
    starts: Option<T>,
    /// What is taken for the answer as long as none was sent.
    presumed: Option<T>,
    /// What the check page says in place of the answer.
    said_as: Option<String>,
}

impl<T> From<Question<T>> for Tailored<T> {
    fn from(question: Question<T>) -> Self {
        let [label, hint, missing] = [question.label, question.hint, question.missing].map(str::to_owned);
        Self { question, label, hint, missing, offers: None, starts: None, presumed: None, said_as: None }
    }
}

impl<T> Tailored<T> {
    /// With a label that says something of the case.
    pub(crate) fn labelled(self, label: impl Into<String>) -> Self {
        Self { label: label.into(), ..self }
    }

    /// With a hint that says something of the case.
    pub(crate) fn hinted(self, hint: impl Into<String>) -> Self {
        Self { hint: hint.into(), ..self }
    }

    /// With these choices and no others.
    pub(crate) fn among(self, offers: impl IntoIterator<Item = Offer>) -> Self {
        Self { offers: Some(offers.into_iter().collect()), ..self }
    }

    /// With what to do where there is no answer, which says something of the case.
    pub(crate) fn missing(self, missing: impl Into<String>) -> Self {
        Self { missing: missing.into(), ..self }
    }

    /// With this answer when nobody has answered yet.
    pub(crate) fn starting(self, value: T) -> Self {
        self.starting_if(Some(value))
    }

    /// With this answer, where there is one, when nobody has answered yet.
    pub(crate) fn starting_if(self, value: Option<T>) -> Self {
        Self { starts: value, ..self }
    }

    /// With these words on the check page, which say more than the answer alone.
    pub(crate) fn said_as(self, words: impl Into<String>) -> Self {
        Self { said_as: Some(words.into()), ..self }
    }

    /// With this answer as long as none was sent: it is answered for the writer.
    pub(crate) fn presuming(self, value: T) -> Self {
        Self { presumed: Some(value), ..self }
    }

    pub(super) fn name(&self) -> &'static str {
        self.question.name
    }

    pub(super) fn hint(&self) -> Option<&str> {
        Some(self.hint.as_str()).filter(|hint| !hint.is_empty())
    }
}

impl<T: Send + Sync> Asks for Tailored<T> {
    fn name(&self) -> &'static str {
        self.name()
    }

    fn short(&self) -> String {
        if self.question.look.unsaid {
            String::new()
        } else if self.question.short.is_empty() {
            self.label.trim_end_matches(" (optional)").trim_end_matches('?').to_owned()
        } else {
            self.question.short.to_owned()
        }
    }

    fn word(&self) -> Option<Word> {
        self.question.word
    }

    fn draw(&self, asked: Asked<'_>) -> Html {
        self.question.kind.draw(self, Asked { answers: &self.or_presumed(asked.answers), ..asked })
    }

    fn check(&self, fields: &mut Fields<'_>, today: NaiveDate) {
        if self.presumed.is_none() || fields.answers().is_sent(self.name()) {
            self.question.kind.read(self, fields, today);
        }
    }

    fn say(&self, answers: &Answers) -> String {
        let said = || self.question.kind.say(self, &self.or_presumed(answers));
        self.said_as.clone().unwrap_or_else(said)
    }

    fn begin(&self, answers: Answers, today: NaiveDate) -> Answers {
        let kind = self.question.kind;
        let begins = kind.begins(today);
        match self.starts.as_ref().or(begins.as_ref()) {
            Some(value) => kind.put(self.name(), value, answers),
            None => answers,
        }
    }

    fn understood(&self, answers: &Answers, today: NaiveDate) -> Answers {
        let (name, kind) = (self.name(), self.question.kind);
        let read = |answers: &Answers| {
            let mut fields = Fields::of(answers);
            kind.read(self, &mut fields, today).filter(|_| fields.are_fine())
        };
        let sent = answers.many(name).filter(|value| !value.trim().is_empty());
        let kept = sent.fold(Answers::default(), |kept, value| {
            let more = kept.clone().and(name, value);
            if kept.has(name, value) || read(&more).is_none() { kept } else { more }
        });
        let put = |value| kind.put(name, &value, Answers::default());
        read(&kept).filter(|_| !kept.is_blank()).map(put).unwrap_or_default()
    }

    fn or_presumed<'b>(&self, answers: &'b Answers) -> Cow<'b, Answers> {
        match &self.presumed {
            Some(value) if !answers.is_sent(self.name()) => {
                Cow::Owned(self.question.kind.put(self.name(), value, answers.clone()))
            }
            _ => Cow::Borrowed(answers),
        }
    }
}
