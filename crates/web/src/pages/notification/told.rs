//! Who was told of the incident.

use case::notification::PartiesTold;
use case::terms::Partner;
use case::{Command, Step, Words};

use super::HOME;
use crate::case_view::OpenCase;
use crate::form::asked::{Asked, Question, Section, capital, code, said_when};
use crate::form::case_form::{Form, Said};
use crate::form::common::{concerned, organisations, organisations_said, today};
use crate::form::data::Answers;
use crate::form::parse::Fields;
use crate::text::grammar::and;

/// Telling partners and others.
pub(super) struct Told;

impl Form for Told {
    fn path(&self) -> String {
        "/notification/told".to_owned()
    }

    fn home(&self) -> &'static str {
        HOME
    }

    fn heading(&self) -> String {
        "Record who was told of the incident".to_owned()
    }

    fn button(&self) -> &'static str {
        "Record who was told"
    }

    fn step(&self, _open: &OpenCase) -> Option<Step> {
        Some(Step::TellParties(PartiesTold { partners: Vec::new(), others: Vec::new() }))
    }

    fn fits(&self, open: &OpenCase) -> bool {
        !open.case.is_closed()
    }

    fn begin(&self, open: &OpenCase) -> Answers {
        today(open)
    }

    fn sections(&self, open: &OpenCase, asked: Asked<'_>) -> Vec<Section> {
        let partners = asked.partners("partners", "Which statutory partners were told?", Partner::ALL);
        let others = asked.organisations("others", "Which other organisations or areas?", concerned(open));
        vec![Section::plain(vec![
            Question::new("partners", partners),
            Question::new("others", others),
            asked.when("on", "When were they told?"),
        ])]
    }

    fn read(&self, open: &OpenCase, fields: &mut Fields<'_>) -> Option<Command> {
        let partners = fields.choices("partners");
        let others = organisations(open, fields, "others");
        let on = fields.known_when("on", "Date they were told", open.today);
        Some(Command { on, step: Step::TellParties(PartiesTold { partners, others }), words: Words::none() })
    }

    fn said(&self, open: &OpenCase, answers: &Answers) -> Vec<Said> {
        vec![
            Said::new("partners", "Partners told", partners_said(answers, "partners")),
            Said::new("others", "Others told", organisations_said(open, answers, "others")),
            Said::new("on", "Date", said_when(answers, "on")),
        ]
    }

    fn done(&self, _after: &OpenCase, _command: &Command) -> (String, Option<String>) {
        ("Recorded who was told".to_owned(), None)
    }
}

/// The partners of a question in words.
pub(super) fn partners_said(answers: &Answers, name: &str) -> String {
    let chosen = Partner::ALL.iter().filter(|partner| answers.has(name, &code(*partner)));
    capital(&and(&chosen.map(|partner| partner.label()).collect::<Vec<_>>()))
}
