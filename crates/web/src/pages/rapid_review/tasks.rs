//! The tasks of the rapid review in the order in which the work happens, each with how far it is.

use case::decisions::Question;
use case::rapid_review::Section;
use case::terms::Partner;
use case::{Area, Case, KeyDate, Stage};

use super::ask::{self, Ask};
use super::lcspr::Recommended;
use super::meeting::Held;
use super::safety::Safety;
use super::section::Written;
use super::{plan, report, written};
use crate::case_view::OpenCase;
use crate::components::{Task, TaskList, TaskStatus};
use crate::form::Form;
use crate::form::asked::capital;
use crate::form::case_form::is_offered;
use crate::text::date;
use crate::text::grammar::several;

/// The list.
pub(super) fn list(open: &OpenCase) -> TaskList {
    let sections = Section::ALL.iter().map(|which| section(open, *which));
    let agencies = open.shows(Area::Overview).then(|| agencies(open));
    let before = agencies.into_iter().chain([safety(open), meeting(open)]);
    before.chain(sections).chain([write(open), decide(open)]).fold(TaskList::new(), TaskList::task)
}

/// Why nothing of the review can begin yet.
fn too_early(case: &Case) -> Option<TaskStatus> {
    let is_early = matches!(
        case.stage,
        Stage::New | Stage::Referred | Stage::UnderConsideration | Stage::AwaitingNotification
    );
    is_early.then(|| TaskStatus::CannotStart("The notification is not sent yet".to_owned()))
}

fn unopened(case: &Case) -> Option<TaskStatus> {
    let not_open = case.stage == Stage::Notified && case.rapid_review.review.is_none();
    too_early(case)
        .or_else(|| not_open.then(|| TaskStatus::CannotStart("Open the rapid review first".to_owned())))
}

/// The form of a task, where the visitor may fill it in now; else where its outcome can be read.
fn place(open: &OpenCase, form: &dyn Form, read: &str) -> String {
    open.address(&if is_offered(form, open) { form.page().path } else { read.to_owned().into() })
}

fn agencies(open: &OpenCase) -> Task {
    let requests = open.case.agencies.requests.values().filter(|request| !request.withdrawn);
    let (answered, asked) = requests
        .fold((0, 0), |(answered, asked), one| (answered + usize::from(one.holds.is_some()), asked + 1));
    let status = match (unopened(&open.case), asked, answered) {
        (Some(status), 0, _) => status,
        (_, 0, _) => TaskStatus::NotStarted,
        (_, asked, answered) if answered < asked => TaskStatus::Waiting,
        _ => TaskStatus::Completed,
    };
    let task = Task::new("Ask agencies", open.address("/agencies"), status);
    if asked > 0 { task.hint(format!("{answered} of {asked} summaries received")) } else { task }
}

fn safety(open: &OpenCase) -> Task {
    let review = &open.case.rapid_review;
    let checked = review.meeting.as_ref().is_some_and(|meeting| meeting.safety_checked);
    let status =
        if review.safety_actions > 0 || checked { TaskStatus::Completed } else { TaskStatus::NotStarted };
    let task =
        Task::new("Record immediate safety actions", place(open, &Safety, "/rapid-review#safety"), status);
    match review.safety_actions {
        0 if checked => task.hint("The meeting checked that the child and siblings are safe"),
        0 => task.hint("What keeps a child safe does not wait for the meeting"),
        count => task.hint(several(usize::from(count), "action recorded", "actions recorded")),
    }
}

fn meeting(open: &OpenCase) -> Task {
    let case = &open.case;
    let held = case.rapid_review.meeting.is_some();
    let status = match unopened(case) {
        _ if held => TaskStatus::Completed,
        Some(status) => status,
        None => TaskStatus::NotStarted,
    };
    let task = Task::new("Hold the meeting", place(open, &Held, "/rapid-review#meeting"), status);
    let planned = plan::planned(open, KeyDate::MeetingHeld);
    match (held, case.dates.get(KeyDate::MeetingHeld), planned) {
        (true, Some(on), _) => task.hint(format!("Held {}", date::when(on))),
        (false, _, Some(day)) => task.hint(format!("Planned for {}", plan::day_and_number(open, day))),
        _ => task,
    }
}

