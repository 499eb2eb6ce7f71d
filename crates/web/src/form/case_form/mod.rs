//! A form that records one step in a case, from the first look at it to the next page.
//!
//! A form says what it asks, what the answers record and what is said then; that drafts are kept, problems shown, a check
//! page put between and two people at once told apart is the same for all of them.

mod conflict;
mod form;
mod submit;
mod view;

use axum::extract::{Path, Request, State};
use axum::routing::{MethodRouter, get};
use case::Command;

pub(crate) use form::{Form, Intro, Page, Recording};

use super::data::Answers;
use super::draft;
use super::errors::Problems;
use super::questions::{Questions, Read};
use super::record::Stamp;
use crate::app::App;
use crate::case_view::OpenCase;
use crate::components::ButtonLink;
use crate::error::{Answer, Error};
use crate::http::respond;
use crate::session::SignedIn;

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
        submit::submit(&app, visitor, &address(&parts), &*form(&parts)?, request).await
    };
    get(look).post(take)
}

/// The hidden answer that says which entry was the last one its writer had seen. It is part of the answers, so that a
/// draft keeps it.
const SEEN: &str = "seen";
/// The hidden answer that says that the questions which follow from others have been asked.
const FOLLOWED: &str = "followed";

/// A form of a case as somebody filled it in.
#[derive(Clone, Copy)]
struct Filled<'a> {
    app: &'a App,
    open: &'a OpenCase,
    form: &'a dyn Form,
    answers: &'a Answers,
    stamp: Stamp,
}

impl<'a> Filled<'a> {
    fn questions(self) -> Questions<'a> {
        self.form.questions(self.open, self.answers)
    }

    fn address(self) -> String {
        self.open.address(&self.form.page().path)
    }

    /// The page it belongs to.
    fn home(self) -> String {
        self.open.address(&self.form.page().home)
    }

    /// What the answers ask to record in a case, or what is wrong with them.
    fn commands_in(self, open: &OpenCase) -> Result<Vec<Command>, Problems> {
        // What its writer had not seen yet is not there to be changed.
        if self.form.right(open).is_none() {
            return Err(Problems::default());
        }
        let questions = self.form.questions(open, self.answers);
        let check = |read: &Read<'_>, problems: &mut Problems| self.form.check(open, read, problems);
        let read = questions.read(self.answers, open.today, check)?;
        Ok(self.form.step(open, &read).commands(open, &read))
    }
}

/// Whether a form is offered: the visitor may record it, and the case stands where it can be.
pub(crate) fn is_offered(form: &dyn Form, open: &OpenCase) -> bool {
    fits(form, open) && may_record(form, open)
}

/// A link to a form, where it is offered.
pub(crate) fn offer(form: &dyn Form, open: &OpenCase, text: &str) -> Option<ButtonLink> {
    is_offered(form, open).then(|| ButtonLink::secondary(text, open.address(&form.page().path)))
}

/// A green button to the first of these forms that is offered, each with the words of its button.
pub(crate) fn first_offered(forms: &[(&dyn Form, &str)], open: &OpenCase) -> Option<ButtonLink> {
    let (form, text) = forms.iter().find(|(form, _)| is_offered(*form, open))?;
    Some(ButtonLink::primary(*text, open.address(&form.page().path)))
}

/// Whether the stages of the lifecycle and the form itself allow it now.
fn fits(form: &dyn Form, open: &OpenCase) -> bool {
    form.page().records.is_none_or(|kind| kind.fits(open.case.stage)) && form.fits(open)
}

fn may_record(form: &dyn Form, open: &OpenCase) -> bool {
    form.right(open).is_some_and(|kind| open.may(&kind))
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
    let page = form.page();
    if !fits(form, &open) {
        return respond::go_to(&open.address(&page.home));
    }
    let draft = draft::draft(app, &open.visitor, &open.address(&page.path)).await?;
    let none = Answers::default();
    let begin = || form.questions(&open, &none).begin(form.recorded(&open.case), open.today);
    let answers = draft.unwrap_or_else(begin);
    let seen = answers.one(SEEN).parse().unwrap_or(open.case.version()).min(open.case.version());
    let filled = Filled { app, open: &open, form, answers: &answers, stamp: Stamp::new(app, seen) };
    if page.checked.is_some() && filled.questions().ask_nothing() {
        return filled.checked();
    }
    respond::page(&filled.first_page(&Problems::default()))
}
