//! What the partners have to do when they reconsider.

use case::Stage;
use case::decisions::Question;

use crate::case_view::OpenCase;
use crate::components::{Task, TaskList, TaskStatus};

/// The tasks in their order; none where nobody reconsiders.
pub(super) fn tasks(open: &OpenCase) -> Option<TaskList> {
    (open.case.stage == Stage::PartnersReconsidering).then(|| {
        TaskList::new().id("reconsidering").task(report(open)).task(decisions(open)).task(ending(open))
    })
}

fn report(open: &OpenCase) -> Task {
    let review = &open.case.rapid_review;
    let version = |report: Option<&case::rapid_review::Report>| report.map(|report| report.version);
    let (latest, put, sent) = (version(review.latest()), version(review.put()), version(review.sent()));
    let (status, hint) = match () {
        () if latest != put => {
            (TaskStatus::InProgress, "A new version is written and not with the partners yet")
        }
        () if put != sent => (TaskStatus::Completed, "A new version is with the partners"),
        () => (
            TaskStatus::NotStarted,
            "Only if the recommendation changes. Then each partner decides on the new version",
        ),
    };
    Task::new("Change the report and put it to the partners", open.address("/rapid-review"), status)
        .hint(hint)
}

fn decisions(open: &OpenCase) -> Task {
    let decided = 3 - open.case.undecided(Question::Reconsideration).len();
    let status = match decided {
        _ if open.case.has_decided_afresh() => TaskStatus::Completed,
        0 => TaskStatus::NotStarted,
        _ => TaskStatus::Waiting,
    };
    Task::new("Each partner decides again", open.address("/decisions"), status)
        .hint(format!("{decided} of 3 decided"))
}

fn ending(open: &OpenCase) -> Task {
    let name = "Start an LCSPR, or end at the rapid review";
    let href = open.address("/panel/what-follows");
    if open.case.has_decided_afresh() {
        Task::new(name, href, TaskStatus::NotStarted)
    } else {
        let why = "All three partners decide again first, or their disagreement is taken higher";
        Task::new(name, href, TaskStatus::CannotStart(why.to_owned()))
    }
}
