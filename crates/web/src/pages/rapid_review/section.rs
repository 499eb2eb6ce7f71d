//! A section of the report: one form each, written by whoever has something to say, until somebody calls it complete.

use case::rapid_review::{Section as Part, SectionWritten, Significance};
use case::{Case, ClockKey, Command, Stage, Step, When, Word, Words};

use super::{HOME, report, written, yes_no};
use crate::case_view::{OpenCase, deadline_text};
use crate::form::asked::{Asked, Question, Section, capital, code, said};
use crate::form::case_form::{Form, Said};
use crate::form::common::and_word;
use crate::form::data::Answers;
use crate::form::parse::Fields;

/// A section whose questions stand on one page: all but that on an LCSPR.
pub(super) struct Written(pub(super) Part);

/// A question for a text: its word, as it is asked, in short, the hint and how many rows.
struct Text(Word, &'static str, &'static str, &'static str, u8);

const FACTS: &[Text] = &[
    Text(
        Word::Account,
        "What happened, and in what context?",
        "Account",
        "3 to 6 sentences. Do not use names of children or families",
        6,
    ),
    Text(
        Word::Facts,
        "What did agencies do? Which were the key practice episodes?",
        "What agencies did",
        "In order of time. Do not use names of children or families",
        12,
    ),
    Text(
        Word::Analysis,
        "Why were things done or not done?",
        "Why",
        "What made sense to people at the time, and what stood in their way",
        10,
    ),
    Text(
        Word::ChildsExperience,
        "What was life like for the child, and what did the child say?",
        "The child’s experience",
        "Say how anybody knows. Do not use names of children or families",
        8,
    ),
];
const LEARNING: &[Text] = &[
    Text(
        Word::Learning,
        "What was learnt so far, and how is it shared?",
        "What was learnt",
        "What should change, and who hears of it now. Do not use names of children or families",
        8,
    ),
    Text(
        Word::GoodPractice,
        "Which good practice should spread?",
        "Good practice",
        "If there was none, say so",
        6,
    ),
];
const EQUALITY: &[Text] = &[Text(
    Word::Equality,
    "How did identity and inequality shape the family’s experience, and the work with them?",
    "Identity and inequality",
    "Ethnicity, culture, language, faith, disability, poverty. Where something is not known, say why",
    10,
)];
const NATIONAL: &[Text] = &[Text(
    Word::NationalSignificance,
    "Why?",
    "Why",
    "What in the case is complex or of national importance, or why nothing is",
    6,
)];
const ACTIONS: &[Text] = &[Text(
    Word::Actions,
    "What do agencies and the partnership do now?",
    "Actions",
    "Above all if no LCSPR is recommended. Each action with owner and date goes into the action plan too",
    8,
)];

impl Written {
    /// The address of a section below the rapid review.
    pub(super) fn slug(section: Part) -> &'static str {
        match section {
            Part::Facts => "facts",
            Part::Learning => "learning",
            Part::Equality => "equality",
            Part::NationalSignificance => "national-significance",
            Part::Lcspr => "lcspr",
            Part::Actions => "actions",
        }
    }

    fn texts(&self) -> &'static [Text] {
        match self.0 {
            Part::Facts => FACTS,
            Part::Learning => LEARNING,
            Part::Equality => EQUALITY,
            Part::NationalSignificance => NATIONAL,
            Part::Actions => ACTIONS,
            Part::Lcspr => &[],
        }
    }

    fn asks_national(&self) -> bool {
        self.0 == Part::NationalSignificance
    }
}

/// Whether the case stands where sections are written.
pub(super) fn is_writing(open: &OpenCase) -> bool {
    matches!(
        open.case.stage,
        Stage::Notified
            | Stage::RapidReviewOpen
            | Stage::AgencyReturns
            | Stage::RapidReviewMeeting
            | Stage::PartnerDecision
            | Stage::PartnersReconsidering
    )
}

/// A section as answers: its texts, and whether it was called complete.
pub(super) fn recorded(case: &Case, which: Part) -> (SectionWritten, Answers) {
    let (written, words) = written::section(case, which);
    let answers = written::words_of(which).iter().fold(Answers::default(), |answers, word| {
        answers.and(word.name(), words.get(*word).unwrap_or_default())
    });
    let is_written = case.rapid_review.sections.contains_key(&which);
    let complete = if is_written { yes_no::code(written.complete) } else { "" };
    let national = written.national.as_ref().map(code).unwrap_or_default();
    (written, answers.and("national", national).and("complete", complete))
}

