//! A national or thematic review that the Panel commissioned.

use case::panel::{NationalKind, NationalReview};
use case::{Command, Step, Word, Words};

use super::HOME;
use crate::answers::Answers;
use crate::asked::{Asked, Question, Section, said, said_when};
use crate::case_form::{Form, Said};
use crate::components::Radios;
use crate::fields::Fields;
use crate::open_case::OpenCase;
use crate::reading::today;

/// What the Panel commissioned.
pub(super) struct National;

/// Whether local work goes on, as it is sent and as it reads.
const LOCAL: [(&str, &str); 2] =
    [("yes", "Yes, a local review goes on beside it"), ("no", "No, it takes the place of a local review")];

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
        !open.case.panel.responses.is_empty()
            && open.case.panel.open_national_review().is_none()
            && !open.case.is_closed()
    }

    fn begin(&self, open: &OpenCase) -> Answers {
        today(open)
    }

    fn sections(&self, _open: &OpenCase, asked: Asked<'_>) -> Vec<Section> {
        let kind = asked.radios("kind", "What did the Panel commission?", NationalKind::ALL);
        let local = Radios::new("local", "Does local work go on?").strong().error(asked.problems.of("local"));
        let local = LOCAL
            .iter()
            .fold(local, |radios, (value, label)| radios.item(asked.choice("local", value, label)));
        let who = asked.line("who", "Who liaises with the review?").strong().hint("Name and job title");
        vec![Section::plain(vec![
            Question::new("kind", kind),
            Question::new("local", local),
            Question::new("who", who),
            asked.when("on", "When did the Panel commission it?"),
        ])]
    }

    fn read(&self, open: &OpenCase, fields: &mut Fields<'_>) -> Option<Command> {
        let kind = fields.choice("kind", "Select what the Panel commissioned");
        let goes_on = fields.answers().has("local", "yes");
        if !goes_on && !fields.answers().has("local", "no") {
            fields.problems.add("local", "Select whether local work goes on");
        }
        let who = fields.line("who", "Enter who liaises with the review");
        let on = fields.known_when("on", "Date the Panel commissioned it", open.today);
        let review = NationalReview { kind: kind?, local_continues: goes_on, liaison: None };
        Some(Command {
            on,
            step: Step::RecordNationalReview(review),
            words: Words::none().and(Word::Who, who),
        })
    }

    fn said(&self, _open: &OpenCase, answers: &Answers) -> Vec<Said> {
        let local = LOCAL.iter().find(|(value, _)| *value == answers.one("local"));
        vec![
            Said::new("kind", "Commissioned", said(answers.one("kind"), NationalKind::ALL)),
            Said::new("local", "Local work", local.map(|(_, label)| *label).unwrap_or_default()),
            Said::new("who", "Who liaises", answers.one("who")),
            Said::new("on", "Commissioned on", said_when(answers, "on")),
        ]
    }

    fn check_heading(&self) -> Option<&'static str> {
        Some("Check and record the review of the Panel")
    }

    fn happens(&self, open: &OpenCase, after: &OpenCase) -> Vec<String> {
        let moves = open.case.stage != after.case.stage;
        let what = if moves {
            format!("The case goes to the stage “{}”. An LCSPR can still be started.", after.case.stage)
        } else {
            "The case stays where it is, and local work goes on.".to_owned()
        };
        vec![what, "Nothing is sent to anybody.".to_owned()]
    }

    fn done(&self, _after: &OpenCase, command: &Command) -> (String, Option<String>) {
        let kind = match &command.step {
            Step::RecordNationalReview(review) => review.kind.to_string(),
            _ => "review".to_owned(),
        };
        (format!("The {kind} of the National Panel is recorded"), None)
    }
}
