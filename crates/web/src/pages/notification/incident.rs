//! The incident itself: when, where, who referred it, and what happened in outline.

use case::consideration::{BroughtIn, Locus, Referral};
use case::{Case, Command, Fact, OrganisationId, Step, Word, Words};

use super::HOME;
use crate::case_view::OpenCase;
use crate::case_view::entries::{Entries, wrote};
use crate::components::{Choice, Select};
use crate::form::asked::{Asked, Question, Section, and_when, code, said, said_when};
use crate::form::case_form::{Form, Said};
use crate::form::common::and_word;
use crate::form::correction;
use crate::form::data::Answers;
use crate::form::parse::Fields;
use crate::text::date;

/// The incident.
pub(super) struct Incident;

impl Form for Incident {
    fn path(&self) -> String {
        "/notification/incident".to_owned()
    }

    fn home(&self) -> &'static str {
        HOME
    }

    fn heading(&self) -> String {
        "Record the incident".to_owned()
    }

    fn intro(&self, _open: &OpenCase) -> Vec<String> {
        vec![
            "Changing the date on which the council became aware can move the deadlines of this case."
                .to_owned(),
        ]
    }

    fn button(&self) -> &'static str {
        "Save the incident"
    }

    fn step(&self, open: &OpenCase) -> Option<Step> {
        let entries = Entries::of(&open.case);
        let (entry, event) = entries.beginning()?;
        let with = match &event.fact {
            Fact::Referred(referral) => Step::Refer(referral.clone()),
            Fact::BroughtIn(case) => Step::BringIn(case.clone()),
            _ => return None,
        };
        Some(correction::step(entry, with, Words::none(), String::new()).0)
    }

    fn fits(&self, open: &OpenCase) -> bool {
        !open.case.is_closed()
    }

    fn recorded(&self, case: &Case) -> Option<Answers> {
        let entries = Entries::of(case);
        let (_, event) = entries.beginning()?;
        let (incident, aware) = match &event.fact {
            Fact::Referred(referral) => (referral.incident, referral.aware),
            Fact::BroughtIn(case) => (case.incident, case.aware),
            _ => return None,
        };
        let answers = and_when(and_when(Answers::default(), "incident", incident), "aware", aware)
            .and("account", wrote(event, Word::Account));
        let Fact::Referred(referral) = &event.fact else { return Some(answers) };
        let time = referral.aware_time.map(date::time_of_day).unwrap_or_default();
        let by = referral.referred_by.map(|by| by.to_string()).unwrap_or_default();
        let answers = and_when(answers, "agency_aware", referral.agency_aware)
            .and("aware_time", time)
            .and("locus", referral.locus.as_ref().map(code).unwrap_or_default())
            .and("referred_by", by)
            .and("who", wrote(event, Word::Who))
            .and("decided_by", wrote(event, Word::DecidedBy));
        Some(answers)
    }

    fn sections(&self, open: &OpenCase, asked: Asked<'_>) -> Vec<Section> {
        let account = asked.text("account", "What happened, in outline? (optional)").rows(8).hint(
            "As the national form asks it. Everyone with access to the case reads this. Do not use names of children or families",
        );
        let mut what = vec![
            asked.when("incident", "When did the incident happen?"),
            Question::new("account", account),
            asked.when("aware", "When did the council become aware of it?"),
        ];
        if !is_referred(open) {
            return vec![Section::plain(what), Section::under("Changes", vec![correction::question(asked)])];
        }
        let time = asked
            .line("aware_time", "At what time? (optional)")
            .strong()
            .width(10)
            .hint("For example, 4:12pm");
        what.push(Question::new("aware_time", time));
        what.push(asked.when("agency_aware", "When did the first agency know of it?"));
        what.push(Question::new("locus", asked.radios("locus", "Where did it happen?", Locus::ALL)));
        let who = asked.line("who", "Who referred it? (optional)").strong().hint("Job title");
        let agreed = asked
            .line("decided_by", "Which senior lead agreed the referral? (optional)")
            .strong()
            .hint("Job title");
        let referral = vec![
            Question::new("referred_by", agency(open, asked)),
            Question::new("who", who),
            Question::new("decided_by", agreed),
        ];
        vec![
            Section::under("The incident", what),
            Section::under("The referral", referral),
            Section::under("Changes", vec![correction::question(asked)]),
        ]
    }

    fn read(&self, open: &OpenCase, fields: &mut Fields<'_>) -> Option<Command> {
        let entries = Entries::of(&open.case);
        let (entry, event) = entries.beginning()?;
        let incident = fields.known_when("incident", "Date of the incident", open.today);
        let account = fields.optional_text("account");
        let aware = fields.known_when("aware", "Date the council became aware", open.today);
        let kept = event.words.iter().filter(|(word, _)| matches!(word, Word::Title | Word::Source));
        let words = kept.fold(Words::none(), |words, (word, text)| words.and(word, text));
        let words = and_word(words, Word::Account, account);
        let (with, words) = match &event.fact {
            Fact::BroughtIn(case) => (Step::BringIn(BroughtIn { incident, aware, ..case.clone() }), words),
            Fact::Referred(referral) => {
                let mut referral = Referral { incident, aware, ..referral.clone() };
                let words = referred(open, fields, &mut referral, words);
                (Step::Refer(referral), words)
            }
            _ => return None,
        };
        let why = correction::read(fields, &self.recorded(&open.case).unwrap_or_default());
        let (step, words) = correction::step(entry, with, words, why);
        Some(Command { on: event.on, step, words })
    }

    fn said(&self, open: &OpenCase, answers: &Answers) -> Vec<Said> {
        let mut lines = vec![
            Said::new("incident", "Date of the incident", said_when(answers, "incident")),
            Said::new("account", "What happened", answers.one("account")),
            Said::new("aware", "Council became aware", said_when(answers, "aware")),
        ];
        if is_referred(open) {
            let by = uuid::Uuid::parse_str(answers.one("referred_by")).ok();
            let by = by.map(|by| open.names().organisation(OrganisationId(by))).unwrap_or_default();
            lines.extend([
                Said::new("aware_time", "Time", answers.one("aware_time")),
                Said::new("agency_aware", "First agency knew", said_when(answers, "agency_aware")),
                Said::new("locus", "Where", said(answers.one("locus"), Locus::ALL)),
                Said::new("referred_by", "Agency that referred it", by),
                Said::new("who", "Who referred it", answers.one("who")),
                Said::new("decided_by", "Who agreed the referral", answers.one("decided_by")),
            ]);
        }
        lines
    }

    fn done(&self, after: &OpenCase, _command: &Command) -> (String, Option<String>) {
        let next = crate::case_view::deadline_text::due(
            after,
            case::ClockKey::Notification,
            "The notification is due",
        );
        ("Incident saved".to_owned(), next)
    }
}

