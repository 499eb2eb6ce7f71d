//! The tasks of publication, in the order in which the work happens.

use case::{Case, ClockKey, Course, Fact, Stage};

use super::anonymity::Anonymity;
use super::copies::{self, SentCopies};
use super::deposit::Deposit;
use super::informed::Informed;
use super::plan::Plan;
use super::release::Release;
use super::take_down::TakenOffline;
use super::{dates, decide, is_before_publication, unchecked, uninformed, without_copy};
use crate::case_view::OpenCase;
use crate::case_view::entries::Entries;
use crate::components::{Html, SummaryList, SummaryRow, Task, TaskList, TaskStatus};
use crate::form::Form;
use crate::form::case_form::is_offered;
use crate::text::date;
use crate::text::grammar::and;

/// A task as it stands.
struct Stands {
    name: &'static str,
    status: TaskStatus,
    hint: String,
    href: Option<String>,
}

/// The list; for somebody who records nothing here, how far each is.
pub(super) fn list(open: &OpenCase) -> Html {
    let tasks = all(open);
    if tasks.iter().all(|task| task.href.is_none()) {
        return Html::of(tasks.into_iter().fold(SummaryList::new(), |list, task| list.row(read_only(task))));
    }
    Html::of(tasks.into_iter().fold(TaskList::new(), |list, task| list.task(drawn(task))))
}

fn drawn(task: Stands) -> Task {
    let (status, href) = match (task.status, task.href) {
        (status, Some(href)) => (status, href),
        (TaskStatus::CannotStart(why), None) => (TaskStatus::CannotStart(why), String::new()),
        (_, None) => (TaskStatus::CannotStart(task.hint.clone()), String::new()),
    };
    let drawn = Task::new(task.name, href, status);
    if task.hint.is_empty() { drawn } else { drawn.hint(task.hint) }
}

fn read_only(task: Stands) -> SummaryRow {
    let status = match task.status {
        TaskStatus::NotStarted => "Not started".to_owned(),
        TaskStatus::InProgress => "In progress".to_owned(),
        TaskStatus::Waiting => "Waiting for others".to_owned(),
        TaskStatus::Completed => "Completed".to_owned(),
        TaskStatus::CannotStart(why) => format!("Cannot start yet. {why}"),
    };
    let more = if task.hint.is_empty() { status } else { format!("{status}\n{}", task.hint) };
    SummaryRow::new(task.name, more)
}

/// Where a task leads: to its form, or where that is done, to what was recorded.
fn href(open: &OpenCase, form: &dyn Form, is: impl Fn(&Fact) -> bool) -> Option<String> {
    if is_offered(form, open) {
        return Some(open.address(&form.page().path));
    }
    let entry = Entries::of(&open.case).last(is).map(|(number, _)| number);
    entry.filter(|_| open.is_business_unit()).map(|number| open.address(&format!("/history/{number}")))
}

fn progress<T>(left: &[T], of: usize) -> TaskStatus {
    match left.len() {
        0 => TaskStatus::Completed,
        left if left == of => TaskStatus::NotStarted,
        _ => TaskStatus::InProgress,
    }
}

fn all(open: &OpenCase) -> Vec<Stands> {
    let case = &open.case;
    let before = is_before_publication(case);
    let mut tasks =
        vec![plan(open), anonymity(open), sent(open), informed(open), publish(open), deposit(open)];
    tasks.extend(review(open));
    // Of what was not done and cannot be done any more there is nothing to say.
    tasks.retain(|task| before || task.href.is_some() || task.status == TaskStatus::Completed);
    tasks
}

fn plan(open: &OpenCase) -> Stands {
    let planned = open.case.publication.planned;
    Stands {
        name: "Plan the date",
        status: if planned.is_some() { TaskStatus::Completed } else { TaskStatus::NotStarted },
        hint: planned.map(date::weekday).unwrap_or_default(),
        href: href(open, &Plan, |fact| matches!(fact, Fact::PublicationPlanned(_) | Fact::CopiesSent(_))),
    }
}

