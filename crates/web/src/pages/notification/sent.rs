//! Recording that the notification was sent. The national form is filled in elsewhere, by the council.

use case::consideration::CaseKind;
use case::notification::Notification;
use case::terms::{Abuse, Partner};
use case::{ClockKey, Command, Move, Stage, Step, Word, Words};

use super::HOME;
use super::told::partners_said;
use crate::case_view::{OpenCase, deadline_text};
use crate::form::asked::{Asked, Question, Section, said_when};
use crate::form::case_form::{Form, Said};
use crate::form::common::{and_word, concerned, name_and_post, organisations, organisations_said};
use crate::form::data::Answers;
use crate::form::parse::Fields;

/// The notification, as sent.
pub(super) struct Sent;

fn was_death(open: &OpenCase) -> bool {
    open.case.stage == Stage::NotifiedLookedAfterDeath
}

impl Form for Sent {
    fn path(&self) -> String {
        "/notification/sent".to_owned()
    }

    fn home(&self) -> &'static str {
        HOME
    }

    fn heading(&self) -> String {
        "Mark the notification as sent".to_owned()
    }

    fn intro(&self, open: &OpenCase) -> Vec<String> {
        let sent =
            "We do not send it for you. Fill in the national form first, then record here that it was sent.";
        let death = "The death was notified before. This is the notification of a serious incident, because abuse or neglect \
                     is now known or suspected.";
        [sent].into_iter().chain(was_death(open).then_some(death)).map(str::to_owned).collect()
    }

    fn button(&self) -> &'static str {
        "Record the notification as sent"
    }

    fn step(&self, _open: &OpenCase) -> Option<Step> {
        Some(Step::Notify(Notification { time: None, told: Vec::new(), told_others: Vec::new() }))
    }

    fn fits(&self, open: &OpenCase) -> bool {
        let decided = open.case.consideration.notifiable.as_ref().map(|decision| decision.abuse);
        let serious =
            decided != Some(Abuse::NotSuspected) && open.case.kind != Some(CaseKind::CareLeaverDeath);
        open.case.stage.after(Move::Notify).is_some() && (serious || was_death(open))
    }

    fn begin(&self, open: &OpenCase) -> Answers {
        Answers::default().and("decided_by", name_and_post(&open.visitor))
    }

    fn sections(&self, open: &OpenCase, asked: Asked<'_>) -> Vec<Section> {
        let time = asked
            .line("time", "At what time? (optional)")
            .strong()
            .width(10)
            .hint("For example, 4:12pm. It moves no deadline");
        let reference = asked
            .line("reference", "What is the number of the notification?")
            .strong()
            .width(20)
            .hint("As the national system shows it");
        let who = asked.line("decided_by", "Who sent it?").strong().hint("Name and job title");
        let told =
            asked.partners("told", "Which partners got a copy? (optional)", &[Partner::Icb, Partner::Police]);
        let others = asked.organisations(
            "told_others",
            "Which other agencies or areas got a copy? (optional)",
            concerned(open),
        );
        let mut questions = vec![
            asked.when("on", "When was the notification sent?"),
            Question::new("time", time),
            Question::new("reference", reference),
            Question::new("decided_by", who),
            Question::new("told", told),
            Question::new("told_others", others),
        ];
        if was_death(open) {
            let reason = asked.text("reason", "Why is abuse or neglect now known or suspected?");
            questions.push(Question::new(
                "reason",
                reason.hint("2 or 3 sentences. Do not use names of children or families"),
            ));
        }
        vec![Section::plain(questions)]
    }

    fn read(&self, open: &OpenCase, fields: &mut Fields<'_>) -> Option<Command> {
        let on = fields.known_when("on", "Date the notification was sent", open.today);
        let time = fields.optional_time("time");
        let reference = fields.line("reference", "Enter the number of the notification");
        let who = fields.line("decided_by", "Enter who sent the notification");
        let told = fields.choices("told");
        let told_others = organisations(open, fields, "told_others");
        let reason = fields.optional_text("reason");
        let words = Words::none().and(Word::Reference, reference).and(Word::DecidedBy, who);
        let words = and_word(words, Word::Reason, reason);
        Some(Command { on, step: Step::Notify(Notification { time, told, told_others }), words })
    }

    fn said(&self, open: &OpenCase, answers: &Answers) -> Vec<Said> {
        let mut lines = vec![
            Said::new("on", "Date sent", said_when(answers, "on")),
            Said::new("time", "Time", answers.one("time")),
            Said::new("reference", "Number of the notification", answers.one("reference")),
            Said::new("decided_by", "Who sent it", answers.one("decided_by")),
            Said::new("told", "Partners who got a copy", partners_said(answers, "told")),
            Said::new(
                "told_others",
                "Others who got a copy",
                organisations_said(open, answers, "told_others"),
            ),
        ];
        if was_death(open) {
            lines.push(Said::new("reason", "Why abuse or neglect is now suspected", answers.one("reason")));
        }
        lines
    }

    fn check_heading(&self) -> Option<&'static str> {
        Some("Check and record the notification as sent")
    }

    fn happens(&self, _open: &OpenCase, after: &OpenCase) -> Vec<String> {
        let met = deadline_text::met(after, ClockKey::Notification)
            .map(|met| format!("The deadline of the notification ends. {met}"));
        let due = deadline_text::due(after, ClockKey::RapidReview, "The rapid review is due");
        met.into_iter().chain(due).chain(["Nothing is sent to anybody.".to_owned()]).collect()
    }

    fn done(&self, after: &OpenCase, command: &Command) -> (String, Option<String>) {
        let happened = match command.on {
            case::When::Day(_) => format!("Notification recorded as sent on {}", command.on),
            case::When::NotKnown => "Notification recorded as sent".to_owned(),
            when => format!("Notification recorded as sent in {when}"),
        };
        (
            happened,
            deadline_text::together([
                deadline_text::met(after, ClockKey::Notification),
                deadline_text::due(after, ClockKey::RapidReview, "The rapid review is due"),
            ]),
        )
    }
}
