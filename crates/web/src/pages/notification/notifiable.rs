//! The council decides that the incident must be notified.

use case::consideration::{CaseKind, Locus, NotifiableDecision};
use case::terms::{Abuse, Harm, Partner};
use case::{ClockKey, Command, Move, Stage, Step, Word, Words};

use super::HOME;
use crate::case_view::{OpenCase, deadline_text};
use crate::form::asked::{Asked, Question, Section, code, said, said_when};
use crate::form::case_form::{Form, Said};
use crate::form::common::{and_word, name_and_post, today};
use crate::form::data::Answers;
use crate::form::parse::Fields;
use crate::text::grammar::and;

/// The decision to notify.
pub(super) struct Notifiable;

/// The kinds of case that are notified.
const KINDS: [CaseKind; 3] =
    [CaseKind::SeriousIncident, CaseKind::LookedAfterDeath, CaseKind::CareLeaverDeath];

/// The partners of whom no view is recorded, beside the council.
fn unheard(open: &OpenCase) -> Vec<Partner> {
    let heard = |partner: &Partner| open.case.consideration.views.contains_key(partner);
    [Partner::Icb, Partner::Police].into_iter().filter(|partner| !heard(partner)).collect()
}

fn was_not_notifiable(open: &OpenCase) -> bool {
    open.case.stage == Stage::NotNotifiable
}

impl Form for Notifiable {
    fn path(&self) -> String {
        "/notification/decision/notify".to_owned()
    }

    fn home(&self) -> &'static str {
        HOME
    }

    fn heading(&self) -> String {
        "Record that the incident must be notified".to_owned()
    }

    fn intro(&self, open: &OpenCase) -> Vec<String> {
        let mut intro = vec!["The council has the last word. Both criteria must be met.".to_owned()];
        let unheard: Vec<_> = unheard(open).iter().map(|partner| format!("the {partner}")).collect();
        if !unheard.is_empty() {
            intro.push(format!("No view of {} is recorded yet.", and(&unheard)));
        }
        intro
    }

    fn button(&self) -> &'static str {
        "Record the council’s decision"
    }

    fn step(&self, _open: &OpenCase) -> Option<Step> {
        let (harm, abuse) = (Harm::Death, Abuse::Known);
        Some(Step::DecideNotifiable(NotifiableDecision {
            harm,
            abuse,
            locus: Locus::InArea,
            kind: None,
            aware: None,
        }))
    }

    fn fits(&self, open: &OpenCase) -> bool {
        open.case.stage.after(Move::FindNotifiable).is_some()
    }

    fn begin(&self, open: &OpenCase) -> Answers {
        let speaks = open.visitor.role().and_then(case::Role::partner) == Some(Partner::Council);
        today(open)
            .and("locus", open.case.consideration.referred_locus.as_ref().map(code).unwrap_or_default())
            .and(
                "kind",
                open.case.kind.filter(|kind| KINDS.contains(kind)).as_ref().map(code).unwrap_or_default(),
            )
            .and("decided_by", if speaks { name_and_post(&open.visitor) } else { String::new() })
    }

    fn sections(&self, open: &OpenCase, asked: Asked<'_>) -> Vec<Section> {
        let criteria = vec![
            Question::new(
                "harm",
                asked.radios("harm", "First criterion: what happened to the child?", Harm::ALL),
            ),
            Question::new(
                "abuse",
                asked.radios("abuse", "Second criterion: is abuse or neglect behind it?", Abuse::ALL),
            ),
            Question::new("locus", asked.radios("locus", "Where did it happen?", Locus::ALL)),
            Question::new("kind", asked.radios("kind", "What kind of case is it?", &KINDS)),
        ];
        let reason = asked.text("reason", "Why are the criteria met?").hint(
            "2 or 3 sentences. Everyone who may read the notification reads this. Do not use names of children or families",
        );
        let who =
            asked.line("decided_by", "Who decided for the council?").strong().hint("Name and job title");
        let mut decision = vec![Question::new("reason", reason), Question::new("decided_by", who)];
        let unheard: Vec<_> = unheard(open).iter().map(|partner| format!("the {partner}")).collect();
        if !unheard.is_empty() {
            let label = format!("Why is the view of {} missing?", and(&unheard));
            decision.push(Question::new("comment", asked.text("comment", &label).rows(3)));
        }
        decision.push(asked.when("on", "When did the council decide?"));
        if was_not_notifiable(open) {
            decision
                .push(asked.when("aware", "When did the council become aware that the criteria are met?"));
        }
        vec![Section::under("The criteria", criteria), Section::under("The decision", decision)]
    }

    fn read(&self, open: &OpenCase, fields: &mut Fields<'_>) -> Option<Command> {
        let harm = fields.choice("harm", "Select what happened to the child");
        let abuse = fields.choice("abuse", "Select whether abuse or neglect is behind it");
        let locus = fields.choice("locus", "Select where it happened");
        let kind: Option<CaseKind> = fields.choice("kind", "Select what kind of case it is");
        let reason = fields.text("reason", "Enter why the criteria are met");
        let who = fields.line("decided_by", "Enter who decided for the council");
        let comment = fields.optional_text("comment");
        let on = fields.known_when("on", "Date of the decision", open.today);
        let what = "Date the council became aware that the criteria are met";
        let aware = was_not_notifiable(open).then(|| fields.known_when("aware", what, open.today));
        let kind = kind.filter(|kind| open.case.kind != Some(*kind));
        let decision = NotifiableDecision { harm: harm?, abuse: abuse?, locus: locus?, kind, aware };
        let words = Words::none().and(Word::DecidedBy, who).and(Word::Reason, reason);
        let words = and_word(words, Word::Comment, comment);
        Some(Command { on, step: Step::DecideNotifiable(decision), words })
    }

    fn said(&self, open: &OpenCase, answers: &Answers) -> Vec<Said> {
        let mut lines = vec![
            Said::new("harm", "What happened", said(answers.one("harm"), Harm::ALL)),
            Said::new("abuse", "Abuse or neglect", said(answers.one("abuse"), Abuse::ALL)),
            Said::new("locus", "Where", said(answers.one("locus"), Locus::ALL)),
            Said::new("kind", "Kind of case", said(answers.one("kind"), &KINDS)),
            Said::new("reason", "Why", answers.one("reason")),
            Said::new("decided_by", "Who decided", answers.one("decided_by")),
        ];
        if !unheard(open).is_empty() {
            lines.push(Said::new("comment", "Why a view is missing", answers.one("comment")));
        }
        lines.push(Said::new("on", "Date of the decision", said_when(answers, "on")));
        if was_not_notifiable(open) {
            lines.push(Said::new("aware", "Aware that the criteria are met", said_when(answers, "aware")));
        }
        lines
    }

    fn check_heading(&self) -> Option<&'static str> {
        Some("Check and record the council’s decision to notify")
    }

    fn happens(&self, _open: &OpenCase, after: &OpenCase) -> Vec<String> {
        let due = deadline_text::due(after, ClockKey::Notification, "The notification is due");
        due.into_iter()
            .chain(["Everyone with access to the case can read the decision.".to_owned()])
            .collect()
    }

    fn done(&self, after: &OpenCase, _command: &Command) -> (String, Option<String>) {
        let next = deadline_text::due(after, ClockKey::Notification, "The notification is due");
        ("Decision recorded: the incident must be notified".to_owned(), next)
    }
}
