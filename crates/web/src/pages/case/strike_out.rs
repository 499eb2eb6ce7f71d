//! Striking out an entry that should not have been recorded. It stays in the history, marked.

use case::keeping::{StrikeOut, is_dispensable};
use case::{Command, Recorded, Step, StepKind, Word};

use crate::case_view::OpenCase;
use crate::case_view::entries::as_it_stands;
use crate::form::case_form;
use crate::form::question::{Question, text};
use crate::form::{Answers, Form, Intro, Page, Questions, Read, Recording};
use crate::session::Flash;
use crate::text::{clock, date};

const WHY: Question<String> = text(Word::Correction, "Why should this entry not be there?")
    .short("Why")
    .missing("Enter why the entry is struck out")
    .hint("2 or 3 sentences. Only the business unit can read it");

/// Striking out one entry, by its number.
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
    fn page(&self) -> Page {
        let path = format!("/history/{}/strike-out", self.0);
        Page::new(StepKind::StrikeOut, path, "/history", format!("Strike out entry {}", self.0))
            .button("Strike out the entry")
            .checked("Check and strike out the entry")
    }

    fn right(&self, open: &OpenCase) -> Option<StepKind> {
        self.entry(open).map(|_| StepKind::StrikeOut)
    }

    fn fits(&self, open: &OpenCase) -> bool {
        self.entry(open).is_some_and(|entry| as_it_stands(&open.case, entry).is_some())
    }

    fn intro(&self, open: &OpenCase) -> Intro {
        let what = self.entry(open).map(|entry| {
            let title = crate::text::entry::title(&entry.event.fact, open.names());
            format!("{title}, {}.", date::when(entry.event.on))
        });
        what.into_iter().collect::<Intro>().and(
            "Nothing is deleted. The entry stays in the history, marked as struck out, and no longer counts.",
        )
    }

    fn questions<'a>(&'a self, _open: &'a OpenCase, _answers: &'a Answers) -> Questions<'a> {
        Questions::new().ask(WHY)
    }

    fn step(&self, _open: &OpenCase, _read: &Read<'_>) -> Recording {
        Step::StrikeOut(StrikeOut { entry: self.0 }).into()
    }

    fn happens(&self, open: &OpenCase, after: &OpenCase) -> Vec<String> {
        consequences(open, after)
    }

    fn done(&self, _after: &OpenCase, _recorded: &[Command]) -> Flash {
        Flash::new(format!("Entry {} struck out", self.0))
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
