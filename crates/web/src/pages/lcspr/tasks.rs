//! The tasks of the review in their order, each with how far it is.

use case::decisions::Question;
use case::lcspr::Contact;
use case::terms::Partner;
use case::{Area, Fact, Stage};

use super::agreement::agreed;
use super::commission::Commissioned;
use super::decide::Decide;
use super::draft_comment::Comment;
use super::draft_new::NewDraft;
use super::event::Event;
use super::family::Family;
use super::key_line_new::NewKeyLine;
use super::monitoring::Monitoring;
use super::sign_off::SignOff;
use super::terms::Terms;
use super::{before_publication, is_under_way};
use crate::case_view::OpenCase;
use crate::case_view::entries::Entries;
use crate::components::{Task, TaskList, TaskStatus};
use crate::form::Form;
use crate::form::case_form::is_offered;
use crate::text::date;
use crate::text::date::weekday;
use crate::text::grammar::several;

/// The list.
pub(super) fn list(open: &OpenCase, entries: &Entries<'_>) -> TaskList {
    let all = [
        Some(decision(open, entries)),
        Some(commission(open)),
        Some(independence(open)),
        Some(terms(open)),
        Some(key_lines(open)),
        Some(family(open, entries)),
        Some(events(open, entries)),
        Some(monitoring(open)),
        Some(drafts(open)),
        Some(fact_checking(open, entries)),
        Some(sign_off(open)),
        publication(open),
    ];
    all.into_iter().flatten().fold(TaskList::new(), TaskList::task)
}

/// A task with the form where it is done, or the part of the page that shows it.
fn task(open: &OpenCase, name: &str, form: &dyn Form, part: &str, status: TaskStatus) -> Task {
    let href = if is_offered(form, open) { open.address(&form.page().path) } else { format!("#{part}") };
    Task::new(name, href, status)
}

/// The status of what is not there: to be done, or never done.
fn missing(open: &OpenCase) -> TaskStatus {
    if is_under_way(open) {
        TaskStatus::NotStarted
    } else {
        TaskStatus::CannotStart("Not recorded while the review was conducted".to_owned())
    }
}

/// The status of what goes on until the sign-off.
fn going_on(open: &OpenCase) -> TaskStatus {
    if is_under_way(open) { TaskStatus::InProgress } else { TaskStatus::Completed }
}

fn decision(open: &OpenCase, entries: &Entries<'_>) -> Task {
    let decided = entries.last(|fact| matches!(fact, Fact::LcsprDecided(_)));
    let done = decided.map(|(_, event)| date::when(event.on));
    let hint = done.unwrap_or_else(|| "Decided before the case was brought in".to_owned());
    task(open, "Decision to start", &Decide, "decision", TaskStatus::Completed).hint(hint)
}

fn commission(open: &OpenCase) -> Task {
    let name = "Commission the reviewer";
    match &open.case.lcspr.commission {
        Some(_) => task(open, name, &Commissioned, "reviewer", TaskStatus::Completed),
        None => task(open, name, &Commissioned, "reviewer", missing(open)),
    }
}

fn independence(open: &OpenCase) -> Task {
    let checked = open.case.lcspr.commission.as_ref().is_some_and(|commission| commission.independent);
    let status = if checked { TaskStatus::Completed } else { missing(open) };
    task(open, "Check independence", &Commissioned, "reviewer", status)
}

fn terms(open: &OpenCase) -> Task {
    match open.case.lcspr.terms {
        Some(version) => task(open, "Terms of reference", &Terms, "reviewer", TaskStatus::Completed)
            .hint(format!("Version {version}")),
        None => task(open, "Terms of reference", &Terms, "reviewer", missing(open)),
    }
}

fn key_lines(open: &OpenCase) -> Task {
    let lines = &open.case.lcspr.key_lines;
    let (all, traced) = (lines.len(), lines.values().filter(|traced| **traced).count());
    let name = "Key lines of enquiry";
    if all == 0 {
        return task(open, name, &NewKeyLine, "key-lines", missing(open));
    }
    let status = if traced == all { TaskStatus::Completed } else { TaskStatus::InProgress };
    Task::new(name, "#key-lines", status).hint(format!("{traced} of {all} traced to a finding"))
}

