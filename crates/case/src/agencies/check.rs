//! What must hold before a request to an agency, or its answer, is recorded.

use chrono::NaiveDate;

use super::{AgencyRequest, AgencyReturn, Holds, Request};
use crate::events::Step;
use crate::rejection::Problems;
use crate::{Case, Command, OrganisationId, Setting, Stage, When, Word};

/// Checks the steps of this part of a case's life.
pub(crate) fn check(case: &Case, command: &Command, _setting: &Setting<'_>, problems: &mut Problems) {
    let words = &command.words;
    match &command.step {
        Step::AskAgency(request) => ask(case, request, command.on, problems),
        Step::ReturnSummary(answer) => return_summary(case, answer, command, problems),
        Step::AcknowledgeRequest(answer) => {
            open_request(case, answer.agency, problems);
        }
        Step::ChaseAgency(agency) => {
            open_request(case, agency.agency, problems);
        }
        Step::EscalateReturn(agency) => {
            open_request(case, agency.agency, problems);
            problems.require_word(words, Word::Who, "Enter the senior the late return was taken to");
        }
        Step::ReopenReturn(reopened) => {
            problems.require_word(words, Word::Reason, "Enter why the return is opened again");
            let answered =
                request(case, reopened.agency, problems).is_none_or(|request| request.holds.is_some());
            problems.require(answered, "agency", "This agency has not answered yet, so its return is open");
            due_not_before(command.on, reopened.due, problems);
        }
        Step::WithdrawRequest(agency) => {
            open_request(case, agency.agency, problems);
            problems.require_word(words, Word::Reason, "Enter why the request is withdrawn");
        }
        _ => {}
    }
}

fn ask(case: &Case, asked: &AgencyRequest, on: When, problems: &mut Problems) {
    let gathering = matches!(
        case.stage,
        Stage::Notified
            | Stage::RapidReviewOpen
            | Stage::AgencyReturns
            | Stage::RapidReviewMeeting
            | Stage::AlternativeReview
    );
    problems.require(
        gathering,
        "do",
        "Agencies are asked from the notification until the report goes to the partners, or for an alternative review",
    );
    let asked_already = case.agencies.requests.get(&asked.agency).is_some_and(|request| !request.withdrawn);
    problems.require(
        !asked_already,
        "agency",
        "This agency has been asked already. Chase it, or open its return again",
    );
    due_not_before(on, asked.due, problems);
}

fn return_summary(case: &Case, answer: &AgencyReturn, command: &Command, problems: &mut Problems) {
    if let Some(request) = open_request(case, answer.agency, problems)
        && command.on.certainly_before(request.asked_on)
    {
        problems.refuse(
            "on",
            format!(
                "The answer ({}) cannot be before the request ({}). Check both dates",
                command.on, request.asked_on
            ),
        );
    }
    match answer.holds {
        Holds::Information => problems.require_word(&command.words, Word::Summary, "Enter a summary of what is held"),
        Holds::Nothing => problems.require(
            !answer.chronology,
            "chronology",
            "An agency that holds nothing has no chronology. Choose “information held”, or leave the chronology out",
        ),
    }
}

/// The latest request to an agency that still counts.
fn request<'a>(case: &'a Case, agency: OrganisationId, problems: &mut Problems) -> Option<&'a Request> {
    let request = case.agencies.requests.get(&agency).filter(|request| !request.withdrawn);
    problems.require(request.is_some(), "agency", "This agency has not been asked. Ask it first");
    request
}

fn open_request<'a>(case: &'a Case, agency: OrganisationId, problems: &mut Problems) -> Option<&'a Request> {
    let request = request(case, agency, problems)?;
    problems.require(
        request.is_open(),
        "agency",
        "This agency has answered already. Open its return again first",
    );
    Some(request)
}

fn due_not_before(on: When, due: NaiveDate, problems: &mut Problems) {
    let due = When::Day(due);
    if due.certainly_before(on) {
        problems.refuse(
            "due",
            format!("The due date ({due}) cannot be before the request ({on}). Check both dates"),
        );
    }
}
