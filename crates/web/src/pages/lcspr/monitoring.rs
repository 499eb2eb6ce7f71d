//! The partners check whether the review is in time and good enough (2018 Regulations, reg. 14).

use case::lcspr::MonitoringCheck;
use case::{ClockKey, Command, Step, StepKind, When, Word};

use super::asking::READERS;
use super::{HOME, is_under_way};
use crate::case_view::{OpenCase, deadline_text};
use crate::form::question::{Question, happened_on, text, yes_no};
use crate::form::{Answers, Form, Intro, Page, Questions, Read, Recording};
use crate::session::Flash;

const ON: Question<When> = happened_on("When was it checked?", "Date of the check").short("Date");
const ON_TIME: Question<bool> = yes_no("on_time", "Is the review on time?")
    .short("On time")
    .missing("Select whether the review is on time");
const GOOD_QUALITY: Question<bool> = yes_no("good_quality", "Is its quality satisfactory?")
    .short("Quality satisfactory")
    .missing("Select whether its quality is satisfactory");
const FOUND: Question<String> = text(Word::Comment, "What did the check find?")
    .short("What it found")
    .missing("Enter what the check of time and quality found")
    .hint(READERS);

/// One check.
pub(super) struct Monitoring;

impl Form for Monitoring {
    fn page(&self) -> Page {
        let heading = "Record a check of time and quality";
        Page::new(StepKind::CheckMonitoring, "/lcspr/monitoring/new", HOME, heading)
            .button("Record the check")
    }

    fn fits(&self, open: &OpenCase) -> bool {
        is_under_way(open)
    }

    fn intro(&self, open: &OpenCase) -> Intro {
        let duty = "The partners check from time to time that the review is in time and of good quality.";
        let due = deadline_text::due(open, ClockKey::Lcspr, "The review is to be completed and published by");
        [duty.to_owned()].into_iter().chain(due).collect()
    }

    fn questions<'a>(&'a self, _open: &'a OpenCase, _answers: &'a Answers) -> Questions<'a> {
        Questions::new().ask(ON).ask(ON_TIME).ask(GOOD_QUALITY).ask(FOUND)
    }

    fn step(&self, _open: &OpenCase, read: &Read<'_>) -> Recording {
        let check = MonitoringCheck { on_time: read.of(&ON_TIME), good_quality: read.of(&GOOD_QUALITY) };
        Step::CheckMonitoring(check).into()
    }

    fn done(&self, _after: &OpenCase, recorded: &[Command]) -> Flash {
        let is_fine = |command: &Command| {
            matches!(
                command.step,
                Step::CheckMonitoring(MonitoringCheck { on_time: true, good_quality: true })
            )
        };
        let next = "You can ask the reviewer in writing for what is missing.".to_owned();
        let next = (!recorded.iter().any(is_fine)).then_some(next);
        Flash::new("Check of time and quality recorded").next(next)
    }
}
