//! Planning the day of publication, on which two other dates hang.

use calendar::NaiveDate;
use case::publication::PublicationPlan;
use case::{Case, Command, Step, StepKind};

use super::{HOME, dates, is_before_publication};
use crate::case_view::OpenCase;
use crate::form::question::{Question, day};
use crate::form::{Answers, Form, Intro, Page, Problems, Questions, Read, Recording};
use crate::session::Flash;
use crate::text::date;

/// The planned day, which the copies need too.
pub(super) const PLANNED: Question<NaiveDate> = day("planned", "On which day is the review to be published?")
    .short("Planned publication date")
    .called("Planned day of publication")
    .hint("For example, 27 6 2026. It can be changed until the review is published");

pub(super) struct Plan;

impl Form for Plan {
    fn page(&self) -> Page {
        Page::new(StepKind::PlanPublication, "/publication/plan", HOME, "Plan the publication date")
            .button("Save the date")
    }

    fn fits(&self, open: &OpenCase) -> bool {
        is_before_publication(&open.case)
    }

    fn intro(&self, open: &OpenCase) -> Intro {
        let due = dates::lcspr_due(open)
            .map(|due| format!("The review has to be published by {}.", date::weekday(due)));
        let copies = dates::copies_before(open).map(|before| {
            format!("Copies go to the National Panel and the Secretary of State {before} publication.")
        });
        due.into_iter().chain(copies).collect()
    }

    fn questions<'a>(&'a self, _open: &'a OpenCase, _answers: &'a Answers) -> Questions<'a> {
        Questions::new().ask(PLANNED)
    }

    fn recorded(&self, case: &Case) -> Option<Answers> {
        Some(PLANNED.put(&case.publication.planned?, Answers::default()))
    }

    fn check(&self, open: &OpenCase, read: &Read<'_>, problems: &mut Problems) {
        if read.maybe(&PLANNED).is_some_and(|planned| planned < open.today) {
            problems.add_date("planned", "Planned day of publication must be today or in the future");
        }
    }

    fn step(&self, _open: &OpenCase, read: &Read<'_>) -> Recording {
        Step::PlanPublication(PublicationPlan { planned: read.of(&PLANNED) }).into()
    }

    fn done(&self, after: &OpenCase, _recorded: &[Command]) -> Flash {
        let happened = match after.case.publication.planned {
            Some(planned) => format!("Publication planned for {}", date::weekday(planned)),
            None => "Publication date saved".to_owned(),
        };
        Flash::new(happened).next(dates::hanging_on_the_plan(after))
    }
}
