//! Judging whether an action made a difference.

use case::actions::{ActionStanding, EvidenceKind, ImpactJudged, Judgement};
use case::{Command, Step, Word, Words};

use super::HOME;
use crate::case_view::OpenCase;
use crate::form::asked::{Asked, Question, Section, said, said_when};
use crate::form::case_form::{Form, Said};
use crate::form::common::today;
use crate::form::data::Answers;
use crate::form::parse::Fields;

/// The form.
pub(super) struct Evidence(pub(super) u16);

impl Form for Evidence {
    fn path(&self) -> String {
        format!("/actions/{}/evidence", self.0)
    }

    fn home(&self) -> &'static str {
        HOME
    }

    fn heading(&self) -> String {
        format!("Judge whether action {} made a difference", self.0)
    }

    fn button(&self) -> &'static str {
        "Record judgement"
    }

    fn step(&self, _open: &OpenCase) -> Option<Step> {
        let (kind, judgement) = (EvidenceKind::Audit, Judgement::NoEvidence);
        Some(Step::JudgeImpact(ImpactJudged { number: self.0, kind, judgement }))
    }

    fn fits(&self, open: &OpenCase) -> bool {
        let action = open.case.actions.actions.get(&self.0);
        action.is_some_and(|action| action.done.is_some() && action.closed.is_none())
    }

    fn begin(&self, open: &OpenCase) -> Answers {
        today(open)
    }

    fn sections(&self, _open: &OpenCase, asked: Asked<'_>) -> Vec<Section> {
        let evidence = asked.text("evidence", "What does the evidence show?").rows(6).hint(
            "What was looked at, how much of it, and what changed. Do not use names of children or families",
        );
        let who = asked.line("decided_by", "Who judged it?").strong().hint("Name and job title, or a group");
        vec![Section::plain(vec![
            Question::new("kind", asked.radios("kind", "What kind of evidence is it?", EvidenceKind::ALL)),
            Question::new("evidence", evidence),
            Question::new(
                "judgement",
                asked.radios("judgement", "Did the action make a difference?", Judgement::ALL),
            ),
            Question::new("decided_by", who),
            asked.when("on", "When was it judged?"),
        ])]
    }

    fn read(&self, open: &OpenCase, fields: &mut Fields<'_>) -> Option<Command> {
        let kind = fields.choice("kind", "Select what kind of evidence it is");
        let evidence = fields.text("evidence", "Enter what the evidence shows");
        let judgement = fields.choice("judgement", "Select whether the action made a difference");
        let who = fields.line("decided_by", "Enter who judged it");
        let on = fields.known_when("on", "Date it was judged", open.today);
        let step = Step::JudgeImpact(ImpactJudged { number: self.0, kind: kind?, judgement: judgement? });
        Some(Command {
            on,
            step,
            words: Words::none().and(Word::Evidence, evidence).and(Word::DecidedBy, who),
        })
    }

    fn said(&self, _open: &OpenCase, answers: &Answers) -> Vec<Said> {
        vec![
            Said::new("kind", "Kind of evidence", said(answers.one("kind"), EvidenceKind::ALL)),
            Said::new("evidence", "What it shows", answers.one("evidence")),
            Said::new("judgement", "Difference", said(answers.one("judgement"), Judgement::ALL)),
            Said::new("decided_by", "Who judged it", answers.one("decided_by")),
            Said::new("on", "Judged", said_when(answers, "on")),
        ]
    }

    fn next(&self) -> String {
        format!("/actions/{}", self.0)
    }

    fn done(&self, after: &OpenCase, _command: &Command) -> (String, Option<String>) {
        let shown = after.case.actions.actions.get(&self.0).is_some_and(ActionStanding::made_a_difference);
        let next =
            if shown { "The action can be closed." } else { "Look again when there is more evidence." };
        (format!("Effect of action {} judged", self.0), Some(next.to_owned()))
    }
}
