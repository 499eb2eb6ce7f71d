//! A page that asks for something, or that shows what will be done before it is done.

use askama::Template;
use askama::filters::HtmlSafe;

use crate::components::{Button, ButtonLink, ErrorSummary, Html, WarningText};
use crate::form::asked::Section;
use crate::form::data::Answers;
use crate::form::errors::Problems;
use crate::form::request;
use crate::layout::Shell;

/// One form with a heading, and what has to be known before it is sent.
#[derive(Template)]
#[template(path = "pages/form.html")]
#[must_use]
pub(crate) struct FormPage {
    shell: Shell,
    errors: Option<ErrorSummary>,
    caption: String,
    title: String,
    intro: Vec<String>,
    warnings: Vec<WarningText>,
    shown: Html,
    what_happens: &'static str,
    consequences: Vec<String>,
    action: String,
    hidden: Vec<(String, String)>,
    fields: Html,
    buttons: Html,
    has_buttons: bool,
    is_kept: bool,
}

impl FormPage {
    /// A form with nothing in it yet. It is sent to the address of its page.
    pub(crate) fn new(shell: Shell, title: impl Into<String>) -> Self {
        Self {
            shell,
            errors: None,
            caption: String::new(),
            title: title.into(),
            intro: Vec::new(),
            warnings: Vec::new(),
            shown: Html::default(),
            what_happens: "What happens when you do this",
            consequences: Vec::new(),
            action: String::new(),
            hidden: Vec::new(),
            fields: Html::default(),
            buttons: Html::default(),
            has_buttons: false,
            is_kept: false,
        }
    }

    /// A line above the heading.
    pub(crate) fn caption(mut self, caption: impl Into<String>) -> Self {
        self.caption = caption.into();
        self
    }

    /// Marked with what is wrong with the answers, where something is.
    pub(crate) fn problems(mut self, problems: &Problems) -> Self {
        self.shell = self.shell.with_errors(!problems.is_empty());
        self.errors = request::summary(problems);
        self
    }

    /// A paragraph under the heading.
    pub(crate) fn say(mut self, line: impl Into<String>) -> Self {
        self.intro.push(line.into());
        self
    }

    /// What should give somebody pause.
    pub(crate) fn warn(mut self, warning: impl Into<String>) -> Self {
        self.warnings.push(WarningText::new(warning));
        self
    }

    /// What the form is about, before its questions.
    pub(crate) fn show(mut self, part: impl HtmlSafe) -> Self {
        self.shown = self.shown.then(part);
        self
    }

    /// One thing that happens when the form is sent.
    pub(crate) fn happens(mut self, line: impl Into<String>) -> Self {
        self.consequences.push(line.into());
        self
    }

    /// Has the form sent to another address than its own.
    pub(crate) fn to(mut self, address: impl Into<String>) -> Self {
        self.action = address.into();
        self
    }

    /// The heading of what happens when the form is sent, where that is said of something else than “this”.
    pub(crate) fn what_happens(mut self, heading: &'static str) -> Self {
        self.what_happens = heading;
        self
    }

    /// Carrying what was answered before, unseen.
    pub(crate) fn carrying(self, answers: &Answers) -> Self {
        let answers = answers.clone().answered();
        answers.iter().fold(self, |page, (name, value)| page.hidden(name, value))
    }

    /// What the form carries unseen.
    pub(crate) fn hidden(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.hidden.push((name.into(), value.into()));
        self
    }

    pub(super) fn title(&self) -> &str {
        &self.title
    }

    /// Questions, perhaps under headings.
    pub(super) fn sections(self, sections: Vec<Section>) -> Self {
        sections.into_iter().fold(self, Self::field)
    }

    pub(crate) fn field(mut self, part: impl HtmlSafe) -> Self {
        self.fields = self.fields.then(part);
        self
    }

    /// One way to send it. Without any, the page only says why not.
    pub(crate) fn button(mut self, button: Button) -> Self {
        self.buttons = self.buttons.then(button);
        self.has_buttons = true;
        self
    }

    /// Kept for later when its writer wants it, and by itself while they write.
    pub(crate) fn kept(mut self) -> Self {
        self.is_kept = true;
        self.button(Button::secondary("Save and come back later").named("do", "draft"))
    }

    /// One way elsewhere, beside the buttons.
    pub(crate) fn link(mut self, link: ButtonLink) -> Self {
        self.buttons = self.buttons.then(link);
        self.has_buttons = true;
        self
    }
}
