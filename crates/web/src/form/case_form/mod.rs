//! A form that records one step in a case, from the first look at it to the next page.
//!
//! A page says what it asks, how the answers are read and what is said when they are recorded; that drafts are kept,
//! problems shown, a check page put between and two people at once told apart is the same for all of them.

mod conflict;
mod said_once;
mod submit;
mod view;

use std::borrow::Cow;

use axum::extract::{Path, Request, State};
use axum::routing::{MethodRouter, get};
use case::{Case, Command, Reference, Step, StepKind};
use chrono::{DateTime, Utc};

use crate::app::App;
use crate::case_view::OpenCase;
use crate::components::{ButtonLink, Html};
use crate::error::{Answer, Error};
use crate::form::asked::{Asked, Question, Section};
use crate::form::data::Answers;
use crate::form::draft;
use crate::form::errors::Problems;
use crate::form::parse::Fields;
use crate::form::record::Stamp;
use crate::http::respond;
use crate::session::SignedIn;
use crate::text::date;

/// Finds the form that the last part of an address names, such as the number of a child; empty where the address names
/// nothing but the case. Several varying parts come with a slash between them.
type Found = fn(&str) -> Option<Box<dyn Form>>;

/// The route of a form: looking at it and sending it.
pub(crate) fn route(found: Found) -> MethodRouter<App> {
    let form = move |parts: &[(String, String)]| {
        let which: Vec<_> = parts.iter().skip(1).map(|(_, part)| part.as_str()).collect();
        found(&which.join("/")).ok_or(Error::NotFound)
    };
    let address =
        |parts: &[(String, String)]| parts.first().map(|(_, part)| part.clone()).unwrap_or_default();
    let look = move |State(app): State<App>, visitor: SignedIn, Path(parts): Path<Vec<(String, String)>>| async move {
        show(&app, visitor, &address(&parts), &*form(&parts)?).await
    };
    let take = move |State(app): State<App>,
                     visitor: SignedIn,
                     Path(parts): Path<Vec<(String, String)>>,
                     request: Request| async move {
        submit::send(&app, visitor, &address(&parts), &*form(&parts)?, request).await
    };
    get(look).post(take)
}

/// The hidden answer that says which entry was the last one its writer had seen. It is part of the answers, so that a
/// draft keeps it.
const SEEN: &str = "seen";
/// The hidden answer that says that the questions which follow from others have been asked.
const FOLLOWED: &str = "followed";

/// One answer in words, for a check page and for comparing two.
pub(crate) struct Said {
    /// The name of the question.
    pub(crate) name: &'static str,
    /// The question in short.
    pub(crate) label: Cow<'static, str>,
    /// The answer; empty where there is none.
    pub(crate) answer: String,
}

impl Said {
    /// An answer.
    pub(crate) fn new(
        name: &'static str,
        label: impl Into<Cow<'static, str>>,
        answer: impl Into<String>,
    ) -> Self {
        Self { name, label: label.into(), answer: answer.into() }
    }

    /// Whether there is no answer.
    pub(crate) fn is_empty(&self) -> bool {
        self.answer.trim().is_empty()
    }

    /// The answer, or what to say where there is none.
    pub(crate) fn or(&self, none: &str) -> String {
        if self.is_empty() { none.to_owned() } else { self.answer.clone() }
    }
}

/// A form that records one step in a case.
pub(crate) trait Form: Send + Sync {
    /// Its path below the case.
    fn path(&self) -> String;

    /// The page it belongs to, below the case. Back and the next page lead there.
    fn home(&self) -> &'static str;

    /// The same page, where its address names something, such as an agency.
    fn back(&self) -> String {
        self.home().to_owned()
    }

    /// The heading of the page, which begins with a verb. Names nobody: it is the title of the page and of a draft too.
    fn heading(&self) -> String;

    /// The heading above its questions, where it says more than [`Form::heading`] can without the case.
    fn asks(&self, _open: &OpenCase) -> String {
        self.heading()
    }

    /// What somebody reads before they answer, made of parts: what is asked, by when, and on what ground.
    fn about(&self, _open: &OpenCase) -> Option<Html> {
        None
    }

    /// What somebody should know before the first question.
    fn intro(&self, _open: &OpenCase) -> Vec<String> {
        Vec::new()
    }

    /// The words of the button that records.
    fn button(&self) -> &'static str;

    /// Whether what was begun may be kept as a draft. Who a child is may not: a draft is one place more to erase it from.
    fn is_kept(&self) -> bool {
        true
    }

    /// A step of the kind it records, by which is asked whether the visitor may; none where there is nothing to do it to.
    fn step(&self, open: &OpenCase) -> Option<Step>;

    /// The kind of that step.
    fn right(&self, open: &OpenCase) -> Option<StepKind> {
        self.step(open).map(|step| step.kind())
    }

    /// Whether the case stands where this can be recorded.
    fn fits(&self, open: &OpenCase) -> bool;

    /// How the form begins for somebody who has not answered anything.
    fn begin(&self, open: &OpenCase) -> Answers {
        self.recorded(&open.case).unwrap_or_default()
    }

    /// The answers as the record has them, where the form changes what is recorded. By them is seen whether two people
    /// changed the same.
    fn recorded(&self, _case: &Case) -> Option<Answers> {
        None
    }

