//! Closing a case, with what is still open by name.

use case::{ClockKey, Command, Stage, Step, Word, Words};

use crate::case_view::OpenCase;
use crate::form::asked::{Asked, Question, Section, and_when, said_when};
use crate::form::case_form::{Form, Said};
use crate::form::common::and_word;
use crate::form::data::Answers;
use crate::form::parse::Fields;
use crate::text::date;
use crate::text::grammar::and;

/// The form.
pub(crate) struct Close;

/// Everything that is still open, a sentence each. With anything of it open, closing needs a reason.
pub(crate) fn still_open(open: &OpenCase) -> Vec<String> {
    let actions = &open.case.actions;
    let advice: Vec<_> = open.case.panel.open_advice().map(|point| point.number).collect();
    let not_judged = actions.open().filter(|action| action.done.is_some() && action.impact.is_none());
    let not_judged: Vec<_> = not_judged.map(|action| action.action.number).collect();
    let undecided = actions.recommendations.iter().filter(|(_, (_, accepted))| accepted.is_none());
    let undecided: Vec<_> = undecided.map(|(number, _)| *number).collect();
    let open_actions: Vec<_> = actions.open().map(|action| action.action.number).collect();
    [
        numbered(["Action", "Actions"], &open_actions, ["is still open", "are still open"]),
        numbered(
            ["Nobody has judged whether action", "Nobody has judged whether actions"],
            &not_judged,
            ["made a difference"; 2],
        ),
        numbered(
            ["The National Panel’s advice", "The National Panel’s advice points"],
            &advice,
            ["is still open", "are still open"],
        ),
        numbered(
            ["Recommendation", "Recommendations"],
            &undecided,
            ["is neither accepted nor refused", "are neither accepted nor refused"],
        ),
    ]
    .into_iter()
    .flatten()
    .chain(running(open))
    .chain(beside(open))
    .collect()
}

/// “Actions 2 and 3 are still open.”
fn numbered([one, more]: [&str; 2], numbers: &[u16], [is, are]: [&str; 2]) -> Option<String> {
    match numbers {
        [] => None,
        [number] => Some(format!("{one} {number} {is}.")),
        numbers => Some(format!("{more} {} {are}.", and(numbers))),
    }
}

/// The clocks that run, apart from those that are named otherwise. Keeping a report online goes on after closing.
fn running(open: &OpenCase) -> Vec<String> {
    let clocks = open.clocks();
    let running = clocks.iter().filter(|clock| {
        clock.is_open()
            && !matches!(clock.key, ClockKey::Action(_) | ClockKey::AdvicePoint(_) | ClockKey::Online)
    });
    let says = running.map(|clock| {
        let due = clock.due_date().map(|due| format!(", due {}", date::day(due))).unwrap_or_default();
        format!("“{}”{due}, is still running.", open.names().clock(clock.key, clock.task))
    });
    says.collect()
}

/// What others have not ended, and the copy that nobody has sent.
fn beside(open: &OpenCase) -> Vec<String> {
    let case = &open.case;
    let proceedings = case.proceedings.proceedings.iter().filter(|(_, of)| of.ended.is_none());
    let proceedings = proceedings
        .map(|(number, of)| format!("Proceeding {number} ({}) has not ended.", of.proceeding.kind));
    let national = case.panel.open_national_review().map(|of| format!("The {} has not ended.", of.kind));
    let published = case.publication.online && !case.publication.deposited;
    let deposit = published.then(|| "The national repository has no copy of what was published.".to_owned());
    let escalated = case.decisions.escalations.iter().filter(|(_, (_, end))| end.is_none());
    let escalated = escalated
        .map(|(question, _)| format!("The disagreement on {question}, taken higher, has not ended."));
    proceedings.chain(national).chain(deposit).chain(escalated).collect()
}

