//! The copies that go to the National Panel and the Secretary of State before publication.

use calendar::NaiveDate;
use case::publication::{Copies, Recipient};
use case::{ClockKey, Command, Stage, Step, StepKind, When};

use super::{HOME, dates, plan, without_copy};
use crate::case_view::{OpenCase, deadline_text};
use crate::form::question::{Offer, Question, choices, happened_on};
use crate::form::{Answers, Form, Intro, Page, Questions, Read, Recording};
use crate::session::Flash;
use crate::text::date;
use crate::text::grammar::{and, upper_first};

const TO: Question<Vec<Recipient>> = choices("to", "Who was sent a copy of the final report?")
    .short("Copies sent to")
    .missing("Select who was sent a copy")
    .hint("The National Panel and the Secretary of State must have one");
const ON: Question<When> = happened_on("When were they sent?", "Date the copies were sent").short("Sent on");
const PLANNED: Question<NaiveDate> = plan::PLANNED.hint("For example, 27 6 2026");

pub(super) struct SentCopies;

fn name(who: Recipient) -> &'static str {
    match who {
        Recipient::Panel => "the National Panel",
        Recipient::SecretaryOfState => "the Secretary of State",
        Recipient::Ofsted => "Ofsted",
    }
}

fn offer(who: Recipient) -> Offer {
    Offer::new(&who, name(who)).labelled(upper_first(name(who)))
}

/// These recipients in a sentence.
pub(super) fn names<'r>(who: impl IntoIterator<Item = &'r Recipient>) -> String {
    and(&who.into_iter().map(|who| name(*who)).collect::<Vec<_>>())
}

/// Who has no copy yet, and whether the others were in time.
fn stands(after: &OpenCase) -> Option<String> {
    match without_copy(&after.case).as_slice() {
        [] => dates::stands(after, ClockKey::Copies),
        missing => {
            let due = deadline_text::due(after, ClockKey::Copies, "Copies are due");
            deadline_text::together([Some(format!("Still to send: {}.", names(missing))), due])
        }
    }
}

impl Form for SentCopies {
    fn page(&self) -> Page {
        let heading = "Record the copies sent before publication";
        Page::new(StepKind::SendCopies, "/publication/copies", HOME, heading)
            .button("Record the copies as sent")
            .checked("Check and record the copies as sent")
    }

    fn fits(&self, open: &OpenCase) -> bool {
        matches!(open.case.stage, Stage::FinalReportAgreed | Stage::PrePublication)
    }

    fn intro(&self, open: &OpenCase) -> Intro {
        let planned = open.case.publication.planned;
        let planned = planned.map(|day| format!("Publication is planned for {}.", date::weekday(day)));
        let sent = &open.case.publication.copies;
        let sent = (!sent.is_empty()).then(|| format!("Sent already: to {}.", names(sent.keys())));
        let due = deadline_text::due(open, ClockKey::Copies, "Copies are due");
        planned.into_iter().chain(due).chain(sent).collect()
    }

    fn questions<'a>(&'a self, open: &'a OpenCase, _answers: &'a Answers) -> Questions<'a> {
        let sent = Questions::new().ask(TO.among(Recipient::ALL.iter().copied().map(offer))).ask(ON);
        match open.case.publication.planned {
            Some(planned) => sent.says("Planned publication date", When::Day(planned).to_string()),
            None => sent.ask(PLANNED),
        }
    }

    fn step(&self, open: &OpenCase, read: &Read<'_>) -> Recording {
        let planned = open.case.publication.planned.unwrap_or_else(|| read.of(&PLANNED));
        Step::SendCopies(Copies { to: read.of(&TO), planned }).into()
    }

    fn happens(&self, _open: &OpenCase, after: &OpenCase) -> Vec<String> {
        let sends = "This records that copies were sent. The service sends none itself.".to_owned();
        [sends].into_iter().chain(stands(after)).collect()
    }

    fn done(&self, after: &OpenCase, recorded: &[Command]) -> Flash {
        let to = recorded.iter().find_map(|command| match &command.step {
            Step::SendCopies(copies) => Some(names(&copies.to)),
            _ => None,
        });
        Flash::new(format!("Copies recorded as sent to {}", to.unwrap_or_default())).next(stands(after))
    }
}
