//! The pages of a form: its questions, those that follow from them, and what is checked before recording.

use askama::Template;

use super::{FOLLOWED, Form, SEEN, Said, belongs_to};
use crate::app::App;
use crate::case_view::OpenCase;
use crate::components::{BackLink, Button, ErrorSummary, Html, SummaryList, SummaryRow};
use crate::form::asked::{Asked, Section};
use crate::form::data::Answers;
use crate::form::errors::Problems;
use crate::form::record::Stamp;
use crate::form::request;
use crate::layout::{Before, Shell};
use crate::text::grammar::lower_first;

/// Questions and buttons.
#[derive(Template)]
#[template(path = "pages/case_form/questions.html")]
pub(super) struct Questions {
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
pub(super) struct Checked {
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

/// The questions with what was answered.
pub(super) fn form(
    app: &App,
    open: &OpenCase,
    form: &dyn Form,
    answers: &Answers,
    problems: &Problems,
    stamp: Stamp,
) -> Questions {
    let asked = Asked { answers, problems };
    let later = form.follow_up(open, asked).into_iter().chain(form.presumed(open, asked));
    let later: Vec<_> = later.flat_map(|section| section.questions).collect();
    let hidden = answers.iter().filter(|(name, _)| belongs_to(name, &later));
    let hidden = hidden.map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
    let first = if form.continues() { Button::primary("Continue") } else { Button::primary(form.button()) };
    let buttons = [Some(first), keep(form)].into_iter().flatten().collect();
    questions(app, open, form, (form.sections(open, asked), hidden), problems, stamp, buttons)
}

/// The questions that follow from the first ones, which travel along.
pub(super) fn follow_up(
    app: &App,
    open: &OpenCase,
    form: &dyn Form,
    section: Section,
    answers: &Answers,
    problems: &Problems,
    stamp: Stamp,
) -> Questions {
    let hidden = answers.clone().answered().with(FOLLOWED, "yes").without(SEEN);
    let hidden = elsewhere(&hidden, &section);
    let back = Button::secondary("Back to the questions before").named("do", "change");
    let words = if form.check_heading().is_some() { "Continue" } else { form.button() };
    let buttons = [Some(Button::primary(words)), Some(back), keep(form)].into_iter().flatten().collect();
    let mut page = questions(app, open, form, (vec![section], hidden), problems, stamp, buttons);
    page.shell.skip = None;
    Questions { about: None, intro: Vec::new(), ..page }
}

/// What was answered for the writer, to be changed. It leads back to the check page.
pub(super) fn presumed(
    app: &App,
    open: &OpenCase,
    form: &dyn Form,
    section: Section,
    answers: &Answers,
    problems: &Problems,
    stamp: Stamp,
) -> Questions {
    let hidden = elsewhere(&answers.clone().answered().without(SEEN), &section);
    let buttons = vec![Button::primary("Continue")];
    let mut page = questions(app, open, form, (vec![section], hidden), problems, stamp, buttons);
    page.shell.skip = None;
    Questions { heading: form.heading(), about: None, intro: Vec::new(), autosaves: false, ..page }
}

/// The answers that are not asked on this page, which travel along.
fn elsewhere(answers: &Answers, section: &Section) -> Vec<(String, String)> {
    let others = answers.iter().filter(|(name, _)| !belongs_to(name, &section.questions));
    others.map(|(name, value)| (name.to_owned(), value.to_owned())).collect()
}

fn questions(
    app: &App,
    open: &OpenCase,
    form: &dyn Form,
    (sections, hidden): (Vec<Section>, Vec<(String, String)>),
    problems: &Problems,
    stamp: Stamp,
    buttons: Vec<Button>,
) -> Questions {
    let (heading, about) = (form.asks(open), form.about(open));
    let mut shell = shell(app, open, form, &heading).with_errors(!problems.is_empty());
    let first = sections.iter().flat_map(|section| &section.questions).next();
    if let Some(first) = first.filter(|_| about.is_some()) {
        shell.skip = Some(("Skip to the questions", format!("#{}", first.name)));
    }
    Questions {
        shell,
        caption: format!("Case {}", open.reference),
        heading,
        about,
        intro: form.intro(open),
        errors: request::summary(problems),
        action: open.address(&form.path()),
        stamp,
        hidden: and_seen(hidden, stamp),
        sections,
        autosaves: form.is_kept(),
        buttons,
    }
}

/// The answers in words, with what follows from recording them.
pub(super) fn check(
    app: &App,
    open: &OpenCase,
    form: &dyn Form,
    answers: &Answers,
    (heading, happens, letters): (&'static str, Vec<String>, Vec<SummaryList>),
    stamp: Stamp,
) -> Checked {
    let address = open.address(&form.path());
    let questions = every_question(open, form, answers);
    let row = |said: Said| {
        if !questions.contains(&said.name) {
            return SummaryRow::new(said.label.clone(), said.or("None"));
        }
        let (text, about) = (if said.is_empty() { "Add" } else { "Change" }, lower_first(&said.label));
        let target = format!("{address}#{}", said.name);
        let row = SummaryRow::new(said.label.clone(), said.or("None"));
        row.press(text, format!("change-{}", said.name), target, about)
    };
    let said = form.said(open, answers);
    let asks_something = !said.is_empty();
    let list = said.into_iter().map(row).fold(SummaryList::new(), SummaryList::row);
    let hidden = answers.clone().answered().without(SEEN);
    let hidden = hidden.iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
    let record = Button::primary(form.button()).named("do", "record");
    let mut shell = shell(app, open, form, heading);
    if !happens.is_empty() {
        shell.skip = Some(("Skip to what happens when you record this", "#happens".to_owned()));
    }
    Checked {
        shell,
        caption: format!("Case {}", open.reference),
        heading,
        action: address,
        stamp,
        hidden: and_seen(hidden, stamp),
        answers: asks_something.then_some(list),
        happens,
        letters,
        buttons: [Some(record), keep(form)].into_iter().flatten().collect(),
    }
}

/// The names of the questions of all pages of a form.
fn every_question(open: &OpenCase, form: &dyn Form, answers: &Answers) -> Vec<&'static str> {
    let none = Problems::default();
    let asked = Asked { answers, problems: &none };
    let later = form.follow_up(open, asked).into_iter().chain(form.presumed(open, asked));
    let sections = form.sections(open, asked).into_iter().chain(later);
    sections.flat_map(|section| section.questions).map(|question| question.name).collect()
}

fn and_seen(mut hidden: Vec<(String, String)>, stamp: Stamp) -> Vec<(String, String)> {
    hidden.push((SEEN.to_owned(), stamp.version.to_string()));
    hidden
}

fn keep(form: &dyn Form) -> Option<Button> {
    form.is_kept().then(|| Button::secondary("Save and come back later").named("do", "draft"))
}

/// Around a page of the form.
pub(super) fn shell(app: &App, open: &OpenCase, form: &dyn Form, heading: &str) -> Shell {
    let back = BackLink::new("Back", open.address(&form.back()));
    let mut shell = open.shell(app, &lower_first(heading)).after(Before::Back(back));
    shell.wide = false;
    shell
}
