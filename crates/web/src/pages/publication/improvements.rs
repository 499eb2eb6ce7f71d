//! Publishing only the improvements, where it would be wrong to publish the full report.

use case::decisions::Question as Decided;
use case::publication::ImprovementsPublished;
use case::{ClockKey, Command, Move, Step, When, Word, Words};

use super::exceptional::{agreement, begin, read_told, still_to_tell, told_questions, told_said};
use super::publish::address_question;
use super::{HOME, address, dates};
use crate::case_view::{OpenCase, deadline_text};
use crate::form::asked::{Asked, Question, Section, said_when};
use crate::form::case_form::{Form, Said};
use crate::form::data::Answers;
use crate::form::parse::Fields;

/// The improvements.
pub(super) struct Improvements;

impl Form for Improvements {
    fn path(&self) -> String {
        "/publication/improvements".to_owned()
    }

    fn home(&self) -> &'static str {
        HOME
    }

    fn heading(&self) -> String {
        "Record that only the improvements were published".to_owned()
    }

    fn intro(&self, open: &OpenCase) -> Vec<String> {
        let own = "Only where it would be wrong to publish the full report. This service does not publish it: record \
                   here where the partnership has.";
        vec![own.to_owned(), agreement(open, Decided::ImprovementsOnly)]
    }

    fn button(&self) -> &'static str {
        "Record the publication"
    }

    fn step(&self, _open: &OpenCase) -> Option<Step> {
        let (panel_told, secretary_of_state_told) = (When::NotKnown, When::NotKnown);
        Some(Step::PublishImprovements(ImprovementsPublished { panel_told, secretary_of_state_told }))
    }

    fn fits(&self, open: &OpenCase) -> bool {
        open.case.stage.after(Move::PublishImprovements).is_some()
    }

    fn begin(&self, open: &OpenCase) -> Answers {
        begin(open)
    }

    fn sections(&self, _open: &OpenCase, asked: Asked<'_>) -> Vec<Section> {
        let reason = asked
            .text("reason", "Why would it be wrong to publish the full report?")
            .hint("2 or 3 sentences. The National Panel and the Secretary of State are told this. Do not use names of children or families");
        let text = asked.text("text", "Which improvements are published?").rows(12).hint(
            "As they were published. Everybody can read this. Do not use names of children or families",
        );
        let mut when = vec![asked.when("on", "When were they published?")];
        when.extend(told_questions(asked));
        vec![
            Section::plain(vec![Question::new("reason", reason)]),
            Section::under(
                "What is published",
                vec![Question::new("text", text), address_question(asked, "Where can everybody read it?")],
            ),
            Section::under("When", when),
        ]
    }

    fn read(&self, open: &OpenCase, fields: &mut Fields<'_>) -> Option<Command> {
        let reason = fields.text("reason", "Enter why it would be wrong to publish the full report");
        let text = fields.text("text", "Enter the improvements that are published");
        let address = address::read(open, fields, "Enter the public address of the improvements");
        let on = fields.known_when("on", "Date of publication", open.today);
        let (panel_told, secretary_of_state_told) = read_told(fields);
        let step = Step::PublishImprovements(ImprovementsPublished { panel_told, secretary_of_state_told });
        let words = Words::none().and(Word::Reason, reason).and(Word::Text, text);
        Some(Command { on, step, words: words.and(Word::Address, address) })
    }

    fn said(&self, _open: &OpenCase, answers: &Answers) -> Vec<Said> {
        let mut lines = vec![
            Said::new("reason", "Why not the full report", answers.one("reason")),
            Said::new("text", "Improvements", answers.one("text")),
            Said::new("address", "Public address", answers.one("address")),
            Said::new("on", "Published on", said_when(answers, "on")),
        ];
        lines.extend(told_said(answers));
        lines
    }

    fn check_heading(&self) -> Option<&'static str> {
        Some("Check and record the publication of the improvements")
    }

    fn happens(&self, _open: &OpenCase, after: &OpenCase) -> Vec<String> {
        let public =
            "Everybody can read the improvements at this address, and the full report is not published."
                .to_owned();
        [Some(public), dates::stands(after, ClockKey::Lcspr), dates::keep_online(after)]
            .into_iter()
            .flatten()
            .collect()
    }

    fn done(&self, after: &OpenCase, command: &Command) -> (String, Option<String>) {
        let tell = match &command.step {
            Step::PublishImprovements(of) => still_to_tell(of.panel_told, of.secretary_of_state_told),
            _ => None,
        };
        (
            "Publication of the improvements recorded".to_owned(),
            deadline_text::together([dates::keep_online(after), tell]),
        )
    }
}
