//! Recording a letter of the Panel.

use case::panel::{PanelOutcome, PanelResponse};
use case::{Area, ClockKey, Command, Stage, Step, When, Word, Words};

use super::{HOME, answered};
use crate::case_view::{OpenCase, deadline_text};
use crate::form::asked::{Asked, Question, Section, said, said_when};
use crate::form::case_form::{Form, Said};
use crate::form::common::and_word;
use crate::form::data::Answers;
use crate::form::parse::Fields;

/// One more letter.
pub(super) struct NewResponse;

impl Form for NewResponse {
    fn path(&self) -> String {
        "/panel/responses/new".to_owned()
    }

    fn home(&self) -> &'static str {
        HOME
    }

    fn next(&self) -> String {
        "/panel/what-follows".to_owned()
    }

    fn heading(&self) -> String {
        "Record a response of the National Panel".to_owned()
    }

    fn intro(&self, open: &OpenCase) -> Vec<String> {
        let sent = open.case.rapid_review.sent().filter(|_| open.shows(Area::RapidReview));
        let recommended = sent.map(|report| {
            let what = if report.lcspr { "an LCSPR" } else { "no LCSPR" };
            format!("The rapid review that was sent recommends {what}.")
        });
        recommended.into_iter().collect()
    }

    fn button(&self) -> &'static str {
        "Record the response"
    }

    fn step(&self, _open: &OpenCase) -> Option<Step> {
        Some(Step::RecordPanelResponse(PanelResponse {
            letter: When::NotKnown,
            outcome: PanelOutcome::MoreInformation,
            agrees_with_local_decision: None,
            praises_quality: false,
            quality_concern: false,
            late_submission_noted: false,
            asks_for_updates: false,
            reply_due: None,
            recommendations: Vec::new(),
        }))
    }

    fn fits(&self, open: &OpenCase) -> bool {
        let stage = open.case.stage;
        let was_sent = stage >= Stage::SubmittedToPanel || stage == Stage::NotificationReclassified;
        was_sent && stage != Stage::PanelQuery
    }

    fn sections(&self, open: &OpenCase, asked: Asked<'_>) -> Vec<Section> {
        let can: Vec<_> = PanelOutcome::ALL
            .iter()
            .copied()
            .filter(|outcome| open.case.panel_can_answer(*outcome))
            .collect();
        let outcome = asked.radios("outcome", "What did the National Panel say?", &can);
        let summary = asked.text("summary", "What does the letter say, in your own words?").hint(
            "2 or 3 sentences. Everyone who may read about the National Panel reads this. Do not use names of children or families",
        );
        vec![Section::plain(vec![
            asked.when("on", "When was the letter received?"),
            asked.when("letter", "What is the date on the letter?"),
            Question::new("outcome", outcome),
            Question::new("summary", summary),
        ])]
    }

    fn follow_up(&self, open: &OpenCase, asked: Asked<'_>) -> Option<Section> {
        Some(Section::plain(answered::questions(open, asked)))
    }

    fn read(&self, open: &OpenCase, fields: &mut Fields<'_>) -> Option<Command> {
        let on = fields.known_when("on", "Date the letter was received", open.today);
        let letter = fields.known_when("letter", "Date on the letter", open.today);
        let outcome: Option<PanelOutcome> = fields.choice("outcome", "Select what the National Panel said");
        let summary = fields.text("summary", "Enter what the letter says, in your own words");
        let asks = outcome == Some(PanelOutcome::MoreInformation);
        let text = asks.then(|| fields.text("text", "Enter what the National Panel asked for"));
        let advice = fields.optional_text("advice");
        let response = answered::read(fields, outcome?, letter, on);
        let is_there = |known: &PanelResponse| known.letter == letter && known.outcome == response.outcome;
        let known = open.case.panel.responses.iter().position(is_there);
        if let Some(known) = known.filter(|_| letter != When::NotKnown) {
            let message =
                format!("A letter of this date that says the same is recorded, as response {}", known + 1);
            fields.problems.add_at("letter", "letter-day", message);
        }
        if advice.is_none() && !fields.answers().one("advice_due-day").trim().is_empty() {
            fields.problems.add("advice", "Enter what the National Panel advises, or leave the date out");
        }
        let words = and_word(Words::none().and(Word::Summary, summary), Word::Text, text);
        Some(Command { on, step: Step::RecordPanelResponse(response), words })
    }

    fn then(&self, open: &OpenCase, answers: &Answers) -> Vec<Command> {
        let on = Fields::of(answers).when("on", "");
        answered::advice(open, answers, on)
    }

    fn said(&self, _open: &OpenCase, answers: &Answers) -> Vec<Said> {
        let first = [
            Said::new("on", "Received", said_when(answers, "on")),
            Said::new("letter", "Date on the letter", said_when(answers, "letter")),
            Said::new(
                "outcome",
                "What the National Panel said",
                said(answers.one("outcome"), PanelOutcome::ALL),
            ),
            Said::new("summary", "In our own words", answers.one("summary")),
        ];
        first.into_iter().chain(answered::said(answers, |name| said_when(answers, name))).collect()
    }

    fn check_heading(&self) -> Option<&'static str> {
        Some("Check and record the response of the National Panel")
    }

    fn happens(&self, open: &OpenCase, after: &OpenCase) -> Vec<String> {
        let waited = open.case.stage == Stage::SubmittedToPanel;
        let ends = waited.then(|| "The wait for the National Panel’s reply ends.".to_owned());
        let more = after.case.panel.advice.len() - open.case.panel.advice.len();
        let advice = (more > 0).then(|| match more {
            1 => "1 point of advice becomes something to deal with.".to_owned(),
            more => format!("{more} points of advice become things to deal with."),
        });
        let next = "The next page asks what the partnership will do.".to_owned();
        ends.into_iter().chain(what_is_next(after)).chain(advice).chain([next]).collect()
    }

    fn done(&self, after: &OpenCase, _command: &Command) -> (String, Option<String>) {
        let open = after.case.panel.open_advice().count();
        let advice = match open {
            0 => None,
            1 => Some("1 point of advice is open.".to_owned()),
            open => Some(format!("{open} points of advice are open.")),
        };
        (
            "Response of the National Panel recorded".to_owned(),
            deadline_text::together([what_is_next(after), advice]),
        )
    }
}

/// What the letter asks of the partnership, where it does.
fn what_is_next(after: &OpenCase) -> Option<String> {
    let case = &after.case;
    match case.stage {
        Stage::PanelQuery => deadline_text::due(after, ClockKey::PanelQueryReply, "The National Panel asked for more information. The reply is due")
            .or_else(|| Some("The National Panel asked for more information and set no date.".to_owned())),
        _ if case.panel.open_disagreement().is_some() => {
            Some("The National Panel disagrees with the local decision. The partners reconsider, and the decision stays theirs.".to_owned())
        }
        _ => deadline_text::due(after, ClockKey::PanelQueryReply, "The National Panel wants a reply by"),
    }
}
