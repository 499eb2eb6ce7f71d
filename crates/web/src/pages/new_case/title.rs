//! The local title, which names nobody.

use calendar::NaiveDate;
use case::Case;

use super::begun::Starter;
use super::page::{Page, taken};
use super::start::referral;
use crate::components::Html;
use crate::form::asked::Asked;
use crate::form::data::Answers;
use crate::form::dry_run::dry_run;
use crate::form::parse::Fields;

/// The local title.
pub(super) struct Title;

impl Page for Title {
    fn path(&self) -> &'static str {
        "/cases/new/title"
    }

    fn about(&self) -> &'static str {
        "a local title"
    }

    fn parts(&self, _starter: &Starter, asked: Asked<'_>) -> Vec<Html> {
        let title = asked.line("title", "What is the case called here?").heading().hint(
            "A few words that identify nobody, such as “Infant, serious harm at home”. No name, initials, date of birth, school or street",
        );
        vec![Html::of(title)]
    }

    /// The rule is that of the case itself, which is asked what it would say.
    fn read(&self, starter: &Starter, fields: &mut Fields<'_>) {
        let title = fields.optional_line("title").unwrap_or_default();
        let Some(command) = referral(starter, fields.answers(), title) else { return };
        if let Err(rejection) = dry_run(&starter.app, &starter.visitor, &Case::new(), &[command]) {
            let of_title = rejection.problems.iter().filter(|problem| problem.field == "title");
            of_title.for_each(|problem| fields.problems.add("title", &problem.message));
        }
    }

    fn take(&self, so_far: Answers, sent: &Answers, _today: NaiveDate) -> Answers {
        taken(so_far, sent, &["title"])
    }
}
