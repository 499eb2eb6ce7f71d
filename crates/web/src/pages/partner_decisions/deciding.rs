//! Recording what a statutory partner decides: by whoever decides for it, or for it by the business unit.

use case::decisions::{Answer, Decision, Question as Asks};
use case::terms::{Capacity, Evidence, Partner};
use case::{Case, Command, Step};
use chrono::{DateTime, Utc};

use super::question::{can_be_decided, decided, differ};
use super::subject::Deciding;
use super::wording::{asks, decision, says, slug};
use super::{HOME, about, answered, asking};
use crate::case_view::{OpenCase, deadline_text};
use crate::components::{Html, Inset};
use crate::form::asked::{Asked, Section, code};
use crate::form::case_form::{Form, Said};
use crate::form::data::Answers;
use crate::form::parse::Fields;
use crate::text::date;
use crate::text::grammar::upper_first;

impl Form for Deciding {
    fn path(&self) -> String {
        let question = self.named.map(|question| format!("/{}", slug(question))).unwrap_or_default();
        let for_them = if self.for_them { "/on-behalf" } else { "" };
        format!("{HOME}/{}{question}{for_them}", code(&self.partner))
    }

    fn home(&self) -> &'static str {
        HOME
    }

    fn heading(&self) -> String {
        format!("Record {}", decision(self.partner))
    }

    fn asks(&self, open: &OpenCase) -> String {
        match self.question(open) {
            Some(_) if self.for_them => format!("Record what the {} decided", self.partner),
            Some(question) => asks(self.partner, question),
            None => self.heading(),
        }
    }

    fn about(&self, open: &OpenCase) -> Option<Html> {
        let about = about::of(open, self.question(open)?);
        if !self.decides_again(open) {
            return Some(about);
        }
        let again = format!(
            "The {} decided already. You can record a new decision with a reason. Both stay in the record.",
            self.partner
        );
        Some(Html::of(Inset::new(again).link("See what was decided", open.address(HOME))).then(about))
    }

    fn button(&self) -> &'static str {
        match self.partner {
            Partner::Council => "Record the council’s decision",
            Partner::Icb => "Record the integrated care board’s decision",
            Partner::Police => "Record the police decision",
        }
    }

    fn step(&self, open: &OpenCase) -> Option<Step> {
        if self.for_them && !open.is_business_unit() {
            return None;
        }
        Some(Step::DecideAsPartner(Decision {
            question: self.question(open).unwrap_or(Asks::RapidReview),
            partner: self.partner,
            answer: Answer::Agree,
            not_agreed: Vec::new(),
            capacity: Capacity::Delegate,
            version: None,
            on_behalf: self.for_them.then_some(Evidence::Email),
        }))
    }

    fn fits(&self, open: &OpenCase) -> bool {
        self.question(open).is_some_and(|question| can_be_decided(&open.case, question))
    }

    fn begin(&self, _open: &OpenCase) -> Answers {
        Answers::default()
    }

    fn recorded(&self, case: &Case) -> Option<Answers> {
        let made =
            case.decided(self.in_question(case)?).get(&self.partner).map(|made| made.decision.answer)?;
        (made != Answer::NeedsMoreInformation).then(|| Answers::default().and("answer", code(&made)))
    }

    fn sections(&self, open: &OpenCase, asked: Asked<'_>) -> Vec<Section> {
        asking::first(self, open, asked)
    }

    fn follow_up(&self, open: &OpenCase, asked: Asked<'_>) -> Option<Section> {
        asking::second(self, open, asked)
    }

    fn presumed(&self, open: &OpenCase, asked: Asked<'_>) -> Option<Section> {
        (!self.for_them).then(|| Section::plain(asking::circumstances(self, open, asked)))
    }

    fn read(&self, open: &OpenCase, fields: &mut Fields<'_>) -> Option<Command> {
        answered::read(self, open, fields)
    }

    fn said(&self, open: &OpenCase, answers: &Answers) -> Vec<Said> {
        answered::again(self, open, answers)
    }

    fn check_heading(&self) -> Option<&'static str> {
        Some(match self.partner {
            Partner::Council => "Check and record the council’s decision",
            Partner::Icb => "Check and record the integrated care board’s decision",
            Partner::Police => "Check and record the police decision",
        })
    }

    fn happens(&self, open: &OpenCase, after: &OpenCase) -> Vec<String> {
        let Some(question) = self.question(open) else { return Vec::new() };
        super::told::happens(self, question, open, after)
    }

    fn first(&self, open: &OpenCase, who: &str, when: DateTime<Utc>) -> String {
        let is_today = calendar::london_date(when) == open.today;
        let when = if is_today { date::time(when) } else { date::day_and_time(when) };
        format!("{} was recorded at {when} by {who}.", upper_first(decision(self.partner)))
    }

    fn next(&self) -> String {
        if self.for_them { HOME.to_owned() } else { format!("{HOME}/{}/recorded", code(&self.partner)) }
    }

    fn done(&self, after: &OpenCase, command: &Command) -> (String, Option<String>) {
        let Step::DecideAsPartner(made) = &command.step else { return (String::new(), None) };
        let happened = format!("Decision recorded: the {} {}", self.partner, says(self.partner, made.answer));
        let count = format!("{} of 3 partners have decided.", decided(&after.case, made.question));
        let differ = differ(&after.case, made.question)
            .then(|| "The partners do not agree, which can be taken higher.".to_owned());
        let due = deadline_text::due(after, case::ClockKey::RapidReview, "The rapid review is due");
        let due = due.filter(|_| made.question == Asks::RapidReview);
        (happened, deadline_text::together([Some(count), differ, due]))
    }
}
