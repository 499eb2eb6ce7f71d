//! The review begins with its first meeting.

use case::lcspr::LcsprStart;
use case::{ClockKey, Command, Move, Step, Word, Words};

use super::HOME;
use super::asking::{READERS, read_yes_or_no, said_yes_or_no, yes_or_no};
use crate::case_view::{OpenCase, deadline_text};
use crate::form::asked::{Asked, Question, Section, said_when};
use crate::form::case_form::{Form, Said};
use crate::form::common::{and_word, today};
use crate::form::data::Answers;
use crate::form::parse::Fields;

/// The beginning.
pub(super) struct Begin;

impl Form for Begin {
    fn path(&self) -> String {
        "/lcspr/begin".to_owned()
    }

    fn home(&self) -> &'static str {
        HOME
    }

    fn heading(&self) -> String {
        "Record that the review has begun".to_owned()
    }

    fn intro(&self, _open: &OpenCase) -> Vec<String> {
        vec!["From then on the reviewer reads what agencies returned.".to_owned()]
    }

    fn button(&self) -> &'static str {
        "Record that the review has begun"
    }

    fn step(&self, _open: &OpenCase) -> Option<Step> {
        Some(Step::BeginLcspr(LcsprStart { family_plan: true, police_contact: true }))
    }

    fn fits(&self, open: &OpenCase) -> bool {
        open.case.stage.after(Move::Begin).is_some()
    }

    fn begin(&self, open: &OpenCase) -> Answers {
        today(open)
    }

    fn sections(&self, _open: &OpenCase, asked: Asked<'_>) -> Vec<Section> {
        let why = asked.text("reason", "If either is not so, why? (optional)").rows(3).hint(READERS);
        vec![Section::plain(vec![
            asked.when("on", "When was the first meeting?"),
            yes_or_no(asked, "family_plan", "Is there a plan for contact with the family?"),
            yes_or_no(asked, "police_contact", "Were police and prosecutors contacted?"),
            Question::new("reason", why),
        ])]
    }

    fn read(&self, open: &OpenCase, fields: &mut Fields<'_>) -> Option<Command> {
        let on = fields.known_when("on", "Date of the first meeting", open.today);
        let missing = "Select whether there is a plan for contact with the family";
        let family_plan = read_yes_or_no(fields, "family_plan", missing);
        let missing = "Select whether police and prosecutors were contacted";
        let police_contact = read_yes_or_no(fields, "police_contact", missing);
        let reason = fields.optional_text("reason");
        let words = and_word(Words::none(), Word::Reason, reason);
        Some(Command { on, step: Step::BeginLcspr(LcsprStart { family_plan, police_contact }), words })
    }

    fn said(&self, _open: &OpenCase, answers: &Answers) -> Vec<Said> {
        vec![
            Said::new("on", "Date of the first meeting", said_when(answers, "on")),
            Said::new("family_plan", "Plan for the family", said_yes_or_no(answers, "family_plan")),
            Said::new("police_contact", "Police and prosecutors", said_yes_or_no(answers, "police_contact")),
            Said::new("reason", "Why not", answers.one("reason")),
        ]
    }

    fn done(&self, after: &OpenCase, _command: &Command) -> (String, Option<String>) {
        let next =
            deadline_text::due(after, ClockKey::Lcspr, "The review is to be completed and published by");
        ("Recorded that the review has begun".to_owned(), next)
    }
}
