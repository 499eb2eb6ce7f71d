//! What a form sent: kept, shown again, checked or recorded.

use axum::extract::Request;
use case::{Case, Command, Rejection};

use super::conflict::{self, Merge};
use super::{FOLLOWED, Filled, opened};
use crate::app::App;
use crate::case_view::OpenCase;
use crate::error::{Answer, Error};
use crate::form::Form;
use crate::form::dry_run::dry_run;
use crate::form::errors::Problems;
use crate::form::questions::On;
use crate::form::record::{Along, Stamp, forget_draft, record_together};
use crate::form::{draft, email_preview, request};
use crate::http::respond;
use crate::session::flash;
use crate::session::{Flash, SignedIn};

/// Takes what the form sent.
pub(super) async fn submit(
    app: &App,
    visitor: SignedIn,
    address: &str,
    form: &dyn Form,
    request: Request,
) -> Answer {
    let open = opened(app, visitor, address, form).await?;
    let answers = request::answers(request).await?;
    let page = form.page();
    let other = page.other_case.and_then(|name| answers.one(name).trim().parse().ok());
    let open = match other {
        Some(reference) => open.beside(app, reference).await?,
        None => open,
    };
    let (path, home) = (open.address(&page.path), open.address(&page.home));
    if page.is_kept && draft::is_wanted(&answers) {
        let label = format!("{}, case {}", page.heading, open.reference);
        return draft::keep(app, &open.visitor, &path, &label, answers, &home).await;
    }
    if answers.one("do") == "discard" {
        forget_draft(app.db(), &open.visitor, &path).await?;
        flash(app, &open.visitor, Flash::new("What you wrote was discarded")).await?;
        return respond::go_to(&home);
    }
    let stamp = Stamp::read(&answers)?;
    Filled { app, open: &open, form, answers: &answers, stamp }.answer().await
}

