//! Recording whether a recommendation is accepted.

use case::actions::RecommendationResponse;
use case::{Area, Command, Step, StepKind, When, Word, Words};

use super::HOME;
use super::record::recommendation;
use crate::case_view::OpenCase;
use crate::case_view::entries::Entries;
use crate::form::question::{Question, YesOrNo, happened_on, text, yes_or_no};
use crate::form::{Answers, Form, Intro, Page, Problems, Questions, Read, Recording};
use crate::session::Flash;

const ACCEPTED: Question<bool> =
    yes_or_no("accepted", "Is it accepted?", &YesOrNo("Yes, it is accepted", "No, it is not accepted"))
        .short("Accepted")
        .missing("Select whether the recommendation is accepted");
const REASON: Question<String> = text(Word::Reason, "Why is it not accepted?")
    .short("Why not")
    .hint("Only where it is not accepted. Everyone who may read the rapid review reads this. Do not use names of children or families")
    .rows(3);
const ON: Question<When> = happened_on("When was it answered?", "Date of the answer").short("Date");

/// The answer to the recommendation of this number.
pub(super) struct Respond(pub(super) u16);

impl Form for Respond {
    fn page(&self) -> Page {
        let path = format!("/actions/recommendations/{}", self.0);
        let heading = format!("Record the answer to recommendation {}", self.0);
        Page::new(StepKind::RespondToRecommendation, path, HOME, heading).button("Record answer")
    }

    fn fits(&self, open: &OpenCase) -> bool {
        open.case.actions.recommendations.contains_key(&self.0) && open.shows(Area::RapidReview)
    }

    fn intro(&self, open: &OpenCase) -> Intro {
        Intro::say(recommendation(&Entries::of(&open.case), self.0))
    }

    fn questions<'a>(&'a self, _open: &'a OpenCase, _answers: &'a Answers) -> Questions<'a> {
        Questions::new().ask(ACCEPTED).ask(REASON).ask(ON)
    }

    fn check(&self, _open: &OpenCase, read: &Read<'_>, problems: &mut Problems) {
        if read.maybe(&ACCEPTED) == Some(false) && read.word(Word::Reason).is_none() {
            problems.add(REASON.name, "Enter why the recommendation is not accepted");
        }
    }

    fn step(&self, _open: &OpenCase, read: &Read<'_>) -> Recording {
        let accepted = read.of(&ACCEPTED);
        let words = if accepted { Words::none() } else { read.words() };
        let response = RecommendationResponse { number: self.0, accepted };
        Recording::from(Step::RespondToRecommendation(response)).with_words(words)
    }

    fn done(&self, after: &OpenCase, _recorded: &[Command]) -> Flash {
        let accepted = after.case.actions.recommendations.get(&self.0).and_then(|(_, accepted)| *accepted);
        let next = (accepted == Some(true)).then(|| "Open the actions that carry it out.".to_owned());
        Flash::new(format!("Answer to recommendation {} recorded", self.0)).next(next)
    }
}
