//! The partners check whether the review is in time and good enough (2018 Regulations, reg. 14).

use case::lcspr::MonitoringCheck;
use case::{ClockKey, Command, Step, Word, Words};

use super::asking::{READERS, read_yes_or_no, said_yes_or_no, yes_or_no};
use super::{HOME, is_under_way};
use crate::case_view::{OpenCase, deadline_text};
use crate::form::asked::{Asked, Question, Section, said_when};
use crate::form::case_form::{Form, Said};
use crate::form::common::today;
use crate::form::data::Answers;
use crate::form::parse::Fields;

/// One check.
pub(super) struct Monitoring;

impl Form for Monitoring {
    fn path(&self) -> String {
        "/lcspr/monitoring/new".to_owned()
    }

    fn home(&self) -> &'static str {
        HOME
    }

    fn heading(&self) -> String {
        "Record a check of time and quality".to_owned()
    }

    fn intro(&self, open: &OpenCase) -> Vec<String> {
        let duty = "The partners check from time to time that the review is in time and of good quality.";
        let due = deadline_text::due(open, ClockKey::Lcspr, "The review is to be completed and published by");
        [duty.to_owned()].into_iter().chain(due).collect()
    }

    fn button(&self) -> &'static str {
        "Record the check"
    }

    fn step(&self, _open: &OpenCase) -> Option<Step> {
        Some(Step::CheckMonitoring(MonitoringCheck { on_time: true, good_quality: true }))
    }

    fn fits(&self, open: &OpenCase) -> bool {
        is_under_way(open)
    }

    fn begin(&self, open: &OpenCase) -> Answers {
        today(open)
    }

    fn sections(&self, _open: &OpenCase, asked: Asked<'_>) -> Vec<Section> {
        let found = asked.text("comment", "What did the check find?").hint(READERS);
        vec![Section::plain(vec![
            asked.when("on", "When was it checked?"),
            yes_or_no(asked, "on_time", "Is the review on time?"),
            yes_or_no(asked, "good_quality", "Is its quality satisfactory?"),
            Question::new("comment", found),
        ])]
    }

    fn read(&self, open: &OpenCase, fields: &mut Fields<'_>) -> Option<Command> {
        let on = fields.known_when("on", "Date of the check", open.today);
        let on_time = read_yes_or_no(fields, "on_time", "Select whether the review is on time");
        let good_quality =
            read_yes_or_no(fields, "good_quality", "Select whether its quality is satisfactory");
        let comment = fields.text("comment", "Enter what the check of time and quality found");
        let step = Step::CheckMonitoring(MonitoringCheck { on_time, good_quality });
        Some(Command { on, step, words: Words::none().and(Word::Comment, comment) })
    }

    fn said(&self, _open: &OpenCase, answers: &Answers) -> Vec<Said> {
        vec![
            Said::new("on", "Date", said_when(answers, "on")),
            Said::new("on_time", "On time", said_yes_or_no(answers, "on_time")),
            Said::new("good_quality", "Quality satisfactory", said_yes_or_no(answers, "good_quality")),
            Said::new("comment", "What it found", answers.one("comment")),
        ]
    }

    fn done(&self, _after: &OpenCase, command: &Command) -> (String, Option<String>) {
        let fine = matches!(
            &command.step,
            Step::CheckMonitoring(MonitoringCheck { on_time: true, good_quality: true })
        );
        let next = "You can ask the reviewer in writing for what is missing.".to_owned();
        ("Check of time and quality recorded".to_owned(), (!fine).then_some(next))
    }
}
