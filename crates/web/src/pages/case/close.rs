//! Closing a case, with what is still open by name.

use calendar::NaiveDate;
use case::{ClockKey, Command, Step, StepKind, Word};

use crate::case_view::{OpenCase, header};
use crate::form::question::{Question, Tailored, line, past_day, text};
use crate::form::{Answers, Form, Intro, Page, Problems, Questions, Read, Recording};
use crate::session::Flash;
use crate::text::date;
use crate::text::grammar::and;

const ACCEPTED_BY: Question<String> =
    line(Word::DecidedBy, "Who accepted the evidence that the actions made a difference?")
        .short("Evidence accepted by")
        .missing("Enter who accepted the evidence")
        .hint("Name and post, for example, R. Patel, Director of Children’s Services")
        .plain();
const ON: Question<NaiveDate> = past_day("on", "When did they accept it?")
    .short("Accepted on")
    .called("Date the evidence was accepted")
    .hint("For example, 27 3 2026");
const REASON: Question<String> = text(Word::Reason, "Is there anything to say about closing it? (optional)")
    .short("Reason")
    .hint("2 or 3 sentences. Everyone with access to the case can read it");

/// Closing, also with something still open.
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
    fn page(&self) -> Page {
        Page::new(StepKind::Close, "/close", "", "Close the case")
            .button("Close the case")
            .checked("Check and close the case")
    }

    fn intro(&self, open: &OpenCase) -> Intro {
        let left = still_open(open);
        let left = if left.is_empty() { vec!["Nothing is still open.".to_owned()] } else { left };
        left.into_iter().chain(goes_on(open)).collect()
    }

    fn questions<'a>(&'a self, open: &'a OpenCase, _answers: &'a Answers) -> Questions<'a> {
        let reason = if still_open(open).is_empty() {
            Tailored::from(REASON)
        } else {
            REASON.labelled("Why is the case closed with something still open?")
        };
        Questions::new().ask(ACCEPTED_BY).ask(ON.starting(open.today)).ask(reason)
    }

    fn check(&self, open: &OpenCase, read: &Read<'_>, problems: &mut Problems) {
        let is_missing = read.maybe(&REASON).is_some_and(|reason| reason.is_empty());
        if is_missing && !still_open(open).is_empty() {
            problems.add(REASON.name, "Enter why the case is closed all the same");
        }
    }

    fn step(&self, _open: &OpenCase, read: &Read<'_>) -> Recording {
        Recording::from(Step::Close).on(read.of(&ON).into())
    }

    fn happens(&self, open: &OpenCase, after: &OpenCase) -> Vec<String> {
        let mut lines = vec![
            "No deadline of this case runs any more, and no more reminders are sent.".to_owned(),
            format!("{}.", header::outcome(after, &after.clocks())),
            "The case and its history can still be read, and the case can be reopened.".to_owned(),
        ];
        lines.extend(goes_on(open));
        lines.extend(still_open(open).into_iter().map(|left| format!("Not finished: {left}")));
        lines
    }

    fn done(&self, after: &OpenCase, _recorded: &[Command]) -> Flash {
        let outcome = format!("{}.", header::outcome(after, &after.clocks()));
        Flash::new(header::closed(&after.case)).next(outcome)
    }
}
