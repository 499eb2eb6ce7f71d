//! Whether to publish the full report, only the improvements, later, or nothing: one question that leads to its form.

use axum::extract::{Request, State};
use case::StepKind;
use case::decisions::Question as Decided;

use super::decline::Decline;
use super::exceptional::agreement;
use super::hold::Hold;
use super::improvements::Improvements;
use super::publish::FullReport;
use super::{HOME, copies, without_copy};
use crate::app::App;
use crate::case_view::OpenCase;
use crate::components::{Button, ButtonLink, Inset};
use crate::error::{Answer, Error};
use crate::form::case_form::is_offered;
use crate::form::page::FormPage;
use crate::form::question::{Offer, Question, required_one_of};
use crate::form::{Form, PageForm, Questions};
use crate::http::respond;

const HEADING: &str = "Decide what to publish";

const HOW: Question<String> = required_one_of("how", "What is decided?").missing("Select what to publish");

/// The four answers: as they are sent, the words, the form each leads to, and what the partners decide before.
const WAYS: [(&str, &str, &dyn Form, Option<Decided>); 4] = [
    ("full", "Publish the full report", &FullReport, None),
    ("improvements", "Publish only the improvements", &Improvements, Some(Decided::ImprovementsOnly)),
    ("hold", "Hold publication for now", &Hold, Some(Decided::HoldPublication)),
    ("nothing", "Publish nothing", &Decline, Some(Decided::NotPublish)),
];

/// The way here, while there is something to decide.
pub(super) fn button(open: &OpenCase) -> Option<ButtonLink> {
    let any = WAYS.iter().any(|(_, _, form, _)| is_offered(*form, open));
    any.then(|| ButtonLink::primary(HEADING, open.address("/publication/decide")))
}

/// Whether there is something to decide, for this visitor.
pub(super) fn is_open(open: &OpenCase) -> bool {
    button(open).is_some()
}

/// For whoever may not publish there is no such page.
fn may_decide(open: &OpenCase) -> Result<(), Error> {
    if open.may(&StepKind::Publish) { Ok(()) } else { Err(Error::NotFound) }
}

fn form<'a>(app: &'a App, open: &'a OpenCase) -> PageForm<'a> {
    let offers = WAYS.iter().map(|(value, label, form, question)| {
        let offer = Offer::new(value, *label);
        match question {
            Some(question) => offer.hint(agreement(open, *question).trim_end_matches('.')),
            None if is_offered(*form, open) => offer,
            None => offer.hint(first(open)),
        }
    });
    let (path, home) = (open.address("/publication/decide"), open.address(HOME));
    PageForm::new(app, &open.visitor, path, home, page(app, open))
        .asking(Questions::new().ask(HOW.among(offers)))
}

/// Asks.
pub(super) async fn show(State(app): State<App>, open: OpenCase) -> Answer {
    may_decide(&open)?;
    if !is_open(&open) {
        return respond::go_to(&open.address(HOME));
    }
    form(&app, &open).show().await
}

/// Leads to the form of the answer. Nothing is recorded here.
pub(super) async fn choose(State(app): State<App>, open: OpenCase, request: Request) -> Answer {
    may_decide(&open)?;
    let sent = form(&app, &open).sent(request).await?;
    let Some(how) = sent.fine().map(|read| read.of(&HOW)) else { return sent.answer().await };
    match WAYS.iter().find(|(value, _, form, _)| *value == how && is_offered(*form, &open)) {
        Some((_, _, form, _)) => sent.go_to(&open.address(&form.page().path)).await,
        None => sent.refused(HOW.name, format!("This cannot be recorded yet. {}", first(&open))),
    }
}

/// What comes before the full report.
fn first(open: &OpenCase) -> String {
    match without_copy(&open.case).as_slice() {
        [] => "Record that the copies went out first".to_owned(),
        missing => format!("Send a copy to {} first", copies::names(missing)),
    }
}

fn page(app: &App, open: &OpenCase) -> FormPage {
    let rule = Inset::new(
        "The full report is published unless that would be wrong. On each of the three exceptions each of the three \
         partners decides first.",
    );
    FormPage::new(open.form_shell(app, "decide what to publish", ("Back", HOME)), HEADING)
        .caption(format!("Case {}", open.reference))
        .show(rule.link("Record what the partners decide", open.address("/decisions")))
        .button(Button::primary("Continue"))
}
