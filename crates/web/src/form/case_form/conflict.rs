//! When somebody else recorded something in the case while a form was being written.

use askama::Template;
use axum::http::StatusCode;
use case::Case;
use chrono::{DateTime, Utc};
use store::Conflict;

use super::{FOLLOWED, Filled, SEEN};
use crate::case_view::OpenCase;
use crate::components::{Button, Compare, Html};
use crate::error::Answer;
use crate::form::Form;
use crate::form::asked::{Asked, Drawn};
use crate::form::data::Answers;
use crate::form::errors::Problems;
use crate::form::merge::{Merged, merge};
use crate::form::questions::{On, Said, belongs_to};
use crate::form::record::Stamp;
use crate::http::respond;
use crate::layout::Shell;
use crate::text::date;
use crate::text_diff;

/// The question why something is changed, which is asked again: what is changed now is what the other recorded.
const WHY: &str = "correction";

pub(super) enum Merge {
    /// Nothing that stands in the way. These are the answers with both changes in them, and what the other changed, in
    /// words.
    Fits { answers: Answers, theirs: Vec<String> },
    /// Both answered these questions, and differently.
    Collides(Vec<String>),
}

/// Compares what the record had when the form was opened, what it has now, and what was written.
pub(super) fn look(form: &dyn Form, seen: &Case, open: &OpenCase, mine: &Answers) -> Merge {
    let before = form.recorded(seen).unwrap_or_default();
    let now = form.recorded(&open.case).unwrap_or_default();
    let questions = form.questions(open, mine);
    let names: Vec<_> = questions.names().collect();
    match merge(&before, &now, mine, &names) {
        Merged::Collides(names) => Merge::Collides(names),
        Merged::Fits { answers, theirs } => {
            let theirs =
                questions.said(mine).into_iter().filter(|said| theirs.iter().any(|name| name == said.name));
            Merge::Fits { answers, theirs: theirs.map(|said| said.label.into_owned()).collect() }
        }
    }
}

#[derive(Template)]
#[template(path = "pages/case_form/collides.html")]
struct Page {
    shell: Shell,
    caption: String,
    first: String,
    action: String,
    stamp: Stamp,
    hidden: Vec<(String, String)>,
    compared: Compare,
    questions: Vec<Drawn>,
    save: Button,
    discard: Button,
}

/// Says who was first, shows both versions of what collides, and asks what the case should say.
pub(super) fn page(filled: Filled<'_>, conflict: &Conflict, names: &[String]) -> Answer {
    let Filled { open, form, answers, stamp, .. } = filled;
    let none = Problems::default();
    let asked = filled.questions();
    let is_asked = |name: &str| names.iter().any(|collides| collides == name) || name == WHY;
    let pages = [On::First, On::Next].into_iter();
    let sections = pages.flat_map(|on| asked.drawn(on, Asked { answers, problems: &none }));
    let drawn = sections.flat_map(|section| section.questions);
    let questions: Vec<_> = drawn.filter(|question| is_asked(question.name)).collect();
    let theirs = form.recorded(&open.case).unwrap_or_default();
    let (saved, written) = sides(&asked.said(&theirs), &asked.said(answers), names);
    let (who, when) = first(form, open).unwrap_or_else(|| (conflict.who.clone(), conflict.when));
    let stamp = Stamp { version: open.case.version(), ..stamp };
    let page = Page {
        shell: filled.shell("Someone else changed this while you were writing"),
        caption: filled.caption(),
        first: was_first(form, open, &who, when),
        action: filled.address(),
        stamp,
        hidden: hidden(answers, &questions, stamp),
        compared: Compare::new().side("Saved in the case now", format!("By {who}"), saved).side(
            "What you wrote",
            "By you, not saved yet",
            written,
        ),
        questions,
        save: Button::primary("Save this version").named("do", "record"),
        discard: Button::secondary("Keep what is in the case and discard mine").named("do", "discard"),
    };
    respond::page_with(StatusCode::CONFLICT, &page)
}

/// Who was first, in a sentence.
fn was_first(form: &dyn Form, open: &OpenCase, who: &str, when: DateTime<Utc>) -> String {
    let Some(subject) = form.page().subject else {
        return format!("{who}, saved a change on {}.", date::day_and_time(when));
    };
    let is_today = calendar::london_date(when) == open.today;
    let when = if is_today { date::time(when) } else { date::day_and_time(when) };
    format!("{subject} was recorded at {when} by {who}.")
}

/// Who last changed what the form is about, and when.
fn first(form: &dyn Form, open: &OpenCase) -> Option<(String, DateTime<Utc>)> {
    let history = open.case.history();
    let as_of = |count: usize| form.recorded(&Case::replay(history[..count].iter().cloned()));
    let changed = (1..=history.len()).rev().find(|count| as_of(*count) != as_of(count - 1))?;
    let recorded = &history[changed - 1];
    Some((open.names().person_and_place(recorded.by), recorded.at))
}

/// Every answer that is not asked on this page again, as if all pages before it had been seen.
fn hidden(answers: &Answers, questions: &[Drawn], stamp: Stamp) -> Vec<(String, String)> {
    let kept = answers.clone().answered().with(SEEN, stamp.version.to_string()).with(FOLLOWED, "yes");
    let names: Vec<_> = questions.iter().map(|question| question.name).collect();
    let kept = kept.iter().filter(|(name, _)| !belongs_to(name, &names));
    kept.map(|(name, value)| (name.to_owned(), value.to_owned())).collect()
}

#[derive(Template)]
#[template(path = "pages/case_form/side.html")]
struct Side {
    lines: Vec<(String, Html)>,
}

impl askama::filters::HtmlSafe for Side {}

/// The answers that collide, as the case has them and as they were written, with what differs underlined.
fn sides(saved: &[Said], written: &[Said], names: &[String]) -> (Html, Html) {
    let (mut left, mut right) = (Vec::new(), Vec::new());
    for mine in written.iter().filter(|said| names.iter().any(|name| name == said.name)) {
        let theirs = saved.iter().find(|said| said.name == mine.name);
        let theirs = theirs.map_or_else(String::new, |said| said.or("Not answered"));
        let written = mine.or("Not answered");
        let (was, is) = text_diff::between(&theirs, &written);
        left.push((mine.label.to_string(), Html::marked(was)));
        right.push((mine.label.to_string(), Html::marked(is)));
    }
    (Html::of(Side { lines: left }), Html::of(Side { lines: right }))
}
