//! Adding a recommendation of a review.

use case::actions::{RecommendationSource, ReviewRecommendation};
use case::{Area, Command, OrganisationId, Step, StepKind, When, Word};

use super::{HOME, after_last};
use crate::case_view::OpenCase;
use crate::form::common::concerned_offers;
use crate::form::question::{Offer, Question, choice, happened_on, one_of, text};
use crate::form::{Answers, Form, Page, Questions, Read, Recording};
use crate::session::Flash;

const TEXT: Question<String> = text(Word::Text, "What is recommended?")
    .short("What is recommended")
    .missing("Enter the recommendation")
    .hint("One recommendation. Everyone who may read the rapid review reads this. Do not use names of children or families");
const SOURCE: Question<RecommendationSource> = choice("source", "Where does it come from?")
    .short("Comes from")
    .missing("Select where the recommendation comes from");
const KEY_LINE: Question<Option<u8>> =
    one_of("key_line", "Which key line of enquiry does it answer?").short("Key line of enquiry").in_a_list();
const ADDRESSED_TO: Question<Option<OrganisationId>> =
    one_of("addressed_to", "Who is it addressed to?").short("Addressed to").in_a_list();
const ON: Question<When> = happened_on("When was it made?", "Date of the recommendation").short("Date");

/// The next recommendation.
pub(super) struct NewRecommendation;

impl Form for NewRecommendation {
    fn page(&self) -> Page {
        let heading = "Add a recommendation";
        Page::new(StepKind::AddRecommendation, "/actions/recommendations/new", HOME, heading)
            .button("Add recommendation")
    }

    fn fits(&self, open: &OpenCase) -> bool {
        open.shows(Area::RapidReview)
    }

    fn questions<'a>(&'a self, open: &'a OpenCase, _answers: &'a Answers) -> Questions<'a> {
        let lines = open.case.lcspr.key_lines.keys();
        let lines = lines.map(|number| Offer::new(number, format!("Key line {number}")));
        let anybody = Offer::nothing("Nobody in particular");
        Questions::new()
            .ask(TEXT)
            .ask(SOURCE)
            .ask_if(lines.len() > 0, KEY_LINE.among([Offer::nothing("None")].into_iter().chain(lines)))
            .ask(ADDRESSED_TO.among([anybody].into_iter().chain(concerned_offers(open))))
            .ask(ON)
    }

    fn step(&self, open: &OpenCase, read: &Read<'_>) -> Recording {
        Step::AddRecommendation(ReviewRecommendation {
            number: after_last(&open.case.actions.recommendations),
            source: read.of(&SOURCE),
            key_line: read.of(&KEY_LINE),
            addressed_to: read.of(&ADDRESSED_TO),
        })
        .into()
    }

    fn done(&self, after: &OpenCase, _recorded: &[Command]) -> Flash {
        let number = after.case.actions.recommendations.len();
        let next = "Record whether it is accepted, and open the actions that carry it out.".to_owned();
        Flash::new(format!("Recommendation {number} added")).next(next)
    }
}
