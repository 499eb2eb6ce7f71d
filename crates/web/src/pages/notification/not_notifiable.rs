//! The council decides that the incident need not be notified.

use case::consideration::NotNotifiableDecision;
use case::terms::{Abuse, Harm, Partner};
use case::{Command, Move, Step, Word, Words};

use super::HOME;
use crate::case_view::OpenCase;
use crate::components::Checkboxes;
use crate::form::asked::{Asked, Question, Section, said, said_when};
use crate::form::case_form::{Form, Said};
use crate::form::common::{and_word, name_and_post, organisations, organisations_said, today};
use crate::form::data::Answers;
use crate::form::parse::Fields;

/// The decision not to notify.
pub(super) struct NotNotifiable;

impl Form for NotNotifiable {
    fn path(&self) -> String {
        "/notification/decision/do-not-notify".to_owned()
    }

    fn home(&self) -> &'static str {
        HOME
    }

    fn heading(&self) -> String {
        "Record that the incident need not be notified".to_owned()
    }

    fn intro(&self, _open: &OpenCase) -> Vec<String> {
        vec!["Say of each criterion whether it is met, and who was told.".to_owned()]
    }

    fn button(&self) -> &'static str {
        "Record the council’s decision"
    }

    fn step(&self, _open: &OpenCase) -> Option<Step> {
        let (harm, abuse) = (Harm::Neither, Abuse::NotSuspected);
        Some(Step::DecideNotNotifiable(NotNotifiableDecision {
            harm,
            abuse,
            elsewhere: false,
            told: Vec::new(),
        }))
    }

    fn fits(&self, open: &OpenCase) -> bool {
        open.case.stage.after(Move::FindNotNotifiable).is_some()
    }

    fn begin(&self, open: &OpenCase) -> Answers {
        let speaks = open.visitor.role().and_then(case::Role::partner) == Some(Partner::Council);
        today(open).and("decided_by", if speaks { name_and_post(&open.visitor) } else { String::new() })
    }

    fn sections(&self, open: &OpenCase, asked: Asked<'_>) -> Vec<Section> {
        let elsewhere = Checkboxes::new("elsewhere", "Does it fall to another council?").strong().item(
            asked.choice("elsewhere", "yes", "Yes, the incident happened or the child lives in another area"),
        );
        let criteria = vec![
            Question::new(
                "harm",
                asked.radios("harm", "First criterion: what happened to the child?", Harm::ALL),
            ),
            Question::new(
                "abuse",
                asked.radios("abuse", "Second criterion: is abuse or neglect behind it?", Abuse::ALL),
            ),
            Question::new("elsewhere", elsewhere),
        ];
        let reason = asked.text("reason", "Why are the criteria not met?").hint(
            "Say it for each criterion. Everyone who may read the notification reads this. Do not use names of children or families",
        );
        let who =
            asked.line("decided_by", "Who decided for the council?").strong().hint("Name and job title");
        let decision = vec![
            Question::new("reason", reason),
            Question::new("decided_by", who),
            Question::new(
                "dissent",
                asked.text("dissent", "Who saw it differently, and why? (optional)").rows(3),
            ),
            asked.when("on", "When did the council decide?"),
        ];
        let members = open.case.partnership().map(|of| open.known.members(of)).into_iter().flatten();
        let others = asked
            .line("who", "Who else was told? (optional)")
            .strong()
            .hint("For example, a post or an agency");
        let told = vec![
            Question::new(
                "told",
                asked.organisations("told", "Which organisations were told of the decision?", members),
            ),
            Question::new("who", others),
        ];
        vec![
            Section::under("The criteria", criteria),
            Section::under("The decision", decision),
            Section::under("Who was told", told),
        ]
    }

    fn read(&self, open: &OpenCase, fields: &mut Fields<'_>) -> Option<Command> {
        let harm = fields.choice("harm", "Select what happened to the child");
        let abuse = fields.choice("abuse", "Select whether abuse or neglect is behind it");
        let elsewhere = fields.answers().has("elsewhere", "yes");
        let reason = fields.text("reason", "Enter why the criteria are not met");
        let decided_by = fields.line("decided_by", "Enter who decided for the council");
        let dissent = fields.optional_text("dissent");
        let on = fields.known_when("on", "Date of the decision", open.today);
        let told = organisations(open, fields, "told");
        let who = fields.optional_line("who");
        let decision = NotNotifiableDecision { harm: harm?, abuse: abuse?, elsewhere, told };
        let words = Words::none().and(Word::DecidedBy, decided_by).and(Word::Reason, reason);
        let words = and_word(and_word(words, Word::Dissent, dissent), Word::Who, who);
        Some(Command { on, step: Step::DecideNotNotifiable(decision), words })
    }

    fn said(&self, open: &OpenCase, answers: &Answers) -> Vec<Said> {
        let elsewhere = if answers.has("elsewhere", "yes") { "Yes" } else { "No" };
        vec![
            Said::new("harm", "What happened", said(answers.one("harm"), Harm::ALL)),
            Said::new("abuse", "Abuse or neglect", said(answers.one("abuse"), Abuse::ALL)),
            Said::new("elsewhere", "Falls to another council", elsewhere),
            Said::new("reason", "Why", answers.one("reason")),
            Said::new("decided_by", "Who decided", answers.one("decided_by")),
            Said::new("dissent", "Who saw it differently", answers.one("dissent")),
            Said::new("on", "Date of the decision", said_when(answers, "on")),
            Said::new("told", "Organisations told", organisations_said(open, answers, "told")),
            Said::new("who", "Who else was told", answers.one("who")),
        ]
    }

    fn check_heading(&self) -> Option<&'static str> {
        Some("Check and record the council’s decision not to notify")
    }

    fn happens(&self, _open: &OpenCase, _after: &OpenCase) -> Vec<String> {
        vec![
            "The deadlines of notification and rapid review read “Not needed”. What was recorded stays in the history.".to_owned(),
            "Another kind of review can be started.".to_owned(),
            "If new information comes, the council can still decide to notify.".to_owned(),
        ]
    }

    fn done(&self, _after: &OpenCase, _command: &Command) -> (String, Option<String>) {
        let next = "Start another kind of review if something can be learnt from it.".to_owned();
        ("Decision recorded: the incident need not be notified".to_owned(), Some(next))
    }
}
