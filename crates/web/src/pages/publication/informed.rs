//! Telling the family, staff and the press office that a report will be published.

use case::publication::{Audience, PublicationTold};
use case::{Command, Step, StepKind, When};

use super::{HOME, is_before_publication, uninformed};
use crate::case_view::OpenCase;
use crate::form::asked::code;
use crate::form::question::{Offer, Question, choices, happened_on};
use crate::form::{Answers, Form, Intro, Page, Questions, Read, Recording};
use crate::session::Flash;
use crate::text::grammar::and;

const WHO: Question<Vec<Audience>> =
    choices("who", "Who was told?").short("Told").missing("Select who was told");
const ON: Question<When> = happened_on("When were they told?", "Date they were told").short("Date");

pub(super) struct Informed;

/// Those who are still to be told, and whoever was chosen while somebody else recorded the same.
fn offers(open: &OpenCase, answers: &Answers) -> impl Iterator<Item = Offer> {
    let uninformed = uninformed(&open.case);
    let offered = move |who: &Audience| uninformed.contains(who) || answers.has("who", &code(who));
    Audience::ALL.iter().copied().filter(offered).map(|who| {
        Offer::of(&who).labelled(match who {
            Audience::Family => "The family",
            Audience::Staff => "Staff who worked with the child and the family",
            Audience::Press => "The press office",
        })
    })
}

impl Form for Informed {
    fn page(&self) -> Page {
        let heading = "Record who was told of the publication";
        Page::new(StepKind::TellOfPublication, "/publication/tell", HOME, heading)
            .button("Record who was told")
    }

    fn fits(&self, open: &OpenCase) -> bool {
        is_before_publication(&open.case) && !uninformed(&open.case).is_empty()
    }

    fn intro(&self, open: &OpenCase) -> Intro {
        let told: Vec<_> = open.case.publication.told.iter().collect();
        let told: Intro =
            (!told.is_empty()).then(|| format!("Told already: {}.", and(&told))).into_iter().collect();
        told.and("The family hears of it first, from somebody they know, and before anybody else can.")
    }

    fn questions<'a>(&'a self, open: &'a OpenCase, answers: &'a Answers) -> Questions<'a> {
        Questions::new().ask(WHO.among(offers(open, answers))).ask(ON)
    }

    fn step(&self, _open: &OpenCase, read: &Read<'_>) -> Recording {
        Step::TellOfPublication(PublicationTold { who: read.of(&WHO) }).into()
    }

    fn done(&self, after: &OpenCase, _recorded: &[Command]) -> Flash {
        let left = uninformed(&after.case);
        let next = (!left.is_empty()).then(|| format!("Still to tell: {}.", and(&left)));
        Flash::new("Recorded who was told of the publication").next(next)
    }
}
