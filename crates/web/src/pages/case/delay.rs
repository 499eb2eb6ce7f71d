//! Recording why a statutory date is or will be missed. The first date stays.

use calendar::NaiveDate;
use case::proceedings::{Delay, StatutoryClock};
use case::{Area, Case, Clock, ClockKey, Command, Step, StepKind, When, Word};

use crate::case_view::OpenCase;
use crate::form::question::{Question, text, when};
use crate::form::{Answers, Form, Intro, Page, Questions, Read, Recording};
use crate::session::Flash;
use crate::text::date;

const REASON: Question<String> = text(Word::Reason, "Why is the date missed, or going to be?")
    .short("Why")
    .missing("Enter why the date is or will be missed")
    .hint("2 or 3 sentences. Everyone with access to the case can read it. Do not use names of children or families");
const EXPECTED: Question<When> = when("expected", "When will it be done? (optional)")
    .short("Will be done")
    .called("Date it will be done")
    .hint(PARTLY);
const PANEL_TOLD: Question<When> = when("panel_told", "When was the National Panel told? (optional)")
    .short("National Panel told")
    .called("Date the National Panel was told")
    .hint(PARTLY);
const SECRETARY_OF_STATE_TOLD: Question<When> =
    when("secretary_of_state_told", "When was the Secretary of State told? (optional)")
        .short("Secretary of State told")
        .called("Date the Secretary of State was told")
        .hint(PARTLY);
const PARTLY: &str = "For example, 27 3 2026. Leave out the day if only the month is known";

/// Explaining the delay of one time limit in law.
pub(crate) struct DelayForm {
    key: ClockKey,
    limit: StatutoryClock,
}

impl DelayForm {
    /// The form for a clock; none where its delay is nobody's to explain.
    pub(crate) fn of(key: ClockKey) -> Option<Self> {
        key.statutory().map(|limit| Self { key, limit })
    }

    /// For the clock of this key.
    pub(crate) fn of_key(key: &str) -> Option<Self> {
        key.parse().ok().and_then(Self::of)
    }

    fn first_due(&self, open: &OpenCase) -> Option<NaiveDate> {
        open.clocks().iter().find(|clock| clock.key == self.key).and_then(Clock::due_date)
    }
}

impl Form for DelayForm {
    fn page(&self) -> Page {
        let path = format!("/deadlines/{}/delay", self.key);
        let heading = format!("Record a delay: {}", self.limit);
        Page::new(StepKind::ExplainDelay, path, "/deadlines", heading).button("Record the delay")
    }

    fn right(&self, open: &OpenCase) -> Option<StepKind> {
        open.shows(Area::of_clock(self.key)).then_some(StepKind::ExplainDelay)
    }

    fn intro(&self, open: &OpenCase) -> Intro {
        let first = self.first_due(open);
        let first =
            first.map(|due| format!("The first due date, {}, stays on the record.", date::weekday(due)));
        first.into_iter().collect::<Intro>().and(
            "A statutory deadline cannot be moved. This records why it is or will be missed, and who was told.",
        )
    }

    fn questions<'a>(&'a self, _open: &'a OpenCase, _answers: &'a Answers) -> Questions<'a> {
        Questions::new().ask(REASON).ask(EXPECTED).ask(PANEL_TOLD).ask(SECRETARY_OF_STATE_TOLD)
    }

    /// The dates of the delay as it was last explained. Why is asked anew.
    fn recorded(&self, case: &Case) -> Option<Answers> {
        let delay = case.proceedings.delays.get(&self.limit)?;
        let answers = EXPECTED.put(&delay.expected, Answers::default());
        let answers = PANEL_TOLD.put(&delay.panel_told, answers);
        Some(SECRETARY_OF_STATE_TOLD.put(&delay.secretary_of_state_told, answers))
    }

    fn step(&self, _open: &OpenCase, read: &Read<'_>) -> Recording {
        Step::ExplainDelay(Delay {
            clock: self.limit,
            expected: read.of(&EXPECTED),
            panel_told: read.of(&PANEL_TOLD),
            secretary_of_state_told: read.of(&SECRETARY_OF_STATE_TOLD),
        })
        .into()
    }

    fn done(&self, after: &OpenCase, _recorded: &[Command]) -> Flash {
        let first = self.first_due(after);
        Flash::new(format!("Delay recorded: {}", self.limit))
            .next(first.map(|due| format!("The first due date, {}, stays.", date::weekday(due))))
    }
}
