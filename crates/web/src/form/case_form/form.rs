//! What a form says of itself: its page, its questions, what it records and what is said then.

use std::borrow::Cow;

use case::{Case, Command, Step, StepKind, When, Words};

use crate::case_view::OpenCase;
use crate::components::Html;
use crate::form::data::Answers;
use crate::form::errors::Problems;
use crate::form::questions::{Questions, Read};
use crate::session::Flash;

/// A form that records one step in a case.
pub(crate) trait Form: Send + Sync {
    /// Where it stands, what it is called, and what kind of step it records.
    fn page(&self) -> Page;

    /// The kind of step by which is asked whether the visitor may record it; none where there is nothing to do it to.
    fn right(&self, _open: &OpenCase) -> Option<StepKind> {
        self.page().records
    }

    /// Whether the case stands where this can be recorded, beside what the stages allow.
    fn fits(&self, _open: &OpenCase) -> bool {
        true
    }

    /// What somebody reads before they answer, where it depends on the case or is more than one paragraph.
    fn intro(&self, _open: &OpenCase) -> Intro {
        self.page().intro.map(Intro::say).unwrap_or_default()
    }

    /// The questions. Some follow from the answers to others.
    fn questions<'a>(&'a self, open: &'a OpenCase, answers: &'a Answers) -> Questions<'a>;

    /// The answers as the record has them, where the form changes what is recorded. By them is seen whether two people
    /// changed the same.
    fn recorded(&self, _case: &Case) -> Option<Answers> {
        None
    }

    /// Notes what is wrong beyond each answer by itself.
    fn check(&self, _open: &OpenCase, _read: &Read<'_>, _problems: &mut Problems) {}

    /// What the answers ask to record. Called only when nothing is wrong with them.
    fn step(&self, open: &OpenCase, read: &Read<'_>) -> Recording;

    /// What follows from recording it, for the check page; `after` is the case as it would stand.
    fn happens(&self, _open: &OpenCase, _after: &OpenCase) -> Vec<String> {
        Vec::new()
    }

    /// What the next page says: what happened, and what is next.
    fn done(&self, after: &OpenCase, recorded: &[Command]) -> Flash;
}

/// The page of a form.
pub(crate) struct Page {
    pub(crate) path: Cow<'static, str>,
    pub(super) home: Cow<'static, str>,
    pub(crate) heading: Cow<'static, str>,
    pub(super) button: &'static str,
    pub(super) records: Option<StepKind>,
    pub(super) intro: Option<&'static str>,
    pub(super) checked: Option<&'static str>,
    pub(super) is_kept: bool,
    pub(super) continues: bool,
    pub(super) shows_emails: bool,
    pub(super) next: Option<Cow<'static, str>>,
    pub(super) other_case: Option<&'static str>,
    pub(super) subject: Option<String>,
}

impl Page {
    /// A page that records a step of this kind: its path below the case, the page it belongs to, and its heading, which
    /// begins with a verb and names nobody.
    pub(crate) fn new(
        records: StepKind,
        path: impl Into<Cow<'static, str>>,
        home: impl Into<Cow<'static, str>>,
        heading: impl Into<Cow<'static, str>>,
    ) -> Self {
        Self { records: Some(records), ..Self::correcting(path, home, heading) }
    }

    /// A page that corrects an entry. Which kind of entry that is, the case says: see [`Form::right`].
    pub(crate) fn correcting(
        path: impl Into<Cow<'static, str>>,
        home: impl Into<Cow<'static, str>>,
        heading: impl Into<Cow<'static, str>>,
    ) -> Self {
        Self {
            path: path.into(),
            home: home.into(),
            heading: heading.into(),
            button: "Save",
            records: None,
            intro: None,
            checked: None,
            is_kept: true,
            continues: false,
            shows_emails: false,
            next: None,
            other_case: None,
            subject: None,
        }
    }

    /// With this before the first question.
    pub(crate) fn intro(self, line: &'static str) -> Self {
        Self { intro: Some(line), ..self }
    }

    /// With these words on the button that records.
    pub(crate) fn button(self, button: &'static str) -> Self {
        Self { button, ..self }
    }

    /// With a page on which everything is checked first, because it has legal weight. Its heading is the action: “Check and
    /// hold publication”.
    pub(crate) fn checked(self, heading: &'static str) -> Self {
        Self { checked: Some(heading), continues: true, ..self }
    }

    /// With another page before recording, although nothing is checked, so that the first button says so.
    pub(crate) fn continues(self) -> Self {
        Self { continues: true, ..self }
    }

    /// Without a draft. Who a child is may not be kept in one: a draft is one place more to erase it from.
    pub(crate) fn without_draft(self) -> Self {
        Self { is_kept: false, ..self }
    }

    /// With the emails that recording it sends, word for word on the check page.
    pub(crate) fn showing_emails(self) -> Self {
        Self { shows_emails: true, ..self }
    }

    /// With a question of this name that another case is named in. It is looked up before the answers are read.
    pub(crate) fn naming_another_case(self, question: &'static str) -> Self {
        Self { other_case: Some(question), ..self }
    }

    /// With what was recorded first, where two people record the same: “The decision of the police”.
    pub(crate) fn about(self, subject: impl Into<String>) -> Self {
        Self { subject: Some(subject.into()), ..self }
    }

    /// With another page than its own as the one after it, below the case.
    pub(crate) fn leading_to(self, next: impl Into<Cow<'static, str>>) -> Self {
        Self { next: Some(next.into()), ..self }
    }
}

/// What somebody reads before they answer.
#[derive(Default)]
pub(crate) struct Intro {
    /// The heading above the questions, where it says more than that of the page can without the case.
    pub(super) heading: Option<String>,
    /// What is asked, by when, and on what ground, made of parts.
    pub(super) about: Option<Html>,
    /// What somebody should know before the first question.
    pub(super) lines: Vec<String>,
}

impl Intro {
    pub(crate) fn say(line: impl Into<String>) -> Self {
        Self::default().and(line)
    }

    /// Adds a paragraph.
    pub(crate) fn and(mut self, line: impl Into<String>) -> Self {
        self.lines.push(line.into());
        self
    }

    /// Puts it under another heading.
    pub(crate) fn headed(self, heading: impl Into<String>) -> Self {
        Self { heading: Some(heading.into()), ..self }
    }

    pub(crate) fn about(self, about: Html) -> Self {
        Self { about: Some(about), ..self }
    }
}

impl FromIterator<String> for Intro {
    fn from_iter<I: IntoIterator<Item = String>>(lines: I) -> Self {
        Self { lines: lines.into_iter().collect(), ..Self::default() }
    }
}

/// What a form asks to record.
pub(crate) struct Recording {
    step: Step,
    on: Option<When>,
    words: Option<Words>,
    then: Vec<Command>,
}

impl From<Step> for Recording {
    fn from(step: Step) -> Self {
        Self { step, on: None, words: None, then: Vec::new() }
    }
}

impl Recording {
    /// On this day, instead of the one that the form asks for, or today.
    pub(crate) fn on(self, on: When) -> Self {
        Self { on: Some(on), ..self }
    }

    /// With these words, instead of those that the form asks for.
    pub(crate) fn with_words(self, words: Words) -> Self {
        Self { words: Some(words), ..self }
    }

    /// With these steps after it, or not at all.
    pub(crate) fn then(self, then: impl IntoIterator<Item = Command>) -> Self {
        Self { then: self.then.into_iter().chain(then).collect(), ..self }
    }

    /// Several alike on this day, all of them or none.
    ///
    /// # Panics
    /// When there are none: a form refuses answers that ask for nothing.
    pub(crate) fn each(steps: impl IntoIterator<Item = Step>, on: When) -> Self {
        let mut steps = steps.into_iter();
        let Some(first) = steps.next() else { panic!("the form has nothing to record, and did not say so") };
        let others = steps.map(|step| Command { on, step, words: Words::none() });
        Self::from(first).on(on).then(others)
    }

    /// The commands, in their order.
    pub(super) fn commands(self, open: &OpenCase, read: &Read<'_>) -> Vec<Command> {
        let on = self.on.or_else(|| read.happened_on()).unwrap_or(When::Day(open.today));
        let words = self.words.unwrap_or_else(|| read.words());
        [Command { on, step: self.step, words }].into_iter().chain(self.then).collect()
    }
}