fn family(open: &OpenCase, entries: &Entries<'_>) -> Task {
    let name = "Tell and involve the family";
    let Some((_, last)) = entries.last(|fact| matches!(fact, Fact::FamilyContacted(_))) else {
        return task(open, name, &Family, "family", missing(open));
    };
    let Fact::FamilyContacted(contact) = &last.fact else {
        return task(open, name, &Family, "family", missing(open));
    };
    let done = contact.contact == Contact::ToldOfFindings;
    let status = if done { TaskStatus::Completed } else { going_on(open) };
    let told = task(open, name, &Family, "family", status);
    match contact.review_on {
        Some(day) => told.hint(format!("To be looked at again on {}", weekday(day))),
        None => told,
    }
}

fn events(open: &OpenCase, entries: &Entries<'_>) -> Task {
    let count = entries.all(|fact| matches!(fact, Fact::PractitionerEventHeld(_))).count();
    match count {
        0 => task(open, "Practitioner events", &Event, "events", missing(open)),
        count => task(open, "Practitioner events", &Event, "events", going_on(open))
            .hint(several(count, "event", "events")),
    }
}

fn monitoring(open: &OpenCase) -> Task {
    let name = "Check time and quality";
    match open.case.lcspr.checks {
        0 => task(open, name, &Monitoring, "monitoring", missing(open)),
        count => task(open, name, &Monitoring, "monitoring", going_on(open)).hint(several(
            count.into(),
            "check",
            "checks",
        )),
    }
}

fn drafts(open: &OpenCase) -> Task {
    let Some(latest) = open.case.lcspr.latest_draft() else {
        let status = match open.case.stage {
            Stage::LcsprDecided => TaskStatus::CannotStart("After a reviewer is appointed".to_owned()),
            _ => missing(open),
        };
        return task(open, "Drafts", &NewDraft, "drafts", status);
    };
    let due = latest.comments_due.map(|due| format!(", comments due {}", weekday(due))).unwrap_or_default();
    Task::new("Drafts", "#drafts", going_on(open)).hint(format!("Draft {}{due}", latest.version))
}

fn fact_checking(open: &OpenCase, entries: &Entries<'_>) -> Task {
    let Some(latest) = open.case.lcspr.latest_draft() else {
        return Task::new(
            "Fact checking",
            "#drafts",
            TaskStatus::CannotStart("After a first draft".to_owned()),
        );
    };
    let checks = entries.all(|fact| {
        let of_it = matches!(fact, Fact::DraftCommented(of) if of.fact_check && of.version == latest.version);
        of_it && open.shows(Area::of(fact))
    });
    let (version, count) = (latest.version, checks.count());
    let form = Comment::of_version(version);
    let status = match count {
        _ if !before_publication(open) => TaskStatus::Completed,
        0 => TaskStatus::Waiting,
        _ => going_on(open),
    };
    task(open, "Fact checking", &form, "drafts", status)
        .hint(format!("{} of draft {version}", several(count, "check of facts", "checks of facts")))
}

fn sign_off(open: &OpenCase) -> Task {
    let name = "Sign-off by the three partners";
    let lcspr = &open.case.lcspr;
    let Some(latest) = lcspr.latest_draft() else {
        return Task::new(name, "#sign-off", TaskStatus::CannotStart("After a draft".to_owned()));
    };
    let signed = lcspr.agreed == Some(latest.version);
    let status = if signed { TaskStatus::Completed } else { TaskStatus::Waiting };
    let (count, all) = (agreed(open, Question::SignOff), Partner::ALL.len());
    let hint = match (signed, open.shows(Area::Decisions)) {
        (true, _) => format!("Version {}", latest.version),
        (false, true) => format!("{count} of {all} agree to draft {}", latest.version),
        (false, false) => format!("Draft {}", latest.version),
    };
    let part = if open.shows(Area::Decisions) { "sign-off" } else { "drafts" };
    task(open, name, &SignOff, part, status).hint(hint)
}

fn publication(open: &OpenCase) -> Option<Task> {
    let status = match open.case.publication.planned {
        Some(_) => TaskStatus::Completed,
        None => TaskStatus::NotStarted,
    };
    let task = Task::new("Publication plan", open.address("/publication"), status);
    let task = match open.case.publication.planned {
        Some(day) => task.hint(format!("Planned for {}", weekday(day))),
        None => task,
    };
    open.shows(Area::Publication).then_some(task)
}
