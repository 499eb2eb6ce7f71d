//! What must hold before copies are sent, and before a report is published, held, declined or taken down.

use chrono::NaiveDate;

use super::{
    AnonymityCheck, AnonymityPoint, Audience, Copies, Publication, PublicationHold, Recipient, TakeDown,
};
use crate::clocks::recount;
use crate::decisions::Question;
use crate::events::Step;
use crate::lcspr::{require_agreement, started, taken_over};
use crate::rejection::{Problems, list};
use crate::{Case, ClockKey, Command, Event, Fact, KeyDate, Setting, When, Word, Words};

/// Checks the steps of this part of a case’s life.
pub(crate) fn check(case: &Case, command: &Command, setting: &Setting<'_>, problems: &mut Problems) {
    let Command { on, step, words } = command;
    match step {
        Step::PlanPublication(plan) => {
            problems.require(started(case), "do", "Record the decision to start an LCSPR first");
            planned_day(plan.planned, *on, problems);
        }
        Step::CheckAnonymity(check) => anonymity_check(case, check, problems),
        Step::TellOfPublication(told) => {
            problems.require(!told.who.is_empty(), "who", "Select who was told");
        }
        Step::SendCopies(copies) => send_copies(case, copies, *on, problems),
        Step::Publish(_) => publish(case, *on, setting, words, problems),
        Step::PublishImprovements(improvements) => {
            told(improvements.panel_told, improvements.secretary_of_state_told, setting, problems);
            publish_improvements(case, words, problems);
        }
        Step::HoldPublication(hold) => {
            told(hold.panel_told, hold.secretary_of_state_told, setting, problems);
            hold_publication(case, hold, *on, words, problems);
        }
        Step::ReleasePublication => {
            problems.require_word(words, Word::Reason, "Enter why publication need not wait any longer");
        }
        Step::DeclineToPublish(decline) => {
            told(decline.panel_told, decline.secretary_of_state_told, setting, problems);
            problems.require_word(words, Word::Reason, "Enter the explanation given to the Panel");
            require_agreement(case, Question::NotPublish, problems);
        }
        Step::DepositCopy => {
            problems.require_word(
                words,
                Word::Reference,
                "Enter the repository’s number or name for the copy",
            );
            let agreed = case.lcspr.agreed.is_some() || taken_over(case);
            problems.require(agreed, "do", "Record that the final report is agreed first");
        }
        Step::TakeDown(takedown) => take_down(case, takedown, command, setting, problems),
        _ => {}
    }
}

fn planned_day(planned: NaiveDate, on: When, problems: &mut Problems) {
    let day = When::Day(planned);
    if day.certainly_before(on) {
        problems
            .refuse("planned", format!("The planned day of publication cannot be before {on}, and {day} is"));
    }
}

fn told(panel: When, secretary_of_state: When, setting: &Setting<'_>, problems: &mut Problems) {
    problems.require_past("panel_told", panel, setting.today, "The date the Panel was told");
    problems.require_past(
        "secretary_of_state_told",
        secretary_of_state,
        setting.today,
        "The date the Secretary of State was told",
    );
}

fn anonymity_check(case: &Case, check: &AnonymityCheck, problems: &mut Problems) {
    problems.require(!check.checked.is_empty(), "checked", "Select what was checked");
    let written = case.lcspr.latest_draft().is_some() || taken_over(case);
    problems.require(written, "do", "Record the draft that was checked first");
}

fn send_copies(case: &Case, copies: &Copies, on: When, problems: &mut Problems) {
    problems.require(!copies.to.is_empty(), "to", "Select who got a copy");
    planned_day(copies.planned, on, problems);
    latest_is_agreed(case, problems);
}

