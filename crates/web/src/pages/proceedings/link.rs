//! Linking another review of the same events: one elsewhere, or a case here.

use case::proceedings::{LinkedReview, LinkedReviewKind};
use case::{Command, Reference, Step, Word, Words};

use super::HOME;
use crate::case_view::OpenCase;
use crate::form::asked::{Asked, Question, Section, said, said_when};
use crate::form::case_form::{Form, Said};
use crate::form::common::{and_word, today};
use crate::form::data::Answers;
use crate::form::parse::Fields;

/// A link to another review.
pub(super) struct Link;

impl Form for Link {
    fn path(&self) -> String {
        "/proceedings/link".to_owned()
    }

    fn home(&self) -> &'static str {
        HOME
    }

    fn heading(&self) -> String {
        "Link another review".to_owned()
    }

    fn intro(&self, _open: &OpenCase) -> Vec<String> {
        vec![
            "A link gives nobody access to another case: who may not open it sees only that there is one."
                .to_owned(),
        ]
    }

    fn button(&self) -> &'static str {
        "Link the review"
    }

    fn step(&self, _open: &OpenCase) -> Option<Step> {
        Some(Step::LinkReview(LinkedReview { kind: LinkedReviewKind::National, case: None }))
    }

    fn fits(&self, open: &OpenCase) -> bool {
        !open.case.is_closed()
    }

    fn begin(&self, open: &OpenCase) -> Answers {
        today(open)
    }

    fn sections(&self, _open: &OpenCase, asked: Asked<'_>) -> Vec<Section> {
        let case = asked
            .line("case", "If it is a case here, its reference (optional)")
            .strong()
            .width(10)
            .hint("For example, 2026-014");
        let reference = asked
            .line("reference", "If it is a review elsewhere, its reference or name (optional)")
            .strong()
            .hint("Do not use names of children or families");
        let comment = asked
            .text("comment", "What should be known about it? (optional)")
            .rows(3)
            .hint("For example, who leads it. Do not use names of children or families");
        vec![Section::plain(vec![
            Question::new("kind", asked.radios("kind", "What kind of review is it?", LinkedReviewKind::ALL)),
            Question::new("case", case),
            Question::new("reference", reference),
            Question::new("comment", comment),
            asked.when("on", "Since when is it known?"),
        ])]
    }

    fn other_case(&self, answers: &Answers) -> Option<Reference> {
        answers.one("case").parse().ok()
    }

    fn read(&self, open: &OpenCase, fields: &mut Fields<'_>) -> Option<Command> {
        let kind = fields.choice("kind", "Select what kind of review it is");
        let named = fields.optional_line("case");
        let case = open.other.filter(|_| named.is_some());
        if named.is_some() && case.is_none() {
            fields.problems.add("case", "Enter the reference of a case that you can open, such as 2026-014");
        }
        if case == Some(open.id) {
            fields.problems.add("case", "Enter the reference of another case: this is the case itself");
        }
        let reference = fields.optional_line("reference");
        if named.is_none() && reference.is_none() {
            fields.problems.add("reference", "Enter the reference of the other review, or of the case here");
        }
        let comment = fields.optional_text("comment");
        let on = fields.known_when("on", "Date it became known", open.today);
        let words = and_word(Words::none(), Word::Reference, reference);
        let step = Step::LinkReview(LinkedReview { kind: kind?, case });
        Some(Command { on, step, words: and_word(words, Word::Comment, comment) })
    }

    fn said(&self, _open: &OpenCase, answers: &Answers) -> Vec<Said> {
        vec![
            Said::new("kind", "Kind of review", said(answers.one("kind"), LinkedReviewKind::ALL)),
            Said::new("case", "Case here", answers.one("case")),
            Said::new("reference", "Reference", answers.one("reference")),
            Said::new("comment", "Comment", answers.one("comment")),
            Said::new("on", "Known since", said_when(answers, "on")),
        ]
    }

    fn done(&self, _after: &OpenCase, _command: &Command) -> (String, Option<String>) {
        ("Review linked".to_owned(), None)
    }
}
