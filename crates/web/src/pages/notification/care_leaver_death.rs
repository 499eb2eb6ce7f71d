//! The death of a care leaver aged 18 to 24: notified, and no rapid review.

use case::consideration::CaseKind;
use case::notification::{AgeBand, CareLeaverDeath};
use case::{Command, Move, Step};

use super::HOME;
use super::looked_after_death::{read_sent, said_sent, sent};
use crate::case_view::{OpenCase, deadline_text};
use crate::form::asked::{Asked, Question, Section};
use crate::form::case_form::{Form, Said};
use crate::form::common::name_and_post;
use crate::form::data::Answers;
use crate::form::parse::Fields;

/// The notification of the death.
pub(super) struct CareLeaver;

impl Form for CareLeaver {
    fn path(&self) -> String {
        "/notification/care-leaver-death".to_owned()
    }

    fn home(&self) -> &'static str {
        HOME
    }

    fn heading(&self) -> String {
        "Record the notification of a care leaver’s death".to_owned()
    }

    fn intro(&self, _open: &OpenCase) -> Vec<String> {
        vec!["The death goes to the Secretary of State and Ofsted, up to the 25th birthday. A care leaver under 18 is a child, \
              and the ordinary criteria apply."
            .to_owned()]
    }

    fn button(&self) -> &'static str {
        "Record the notification of the death"
    }

    fn step(&self, _open: &OpenCase) -> Option<Step> {
        Some(Step::NotifyCareLeaverDeath(CareLeaverDeath { age: 18 }))
    }

    fn fits(&self, open: &OpenCase) -> bool {
        let children = &open.case.notification.children;
        let leaver =
            children.values().any(|one| one.care_leaver || one.age_band == AgeBand::EighteenToTwentyFour);
        let concerned = leaver || open.case.kind == Some(CaseKind::CareLeaverDeath);
        concerned && open.case.stage.after(Move::NotifyCareLeaverDeath).is_some()
    }

    fn begin(&self, open: &OpenCase) -> Answers {
        Answers::default().and("decided_by", name_and_post(&open.visitor))
    }

    fn sections(&self, _open: &OpenCase, asked: Asked<'_>) -> Vec<Section> {
        let age = asked.line("age", "How old was the person?").strong().width(2).inputmode_numeric();
        let age = Question::new("age", age.hint("In years, from 18 to 24"));
        vec![Section::plain([vec![age], sent(asked)].into_iter().flatten().collect())]
    }

    fn read(&self, open: &OpenCase, fields: &mut Fields<'_>) -> Option<Command> {
        let typed = fields.line("age", "Enter how old the person was");
        let age = typed.parse().ok();
        if age.is_none() && !typed.is_empty() {
            fields.problems.add("age", "Age must be a number of years, such as 19");
        }
        let (on, words) = read_sent(open, fields);
        Some(Command { on, step: Step::NotifyCareLeaverDeath(CareLeaverDeath { age: age? }), words })
    }

    fn said(&self, _open: &OpenCase, answers: &Answers) -> Vec<Said> {
        let age = Said::new("age", "Age", answers.one("age"));
        [vec![age], said_sent(answers)].into_iter().flatten().collect()
    }

    fn check_heading(&self) -> Option<&'static str> {
        Some("Check and record the notification of the death")
    }

    fn happens(&self, _open: &OpenCase, after: &OpenCase) -> Vec<String> {
        let met = deadline_text::met(after, case::ClockKey::Notification)
            .map(|met| format!("The deadline of the notification ends. {met}"));
        let no_review = "No rapid review follows. Its stages read “Not needed”.";
        let local = "Another kind of review can be started.";
        met.into_iter().chain([no_review, local].map(str::to_owned)).collect()
    }

    fn done(&self, after: &OpenCase, _command: &Command) -> (String, Option<String>) {
        let next = deadline_text::together([
            deadline_text::met(after, case::ClockKey::Notification),
            Some("No rapid review is needed.".to_owned()),
        ]);
        ("Notification of the death recorded".to_owned(), next)
    }
}
