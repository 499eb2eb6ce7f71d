//! One question of starting a case.

use askama::Template;
use axum::extract::{RawQuery, Request, State};
use axum::routing::{MethodRouter, get};
use calendar::NaiveDate;

use super::begun::{LABEL, Starter};
use super::{CHECK, NEW, PAGES};
use crate::app::App;
use crate::components::{BackLink, Button, ErrorSummary, Html};
use crate::error::Answer;
use crate::form::asked::Asked;
use crate::form::data::Answers;
use crate::form::errors::Problems;
use crate::form::parse::Fields;
use crate::form::record::forget_draft;
use crate::form::{draft, request};
use crate::http::respond;
use crate::layout::{Before, Section, Shell};
use crate::session::SignedIn;

/// One question.
pub(super) trait Page: Send + Sync {
    /// Its path.
    fn path(&self) -> &'static str;

    /// The question in short, as the title of the page.
    fn about(&self) -> &'static str;

    /// The question and what goes with it. The label of the first part is the heading.
    fn parts(&self, starter: &Starter, asked: Asked<'_>) -> Vec<Html>;

    /// Notes what is wrong with the answers to it.
    fn read(&self, starter: &Starter, fields: &mut Fields<'_>);

    /// The answers so far with those to this page in place of what it had.
    fn take(&self, so_far: Answers, sent: &Answers, today: NaiveDate) -> Answers;
}

impl Starter {
    /// The first page before `path` that is not answered yet, or not rightly.
    pub(super) fn unanswered_before(&self, path: &str, answers: &Answers) -> Option<&'static str> {
        let mut before = PAGES.iter().take_while(|page| page.path() != path);
        before.find(|page| !self.is_answered(**page, answers)).map(|page| page.path())
    }

    fn is_answered(&self, page: &dyn Page, answers: &Answers) -> bool {
        let mut fields = Fields::of(answers);
        page.read(self, &mut fields);
        fields.are_fine()
    }
}

/// Takes the answers of these names from what was sent.
pub(super) fn taken(so_far: Answers, sent: &Answers, names: &[&str]) -> Answers {
    let so_far = names.iter().fold(so_far, |answers, name| answers.without(name));
    let sent = sent.iter().filter(|(name, _)| names.contains(name));
    sent.fold(so_far, |answers, (name, value)| answers.and(name, value))
}

/// The route of a question.
pub(super) fn route(page: &'static dyn Page) -> MethodRouter<App> {
    let look = move |State(app): State<App>, visitor: SignedIn, RawQuery(query): RawQuery| async move {
        let asked = Answers::read(query.unwrap_or_default().as_bytes());
        show(page, Starter::of(app, visitor)?, asked.has("then", "check")).await
    };
    let take = move |State(app): State<App>, visitor: SignedIn, request: Request| async move {
        send(page, Starter::of(app, visitor)?, request).await
    };
    get(look).post(take)
}

async fn show(page: &'static dyn Page, starter: Starter, to_check: bool) -> Answer {
    let answers = starter.answers().await?;
    match starter.unanswered_before(page.path(), &answers) {
        Some(earlier) => respond::go_to(earlier),
        None => respond::page(&drawn(page, &starter, &answers, &Problems::default(), to_check)),
    }
}

async fn send(page: &'static dyn Page, starter: Starter, request: Request) -> Answer {
    let sent = request::answers(request).await?;
    if sent.one("do") == "discard" {
        forget_draft(starter.app.db(), &starter.visitor, NEW).await?;
        return respond::go_to(NEW);
    }
    let answers = page.take(starter.answers().await?, &sent, starter.app.clock().today());
    if draft::is_wanted(&sent) {
        let answers = answers.with("do", sent.one("do"));
        let home = starter.visitor.home();
        return draft::keep(&starter.app, &starter.visitor, NEW, LABEL, answers, home).await;
    }
    let to_check = sent.one("then") == "check";
    let mut fields = Fields::of(&answers);
    page.read(&starter, &mut fields);
    if !fields.are_fine() {
        return respond::refused(&drawn(page, &starter, &answers, &fields.problems, to_check));
    }
    starter.keep(&answers).await?;
    let next =
        PAGES.iter().skip_while(|one| one.path() != page.path()).nth(1).map_or(CHECK, |next| next.path());
    respond::go_to(if to_check { CHECK } else { next })
}

#[derive(Template)]
#[template(path = "pages/new_case/page.html")]
struct Drawn {
    shell: Shell,
    errors: Option<ErrorSummary>,
    action: &'static str,
    to_check: bool,
    parts: Vec<Html>,
    go_on: Button,
    later: Button,
    again: Option<Button>,
}

fn drawn(
    page: &'static dyn Page,
    starter: &Starter,
    answers: &Answers,
    problems: &Problems,
    to_check: bool,
) -> Drawn {
    let before = PAGES.iter().take_while(|one| one.path() != page.path()).last().map(|page| page.path());
    let back = match before {
        _ if to_check => BackLink::new("Back to your answers", CHECK),
        Some(before) => BackLink::new("Back", before),
        None => BackLink::new("Back", starter.visitor.home()),
    };
    let title = format!("Start a case: {}", page.about());
    let shell = Shell::of(&starter.app, &starter.visitor, Section::Cases, &title);
    let begun = before.is_none() && !answers.is_blank();
    Drawn {
        shell: shell.after(Before::Back(back)).with_errors(!problems.is_empty()),
        errors: request::summary(problems),
        action: page.path(),
        to_check,
        parts: page.parts(starter, Asked { answers, problems }),
        go_on: Button::primary("Continue"),
        later: Button::secondary("Save and come back later").named("do", "draft"),
        again: begun.then(|| Button::secondary("Clear the answers and start again").named("do", "discard")),
    }
}
