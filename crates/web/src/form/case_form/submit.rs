//! What a form sent: kept, shown again, checked or recorded.

use axum::extract::Request;
use case::Command;
use store::Receipt;

use super::conflict::{self, Late};
use super::{FOLLOWED, Form, opened, view};
use crate::app::App;
use crate::case_view::OpenCase;
use crate::error::{Answer, Error};
use crate::form::asked::{Asked, Section};
use crate::form::data::Answers;
use crate::form::dry_run::foresee;
use crate::form::errors::Problems;
use crate::form::parse::Fields;
use crate::form::record::{Stamp, forget_draft, record_together, tell};
use crate::form::{draft, email_preview, request};
use crate::http::respond;
use crate::session::SignedIn;

/// One sending of a form.
#[derive(Clone, Copy)]
pub(super) struct Sent<'a> {
    pub(super) app: &'a App,
    pub(super) open: &'a OpenCase,
    pub(super) form: &'a dyn Form,
    pub(super) answers: &'a Answers,
    pub(super) stamp: Stamp,
}

/// Takes what the form sent.
pub(super) async fn send(
    app: &App,
    visitor: SignedIn,
    address: &str,
    form: &dyn Form,
    request: Request,
) -> Answer {
    let open = opened(app, visitor, address, form).await?;
    let answers = request::answers(request).await?;
    let open = match form.other_case(&answers) {
        Some(reference) => open.beside(app, reference).await?,
        None => open,
    };
    let path = open.address(&form.path());
    if form.is_kept() && draft::is_wanted(&answers) {
        let label = format!("{}, case {}", form.heading(), open.reference);
        return draft::keep(app, &open.visitor, &path, &label, answers, &open.address(&form.back())).await;
    }
    if answers.one("do") == "discard" {
        forget_draft(app.db(), &open.visitor, &path).await?;
        tell(app, &open.visitor, "What you wrote was discarded", None).await?;
        return respond::go_to(&open.address(&form.back()));
    }
    let stamp = Stamp::read(&answers)?;
    Sent { app, open: &open, form, answers: &answers, stamp }.answer().await
}

/// Shows what a form without questions would record, before anything is sent.
pub(super) fn check(app: &App, open: &OpenCase, form: &dyn Form, answers: &Answers, stamp: Stamp) -> Answer {
    let sent = Sent { app, open, form, answers, stamp };
    let mut fields = Fields::of(answers);
    let command = form.read(open, &mut fields).filter(|_| fields.are_fine());
    let (Some(command), Some(heading)) = (command, form.check_heading()) else {
        return sent.refused(&fields.problems);
    };
    let commands: Vec<_> = [command].into_iter().chain(form.then(open, answers)).collect();
    sent.foretold(heading, &commands)
}

