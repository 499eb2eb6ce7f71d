//! What one statutory partner thinks about notifying.

use case::consideration::View;
use case::terms::{Capacity, Partner};
use case::{Case, Command, Fact, Stage, Step, Word, Words};

use super::HOME;
use crate::case_view::OpenCase;
use crate::case_view::entries::{Entries, wrote};
use crate::components::Radios;
use crate::form::asked::{Asked, Question, Section, and_when, code, said, said_when};
use crate::form::case_form::{Form, Said};
use crate::form::common::{name_and_post, today};
use crate::form::data::Answers;
use crate::form::parse::Fields;

/// The view of one partner.
pub(super) struct GivenView(pub(super) Partner);

impl GivenView {
    /// The form for the partner that an address names.
    pub(super) fn of(partner: &str) -> Option<Self> {
        Partner::ALL.iter().find(|one| code(*one) == partner).copied().map(Self)
    }
}

/// The two answers, as they are sent.
const ANSWERS: [(&str, &str); 2] =
    [("yes", "Yes, they think the criteria are met"), ("no", "No, they think the criteria are not met")];

impl Form for GivenView {
    fn path(&self) -> String {
        format!("/notification/views/{}", code(&self.0))
    }

    fn home(&self) -> &'static str {
        HOME
    }

    fn heading(&self) -> String {
        format!("Record the view of the {}", self.0)
    }

    fn intro(&self, _open: &OpenCase) -> Vec<String> {
        let which = match self.0 {
            Partner::Council => "The council’s view is not yet its decision: that is recorded on its own.",
            Partner::Icb | Partner::Police => {
                "The council decides whether to notify, and hears this view first."
            }
        };
        vec![which.to_owned()]
    }

    fn button(&self) -> &'static str {
        "Record view"
    }

    fn step(&self, _open: &OpenCase) -> Option<Step> {
        Some(Step::GiveView(View { partner: self.0, notifiable: false, capacity: None }))
    }

    fn fits(&self, open: &OpenCase) -> bool {
        matches!(
            open.case.stage,
            Stage::UnderConsideration | Stage::NotNotifiable | Stage::AwaitingNotification
        )
    }

    fn begin(&self, open: &OpenCase) -> Answers {
        let speaks = open.visitor.role().and_then(case::Role::partner) == Some(self.0);
        self.recorded(&open.case).unwrap_or_else(|| {
            let who = if speaks { name_and_post(&open.visitor) } else { String::new() };
            today(open).and("decided_by", who)
        })
    }

    fn recorded(&self, case: &Case) -> Option<Answers> {
        let entries = Entries::of(case);
        let event = entries.view(self.0)?;
        let Fact::ViewGiven(view) = &event.fact else { return None };
        let answers = and_when(Answers::default(), "on", event.on)
            .and("notifiable", if view.notifiable { "yes" } else { "no" })
            .and("capacity", view.capacity.as_ref().map(code).unwrap_or_default())
            .and("decided_by", wrote(event, Word::DecidedBy))
            .and("reason", wrote(event, Word::Reason));
        Some(answers)
    }

    fn sections(&self, _open: &OpenCase, asked: Asked<'_>) -> Vec<Section> {
        let thinks = Radios::new("notifiable", "Do they think the incident must be notified?").strong();
        let thinks =
            ANSWERS.iter().fold(thinks.error(asked.problems.of("notifiable")), |radios, (value, label)| {
                radios.item(asked.choice("notifiable", value, label))
            });
        let who = asked.line("decided_by", "Who gave this view?").strong().hint("Name and job title");
        let reason = asked.text("reason", "Why do they think so?").hint(
            "2 or 3 sentences. Everyone who may read the notification reads this. Do not use names of children or families",
        );
        let capacity = asked.radios("capacity", "In what capacity did they speak? (optional)", Capacity::ALL);
        vec![Section::plain(vec![
            Question::new("notifiable", thinks),
            Question::new("reason", reason),
            Question::new("decided_by", who),
            Question::new("capacity", capacity),
            asked.when("on", "When did they say so?"),
        ])]
    }

    fn read(&self, open: &OpenCase, fields: &mut Fields<'_>) -> Option<Command> {
        let yes = fields.answers().has("notifiable", "yes");
        if !yes && !fields.answers().has("notifiable", "no") {
            fields.problems.add("notifiable", "Select whether they think the incident must be notified");
        }
        let reason = fields.text("reason", "Enter why they think so");
        let who = fields.line("decided_by", "Enter who gave this view");
        let capacity = fields.optional_choice("capacity");
        let on = fields.known_when("on", "Date of the view", open.today);
        let step = Step::GiveView(View { partner: self.0, notifiable: yes, capacity });
        Some(Command { on, step, words: Words::none().and(Word::DecidedBy, who).and(Word::Reason, reason) })
    }

    fn said(&self, _open: &OpenCase, answers: &Answers) -> Vec<Said> {
        let thinks = ANSWERS.iter().find(|(value, _)| answers.has("notifiable", value));
        vec![
            Said::new(
                "notifiable",
                "Must it be notified?",
                thinks.map(|(_, label)| *label).unwrap_or_default(),
            ),
            Said::new("reason", "Why", answers.one("reason")),
            Said::new("decided_by", "Who gave this view", answers.one("decided_by")),
            Said::new("capacity", "Capacity", said(answers.one("capacity"), Capacity::ALL)),
            Said::new("on", "Date", said_when(answers, "on")),
        ]
    }

    fn done(&self, _after: &OpenCase, _command: &Command) -> (String, Option<String>) {
        (format!("View of the {} recorded", self.0), None)
    }
}
