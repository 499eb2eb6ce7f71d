//! The rapid review meeting: who was there, whether the child is safe, and what was found.

use calendar::NaiveDate;
use case::rapid_review::{Meeting, Section};
use case::terms::Partner;
use case::{Command, KeyDate, OrganisationId, Stage, Step, StepKind, Word};

use super::questions::WHY_NOT;
use super::{HOME, plan, written};
use crate::case_view::OpenCase;
use crate::form::common::concerned_offers;
use crate::form::question::{Question, YesOrNo, choices, past_day, several_of, text, yes_or_no};
use crate::form::{Answers, Form, Intro, Page, Questions, Read, Recording};
use crate::session::Flash;
use crate::text::date;

const ON: Question<NaiveDate> =
    past_day("on", "When was the meeting held?").short("Date of the meeting").called("Date of the meeting");
const PRESENT: Question<Vec<Partner>> =
    choices("present", "Which statutory partners were there?").short("Statutory partners there");
const ABSENT: Question<String> = text(Word::Comment, "If a partner was not there, why not?")
    .short("Why a partner was not there")
    .hint("1 or 2 sentences")
    .rows(3);
const AGENCIES: Question<Vec<OrganisationId>> =
    several_of("agencies", "Which other agencies were there?").short("Other agencies there");
const SAFETY_CHECKED: Question<bool> = yes_or_no(
    "safety_checked",
    "Did the meeting check that the child and any siblings are safe now?",
    &YesOrNo("Yes", "No"),
)
.short("Safety checked")
.missing("Select whether the meeting checked that the child is safe");
const FACTS: Question<String> = text(Word::Facts, "What did agencies do, as the meeting found it?")
    .short("What agencies did")
    .missing("Enter what agencies did, as the meeting found it")
    .hint(
        "The key practice episodes. It becomes part of the report. Do not use names of children or families",
    )
    .rows(10);
const LEARNING: Question<String> = text(Word::Learning, "What was learnt so far?")
    .short("What was learnt")
    .missing("Enter what was learnt so far")
    .hint("And how it is shared now. It becomes part of the report")
    .rows(8);
const DISSENT: Question<String> = text(Word::Dissent, "Did anybody see it differently? (optional)")
    .short("Who saw it differently")
    .hint("Who, and how. Leave it empty if nobody did")
    .rows(4);

/// The meeting.
pub(super) struct Held;

impl Form for Held {
    fn page(&self) -> Page {
        Page::new(StepKind::HoldMeeting, "/rapid-review/meeting", HOME, "Record the rapid review meeting")
            .button("Record the meeting")
    }

    fn fits(&self, open: &OpenCase) -> bool {
        matches!(open.case.stage, Stage::RapidReviewOpen | Stage::AgencyReturns | Stage::RapidReviewMeeting)
    }

    fn intro(&self, open: &OpenCase) -> Intro {
        let planned = plan::planned(open, KeyDate::MeetingHeld)
            .map(|day| format!("The plan puts the meeting on {}.", plan::day_and_number(open, day)));
        let again = open.case.rapid_review.meeting.is_some();
        let again = again.then(|| "A meeting is recorded already. This one takes its place in the report, and both stay in the history.".to_owned());
        planned.into_iter().chain(again).collect()
    }

    /// The facts and what was learnt begin with what the sections say already.
    fn questions<'a>(&'a self, open: &'a OpenCase, _answers: &'a Answers) -> Questions<'a> {
        let of = |part, word| written::section(&open.case, part).1.get(word).unwrap_or_default().to_owned();
        let today = format!("Today is {}", plan::day_and_number(open, open.today));
        Questions::new()
            .under("Who was there")
            .ask(ON.hinted(today).starting(open.today))
            .ask(PRESENT)
            .ask(ABSENT)
            .ask(AGENCIES.among(concerned_offers(open)))
            .under("Safety now")
            .ask(SAFETY_CHECKED)
            .ask(WHY_NOT)
            .under("What the meeting found")
            .ask(FACTS.starting(of(Section::Facts, Word::Facts)))
            .ask(LEARNING.starting(of(Section::Learning, Word::Learning)))
            .ask(DISSENT)
    }

    fn step(&self, _open: &OpenCase, read: &Read<'_>) -> Recording {
        Step::HoldMeeting(Meeting {
            present: read.of(&PRESENT),
            agencies: read.of(&AGENCIES),
            safety_checked: read.of(&SAFETY_CHECKED),
        })
        .into()
    }

    fn done(&self, after: &OpenCase, recorded: &[Command]) -> Flash {
        let happened = match recorded.first().and_then(|command| command.on.day()) {
            Some(day) => format!("Meeting recorded, held on {}", plan::day_and_number(after, day)),
            None => "Meeting recorded".to_owned(),
        };
        let put = plan::planned(after, KeyDate::PartnersAsked).filter(|day| *day >= after.today);
        let put = put.map(|day| format!(" The plan puts it to the partners on {}.", date::weekday(day)));
        Flash::new(happened).next(format!("Next, write the report.{}", put.unwrap_or_default()))
    }
}
