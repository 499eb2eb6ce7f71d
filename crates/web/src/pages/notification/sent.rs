//! Recording that the notification was sent. The national form is filled in elsewhere, by the council.

use case::consideration::CaseKind;
use case::notification::Notification;
use case::terms::{Abuse, Partner};
use case::{ClockKey, Command, OrganisationId, Stage, Step, StepKind, When, Word};
use chrono::NaiveTime;

use super::HOME;
use crate::case_view::{OpenCase, deadline_text};
use crate::form::common::{concerned, name_and_post, offers};
use crate::form::question::{Offer, Question, choices, known_day, line, several_of, text, time};
use crate::form::{Answers, Form, Intro, Page, Questions, Read, Recording};
use crate::session::Flash;

/// When it was sent; asked without a date that is there before, because a deadline ends by it.
pub(super) const SENT_ON: Question<When> = known_day("on", "When was the notification sent?")
    .short("Date sent")
    .called("Date the notification was sent");
/// Its number in the national system.
pub(super) const SENT_REFERENCE: Question<String> =
    line(Word::Reference, "What is the number of the notification?")
        .short("Number of the notification")
        .missing("Enter the number of the notification")
        .hint("As the national system shows it")
        .width(20);
/// Who sent it.
pub(super) const SENT_BY: Question<String> = line(Word::DecidedBy, "Who sent it?")
    .missing("Enter who sent the notification")
    .hint("Name and job title");
const TIME: Question<Option<NaiveTime>> =
    time("time", "At what time? (optional)").short("Time").hint("For example, 4:12pm. It moves no deadline");
const TOLD: Question<Vec<Partner>> =
    choices("told", "Which partners got a copy? (optional)").short("Partners who got a copy");
const TOLD_OTHERS: Question<Vec<OrganisationId>> =
    several_of("told_others", "Which other agencies or areas got a copy? (optional)")
        .short("Others who got a copy");
const REASON: Question<String> = text(Word::Reason, "Why is abuse or neglect now known or suspected?")
    .short("Why abuse or neglect is now suspected")
    .hint("2 or 3 sentences. Do not use names of children or families");

/// The notification, as sent.
pub(super) struct Sent;

fn was_death(open: &OpenCase) -> bool {
    open.case.stage == Stage::NotifiedLookedAfterDeath
}

impl Form for Sent {
    fn page(&self) -> Page {
        Page::new(StepKind::Notify, "/notification/sent", HOME, "Mark the notification as sent")
            .button("Record the notification as sent")
            .checked("Check and record the notification as sent")
    }

    fn fits(&self, open: &OpenCase) -> bool {
        let decided = open.case.consideration.notifiable.as_ref().map(|decision| decision.abuse);
        let serious =
            decided != Some(Abuse::NotSuspected) && open.case.kind != Some(CaseKind::CareLeaverDeath);
        serious || was_death(open)
    }

    fn intro(&self, open: &OpenCase) -> Intro {
        let sent =
            "We do not send it for you. Fill in the national form first, then record here that it was sent.";
        let death = "The death was notified before. This is the notification of a serious incident, because abuse or neglect \
                     is now known or suspected.";
        if was_death(open) { Intro::say(sent).and(death) } else { Intro::say(sent) }
    }

    fn questions<'a>(&'a self, open: &'a OpenCase, _answers: &'a Answers) -> Questions<'a> {
        let who = SENT_BY.starting(name_and_post(&open.visitor));
        let told = TOLD.among([Partner::Icb, Partner::Police].iter().map(Offer::of));
        let others = TOLD_OTHERS.among(offers(concerned(open)));
        let sent = Questions::new().ask(SENT_ON).ask(TIME).ask(SENT_REFERENCE).ask(who);
        sent.ask(told).ask(others).ask_if(was_death(open), REASON)
    }

    fn step(&self, _open: &OpenCase, read: &Read<'_>) -> Recording {
        Step::Notify(Notification {
            time: read.of(&TIME),
            told: read.of(&TOLD),
            told_others: read.of(&TOLD_OTHERS),
        })
        .into()
    }

    fn happens(&self, _open: &OpenCase, after: &OpenCase) -> Vec<String> {
        let met = deadline_text::met(after, ClockKey::Notification)
            .map(|met| format!("The deadline of the notification ends. {met}"));
        let due = deadline_text::due(after, ClockKey::RapidReview, "The rapid review is due");
        met.into_iter().chain(due).chain(["Nothing is sent to anybody.".to_owned()]).collect()
    }

    fn done(&self, after: &OpenCase, recorded: &[Command]) -> Flash {
        let happened = match recorded[0].on {
            When::NotKnown => "Notification recorded as sent".to_owned(),
            on @ When::Day(_) => format!("Notification recorded as sent on {on}"),
            on => format!("Notification recorded as sent in {on}"),
        };
        Flash::new(happened).next(deadline_text::together([
            deadline_text::met(after, ClockKey::Notification),
            deadline_text::due(after, ClockKey::RapidReview, "The rapid review is due"),
        ]))
    }
}
