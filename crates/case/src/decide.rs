//! What follows when somebody asks to record a step.

mod fact_of;

use std::borrow::Cow;

use chrono::DateTime;

use crate::events::{Command, Step};
use crate::events::{Event, Fact, Opened};
use crate::position::Position;
use crate::rejection::{Problems, Rejection};
use crate::{
    Case, Recorded, Setting, Stage, When, Words, actions, agencies, consequences, consideration, decisions,
    keeping, lcspr, notification, panel, proceedings, publication, rapid_review,
};

pub(crate) use fact_of::fact_of;

/// The entries that recording `command` adds to `case`, or everything that is wrong with it.
///
/// Beside the entry asked for there may be others that follow from it: the reference of a new case, the rule set
/// that now holds, the judgement on a time limit that was met or missed.
pub fn decide(case: &Case, command: Command, setting: &Setting<'_>) -> Result<Vec<Event>, Rejection> {
    could_record(case, &command, setting)?;
    let mut events = asked_for(case, command, setting)?;
    let before: &Position = case;
    let after = case.position_after(&events);
    after.dates.in_order()?;
    consequences::follow(before, after, setting, &mut events);
    Ok(events)
}

/// The entries that recording `commands`, one after the other, adds to `case`, or everything that is wrong with the
/// first that cannot be recorded. They are recorded all together or not at all.
pub fn decide_all(
    case: &Case,
    commands: impl IntoIterator<Item = Command>,
    setting: &Setting<'_>,
) -> Result<Vec<Event>, Rejection> {
    let (mut case, mut all, mut taken_in) = (Cow::Borrowed(case), Vec::new(), 0);
    for command in commands {
        // Events are taken in only once another command follows them: the last need no copy of the case.
        for event in &all[taken_in..] {
            let seq = case.version() + 1;
            let event = Event::clone(event);
            case.to_mut().apply(Recorded { seq, at: DateTime::UNIX_EPOCH, by: setting.by, event });
        }
        taken_in = all.len();
        all.extend(decide(&case, command, setting)?);
    }
    Ok(all)
}

/// Whether `command` could be recorded where `case` stands, leaving aside the order of its key dates.
///
/// A step for which it is too early or too late is refused before anything else is asked about it.
fn could_record(case: &Case, command: &Command, setting: &Setting<'_>) -> Result<(), Rejection> {
    on_the_diagram(case, command)?;
    let mut problems = Problems::default();
    if command.on.certainly_after_day(setting.today) {
        problems.refuse("on", format!("The date must be today or in the past, and {} is not", command.on));
    }
    consideration::check(case, command, setting, &mut problems);
    notification::check(case, command, setting, &mut problems);
    agencies::check(case, command, setting, &mut problems);
    rapid_review::check(case, command, setting, &mut problems);
    decisions::check(case, command, setting, &mut problems);
    panel::check(case, command, setting, &mut problems);
    lcspr::check(case, command, setting, &mut problems);
    publication::check(case, command, setting, &mut problems);
    proceedings::check(case, command, setting, &mut problems);
    actions::check(case, command, setting, &mut problems);
    let could_be = |before: &Case, command: &Command| could_record(before, command, setting);
    keeping::check(case, command, could_be, &mut problems);
    problems.into_result()
}

fn asked_for(case: &Case, command: Command, setting: &Setting<'_>) -> Result<Vec<Event>, Rejection> {
    let Command { on, step, words } = command;
    let mut events = Vec::with_capacity(2);
    if let Step::Refer(_) | Step::BringIn(_) = &step {
        let reference =
            setting.reference.ok_or_else(|| Rejection::of("do", "A new case needs a reference"))?;
        let (partnership, kind) = match &step {
            Step::BringIn(case) => (case.partnership, case.kind),
            Step::Refer(case) => (case.partnership, case.kind),
            _ => unreachable!("only these two start a case"),
        };
        events.push(Event {
            on: When::Day(setting.today),
            fact: Fact::Opened(Opened { partnership, reference, kind }),
            words: Words::none(),
        });
    }
    let fact = fact_of(case, step);
    let (event, query) = panel::with_query(case.stage, Event { on, fact, words });
    events.push(event);
    events.extend(query);
    Ok(events)
}

/// Refuses a step for which the diagram has no arrow from where the case stands, or that comes before the case has
/// started.
fn on_the_diagram(case: &Case, command: &Command) -> Result<(), Rejection> {
    let starts = matches!(command.step, Step::Refer(_) | Step::BringIn(_));
    if starts != (case.stage == Stage::New) {
        return Err(Rejection::of(
            "do",
            if starts { "This case has been started already" } else { "Start the case first" },
        ));
    }
    let stage = case.stage;
    let fact = fact_of(case, command.step.clone());
    if let Some(step) = fact.moves(stage).filter(|step| stage.after(*step).is_none()) {
        let from: Vec<_> = step.path().0.iter().map(|stage| format!("“{stage}”")).collect();
        let message =
            format!("The case is at “{stage}”. “{step}” can be recorded only from {}", from.join(" or "));
        return Err(Rejection::of("do", message));
    }
    case.in_turn(&fact, command.on)
}
