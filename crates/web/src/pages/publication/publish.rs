//! Recording that the full report was published, and where it can be read.

use case::publication::Publication;
use case::{ClockKey, Command, Step, StepKind, When, Word};

use super::{HOME, address, copies, dates, unchecked, uninformed, without_copy};
use crate::case_view::{OpenCase, deadline_text};
use crate::form::question::{Question, happened_on, text};
use crate::form::{Answers, Form, Intro, Page, Problems, Questions, Read, Recording};
use crate::session::Flash;
use crate::text::grammar::and;

const ADDRESS: Question<String> = address::question("Where can everybody read the report?")
    .missing("Enter the public address of the report");
const ON: Question<When> = happened_on("When was it published?", "Date of publication").short("Published on");
const REASON: Question<String> = text(
    Word::Reason,
    "If copies went out late, or the family was not told: why? (optional)",
)
.short("Why copies were late, or the family not told")
.hint("Everyone who may read about the publication reads this. Do not use names of children or families")
.rows(3);

pub(super) struct FullReport;

/// What has not been done, and should be or must be before the report is published.
fn missing(open: &OpenCase) -> Vec<String> {
    let case = &open.case;
    let copies = without_copy(case);
    let copies = (!copies.is_empty()).then(|| format!("No copy is recorded for {}.", copies::names(&copies)));
    let points = unchecked(case);
    let anonymity = (!points.is_empty()).then(|| format!("Still to check for anonymity: {}.", and(&points)));
    let told = uninformed(case);
    let told = (!told.is_empty()).then(|| format!("Not recorded as told: {}.", and(&told)));
    copies.into_iter().chain(anonymity).chain(told).collect()
}

impl Form for FullReport {
    fn page(&self) -> Page {
        let heading = "Record the publication of the full report";
        Page::new(StepKind::Publish, "/publication/publish", HOME, heading)
            .button("Record the publication")
            .checked("Check and record the publication")
    }

    fn intro(&self, open: &OpenCase) -> Intro {
        let own =
            "This service does not publish the report. Record here where the partnership has published it.";
        missing(open).into_iter().fold(Intro::say(own), Intro::and)
    }

    fn questions<'a>(&'a self, _open: &'a OpenCase, _answers: &'a Answers) -> Questions<'a> {
        Questions::new().ask(ADDRESS).ask(ON).ask(REASON)
    }

    fn check(&self, open: &OpenCase, read: &Read<'_>, problems: &mut Problems) {
        address::check(open, read, problems);
    }

    fn step(&self, _open: &OpenCase, _read: &Read<'_>) -> Recording {
        Step::Publish(Publication {}).into()
    }

    fn happens(&self, _open: &OpenCase, after: &OpenCase) -> Vec<String> {
        let public =
            "Everybody can read the report at this address. Open it and see that it is the right one."
                .to_owned();
        [Some(public), dates::stands(after, ClockKey::Lcspr), dates::stands(after, ClockKey::Copies)]
            .into_iter()
            .flatten()
            .chain(dates::keep_online(after))
            .collect()
    }

    fn done(&self, after: &OpenCase, _recorded: &[Command]) -> Flash {
        let next =
            deadline_text::together([dates::stands(after, ClockKey::Lcspr), dates::keep_online(after)]);
        Flash::new("Publication of the full report recorded").next(next)
    }
}