fn anonymity(open: &OpenCase) -> Stands {
    let left = unchecked(&open.case);
    let is_written = open.case.lcspr.latest_draft().is_some() || case::lcspr::taken_over(&open.case);
    let status = match progress(&left, case::publication::AnonymityPoint::ALL.len()) {
        TaskStatus::NotStarted if !is_written => {
            TaskStatus::CannotStart("A draft of the report comes first".to_owned())
        }
        status => status,
    };
    let hint = if status == TaskStatus::InProgress {
        format!("Still to check: {}", and(&left))
    } else {
        String::new()
    };
    let href = href(open, &Anonymity, |fact| matches!(fact, Fact::AnonymityChecked(_)));
    Stands { name: "Check anonymity", status, hint, href }
}

fn sent(open: &OpenCase) -> Stands {
    let left = without_copy(&open.case);
    let href = href(open, &SentCopies, |fact| matches!(fact, Fact::CopiesSent(_)));
    let status = match progress(&left, 2) {
        TaskStatus::NotStarted
            if !matches!(open.case.stage, Stage::FinalReportAgreed | Stage::PrePublication) =>
        {
            TaskStatus::CannotStart("The three partners sign off the final report first".to_owned())
        }
        status => status,
    };
    let hint = match status {
        TaskStatus::InProgress => format!("Still to send to {}", copies::names(&left)),
        _ => String::new(),
    };
    Stands { name: "Send copies to the National Panel and the Secretary of State", status, hint, href }
}

fn informed(open: &OpenCase) -> Stands {
    let left = uninformed(&open.case);
    let status = progress(&left, case::publication::Audience::ALL.len());
    let hint = if status == TaskStatus::InProgress {
        format!("Still to tell: {}", and(&left))
    } else {
        String::new()
    };
    let href = href(open, &Informed, |fact| matches!(fact, Fact::PublicationTold(_)));
    Stands { name: "Tell family, staff and press office", status, hint, href }
}

/// Whether something was published, or it was decided that nothing is.
fn is_decided(case: &Case) -> bool {
    case.publication.online || matches!(case.stage, Stage::NotPublished)
}

fn publish(open: &OpenCase) -> Stands {
    let case = &open.case;
    let is_end = |fact: &Fact| {
        matches!(fact, Fact::Published(_) | Fact::ImprovementsPublished(_) | Fact::PublicationDeclined(_))
    };
    let (status, hint, href) = match &case.publication.hold {
        _ if is_decided(case) || Entries::of(case).last(is_end).is_some() => {
            (TaskStatus::Completed, String::new(), href(open, &Release, is_end))
        }
        Some(hold) => (
            TaskStatus::Waiting,
            format!("Held. Look at it again on {}", date::weekday(hold.review_on)),
            href(open, &Release, |_| false),
        ),
        None if decide::is_open(open) => {
            (TaskStatus::NotStarted, String::new(), Some(open.address("/publication/decide")))
        }
        None => {
            let why = "The three partners sign off the final report first".to_owned();
            (TaskStatus::CannotStart(why), String::new(), None)
        }
    };
    Stands { name: "Publish", status, hint, href }
}

fn deposit(open: &OpenCase) -> Stands {
    let status = match open.case.publication.deposited {
        true => TaskStatus::Completed,
        false if super::deposit::has_final_report(open) => TaskStatus::NotStarted,
        false => TaskStatus::CannotStart("The three partners sign off the final report first".to_owned()),
    };
    let href = href(open, &Deposit, |fact| matches!(fact, Fact::CopyDeposited));
    Stands { name: "Send to the national repository", status, hint: String::new(), href }
}

/// Looking after a year whether what was published stays online; none where nothing was.
fn review(open: &OpenCase) -> Option<Stands> {
    let clocks = open.clocks();
    let online = clocks.iter().find(|clock| clock.key == ClockKey::Online)?;
    let until = dates::online_until(open);
    let (status, hint) = match online.course {
        Course::NotNeeded(_) if !open.case.publication.online => return None,
        Course::NotStarted => {
            (TaskStatus::CannotStart("Something is published first".to_owned()), String::new())
        }
        Course::Ended(_) => (TaskStatus::Completed, "Taken down".to_owned()),
        Course::Open | Course::NotNeeded(_) => match until {
            Some(until) if open.today < until => {
                let day = online.not_before(open.calendar()).unwrap_or(until);
                (TaskStatus::Waiting, format!("Not before {}", date::weekday(day)))
            }
            _ => (TaskStatus::NotStarted, "Decide whether it stays online".to_owned()),
        },
    };
    let href = href(open, &TakenOffline, |fact| matches!(fact, Fact::TakenDown(_)));
    Some(Stands { name: "Review after a year", status, hint, href })
}
