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
use crate::components::{BackLink, Button, ButtonLink, Choice, Inset, Radios};
use crate::error::{Answer, Error};
use crate::form::Form;
use crate::form::asked::Asked;
use crate::form::case_form::is_offered;
use crate::form::data::Answers;
use crate::form::errors::Problems;
use crate::form::page::FormPage;
use crate::form::request;
use crate::http::respond;
use crate::layout::Before;

const HEADING: &str = "Decide what to publish";

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

/// Asks.
pub(super) async fn show(State(app): State<App>, open: OpenCase) -> Answer {
    may_decide(&open)?;
    if !is_open(&open) {
        return respond::go_to(&open.address(HOME));
    }
    respond::page(&page(&app, &open, &Answers::default(), &Problems::default()))
}

/// Leads to the form of the answer. Nothing is recorded here.
pub(super) async fn choose(State(app): State<App>, open: OpenCase, request: Request) -> Answer {
    may_decide(&open)?;
    let answers = request::answers(request).await?;
    let mut problems = Problems::default();
    match WAYS.iter().find(|(value, ..)| *value == answers.one("how")) {
        Some((_, _, form, _)) if is_offered(*form, &open) => {
            return respond::go_to(&open.address(&form.page().path));
        }
        Some(_) => problems.add("how", format!("This cannot be recorded yet. {}", first(&open))),
        None => problems.add("how", "Select what to publish"),
    }
    respond::refused(&page(&app, &open, &answers, &problems))
}

/// What comes before the full report.
fn first(open: &OpenCase) -> String {
    match without_copy(&open.case).as_slice() {
        [] => "Record that the copies went out first".to_owned(),
        missing => format!("Send a copy to {} first", copies::names(missing)),
    }
}

fn page(app: &App, open: &OpenCase, answers: &Answers, problems: &Problems) -> FormPage {
    let asked = Asked { answers, problems };
    let radios = Radios::new("how", "What is decided?").strong().error(problems.of("how"));
    let radios = WAYS.iter().fold(radios, |radios, (value, label, form, question)| {
        let choice: Choice = asked.choice("how", value, label);
        radios.item(match question {
            Some(question) => choice.hint(agreement(open, *question).trim_end_matches('.')),
            None if is_offered(*form, open) => choice,
            None => choice.hint(first(open)),
        })
    });
    let rule = Inset::new(
        "The full report is published unless that would be wrong. On each of the three exceptions each of the three \
         partners decides first.",
    );
    let shell = open.shell(app, "decide what to publish");
    let mut shell = shell.after(Before::Back(BackLink::new("Back", open.address(HOME))));
    shell.wide = false;
    FormPage::new(shell, HEADING)
        .caption(format!("Case {}", open.reference))
        .problems(problems)
        .show(rule.link("Record what the partners decide", open.address("/decisions")))
        .to(open.address("/publication/decide"))
        .field(radios)
        .button(Button::primary("Continue"))
}
