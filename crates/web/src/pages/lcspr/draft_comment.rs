//! Comments on a draft, and the check of its facts by an agency.

use case::lcspr::DraftComment;
use case::{Command, OrganisationId, Role, Step, StepKind, Word};
use serde::{Deserialize, Serialize};

use super::{HOME, goes_on};
use crate::case_view::OpenCase;
use crate::form::asked::code;
use crate::form::common::concerned;
use crate::form::question::{Offer, Question, one_of, text};
use crate::form::{Answers, Form, Intro, Page, Questions, Read, Recording};
use crate::session::Flash;

const KIND: Question<Option<Kind>> = one_of("kind", "What is it?")
    .short("What it is")
    .missing("Select whether these are comments or a check of the facts");
const WHOSE: Question<Option<OrganisationId>> = one_of("agency", "Whose comments are they? (optional)")
    .short("Whose comments")
    .not_offered(NOT_OFFERED)
    .hint("Only where they come from one agency and are about its own part")
    .in_a_list();
const AGENCY: Question<Option<OrganisationId>> =
    one_of("agency", "For which agency?").short("Whose comments").missing(NOT_OFFERED);
const NOT_OFFERED: &str = "Select from the agencies that are offered";
const COMMENT: Question<String> = text(Word::Comment, "Comments")
    .missing("Enter the comments")
    .hint("Say which paragraph each is about. Do not use names of children or families")
    .rows(10);

/// The two kinds of comments.
#[derive(Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Kind {
    Comments,
    Facts,
}

/// Commenting on one version.
pub(super) struct Comment(u16);

impl Comment {
    /// The form for the version that an address names.
    pub(super) fn of(draft: &str) -> Option<Self> {
        draft.parse().ok().filter(|number: &u16| number.to_string() == draft).map(Self)
    }

    /// The form for a version.
    pub(super) fn of_version(version: u16) -> Self {
        Self(version)
    }
}

/// Whether the visitor reads the draft as a whole and may comment on all of it.
pub(super) fn on_all(open: &OpenCase) -> bool {
    open.may(&StepKind::CommentOnDraft(None))
}

/// The agencies for which the visitor may comment, with their names.
fn agencies(open: &OpenCase) -> Vec<(OrganisationId, &str)> {
    let theirs = concerned(open).filter(|one| open.may(&StepKind::CommentOnDraft(Some(one.id))));
    theirs.map(|one| (one.id, one.name.as_str())).collect()
}

/// The agencies for which the visitor returns what is known, and so checks the facts.
pub(super) fn own_agencies(open: &OpenCase) -> Vec<OrganisationId> {
    let held = open.visitor.actor.memberships.iter().filter(|held| held.role == Role::Contributor);
    held.map(|held| held.organisation).collect()
}

impl Form for Comment {
    fn page(&self) -> Page {
        let (path, heading) =
            (format!("/lcspr/drafts/{}/comment", self.0), format!("Comment on draft {}", self.0));
        Page::new(StepKind::CommentOnDraft(None), path, HOME, heading).button("Record the comments")
    }

    fn right(&self, open: &OpenCase) -> Option<StepKind> {
        open.case.lcspr.drafts.get(&self.0)?;
        let own = own_agencies(open).into_iter().map(|agency| StepKind::CommentOnDraft(Some(agency)));
        [StepKind::CommentOnDraft(None)].into_iter().chain(own).find(|kind| open.may(kind))
    }

    fn fits(&self, open: &OpenCase) -> bool {
        goes_on(open)
    }

    fn intro(&self, open: &OpenCase) -> Intro {
        Intro::say(if on_all(open) {
            "Everyone who may read the LCSPR reads this, and the reviewer answers it in the next version."
        } else {
            "You check the facts of your agency’s own part, which the business unit sends you."
        })
    }

    fn questions<'a>(&'a self, open: &'a OpenCase, answers: &'a Answers) -> Questions<'a> {
        let agencies = agencies(open);
        let offers = agencies.iter().map(|(id, name)| Offer::new(id, *name));
        let facts = COMMENT.missing("Enter what the check of facts found");
        if !on_all(open) {
            let facts = facts.labelled("What is wrong or missing, or that all is right");
            return Questions::new().ask_if(agencies.len() != 1, AGENCY.among(offers)).ask(facts);
        }
        let kinds =
            [Offer::new(&Kind::Comments, "Comments"), Offer::new(&Kind::Facts, "A check of the facts")];
        let whose = WHOSE.among([Offer::nothing("Nobody in particular")].into_iter().chain(offers));
        let are_facts = answers.has(KIND.name, &code(&Kind::Facts));
        Questions::new().ask(KIND.among(kinds)).ask(whose).ask(if are_facts { facts } else { COMMENT })
    }

    fn step(&self, open: &OpenCase, read: &Read<'_>) -> Recording {
        let (agency, fact_check) = match agencies(open).as_slice() {
            _ if on_all(open) => (read.of(&WHOSE), read.of(&KIND) == Some(Kind::Facts)),
            [(only, _)] => (Some(*only), true),
            _ => (read.of(&AGENCY), true),
        };
        Step::CommentOnDraft(DraftComment { version: self.0, agency, fact_check }).into()
    }

    fn done(&self, _after: &OpenCase, recorded: &[Command]) -> Flash {
        let is_check =
            |command: &Command| matches!(&command.step, Step::CommentOnDraft(comment) if comment.fact_check);
        let what = if recorded.iter().any(is_check) { "Check of facts" } else { "Comments" };
        Flash::new(format!("{what} on draft {} recorded", self.0))
    }
}
