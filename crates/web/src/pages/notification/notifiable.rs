//! The council decides that the incident must be notified.

use case::consideration::{CaseKind, Locus, NotifiableDecision};
use case::terms::Partner;
use case::{ClockKey, Command, Stage, Step, StepKind, When, Word};

use super::HOME;
use super::decision::{ABUSE, DECIDED_BY, DECIDED_ON, HARM, speaking_for};
use crate::case_view::{OpenCase, deadline_text};
use crate::form::question::{Offer, Question, choice, known_day, text};
use crate::form::{Answers, Form, Intro, Page, Questions, Read, Recording};
use crate::session::Flash;
use crate::text::grammar::and;

const LOCUS: Question<Locus> =
    choice("locus", "Where did it happen?").short("Where").missing("Select where it happened");
const KIND: Question<CaseKind> = choice("kind", "What kind of case is it?")
    .short("Kind of case")
    .missing("Select what kind of case it is");
const REASON: Question<String> = text(Word::Reason, "Why are the criteria met?")
    .short("Why")
    .missing("Enter why the criteria are met")
    .hint("2 or 3 sentences. Everyone who may read the notification reads this. Do not use names of children or families");
const VIEW_MISSING: Question<String> =
    text(Word::Comment, "Why is a view missing?").short("Why a view is missing").rows(3);
const AWARE: Question<When> =
    known_day("aware", "When did the council become aware that the criteria are met?")
        .short("Aware that the criteria are met")
        .called("Date the council became aware that the criteria are met");

/// The kinds of case that are notified.
const KINDS: [CaseKind; 3] =
    [CaseKind::SeriousIncident, CaseKind::LookedAfterDeath, CaseKind::CareLeaverDeath];

/// The decision to notify.
pub(super) struct Notifiable;

/// The partners of whom no view is recorded, beside the council; none where all are.
fn unheard(open: &OpenCase) -> Option<String> {
    let heard = |partner: &Partner| open.case.consideration.views.contains_key(partner);
    let unheard = [Partner::Icb, Partner::Police].into_iter().filter(|partner| !heard(partner));
    let unheard: Vec<_> = unheard.map(|partner| format!("the {partner}")).collect();
    (!unheard.is_empty()).then(|| and(&unheard))
}

impl Form for Notifiable {
    fn page(&self) -> Page {
        let heading = "Record that the incident must be notified";
        Page::new(StepKind::DecideNotifiable, "/notification/decision/notify", HOME, heading)
            .button("Record the council’s decision")
            .checked("Check and record the council’s decision to notify")
    }

    fn intro(&self, open: &OpenCase) -> Intro {
        let intro = Intro::say("The council has the last word. Both criteria must be met.");
        match unheard(open) {
            Some(unheard) => intro.and(format!("No view of {unheard} is recorded yet.")),
            None => intro,
        }
    }

    fn questions<'a>(&'a self, open: &'a OpenCase, _answers: &'a Answers) -> Questions<'a> {
        let locus = LOCUS.starting_if(open.case.consideration.referred_locus);
        let kind = KIND.among(KINDS.iter().map(Offer::of));
        let kind = kind.starting_if(open.case.kind.filter(|kind| KINDS.contains(kind)));
        let who = DECIDED_BY.starting_if(speaking_for(open, Partner::Council));
        let view_missing = unheard(open)
            .map(|unheard| VIEW_MISSING.labelled(format!("Why is the view of {unheard} missing?")));
        Questions::new()
            .under("The criteria")
            .ask(HARM)
            .ask(ABUSE)
            .ask(locus)
            .ask(kind)
            .under("The decision")
            .ask(REASON)
            .ask(who)
            .ask_each(view_missing)
            .ask(DECIDED_ON)
            .ask_if(open.case.stage == Stage::NotNotifiable, AWARE)
    }

    fn step(&self, open: &OpenCase, read: &Read<'_>) -> Recording {
        Step::DecideNotifiable(NotifiableDecision {
            harm: read.of(&HARM),
            abuse: read.of(&ABUSE),
            locus: read.of(&LOCUS),
            kind: Some(read.of(&KIND)).filter(|kind| open.case.kind != Some(*kind)),
            aware: read.maybe(&AWARE),
        })
        .into()
    }

    fn happens(&self, _open: &OpenCase, after: &OpenCase) -> Vec<String> {
        let due = deadline_text::due(after, ClockKey::Notification, "The notification is due");
        due.into_iter()
            .chain(["Everyone with access to the case can read the decision.".to_owned()])
            .collect()
    }

    fn done(&self, after: &OpenCase, _recorded: &[Command]) -> Flash {
        let next = deadline_text::due(after, ClockKey::Notification, "The notification is due");
        Flash::new("Decision recorded: the incident must be notified").next(next)
    }
}
