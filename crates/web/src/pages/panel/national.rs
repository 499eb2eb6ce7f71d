//! Recording that the Panel commissioned a national or thematic review that touches this case.

use case::panel::{NationalKind, NationalReview};
use case::{Command, Stage, Step, StepKind, When, Word};

use super::HOME;
use crate::case_view::OpenCase;
use crate::form::asked::capital;
use crate::form::common::name_and_post;
use crate::form::question::{Offer, Question, choice, happened_on, line, text, yes_no};
use crate::form::{Answers, Form, Page, Questions, Read, Recording};
use crate::session::Flash;

const KIND: Question<NationalKind> = choice("kind", "What did the National Panel commission?")
    .short("What was commissioned")
    .missing("Select what the National Panel commissioned");
const LOCAL_CONTINUES: Question<bool> = yes_no("local_continues", "Does local work go on?")
    .short("Local work")
    .missing("Select whether local work goes on")
    .stacked();
const LIAISON: Question<String> = line(Word::Who, "Who liaises with it?")
    .missing("Enter who liaises with the review")
    .hint("Name and job title");
const ABOUT: Question<String> = text(Word::Text, "What is it about? (optional)")
    .short("What it is about")
    .hint("1 or 2 sentences. Do not use names of children or families")
    .rows(3);
const ON: Question<When> = happened_on("When was it commissioned?", "Date it was commissioned").short("Date");

pub(super) struct National;

/// Whether local work goes on.
fn local_work() -> [Offer; 2] {
    [
        Offer::new(&"yes", "Yes, local work goes on beside it")
            .hint("An LCSPR can be decided, or the review ends at the rapid review"),
        Offer::new(&"no", "No, it takes the place of a local review")
            .hint("An LCSPR can still be decided later"),
    ]
}

impl Form for National {
    fn page(&self) -> Page {
        let heading = "Record a national or thematic review";
        Page::new(StepKind::RecordNationalReview, "/panel/national", HOME, heading)
            .button("Record the review")
            .checked("Check and record the national or thematic review")
    }

    fn fits(&self, open: &OpenCase) -> bool {
        let case = &open.case;
        let has_replied = case.stage > Stage::SubmittedToPanel || !case.panel.responses.is_empty();
        has_replied && !case.is_closed() && case.panel.open_national_review().is_none()
    }

    fn questions<'a>(&'a self, open: &'a OpenCase, _answers: &'a Answers) -> Questions<'a> {
        Questions::new()
            .ask(KIND)
            .ask(LOCAL_CONTINUES.among(local_work()))
            .ask(LIAISON.starting(name_and_post(&open.visitor)))
            .ask(ABOUT)
            .ask(ON)
    }

    fn step(&self, _open: &OpenCase, read: &Read<'_>) -> Recording {
        let local_continues = read.of(&LOCAL_CONTINUES);
        Step::RecordNationalReview(NationalReview { kind: read.of(&KIND), local_continues, liaison: None })
            .into()
    }

    fn happens(&self, open: &OpenCase, after: &OpenCase) -> Vec<String> {
        let course = if after.case.stage == Stage::NationalReview && open.case.stage != after.case.stage {
            "It takes the place of a local review, and no LCSPR deadline runs. An LCSPR can still be decided."
        } else {
            "Every deadline of the case runs on beside it."
        };
        vec![
            course.to_owned(),
            "It shows beside what the National Panel said until its end is recorded.".to_owned(),
        ]
    }

    fn done(&self, after: &OpenCase, _recorded: &[Command]) -> Flash {
        let kind = after.case.panel.national.as_ref().map_or(NationalKind::National, |review| review.kind);
        let next = match after.case.stage {
            Stage::NationalReview => "Record its end when the National Panel has finished it.",
            Stage::PanelResponded => "What the partnership itself will do is still to be decided.",
            _ => "Local work goes on beside it.",
        };
        Flash::new(format!("{} recorded", capital(&kind))).next(next.to_owned())
    }
}
