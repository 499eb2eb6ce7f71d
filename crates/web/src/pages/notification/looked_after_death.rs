//! The death of a looked-after child where neither abuse nor neglect is known or suspected: notified, and no rapid review.

use case::consideration::CaseKind;
use case::notification::LookedAfterDeath;
use case::terms::Abuse;
use case::{Command, Move, Step, Word, Words};

use super::HOME;
use crate::case_view::{OpenCase, deadline_text};
use crate::form::asked::{Asked, Question, Section, said, said_when};
use crate::form::case_form::{Form, Said};
use crate::form::common::name_and_post;
use crate::form::data::Answers;
use crate::form::parse::Fields;

/// The notification of the death.
pub(super) struct LookedAfter;

impl Form for LookedAfter {
    fn path(&self) -> String {
        "/notification/looked-after-death".to_owned()
    }

    fn home(&self) -> &'static str {
        HOME
    }

    fn heading(&self) -> String {
        "Record the notification of a looked-after child’s death".to_owned()
    }

    fn intro(&self, _open: &OpenCase) -> Vec<String> {
        vec!["The death goes to the Secretary of State and Ofsted. The rule is for deaths only; serious harm is notified as a \
              serious incident."
            .to_owned()]
    }

    fn button(&self) -> &'static str {
        "Record the notification of the death"
    }

    fn step(&self, _open: &OpenCase) -> Option<Step> {
        Some(Step::NotifyLookedAfterDeath(LookedAfterDeath { abuse: Abuse::NotSuspected }))
    }

    fn fits(&self, open: &OpenCase) -> bool {
        let decided = open.case.consideration.notifiable.as_ref().map(|decision| decision.abuse);
        let suspected = decided.is_some_and(|abuse| abuse != Abuse::NotSuspected);
        let looked_after =
            open.case.kind == Some(CaseKind::LookedAfterDeath) || decided == Some(Abuse::NotSuspected);
        let leaver = open.case.kind == Some(CaseKind::CareLeaverDeath);
        open.case.stage.after(Move::NotifyLookedAfterDeath).is_some() && looked_after && !suspected && !leaver
    }

    fn begin(&self, open: &OpenCase) -> Answers {
        Answers::default().and("decided_by", name_and_post(&open.visitor))
    }

    fn sections(&self, _open: &OpenCase, asked: Asked<'_>) -> Vec<Section> {
        let abuse = asked.radios("abuse", "Is abuse or neglect known or suspected?", Abuse::ALL);
        vec![Section::plain(
            [vec![Question::new("abuse", abuse)], sent(asked)].into_iter().flatten().collect(),
        )]
    }

    fn read(&self, open: &OpenCase, fields: &mut Fields<'_>) -> Option<Command> {
        let abuse = fields.choice("abuse", "Select whether abuse or neglect is known or suspected");
        let (on, words) = read_sent(open, fields);
        Some(Command { on, step: Step::NotifyLookedAfterDeath(LookedAfterDeath { abuse: abuse? }), words })
    }

    fn said(&self, _open: &OpenCase, answers: &Answers) -> Vec<Said> {
        let abuse = Said::new("abuse", "Abuse or neglect", said(answers.one("abuse"), Abuse::ALL));
        [vec![abuse], said_sent(answers)].into_iter().flatten().collect()
    }

    fn check_heading(&self) -> Option<&'static str> {
        Some("Check and record the notification of the death")
    }

    fn happens(&self, _open: &OpenCase, after: &OpenCase) -> Vec<String> {
        let met = deadline_text::met(after, case::ClockKey::Notification)
            .map(|met| format!("The deadline of the notification ends. {met}"));
        let no_review = "No rapid review follows. Its stages read “Not needed”.";
        let later = "If abuse or neglect is suspected later, a serious incident can still be notified.";
        met.into_iter().chain([no_review, later].map(str::to_owned)).collect()
    }

    fn done(&self, after: &OpenCase, _command: &Command) -> (String, Option<String>) {
        let next = deadline_text::together([
            deadline_text::met(after, case::ClockKey::Notification),
            Some("No rapid review is needed.".to_owned()),
        ]);
        ("Notification of the death recorded".to_owned(), next)
    }
}

/// What the notification of any death is asked for.
pub(super) fn sent(asked: Asked<'_>) -> Vec<Question> {
    let reference = asked.line("reference", "What is the number of the notification?").strong().width(20);
    let who = asked.line("decided_by", "Who sent it?").strong().hint("Name and job title");
    vec![
        asked.when("on", "When was the notification sent?"),
        Question::new("reference", reference.hint("As the national system shows it")),
        Question::new("decided_by", who),
    ]
}

/// Reads the same.
pub(super) fn read_sent(open: &OpenCase, fields: &mut Fields<'_>) -> (case::When, Words) {
    let on = fields.known_when("on", "Date the notification was sent", open.today);
    let reference = fields.line("reference", "Enter the number of the notification");
    let who = fields.line("decided_by", "Enter who sent the notification");
    (on, Words::none().and(Word::Reference, reference).and(Word::DecidedBy, who))
}

/// The same in words.
pub(super) fn said_sent(answers: &Answers) -> Vec<Said> {
    vec![
        Said::new("on", "Date sent", said_when(answers, "on")),
        Said::new("reference", "Number of the notification", answers.one("reference")),
        Said::new("decided_by", "Who sent it", answers.one("decided_by")),
    ]
}
