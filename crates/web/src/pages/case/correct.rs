//! Correcting the date and the words of an entry. The wrong entry stays beside the one that corrects it.

use case::keeping::{Correction, is_correctable};
use case::{Case, Command, Event, Fact, Recorded, Step, When, Word, Words};

use super::entry;
use super::strike_out::consequences;
use crate::case_view::OpenCase;
use crate::form::asked::{Asked, Question, Section, and_when, said_when};
use crate::form::case_form;
use crate::form::case_form::{Form, Said};
use crate::form::data::Answers;
use crate::form::parse::Fields;
use crate::text::word::{is_short, label};

/// The form for one entry.
pub(crate) struct CorrectForm(u32);

impl CorrectForm {
    /// For the entry of this number.
    pub(crate) fn of(number: &str) -> Option<Self> {
        number.parse().ok().map(Self)
    }

    fn entry<'o>(&self, open: &'o OpenCase) -> Option<&'o Recorded> {
        open.case.entry(self.0).filter(|entry| open.reads(entry) && is_correctable(&entry.event.fact))
    }

    /// What is to be corrected: the entry after its latest correction, or as it was recorded where it was struck out.
    fn stands(&self, case: &Case) -> Option<Event> {
        let recorded = case.entry(self.0)?;
        Some(entry::after_corrections(case, recorded).unwrap_or_else(|| recorded.event.clone()))
    }

    fn step_with(&self, fact: Fact) -> Option<Step> {
        let with = Box::new(fact.into_step()?);
        Some(Step::Correct(Correction { entry: self.0, with }))
    }
}

/// Whether the visitor may correct this entry.
pub(crate) fn may(open: &OpenCase, entry: &Recorded) -> bool {
    case_form::is_offered(&CorrectForm(entry.seq), open)
}

/// The dates within an entry from which clocks are counted, by the names of their questions.
fn dates(fact: &Fact) -> Vec<(&'static str, &'static str, When)> {
    let of = |incident, aware| {
        vec![
            ("incident", "Date of the incident", incident),
            ("aware", "Date the council became aware", aware),
        ]
    };
    match fact {
        Fact::Referred(referral) => of(referral.incident, referral.aware),
        Fact::BroughtIn(case) => of(case.incident, case.aware),
        _ => Vec::new(),
    }
}

fn with_dates(mut fact: Fact, fields: &mut Fields<'_>) -> Fact {
    let mut read = |name, what| fields.when(name, what);
    match &mut fact {
        Fact::Referred(referral) => {
            referral.incident = read("incident", "Date of the incident");
            referral.aware = read("aware", "Date the council became aware");
        }
        Fact::BroughtIn(case) => {
            case.incident = read("incident", "Date of the incident");
            case.aware = read("aware", "Date the council became aware");
        }
        _ => {}
    }
    fact
}

impl Form for CorrectForm {
    fn path(&self) -> String {
        format!("/history/{}/correct", self.0)
    }

    fn home(&self) -> &'static str {
        "/history"
    }

    fn heading(&self) -> String {
        format!("Correct entry {}", self.0)
    }

    fn intro(&self, open: &OpenCase) -> Vec<String> {
        let what = self.entry(open).map(|entry| crate::text::entry::title(&entry.event.fact, open.names()));
        let stays = "Nothing is overwritten. The entry stays in the history with a link to its correction.";
        what.map(|what| format!("{what}.")).into_iter().chain([stays.to_owned()]).collect()
    }

    fn button(&self) -> &'static str {
        "Record the correction"
    }

    fn step(&self, open: &OpenCase) -> Option<Step> {
        self.entry(open).and_then(|entry| self.step_with(entry.event.fact.clone()))
    }

    fn fits(&self, open: &OpenCase) -> bool {
        self.entry(open).is_some()
    }

    fn recorded(&self, case: &Case) -> Option<Answers> {
        let event = self.stands(case)?;
        let answers = and_when(Answers::default(), "on", event.on);
        let answers = dates(&event.fact)
            .into_iter()
            .fold(answers, |answers, (name, _, when)| and_when(answers, name, when));
        Some(event.words.iter().fold(answers, |answers, (word, text)| answers.and(word.name(), text)))
    }

    fn sections(&self, open: &OpenCase, asked: Asked<'_>) -> Vec<Section> {
        let Some(event) = self.stands(&open.case) else { return Vec::new() };
        let mut questions = vec![asked.when("on", "When did it happen?")];
        questions.extend(dates(&event.fact).into_iter().map(|(name, label, _)| asked.when(name, label)));
        questions.extend(event.words.iter().map(|(word, _)| {
            let name = word.name();
            if is_short(word) {
                Question::new(name, asked.line(name, label(word)))
            } else {
                Question::new(name, asked.text(name, label(word)))
            }
        }));
        let why = asked
            .text("correction", "Why is it corrected?")
            .hint("1 or 2 sentences. Everyone who can read the entry can read it");
        questions.push(Question::new("correction", why));
        vec![Section::plain(questions)]
    }

    fn read(&self, open: &OpenCase, fields: &mut Fields<'_>) -> Option<Command> {
        let event = self.stands(&open.case)?;
        let on = fields.when("on", "Date it happened");
        let fact = with_dates(event.fact, fields);
        let words = event.words.iter().fold(Words::none(), |words, (word, _)| {
            let text = if is_short(word) {
                fields.optional_line(word.name())
            } else {
                fields.optional_text(word.name())
            };
            text.map_or(words.clone(), |text| words.and(word, text))
        });
        let why = fields.text("correction", "Enter why the entry is corrected");
        Some(Command { on, step: self.step_with(fact)?, words: words.and(Word::Correction, why) })
    }

    fn said(&self, open: &OpenCase, answers: &Answers) -> Vec<Said> {
        let Some(event) = self.stands(&open.case) else { return Vec::new() };
        let mut said = vec![Said::new("on", "When it happened", said_when(answers, "on"))];
        said.extend(
            dates(&event.fact)
                .into_iter()
                .map(|(name, label, _)| Said::new(name, label, said_when(answers, name))),
        );
        said.extend(
            event.words.iter().map(|(word, _)| Said::new(word.name(), label(word), answers.one(word.name()))),
        );
        said.push(Said::new("correction", "Why it is corrected", answers.one("correction")));
        said
    }

    fn check_heading(&self) -> Option<&'static str> {
        Some("Check and record the correction")
    }

    fn happens(&self, open: &OpenCase, after: &OpenCase) -> Vec<String> {
        consequences(open, after)
    }

    fn done(&self, _after: &OpenCase, _command: &Command) -> (String, Option<String>) {
        (format!("Entry {} corrected", self.0), None)
    }
}

#[cfg(test)]
#[path = "correct_tests.rs"]
mod tests;
