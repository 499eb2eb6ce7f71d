//! Correcting the date and the words of an entry. The wrong entry stays beside the one that corrects it.

use case::keeping::{Correction, is_correctable};
use case::{Case, Command, Event, Fact, Recorded, Step, StepKind, When, Word};

use super::strike_out::consequences;
use crate::case_view::OpenCase;
use crate::case_view::entries::as_it_stands;
use crate::form::asked::{and_when, said_when};
use crate::form::question::{Own, Question, line, text};
use crate::form::{Answers, Form, Intro, Page, Questions, Read, Recording};
use crate::form::{case_form, correction};
use crate::session::Flash;
use crate::text::word::{is_short, label};

const WHY: Question<String> = text(Word::Correction, "Why is it corrected?")
    .short("Why it is corrected")
    .missing("Enter why the entry is corrected")
    .hint("1 or 2 sentences. Everyone who can read the entry can read it");

/// The correction of one entry, by its number.
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
        Some(as_it_stands(case, recorded).unwrap_or_else(|| recorded.event.clone()))
    }

    fn corrected(&self, open: &OpenCase, read: &Read<'_>) -> Option<Recording> {
        let (mut event, mut fields) = (self.stands(&open.case)?, read.fields());
        for (name, called, when) in dates(&mut event.fact) {
            *when = fields.when(name, called);
        }
        let with = Box::new(event.fact.into_step()?);
        let step = Step::Correct(Correction { entry: self.0, with });
        Some(Recording::from(step).on(fields.when("on", "Date it happened")))
    }
}

/// Whether the visitor may correct this entry.
pub(crate) fn may(open: &OpenCase, entry: &Recorded) -> bool {
    case_form::is_offered(&CorrectForm(entry.seq), open)
}

/// The dates within an entry from which clocks are counted, each with the name of its question and its label.
fn dates(fact: &mut Fact) -> Vec<(&'static str, &'static str, &mut When)> {
    let (incident, aware) = match fact {
        Fact::Referred(referral) => (&mut referral.incident, &mut referral.aware),
        Fact::BroughtIn(case) => (&mut case.incident, &mut case.aware),
        _ => return Vec::new(),
    };
    vec![("incident", "Date of the incident", incident), ("aware", "Date the council became aware", aware)]
}

/// A date, which may be left empty where it is not known.
fn date(name: &'static str, label: &'static str, short: &'static str, called: &'static str) -> Own<'static> {
    Own::new(name, short, move |asked| asked.when(name, label).html)
        .checked(move |fields| _ = fields.when(name, called))
        .said(move |answers| said_when(answers, name))
}

/// What was written, which may be taken away.
fn written(word: Word) -> Question<String> {
    if is_short(word) { line(word, label(word)).plain() } else { text(word, label(word)) }
}

impl Form for CorrectForm {
    fn page(&self) -> Page {
        let path = format!("/history/{}/correct", self.0);
        Page::correcting(path, "/history", format!("Correct entry {}", self.0))
            .button("Record the correction")
            .checked("Check and record the correction")
    }

    fn right(&self, open: &OpenCase) -> Option<StepKind> {
        correction::right(&self.entry(open)?.event)
    }

    fn intro(&self, open: &OpenCase) -> Intro {
        let what = self.entry(open).map(|entry| crate::text::entry::title(&entry.event.fact, open.names()));
        let stays = "Nothing is overwritten. The entry stays in the history with a link to its correction.";
        what.map(|what| format!("{what}.")).into_iter().chain([stays.to_owned()]).collect()
    }

    fn questions<'a>(&'a self, open: &'a OpenCase, _answers: &'a Answers) -> Questions<'a> {
        let Some(mut event) = self.stands(&open.case) else { return Questions::new() };
        let on = date("on", "When did it happen?", "When it happened", "Date it happened");
        let dates =
            dates(&mut event.fact).into_iter().map(|(name, label, _)| date(name, label, label, label));
        let words = event.words.iter().map(|(word, _)| written(word));
        Questions::new().ask(on).ask_each(dates).ask_each(words).ask(WHY)
    }

    fn recorded(&self, case: &Case) -> Option<Answers> {
        let mut event = self.stands(case)?;
        let answers = and_when(Answers::default(), "on", event.on);
        let dates = dates(&mut event.fact).into_iter();
        let answers = dates.fold(answers, |answers, (name, _, when)| and_when(answers, name, *when));
        Some(event.words.iter().fold(answers, |answers, (word, text)| answers.and(word.name(), text)))
    }

    fn step(&self, open: &OpenCase, read: &Read<'_>) -> Recording {
        self.corrected(open, read).expect("whoever has the right to correct an entry has the entry")
    }

    fn happens(&self, open: &OpenCase, after: &OpenCase) -> Vec<String> {
        consequences(open, after)
    }

    fn done(&self, _after: &OpenCase, _recorded: &[Command]) -> Flash {
        Flash::new(format!("Entry {} corrected", self.0))
    }
}
