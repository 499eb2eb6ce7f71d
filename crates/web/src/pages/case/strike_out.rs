//! Striking out an entry that should not have been recorded. It stays in the history, marked.

use case::keeping::{StrikeOut, is_dispensable};
use case::{Command, Recorded, Step, When, Word, Words};

use super::entry;
use crate::case_view::OpenCase;
use crate::form::asked::{Asked, Question, Section};
use crate::form::case_form;
use crate::form::case_form::{Form, Said};
use crate::form::data::Answers;
use crate::form::parse::Fields;
use crate::text::{clock, date};

/// The form for one entry.
pub(crate) struct StrikeOutForm(u32);

impl StrikeOutForm {
    /// For the entry of this number.
    pub(crate) fn of(number: &str) -> Option<Self> {
        number.parse().ok().map(Self)
    }

    fn entry<'o>(&self, open: &'o OpenCase) -> Option<&'o Recorded> {
        open.case.entry(self.0).filter(|entry| open.reads(entry) && is_dispensable(&entry.event.fact))
    }
}

/// Whether the visitor may strike out this entry.
pub(crate) fn may(open: &OpenCase, entry: &Recorded) -> bool {
    case_form::is_offered(&StrikeOutForm(entry.seq), open)
}

impl Form for StrikeOutForm {
    fn path(&self) -> String {
        format!("/history/{}/strike-out", self.0)
    }

    fn home(&self) -> &'static str {
        "/history"
    }

    fn heading(&self) -> String {
        format!("Strike out entry {}", self.0)
    }

    fn intro(&self, open: &OpenCase) -> Vec<String> {
        let what = self.entry(open).map(|entry| {
            let title = crate::text::entry::title(&entry.event.fact, open.names());
            format!("{title}, {}.", date::when(entry.event.on))
        });
        let stays =
            "Nothing is deleted. The entry stays in the history, marked as struck out, and no longer counts.";
        what.into_iter().chain([stays.to_owned()]).collect()
    }

    fn button(&self) -> &'static str {
        "Strike out the entry"
    }

    fn step(&self, open: &OpenCase) -> Option<Step> {
        self.entry(open).map(|entry| Step::StrikeOut(StrikeOut { entry: entry.seq }))
    }

    fn fits(&self, open: &OpenCase) -> bool {
        self.entry(open).is_some_and(|entry| entry::as_it_stands(open, entry).is_some())
    }

    fn sections(&self, _open: &OpenCase, asked: Asked<'_>) -> Vec<Section> {
        let why = asked
            .text("correction", "Why should this entry not be there?")
            .hint("2 or 3 sentences. Only the business unit can read it");
        vec![Section::plain(vec![Question::new("correction", why)])]
    }

    fn read(&self, open: &OpenCase, fields: &mut Fields<'_>) -> Option<Command> {
        let why = fields.text("correction", "Enter why the entry is struck out");
        Some(Command {
            on: When::Day(open.today),
            step: Step::StrikeOut(StrikeOut { entry: self.0 }),
            words: Words::none().and(Word::Correction, why),
        })
    }

    fn said(&self, _open: &OpenCase, answers: &Answers) -> Vec<Said> {
        vec![Said::new("correction", "Why", answers.one("correction"))]
    }

    fn check_heading(&self) -> Option<&'static str> {
        Some("Check and strike out the entry")
    }

    fn happens(&self, open: &OpenCase, after: &OpenCase) -> Vec<String> {
        consequences(open, after)
    }

    fn done(&self, _after: &OpenCase, _command: &Command) -> (String, Option<String>) {
        (format!("Entry {} struck out", self.0), None)
    }
}

/// What a correction changes beside the entry: the stage, and clocks.
pub(crate) fn consequences(open: &OpenCase, after: &OpenCase) -> Vec<String> {
    let mut lines = Vec::new();
    if open.case.stage != after.case.stage {
        lines.push(format!("The case goes from “{}” to “{}”.", open.case.stage, after.case.stage));
    }
    let (before, now) = (open.clocks(), after.clocks());
    for of in &now {
        let was = before.iter().find(|clock| clock.key == of.key);
        let words = |clock: &case::Clock<'_>| clock.words(open.today, open.calendar());
        if was.is_none_or(|was| was.due_date() != of.due_date() || words(was) != words(of)) {
            let heading = clock::heading(of, open.names(), open.today);
            lines.push(format!("{heading}: {}.", crate::text::grammar::lower_first(&words(of))));
        }
    }
    if lines.is_empty() {
        lines.push("No deadline and no stage of the case changes.".to_owned());
    }
    lines
}

#[cfg(test)]
#[path = "strike_out_tests.rs"]
mod tests;
