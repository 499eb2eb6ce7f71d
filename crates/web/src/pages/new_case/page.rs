//! One question of starting a case.

use askama::Template;
use axum::extract::{RawQuery, Request, State};
use axum::routing::{MethodRouter, get};
use calendar::NaiveDate;

use super::begun::Starter;
use super::{CHECK, NEW, PAGES};
use crate::app::App;
use crate::components::{BackLink, Button, ErrorSummary, Html};
use crate::error::Answer;
use crate::form::record::forget_draft;
use crate::form::{Answers, Problems, Questions, Read, draft, request};
use crate::http::respond;
use crate::layout::{Before, Section, Shell};
use crate::session::SignedIn;

/// One question.
pub(super) trait Page: Send + Sync {
    /// Its path.
    fn path(&self) -> &'static str;

    /// The question in short, as the title of the page.
    fn about(&self) -> &'static str;

    /// The question and what goes with it. The label of the first is the heading.
    fn questions(&self, starter: &Starter, answers: &Answers) -> Questions<'static>;

    /// Notes what is wrong beyond each answer by itself.
    fn check(&self, _starter: &Starter, _read: &Read<'_>, _problems: &mut Problems) {}

    /// The answers as they are kept, where that is not as they were sent.
    fn kept(&self, answers: Answers, _today: NaiveDate) -> Answers {
        answers
    }

    /// The answers as they are shown again, where that is not as they are kept.
    fn shown(&self, answers: Answers, _today: NaiveDate) -> Answers {
        answers
    }
}

impl Starter {
    /// The first page before `path` that is not answered yet, or not rightly.
    pub(super) fn unanswered_before(&self, path: &str, answers: &Answers) -> Option<&'static str> {
        let mut before = PAGES.iter().take_while(|page| page.path() != path);
        before.find(|page| !self.problems(**page, answers).is_empty()).map(|page| page.path())
    }

    /// What is wrong with the answers to a page.
    fn problems(&self, page: &dyn Page, answers: &Answers) -> Problems {
        let check = |read: &Read<'_>, problems: &mut Problems| page.check(self, read, problems);
        let questions = page.questions(self, answers);
        questions.read(answers, self.today(), check).err().unwrap_or_default()
    }

    /// The answers so far with those to a page in place of what it had.
    pub(super) fn take(&self, page: &dyn Page, so_far: &Answers, sent: &Answers) -> Answers {
        let taken = page.questions(self, so_far).take(so_far, sent);
        page.kept(taken, self.today())
    }
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
    let answers = starter.take(page, &starter.answers().await?, &sent);
    if draft::is_wanted(&sent) {
        return starter.keep_for_later(answers.with("do", sent.one("do"))).await;
    }
    let to_check = sent.one("then") == "check";
    let problems = starter.problems(page, &answers);
    if !problems.is_empty() {
        return respond::refused(&drawn(page, &starter, &answers, &problems, to_check));
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
    questions: Html,
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
    let (questions, today) = (page.questions(starter, answers), starter.today());
    let answers = page.shown(questions.begin_rest(answers.clone(), today), today);
    Drawn {
        shell: shell.after(Before::Back(back)).with_errors(!problems.is_empty()),
        errors: request::summary(problems),
        action: page.path(),
        to_check,
        questions: questions.asked(&answers, problems),
        go_on: Button::primary("Continue"),
        later: Button::secondary("Save and come back later").named("do", "draft"),
        again: begun.then(|| Button::secondary("Clear the answers and start again").named("do", "discard")),
    }
}
