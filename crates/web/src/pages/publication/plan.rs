//! Planning the day of publication, on which two other dates hang.

use case::publication::PublicationPlan;
use case::{Case, Command, Step, When, Words};

use super::{HOME, dates, is_before_publication};
use crate::case_view::OpenCase;
use crate::form::asked::{Asked, Question, Section, and_when, said_when};
use crate::form::case_form::{Form, Said};
use crate::form::data::Answers;
use crate::form::parse::Fields;
use crate::text::date;

/// The plan.
pub(super) struct Plan;

impl Form for Plan {
    fn path(&self) -> String {
        "/publication/plan".to_owned()
    }

    fn home(&self) -> &'static str {
        HOME
    }

    fn heading(&self) -> String {
        "Plan the publication date".to_owned()
    }

    fn intro(&self, open: &OpenCase) -> Vec<String> {
        let due = dates::lcspr_due(open)
            .map(|due| format!("The review has to be published by {}.", date::weekday(due)));
        let copies = dates::copies_before(open).map(|before| {
            format!("Copies go to the National Panel and the Secretary of State {before} publication.")
        });
        due.into_iter().chain(copies).collect()
    }

    fn button(&self) -> &'static str {
        "Save the date"
    }

    fn step(&self, open: &OpenCase) -> Option<Step> {
        Some(Step::PlanPublication(PublicationPlan { planned: open.today }))
    }

    fn fits(&self, open: &OpenCase) -> bool {
        is_before_publication(&open.case)
    }

    fn recorded(&self, case: &Case) -> Option<Answers> {
        let planned = case.publication.planned?;
        Some(and_when(Answers::default(), "planned", When::Day(planned)))
    }

    fn sections(&self, _open: &OpenCase, asked: Asked<'_>) -> Vec<Section> {
        let planned = asked
            .date("planned", "On which day is the review to be published?")
            .hint("For example, 27 6 2026. It can be changed until the review is published");
        vec![Section::plain(vec![Question::new("planned", planned)])]
    }

    fn read(&self, open: &OpenCase, fields: &mut Fields<'_>) -> Option<Command> {
        let planned = fields.day("planned", "Planned day of publication")?;
        if planned < open.today {
            let wrong = "Planned day of publication must be today or in the future";
            fields.problems.add_at("planned", "planned-day", wrong);
        }
        let step = Step::PlanPublication(PublicationPlan { planned });
        Some(Command { on: When::Day(open.today), step, words: Words::none() })
    }

    fn said(&self, _open: &OpenCase, answers: &Answers) -> Vec<Said> {
        vec![Said::new("planned", "Planned publication date", said_when(answers, "planned"))]
    }

    fn done(&self, after: &OpenCase, _command: &Command) -> (String, Option<String>) {
        let happened = match after.case.publication.planned {
            Some(planned) => format!("Publication planned for {}", date::weekday(planned)),
            None => "Publication date saved".to_owned(),
        };
        (happened, dates::hanging_on_the_plan(after))
    }
}
