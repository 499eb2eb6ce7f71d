//! The recommendation on an LCSPR. What is asked next follows from the answer: a scope, or how learning goes on without.

use case::rapid_review::{Section as Part, SectionWritten};
use case::{Case, Command, Step, When, Word, Words};

use super::section::{Written, is_writing, recorded, saved};
use super::{HOME, written, yes_no};
use crate::case_view::OpenCase;
use crate::form::asked::{Asked, Question, Section, and_when, said_when};
use crate::form::case_form::{Form, Said};
use crate::form::common::and_word;
use crate::form::data::Answers;
use crate::form::parse::Fields;

/// The recommendation.
pub(super) struct Recommended;

impl Form for Recommended {
    fn path(&self) -> String {
        format!("{HOME}/{}", Written::slug(Part::Lcspr))
    }

    fn home(&self) -> &'static str {
        HOME
    }

    fn heading(&self) -> String {
        Written(Part::Lcspr).heading()
    }

    fn intro(&self, _open: &OpenCase) -> Vec<String> {
        vec!["An LCSPR is a local child safeguarding practice review. The three statutory partners decide; the meeting recommends.".to_owned()]
    }

    fn button(&self) -> &'static str {
        "Save this section"
    }

    fn step(&self, _open: &OpenCase) -> Option<Step> {
        Some(Step::WriteSection(written::blank(Part::Lcspr)))
    }

    fn fits(&self, open: &OpenCase) -> bool {
        is_writing(open)
    }

    fn recorded(&self, case: &Case) -> Option<Answers> {
        let (written, answers) = recorded(case, Part::Lcspr);
        let answers =
            and_when(and_when(answers, "scope_from", written.scope_from), "scope_to", written.scope_to);
        let answers = answers.without("scope_from-unknown").without("scope_to-unknown").without("national");
        Some(answers.and("lcspr", written.lcspr.map(yes_no::code).unwrap_or_default()))
    }

    fn sections(&self, _open: &OpenCase, asked: Asked<'_>) -> Vec<Section> {
        let labels = ["Yes, carry out an LCSPR", "No, do not carry out an LCSPR"];
        let radios = yes_no::radios(asked, "lcspr", "Does the meeting recommend an LCSPR?", labels);
        vec![Section::plain(vec![Question::new("lcspr", radios)])]
    }

    fn follow_up(&self, _open: &OpenCase, asked: Asked<'_>) -> Option<Section> {
        match asked.answers.one("lcspr") {
            "yes" => Some(Section::under("What the LCSPR should look at", scope(asked))),
            "no" => {
                let why = asked
                    .text("lcspr_reason", "Why not, and how is learning carried out instead?")
                    .rows(8)
                    .hint("What an LCSPR would not add, and who sees to the learning");
                let questions = vec![Question::new("lcspr_reason", why), yes_no::complete(asked)];
                Some(Section::under("Without an LCSPR", questions))
            }
            _ => None,
        }
    }

    fn continues(&self) -> bool {
        true
    }

    fn read(&self, open: &OpenCase, fields: &mut Fields<'_>) -> Option<Command> {
        let lcspr = yes_no::read(fields, "lcspr", "Select whether an LCSPR is recommended");
        let mut written = SectionWritten { lcspr, ..written::blank(Part::Lcspr) };
        let mut words = and_word(Words::none(), Word::LcsprReason, fields.optional_text("lcspr_reason"));
        if lcspr == Some(true) {
            written.scope_from = fields.when("scope_from", "Start of the period");
            written.scope_to = fields.when("scope_to", "End of the period");
            words = and_word(words, Word::Scope, fields.optional_text("scope"));
            words = and_word(words, Word::KeyLines, fields.optional_text("key_lines"));
        }
        written.complete = yes_no::is_complete(fields);
        lcspr?;
        Some(Command { on: When::Day(open.today), step: Step::WriteSection(written), words })
    }

    fn said(&self, _open: &OpenCase, answers: &Answers) -> Vec<Said> {
        vec![
            Said::new("lcspr", "Is an LCSPR recommended?", yes_no::said(answers, "lcspr")),
            Said::new("scope_from", "Period from", said_when(answers, "scope_from")),
            Said::new("scope_to", "Period to", said_when(answers, "scope_to")),
            Said::new("scope", "Scope", answers.one("scope")),
            Said::new("key_lines", "Key lines of enquiry", answers.one("key_lines")),
            Said::new("lcspr_reason", "Why", answers.one("lcspr_reason")),
            Said::new("complete", "Complete", yes_no::said(answers, "complete")),
        ]
    }

    fn done(&self, after: &OpenCase, command: &Command) -> (String, Option<String>) {
        let is_complete = matches!(&command.step, Step::WriteSection(written) if written.complete);
        saved(after, Part::Lcspr, is_complete)
    }
}

fn scope(asked: Asked<'_>) -> Vec<Question> {
    let hint = "For example, 27 3 2024. Leave out the day, or the day and the month, if you do not know them";
    let from = asked.date("scope_from", "From when should it look? (optional)").hint(hint);
    let to = asked.date("scope_to", "Until when? (optional)").hint("For example, 27 3 2026");
    let scope = asked
        .text("scope", "What else belongs to the scope? (optional)")
        .rows(4)
        .hint("Whom it looks at, and how far back, where a date does not say it");
    let lines = asked
        .text("key_lines", "What are the key lines of enquiry?")
        .rows(8)
        .hint("1 to 8, each on a line of its own. Do not use names of children or families");
    let why = asked
        .text("lcspr_reason", "Why should there be an LCSPR?")
        .rows(6)
        .hint("What it would find that is not known yet");
    vec![
        Question::new("scope_from", from),
        Question::new("scope_to", to),
        Question::new("scope", scope),
        Question::new("key_lines", lines),
        Question::new("lcspr_reason", why),
        yes_no::complete(asked),
    ]
}
