//! A form with a handler of its own: an account, a setting, who has access to a case, or a choice of where to go.
//!
//! Its questions are said as those of a case form are. Drafts, problems, and answers that travel over a check page are
//! handled here, alike for all of them; what is done with the answers is the handler's own.

use axum::extract::Request;
use case::Rejection;
use serde::Serialize;
use store::{Digest, drafts, session};
use uuid::Uuid;

use super::asked::Asked;
use super::data::Answers;
use super::errors::Problems;
use super::page::FormPage;
use super::questions::{On, Questions, Read};
use super::record::{Stamp, forget_draft};
use super::{draft, request};
use crate::app::App;
use crate::components::{SummaryList, SummaryRow};
use crate::error::{Answer, Error};
use crate::http::respond;
use crate::session::{Flash, SignedIn};

/// Notes what is wrong beyond each answer by itself.
type Check<'a> = Box<dyn Fn(&Read<'_>, &mut Problems) + Send + Sync + 'a>;

/// What the button of a check page sends that leads back to the questions.
pub(crate) const CHANGE: &str = "change";

/// What a form carries by which it is seen whether somebody else changed meanwhile what it changes.
const SEEN: &str = "seen";

/// A form with its page and its questions.
pub(crate) struct PageForm<'a> {
    app: &'a App,
    visitor: &'a SignedIn,
    path: String,
    home: String,
    label: String,
    page: FormPage,
    questions: Questions<'a>,
    carried: Vec<(&'static str, String)>,
    check: Check<'a>,
    seen: Option<(String, &'static str)>,
}

impl<'a> PageForm<'a> {
    /// A form at this path, which leads to `home` when it is done and when it is kept for later.
    pub(crate) fn new(
        app: &'a App,
        visitor: &'a SignedIn,
        path: impl Into<String>,
        home: impl Into<String>,
        page: FormPage,
    ) -> Self {
        Self {
            app,
            visitor,
            path: path.into(),
            home: home.into(),
            label: page.title().to_owned(),
            page,
            questions: Questions::new(),
            carried: Vec::new(),
            check: Box::new(|_, _| ()),
            seen: None,
        }
    }

    /// Asks these questions, in place of any others.
    pub(crate) fn asking(self, questions: Questions<'a>) -> Self {
        Self { questions, ..self }
    }

    /// With this name of its draft, where that is not the title of the page.
    pub(crate) fn called(self, label: impl Into<String>) -> Self {
        Self { label: label.into(), ..self }
    }

    /// With another page as the one after it.
    pub(crate) fn leading_to(self, home: impl Into<String>) -> Self {
        Self { home: home.into(), ..self }
    }

    /// With this value, which is sent unseen and begins so.
    pub(crate) fn carrying(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.carried.push((name, value.into()));
        self
    }

    /// With what a form carries that records a step: see [`Stamp`].
    pub(crate) fn stamped(self, version: u32) -> Self {
        let Stamp { version, request } = Stamp::new(self.app, version);
        self.carrying("version", version.to_string()).carrying("request", request.to_string())
    }

    /// With this noted as wrong beyond each answer by itself.
    pub(crate) fn checking(self, check: impl Fn(&Read<'_>, &mut Problems) + Send + Sync + 'a) -> Self {
        Self { check: Box::new(check), ..self }
    }

    /// Refused once, with this message, where somebody else changed what it changes after the form was opened.
    pub(crate) fn unless_changed<T: Serialize + ?Sized>(self, setting: &T, message: &'static str) -> Self {
        let text = serde_json::to_string(setting).unwrap_or_default();
        let now = Uuid::new_v5(&Uuid::NAMESPACE_OID, text.as_bytes()).to_string();
        Self { seen: Some((now.clone(), message)), ..self }.carrying(SEEN, now)
    }

    /// Shows the form, with what the visitor began to write before.
    pub(crate) async fn show(self) -> Answer {
        let kept = draft::draft(self.app, self.visitor, &self.path).await?;
        let begin = || self.questions.begin(None, self.app.clock().today());
        let answers = kept.unwrap_or_else(begin);
        self.show_with(&answers)
    }

    /// Shows the form with these answers.
    pub(crate) fn show_with(self, answers: &Answers) -> Answer {
        respond::page(&self.drawn(answers, &Problems::default()))
    }

    /// What was sent, and what is wrong with it.
    pub(crate) async fn sent(self, request: Request) -> Result<Sent<'a>, Error> {
        Ok(self.answered(request::answers(request).await?))
    }

    /// The same, where the questions depend on what was sent.
    pub(crate) fn answered(mut self, answers: Answers) -> Sent<'a> {
        match self.seen.take().filter(|(now, _)| answers.one(SEEN) != now && !draft::is_wanted(&answers)) {
            None => Sent { form: self, answers },
            Some((now, message)) => {
                let check = std::mem::replace(&mut self.check, Box::new(|_, _| ()));
                let form = self.checking(move |read, problems| {
                    problems.add("", message);
                    check(read, problems);
                });
                Sent { form, answers: answers.with(SEEN, now) }
            }
        }
    }

    fn drawn(self, answers: &Answers, problems: &Problems) -> FormPage {
        let page = self.page.problems(problems).to(self.path);
        let sections = self.questions.drawn(On::First, Asked { answers, problems });
        let carried = self.carried.into_iter().map(|(name, value)| {
            let sent = answers.is_sent(name).then(|| answers.one(name).to_owned());
            (name, sent.unwrap_or(value))
        });
        carried.fold(page, |page, (name, value)| page.hidden(name, value)).sections(sections)
    }
}