impl Sent<'_> {
    async fn answer(self) -> Answer {
        let problems = Problems::default();
        if let Some(question) = self.answers.one("do").strip_prefix("change") {
            return self.changed(question.trim_start_matches('-'));
        }
        let mut fields = Fields::of(self.answers);
        let command = self.form.read(&self.as_seen(), &mut fields);
        let asked = Asked { answers: self.answers, problems: &problems };
        let follows = self.form.follow_up(self.open, asked).filter(|_| !self.has_followed());
        if let Some(section) = follows {
            // The questions of the next page are not asked yet, so nothing can be wrong with their answers.
            let later = section.questions.iter().map(|question| question.name);
            let problems = later.fold(fields.problems, Problems::without);
            if !problems.is_empty() {
                return self.refused(&problems);
            }
            let page =
                view::follow_up(self.app, self.open, self.form, section, self.answers, &problems, self.stamp);
            return respond::page(&page);
        }
        match command.filter(|_| fields.are_fine()) {
            Some(command) => self.check_or_record(command).await,
            None => self.refused(&fields.problems),
        }
    }

    /// Goes back to the page on which a question is asked; to the first where none is named.
    fn changed(self, question: &str) -> Answer {
        let none = Problems::default();
        let asked = Asked { answers: self.answers, problems: &none };
        let has = |section: &Section| section.questions.iter().any(|one| one.name == question);
        let Sent { app, open, form, answers, stamp } = self;
        if let Some(section) = form.follow_up(open, asked).filter(has) {
            return respond::page(&view::follow_up(app, open, form, section, answers, &none, stamp));
        }
        if let Some(section) = form.presumed(open, asked).filter(has) {
            return respond::page(&view::presumed(app, open, form, section, answers, &none, stamp));
        }
        respond::page(&view::form(app, open, form, answers, &none, stamp))
    }

    /// The case as its writer saw it. What somebody else changed since is none of their doing.
    fn as_seen(self) -> OpenCase {
        let seen = self.stamp.version;
        if seen >= self.open.case.version() {
            return self.open.clone();
        }
        let earlier = self.open.case.history().iter().take_while(|recorded| recorded.seq <= seen);
        self.open.as_if(case::Case::replay(earlier.cloned()))
    }

    fn has_followed(self) -> bool {
        self.answers.has(FOLLOWED, "yes")
    }

    async fn check_or_record(self, command: Command) -> Answer {
        let Some(heading) = self.form.check_heading().filter(|_| self.answers.one("do") != "record") else {
            return self.record(command).await;
        };
        let commands: Vec<_> = [command].into_iter().chain(self.form.then(self.open, self.answers)).collect();
        self.foretold(heading, &commands)
    }

    /// What would be recorded, and what would follow from it.
    fn foretold(self, heading: &'static str, commands: &[Command]) -> Answer {
        match foresee(self.app, &self.open.visitor, &self.open.case, commands) {
            Ok(after) => {
                let after = self.open.as_if(after);
                let happens = self.form.happens(self.open, &after);
                let shows = self.form.shows_letters();
                let letters =
                    if shows { email_preview::shown(self.app, self.open, &after) } else { Vec::new() };
                let check = (heading, happens, letters);
                respond::page(&view::check(self.app, self.open, self.form, self.answers, check, self.stamp))
            }
            Err(rejection) => self.rejected(&rejection),
        }
    }

    async fn recorded(self, command: Command) -> Result<Receipt, store::Error> {
        let then = self.form.then(self.open, self.answers);
        record_together(self.app, &self.open.visitor, self.open.id, self.stamp, command, then).await
    }

    async fn record(self, command: Command) -> Answer {
        match self.recorded(command.clone()).await {
            Ok(_) => self.done(&command, &[]).await,
            Err(store::Error::Rejected(rejection)) => self.rejected(&rejection),
            Err(store::Error::Conflict(conflict)) => self.late(conflict).await,
            Err(error) => Err(error.into()),
        }
    }

    /// Somebody recorded something since the form was opened. Unless it was the same, it does not stand in the way.
    async fn late(self, conflict: store::Conflict) -> Answer {
        let open = self.open.again(self.app).await?;
        match conflict::look(self.form, &self.as_seen().case, &open, self.answers) {
            Late::Collides(names) => conflict::page(Sent { open: &open, ..self }, &conflict, &names),
            Late::Fits { answers, theirs } => {
                let stamp = Stamp { version: open.case.version(), ..self.stamp };
                Sent { open: &open, answers: &answers, stamp, ..self }.record_merged(&theirs).await
            }
        }
    }

    async fn record_merged(self, theirs: &[String]) -> Answer {
        let mut fields = Fields::of(self.answers);
        let Some(command) = self.form.read(self.open, &mut fields).filter(|_| fields.are_fine()) else {
            return self.refused(&fields.problems);
        };
        match self.recorded(command.clone()).await {
            Ok(_) => self.done(&command, theirs).await,
            Err(store::Error::Rejected(rejection)) => self.rejected(&rejection),
            // Twice in a moment: there is no telling how often it would happen, and sending the form again tries again.
            Err(store::Error::Conflict(_)) => Err(Error::Busy),
            Err(error) => Err(error.into()),
        }
    }

    async fn done(self, command: &Command, theirs: &[String]) -> Answer {
        forget_draft(self.app.db(), &self.open.visitor, &self.open.address(&self.form.path())).await?;
        let after = self.open.again(self.app).await?;
        let then = self.form.then(self.open, self.answers);
        let (happened, next) = self.form.done_all(&after, command, &then);
        let merged = (!theirs.is_empty()).then(|| {
            format!(
                "Somebody else changed this at the same time: {}. Both changes are kept.",
                theirs.join(", ")
            )
        });
        let next = match (next, merged) {
            (Some(next), Some(merged)) => Some(format!("{next} {merged}")),
            (next, merged) => next.or(merged),
        };
        tell(self.app, &self.open.visitor, happened, next).await?;
        respond::go_to(&self.open.address(&self.form.next()))
    }

    /// Puts what the rules refuse beside the questions it is about; what is about none of them, above the form.
    fn rejected(self, rejection: &case::Rejection) -> Answer {
        let none = Problems::default();
        let asked = Asked { answers: self.answers, problems: &none };
        let follow_up = self.form.follow_up(self.open, asked);
        let presumed = self.form.presumed(self.open, asked);
        let sections = self.form.sections(self.open, asked).into_iter().chain(follow_up).chain(presumed);
        let names: Vec<_> =
            sections.flat_map(|section| section.questions).map(|question| question.name).collect();
        let mut problems = Problems::default();
        for problem in &rejection.problems {
            let is_date = !self.answers.one(&format!("{}-year", problem.field)).is_empty()
                || self.answers.iter().any(|(name, _)| name == format!("{}-day", problem.field));
            match () {
                () if !names.contains(&problem.field) => problems.add("", &problem.message),
                () if is_date => {
                    problems.add_at(problem.field, &format!("{}-day", problem.field), &problem.message);
                }
                () => problems.add(problem.field, &problem.message),
            }
        }
        self.refused(&problems)
    }

    /// Shows the page of the questions again on which something is wrong.
    fn refused(self, problems: &Problems) -> Answer {
        let asked = Asked { answers: self.answers, problems };
        let is_of =
            |section: &Section| section.questions.iter().any(|question| problems.of(question.name).is_some());
        let Sent { app, open, form, answers, stamp } = self;
        let follow_up = form.follow_up(open, asked).filter(|section| self.has_followed() && is_of(section));
        if let Some(section) = follow_up {
            return respond::refused(&view::follow_up(app, open, form, section, answers, problems, stamp));
        }
        if let Some(section) = form.presumed(open, asked).filter(is_of) {
            return respond::refused(&view::presumed(app, open, form, section, answers, problems, stamp));
        }
        respond::refused(&view::form(app, open, form, answers, problems, stamp))
    }
}
