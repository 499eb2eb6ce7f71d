//! The review ends at the rapid review, without an LCSPR. Learning and actions go on.

use case::panel::PanelOutcome;
use case::{Command, Stage, Step, StepKind, When, Word};

use super::HOME;
use crate::case_view::OpenCase;
use crate::form::question::{Question, happened_on, text};
use crate::form::{Answers, Form, Intro, Page, Questions, Read, Recording};
use crate::session::Flash;
use crate::text::date;

const REASON: Question<String> = text(Word::Reason, "Why is there no LCSPR?")
    .short(NO_LCSPR)
    .missing("Enter why there is no LCSPR")
    .hint("2 or 3 sentences. Do not use names of children or families");
/// The same where the partners depart from the Panel's view.
const REASON_TO_DEPART: Question<String> =
    text(Word::Reason, "Why do the partners depart from the National Panel’s view?")
        .short(NO_LCSPR)
        .missing("Enter why the partners depart from the National Panel’s view")
        .hint("The reasons go to the National Panel. Do not use names of children or families");
const NO_LCSPR: &str = "Why there is no LCSPR";
const ON: Question<When> = happened_on("When was it decided?", "Date it was decided").short("Date");

/// How many open actions are named.
const NAMED: usize = 10;

pub(super) struct EndOfReview;

/// Whether the partners would go another way than the Panel thinks right.
fn departs(open: &OpenCase) -> bool {
    let letter = open.case.panel.open_disagreement();
    letter.is_some_and(|letter| letter.outcome == PanelOutcome::DisagreeWantsLcspr)
}

/// What is still open, a sentence each; the first few by number.
fn open_actions(open: &OpenCase) -> Vec<String> {
    let all: Vec<_> = open.case.actions.open().map(|standing| &standing.action).collect();
    let named = all.iter().take(NAMED);
    let mut lines: Vec<_> = named
        .map(|action| {
            format!("Action {} is open and goes on. It is due {}.", action.number, date::weekday(action.due))
        })
        .collect();
    if all.len() > NAMED {
        lines.push(format!("{} more actions are open and go on.", all.len() - NAMED));
    }
    if all.is_empty() {
        lines.push("No action is open yet. Actions can be opened afterwards.".to_owned());
    }
    lines
}

impl Form for EndOfReview {
    fn page(&self) -> Page {
        Page::new(StepKind::CloseAtRapidReview, "/panel/close", HOME, "End at the rapid review")
            .button("End at the rapid review")
            .checked("Check and end at the rapid review")
    }

    fn fits(&self, open: &OpenCase) -> bool {
        let case = &open.case;
        let agreed = case.panel.definite().map(|letter| letter.outcome) == Some(PanelOutcome::AgreeLcspr);
        let ready = match case.stage {
            Stage::PartnersReconsidering => case.has_decided_afresh(),
            _ => case.panel.open_disagreement().is_none(),
        };
        !agreed && ready
    }

    fn intro(&self, open: &OpenCase) -> Intro {
        let ends = "There is no LCSPR (local child safeguarding practice review). What was learnt and the actions go on.";
        let latest = open.case.panel.definite().or(open.case.panel.latest());
        let said = latest.map(|letter| format!("The National Panel {}.", letter.outcome));
        said.into_iter().fold(Intro::say(ends), Intro::and)
    }

    fn questions<'a>(&'a self, open: &'a OpenCase, _answers: &'a Answers) -> Questions<'a> {
        Questions::new().ask(if departs(open) { REASON_TO_DEPART } else { REASON }).ask(ON)
    }

    fn step(&self, _open: &OpenCase, _read: &Read<'_>) -> Recording {
        Step::CloseAtRapidReview.into()
    }

    fn happens(&self, open: &OpenCase, _after: &OpenCase) -> Vec<String> {
        let stages = "The stages of the LCSPR and of publication read “Not needed”.".to_owned();
        let reasons = departs(open)
            .then(|| "Send the reasons to the National Panel. We do not send them for you.".to_owned());
        let advice = match open.case.panel.open_advice().count() {
            0 => None,
            1 => Some("1 point of the National Panel’s advice is open and goes on.".to_owned()),
            points => Some(format!("{points} points of the National Panel’s advice are open and go on.")),
        };
        [stages].into_iter().chain(reasons).chain(open_actions(open)).chain(advice).collect()
    }

    fn done(&self, after: &OpenCase, _recorded: &[Command]) -> Flash {
        let next = match after.case.actions.open().count() {
            0 => "Turn what was learnt into actions.".to_owned(),
            1 => "1 action goes on.".to_owned(),
            open => format!("{open} actions go on."),
        };
        Flash::new("The review ended at the rapid review, without an LCSPR").next(next)
    }
}
