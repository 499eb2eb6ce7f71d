//! What every kind of question does.

use calendar::NaiveDate;

use super::Tailored;
use crate::components::Html;
use crate::form::asked::Asked;
use crate::form::data::Answers;
use crate::form::parse::Fields;

/// How questions of a kind are drawn, read, said and put back.
pub(super) trait Kind<T>: Sync {
    /// The question with what was answered and what is wrong.
    fn draw(&self, of: &Tailored<T>, asked: Asked<'_>) -> Html;

    /// The answer; none where something is wrong, which is noted.
    fn read(&self, of: &Tailored<T>, fields: &mut Fields<'_>, today: NaiveDate) -> Option<T>;

    /// The answer in words; empty where there is none.
    fn say(&self, of: &Tailored<T>, answers: &Answers) -> String;

    /// The answers with this one.
    fn put(&self, name: &str, value: &T, answers: Answers) -> Answers;

    /// What it means that the question was not asked; none where it cannot be left out.
    fn absent(&self) -> Option<T> {
        None
    }

    /// With what the question begins, where it begins with the same for everybody.
    fn begins(&self, _today: NaiveDate) -> Option<T> {
        None
    }
}