/// What only a referral says, beside a case that was taken over.
fn referred(open: &OpenCase, fields: &mut Fields<'_>, referral: &mut Referral, words: Words) -> Words {
    referral.aware_time = fields.optional_time("aware_time");
    referral.agency_aware = fields.known_when("agency_aware", "Date the first agency knew", open.today);
    referral.locus = fields.optional_choice("locus");
    referral.referred_by = match fields.answers().one("referred_by") {
        "" => None,
        _ => fields.id("referred_by", "Select the agency that referred it").map(OrganisationId),
    };
    if referral.referred_by.is_some_and(|id| !open.known.organisations.iter().any(|one| one.id == id)) {
        fields.problems.add("referred_by", "Select the agency that referred it");
    }
    let words = and_word(words, Word::Who, fields.optional_line("who"));
    and_word(words, Word::DecidedBy, fields.optional_line("decided_by"))
}

fn is_referred(open: &OpenCase) -> bool {
    Entries::of(&open.case).beginning().is_some_and(|(_, event)| matches!(event.fact, Fact::Referred(_)))
}

fn agency(open: &OpenCase, asked: Asked<'_>) -> Select {
    let nobody = Choice::new("", "Not recorded");
    let select = Select::new("referred_by", "Which agency referred it?")
        .strong()
        .error(asked.problems.of("referred_by"));
    let members = open.case.partnership().map(|of| open.known.members(of)).into_iter().flatten();
    members.fold(select.item(nobody), |select, one| {
        select.item(asked.choice("referred_by", &one.id.to_string(), &one.name))
    })
}