    /// The questions.
    fn sections(&self, open: &OpenCase, asked: Asked<'_>) -> Vec<Section>;

    /// Questions that follow from the answers to the others, and so come on a page of their own after them.
    fn follow_up(&self, _open: &OpenCase, _asked: Asked<'_>) -> Option<Section> {
        None
    }

    /// Questions that are answered for the writer, and so are asked only where somebody presses “Change” on the check
    /// page. What is not sent for one of them means what it began with.
    fn presumed(&self, _open: &OpenCase, _asked: Asked<'_>) -> Option<Section> {
        None
    }

    /// Whether another page comes before recording, so that the first button says so.
    fn continues(&self) -> bool {
        self.check_heading().is_some()
    }

    /// The reference of another case that the answers name. It is looked up before they are read.
    fn other_case(&self, _answers: &Answers) -> Option<Reference> {
        None
    }

    /// The command that the answers ask for.
    fn read(&self, open: &OpenCase, fields: &mut Fields<'_>) -> Option<Command>;

    /// What is recorded after that command, with it or not at all.
    fn then(&self, _open: &OpenCase, _answers: &Answers) -> Vec<Command> {
        Vec::new()
    }

    /// The answers in words.
    fn said(&self, open: &OpenCase, answers: &Answers) -> Vec<Said>;

    /// The heading of the page on which everything is checked first, where it has legal weight. It is the action: “Check and
    /// record the notification as sent”.
    fn check_heading(&self) -> Option<&'static str> {
        None
    }

    /// What follows from recording it, for that page; `after` is the case as it would stand.
    fn happens(&self, _open: &OpenCase, _after: &OpenCase) -> Vec<String> {
        Vec::new()
    }

    /// Who was first, where two people answered the same differently.
    fn first(&self, _open: &OpenCase, who: &str, when: DateTime<Utc>) -> String {
        format!("{who}, saved a change on {}.", date::day_and_time(when))
    }

    /// Whether the check page shows the letters that go out when it is recorded, word for word.
    fn shows_letters(&self) -> bool {
        false
    }

    /// Where its writer goes when it is recorded, below the case.
    fn next(&self) -> String {
        self.back()
    }

    /// What the next page says: what happened, and what is next.
    fn done(&self, after: &OpenCase, command: &Command) -> (String, Option<String>);

    /// The same, of a form that records several steps together: `then` follows the first.
    fn done_all(&self, after: &OpenCase, first: &Command, _then: &[Command]) -> (String, Option<String>) {
        self.done(after, first)
    }
}

/// Whether an input belongs to a question: a date is in several.
fn belongs(input: &str, question: &str) -> bool {
    let part = input.strip_prefix(question);
    part.is_some_and(|part| matches!(part, "" | "-day" | "-month" | "-year" | "-unknown"))
}

/// Whether an input belongs to any of these questions.
fn belongs_to(input: &str, questions: &[Question]) -> bool {
    questions.iter().any(|question| belongs(input, question.name))
}

/// Whether a form is offered: the visitor may record it, and the case stands where it can be.
pub(crate) fn is_offered(form: &dyn Form, open: &OpenCase) -> bool {
    form.fits(open) && may_record(form, open)
}

/// A link to a form, where it is offered.
pub(crate) fn offer(form: &dyn Form, open: &OpenCase, text: &str) -> Option<ButtonLink> {
    is_offered(form, open).then(|| ButtonLink::secondary(text, open.address(&form.path())))
}

/// A green button to the first of these forms that is offered, each with the words of its button.
pub(crate) fn first_offered(forms: &[(&dyn Form, &str)], open: &OpenCase) -> Option<ButtonLink> {
    let (form, text) = forms.iter().find(|(form, _)| is_offered(*form, open))?;
    Some(ButtonLink::primary(*text, open.address(&form.path())))
}

fn may_record(form: &dyn Form, open: &OpenCase) -> bool {
    form.right(open).is_some_and(|kind| open.permits_kind(&kind))
}

/// Opens the case for a form. What the visitor may not record is not there.
async fn opened(app: &App, visitor: SignedIn, address: &str, form: &dyn Form) -> Result<OpenCase, Error> {
    let open = OpenCase::open(app, visitor, address).await?;
    if may_record(form, &open) { Ok(open) } else { Err(Error::NotFound) }
}

/// Shows the form, with what the visitor began to write before. Where there is nothing to record any more, leads to
/// where it can be read.
async fn show(app: &App, visitor: SignedIn, address: &str, form: &dyn Form) -> Answer {
    let open = opened(app, visitor, address, form).await?;
    if !form.fits(&open) {
        return respond::go_to(&open.address(&form.back()));
    }
    let draft = draft::draft(app, &open.visitor, &open.address(&form.path())).await?;
    let answers = draft.unwrap_or_else(|| form.begin(&open));
    let seen = answers.one(SEEN).parse().unwrap_or(open.case.version()).min(open.case.version());
    let stamp = Stamp::new(app, seen);
    let none = Problems::default();
    let asks_nothing = form.sections(&open, Asked { answers: &answers, problems: &none }).is_empty();
    if asks_nothing && form.check_heading().is_some() {
        return submit::check(app, &open, form, &answers, stamp);
    }
    respond::page(&view::form(app, &open, form, &answers, &Problems::default(), stamp))
}
