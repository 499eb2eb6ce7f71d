//! Recording a letter of the Panel.

use case::panel::PanelOutcome;
use case::{Area, ClockKey, Command, Stage, Step, StepKind, When, Word};

use super::{HOME, answered};
use crate::case_view::{OpenCase, deadline_text};
use crate::form::question::{Offer, Question, choice, known_day, text};
use crate::form::{Answers, Form, Intro, Page, Problems, Questions, Read, Recording};
use crate::session::Flash;

const RECEIVED: Question<When> =
    known_day("on", "When was the letter received?").short("Received").called("Date the letter was received");
const LETTER: Question<When> = known_day("letter", "What is the date on the letter?")
    .short("Date on the letter")
    .called("Date on the letter");
const OUTCOME: Question<PanelOutcome> = choice("outcome", "What did the National Panel say?")
    .short("What the National Panel said")
    .missing("Select what the National Panel said");
const SUMMARY: Question<String> = text(Word::Summary, "What does the letter say, in your own words?")
    .short("In our own words")
    .missing("Enter what the letter says, in your own words")
    .hint("2 or 3 sentences. Everyone who may read about the National Panel reads this. Do not use names of children or families");

pub(super) struct NewResponse;

/// Notes that the same letter is recorded already.
fn check_new(open: &OpenCase, read: &Read<'_>, problems: &mut Problems) {
    let (Some(letter), Some(outcome)) = (read.maybe(&LETTER), read.maybe(&OUTCOME)) else { return };
    let mut known = open.case.panel.responses.iter();
    let known = known.position(|known| known.letter == letter && known.outcome == outcome);
    if let Some(known) = known.filter(|_| letter != When::NotKnown) {
        let message =
            format!("A letter of this date that says the same is recorded, as response {}", known + 1);
        problems.add_date("letter", message);
    }
}

impl Form for NewResponse {
    fn page(&self) -> Page {
        let heading = "Record a response of the National Panel";
        Page::new(StepKind::RecordPanelResponse, "/panel/responses/new", HOME, heading)
            .button("Record the response")
            .checked("Check and record the response of the National Panel")
            .leading_to("/panel/what-follows")
    }

    fn fits(&self, open: &OpenCase) -> bool {
        let stage = open.case.stage;
        let was_sent = stage >= Stage::SubmittedToPanel || stage == Stage::NotificationReclassified;
        was_sent && stage != Stage::PanelQuery
    }

    fn intro(&self, open: &OpenCase) -> Intro {
        let sent = open.case.rapid_review.sent().filter(|_| open.shows(Area::RapidReview));
        let recommended = sent.map(|report| {
            let what = if report.lcspr { "an LCSPR" } else { "no LCSPR" };
            format!("The rapid review that was sent recommends {what}.")
        });
        recommended.into_iter().collect()
    }

    fn questions<'a>(&'a self, open: &'a OpenCase, answers: &'a Answers) -> Questions<'a> {
        let can = PanelOutcome::ALL.iter().filter(|outcome| open.case.panel_can_answer(**outcome));
        let letter = Questions::new().ask(RECEIVED).ask(LETTER).ask(OUTCOME.among(can.map(Offer::of)));
        answered::ask(open, answers, letter.ask(SUMMARY).on_the_next_page(None))
    }

    fn check(&self, open: &OpenCase, read: &Read<'_>, problems: &mut Problems) {
        check_new(open, read, problems);
        answered::check(read, &RECEIVED, problems);
    }

    fn step(&self, open: &OpenCase, read: &Read<'_>) -> Recording {
        let response = answered::response(read, read.of(&OUTCOME), read.of(&LETTER));
        let advice = answered::advice(open, read, read.of(&RECEIVED));
        Recording::from(Step::RecordPanelResponse(response)).then(advice)
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

    fn done(&self, after: &OpenCase, _recorded: &[Command]) -> Flash {
        let open = after.case.panel.open_advice().count();
        let advice = match open {
            0 => None,
            1 => Some("1 point of advice is open.".to_owned()),
            open => Some(format!("{open} points of advice are open.")),
        };
        Flash::new("Response of the National Panel recorded")
            .next(deadline_text::together([what_is_next(after), advice]))
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
