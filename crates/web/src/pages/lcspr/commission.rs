//! Appointing the reviewer.

use case::lcspr::Commission;
use case::{Command, Step, StepKind, When, Word};

use super::asking::READERS;
use super::{HOME, terms, who};
use crate::case_view::OpenCase;
use crate::form::question::{Question, happened_on, money, text, tick, when};
use crate::form::{Answers, Form, Intro, Page, Problems, Questions, Read, Recording};
use crate::session::Flash;

const REASON: Question<String> = text(Word::Reason, "Why this reviewer?")
    .missing("Enter why this reviewer was chosen")
    .hint(READERS)
    .rows(3);
const INDEPENDENT: Question<bool> = tick(
    "independent",
    "Independence",
    "I checked that the reviewer is independent of the agencies under review",
)
.missing("Check that the reviewer is independent of the agencies under review, and say that you did")
.says("Checked");
const HOW_CHECKED: Question<String> =
    text(Word::Comment, "How was independence checked? (optional)").short("How it was checked").rows(3);
const ON: Question<When> = happened_on("When was the reviewer appointed?", "Date of the appointment");
const FROM: Question<When> =
    when("from", "Contract from (optional)").called("Start of the contract").hint(OPEN_END);
const UNTIL: Question<When> =
    when("until", "Contract until (optional)").called("End of the contract").hint(OPEN_END);
const OPEN_END: &str = "Leave empty what is not agreed yet. Leave out the day if you do not know it";
const BUDGET: Question<Option<u32>> = money("budget_pounds", "Budget in pounds (optional)")
    .missing("Enter the budget in whole pounds, such as 18,000, or leave it empty")
    .hint("Whole pounds, for example 18,000");

/// The appointment.
pub(super) struct Commissioned;

impl Form for Commissioned {
    fn page(&self) -> Page {
        Page::new(StepKind::CommissionLcspr, "/lcspr/commission", HOME, "Commission the LCSPR")
            .button("Record the reviewer")
            .checked("Check and record the reviewer")
    }

    fn intro(&self, open: &OpenCase) -> Intro {
        let agreed = open.case.lcspr.terms.map(|version| {
            format!("The review is commissioned on version {version} of the terms of reference.")
        });
        agreed.into_iter().collect()
    }

    fn questions<'a>(&'a self, open: &'a OpenCase, _answers: &'a Answers) -> Questions<'a> {
        let reviewer = who::ask(open, Questions::new().under("The reviewer"));
        let contract = reviewer.ask(REASON).ask(INDEPENDENT).ask(HOW_CHECKED).under("The contract");
        // Terms that were agreed before hold; else they are asked for here.
        contract
            .ask(ON)
            .ask(FROM)
            .ask(UNTIL)
            .ask(BUDGET)
            .ask_if(open.case.lcspr.terms.is_none(), terms::TEXT.rows(8))
    }

    fn check(&self, open: &OpenCase, read: &Read<'_>, problems: &mut Problems) {
        who::check(open, read, problems);
    }

    fn step(&self, open: &OpenCase, read: &Read<'_>) -> Recording {
        let (reviewer, name) = who::chosen(open, read);
        let commission = Commission {
            reviewer,
            independent: read.of(&INDEPENDENT),
            terms_version: open.case.lcspr.terms.unwrap_or(1),
            from: read.of(&FROM),
            until: read.of(&UNTIL),
            budget_pounds: read.of(&BUDGET),
        };
        Recording::from(Step::CommissionLcspr(commission)).with_words(read.words().and(Word::Who, name))
    }

    fn happens(&self, _open: &OpenCase, after: &OpenCase) -> Vec<String> {
        let reviewer = after.case.lcspr.commission.as_ref().and_then(|commission| commission.reviewer);
        let sees = reviewer.map(|person| {
            format!("{} can open the case and finds it under Your reviews.", after.names().person(person))
        });
        let six_months = "The 6 months go on as before.".to_owned();
        sees.into_iter().chain([six_months, "Nothing is sent to anybody.".to_owned()]).collect()
    }

    fn done(&self, _after: &OpenCase, _recorded: &[Command]) -> Flash {
        let next = "Record when the review has begun with its first meeting.".to_owned();
        Flash::new("Reviewer recorded and LCSPR commissioned").next(next)
    }
}
