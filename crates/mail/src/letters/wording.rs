//! What each kind of reminder says: one table.

use case::reminders::Kind;

use super::item::{Item, Left, days};

/// What one kind of reminder says. In its texts `{case}` stands for the reference, `{the case}` for “case” and the
/// reference, and `{action}` for the number of an action and its case.
pub(crate) struct Wording {
    /// Its number in the list of letters.
    pub(crate) number: &'static str,
    subject: Subject,
    task: &'static str,
    /// What to do, and what follows.
    pub(super) todo: &'static str,
}

/// How a subject is made with the time that is left.
enum Subject {
    /// “… is due in 2 working days”.
    IsDue(&'static str),
    /// “Due in 2 working days: …”.
    WhenFirst(&'static str),
    /// “… by 20 April 2026”.
    By(&'static str),
    /// “… on 2 June 2026”.
    On(&'static str),
    /// The text alone.
    Plain(&'static str),
}

/// A day as subjects say it.
const DAY: &str = "%-d %B %Y";

use Subject::{By, IsDue, On, Plain, WhenFirst};

/// What a kind of reminder says.
#[expect(clippy::too_many_lines, reason = "a table, read best in one place")]
pub(crate) fn wording(kind: Kind) -> Wording {
    let say = |number, subject, task, todo| Wording { number, subject, task, todo };
    match kind {
        Kind::Notification => say(
            "E06",
            IsDue("Notification for {case}"),
            "Notification for {the case}",
            "Send the notification, then record that it was sent. When it is recorded, these reminders stop.",
        ),
        Kind::PartnersTold => say(
            "E06",
            WhenFirst("tell the partners of {the case}"),
            "Telling the safeguarding partners of {the case}",
            "Tell the safeguarding partners, then record whom you told.",
        ),
        Kind::AgencyReturn => say(
            "E09",
            WhenFirst("information for {the case}"),
            "Information for {the case}",
            "Answer in the service: you hold information, you hold none, or you are still looking. Do not reply to this email with information.",
        ),
        Kind::PartnerDecisions => say(
            "E15",
            WhenFirst("your decision on {case}"),
            "Your decision on {the case}",
            "Read what is proposed and record your decision. The report has to reach the National Panel in time even when a decision is missing.",
        ),
        Kind::RapidReview => say(
            "E20",
            IsDue("Rapid review for {case}"),
            "Rapid review for {the case}",
            "The page shows what is missing. When the report is recorded as sent to the National Panel, these reminders stop.",
        ),
        Kind::Milestone => say(
            "E20",
            WhenFirst("a local target of {the case}"),
            "A local target of {the case}",
            "A local target is nobody’s law. It helps the rapid review to be in time.",
        ),
        Kind::PanelReply => say(
            "E23",
            Plain("No reply yet from the National Panel on {case}"),
            "Reply of the National Panel on {the case}",
            "Ask the National Panel, and record its reply when it comes.",
        ),
        Kind::PanelQueryReply => say(
            "E23",
            WhenFirst("reply to the National Panel on {case}"),
            "Reply to the National Panel on {the case}",
            "Send the reply, then record that it was sent.",
        ),
        Kind::AdvicePoint => say(
            "E23",
            WhenFirst("advice of the National Panel on {case}"),
            "Advice of the National Panel on {the case}",
            "Record what was done about it.",
        ),
        Kind::AlternativeReview => say(
            "E20",
            WhenFirst("the other review of {the case}"),
            "The review in place of a statutory one of {the case}",
            "Record that it has ended, and what was learnt.",
        ),
        Kind::Lcspr => say(
            "E26",
            By("LCSPR for {case} must be published"),
            "Publishing the LCSPR for {the case}",
            "The page shows what is open. If it cannot be published in time, tell the National Panel why and record that you did.",
        ),
        Kind::HoldReview => say(
            "E26",
            WhenFirst("look again at the hold of {the case}"),
            "Looking again at the hold of the LCSPR for {the case}",
            "Record whether the review resumes, or until when it is held.",
        ),
        Kind::PublicationHoldReview => say(
            "E26",
            WhenFirst("look again at publishing {the case}"),
            "Looking again at the hold of publication for {the case}",
            "Record whether the report is published, or until when it is held.",
        ),
        Kind::Copies => say(
            "E28",
            By("Final report for {case} must be sent"),
            "Sending the final report for {the case} before publication",
            "Send copies to the National Panel and the Secretary of State, then record that they were sent.",
        ),
        Kind::Online => say(
            "E30",
            Plain("Decide whether a review stays online"),
            "Whether the report of {the case} stays online",
            "Do not take it offline before that day. Decide whether it stays online after it, and record it if it is taken down.",
        ),
        Kind::Action => say("E32", WhenFirst("{action}"), "{action}", "Say how it goes, or that it is done."),
        Kind::AccessGiven => say(
            "E05",
            Plain("You have been given access to {the case}"),
            "You have been given access to {the case}",
            "Open the case to see what is asked of you.",
        ),
        Kind::InformationAsked => say(
            "E08",
            By("Information needed for {the case}"),
            "Your agency is asked for information for {the case}",
            "Answer in the service: you hold information, you hold none, or you are still looking. Do not reply to this email with information.",
        ),
        Kind::AgencyReminded => say(
            "E09",
            Plain("Information is still needed for {the case}"),
            "Your agency has not answered yet for {the case}",
            "Answer in the service: you hold information, you hold none, or you are still looking. Do not reply to this email with information.",
        ),
        Kind::MoreAsked => say(
            "E11",
            Plain("More information needed for {the case}"),
            "Your agency is asked for more information for {the case}",
            "The page shows what is asked. Do not reply to this email with information.",
        ),
        Kind::DecisionAsked => say(
            "E14",
            By("Your decision is needed"),
            "Your decision on {the case} is needed",
            "Read what is proposed and record your decision.",
        ),
        Kind::MoreInformationNeeded => say(
            "E17",
            Plain("Answer a partner’s question on {case}"),
            "A partner needs more information on {the case}",
            "The question is in the service.",
        ),
        Kind::DecisionRecorded => say(
            "E18",
            Plain("A decision was recorded for you"),
            "A decision on {the case} was recorded for you",
            "Look whether it is right. If it is not, record your own decision or phone the business unit.",
        ),
        Kind::PartnersDecided => say(
            "E19",
            Plain("All 3 partners have decided on {case}"),
            "All 3 partners have decided on {the case}, and agree",
            "The page shows what is next.",
        ),
        Kind::PartnersDiffer => say(
            "E19",
            Plain("Partners do not agree on {case}"),
            "The 3 partners have decided on {the case}, and do not agree",
            "The page shows what each decided and what is next.",
        ),
        Kind::SentToPanel => say(
            "E21",
            Plain("Rapid review for {case} was sent to the National Panel"),
            "The rapid review for {the case} was sent to the National Panel",
            "There is nothing to do until the National Panel replies.",
        ),
        Kind::PanelReplied => say(
            "E22",
            Plain("The National Panel has replied on {case}"),
            "The National Panel has replied on {the case}",
            "The page shows what it says and what is next.",
        ),
        Kind::ReviewerAppointed => say(
            "E24",
            Plain("You have been appointed to a review"),
            "You have been appointed to the review of {the case}",
            "Read the terms of reference first.",
        ),
        Kind::DraftShared => say(
            "E25",
            By("Comments needed on a draft"),
            "A draft of the report for {the case} waits for your comments",
            "Read the draft and record your comments.",
        ),
        Kind::DelayRecorded => say(
            "E27",
            Plain("A delay was recorded on {case}"),
            "A delay was recorded on {the case}",
            "The page shows the dates and whether the National Panel was told.",
        ),
        Kind::Published => say(
            "E29",
            Plain("A review has been published"),
            "The review of {the case} has been published",
            "The page says where it is to be read.",
        ),
        Kind::Withdrawn => say(
            "E29",
            Plain("A published review was taken offline"),
            "The report of {the case} was taken offline",
            "The page says why.",
        ),
        Kind::ActionGiven => say(
            "E31",
            By("You have a new action"),
            "You have a new action, {action}",
            "The page says what is to be done and how we will know.",
        ),
        Kind::NotDelivered => say(
            "E40",
            Plain("An email was not delivered"),
            "An email on {the case} was not delivered",
            "Phone whoever did not get it.",
        ),
        Kind::DraftEnds => say(
            "E39",
            On("A draft will be deleted"),
            "Something you began to write and have not sent will be deleted",
            "Open it from your account and send it, or save it again to keep it longer.",
        ),
        Kind::Digest => {
            say("E38", Plain("What is due for you"), "What is due for you", "Look at what is due.")
        }
        Kind::ActionClosed => {
            say("E34", Plain("{Action} is closed"), "{Action} is closed", "There is nothing left to do.")
        }
    }
}

impl Wording {
    /// The subject of a letter about one item.
    pub(super) fn subject(&self, item: &Item) -> String {
        let subject = match (&self.subject, item.left, item.due) {
            (By(text), Left::Overdue(_), _) => format!("Overdue: {}", uncapitalised(text)),
            (By(text), _, Some(due)) => format!("{text} by {}", due.format(DAY)),
            (On(text), _, Some(due)) => format!("{text} on {}", due.format(DAY)),
            (Plain(text), ..) | (By(text) | On(text), _, None) => (*text).to_owned(),
            (IsDue(text), Left::Today | Left::News, _) => format!("{text} is due today"),
            (IsDue(text), Left::Days(0), Some(due)) => format!("{text} is due by {}", due.format(DAY)),
            (IsDue(text), Left::Days(left), _) => format!("{text} is due in {}", days(left)),
            (IsDue(text), Left::Overdue(0), _) => format!("{text} is overdue"),
            (IsDue(text), Left::Overdue(by), _) => format!("{text} is {} overdue", days(by)),
            (WhenFirst(text), Left::Today | Left::News, _) => format!("Due today: {text}"),
            (WhenFirst(text), Left::Days(0), Some(due)) => format!("Due by {}: {text}", due.format(DAY)),
            (WhenFirst(text), Left::Days(left), _) => format!("Due in {}: {text}", days(left)),
            (WhenFirst(text), Left::Overdue(_), _) => format!("Overdue: {text}"),
        };
        filled(&subject, item)
    }

    /// The name of the task in the letter.
    pub(super) fn task(&self, item: &Item) -> String {
        let task = filled(self.task, item);
        let mut letters = task.chars();
        letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
    }
}

fn filled(text: &str, item: &Item) -> String {
    let (case, the_case) = (item.case.to_string(), item.case.the());
    let action = match item.action {
        Some(number) => format!("ction {number} of {case}"),
        None => format!("ction of {case}"),
    };
    text.replace("{case}", &case)
        .replace("{the case}", &the_case)
        .replace("{action}", &format!("a{action}"))
        .replace("{Action}", &format!("A{action}"))
}

/// A text that follows a colon. Words in capitals stay as they are.
fn uncapitalised(text: &str) -> String {
    let mut letters = text.chars();
    match (letters.next(), letters.next()) {
        (Some(first), Some(second)) if second.is_lowercase() => {
            first.to_lowercase().chain([second]).chain(letters).collect()
        }
        _ => text.to_owned(),
    }
}
