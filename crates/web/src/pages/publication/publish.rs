//! Recording that the full report was published, and where it can be read.

use case::publication::Publication;
use case::{ClockKey, Command, Move, Step, Word, Words};

use super::{HOME, address, copies, dates, unchecked, untold, without_copy};
use crate::case_view::{OpenCase, deadline_text};
use crate::form::asked::{Asked, Question, Section, said_when};
use crate::form::case_form::{Form, Said};
use crate::form::common::{and_word, today};
use crate::form::data::Answers;
use crate::form::parse::Fields;
use crate::text::grammar::and;

/// The full report.
pub(super) struct FullReport;

/// What has not been done, and should be or must be before the report is published.
pub(super) fn missing(open: &OpenCase) -> Vec<String> {
    let case = &open.case;
    let copies = without_copy(case);
    let copies = (!copies.is_empty()).then(|| format!("No copy is recorded for {}.", copies::names(&copies)));
    let points = unchecked(case);
    let anonymity = (!points.is_empty()).then(|| format!("Still to check for anonymity: {}.", and(&points)));
    let told = untold(case);
    let told = (!told.is_empty()).then(|| format!("Not recorded as told: {}.", and(&told)));
    copies.into_iter().chain(anonymity).chain(told).collect()
}

/// The question where something can be read by everybody.
pub(super) fn address_question(asked: Asked<'_>, label: &str) -> Question {
    let line = asked.line("address", label).strong().hint(
        "The whole web address, for example https://northmere.example/reviews/cedar. It must not name anybody",
    );
    Question::new("address", line)
}

impl Form for FullReport {
    fn path(&self) -> String {
        "/publication/publish".to_owned()
    }

    fn home(&self) -> &'static str {
        HOME
    }

    fn heading(&self) -> String {
        "Record the publication of the full report".to_owned()
    }

    fn intro(&self, open: &OpenCase) -> Vec<String> {
        let own =
            "This service does not publish the report. Record here where the partnership has published it.";
        [own.to_owned()].into_iter().chain(missing(open)).collect()
    }

    fn button(&self) -> &'static str {
        "Record the publication"
    }

    fn step(&self, _open: &OpenCase) -> Option<Step> {
        Some(Step::Publish(Publication {}))
    }

    fn fits(&self, open: &OpenCase) -> bool {
        open.case.stage.after(Move::Publish).is_some()
    }

    fn begin(&self, open: &OpenCase) -> Answers {
        today(open)
    }

    fn sections(&self, _open: &OpenCase, asked: Asked<'_>) -> Vec<Section> {
        let reason = asked
            .text("reason", "If copies went out late, or the family was not told: why? (optional)")
            .rows(3)
            .hint("Everyone who may read about the publication reads this. Do not use names of children or families");
        vec![Section::plain(vec![
            address_question(asked, "Where can everybody read the report?"),
            asked.when("on", "When was it published?"),
            Question::new("reason", reason),
        ])]
    }

    fn read(&self, open: &OpenCase, fields: &mut Fields<'_>) -> Option<Command> {
        let address = address::read(open, fields, "Enter the public address of the report");
        let on = fields.known_when("on", "Date of publication", open.today);
        let reason = fields.optional_text("reason");
        let words = and_word(Words::none().and(Word::Address, address), Word::Reason, reason);
        Some(Command { on, step: Step::Publish(Publication {}), words })
    }

    fn said(&self, _open: &OpenCase, answers: &Answers) -> Vec<Said> {
        vec![
            Said::new("address", "Public address", answers.one("address")),
            Said::new("on", "Published on", said_when(answers, "on")),
            Said::new("reason", "Why copies were late, or the family not told", answers.one("reason")),
        ]
    }

    fn check_heading(&self) -> Option<&'static str> {
        Some("Check and record the publication")
    }

    fn happens(&self, _open: &OpenCase, after: &OpenCase) -> Vec<String> {
        let public =
            "Everybody can read the report at this address. Open it and see that it is the right one."
                .to_owned();
        [Some(public), dates::stands(after, ClockKey::Lcspr), dates::stands(after, ClockKey::Copies)]
            .into_iter()
            .flatten()
            .chain(dates::keep_online(after))
            .collect()
    }

    fn done(&self, after: &OpenCase, _command: &Command) -> (String, Option<String>) {
        let next =
            deadline_text::together([dates::stands(after, ClockKey::Lcspr), dates::keep_online(after)]);
        ("Publication of the full report recorded".to_owned(), next)
    }
}
