//! One question of a form, said once: how it is drawn, read, said in words and put back follow from its kind.
//!
//! A [`Question`] is a constant. What depends on the case, such as who can be chosen, makes a [`Tailored`] one of it.

mod choices;
mod dates;
mod own;
mod text;

use std::borrow::Cow;
use std::fmt::Display;

use calendar::NaiveDate;
use case::Word;
use serde::Serialize;

pub(crate) use choices::{
    YesOrNo, choice, choices, one_of, optional_choice, required_one_of, several_of, tick, yes_no, yes_or_no,
};
pub(crate) use dates::{day, happened_on, known_day, not_before, optional_day, past_day, when};
pub(crate) use own::Own;
pub(crate) use text::{line, money, named_line, named_text, number, text, time};

use super::asked::{Asked, capital, code};
use super::data::Answers;
use super::parse::Fields;
use crate::components::Html;

/// What a form asks, and what the answer is read as.
pub(crate) struct Question<T: 'static> {
    /// The name of its answer.
    pub(crate) name: &'static str,
    /// As it stands on the page.
    label: &'static str,
    /// In short, for a check page; empty where the label is short enough.
    short: &'static str,
    /// One sentence that helps, without a full stop.
    hint: &'static str,
    /// What to do where there is no answer; empty where it may be left out. Of a date, what its messages call it.
    missing: &'static str,
    /// The word of the record that the answer becomes.
    word: Option<Word>,
    /// Of a choice: what to do where something was sent that is not offered; empty where that is said as usual.
    not_offered: &'static str,
    /// Of a number: what to do where none was sent but something else; empty where `missing` says that too.
    unreadable: &'static str,
    /// Of a box to tick: what stands beside it, and what a check page says where it is ticked, and where it is not.
    beside: &'static str,
    ticked: &'static str,
    unticked: &'static str,
    look: Look,
    kind: &'static dyn Kind<T>,
}

impl<T> Clone for Question<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Question<T> {}

/// How a question looks where that is not as usual.
#[derive(Clone, Copy)]
#[expect(clippy::struct_excessive_bools, reason = "each is a way to look that a question has or has not")]
struct Look {
    rows: u8,
    width: Option<u8>,
    small: bool,
    inline: bool,
    in_a_list: bool,
    plain: bool,
    said_on_lines: bool,
    medium: bool,
    unsaid: bool,
}

/// How questions of a kind are drawn, read, said and put back.
trait Kind<T>: Sync {
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

impl<T> Question<T> {
    const fn of_kind(name: &'static str, label: &'static str, kind: &'static dyn Kind<T>) -> Self {
        let look = Look {
            rows: 5,
            width: None,
            small: false,
            inline: false,
            in_a_list: false,
            plain: false,
            said_on_lines: false,
            medium: false,
            unsaid: false,
        };
        Self {
            name,
            label,
            short: "",
            hint: "",
            missing: "",
            word: None,
            unreadable: "",
            not_offered: "",
            beside: "",
            ticked: "Yes",
            unticked: "",
            look,
            kind,
        }
    }

    /// In short, for a check page.
    pub(crate) const fn short(self, short: &'static str) -> Self {
        Self { short, ..self }
    }

    /// One sentence that helps, without a full stop.
    pub(crate) const fn hint(self, hint: &'static str) -> Self {
        Self { hint, ..self }
    }

    /// What to do where there is no answer. Without it a text may be left out.
    pub(crate) const fn missing(self, missing: &'static str) -> Self {
        Self { missing, ..self }
    }

    /// Of a choice: what to do where something was sent that is not offered.
    pub(crate) const fn not_offered(self, not_offered: &'static str) -> Self {
        Self { not_offered, ..self }
    }

    /// Of a number: what to do where something else was sent.
    pub(crate) const fn unreadable(self, unreadable: &'static str) -> Self {
        Self { unreadable, ..self }
    }

    /// What messages about a date call it: “Date of the decision”.
    pub(crate) const fn called(self, what: &'static str) -> Self {
        Self { missing: what, ..self }
    }

    /// Of a box to tick: what a check page says where it is ticked.
    pub(crate) const fn says(self, ticked: &'static str) -> Self {
        Self { ticked, ..self }
    }

    /// Of a box to tick: what a check page says where it is not ticked.
    pub(crate) const fn otherwise(self, unticked: &'static str) -> Self {
        Self { unticked, ..self }
    }

    /// Under another name than its kind gives it, where a form asks for two alike.
    pub(crate) const fn named(self, name: &'static str) -> Self {
        Self { name, ..self }
    }

    /// As many rows as an answer of the expected length needs.
    pub(crate) const fn rows(self, rows: u8) -> Self {
        Self { look: Look { rows, ..self.look }, ..self }
    }

    /// As wide as this many characters.
    pub(crate) const fn width(self, characters: u8) -> Self {
        Self { look: Look { width: Some(characters), ..self.look }, ..self }
    }

    /// Smaller boxes, for long lists.
    pub(crate) const fn small(self) -> Self {
        Self { look: Look { small: true, ..self.look }, ..self }
    }

    /// Boxes of the usual size, where a list of what the form offers is short.
    pub(crate) const fn large(self) -> Self {
        Self { look: Look { small: false, ..self.look }, ..self }
    }

    /// Two short choices beside each other.
    pub(crate) const fn inline(self) -> Self {
        Self { look: Look { inline: true, ..self.look }, ..self }
    }

    /// Choices below each other, where two answers are sentences.
    pub(crate) const fn stacked(self) -> Self {
        Self { look: Look { inline: false, ..self.look }, ..self }
    }

