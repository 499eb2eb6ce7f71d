//! The council decides that the incident need not be notified.

use case::consideration::NotNotifiableDecision;
use case::terms::Partner;
use case::{Command, OrganisationId, Step, StepKind, Word};

use super::HOME;
use super::decision::{ABUSE, DECIDED_BY, DECIDED_ON, HARM, speaking_for};
use crate::case_view::OpenCase;
use crate::form::common::{members, offers};
use crate::form::question::{Question, line, several_of, text, tick};
use crate::form::{Answers, Form, Page, Questions, Read, Recording};
use crate::session::Flash;

const ELSEWHERE: Question<bool> = tick(
    "elsewhere",
    "Does it fall to another council?",
    "Yes, the incident happened or the child lives in another area",
)
.short("Falls to another council")
.otherwise("No");
const REASON: Question<String> = text(Word::Reason, "Why are the criteria not met?")
    .short("Why")
    .missing("Enter why the criteria are not met")
    .hint("Say it for each criterion. Everyone who may read the notification reads this. Do not use names of children or families");
const DISSENT: Question<String> = text(Word::Dissent, "Who saw it differently, and why? (optional)")
    .short("Who saw it differently")
    .rows(3);
const TOLD: Question<Vec<OrganisationId>> =
    several_of("told", "Which organisations were told of the decision?").short("Organisations told");
const OTHERS_TOLD: Question<String> =
    line(Word::Who, "Who else was told? (optional)").hint("For example, a post or an agency");

/// The decision not to notify.
pub(super) struct NotNotifiable;

impl Form for NotNotifiable {
    fn page(&self) -> Page {
        let heading = "Record that the incident need not be notified";
        Page::new(StepKind::DecideNotNotifiable, "/notification/decision/do-not-notify", HOME, heading)
            .button("Record the council’s decision")
            .checked("Check and record the council’s decision not to notify")
            .intro("Say of each criterion whether it is met, and who was told.")
    }

    fn questions<'a>(&'a self, open: &'a OpenCase, _answers: &'a Answers) -> Questions<'a> {
        let who = DECIDED_BY.starting_if(speaking_for(open, Partner::Council));
        let criteria = Questions::new().under("The criteria").ask(HARM).ask(ABUSE).ask(ELSEWHERE);
        let decision = criteria.under("The decision").ask(REASON).ask(who).ask(DISSENT).ask(DECIDED_ON);
        decision.under("Who was told").ask(TOLD.among(offers(members(open)))).ask(OTHERS_TOLD)
    }

    fn step(&self, _open: &OpenCase, read: &Read<'_>) -> Recording {
        Step::DecideNotNotifiable(NotNotifiableDecision {
            harm: read.of(&HARM),
            abuse: read.of(&ABUSE),
            elsewhere: read.of(&ELSEWHERE),
            told: read.of(&TOLD),
        })
        .into()
    }

    fn happens(&self, _open: &OpenCase, _after: &OpenCase) -> Vec<String> {
        vec![
            "The deadlines of notification and rapid review read “Not needed”. What was recorded stays in the history.".to_owned(),
            "Another kind of review can be started.".to_owned(),
            "If new information comes, the council can still decide to notify.".to_owned(),
        ]
    }

    fn done(&self, _after: &OpenCase, _recorded: &[Command]) -> Flash {
        let next = "Start another kind of review if something can be learnt from it.".to_owned();
        Flash::new("Decision recorded: the incident need not be notified").next(next)
    }
}
