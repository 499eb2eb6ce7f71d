//! What must hold before proceedings, other reviews and delays are recorded.

use super::{Delay, LinkedReview, Proceeding, ProceedingNews, ProceedingStanding, StatutoryClock};
use crate::events::Step;
use crate::lcspr::started;
use crate::rejection::Problems;
use crate::{Case, Command, KeyDate, Setting, Stage, When, Word, Words};

/// Checks the steps of this part of a case’s life.
pub(crate) fn check(case: &Case, command: &Command, setting: &Setting<'_>, problems: &mut Problems) {
    let Command { on, step, words } = command;
    match step {
        Step::OpenProceeding(proceeding) => open(case, proceeding, problems),
        Step::RecordProceedingNews(news) => self::news(case, news, *on, words, problems),
        Step::EndProceeding(end) => {
            problems.require_word(words, Word::Outcome, "Enter how the proceeding ended");
            if let Some(ended) = find(case, end.number, problems).and_then(|proceeding| proceeding.ended) {
                problems.refuse("number", format!("Proceeding {} ended already, on {ended}", end.number));
            }
        }
        Step::LinkReview(review) => link(review, words, problems),
        Step::ExplainDelay(delay) => explain(case, delay, command, setting, problems),
        _ => {}
    }
}

fn open(case: &Case, proceeding: &Proceeding, problems: &mut Problems) {
    let last = case.proceedings.proceedings.last_key_value().map_or(0, |(number, _)| *number);
    problems.require_next("number", proceeding.number, last, "proceeding");
}

fn news(case: &Case, news: &ProceedingNews, on: When, words: &Words, problems: &mut Problems) {
    let what = if news.disclosure { "Enter what was disclosed, and to whom" } else { "Enter the news" };
    problems.require_word(words, Word::Text, what);
    if let Some(ended) = find(case, news.number, problems).and_then(|proceeding| proceeding.ended)
        && ended.certainly_before(on)
    {
        problems.refuse("number", format!("Proceeding {} ended on {ended}, before {on}", news.number));
    }
}

fn find<'a>(case: &'a Case, number: u16, problems: &mut Problems) -> Option<&'a ProceedingStanding> {
    let proceeding = case.proceedings.proceedings.get(&number);
    if proceeding.is_none() {
        problems.refuse("number", format!("There is no proceeding {number}. Open it first"));
    }
    proceeding
}

fn link(review: &LinkedReview, words: &Words, problems: &mut Problems) {
    if review.case.is_none() {
        problems.require_word(
            words,
            Word::Reference,
            "Enter the reference of the other review, or select its case",
        );
    }
}

fn explain(case: &Case, delay: &Delay, command: &Command, setting: &Setting<'_>, problems: &mut Problems) {
    problems.require_word(&command.words, Word::Reason, "Enter why the date is or will be missed");
    if delay.expected.certainly_before(command.on) {
        let (expected, on) = (delay.expected, command.on);
        problems
            .refuse("expected", format!("The expected date must be {on} or later, and {expected} is not"));
    }
    problems.require_past("panel_told", delay.panel_told, setting.today, "The date the Panel was told");
    problems.require_past(
        "secretary_of_state_told",
        delay.secretary_of_state_told,
        setting.today,
        "The date the Secretary of State was told",
    );
    if let Some(first) = not_running(case, delay.clock) {
        problems.refuse("clock", first);
    }
}

/// What has to happen before a time limit can be late; `None` where it can.
fn not_running(case: &Case, clock: StatutoryClock) -> Option<&'static str> {
    let happened = |what| case.dates.get(what).is_some();
    let brought_in = case.brought_in_at.is_some();
    let (runs, first) = match clock {
        StatutoryClock::Notification => (
            !matches!(case.stage, Stage::NotNotifiable) || happened(KeyDate::Notified),
            "The criteria are not met, so nothing has to be notified",
        ),
        StatutoryClock::RapidReview => (
            happened(KeyDate::Notified) || (brought_in && case.stage >= Stage::Notified),
            "The 15 working days run from the notification. Record it first",
        ),
        StatutoryClock::Lcspr => {
            (started(case), "The six months run from the decision to start an LCSPR. Record it first")
        }
        StatutoryClock::Copies => (
            case.publication.planned.is_some() || happened(KeyDate::Published),
            "Copies are due before publication. Plan its day first",
        ),
        StatutoryClock::Online => (
            happened(KeyDate::TakenDown),
            "A report is online for less than a year only when it was taken down. Record that first",
        ),
    };
    (!runs).then_some(first)
}
