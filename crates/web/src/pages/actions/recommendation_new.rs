//! Adding a recommendation of a review.

use case::actions::{RecommendationSource, ReviewRecommendation};
use case::{Command, Step, Word, Words};

use super::HOME;
use crate::case_view::OpenCase;
use crate::components::{Choice, Select};
use crate::form::asked::{Asked, Question, Section, said, said_when};
use crate::form::case_form::{Form, Said};
use crate::form::common::{concerned, organisations_said, today};
use crate::form::data::Answers;
use crate::form::parse::Fields;

/// The form.
pub(super) struct NewRecommendation;

impl Form for NewRecommendation {
    fn path(&self) -> String {
        "/actions/recommendations/new".to_owned()
    }

    fn home(&self) -> &'static str {
        HOME
    }

    fn heading(&self) -> String {
        "Add a recommendation".to_owned()
    }

    fn button(&self) -> &'static str {
        "Add recommendation"
    }

    fn step(&self, open: &OpenCase) -> Option<Step> {
        Some(Step::AddRecommendation(recommendation(open, RecommendationSource::RapidReview)))
    }

    fn fits(&self, open: &OpenCase) -> bool {
        open.shows(case::Area::RapidReview)
    }

    fn begin(&self, open: &OpenCase) -> Answers {
        today(open)
    }

    fn sections(&self, open: &OpenCase, asked: Asked<'_>) -> Vec<Section> {
        let text = asked
            .text("text", "What is recommended?")
            .rows(5)
            .hint("One recommendation. Everyone who may read the rapid review reads this. Do not use names of children or families");
        let anybody =
            Choice::new("", "Nobody in particular").chosen(asked.answers.one("addressed_to").is_empty());
        let to = Select::new("addressed_to", "Who is it addressed to?").strong();
        let to = concerned(open)
            .fold(to.error(asked.problems.of("addressed_to")).item(anybody), |select, one| {
                select.item(asked.choice("addressed_to", &one.id.to_string(), &one.name))
            });
        let source = asked.radios("source", "Where does it come from?", RecommendationSource::ALL);
        let lines = (!open.case.lcspr.key_lines.is_empty())
            .then(|| Question::new("key_line", key_lines(open, asked)));
        let questions =
            [Question::new("text", text), Question::new("source", source)].into_iter().chain(lines);
        let rest = [Question::new("addressed_to", to), asked.when("on", "When was it made?")];
        vec![Section::plain(questions.chain(rest).collect())]
    }

    fn read(&self, open: &OpenCase, fields: &mut Fields<'_>) -> Option<Command> {
        let text = fields.text("text", "Enter the recommendation");
        let source = fields.choice("source", "Select where the recommendation comes from");
        let key_line = match fields.answers().one("key_line") {
            "" => None,
            line => {
                let found = open.case.lcspr.key_lines.keys().find(|number| number.to_string() == line);
                if found.is_none() {
                    fields.problems.add("key_line", "Select one of the lines that are offered");
                }
                found.copied()
            }
        };
        let addressed_to = super::agency(open, fields, "addressed_to");
        let on = fields.known_when("on", "Date of the recommendation", open.today);
        let of = ReviewRecommendation { key_line, addressed_to, ..recommendation(open, source?) };
        Some(Command { on, step: Step::AddRecommendation(of), words: Words::none().and(Word::Text, text) })
    }

    fn said(&self, open: &OpenCase, answers: &Answers) -> Vec<Said> {
        vec![
            Said::new("text", "What is recommended", answers.one("text")),
            Said::new("source", "Comes from", said(answers.one("source"), RecommendationSource::ALL)),
            Said::new("key_line", "Key line of enquiry", answers.one("key_line")),
            Said::new("addressed_to", "Addressed to", organisations_said(open, answers, "addressed_to")),
            Said::new("on", "Date", said_when(answers, "on")),
        ]
    }

    fn done(&self, after: &OpenCase, _command: &Command) -> (String, Option<String>) {
        let number = after.case.actions.recommendations.len();
        let next = "Record whether it is accepted, and open the actions that carry it out.".to_owned();
        (format!("Recommendation {number} added"), Some(next))
    }
}

/// The next recommendation of a case.
fn recommendation(open: &OpenCase, source: RecommendationSource) -> ReviewRecommendation {
    let last = open.case.actions.recommendations.last_key_value().map_or(0, |(number, _)| *number);
    ReviewRecommendation { number: last.saturating_add(1), source, key_line: None, addressed_to: None }
}

fn key_lines(open: &OpenCase, asked: Asked<'_>) -> Select {
    let none = Choice::new("", "None").chosen(asked.answers.one("key_line").is_empty());
    let select = Select::new("key_line", "Which key line of enquiry does it answer?").strong().item(none);
    let select = select.error(asked.problems.of("key_line"));
    open.case.lcspr.key_lines.keys().fold(select, |select, number| {
        select.item(asked.choice("key_line", &number.to_string(), &format!("Key line {number}")))
    })
}