fn publish(case: &Case, on: When, setting: &Setting<'_>, words: &Words, problems: &mut Problems) {
    problems.require_word(words, Word::Address, "Enter the public address of the report");
    latest_is_agreed(case, problems);
    copies_in_time(case, on, setting, words, problems);
    if !taken_over(case) {
        copies_sent(case, problems);
        anonymity_complete(case, problems);
        if !case.publication.told.contains(&Audience::Family) {
            problems.require_word(
                words,
                Word::Reason,
                "Record that the family was told, or enter why they were not",
            );
        }
    }
}

/// Requires a reason where publication follows the copies too soon. It happened all the same, so it is recorded.
fn copies_in_time(case: &Case, on: When, setting: &Setting<'_>, words: &Words, problems: &mut Problems) {
    let published = Event { on, fact: Fact::Published(Publication {}), words: Words::none() };
    let position = case.position_after(&[published]);
    let due = recount(ClockKey::Copies, &position, setting.rules, setting.calendar);
    if let (Ok(due), Some(sent)) = (due, case.dates.get(KeyDate::CopiesSent)) {
        let due = When::Day(due.date);
        if due.certainly_before(sent) {
            let late = format!("Copies were due on {due} and went out on {sent}. Enter why they were late");
            problems.require_word(words, Word::Reason, &late);
        }
    }
}

/// Requires that the latest text is the one that was signed off: a sign-off is of one text.
fn latest_is_agreed(case: &Case, problems: &mut Problems) {
    let latest = case.lcspr.latest_draft().map(|draft| draft.version);
    if let (Some(latest), Some(agreed)) = (latest, case.lcspr.agreed)
        && latest > agreed
    {
        problems.refuse(
            "do",
            format!(
                "The partners signed off version {agreed}, and version {latest} is newer. \
                 Record that they agree to version {latest} first"
            ),
        );
    }
}

fn copies_sent(case: &Case, problems: &mut Problems) {
    let sent = &case.publication.copies;
    let missing = [Recipient::Panel, Recipient::SecretaryOfState];
    let missing = missing.iter().filter(|who| !sent.contains_key(who));
    let missing = list(missing.map(|who| format!("the {who}")));
    if !missing.is_empty() {
        problems.refuse("do", format!("No copy is recorded for {missing}. Send it before publication"));
    }
}

fn anonymity_complete(case: &Case, problems: &mut Problems) {
    let checked = case.publication.anonymity.as_ref().map_or(&[][..], |check| &check.checked);
    let missing = list(AnonymityPoint::ALL.iter().filter(|point| !checked.contains(point)));
    if !missing.is_empty() {
        problems.refuse("do", format!("The check of anonymity is not complete. Still to check: {missing}"));
    }
}

fn publish_improvements(case: &Case, words: &Words, problems: &mut Problems) {
    problems.require_word(words, Word::Reason, "Enter why it would be wrong to publish the full report");
    problems.require_word(words, Word::Text, "Enter the improvements that are published");
    problems.require_word(words, Word::Address, "Enter the public address of the improvements");
    require_agreement(case, Question::ImprovementsOnly, problems);
}

fn hold_publication(case: &Case, hold: &PublicationHold, on: When, words: &Words, problems: &mut Problems) {
    problems.require_word(words, Word::Reason, "Enter why publication waits");
    problems.require_later("review_on", hold.review_on, on, "The date to look at the hold again");
    require_agreement(case, Question::HoldPublication, problems);
}

fn take_down(
    case: &Case,
    takedown: &TakeDown,
    command: &Command,
    setting: &Setting<'_>,
    problems: &mut Problems,
) {
    let on = command.on;
    problems.require_word(&command.words, Word::Reason, "Enter why the report is taken down");
    problems.require(case.publication.online, "do", "Nothing is online. Record the publication first");
    let until = recount(ClockKey::Online, case, setting.rules, setting.calendar);
    if let Ok(until) = until
        && !takedown.legal_order
        && on.certainly_before(When::Day(until.date))
    {
        let until = When::Day(until.date);
        problems.refuse(
            "legal_order",
            format!("The report must stay online until {until}, unless a legal order requires the takedown"),
        );
    }
}
