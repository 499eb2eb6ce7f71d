//! How the case stands with the Panel, in one sentence.

use calendar::NaiveDate;
use case::decisions::Question;
use case::{Clock, ClockKey, ClockState, Course, KeyDate, Stage};

use super::letters::Letter;
use super::wait::{self, on_day};
use crate::case_view::OpenCase;
use crate::text::date;

/// The current position, and the clock behind its date.
pub(super) struct Position {
    /// In words.
    pub(super) sentence: String,
    /// Where its date is worked out.
    pub(super) clock: Option<ClockKey>,
}

/// How it stands.
pub(super) fn of(open: &OpenCase, letters: &[Letter]) -> Position {
    let clocks = open.clocks();
    if let Some(wait) = wait::of(&clocks, open.today, open.calendar()) {
        return Position { sentence: wait.sentence(open.today), clock: Some(ClockKey::PanelReply) };
    }
    let (sentence, clock) = match (open.case.stage, letters.first()) {
        (Stage::PanelQuery, _) => asked(open),
        (stage, None) if stage < Stage::SubmittedToPanel => not_sent(open),
        (_, None) => ("No response of the National Panel is recorded.".to_owned(), None),
        (stage, Some(latest)) => {
            // A later letter may say nothing of the local decision; what counts is the last that did.
            let definite = letters.iter().find(|letter| letter.response.agreement().is_some());
            (format!("{}. {}", definite.unwrap_or(latest).says(), since(open, stage)), reply(open))
        }
    };
    Position { sentence: sentence.trim_end().to_owned(), clock }
}

/// What came of it.
fn since(open: &OpenCase, stage: Stage) -> String {
    let case = &open.case;
    match stage {
        Stage::PanelResponded if case.panel.open_disagreement().is_some() => {
            "The partners have not reconsidered yet.".to_owned()
        }
        Stage::PanelResponded => "What the partnership will do is not decided yet.".to_owned(),
        Stage::PartnersReconsidering => {
            let decided = 3 - case.undecided(Question::Reconsideration).len();
            let since = case.since.map(|(_, on)| on_day(on)).unwrap_or_default();
            let have = if decided == 1 { "has" } else { "have" };
            format!("The partners began to reconsider{since}; {decided} of 3 {have} decided again.")
        }
        Stage::NationalReview => match case.panel.open_national_review() {
            Some(review) => format!("A {} takes the place of a local one.", review.kind),
            None => "The national review has ended.".to_owned(),
        },
        Stage::ClosedAtRapidReview => "The review ended at the rapid review, without an LCSPR.".to_owned(),
        Stage::NotificationReclassified => "The incident was found not to meet the criteria.".to_owned(),
        _ if case.lcspr.decision.is_some() => {
            let on = case.dates.get(KeyDate::LcsprDecided).map(on_day).unwrap_or_default();
            format!("The partnership decided{on} to carry out an LCSPR.")
        }
        _ => String::new(),
    }
}

/// The date by which a letter wants a reply, while it is open.
fn reply(open: &OpenCase) -> Option<ClockKey> {
    let clocks = open.clocks();
    let reply = clocks.iter().find(|clock| clock.key == ClockKey::PanelQueryReply && clock.is_open());
    reply.map(|clock| clock.key)
}

/// The question that is open.
fn asked(open: &OpenCase) -> (String, Option<ClockKey>) {
    let on = open.case.dates.get(KeyDate::QueryRaised).map(on_day).unwrap_or_default();
    let asked = format!("The National Panel asked for more information{on}.");
    let clocks = open.clocks();
    let clock = clocks.iter().find(|clock| clock.key == ClockKey::PanelQueryReply && clock.is_open());
    match clock.and_then(|clock| Some((clock, clock.due_date()?))) {
        Some((clock, due)) => (format!("{asked} The reply {}.", is_due(open, clock, due)), Some(clock.key)),
        None => (format!("{asked} It set no date for the reply."), None),
    }
}

/// “is due Tuesday 31 March 2026, 3 working days left”.
fn is_due(open: &OpenCase, clock: &Clock<'_>, due: NaiveDate) -> String {
    let date = date::weekday(due);
    match clock.state(open.today, open.calendar()) {
        ClockState::DueToday => format!("is due today, {date}"),
        ClockState::Running { .. } => {
            format!("is due {date}, {}", clock.words(open.today, open.calendar()))
        }
        _ => format!("was due {date}. {}", clock.words(open.today, open.calendar())),
    }
}

/// Before anything was sent.
fn not_sent(open: &OpenCase) -> (String, Option<ClockKey>) {
    let nothing = "Nothing has been sent to the National Panel yet.";
    let clocks = open.clocks();
    let clock = clocks.iter().find(|clock| clock.key == ClockKey::RapidReview);
    match clock.map(|clock| (clock, clock.course, clock.due_date())) {
        Some((clock, Course::Open, Some(due))) => {
            (format!("{nothing} The rapid review {}.", is_due(open, clock, due)), Some(clock.key))
        }
        Some((_, Course::NotNeeded(why), _)) => (format!("Nothing goes to the National Panel: {why}."), None),
        _ => (nothing.to_owned(), None),
    }
}
