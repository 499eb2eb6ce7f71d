//! A section of the report: one form each, written by whoever has something to say, until somebody calls it complete.

use case::rapid_review::{Section, SectionWritten, Significance};
use case::{Case, ClockKey, Command, Stage, Step, StepKind, Word};

use super::questions::COMPLETE;
use super::{HOME, report, written};
use crate::case_view::{OpenCase, deadline_text};
use crate::form::asked::capital;
use crate::form::question::{Question, optional_choice, text};
use crate::form::{Answers, Form, Intro, Page, Questions, Read, Recording};
use crate::session::Flash;

const FACTS: &[Question<String>] = &[
    text(Word::Account, "What happened, and in what context?")
        .short("Account")
        .hint("3 to 6 sentences. Do not use names of children or families")
        .rows(6),
    text(Word::Facts, "What did agencies do? Which were the key practice episodes?")
        .short("What agencies did")
        .hint("In order of time. Do not use names of children or families")
        .rows(12),
    text(Word::Analysis, "Why were things done or not done?")
        .short("Why")
        .hint("What made sense to people at the time, and what stood in their way")
        .rows(10),
    text(Word::ChildsExperience, "What was life like for the child, and what did the child say?")
        .short("The child’s experience")
        .hint("Say how anybody knows. Do not use names of children or families")
        .rows(8),
];
const LEARNING: &[Question<String>] = &[
    text(Word::Learning, "What was learnt so far, and how is it shared?")
        .short("What was learnt")
        .hint("What should change, and who hears of it now. Do not use names of children or families")
        .rows(8),
    text(Word::GoodPractice, "Which good practice should spread?")
        .short("Good practice")
        .hint("If there was none, say so")
        .rows(6),
];
const EQUALITY: &[Question<String>] = &[text(
    Word::Equality,
    "How did identity and inequality shape the family’s experience, and the work with them?",
)
.short("Identity and inequality")
.hint("Ethnicity, culture, language, faith, disability, poverty. Where something is not known, say why")
.rows(10)];
const NATIONAL: Question<Option<Significance>> =
    optional_choice("national", "Is a national review needed?").short("Is a national review needed?");
const WHY_NATIONAL: &[Question<String>] = &[text(Word::NationalSignificance, "Why?")
    .hint("What in the case is complex or of national importance, or why nothing is")
    .rows(6)];
const ACTIONS: &[Question<String>] = &[text(Word::Actions, "What do agencies and the partnership do now?")
    .short("Actions")
    .hint(
        "Above all if no LCSPR is recommended. Each action with owner and date goes into the action plan too",
    )
    .rows(8)];

/// A section whose questions stand on one page: all but that on an LCSPR.
pub(super) struct Written(pub(super) Section);

impl Written {
    fn texts(&self) -> &'static [Question<String>] {
        match self.0 {
            Section::Facts => FACTS,
            Section::Learning => LEARNING,
            Section::Equality => EQUALITY,
            Section::NationalSignificance => WHY_NATIONAL,
            Section::Actions => ACTIONS,
            Section::Lcspr => &[],
        }
    }
}

/// The page of a section below the rapid review.
pub(super) fn page(section: Section) -> Page {
    let (slug, heading) = match section {
        Section::Facts => ("facts", "Write facts and context"),
        Section::Learning => ("learning", "Write learning and good practice"),
        Section::Equality => ("equality", "Write equality and identity"),
        Section::NationalSignificance => {
            ("national-significance", "Recommend whether a national review is needed")
        }
        Section::Lcspr => ("lcspr", "Recommend whether to carry out an LCSPR"),
        Section::Actions => ("actions", "Write the actions"),
    };
    Page::new(StepKind::WriteSection, format!("{HOME}/{slug}"), HOME, heading).button("Save this section")
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
pub(super) fn recorded(case: &Case, which: Section) -> (SectionWritten, Answers) {
    let (written, words) = written::section(case, which);
    let answers = written::words_of(which).iter().fold(Answers::default(), |answers, word| {
        answers.and(word.name(), words.get(*word).unwrap_or_default())
    });
    let is_written = case.rapid_review.sections.contains_key(&which);
    let answers = if is_written { COMPLETE.put(&written.complete, answers) } else { answers };
    (written, answers)
}

/// What the page says after saving: when the review is due, and that the partners have another text before them.
pub(super) fn saved(after: &OpenCase, which: Section, recorded: &[Command]) -> Flash {
    let is_complete = recorded
        .iter()
        .any(|command| matches!(&command.step, Step::WriteSection(written) if written.complete));
    let saved = if is_complete { "saved as complete" } else { "saved. It is not complete yet" };
    let put = after.case.rapid_review.asked.as_ref().filter(|_| after.case.stage == Stage::PartnerDecision);
    let again = put.filter(|_| report::has_changed(&after.case)).map(|put| {
        format!(
            "The report now reads otherwise than version {}, which is with the partners. Ask them again.",
            put.version
        )
    });
    let due = deadline_text::due(after, ClockKey::RapidReview, "The rapid review is due");
    Flash::new(format!("{} {saved}", capital(&which))).next(deadline_text::together([again, due]))
}

impl Form for Written {
    fn page(&self) -> Page {
        page(self.0)
    }

    fn fits(&self, open: &OpenCase) -> bool {
        is_writing(open)
    }

    fn intro(&self, open: &OpenCase) -> Intro {
        let intro = Intro::say(
            "It becomes part of the report, which the statutory partners and the National Panel read.",
        );
        match (self.0, open.case.actions.open().count()) {
            (Section::Actions, 0) => intro.and("There is no action in the action plan yet. Those that are added stand in the report with owner and date."),
            (Section::Actions, 1) => intro.and("1 action of the action plan stands in the report with owner and date."),
            (Section::Actions, count) => {
                intro.and(format!("{count} actions of the action plan stand in the report with owner and date."))
            }
            _ => intro,
        }
    }

    fn questions<'a>(&'a self, _open: &'a OpenCase, _answers: &'a Answers) -> Questions<'a> {
        let first = Questions::new().ask_if(self.0 == Section::NationalSignificance, NATIONAL);
        self.texts().iter().fold(first, |questions, text| questions.ask(*text)).ask(COMPLETE)
    }

    fn recorded(&self, case: &Case) -> Option<Answers> {
        let (written, answers) = recorded(case, self.0);
        Some(NATIONAL.put(&written.national, answers))
    }

    fn step(&self, _open: &OpenCase, read: &Read<'_>) -> Recording {
        let (complete, national) = (read.of(&COMPLETE), read.of(&NATIONAL));
        Step::WriteSection(SectionWritten { complete, national, ..written::blank(self.0) }).into()
    }

    fn done(&self, after: &OpenCase, recorded: &[Command]) -> Flash {
        saved(after, self.0, recorded)
    }
}
