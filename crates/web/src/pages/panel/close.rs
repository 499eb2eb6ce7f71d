//! The review ends at the rapid review, without an LCSPR. Learning and actions go on.

use case::panel::PanelOutcome;
use case::{Command, Move, Stage, Step, Word, Words};

use super::HOME;
use crate::case_view::OpenCase;
use crate::form::asked::{Asked, Question, Section, said_when};
use crate::form::case_form::{Form, Said};
use crate::form::common::today;
use crate::form::data::Answers;
use crate::form::parse::Fields;
use crate::text::date;

/// How many open actions are named.
const NAMED: usize = 10;

/// The end of the review.
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
    fn path(&self) -> String {
        "/panel/close".to_owned()
    }

    fn home(&self) -> &'static str {
        HOME
    }

    fn heading(&self) -> String {
        "End at the rapid review".to_owned()
    }

    fn intro(&self, open: &OpenCase) -> Vec<String> {
        let ends = "There is no LCSPR (local child safeguarding practice review). What was learnt and the actions go on."
            .to_owned();
        let latest = open.case.panel.definite().or(open.case.panel.latest());
        [ends]
            .into_iter()
            .chain(latest.map(|letter| format!("The National Panel {}.", letter.outcome)))
            .collect()
    }

    fn button(&self) -> &'static str {
        "End at the rapid review"
    }

    fn step(&self, _open: &OpenCase) -> Option<Step> {
        Some(Step::CloseAtRapidReview)
    }

    fn fits(&self, open: &OpenCase) -> bool {
        let case = &open.case;
        let agreed = case.panel.definite().map(|letter| letter.outcome) == Some(PanelOutcome::AgreeLcspr);
        let ready = match case.stage {
            Stage::PartnersReconsidering => case.has_decided_afresh(),
            _ => case.panel.open_disagreement().is_none(),
        };
        case.stage.after(Move::EndAtRapidReview).is_some() && !agreed && ready
    }

    fn begin(&self, open: &OpenCase) -> Answers {
        today(open)
    }

    fn sections(&self, open: &OpenCase, asked: Asked<'_>) -> Vec<Section> {
        let (label, hint) = if departs(open) {
            (
                "Why do the partners depart from the National Panel’s view?",
                "The reasons go to the National Panel. Do not use names of children or families",
            )
        } else {
            ("Why is there no LCSPR?", "2 or 3 sentences. Do not use names of children or families")
        };
        vec![Section::plain(vec![
            Question::new("reason", asked.text("reason", label).hint(hint)),
            asked.when("on", "When was it decided?"),
        ])]
    }

    fn read(&self, open: &OpenCase, fields: &mut Fields<'_>) -> Option<Command> {
        let missing = if departs(open) {
            "Enter why the partners depart from the National Panel’s view"
        } else {
            "Enter why there is no LCSPR"
        };
        let reason = fields.text("reason", missing);
        let on = fields.known_when("on", "Date it was decided", open.today);
        Some(Command { on, step: Step::CloseAtRapidReview, words: Words::none().and(Word::Reason, reason) })
    }

    fn said(&self, _open: &OpenCase, answers: &Answers) -> Vec<Said> {
        vec![
            Said::new("reason", "Why there is no LCSPR", answers.one("reason")),
            Said::new("on", "Date", said_when(answers, "on")),
        ]
    }

    fn check_heading(&self) -> Option<&'static str> {
        Some("Check and end at the rapid review")
    }

    fn happens(&self, open: &OpenCase, _after: &OpenCase) -> Vec<String> {
        let stages = "The stages of the LCSPR and of publication read “Not needed”.".to_owned();
        let tell = departs(open)
            .then(|| "Send the reasons to the National Panel. We do not send them for you.".to_owned());
        let advice = match open.case.panel.open_advice().count() {
            0 => None,
            1 => Some("1 point of the National Panel’s advice is open and goes on.".to_owned()),
            points => Some(format!("{points} points of the National Panel’s advice are open and go on.")),
        };
        [stages].into_iter().chain(tell).chain(open_actions(open)).chain(advice).collect()
    }

    fn done(&self, after: &OpenCase, _command: &Command) -> (String, Option<String>) {
        let next = match after.case.actions.open().count() {
            0 => "Turn what was learnt into actions.".to_owned(),
            1 => "1 action goes on.".to_owned(),
            open => format!("{open} actions go on."),
        };
        ("The review ended at the rapid review, without an LCSPR".to_owned(), Some(next))
    }
}
