//! A question, whatever its answer is read as.

use std::borrow::Cow;

use calendar::NaiveDate;
use case::Word;

use crate::components::Html;
use crate::form::asked::Asked;
use crate::form::data::Answers;
use crate::form::parse::Fields;

/// A question of any kind, as a form lists it.
pub(crate) trait Asks: Send + Sync {
    /// The name of its answer.
    fn name(&self) -> &'static str;

    /// The question in short; empty where the check page does not say it.
    fn short(&self) -> String;

    /// The word of the record that the answer becomes.
    fn word(&self) -> Option<Word>;

    /// The question with what was answered and what is wrong.
    fn draw(&self, asked: Asked<'_>) -> Html;

    /// Notes what is wrong with the answer.
    fn check(&self, fields: &mut Fields<'_>, today: NaiveDate);

    /// The answer in words; empty where there is none.
    fn say(&self, answers: &Answers) -> String;

    /// The answers with that with which this question begins.
    fn begin(&self, answers: Answers, today: NaiveDate) -> Answers;

    /// What of the answers to this question can be understood, where the others are left aside.
    fn understood(&self, _answers: &Answers, _today: NaiveDate) -> Answers {
        Answers::default()
    }

    /// The answers with the one that is presumed where none was sent.
    fn or_presumed<'b>(&self, answers: &'b Answers) -> Cow<'b, Answers> {
        Cow::Borrowed(answers)
    }
}
