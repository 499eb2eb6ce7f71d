//! When the council became aware: the start of the time to notify.

use calendar::NaiveDate;
use case::When;
use chrono::Days;

use super::NEW;
use super::begun::Starter;
use super::page::{Page, taken};
use crate::components::{Choice, DateInput, Html, Radios};
use crate::form::asked::{Asked, and_when, said_when};
use crate::form::data::Answers;
use crate::form::date_input;
use crate::form::parse::Fields;
use crate::text::date::weekday;

/// When the council became aware.
pub(super) struct Aware;

const WHAT: &str = "Date the council became aware";
const NAMES: [&str; 5] = ["which", "aware-day", "aware-month", "aware-year", "aware_time"];

/// Today and yesterday, by the names of their radios.
fn near(today: NaiveDate) -> [(&'static str, Option<NaiveDate>); 2] {
    [("today", Some(today)), ("yesterday", today.checked_sub_days(Days::new(1)))]
}

/// The date in the answers, and what is wrong with it.
pub(super) fn read(fields: &mut Fields<'_>, today: NaiveDate) -> When {
    let on = fields.when("aware", WHAT);
    let which = fields.answers().one("which").to_owned();
    let near = near(today).into_iter().find(|(name, _)| *name == which).and_then(|(_, day)| day);
    match (near, which.as_str(), on) {
        (Some(day), _, When::NotKnown) => return When::Day(day),
        (Some(_), ..) => {
            fields.problems.add_at("aware", "aware-day", "Select “Another date”, or leave the date empty");
        }
        (None, "unknown", When::NotKnown) => {}
        (None, "unknown", _) => {
            fields.problems.add_at("aware", "aware-day", "Leave the date empty where it is not known");
        }
        (None, "", When::NotKnown) => fields.problems.add("which", "Select when the council became aware"),
        (None, _, When::NotKnown) => {
            fields.problems.add_at("aware", "aware-day", "Enter the date the council became aware");
        }
        (None, _, on) if on.certainly_after_day(today) => {
            fields.problems.add_at("aware", "aware-day", format!("{WHAT} must be today or in the past"));
        }
        (None, ..) => {}
    }
    on
}

/// The date in words, for the page on which everything is checked.
pub(super) fn said(answers: &Answers) -> String {
    match date_input::read(answers, "aware", WHAT) {
        Ok(Some(When::Day(day))) => weekday(day),
        Ok(None) => "Not known yet".to_owned(),
        _ => said_when(answers, "aware"),
    }
}

impl Page for Aware {
    fn path(&self) -> &'static str {
        NEW
    }

    fn about(&self) -> &'static str {
        "when the council became aware"
    }

    fn parts(&self, starter: &Starter, asked: Asked<'_>) -> Vec<Html> {
        let today = starter.app.clock().today();
        let is_near = near_name(asked.answers, today);
        let which = is_near.unwrap_or_else(|| asked.answers.one("which"));
        let label = |name: &str| match name {
            "today" => "Today".to_owned(),
            _ => "Yesterday".to_owned(),
        };
        let radios = Radios::new("which", "When did the council become aware of the incident?").heading();
        let radios = near(today).into_iter().fold(radios, |radios, (name, day)| {
            let choice = Choice::new(name, label(name)).chosen(which == name);
            radios.item(match day {
                Some(day) => choice.hint(weekday(day)),
                None => choice,
            })
        });
        let radios = radios
            .item(Choice::new("other", "Another date").hint("Enter it below").chosen(which == "other"))
            .item(Choice::new("unknown", "The date is not known yet").chosen(which == "unknown"))
            .error(asked.problems.of("which"));
        let other = match is_near {
            Some(_) => DateInput::new("aware", "Which other date?").strong(),
            None => asked.date("aware", "Which other date?"),
        };
        let time = asked.line("aware_time", "At what time? (optional)").strong().width(10);
        vec![
            Html::of(radios),
            Html::of(other.hint("For example, 27 3 2026. Leave out the day if only the month is known")),
            Html::of(time.hint("For example, 4:12pm. It moves no deadline")),
        ]
    }

    fn read(&self, starter: &Starter, fields: &mut Fields<'_>) {
        read(fields, starter.app.clock().today());
        fields.optional_time("aware_time");
    }

    /// “Today” is a date by the time it is kept: somebody may come back tomorrow.
    fn take(&self, so_far: Answers, sent: &Answers, today: NaiveDate) -> Answers {
        settled(taken(so_far, sent, &NAMES), today)
    }
}

/// “Today” or “yesterday” where the date in the boxes is that day.
fn near_name(answers: &Answers, today: NaiveDate) -> Option<&'static str> {
    let typed = date_input::read(answers, "aware", WHAT).ok().flatten().and_then(When::day)?;
    let near = near(today).into_iter().find(|(_, day)| *day == Some(typed)).map(|(name, _)| name);
    near.filter(|_| answers.one("which") == "other")
}

/// The answers with the date in place of “today” and “yesterday”.
fn settled(answers: Answers, today: NaiveDate) -> Answers {
    let near =
        near(today).into_iter().find(|(name, _)| answers.one("which") == *name).and_then(|(_, day)| day);
    match near {
        Some(day) if date_input::read(&answers, "aware", WHAT) == Ok(None) => and_when(
            taken(answers, &Answers::default(), &NAMES[1..4]).with("which", "other"),
            "aware",
            When::Day(day),
        ),
        _ => answers,
    }
}
