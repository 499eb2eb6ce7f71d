//! The incident itself: when, where, who referred it, and what happened in outline.

use case::consideration::{BroughtIn, Locus, Referral};
use case::{Case, ClockKey, Command, Fact, OrganisationId, Step, StepKind, When, Word};
use chrono::NaiveTime;

use super::HOME;
use crate::case_view::entries::{Entries, wrote};
use crate::case_view::{OpenCase, deadline_text};
use crate::form::common::{members, offers_or_none};
use crate::form::correction::{self, WHY};
use crate::form::question::{Question, known_day, line, one_of, optional_choice, text, time};
use crate::form::{Answers, Form, Page, Problems, Questions, Read, Recording};
use crate::session::Flash;

const INCIDENT: Question<When> =
    known_day("incident", "When did the incident happen?").short(DATE_OF_INCIDENT).called(DATE_OF_INCIDENT);
const DATE_OF_INCIDENT: &str = "Date of the incident";
const ACCOUNT: Question<String> = text(Word::Account, "What happened, in outline? (optional)")
    .short("What happened")
    .hint("As the national form asks it. Everyone with access to the case reads this. Do not use names of children or families")
    .rows(8);
const AWARE: Question<When> = known_day("aware", "When did the council become aware of it?")
    .short("Council became aware")
    .called("Date the council became aware");
const AWARE_TIME: Question<Option<NaiveTime>> =
    time("aware_time", "At what time? (optional)").short("Time").hint("For example, 4:12pm");
const AGENCY_AWARE: Question<When> = known_day("agency_aware", "When did the first agency know of it?")
    .short("First agency knew")
    .called("Date the first agency knew");
const LOCUS: Question<Option<Locus>> = optional_choice("locus", "Where did it happen?").short("Where");
const REFERRED_BY: Question<Option<OrganisationId>> = one_of("referred_by", "Which agency referred it?")
    .short("Agency that referred it")
    .not_offered("Select the agency that referred it")
    .in_a_list();
const REFERRER: Question<String> = line(Word::Who, "Who referred it? (optional)").hint("Job title");
const AGREED_BY: Question<String> =
    line(Word::DecidedBy, "Which senior lead agreed the referral? (optional)")
        .short("Who agreed the referral")
        .hint("Job title");

/// The incident.
pub(super) struct Incident;

impl Form for Incident {
    fn page(&self) -> Page {
        Page::correcting("/notification/incident", HOME, "Record the incident")
            .button("Save the incident")
            .intro("Changing the date on which the council became aware can move the deadlines of this case.")
    }

    fn right(&self, open: &OpenCase) -> Option<StepKind> {
        correction::right(Entries::of(&open.case).beginning()?.1)
    }

    fn fits(&self, open: &OpenCase) -> bool {
        !open.case.is_closed()
    }

    fn questions<'a>(&'a self, open: &'a OpenCase, _answers: &'a Answers) -> Questions<'a> {
        let what = |questions: Questions<'a>| questions.ask(INCIDENT).ask(ACCOUNT).ask(AWARE);
        let entries = Entries::of(&open.case);
        let asked = match entries.beginning().map(|(_, event)| &event.fact) {
            Some(Fact::Referred(referral)) => {
                and_referral(open, referral, what(Questions::new().under("The incident")))
            }
            _ => what(Questions::new()),
        };
        asked.under("Changes").ask(WHY)
    }

    fn recorded(&self, case: &Case) -> Option<Answers> {
        let entries = Entries::of(case);
        let (_, event) = entries.beginning()?;
        let (incident, aware) = match &event.fact {
            Fact::Referred(referral) => (referral.incident, referral.aware),
            Fact::BroughtIn(case) => (case.incident, case.aware),
            _ => return None,
        };
        let answers = AWARE.put(&aware, INCIDENT.put(&incident, Answers::default()));
        let answers = ACCOUNT.put(&wrote(event, Word::Account), answers);
        let Fact::Referred(referral) = &event.fact else { return Some(answers) };
        let answers = AGENCY_AWARE.put(&referral.agency_aware, answers);
        let answers = LOCUS.put(&referral.locus, AWARE_TIME.put(&referral.aware_time, answers));
        let answers = REFERRED_BY.put(&referral.referred_by, answers);
        let answers = REFERRER.put(&wrote(event, Word::Who), answers);
        Some(AGREED_BY.put(&wrote(event, Word::DecidedBy), answers))
    }

    fn check(&self, open: &OpenCase, read: &Read<'_>, problems: &mut Problems) {
        correction::check(&self.recorded(&open.case).unwrap_or_default(), read, problems);
    }

    fn step(&self, open: &OpenCase, read: &Read<'_>) -> Recording {
        corrected(open, read).expect("whoever has the right to correct the beginning has a beginning")
    }

    fn done(&self, after: &OpenCase, _recorded: &[Command]) -> Flash {
        let next = deadline_text::due(after, ClockKey::Notification, "The notification is due");
        Flash::new("Incident saved").next(next)
    }
}

/// What only a referral says, beside a case that was taken over.
fn and_referral<'a>(open: &OpenCase, referral: &Referral, questions: Questions<'a>) -> Questions<'a> {
    let agencies = offers_or_none(open, members(open), referral.referred_by);
    let questions = questions.ask(AWARE_TIME).ask(AGENCY_AWARE).ask(LOCUS);
    questions.under("The referral").ask(REFERRED_BY.among(agencies)).ask(REFERRER).ask(AGREED_BY)
}

fn corrected(open: &OpenCase, read: &Read<'_>) -> Option<Recording> {
    let entries = Entries::of(&open.case);
    let (entry, event) = entries.beginning()?;
    let (incident, aware) = (read.of(&INCIDENT), read.of(&AWARE));
    let with = match &event.fact {
        Fact::BroughtIn(case) => Step::BringIn(BroughtIn { incident, aware, ..case.clone() }),
        Fact::Referred(referral) => Step::Refer(Referral {
            incident,
            aware,
            aware_time: read.of(&AWARE_TIME),
            agency_aware: read.of(&AGENCY_AWARE),
            locus: read.of(&LOCUS),
            referred_by: read.of(&REFERRED_BY),
            ..referral.clone()
        }),
        _ => return None,
    };
    // The entry says more than is asked here.
    let kept = event.words.iter().filter(|(word, _)| matches!(word, Word::Title | Word::Source));
    let words = kept.fold(read.words(), |words, (word, text)| words.and(word, text));
    Some(correction::of(entry, event, with, words))
}
