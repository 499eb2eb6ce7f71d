//! The local title, which names nobody.

use case::{Case, Word};

use super::begun::Starter;
use super::page::Page;
use super::start::referral;
use crate::form::dry_run::dry_run;
use crate::form::question::{Question, line};
use crate::form::{Answers, Problems, Questions, Read};

pub(super) const TITLE: Question<String> = line(Word::Title, "What is the case called here?")
    .hint("A few words that identify nobody, such as “Infant, serious harm at home”. No name, initials, date of birth, school or street")
    .heading();

/// The local title.
pub(super) struct Title;

impl Page for Title {
    fn path(&self) -> &'static str {
        "/cases/new/title"
    }

    fn about(&self) -> &'static str {
        "a local title"
    }

    fn questions(&self, _starter: &Starter, _answers: &Answers) -> Questions<'static> {
        Questions::new().ask(TITLE)
    }

    /// The rule is that of the case itself, which is asked what it would say.
    fn check(&self, starter: &Starter, read: &Read<'_>, problems: &mut Problems) {
        let Some(command) = referral(starter, read.answers) else { return };
        if let Err(rejection) = dry_run(&starter.app, &starter.visitor, &Case::new(), &[command]) {
            let of_title = rejection.problems.iter().filter(|problem| problem.field == TITLE.name);
            of_title.for_each(|problem| problems.add(TITLE.name, &problem.message));
        }
    }
}
