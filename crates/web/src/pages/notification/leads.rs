//! Sending the referral to the leads of council, NHS integrated care board and police.

use case::consideration::Consideration;
use case::{Command, Move, Step, Words};

use super::HOME;
use crate::case_view::OpenCase;
use crate::form::asked::{Asked, Question, Section, said_when};
use crate::form::case_form::{Form, Said};
use crate::form::common::{organisations, organisations_said, today};
use crate::form::data::Answers;
use crate::form::parse::Fields;

/// Sending the referral to the three leads.
pub(super) struct Leads;

impl Form for Leads {
    fn path(&self) -> String {
        "/notification/leads".to_owned()
    }

    fn home(&self) -> &'static str {
        HOME
    }

    fn heading(&self) -> String {
        "Send the referral to the three leads".to_owned()
    }

    fn intro(&self, _open: &OpenCase) -> Vec<String> {
        vec!["Council, NHS integrated care board (ICB) and police each say whether they think the criteria are met. \
              We do not send it for you: record here that it was sent."
            .to_owned()]
    }

    fn button(&self) -> &'static str {
        "Record as sent to the leads"
    }

    fn step(&self, _open: &OpenCase) -> Option<Step> {
        Some(Step::Consider(Consideration { asked: Vec::new() }))
    }

    fn fits(&self, open: &OpenCase) -> bool {
        open.case.stage.after(Move::Consider).is_some()
    }

    fn begin(&self, open: &OpenCase) -> Answers {
        today(open)
    }

    fn sections(&self, open: &OpenCase, asked: Asked<'_>) -> Vec<Section> {
        let members = open.case.partnership().map(|of| open.known.members(of)).into_iter().flatten();
        let others = asked.organisations(
            "asked",
            "Which other agencies were asked for information? (optional)",
            members,
        );
        vec![Section::plain(vec![
            asked.when("on", "When was it sent to the three leads?"),
            Question::new("asked", others),
        ])]
    }

    fn read(&self, open: &OpenCase, fields: &mut Fields<'_>) -> Option<Command> {
        let on = fields.known_when("on", "Date the referral was sent", open.today);
        let asked = organisations(open, fields, "asked");
        Some(Command { on, step: Step::Consider(Consideration { asked }), words: Words::none() })
    }

    fn said(&self, open: &OpenCase, answers: &Answers) -> Vec<Said> {
        vec![
            Said::new("on", "Date sent", said_when(answers, "on")),
            Said::new("asked", "Other agencies asked", organisations_said(open, answers, "asked")),
        ]
    }

    fn done(&self, _after: &OpenCase, _command: &Command) -> (String, Option<String>) {
        let next = "Record what each partner thinks about notifying.".to_owned();
        ("Referral recorded as sent to the three leads".to_owned(), Some(next))
    }
}
