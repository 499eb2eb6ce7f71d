//! Starting another kind of review in place of the statutory one.

use case::consideration::{AlternativeKind, AlternativeReview, CaseKind};
use case::{Command, Move, Stage, Step, When, Word, Words};

use super::HOME;
use crate::case_view::OpenCase;
use crate::form::asked::{Asked, Question, Section, said, said_when};
use crate::form::case_form::{Form, Said};
use crate::form::common::today;
use crate::form::data::Answers;
use crate::form::parse::Fields;

/// Another kind of review.
pub(super) struct Alternative;

impl Form for Alternative {
    fn path(&self) -> String {
        "/notification/alternative".to_owned()
    }

    fn home(&self) -> &'static str {
        HOME
    }

    fn heading(&self) -> String {
        "Start another kind of review".to_owned()
    }

    fn intro(&self, _open: &OpenCase) -> Vec<String> {
        vec!["No national deadline runs for it. The due date is the partnership’s own.".to_owned()]
    }

    fn button(&self) -> &'static str {
        "Start the review"
    }

    fn step(&self, _open: &OpenCase) -> Option<Step> {
        let kind = AlternativeKind::LocalLearningReview;
        Some(Step::StartAlternativeReview(AlternativeReview { kind, owner: None, due: None }))
    }

    fn fits(&self, open: &OpenCase) -> bool {
        let decided = open.case.stage != Stage::Referred || open.case.kind == Some(CaseKind::LocalLearning);
        decided && open.case.stage.after(Move::StartAlternative).is_some()
    }

    fn begin(&self, open: &OpenCase) -> Answers {
        today(open)
    }

    fn sections(&self, _open: &OpenCase, asked: Asked<'_>) -> Vec<Section> {
        let who = asked.line("who", "Who owns the review?").strong().hint("Name and job title, or a group");
        let reason = asked
            .text("reason", "Why was this kind of review chosen?")
            .hint("2 or 3 sentences. Everyone with access to the case reads this. Do not use names of children or families");
        let due = asked.date("due", "When is it due? (optional)").hint("For example, 27 6 2026");
        vec![Section::plain(vec![
            Question::new("kind", asked.radios("kind", "Which kind of review?", AlternativeKind::ALL)),
            Question::new("reason", reason),
            Question::new("who", who),
            asked.when("on", "When does it start, or when did it?"),
            Question::new("due", due),
        ])]
    }

    fn read(&self, open: &OpenCase, fields: &mut Fields<'_>) -> Option<Command> {
        let kind = fields.choice("kind", "Select which kind of review it is");
        let reason = fields.text("reason", "Enter why this kind of review was chosen");
        let who = fields.line("who", "Enter who owns the review");
        let on = fields.known_when("on", "Date the review starts", open.today);
        let due = match fields.when("due", "Due date") {
            When::NotKnown => None,
            When::Day(day) => Some(day),
            When::Month(..) | When::Year(_) => {
                fields.problems.add_at("due", "due-day", "Due date must include a day");
                None
            }
        };
        let step = Step::StartAlternativeReview(AlternativeReview { kind: kind?, owner: None, due });
        Some(Command { on, step, words: Words::none().and(Word::Reason, reason).and(Word::Who, who) })
    }

    fn said(&self, _open: &OpenCase, answers: &Answers) -> Vec<Said> {
        vec![
            Said::new("kind", "Kind of review", said(answers.one("kind"), AlternativeKind::ALL)),
            Said::new("reason", "Why", answers.one("reason")),
            Said::new("who", "Who owns it", answers.one("who")),
            Said::new("on", "Start", said_when(answers, "on")),
            Said::new("due", "Due", said_when(answers, "due")),
        ]
    }

    fn done(&self, after: &OpenCase, _command: &Command) -> (String, Option<String>) {
        let due = after.case.consideration.alternative.as_ref().and_then(|review| review.due);
        ("Other review started".to_owned(), due.map(|due| format!("It is due {}.", When::Day(due))))
    }
}