    /// Chosen from a list that opens, where there would be too many radios.
    pub(crate) const fn in_a_list(self) -> Self {
        Self { look: Look { in_a_list: true, ..self.look }, ..self }
    }

    /// With a label as light as the text around it.
    pub(crate) const fn plain(self) -> Self {
        Self { look: Look { plain: true, ..self.look }, ..self }
    }

    /// On the check page each choice on a line of its own, because they are sentences.
    pub(crate) const fn said_on_lines(self) -> Self {
        Self { look: Look { said_on_lines: true, ..self.look }, ..self }
    }

    /// With a label as large as the heading of a section.
    pub(crate) const fn medium(self) -> Self {
        Self { look: Look { medium: true, ..self.look }, ..self }
    }

    /// Not on the check page, because another line there says it.
    pub(crate) const fn unsaid(self) -> Self {
        Self { look: Look { unsaid: true, ..self.look }, ..self }
    }

    /// With a label that says something of the case.
    pub(crate) fn labelled(self, label: impl Into<String>) -> Tailored<T> {
        Tailored { label: label.into(), ..Tailored::from(self) }
    }

    /// With a hint that says something of the case.
    pub(crate) fn hinted(self, hint: impl Into<String>) -> Tailored<T> {
        Tailored { hint: hint.into(), ..Tailored::from(self) }
    }

    /// With these choices and no others.
    pub(crate) fn among(self, offers: impl IntoIterator<Item = Offer>) -> Tailored<T> {
        Tailored::from(self).among(offers)
    }

    /// With this answer when nobody has answered yet.
    pub(crate) fn starting(self, value: T) -> Tailored<T> {
        self.starting_if(Some(value))
    }

    /// With this answer, where there is one, when nobody has answered yet.
    pub(crate) fn starting_if(self, value: Option<T>) -> Tailored<T> {
        Tailored { starts: value, ..Tailored::from(self) }
    }

    /// With these words on the check page, which say more than the answer alone.
    pub(crate) fn said_as(self, words: impl Into<String>) -> Tailored<T> {
        Tailored::from(self).said_as(words)
    }

    /// With this answer as long as none was sent: it is answered for the writer.
    pub(crate) fn presuming(self, value: T) -> Tailored<T> {
        Tailored::from(self).presuming(value)
    }

    /// The answers with this one, for a form that changes what is recorded.
    pub(crate) fn put(self, value: &T, answers: Answers) -> Answers {
        self.kind.put(self.name, value, answers)
    }

    /// Whether this is what was answered, for questions that follow from it.
    pub(crate) fn is_answered(self, value: &T, answers: &Answers) -> bool {
        let wanted = self.put(value, Answers::default());
        !wanted.is_blank() && wanted.iter().all(|(name, value)| answers.has(name, value))
    }
}

/// A question with what depends on the case.
pub(crate) struct Tailored<T: 'static> {
    question: Question<T>,
    label: String,
    hint: String,
    missing: String,
    /// The choices; none where they are those that the kind has by itself.
    offers: Option<Vec<Offer>>,
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

    fn name(&self) -> &'static str {
        self.question.name
    }

    fn hint(&self) -> Option<&str> {
        Some(self.hint.as_str()).filter(|hint| !hint.is_empty())
    }
}

/// One thing that can be chosen.
#[derive(Clone, Debug)]
pub(crate) struct Offer {
    value: String,
    label: String,
    /// As a sentence names it: “council”.
    said: String,
    hint: Option<String>,
}

impl Offer {
    /// A value with what it is called here.
    pub(crate) fn new<T: Serialize>(value: &T, label: impl Into<String>) -> Self {
        let label = label.into();
        Self { value: code(value), said: label.clone(), label, hint: None }
    }

    /// A value of a closed list as it is always called.
    pub(crate) fn of<T: Serialize + Display>(value: &T) -> Self {
        Self { said: value.to_string(), ..Self::new(value, capital(value)) }
    }

    /// Choosing none of the others.
    pub(crate) fn nothing(label: impl Into<String>) -> Self {
        Self { value: String::new(), label: label.into(), said: String::new(), hint: None }
    }

    /// Under another name where it is chosen than where the answer is said.
    pub(crate) fn labelled(self, label: impl Into<String>) -> Self {
        Self { label: label.into(), ..self }
    }

    /// One sentence under the choice, without a full stop.
    pub(crate) fn hint(self, hint: impl Into<String>) -> Self {
        Self { hint: Some(hint.into()), ..self }
    }
}

/// A question of any kind, as a form lists it.
pub(crate) trait Asks {
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

    /// The answers with the one that is presumed where none was sent.
    fn or_presumed<'b>(&self, answers: &'b Answers) -> Cow<'b, Answers> {
        Cow::Borrowed(answers)
    }
}

impl<T> Asks for Tailored<T> {
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

    fn or_presumed<'b>(&self, answers: &'b Answers) -> Cow<'b, Answers> {
        match &self.presumed {
            Some(value) if !answers.is_sent(self.name()) => {
                Cow::Owned(self.question.kind.put(self.name(), value, answers.clone()))
            }
            _ => Cow::Borrowed(answers),
        }
    }
}

impl<T> Question<T> {
    /// The answer; none where it is missing or wrong. Says nothing of what was offered: that was checked before.
    pub(super) fn read(self, answers: &Answers, today: NaiveDate) -> Option<T> {
        let mut fields = Fields::of(answers);
        let read = self.kind.read(&Tailored::from(self), &mut fields, today);
        read.filter(|_| fields.are_fine())
    }

    /// What it means that the question was not asked.
    pub(super) fn absent(self) -> Option<T> {
        self.kind.absent()
    }
}
