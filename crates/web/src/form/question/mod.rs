//! One question of a form, said once: how it is drawn, read, said in words and put back follow from its kind.
//!
//! A [`Question`] is a constant. What depends on the case, such as who can be chosen, makes a [`Tailored`] one of it.

mod asks;
mod choices;
mod dates;
mod kind;
mod look;
mod offer;
mod own;
mod tailored;
mod text;
mod yes_no;

use calendar::NaiveDate;
use case::Word;

pub(crate) use asks::Asks;
pub(crate) use choices::{choice, choices, one_of, optional_choice, required_one_of, several_of};
pub(crate) use dates::{day, happened_on, known_day, not_before, optional_day, past_day, when};
pub(crate) use offer::Offer;
pub(crate) use own::Own;
pub(crate) use tailored::Tailored;
pub(crate) use text::{
    email, line, money, named_line, named_text, number, optional_number, search, text, time,
};
pub(crate) use yes_no::{YesOrNo, tick, yes_no, yes_or_no};

use super::data::Answers;
use super::parse::Fields;
use kind::Kind;
use look::Look;

/// The name of the day of a step, by whatever kind of question it is asked.
pub(super) const HAPPENED_ON: &str = "on";

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

impl<T> Question<T> {
    const fn of_kind(name: &'static str, label: &'static str, kind: &'static dyn Kind<T>) -> Self {
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
            look: Look::USUAL,
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

    /// With a label that says something of the case.
    pub(crate) fn labelled(self, label: impl Into<String>) -> Tailored<T> {
        Tailored::from(self).labelled(label)
    }

    /// With a hint that says something of the case.
    pub(crate) fn hinted(self, hint: impl Into<String>) -> Tailored<T> {
        Tailored::from(self).hinted(hint)
    }

    /// With these choices and no others.
    pub(crate) fn among(self, offers: impl IntoIterator<Item = Offer>) -> Tailored<T> {
        Tailored::from(self).among(offers)
    }

    /// With these choices, and before them none of them, under this label.
    pub(crate) fn among_or(
        self,
        none: impl Into<String>,
        offers: impl IntoIterator<Item = Offer>,
    ) -> Tailored<T> {
        self.among([Offer::nothing(none)].into_iter().chain(offers))
    }

    /// With this answer when nobody has answered yet.
    pub(crate) fn starting(self, value: T) -> Tailored<T> {
        Tailored::from(self).starting(value)
    }

    /// With this answer, where there is one, when nobody has answered yet.
    pub(crate) fn starting_if(self, value: Option<T>) -> Tailored<T> {
        Tailored::from(self).starting_if(value)
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

    /// The answer; none where it is missing or wrong. Says nothing of what was offered: that was checked before.
    pub(crate) fn read(self, answers: &Answers, today: NaiveDate) -> Option<T> {
        let mut fields = Fields::of(answers);
        let read = self.kind.read(&Tailored::from(self), &mut fields, today);
        read.filter(|_| fields.are_fine())
    }

    /// The answer in words; empty where there is none. Of a choice, only of what can always be chosen.
    pub(crate) fn say(self, answers: &Answers) -> String {
        self.kind.say(&Tailored::from(self), answers)
    }

    /// What it means that the question was not asked.
    pub(in crate::form) fn absent(self) -> Option<T> {
        self.kind.absent()
    }
}
