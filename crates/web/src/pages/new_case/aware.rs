//! When the council became aware: the start of the time to notify.

use calendar::NaiveDate;
use case::When;
use chrono::{Days, NaiveTime};
use serde::{Deserialize, Serialize};

use super::NEW;
use super::begun::Starter;
use super::page::Page;
use crate::form::question::{Offer, Question, one_of, time, when};
use crate::form::{Answers, Problems, Questions, Read};
use crate::text::date::weekday;

/// The days to choose from.
#[derive(Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Day {
    Today,
    Yesterday,
    Other,
    Unknown,
}

const WHICH: Question<Option<Day>> =
    one_of("which", "When did the council become aware of the incident?").heading();
const AWARE: Question<When> = when("aware", "Which other date?")
    .called("Date the council became aware")
    .hint("For example, 27 3 2026. Leave out the day if only the month is known")
    .said_with_weekday();
pub(super) const TIME: Question<Option<NaiveTime>> =
    time("aware_time", "At what time? (optional)").hint("For example, 4:12pm. It moves no deadline");

/// When the council became aware.
pub(super) struct Aware;

/// Today and yesterday, which have radios of their own.
fn near(today: NaiveDate) -> impl Iterator<Item = (Day, NaiveDate)> {
    let yesterday = today.checked_sub_days(Days::new(1));
    [(Day::Today, Some(today)), (Day::Yesterday, yesterday)]
        .into_iter()
        .filter_map(|(which, day)| Some((which, day?)))
}

/// The date in the answers.
pub(super) fn date(answers: &Answers, today: NaiveDate) -> When {
    AWARE.read(&settled(answers.clone(), today), today).unwrap_or(When::NotKnown)
}

/// The date and the time in words, for the page on which everything is checked.
pub(super) fn said(answers: &Answers) -> String {
    let (on, at) = (AWARE.say(answers), TIME.say(answers));
    let on = if on.is_empty() { "Not known yet" } else { &on };
    if at.is_empty() { on.to_owned() } else { format!("{on} at {at}") }
}

/// The answers with the date in place of “today” and “yesterday”.
fn settled(answers: Answers, today: NaiveDate) -> Answers {
    let is_open = AWARE.read(&answers, today) == Some(When::NotKnown);
    match near(today).find(|(which, _)| is_open && WHICH.is_answered(&Some(*which), &answers)) {
        Some((_, day)) => AWARE.put(&When::Day(day), WHICH.put(&Some(Day::Other), without_day(&answers))),
        None => answers,
    }
}

/// The answers without those that say the day, even empty ones.
fn without_day(answers: &Answers) -> Answers {
    Questions::new().ask(WHICH).ask(AWARE).take(answers, &Answers::default())
}

impl Page for Aware {
    fn path(&self) -> &'static str {
        NEW
    }

    fn about(&self) -> &'static str {
        "when the council became aware"
    }

    fn questions(&self, starter: &Starter, _answers: &Answers) -> Questions<'static> {
        let near = near(starter.today()).map(|(which, day)| {
            let label = if which == Day::Today { "Today" } else { "Yesterday" };
            Offer::new(&which, label).hint(weekday(day))
        });
        let others = [
            Offer::new(&Day::Other, "Another date").hint("Enter it below"),
            Offer::new(&Day::Unknown, "The date is not known yet"),
        ];
        Questions::new().ask(WHICH.among(near.chain(others))).ask(AWARE).ask(TIME)
    }

    fn check(&self, starter: &Starter, read: &Read<'_>, problems: &mut Problems) {
        let (Some(which), Some(on)) = (read.maybe(&WHICH), read.maybe(&AWARE)) else { return };
        let message = match (which, on) {
            (None, When::NotKnown) => {
                return problems.add(WHICH.name, "Select when the council became aware");
            }
            (Some(Day::Other), When::NotKnown) => "Enter the date the council became aware",
            (_, When::NotKnown) => return,
            (Some(Day::Today | Day::Yesterday), _) => "Select “Another date”, or leave the date empty",
            (Some(Day::Unknown), _) => "Leave the date empty where it is not known",
            (None | Some(Day::Other), on) if on.certainly_after_day(starter.today()) => {
                "Date the council became aware must be today or in the past"
            }
            (None | Some(Day::Other), _) => return,
        };
        problems.add_date(AWARE.name, message);
    }

    /// “Today” is a date by the time it is kept: somebody may come back tomorrow.
    fn kept(&self, answers: Answers, today: NaiveDate) -> Answers {
        settled(answers, today)
    }

    /// A date that is today or yesterday stands at its radio and not in the boxes.
    fn shown(&self, answers: Answers, today: NaiveDate) -> Answers {
        let typed = AWARE.read(&answers, today);
        let near = near(today).find(|(_, day)| typed == Some(When::Day(*day)));
        match near.filter(|_| WHICH.is_answered(&Some(Day::Other), &answers)) {
            Some((which, _)) => WHICH.put(&Some(which), without_day(&answers)),
            None => answers,
        }
    }
}
