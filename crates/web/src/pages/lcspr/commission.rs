//! Appointing the reviewer.

use case::lcspr::Commission;
use case::{Command, Move, Step, When, Word, Words};

use super::asking::{READERS, date};
use super::{HOME, who};
use crate::case_view::OpenCase;
use crate::components::{Checkboxes, Choice};
use crate::form::asked::{Asked, Question, Section, said_when};
use crate::form::case_form::{Form, Said};
use crate::form::common::{and_word, today};
use crate::form::data::Answers;
use crate::form::parse::Fields;

/// The appointment.
pub(super) struct Commissioned;

/// The version of the terms that holds: the one agreed, or the first, which is then asked for here.
fn terms(open: &OpenCase) -> u16 {
    open.case.lcspr.terms.unwrap_or(1)
}

/// What the review may cost at most. “£18,000” is understood.
fn budget(fields: &mut Fields<'_>) -> Option<u32> {
    let typed = fields.optional_line("budget_pounds")?;
    let digits = typed.trim_start_matches('£').replace([',', ' '], "");
    let pounds = digits.parse().ok();
    if pounds.is_none() {
        fields
            .problems
            .add("budget_pounds", "Enter the budget in whole pounds, such as 18,000, or leave it empty");
    }
    pounds
}

impl Form for Commissioned {
    fn path(&self) -> String {
        "/lcspr/commission".to_owned()
    }

    fn home(&self) -> &'static str {
        HOME
    }

    fn heading(&self) -> String {
        "Commission the LCSPR".to_owned()
    }

    fn intro(&self, open: &OpenCase) -> Vec<String> {
        match open.case.lcspr.terms {
            Some(version) => {
                vec![format!("The review is commissioned on version {version} of the terms of reference.")]
            }
            None => Vec::new(),
        }
    }

    fn button(&self) -> &'static str {
        "Record the reviewer"
    }

    fn step(&self, open: &OpenCase) -> Option<Step> {
        Some(Step::CommissionLcspr(Commission {
            reviewer: None,
            independent: true,
            terms_version: terms(open),
            from: When::NotKnown,
            until: When::NotKnown,
            budget_pounds: None,
        }))
    }

    fn fits(&self, open: &OpenCase) -> bool {
        open.case.stage.after(Move::Commission).is_some()
    }

    fn begin(&self, open: &OpenCase) -> Answers {
        today(open)
    }

    fn sections(&self, open: &OpenCase, asked: Asked<'_>) -> Vec<Section> {
        let mut reviewer = who::questions(open, asked);
        let reason = asked.text("reason", "Why this reviewer?").rows(3).hint(READERS);
        reviewer.push(Question::new("reason", reason));
        let checked = "I checked that the reviewer is independent of the agencies under review";
        let independent = Checkboxes::new("independent", "Independence")
            .strong()
            .error(asked.problems.of("independent"))
            .item(Choice::new("yes", checked).chosen(asked.answers.has("independent", "yes")));
        let how = asked.text("comment", "How was independence checked? (optional)").rows(3);
        reviewer.extend([Question::new("independent", independent), Question::new("comment", how)]);
        let open_end = "Leave empty what is not agreed yet. Leave out the day if you do not know it";
        let budget = asked
            .line("budget_pounds", "Budget in pounds (optional)")
            .strong()
            .width(10)
            .hint("Whole pounds, for example 18,000");
        let mut contract = vec![
            asked.when("on", "When was the reviewer appointed?"),
            date(asked, "from", "Contract from (optional)", open_end),
            date(asked, "until", "Contract until (optional)", open_end),
            Question::new("budget_pounds", budget),
        ];
        if open.case.lcspr.terms.is_none() {
            let terms =
                asked.text("text", "Terms of reference, or where they are kept").rows(8).hint(READERS);
            contract.push(Question::new("text", terms));
        }
        vec![Section::under("The reviewer", reviewer), Section::under("The contract", contract)]
    }

    fn read(&self, open: &OpenCase, fields: &mut Fields<'_>) -> Option<Command> {
        let (reviewer, who) = who::read(open, fields);
        let reason = fields.text("reason", "Enter why this reviewer was chosen");
        let independent = fields.is_ticked("independent");
        if !independent && fields.problems.of("independent").is_none() {
            let message =
                "Check that the reviewer is independent of the agencies under review, and say that you did";
            fields.problems.add("independent", message);
        }
        let how = fields.optional_text("comment");
        let on = fields.known_when("on", "Date of the appointment", open.today);
        let from = fields.when("from", "Start of the contract");
        let until = fields.when("until", "End of the contract");
        let budget_pounds = budget(fields);
        let text = match open.case.lcspr.terms {
            Some(_) => None,
            None => Some(fields.text("text", "Enter the terms of reference, or where they are kept")),
        };
        let commission =
            Commission { reviewer, independent, terms_version: terms(open), from, until, budget_pounds };
        let words = Words::none().and(Word::Who, who).and(Word::Reason, reason);
        let words = and_word(and_word(words, Word::Comment, how), Word::Text, text);
        Some(Command { on, step: Step::CommissionLcspr(commission), words })
    }

    fn said(&self, open: &OpenCase, answers: &Answers) -> Vec<Said> {
        let independent = if answers.has("independent", "yes") { "Checked" } else { "" };
        let mut said = vec![
            Said::new("reviewer", "Reviewer", who::said(open, answers)),
            Said::new("reason", "Why this reviewer", answers.one("reason")),
            Said::new("independent", "Independence", independent),
            Said::new("comment", "How it was checked", answers.one("comment")),
            Said::new("on", "Date of the appointment", said_when(answers, "on")),
            Said::new("from", "Contract from", said_when(answers, "from")),
            Said::new("until", "Contract until", said_when(answers, "until")),
            Said::new("budget_pounds", "Budget in pounds", answers.one("budget_pounds")),
        ];
        if open.case.lcspr.terms.is_none() {
            said.push(Said::new("text", "Terms of reference", answers.one("text")));
        }
        said
    }

    fn check_heading(&self) -> Option<&'static str> {
        Some("Check and record the reviewer")
    }

    fn happens(&self, _open: &OpenCase, after: &OpenCase) -> Vec<String> {
        let reviewer = after.case.lcspr.commission.as_ref().and_then(|commission| commission.reviewer);
        let sees = reviewer.map(|person| {
            format!("{} can open the case and finds it under Your reviews.", after.names().person(person))
        });
        let six_months = "The 6 months go on as before.".to_owned();
        sees.into_iter().chain([six_months, "Nothing is sent to anybody.".to_owned()]).collect()
    }

    fn done(&self, _after: &OpenCase, _command: &Command) -> (String, Option<String>) {
        let next = "Record when the review has begun with its first meeting.".to_owned();
        ("Reviewer recorded and LCSPR commissioned".to_owned(), Some(next))
    }
}