/// What the page says after saving: when the review is due, and that the partners have another text before them.
pub(super) fn saved(after: &OpenCase, which: Part, is_complete: bool) -> (String, Option<String>) {
    let saved = if is_complete { "saved as complete" } else { "saved. It is not complete yet" };
    let put = after.case.rapid_review.asked.as_ref().filter(|_| after.case.stage == Stage::PartnerDecision);
    let again = put.filter(|_| report::has_changed(&after.case)).map(|put| {
        format!(
            "The report now reads otherwise than version {}, which is with the partners. Ask them again.",
            put.version
        )
    });
    let due = deadline_text::due(after, ClockKey::RapidReview, "The rapid review is due");
    (format!("{} {saved}", capital(&which)), deadline_text::together([again, due]))
}

impl Form for Written {
    fn path(&self) -> String {
        format!("{HOME}/{}", Self::slug(self.0))
    }

    fn home(&self) -> &'static str {
        HOME
    }

    fn heading(&self) -> String {
        match self.0 {
            Part::Facts => "Write facts and context",
            Part::Learning => "Write learning and good practice",
            Part::Equality => "Write equality and identity",
            Part::NationalSignificance => "Recommend whether a national review is needed",
            Part::Lcspr => "Recommend whether to carry out an LCSPR",
            Part::Actions => "Write the actions",
        }
        .to_owned()
    }

    fn intro(&self, open: &OpenCase) -> Vec<String> {
        let mut intro = vec![
            "It becomes part of the report, which the statutory partners and the National Panel read."
                .to_owned(),
        ];
        if self.0 == Part::Actions {
            intro.push(match open.case.actions.open().count() {
                0 => "There is no action in the action plan yet. Those that are added stand in the report with owner and date.".to_owned(),
                1 => "1 action of the action plan stands in the report with owner and date.".to_owned(),
                count => format!("{count} actions of the action plan stand in the report with owner and date."),
            });
        }
        intro
    }

    fn button(&self) -> &'static str {
        "Save this section"
    }

    fn step(&self, _open: &OpenCase) -> Option<Step> {
        Some(Step::WriteSection(written::blank(self.0)))
    }

    fn fits(&self, open: &OpenCase) -> bool {
        is_writing(open)
    }

    fn recorded(&self, case: &Case) -> Option<Answers> {
        Some(recorded(case, self.0).1)
    }

    fn sections(&self, _open: &OpenCase, asked: Asked<'_>) -> Vec<Section> {
        let national = self.asks_national().then(|| {
            let radios = asked.radios("national", "Is a national review needed?", Significance::ALL);
            Question::new("national", radios)
        });
        let texts = self.texts().iter().map(|Text(word, label, _, hint, rows)| {
            Question::new(word.name(), asked.text(word.name(), label).rows(*rows).hint(*hint))
        });
        vec![Section::plain(national.into_iter().chain(texts).chain([yes_no::complete(asked)]).collect())]
    }

    fn read(&self, open: &OpenCase, fields: &mut Fields<'_>) -> Option<Command> {
        let national = if self.asks_national() { fields.optional_choice("national") } else { None };
        let texts = self.texts().iter().map(|Text(word, ..)| *word);
        let words =
            texts.fold(Words::none(), |words, word| and_word(words, word, fields.optional_text(word.name())));
        let complete = yes_no::is_complete(fields);
        let written = SectionWritten { complete, national, ..written::blank(self.0) };
        Some(Command { on: When::Day(open.today), step: Step::WriteSection(written), words })
    }

    fn said(&self, _open: &OpenCase, answers: &Answers) -> Vec<Said> {
        let national = self.asks_national().then(|| {
            Said::new(
                "national",
                "Is a national review needed?",
                said(answers.one("national"), Significance::ALL),
            )
        });
        let texts = self
            .texts()
            .iter()
            .map(|Text(word, _, short, ..)| Said::new(word.name(), *short, answers.one(word.name())));
        let complete = Said::new("complete", "Complete", yes_no::said(answers, "complete"));
        national.into_iter().chain(texts).chain([complete]).collect()
    }

    fn done(&self, after: &OpenCase, command: &Command) -> (String, Option<String>) {
        let is_complete = matches!(&command.step, Step::WriteSection(written) if written.complete);
        saved(after, self.0, is_complete)
    }
}
