//! Opening the rapid review: the period agencies are asked about, and who was told.

use case::rapid_review::RapidReview;
use case::{Command, Move, Step, When, Word, Words};

use super::{HOME, plan, yes_no};
use crate::case_view::OpenCase;
use crate::form::asked::{Asked, Question, Section, and_when, said_when};
use crate::form::case_form::{Form, Said};
use crate::form::common::{and_word, today};
use crate::form::data::Answers;
use crate::form::parse::Fields;
use crate::text::date;

/// The opening.
pub(super) struct Open;

/// A review of which nothing is said yet, by which is asked who may open it.
fn blank() -> RapidReview {
    RapidReview {
        scope_from: When::NotKnown,
        scope_to: When::NotKnown,
        returns_due: None,
        executives_told: false,
    }
}

impl Form for Open {
    fn path(&self) -> String {
        "/rapid-review/open".to_owned()
    }

    fn home(&self) -> &'static str {
        HOME
    }

    fn heading(&self) -> String {
        "Open the rapid review".to_owned()
    }

    fn intro(&self, open: &OpenCase) -> Vec<String> {
        let due = crate::case_view::deadline_text::due(
            open,
            case::ClockKey::RapidReview,
            "The rapid review is due",
        );
        due.into_iter().chain(["You ask the agencies in the next step.".to_owned()]).collect()
    }

    fn button(&self) -> &'static str {
        "Open the rapid review"
    }

    fn step(&self, _open: &OpenCase) -> Option<Step> {
        Some(Step::OpenRapidReview(blank()))
    }

    fn fits(&self, open: &OpenCase) -> bool {
        open.case.stage.after(Move::OpenRapidReview).is_some()
    }

    fn begin(&self, open: &OpenCase) -> Answers {
        let due = plan::summaries(open).filter(|day| *day >= open.today);
        let answers = and_when(
            today(open),
            "scope_to",
            open.case.dates.get(case::KeyDate::Incident).unwrap_or_default(),
        )
        .without("scope_to-unknown");
        due.map_or(answers.clone(), |due| and_when(answers, "returns_due", When::Day(due)))
    }

    fn sections(&self, open: &OpenCase, asked: Asked<'_>) -> Vec<Section> {
        let from = asked.date("scope_from", "From when are agencies asked? (optional)").hint(
            "For example, 27 3 2024. Leave out the day, or the day and the month, if you do not know them",
        );
        let to = asked.date("scope_to", "Until when? (optional)").hint("For example, 27 3 2026");
        let scope = asked
            .text("scope", "How far back does the review look, and why? (optional)")
            .rows(3)
            .hint("Needed where you give no period. Every agency that is asked reads this. Do not use names of children or families");
        let planned = plan::summaries(open).map_or_else(
            || "For example, 27 3 2026".to_owned(),
            |day| format!("The plan says {}", plan::day_and_number(open, day)),
        );
        let due = asked.date("returns_due", "By when are summaries wanted? (optional)").hint(planned);
        let told = yes_no::radios(
            asked,
            "executives_told",
            "Were the executive partners and the chair told?",
            ["Yes", "No"],
        );
        let reason = asked.text("reason", "If not, why not?").rows(3).hint("1 or 2 sentences");
        vec![
            Section::under(
                "What agencies are asked about",
                vec![
                    Question::new("scope_from", from),
                    Question::new("scope_to", to),
                    Question::new("scope", scope),
                    Question::new("returns_due", due),
                ],
            ),
            Section::under(
                "Who was told",
                vec![
                    Question::new("executives_told", told),
                    Question::new("reason", reason),
                    asked.when("on", "When was the rapid review opened?"),
                ],
            ),
        ]
    }

    fn read(&self, open: &OpenCase, fields: &mut Fields<'_>) -> Option<Command> {
        let scope_from = fields.when("scope_from", "Start of the period");
        let scope_to = fields.when("scope_to", "End of the period");
        let scope = fields.optional_text("scope");
        let returns_due = match fields.answers().one("returns_due-day") {
            "" => None,
            _ => fields.day("returns_due", "Date summaries are wanted"),
        };
        let told = yes_no::read(
            fields,
            "executives_told",
            "Select whether the executive partners and the chair were told",
        );
        let reason = fields.optional_text("reason");
        let on = fields.known_when("on", "Date the rapid review was opened", open.today);
        let review = RapidReview { scope_from, scope_to, returns_due, executives_told: told? };
        let words = and_word(and_word(Words::none(), Word::Scope, scope), Word::Reason, reason);
        Some(Command { on, step: Step::OpenRapidReview(review), words })
    }

    fn said(&self, _open: &OpenCase, answers: &Answers) -> Vec<Said> {
        vec![
            Said::new("scope_from", "Period from", said_when(answers, "scope_from")),
            Said::new("scope_to", "Period to", said_when(answers, "scope_to")),
            Said::new("scope", "How far back", answers.one("scope")),
            Said::new("returns_due", "Summaries wanted by", said_when(answers, "returns_due")),
            Said::new(
                "executives_told",
                "Executive partners and chair told",
                yes_no::said(answers, "executives_told"),
            ),
            Said::new("reason", "Why not", answers.one("reason")),
            Said::new("on", "Date", said_when(answers, "on")),
        ]
    }

    fn done(&self, _after: &OpenCase, command: &Command) -> (String, Option<String>) {
        let due = match &command.step {
            Step::OpenRapidReview(review) => review.returns_due,
            _ => None,
        };
        let next = due.map_or_else(
            || "Next, ask the agencies.".to_owned(),
            |due| format!("Next, ask the agencies. Summaries are wanted by {}.", date::weekday(due)),
        );
        ("The rapid review is open".to_owned(), Some(next))
    }
}
