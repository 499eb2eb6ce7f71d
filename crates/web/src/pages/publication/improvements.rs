//! Publishing only the improvements, where it would be wrong to publish the full report.

use case::decisions::Question as Decided;
use case::publication::ImprovementsPublished;
use case::{ClockKey, Command, Step, StepKind, When, Word};

use super::exceptional::{PANEL_TOLD, SECRETARY_OF_STATE_TOLD, agreement, still_to_inform};
use super::{HOME, address, dates};
use crate::case_view::{OpenCase, deadline_text};
use crate::form::question::{Question, happened_on, text};
use crate::form::{Answers, Form, Intro, Page, Problems, Questions, Read, Recording};
use crate::session::Flash;

const REASON: Question<String> = text(Word::Reason, "Why would it be wrong to publish the full report?")
    .short("Why not the full report")
    .missing("Enter why it would be wrong to publish the full report")
    .hint("2 or 3 sentences. The National Panel and the Secretary of State are told this. Do not use names of children or families");
const IMPROVEMENTS: Question<String> = text(Word::Text, "Which improvements are published?")
    .short("Improvements")
    .missing("Enter the improvements that are published")
    .hint("As they were published. Everybody can read this. Do not use names of children or families")
    .rows(12);
const ADDRESS: Question<String> =
    address::question("Where can everybody read it?").missing("Enter the public address of the improvements");
const ON: Question<When> =
    happened_on("When were they published?", "Date of publication").short("Published on");

pub(super) struct Improvements;

impl Form for Improvements {
    fn page(&self) -> Page {
        let heading = "Record that only the improvements were published";
        Page::new(StepKind::PublishImprovements, "/publication/improvements", HOME, heading)
            .button("Record the publication")
            .checked("Check and record the publication of the improvements")
    }

    fn intro(&self, open: &OpenCase) -> Intro {
        Intro::say(
            "Only where it would be wrong to publish the full report. This service does not publish it: record here \
             where the partnership has.",
        )
        .and(agreement(open, Decided::ImprovementsOnly))
    }

    fn questions<'a>(&'a self, _open: &'a OpenCase, _answers: &'a Answers) -> Questions<'a> {
        let what = Questions::new().ask(REASON).under("What is published").ask(IMPROVEMENTS).ask(ADDRESS);
        what.under("When").ask(ON).ask(PANEL_TOLD).ask(SECRETARY_OF_STATE_TOLD)
    }

    fn check(&self, open: &OpenCase, read: &Read<'_>, problems: &mut Problems) {
        address::check(open, read, problems);
    }

    fn step(&self, _open: &OpenCase, read: &Read<'_>) -> Recording {
        Step::PublishImprovements(ImprovementsPublished {
            panel_told: read.of(&PANEL_TOLD),
            secretary_of_state_told: read.of(&SECRETARY_OF_STATE_TOLD),
        })
        .into()
    }

    fn happens(&self, _open: &OpenCase, after: &OpenCase) -> Vec<String> {
        let public =
            "Everybody can read the improvements at this address, and the full report is not published."
                .to_owned();
        [Some(public), dates::stands(after, ClockKey::Lcspr), dates::keep_online(after)]
            .into_iter()
            .flatten()
            .collect()
    }

    fn done(&self, after: &OpenCase, recorded: &[Command]) -> Flash {
        let to_tell = recorded.iter().find_map(|command| match &command.step {
            Step::PublishImprovements(of) => still_to_inform(of.panel_told, of.secretary_of_state_told),
            _ => None,
        });
        Flash::new("Publication of the improvements recorded")
            .next(deadline_text::together([dates::keep_online(after), to_tell]))
    }
}
