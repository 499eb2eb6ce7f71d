//! Checking the report for anything by which somebody could be recognised.

use case::publication::{AnonymityCheck, AnonymityPoint};
use case::{Case, Command, Fact, Step, StepKind, When};

use super::{HOME, is_before_publication, unchecked};
use crate::case_view::OpenCase;
use crate::case_view::entries::Entries;
use crate::form::question::{Offer, Question, choices, happened_on};
use crate::form::{Answers, Form, Intro, Page, Questions, Read, Recording};
use crate::session::Flash;
use crate::text::grammar::and;

const CHECKED: Question<Vec<AnonymityPoint>> = choices("checked", "What has been checked?")
    .short("Checked")
    .missing("Select what was checked")
    .hint("Tick what no longer identifies anybody. The rest stays on the list as still to check");
const ON: Question<When> = happened_on("When was it last checked?", "Date of the check").short("Date");

pub(super) struct Anonymity;

/// A point with what to look for.
fn offer(point: AnonymityPoint) -> Offer {
    Offer::of(&point).hint(match point {
        AnonymityPoint::Names => "Of the child, the family, friends and everyone who worked with them",
        AnonymityPoint::Dates => "Dates that say who it was, such as of a birth, a death or a trial",
        AnonymityPoint::Ages => "Exact ages, also of brothers and sisters",
        AnonymityPoint::Places => "Streets, small places and the names of buildings",
        AnonymityPoint::Schools => "Names of schools, nurseries and clubs",
        AnonymityPoint::RareCircumstances => {
            "Anything so rare that people nearby or the press would recognise it"
        }
        AnonymityPoint::FamilyRead => "Or was offered to, and what they said was considered",
    })
}

impl Form for Anonymity {
    fn page(&self) -> Page {
        Page::new(StepKind::CheckAnonymity, "/publication/anonymity", HOME, "Record the anonymity check")
            .button("Save the check")
    }

    fn fits(&self, open: &OpenCase) -> bool {
        let is_written = open.case.lcspr.latest_draft().is_some() || case::lcspr::taken_over(&open.case);
        is_written && is_before_publication(&open.case)
    }

    fn intro(&self, open: &OpenCase) -> Intro {
        let version = open.case.lcspr.latest_draft().map(|draft| draft.version);
        let which = version.map(|version| format!("The latest version of the report is version {version}."));
        let which: Intro = which.into_iter().collect();
        which.and("All of it must be checked before the full report is published.")
    }

    fn questions<'a>(&'a self, _open: &'a OpenCase, _answers: &'a Answers) -> Questions<'a> {
        Questions::new().ask(CHECKED.among(AnonymityPoint::ALL.iter().copied().map(offer))).ask(ON)
    }

    fn recorded(&self, case: &Case) -> Option<Answers> {
        let entries = Entries::of(case);
        let (_, event) = entries.last(|fact| matches!(fact, Fact::AnonymityChecked(_)))?;
        let Fact::AnonymityChecked(check) = &event.fact else { return None };
        Some(CHECKED.put(&check.checked, ON.put(&event.on, Answers::default())))
    }

    fn step(&self, _open: &OpenCase, read: &Read<'_>) -> Recording {
        Step::CheckAnonymity(AnonymityCheck { checked: read.of(&CHECKED) }).into()
    }

    fn done(&self, after: &OpenCase, _recorded: &[Command]) -> Flash {
        match unchecked(&after.case).as_slice() {
            [] => Flash::new("Anonymity checked in full"),
            left => Flash::new("Anonymity check saved").next(format!("Still to check: {}.", and(left))),
        }
    }
}
