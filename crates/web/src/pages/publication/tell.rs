//! Telling the family, staff and the press office that a report will be published.

use case::publication::{Audience, PublicationTold};
use case::{Command, Step, Words};

use super::{HOME, is_before_publication, untold};
use crate::case_view::OpenCase;
use crate::components::Checkboxes;
use crate::form::asked::{Asked, Question, Section, capital, code, said_when};
use crate::form::case_form::{Form, Said};
use crate::form::common::today;
use crate::form::data::Answers;
use crate::form::parse::Fields;
use crate::text::grammar::and;

/// Who was told.
pub(super) struct Tell;

fn name(who: Audience) -> &'static str {
    match who {
        Audience::Family => "The family",
        Audience::Staff => "Staff who worked with the child and the family",
        Audience::Press => "The press office",
    }
}

impl Form for Tell {
    fn path(&self) -> String {
        "/publication/tell".to_owned()
    }

    fn home(&self) -> &'static str {
        HOME
    }

    fn heading(&self) -> String {
        "Record who was told of the publication".to_owned()
    }

    fn intro(&self, open: &OpenCase) -> Vec<String> {
        let told: Vec<_> = open.case.publication.told.iter().collect();
        let told = (!told.is_empty()).then(|| format!("Told already: {}.", and(&told)));
        let family = "The family hears of it first, from somebody they know, and before anybody else can.";
        told.into_iter().chain([family.to_owned()]).collect()
    }

    fn button(&self) -> &'static str {
        "Record who was told"
    }

    fn step(&self, _open: &OpenCase) -> Option<Step> {
        Some(Step::TellOfPublication(PublicationTold { who: Vec::new() }))
    }

    fn fits(&self, open: &OpenCase) -> bool {
        is_before_publication(&open.case) && !untold(&open.case).is_empty()
    }

    fn begin(&self, open: &OpenCase) -> Answers {
        today(open)
    }

    fn sections(&self, open: &OpenCase, asked: Asked<'_>) -> Vec<Section> {
        let boxes = Checkboxes::new("who", "Who was told?").strong().error(asked.problems.of("who"));
        let boxes = untold(&open.case)
            .into_iter()
            .fold(boxes, |boxes, who| boxes.item(asked.choice("who", &code(&who), name(who))));
        vec![Section::plain(vec![Question::new("who", boxes), asked.when("on", "When were they told?")])]
    }

    fn read(&self, open: &OpenCase, fields: &mut Fields<'_>) -> Option<Command> {
        let who: Vec<Audience> = fields.choices("who");
        if who.is_empty() {
            fields.problems.add("who", "Select who was told");
        }
        let on = fields.known_when("on", "Date they were told", open.today);
        Some(Command { on, step: Step::TellOfPublication(PublicationTold { who }), words: Words::none() })
    }

    fn said(&self, _open: &OpenCase, answers: &Answers) -> Vec<Said> {
        let who = Audience::ALL.iter().filter(|who| answers.has("who", &code(*who)));
        vec![
            Said::new("who", "Told", capital(&and(&who.collect::<Vec<_>>()))),
            Said::new("on", "Date", said_when(answers, "on")),
        ]
    }

    fn done(&self, after: &OpenCase, _command: &Command) -> (String, Option<String>) {
        let left = untold(&after.case);
        let next = (!left.is_empty()).then(|| format!("Still to tell: {}.", and(&left)));
        ("Recorded who was told of the publication".to_owned(), next)
    }
}