fn section(open: &OpenCase, which: Section) -> Task {
    let case = &open.case;
    let status = match (case.rapid_review.sections.get(&which), case.rapid_review.latest()) {
        (Some(written), _) if written.complete => TaskStatus::Completed,
        (Some(_), _) => TaskStatus::InProgress,
        (None, Some(_)) if written::is_begun(case, which) => TaskStatus::Completed,
        (None, _) => too_early(case).unwrap_or(TaskStatus::NotStarted),
    };
    let form: &dyn Form = if which == Section::Lcspr { &Recommended } else { &Written(which) };
    let read = format!("/rapid-review/report#{}", chapter(which));
    let task = Task::new(capital(&which), place(open, form, &read), status);
    let from_meeting = case.rapid_review.meeting.is_some()
        && !case.rapid_review.sections.contains_key(&which)
        && matches!(which, Section::Facts | Section::Learning);
    match (which, case.actions.open().count()) {
        (Section::Actions, count) if count > 0 => {
            task.hint(several(count, "action in the action plan", "actions in the action plan"))
        }
        _ if from_meeting => task.hint("Begins with what the meeting recorded"),
        _ => task,
    }
}

/// Where the report says what a section holds.
fn chapter(which: Section) -> &'static str {
    match which {
        Section::Facts => "agencies",
        Section::Learning => "learning",
        Section::Equality => "equality",
        Section::NationalSignificance => "national",
        Section::Lcspr => "criteria",
        Section::Actions => "actions",
    }
}

fn write(open: &OpenCase) -> Task {
    let case = &open.case;
    let latest = case.rapid_review.latest().map(|latest| latest.version);
    let status = match (too_early(case), latest) {
        (Some(status), _) => status,
        (None, Some(_)) => TaskStatus::Completed,
        (None, None) if case.rapid_review.sections.is_empty() => TaskStatus::NotStarted,
        (None, None) => TaskStatus::InProgress,
    };
    let task = Task::new("Read the report", open.address("/rapid-review/report"), status);
    match latest {
        Some(version) if report::has_changed(case) => {
            task.hint(format!("It reads otherwise than version {version}"))
        }
        Some(version) => task.hint(format!("Version {version} is the latest")),
        None => task.hint("It is made from the sections, and reads as they do now"),
    }
}

fn decide(open: &OpenCase) -> Task {
    let case = &open.case;
    let name = "Ask the partners to decide";
    let asked = case.rapid_review.asked.as_ref();
    if let Some(reason) = too_early(case) {
        return Task::new(name, "", reason);
    }
    let decided = case.decided(Question::RapidReview).len();
    let all = Partner::ALL.len();
    let (status, hint) = match (asked, ask::not_yet(case)) {
        (Some(asked), _) if case.stage == Stage::PartnerDecision => {
            let again =
                if report::has_changed(case) { ". The text has changed since: ask again" } else { "" };
            let have = if decided == 1 { "has" } else { "have" };
            let hint = format!("{decided} of {all} {have} decided on version {}{again}", asked.version);
            (if decided < all { TaskStatus::Waiting } else { TaskStatus::Completed }, Some(hint))
        }
        (_, Some(reason)) => (TaskStatus::CannotStart(reason), None),
        (Some(_), None) if !is_offered(&Ask, open) => (TaskStatus::Completed, None),
        (Some(asked), None) => {
            (TaskStatus::NotStarted, Some(format!("Version {} was with them before", asked.version)))
        }
        (None, None) => (TaskStatus::NotStarted, None),
    };
    let read = if open.shows(Area::Decisions) { "/decisions" } else { "/rapid-review/report" };
    let task = Task::new(name, place(open, &Ask, read), status);
    match hint {
        Some(hint) => task.hint(hint),
        None => task,
    }
}
