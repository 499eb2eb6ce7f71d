//! Recording that the Panel commissioned a national or thematic review that touches this case.

use case::panel::{NationalKind, NationalReview};
use case::{Command, Stage, Step, Word, Words};

use super::HOME;
use crate::case_view::OpenCase;
use crate::components::Radios;
use crate::form::asked::{Asked, Question, Section, said, said_when};
use crate::form::case_form::{Form, Said};
use crate::form::common::{and_word, name_and_post, today};
use crate::form::data::Answers;
use crate::form::parse::Fields;

/// The review.
pub(super) struct National;

/// Whether local work goes on.
const LOCAL: [(&str, &str, &str); 2] = [
    (
        "yes",
        "Yes, local work goes on beside it",
        "An LCSPR can be decided, or the review ends at the rapid review",
    ),
    ("no", "No, it takes the place of a local review", "An LCSPR can still be decided later"),
];

impl Form for National {
    fn path(&self) -> String {
        "/panel/national".to_owned()
    }

    fn home(&self) -> &'static str {
        HOME
    }

    fn heading(&self) -> String {
        "Record a national or thematic review".to_owned()
    }

    fn button(&self) -> &'static str {
        "Record the review"
    }

    fn step(&self, _open: &OpenCase) -> Option<Step> {
        let kind = NationalKind::National;
        Some(Step::RecordNationalReview(NationalReview { kind, local_continues: true, liaison: None }))
    }

    fn fits(&self, open: &OpenCase) -> bool {
        let case = &open.case;
        let has_replied = case.stage > Stage::SubmittedToPanel || !case.panel.responses.is_empty();
        has_replied && !case.is_closed() && case.panel.open_national_review().is_none()
    }

    fn begin(&self, open: &OpenCase) -> Answers {
        today(open).and("who", name_and_post(&open.visitor))
    }

    fn sections(&self, _open: &OpenCase, asked: Asked<'_>) -> Vec<Section> {
        let kind = asked.radios("kind", "What did the National Panel commission?", NationalKind::ALL);
        let local = Radios::new("local_continues", "Does local work go on?").strong();
        let local = LOCAL.iter().fold(
            local.error(asked.problems.of("local_continues")),
            |radios, (value, label, hint)| {
                radios.item(asked.choice("local_continues", value, label).hint(*hint))
            },
        );
        let who = asked.line("who", "Who liaises with it?").strong().hint("Name and job title");
        let text = asked
            .text("text", "What is it about? (optional)")
            .rows(3)
            .hint("1 or 2 sentences. Do not use names of children or families");
        vec![Section::plain(vec![
            Question::new("kind", kind),
            Question::new("local_continues", local),
            Question::new("who", who),
            Question::new("text", text),
            asked.when("on", "When was it commissioned?"),
        ])]
    }

    fn read(&self, open: &OpenCase, fields: &mut Fields<'_>) -> Option<Command> {
        let kind = fields.choice("kind", "Select what the National Panel commissioned");
        let local = fields.answers().one("local_continues").to_owned();
        if !LOCAL.iter().any(|(value, ..)| *value == local) {
            fields.problems.add("local_continues", "Select whether local work goes on");
        }
        let who = fields.line("who", "Enter who liaises with the review");
        let text = fields.optional_text("text");
        let on = fields.known_when("on", "Date it was commissioned", open.today);
        let review = NationalReview { kind: kind?, local_continues: local == "yes", liaison: None };
        let words = and_word(Words::none().and(Word::Who, who), Word::Text, text);
        Some(Command { on, step: Step::RecordNationalReview(review), words })
    }

    fn said(&self, _open: &OpenCase, answers: &Answers) -> Vec<Said> {
        let local = LOCAL.iter().find(|(value, ..)| answers.has("local_continues", value));
        vec![
            Said::new("kind", "What was commissioned", said(answers.one("kind"), NationalKind::ALL)),
            Said::new("local_continues", "Local work", local.map(|(_, label, _)| *label).unwrap_or_default()),
            Said::new("who", "Who liaises with it", answers.one("who")),
            Said::new("text", "What it is about", answers.one("text")),
            Said::new("on", "Date", said_when(answers, "on")),
        ]
    }

    fn check_heading(&self) -> Option<&'static str> {
        Some("Check and record the national or thematic review")
    }

    fn happens(&self, open: &OpenCase, after: &OpenCase) -> Vec<String> {
        let course = if after.case.stage == Stage::NationalReview && open.case.stage != after.case.stage {
            "It takes the place of a local review, and no LCSPR deadline runs. An LCSPR can still be decided."
        } else {
            "Every deadline of the case runs on beside it."
        };
        vec![
            course.to_owned(),
            "It shows beside what the National Panel said until its end is recorded.".to_owned(),
        ]
    }

    fn done(&self, after: &OpenCase, _command: &Command) -> (String, Option<String>) {
        let kind = after.case.panel.national.as_ref().map_or(NationalKind::National, |review| review.kind);
        let next = match after.case.stage {
            Stage::NationalReview => "Record its end when the National Panel has finished it.",
            Stage::PanelResponded => "What the partnership itself will do is still to be decided.",
            _ => "Local work goes on beside it.",
        };
        (format!("{} recorded", crate::form::asked::capital(&kind)), Some(next.to_owned()))
    }
}