impl Filled<'_> {
    async fn answer(self) -> Answer {
        if let Some(question) = self.answers.one("do").strip_prefix("change") {
            return self.changed(question.trim_start_matches('-'));
        }
        let commands = self.commands_in(&self.as_seen());
        if !self.has_followed() && self.questions().has(On::Next) {
            // The questions of the next page are not asked yet, so nothing can be wrong with their answers.
            let problems = commands.err().unwrap_or_default();
            let problems =
                self.questions().names_on(&[On::Next]).into_iter().fold(problems, Problems::without);
            if !problems.is_empty() {
                return self.refused(&problems);
            }
            return respond::page(&self.next_page(&problems));
        }
        match commands {
            Ok(commands) => self.check_or_record(commands).await,
            Err(problems) => self.refused(&problems),
        }
    }

    /// Goes back to the page on which a question is asked; to the first where none is named.
    fn changed(self, question: &str) -> Answer {
        let none = Problems::default();
        match self.questions().page_of(question) {
            Some(On::Next) => respond::page(&self.next_page(&none)),
            Some(On::Presumed) => respond::page(&self.presumed_page(&none)),
            _ => respond::page(&self.first_page(&none)),
        }
    }

    /// The case as its writer saw it. What somebody else changed since is none of their doing.
    pub(super) fn as_seen(self) -> OpenCase {
        let seen = self.stamp.version;
        if seen >= self.open.case.version() {
            return self.open.clone();
        }
        let earlier = self.open.case.history().iter().take_while(|recorded| recorded.seq <= seen);
        self.open.as_if(Case::replay(earlier.cloned()))
    }

    fn has_followed(self) -> bool {
        self.answers.has(FOLLOWED, "yes")
    }

    async fn check_or_record(self, commands: Vec<Command>) -> Answer {
        if self.form.page().checked.is_some() && self.answers.one("do") != "record" {
            return self.foretold(&commands);
        }
        self.record(commands, None).await
    }

    /// Shows what a form without questions would record, before anything is sent.
    pub(super) fn checked(self) -> Answer {
        match self.commands_in(self.open) {
            Ok(commands) => self.foretold(&commands),
            Err(problems) => self.refused(&problems),
        }
    }

    /// What would be recorded, and what would follow from it.
    fn foretold(self, commands: &[Command]) -> Answer {
        let page = self.form.page();
        let after = match dry_run(self.app, &self.open.visitor, &self.open.case, commands) {
            Ok(after) => self.open.as_if(after),
            Err(rejection) => return self.rejected(&rejection),
        };
        let happens = self.form.happens(self.open, &after);
        let emails =
            if page.shows_emails { email_preview::shown(self.app, self.open, &after) } else { Vec::new() };
        respond::page(&self.check_page(page.checked.unwrap_or_default(), happens, emails))
    }

    /// Records it, with the draft forgotten and the message for the next page left in the same transaction. `theirs` is
    /// what somebody else changed at the same time, where both changes were merged.
    async fn record(self, commands: Vec<Command>, theirs: Option<&[String]>) -> Answer {
        let along = if self.stamp.version == self.open.case.version() {
            match dry_run(self.app, &self.open.visitor, &self.open.case, &commands) {
                Ok(after) => Some(self.along(&self.open.as_if(after), &commands, theirs.unwrap_or_default())),
                Err(rejection) => return self.rejected(&rejection),
            }
        } else {
            None
        };
        let says_so = along.is_some();
        let (visitor, id) = (&self.open.visitor, self.open.id);
        match record_together(self.app, visitor, id, self.stamp, commands.clone(), along).await {
            Ok(receipt) if says_so && !receipt.repeated => self.onwards(),
            Ok(_) => self.recorded_before(&commands).await,
            Err(store::Error::Rejected(rejection)) => self.rejected(&rejection),
            // Twice in a moment: there is no telling how often it would happen, and sending the form again tries again.
            Err(store::Error::Conflict(_)) if theirs.is_some() => Err(Error::Busy),
            Err(store::Error::Conflict(conflict)) => Box::pin(self.late(conflict)).await,
            Err(error) => Err(error.into()),
        }
    }

    /// What goes with the recording.
    fn along(self, after: &OpenCase, commands: &[Command], theirs: &[String]) -> Along {
        let Flash { happened, next } = self.form.done(after, commands);
        let merged = (!theirs.is_empty()).then(|| {
            format!(
                "Somebody else changed this at the same time: {}. Both changes are kept.",
                theirs.join(", ")
            )
        });
        let next: Vec<_> = next.into_iter().chain(merged).collect();
        let next = (!next.is_empty()).then(|| next.join(" "));
        Along { draft: self.address(), flash: Flash { happened, next } }
    }

    /// A second press shows the result of the first.
    async fn recorded_before(self, commands: &[Command]) -> Answer {
        let after = self.open.again(self.app).await?;
        let Along { draft, flash: message } = self.along(&after, commands, &[]);
        forget_draft(self.app.db(), &self.open.visitor, &draft).await?;
        flash(self.app, &self.open.visitor, message).await?;
        self.onwards()
    }

    fn onwards(self) -> Answer {
        let page = self.form.page();
        respond::go_to(&self.open.address(&page.next.unwrap_or(page.home)))
    }

    /// Somebody recorded something since the form was opened. Unless it was the same, it does not stand in the way.
    async fn late(self, conflict: store::Conflict) -> Answer {
        let open = self.open.again(self.app).await?;
        match conflict::look(self.form, &self.as_seen().case, &open, self.answers) {
            Merge::Collides(names) => conflict::page(Filled { open: &open, ..self }, &conflict, &names),
            Merge::Fits { answers, theirs } => {
                let stamp = Stamp { version: open.case.version(), ..self.stamp };
                let merged = Filled { open: &open, answers: &answers, stamp, ..self };
                match merged.commands_in(&open) {
                    Ok(commands) => merged.record(commands, Some(&theirs)).await,
                    Err(problems) => merged.refused(&problems),
                }
            }
        }
    }

    /// Puts what the rules refuse beside the questions it is about; what is about none of them, above the form.
    fn rejected(self, rejection: &Rejection) -> Answer {
        let names: Vec<_> = self.questions().names().collect();
        let mut problems = Problems::default();
        for problem in &rejection.problems {
            let is_date = self.answers.iter().any(|(name, _)| name == format!("{}-day", problem.field));
            if !names.contains(&problem.field) {
                problems.add("", &problem.message);
            } else if is_date {
                problems.add_date(problem.field, &problem.message);
            } else {
                problems.add(problem.field, &problem.message);
            }
        }
        self.refused(&problems)
    }

    /// Shows the page of the questions again on which something is wrong.
    fn refused(self, problems: &Problems) -> Answer {
        let questions = self.questions();
        let is_wrong = |on: On| questions.names_on(&[on]).iter().any(|name| problems.of(name).is_some());
        if self.has_followed() && is_wrong(On::Next) {
            return respond::refused(&self.next_page(problems));
        }
        if is_wrong(On::Presumed) {
            return respond::refused(&self.presumed_page(problems));
        }
        respond::refused(&self.first_page(problems))
    }
}
