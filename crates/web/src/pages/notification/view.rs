//! What one statutory partner thinks about notifying.

use case::consideration::View;
use case::terms::{Capacity, Partner};
use case::{Case, Command, Fact, Stage, Step, StepKind, When, Word};

use super::HOME;
use super::decision::speaking_for;
use crate::case_view::OpenCase;
use crate::case_view::entries::{Entries, wrote};
use crate::form::asked::code;
use crate::form::question::{Offer, Question, happened_on, line, optional_choice, text, yes_no};
use crate::form::{Answers, Form, Intro, Page, Questions, Read, Recording};
use crate::session::Flash;

const NOTIFIABLE: Question<bool> = yes_no("notifiable", "Do they think the incident must be notified?")
    .short("Must it be notified?")
    .missing("Select whether they think the incident must be notified")
    .stacked();
const REASON: Question<String> = text(Word::Reason, "Why do they think so?")
    .short("Why")
    .missing("Enter why they think so")
    .hint("2 or 3 sentences. Everyone who may read the notification reads this. Do not use names of children or families");
const GIVEN_BY: Question<String> = line(Word::DecidedBy, "Who gave this view?")
    .missing("Enter who gave this view")
    .hint("Name and job title");
const CAPACITY: Question<Option<Capacity>> =
    optional_choice("capacity", "In what capacity did they speak? (optional)").short("Capacity");
const ON: Question<When> = happened_on("When did they say so?", "Date of the view").short("Date");

/// The view of one partner.
pub(super) struct GivenView(pub(super) Partner);

impl GivenView {
    /// The form for the partner that an address names.
    pub(super) fn of(partner: &str) -> Option<Self> {
        Partner::ALL.iter().find(|one| code(*one) == partner).copied().map(Self)
    }
}

impl Form for GivenView {
    fn page(&self) -> Page {
        let path = format!("/notification/views/{}", code(&self.0));
        let heading = format!("Record the view of the {}", self.0);
        Page::new(StepKind::GiveView(self.0), path, HOME, heading).button("Record view")
    }

    fn fits(&self, open: &OpenCase) -> bool {
        matches!(
            open.case.stage,
            Stage::UnderConsideration | Stage::NotNotifiable | Stage::AwaitingNotification
        )
    }

    fn intro(&self, _open: &OpenCase) -> Intro {
        Intro::say(match self.0 {
            Partner::Council => "The council’s view is not yet its decision: that is recorded on its own.",
            Partner::Icb | Partner::Police => {
                "The council decides whether to notify, and hears this view first."
            }
        })
    }

    fn questions<'a>(&'a self, open: &'a OpenCase, _answers: &'a Answers) -> Questions<'a> {
        let thinks = NOTIFIABLE.among([
            Offer::new(&"yes", "Yes, they think the criteria are met"),
            Offer::new(&"no", "No, they think the criteria are not met"),
        ]);
        let who = GIVEN_BY.starting_if(speaking_for(open, self.0));
        Questions::new().ask(thinks).ask(REASON).ask(who).ask(CAPACITY).ask(ON)
    }

    fn recorded(&self, case: &Case) -> Option<Answers> {
        let entries = Entries::of(case);
        let event = entries.view(self.0)?;
        let Fact::ViewGiven(view) = &event.fact else { return None };
        let answers = NOTIFIABLE.put(&view.notifiable, Answers::default());
        let answers = REASON.put(&wrote(event, Word::Reason), answers);
        let answers = GIVEN_BY.put(&wrote(event, Word::DecidedBy), answers);
        Some(ON.put(&event.on, CAPACITY.put(&view.capacity, answers)))
    }

    fn step(&self, _open: &OpenCase, read: &Read<'_>) -> Recording {
        let (notifiable, capacity) = (read.of(&NOTIFIABLE), read.of(&CAPACITY));
        Step::GiveView(View { partner: self.0, notifiable, capacity }).into()
    }

    fn done(&self, _after: &OpenCase, _recorded: &[Command]) -> Flash {
        Flash::new(format!("View of the {} recorded", self.0))
    }
}