/// What goes on after closing, and is no reason not to close.
fn goes_on(open: &OpenCase) -> Option<String> {
    let clocks = open.clocks();
    let online = clocks.iter().find(|clock| clock.key == ClockKey::Online && clock.is_open())?;
    let until = online.due_date().filter(|until| open.today < *until)?;
    Some(format!(
        "The report has to stay online until at least {}, also after closing.",
        date::weekday(until)
    ))
}

impl Form for Close {
    fn path(&self) -> String {
        "/close".to_owned()
    }

    fn home(&self) -> &'static str {
        ""
    }

    fn heading(&self) -> String {
        "Close the case".to_owned()
    }

    fn intro(&self, open: &OpenCase) -> Vec<String> {
        let left = still_open(open);
        let left = if left.is_empty() { vec!["Nothing is still open.".to_owned()] } else { left };
        left.into_iter().chain(goes_on(open)).collect()
    }

    fn button(&self) -> &'static str {
        "Close the case"
    }

    fn step(&self, _open: &OpenCase) -> Option<Step> {
        Some(Step::Close)
    }

    fn fits(&self, open: &OpenCase) -> bool {
        open.case.stage == Stage::ImpactReview
    }

    fn begin(&self, open: &OpenCase) -> Answers {
        and_when(Answers::default(), "on", case::When::Day(open.today))
    }

    fn sections(&self, open: &OpenCase, asked: Asked<'_>) -> Vec<Section> {
        let who = asked
            .line("decided_by", "Who accepted the evidence that the actions made a difference?")
            .hint("Name and post, for example, R. Patel, Director of Children’s Services");
        let on = asked.date("on", "When did they accept it?").hint("For example, 27 3 2026");
        let why = if still_open(open).is_empty() {
            "Is there anything to say about closing it? (optional)"
        } else {
            "Why is the case closed with something still open?"
        };
        let reason =
            asked.text("reason", why).hint("2 or 3 sentences. Everyone with access to the case can read it");
        vec![Section::plain(vec![
            Question::new("decided_by", who),
            Question::new("on", on),
            Question::new("reason", reason),
        ])]
    }

    fn read(&self, open: &OpenCase, fields: &mut Fields<'_>) -> Option<Command> {
        let who = fields.line("decided_by", "Enter who accepted the evidence");
        let on = fields.past_day("on", "Date the evidence was accepted", open.today);
        let words = Words::none().and(Word::DecidedBy, who);
        let reason = fields.optional_text("reason");
        if reason.is_none() && !still_open(open).is_empty() {
            fields.problems.add("reason", "Enter why the case is closed all the same");
        }
        let words = and_word(words, Word::Reason, reason);
        Some(Command { on: on?.into(), step: Step::Close, words })
    }

    fn said(&self, _open: &OpenCase, answers: &Answers) -> Vec<Said> {
        vec![
            Said::new("decided_by", "Evidence accepted by", answers.one("decided_by")),
            Said::new("on", "Accepted on", said_when(answers, "on")),
            Said::new("reason", "Reason", answers.one("reason")),
        ]
    }

    fn check_heading(&self) -> Option<&'static str> {
        Some("Check and close the case")
    }

    fn happens(&self, open: &OpenCase, after: &OpenCase) -> Vec<String> {
        let clocks = after.clocks();
        let mut lines = vec![
            "No deadline of this case runs any more, and no more reminders are sent.".to_owned(),
            format!("{}.", crate::case_view::header::outcome(after, &clocks)),
            "The case and its history can still be read, and the case can be reopened.".to_owned(),
        ];
        lines.extend(goes_on(open));
        lines.extend(still_open(open).into_iter().map(|left| format!("Not finished: {left}")));
        lines
    }

    fn done(&self, after: &OpenCase, _command: &Command) -> (String, Option<String>) {
        (
            crate::case_view::header::closed(&after.case),
            Some(format!("{}.", crate::case_view::header::outcome(after, &after.clocks()))),
        )
    }
}

#[cfg(test)]
#[path = "close_tests.rs"]
mod tests;
