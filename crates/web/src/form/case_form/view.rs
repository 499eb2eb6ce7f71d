//! The pages of a form: its questions, those that follow from them, and what is checked before recording.

use askama::Template;

use super::{FOLLOWED, Filled, SEEN};
use crate::components::{BackLink, Button, ErrorSummary, Html, SummaryList, SummaryRow};
use crate::form::asked::{Asked, Section};
use crate::form::errors::Problems;
use crate::form::questions::{On, Said, belongs_to};
use crate::form::record::Stamp;
use crate::form::request;
use crate::layout::{Before, Shell};
use crate::text::grammar::lower_first;

#[derive(Template)]
#[template(path = "pages/case_form/questions.html")]
pub(super) struct QuestionsPage {
    shell: Shell,
    caption: String,
    heading: String,
    about: Option<Html>,
    intro: Vec<String>,
    errors: Option<ErrorSummary>,
    action: String,
    stamp: Stamp,
    hidden: Vec<(String, String)>,
    sections: Vec<Section>,
    autosaves: bool,
    buttons: Vec<Button>,
}

/// The answers once more, before they are recorded.
#[derive(Template)]
#[template(path = "pages/case_form/check.html")]
pub(super) struct CheckPage {
    shell: Shell,
    caption: String,
    heading: &'static str,
    action: String,
    stamp: Stamp,
    hidden: Vec<(String, String)>,
    answers: Option<SummaryList>,
    happens: Vec<String>,
    letters: Vec<SummaryList>,
    buttons: Vec<Button>,
}

impl Filled<'_> {
    /// The questions of the first page with what was answered.
    pub(super) fn first_page(self, problems: &Problems) -> QuestionsPage {
        let page = self.form.page();
        let first = Button::primary(if page.continues { "Continue" } else { page.button });
        let buttons = [Some(first), self.keep()].into_iter().flatten().collect();
        // Nothing that was answered on the first page travels unseen: an empty box must be able to empty an answer.
        let later = self.questions().names_on(&[On::Next, On::Presumed]);
        let hidden = self.answers.iter().filter(|(name, _)| belongs_to(name, &later));
        let hidden = hidden.map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
        self.questions_page(On::First, hidden, problems, buttons)
    }

    /// The questions that follow from the first ones, which travel along.
    pub(super) fn next_page(self, problems: &Problems) -> QuestionsPage {
        let page = self.form.page();
        let words = if page.checked.is_some() { "Continue" } else { page.button };
        let back = Button::secondary("Back to the questions before").named("do", "change");
        let buttons = [Some(Button::primary(words)), Some(back), self.keep()].into_iter().flatten().collect();
        let hidden = self.elsewhere(On::Next, &[(FOLLOWED, "yes")]);
        let mut page = self.questions_page(On::Next, hidden, problems, buttons);
        page.shell.skip = None;
        QuestionsPage { about: None, intro: Vec::new(), ..page }
    }

    /// What was answered for the writer, to be changed. It leads back to the check page.
    pub(super) fn presumed_page(self, problems: &Problems) -> QuestionsPage {
        let hidden = self.elsewhere(On::Presumed, &[]);
        let mut page = self.questions_page(On::Presumed, hidden, problems, vec![Button::primary("Continue")]);
        page.shell.skip = None;
        let heading = self.form.page().heading.into_owned();
        QuestionsPage { heading, about: None, intro: Vec::new(), autosaves: false, ..page }
    }

    /// The answers in words, with what follows from recording them.
    pub(super) fn check_page(
        self,
        heading: &'static str,
        happens: Vec<String>,
        letters: Vec<SummaryList>,
    ) -> CheckPage {
        let said = self.questions().said(self.answers);
        let asks_something = !said.is_empty();
        let address = self.address();
        let list =
            said.into_iter().map(|said| row(&address, &said)).fold(SummaryList::new(), SummaryList::row);
        let hidden = self.answers.clone().answered().without(SEEN);
        let hidden = hidden.iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
        let record = Button::primary(self.form.page().button).named("do", "record");
        let mut shell = self.shell(heading);
        if !happens.is_empty() {
            shell.skip = Some(("Skip to what happens when you record this", "#happens".to_owned()));
        }
        CheckPage {
            shell,
            caption: self.caption(),
            heading,
            action: address,
            stamp: self.stamp,
            hidden: self.and_seen(hidden),
            answers: asks_something.then_some(list),
            happens,
            letters,
            buttons: [Some(record), self.keep()].into_iter().flatten().collect(),
        }
    }

    fn questions_page(
        self,
        on: On,
        hidden: Vec<(String, String)>,
        problems: &Problems,
        buttons: Vec<Button>,
    ) -> QuestionsPage {
        let (page, intro) = (self.form.page(), self.form.intro(self.open));
        let heading = intro.heading.unwrap_or_else(|| page.heading.clone().into_owned());
        let sections = self.questions().drawn(on, Asked { answers: self.answers, problems });
        let mut shell = self.shell(&heading).with_errors(!problems.is_empty());
        let mut drawn = sections.iter().flat_map(|section| &section.questions);
        let first = drawn.find(|question| !question.name.is_empty());
        if let Some(first) = first.filter(|_| intro.about.is_some()) {
            shell.skip = Some(("Skip to the questions", format!("#{}", first.name)));
        }
        QuestionsPage {
            shell,
            caption: self.caption(),
            heading,
            about: intro.about,
            intro: intro.lines,
            errors: request::summary(problems),
            action: self.address(),
            stamp: self.stamp,
            hidden: self.and_seen(hidden),
            sections,
            autosaves: page.is_kept,
            buttons,
        }
    }

    /// Around a page of the form.
    pub(super) fn shell(self, heading: &str) -> Shell {
        let back = BackLink::new("Back", self.home());
        let mut shell = self.open.shell(self.app, &lower_first(heading)).after(Before::Back(back));
        shell.wide = false;
        shell
    }

    pub(super) fn caption(self) -> String {
        format!("Case {}", self.open.reference)
    }

    /// The answers that are not asked on this page, which travel along with these.
    fn elsewhere(self, on: On, with: &[(&str, &str)]) -> Vec<(String, String)> {
        let answers =
            with.iter().fold(self.answers.clone().answered(), |all, (name, value)| all.with(name, *value));
        let (answers, here) = (answers.without(SEEN), self.questions().names_on(&[on]));
        let others = answers.iter().filter(|(name, _)| !belongs_to(name, &here));
        others.map(|(name, value)| (name.to_owned(), value.to_owned())).collect()
    }

    fn and_seen(self, mut hidden: Vec<(String, String)>) -> Vec<(String, String)> {
        hidden.push((SEEN.to_owned(), self.stamp.version.to_string()));
        hidden
    }

    fn keep(self) -> Option<Button> {
        let keep = || Button::secondary("Save and come back later").named("do", "draft");
        self.form.page().is_kept.then(keep)
    }
}

/// An answer on the check page, with the way back to its question where it has one.
fn row(address: &str, said: &Said) -> SummaryRow {
    let row = SummaryRow::new(said.label.clone(), said.or("None"));
    if said.name.is_empty() {
        return row;
    }
    let text = if said.is_empty() { "Add" } else { "Change" };
    let target = format!("{address}#{}", said.name);
    row.press(text, format!("change-{}", said.name), target, lower_first(&said.label))
}