/// What somebody sent of a form.
pub(crate) struct Sent<'a> {
    form: PageForm<'a>,
    pub(crate) answers: Answers,
}

impl Sent<'_> {
    /// The answers, where nothing is wrong with them and nothing else is wanted; otherwise [`Sent::answer`] says what is.
    pub(crate) fn fine(&self) -> Option<Read<'_>> {
        let is_meant = !draft::is_wanted(&self.answers) && self.answers.one("do") != CHANGE;
        self.read().ok().filter(|_| is_meant)
    }

    fn read(&self) -> Result<Read<'_>, Problems> {
        let form = &self.form;
        form.questions.read(&self.answers, form.app.clock().today(), &form.check)
    }

    /// Keeps the draft that is wanted, or shows the questions again with what is wrong.
    pub(crate) async fn answer(self) -> Answer {
        let problems = self.read().err().unwrap_or_default();
        let Self { form, answers } = self;
        if draft::is_wanted(&answers) {
            return draft::keep(form.app, form.visitor, &form.path, &form.label, answers, &form.home).await;
        }
        if answers.one("do") == CHANGE {
            return form.show_with(&answers);
        }
        respond::refused(&form.drawn(&answers, &problems))
    }

    /// Shows the questions again with what is wrong with one of them; with the form as a whole where none is named.
    pub(crate) fn refused(self, question: &str, message: impl Into<String>) -> Answer {
        let mut problems = Problems::default();
        problems.add(question, message);
        respond::refused(&self.form.drawn(&self.answers, &problems))
    }

    /// Shows the questions again with why the rules refuse it. `fields` says what the fields of the command are called here:
    /// see [`Problems::refused`].
    pub(crate) fn rejected(self, rejection: &Rejection, fields: &[(&str, &str, &str)]) -> Answer {
        let mut problems = Problems::default();
        problems.refused(rejection, fields);
        respond::refused(&self.form.drawn(&self.answers, &problems))
    }

    /// Whether the answers were seen once more on the check page, and are to be acted on.
    pub(crate) fn is_confirmed(&self) -> bool {
        self.answers.one("do") == "record"
    }

    /// Every answer in words, for a check page: the first is what the form is about.
    pub(crate) fn said(&self) -> SummaryList {
        let rows = self.form.questions.said(&self.answers).into_iter().enumerate().map(|(at, said)| {
            let (label, answer) = (said.label.clone(), said.or("None"));
            if at == 0 { SummaryRow::strong(label, answer) } else { SummaryRow::new(label, answer) }
        });
        rows.fold(SummaryList::new(), SummaryList::row)
    }

    /// Shows the check page, over which the answers travel unseen.
    pub(crate) fn checked(self, page: FormPage) -> Answer {
        respond::page(&page.to(self.form.path).carrying(&self.answers))
    }

    /// Says that it is done, on the page to which the form leads.
    pub(crate) async fn done(self, flash: Flash) -> Answer {
        let home = self.form.home.clone();
        self.done_at(&home, flash).await
    }

    /// Says that it is done, on another page.
    pub(crate) async fn done_at(self, address: &str, flash: Flash) -> Answer {
        let PageForm { app, visitor, path, .. } = self.form;
        let (person, session, text) = (visitor.actor.person, Digest(visitor.session), flash.text());
        let write = app.db().write(move |tx| {
            Box::pin(async move {
                drafts::remove(tx, person, &path).await?;
                session::set_flash(tx, session, &text).await
            })
        });
        write.await?;
        respond::go_to(address)
    }

    /// Goes on to a page, where nothing was done that has to be said.
    pub(crate) async fn go_to(self, address: &str) -> Answer {
        forget_draft(self.form.app.db(), self.form.visitor, &self.form.path).await?;
        respond::go_to(address)
    }
}
