//! The partners decide to start an LCSPR.

use case::lcspr::{Circumstance, KeyLine, LcsprDecision, LocalCriterion};
use case::rapid_review::Section as Written;
use case::{Case, ClockKey, Command, Event, Fact, Step, StepKind, When, Word, Words};

use super::asking::READERS;
use super::{HOME, MOST_KEY_LINES, key_line_new};
use crate::case_view::entries::{Entries, wrote};
use crate::case_view::{OpenCase, deadline_text};
use crate::form::question::{Question, choices, happened_on, named_text, text, when};
use crate::form::{Answers, Form, Intro, Page, Problems, Questions, Read, Recording};
use crate::session::Flash;
use crate::text::clock;
use crate::text::grammar::several;

const ON: Question<When> = happened_on("When did the partners decide?", "Date of the decision");
const CRITERIA: Question<Vec<LocalCriterion>> =
    choices("criteria", "Which criteria do the partners rely on?")
        .short("Criteria relied on")
        .missing("Select at least one criterion relied on")
        .said_on_lines();
const CIRCUMSTANCES: Question<Vec<Circumstance>> =
    choices("circumstances", "Which circumstances were also weighed? (optional)")
        .short("Also weighed")
        .said_on_lines();
const REASON: Question<String> = text(Word::Reason, "Why is an LCSPR appropriate?")
    .short("Why")
    .missing("Enter why an LCSPR is appropriate")
    .hint(READERS);
const FROM: Question<When> = when("scope_from", "From (optional)")
    .short("Period from")
    .called("Start of the period looked at")
    .hint(PERIOD);
const TO: Question<When> =
    when("scope_to", "To (optional)").short("Period to").called("End of the period looked at").hint(PERIOD);
const PERIOD: &str = "Leave empty what is not decided. Leave out the day if you do not know it";
const SCOPE: Question<String> = text(Word::Scope, "What is the proposed scope?")
    .short("Scope")
    .missing("Enter the proposed scope of the review")
    .hint("Who and what the review looks at, in 2 or 3 sentences. Do not use names of children or families");
const KEY_LINES: Question<String> =
    named_text("key_lines", "Which key lines of enquiry are proposed? (optional)")
        .short("Key lines of enquiry")
        .hint("One on each line, at most 8. Each is later traced to a finding");

/// The decision.
pub(super) struct Decide;

/// What the rapid review recommends of an LCSPR: its section on that, or else its report.
fn recommended<'e>(entries: &'e Entries<'_>) -> Option<&'e Event> {
    let is_section =
        |fact: &Fact| matches!(fact, Fact::SectionWritten(written) if written.section == Written::Lcspr);
    let report = || entries.last(|fact| matches!(fact, Fact::ReportWritten(_)));
    entries.last(is_section).or_else(report).map(|(_, event)| event)
}

/// The key lines of enquiry, one on a line.
fn key_lines(text: &str) -> impl Iterator<Item = &str> {
    text.lines().map(str::trim).filter(|line| !line.is_empty())
}

/// The steps that add them.
fn added(case: &Case, lines: &str, on: When) -> Vec<Command> {
    let numbered = (key_line_new::next(case)..).zip(key_lines(lines));
    let add = |(number, line)| Command {
        on,
        step: Step::AddKeyLine(KeyLine { number }),
        words: Words::none().and(Word::Text, line),
    };
    numbered.map(add).collect()
}

impl Form for Decide {
    fn page(&self) -> Page {
        Page::new(StepKind::DecideLcspr, "/lcspr/decide", HOME, "Record the decision to start an LCSPR")
            .button("Record the decision to start an LCSPR")
            .checked("Check and record the decision to start an LCSPR")
    }

    fn intro(&self, open: &OpenCase) -> Intro {
        let carried = open.case.rapid_review.sections.contains_key(&Written::Lcspr);
        let carried = carried.then(|| {
            "What the rapid review recommends is filled in. Change it to what the partners decided."
                .to_owned()
        });
        ["The decision starts the 6 months in which an LCSPR is completed and published.".to_owned()]
            .into_iter()
            .chain(carried)
            .collect()
    }

    fn questions<'a>(&'a self, open: &'a OpenCase, _answers: &'a Answers) -> Questions<'a> {
        let entries = Entries::of(&open.case);
        let before = recommended(&entries);
        let said = |word| before.map(|event| wrote(event, word)).unwrap_or_default();
        let (from, to) = match before.map(|event| &event.fact) {
            Some(Fact::SectionWritten(written)) => (written.scope_from, written.scope_to),
            _ => (When::NotKnown, When::NotKnown),
        };
        let decision = Questions::new().under("The decision").ask(ON).ask(CRITERIA).ask(CIRCUMSTANCES);
        let scope = decision.ask(REASON.starting(said(Word::LcsprReason))).under("What the review looks at");
        let scope = scope.ask(FROM.starting(from)).ask(TO.starting(to));
        scope.ask(SCOPE.starting(said(Word::Scope))).ask(KEY_LINES.starting(said(Word::KeyLines)))
    }

    fn check(&self, _open: &OpenCase, read: &Read<'_>, problems: &mut Problems) {
        let count = key_lines(read.answers.one(KEY_LINES.name)).count();
        if count > usize::from(MOST_KEY_LINES) {
            let message = format!("Enter at most {MOST_KEY_LINES} key lines of enquiry. These are {count}");
            problems.add(KEY_LINES.name, message);
        }
    }

    fn step(&self, open: &OpenCase, read: &Read<'_>) -> Recording {
        let decision = LcsprDecision {
            criteria: read.of(&CRITERIA),
            circumstances: read.of(&CIRCUMSTANCES),
            scope_from: read.of(&FROM),
            scope_to: read.of(&TO),
        };
        let lines = added(&open.case, &read.of(&KEY_LINES), read.of(&ON));
        Recording::from(Step::DecideLcspr(decision)).then(lines)
    }

    fn happens(&self, _open: &OpenCase, after: &OpenCase) -> Vec<String> {
        let clocks = after.clocks();
        let six_months = clocks.iter().find(|clock| clock.key == ClockKey::Lcspr);
        let begin = six_months
            .and_then(|of| of.start)
            .map(|start| format!("The 6 months begin: {}.", clock::started(start)));
        let end = six_months.and_then(|of| clock::due(of, after.calendar()));
        let end = end.map(|due| format!("They end on {due}. By then the review is completed and published."));
        let lines = match after.case.lcspr.key_lines.len() {
            0 => None,
            count => Some(format!(
                "{} recorded.",
                several(count, "key line of enquiry is", "key lines of enquiry are")
            )),
        };
        let nobody =
            "Nothing is sent to anybody. Tell the Panel of the decision and of the reviewer.".to_owned();
        begin.into_iter().chain(end).chain(lines).chain([nobody]).collect()
    }

    fn done(&self, after: &OpenCase, _recorded: &[Command]) -> Flash {
        let due =
            deadline_text::due(after, ClockKey::Lcspr, "The review is to be completed and published by");
        let next = Some("Next, appoint an independent reviewer.".to_owned());
        Flash::new("Decision to start an LCSPR recorded").next(deadline_text::together([due, next]))
    }
}
