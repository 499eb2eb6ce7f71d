//! Ending the hold on publication.

use case::{Command, Fact, Step, StepKind, When, Word};

use super::HOME;
use crate::case_view::OpenCase;
use crate::case_view::entries::{Entries, wrote};
use crate::form::question::{Question, happened_on, text};
use crate::form::{Answers, Form, Intro, Page, Questions, Read, Recording};
use crate::session::Flash;

const REASON: Question<String> = text(Word::Reason, "Why need publication not wait any longer?")
    .short("Why")
    .missing("Enter why publication need not wait any longer")
    .hint("Do not use names of children or families")
    .rows(3);
const ON: Question<When> = happened_on("Since when?", "Date the hold ended").short("Ended on");

pub(super) struct Release;

impl Form for Release {
    fn page(&self) -> Page {
        Page::new(StepKind::ReleasePublication, "/publication/release", HOME, "End the hold on publication")
            .button("End the hold")
    }

    fn intro(&self, open: &OpenCase) -> Intro {
        let entries = Entries::of(&open.case);
        let held = entries.last(|fact| matches!(fact, Fact::PublicationHeld(_))).map(|(_, event)| event);
        let why = held.map(|event| (event.on, wrote(event, Word::Reason)));
        why.map(|(on, why)| format!("Held since {on}. {why}")).into_iter().collect()
    }

    fn questions<'a>(&'a self, _open: &'a OpenCase, _answers: &'a Answers) -> Questions<'a> {
        Questions::new().ask(REASON).ask(ON)
    }

    fn step(&self, _open: &OpenCase, _read: &Read<'_>) -> Recording {
        Step::ReleasePublication.into()
    }

    fn done(&self, _after: &OpenCase, _recorded: &[Command]) -> Flash {
        let next = "Plan the publication date anew. Copies go out again if the report has changed.";
        Flash::new("The hold on publication has ended").next(next.to_owned())
    }
}
