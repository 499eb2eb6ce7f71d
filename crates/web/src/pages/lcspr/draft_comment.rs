//! Comments on a draft, and the check of its facts by an agency.

use case::lcspr::DraftComment;
use case::{Command, OrganisationId, Role, Step, When, Word, Words};

use super::{HOME, goes_on};
use crate::case_view::OpenCase;
use crate::components::{Choice, Radios, Select};
use crate::form::asked::{Asked, Question, Section};
use crate::form::case_form::{Form, Said};
use crate::form::common::concerned;
use crate::form::data::Answers;
use crate::form::parse::Fields;

/// Commenting on one version.
pub(super) struct Comment(u16);

/// The two kinds of comments, as they are sent.
const KINDS: [(&str, &str); 2] = [("comments", "Comments"), ("facts", "A check of the facts")];

impl Comment {
    /// The form for the version that an address names.
    pub(super) fn of(draft: &str) -> Option<Self> {
        draft.parse().ok().filter(|number: &u16| number.to_string() == draft).map(Self)
    }

    /// The form for a version.
    pub(super) fn of_version(version: u16) -> Self {
        Self(version)
    }

    fn write(&self, agency: Option<OrganisationId>, fact_check: bool) -> Step {
        Step::CommentOnDraft(DraftComment { version: self.0, agency, fact_check })
    }

    /// Whether the visitor reads the draft as a whole and may comment on all of it.
    pub(super) fn on_all(&self, open: &OpenCase) -> bool {
        open.may(self.write(None, false))
    }

    /// The agencies for which the visitor may comment.
    fn agencies<'o>(&self, open: &'o OpenCase) -> Vec<&'o store::people::Organisation> {
        concerned(open).filter(|one| open.may(self.write(Some(one.id), true))).collect()
    }
}

/// The agencies for which the visitor returns what is known, and so checks the facts.
pub(super) fn own_agencies(open: &OpenCase) -> Vec<OrganisationId> {
    let held = open.visitor.actor.memberships.iter().filter(|held| held.role == Role::Contributor);
    held.map(|held| held.organisation).collect()
}

impl Form for Comment {
    fn path(&self) -> String {
        format!("/lcspr/drafts/{}/comment", self.0)
    }

    fn home(&self) -> &'static str {
        HOME
    }

    fn heading(&self) -> String {
        format!("Comment on draft {}", self.0)
    }

    fn intro(&self, open: &OpenCase) -> Vec<String> {
        let own = "You check the facts of your agency’s own part, which the business unit sends you.";
        let all =
            "Everyone who may read the LCSPR reads this, and the reviewer answers it in the next version.";
        vec![if self.on_all(open) { all } else { own }.to_owned()]
    }

    fn button(&self) -> &'static str {
        "Record the comments"
    }

    fn step(&self, open: &OpenCase) -> Option<Step> {
        if !open.case.lcspr.drafts.contains_key(&self.0) {
            return None;
        }
        if self.on_all(open) {
            return Some(self.write(None, false));
        }
        let own = own_agencies(open).into_iter().find(|agency| open.may(self.write(Some(*agency), true)));
        own.map(|agency| self.write(Some(agency), true))
    }

    fn fits(&self, open: &OpenCase) -> bool {
        goes_on(open)
    }

    fn sections(&self, open: &OpenCase, asked: Asked<'_>) -> Vec<Section> {
        let mut questions = Vec::new();
        let agencies = self.agencies(open);
        if self.on_all(open) {
            let kinds = Radios::new("kind", "What is it?").strong().error(asked.problems.of("kind"));
            let kinds = KINDS
                .iter()
                .fold(kinds, |kinds, (value, label)| kinds.item(asked.choice("kind", value, label)));
            questions.push(Question::new("kind", kinds));
            let whose = Select::new("agency", "Whose comments are they? (optional)")
                .strong()
                .hint("Only where they come from one agency and are about its own part")
                .error(asked.problems.of("agency"))
                .item(Choice::new("", "Nobody in particular"));
            let choice =
                |one: &&store::people::Organisation| asked.choice("agency", &one.id.to_string(), &one.name);
            questions.push(Question::new("agency", agencies.iter().map(choice).fold(whose, Select::item)));
        } else if agencies.len() > 1 {
            let whose =
                Radios::new("agency", "For which agency?").strong().error(asked.problems.of("agency"));
            let whose = agencies
                .iter()
                .fold(whose, |whose, one| whose.item(asked.choice("agency", &one.id.to_string(), &one.name)));
            questions.push(Question::new("agency", whose));
        }
        let label =
            if self.on_all(open) { "Comments" } else { "What is wrong or missing, or that all is right" };
        let hint = "Say which paragraph each is about. Do not use names of children or families";
        questions.push(Question::new("comment", asked.text("comment", label).rows(10).hint(hint)));
        vec![Section::plain(questions)]
    }

    fn read(&self, open: &OpenCase, fields: &mut Fields<'_>) -> Option<Command> {
        let on_all = self.on_all(open);
        let agencies = self.agencies(open);
        let fact_check = if on_all {
            let kind = fields.optional_line("kind").unwrap_or_default();
            if !KINDS.iter().any(|(value, _)| *value == kind) {
                fields.problems.add("kind", "Select whether these are comments or a check of the facts");
            }
            kind == "facts"
        } else {
            true
        };
        let agency: Option<OrganisationId> = match agencies.as_slice() {
            [only] if !on_all => Some(only.id),
            _ => fields.optional_choice("agency"),
        };
        if agency.is_some_and(|id| !agencies.iter().any(|one| one.id == id)) || (!on_all && agency.is_none())
        {
            fields.problems.add("agency", "Select from the agencies that are offered");
        }
        let missing = if fact_check { "Enter what the check of facts found" } else { "Enter the comments" };
        let comment = fields.text("comment", missing);
        let words = Words::none().and(Word::Comment, comment);
        Some(Command { on: When::Day(open.today), step: self.write(agency, fact_check), words })
    }

    fn said(&self, open: &OpenCase, answers: &Answers) -> Vec<Said> {
        let kind = KINDS.iter().find(|(value, _)| answers.has("kind", value)).map(|(_, label)| *label);
        let agency = crate::form::common::organisations_said(open, answers, "agency");
        vec![
            Said::new("kind", "What it is", kind.unwrap_or_default()),
            Said::new("agency", "Whose comments", agency),
            Said::new("comment", "Comments", answers.one("comment")),
        ]
    }

    fn done(&self, _after: &OpenCase, command: &Command) -> (String, Option<String>) {
        let facts = matches!(&command.step, Step::CommentOnDraft(comment) if comment.fact_check);
        let what = if facts { "Check of facts" } else { "Comments" };
        (format!("{what} on draft {} recorded", self.0), None)
    }
}
