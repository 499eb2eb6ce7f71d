//! Recording what a statutory partner decides: by whoever decides for it, or for it by the business unit.

use case::decisions::{Answer, Decision, Question as Decided};
use case::terms::Partner;
use case::{Case, ClockKey, Command, Step, StepKind, Word};

use super::asking::{AGAIN, ANSWER, CAPACITY, EVIDENCE, NOT_AGREED};
use super::happens::happens;
use super::question::{can_be_decided, decided, differ, how_many};
use super::subject::Deciding;
use super::wording::{asks, decision, says, slug};
use super::{HOME, about, asking};
use crate::case_view::{OpenCase, deadline_text};
use crate::components::{Html, Inset};
use crate::form::asked::code;
use crate::form::{Answers, Form, Intro, Page, Questions, Read, Recording};
use crate::session::Flash;
use crate::text::grammar::upper_first;

impl Form for Deciding {
    fn page(&self) -> Page {
        let question = self.named.map(|question| format!("/{}", slug(question))).unwrap_or_default();
        let for_them = if self.for_them { "/on-behalf" } else { "" };
        let path = format!("{HOME}/{}{question}{for_them}", code(&self.partner));
        let (button, check) = match self.partner {
            Partner::Council => ("Record the council’s decision", "Check and record the council’s decision"),
            Partner::Icb => (
                "Record the integrated care board’s decision",
                "Check and record the integrated care board’s decision",
            ),
            Partner::Police => ("Record the police decision", "Check and record the police decision"),
        };
        let recorded = format!("{HOME}/{}/recorded", code(&self.partner));
        Page::new(self.kind(), path, HOME, button)
            .button(button)
            .checked(check)
            .about(upper_first(decision(self.partner)))
            .leading_to(if self.for_them { HOME.to_owned() } else { recorded })
    }

    /// Only the business unit records what a partner decided elsewhere.
    fn right(&self, open: &OpenCase) -> Option<StepKind> {
        (!self.for_them || open.is_business_unit()).then(|| self.kind())
    }

    fn fits(&self, open: &OpenCase) -> bool {
        self.in_question(&open.case).is_some_and(|question| can_be_decided(&open.case, question))
    }

    fn intro(&self, open: &OpenCase) -> Intro {
        let (partner, question) = (self.partner, self.question(open));
        let intro = Intro::default().headed(if self.for_them {
            format!("Record what the {partner} decided")
        } else {
            asks(partner, question)
        });
        let about = about::of(open, question);
        if !self.decides_again(open) {
            return intro.about(about);
        }
        let again = format!(
            "The {partner} decided already. You can record a new decision with a reason. Both stay in the record."
        );
        let again = Inset::new(again).link("See what was decided", open.address(HOME));
        intro.about(Html::of(again).then(about))
    }

    fn questions<'a>(&'a self, open: &'a OpenCase, answers: &'a Answers) -> Questions<'a> {
        asking::questions(self, open, answers).begins_empty()
    }

    fn recorded(&self, case: &Case) -> Option<Answers> {
        let made =
            case.decided(self.in_question(case)?).get(&self.partner).map(|made| made.decision.answer)?;
        (made != Answer::NeedsMoreInformation).then(|| ANSWER.put(&made, Answers::default()))
    }

    fn step(&self, open: &OpenCase, read: &Read<'_>) -> Recording {
        let (question, answer) = (self.question(open), read.of(&ANSWER));
        // A report with one recommendation has nothing to choose from.
        let is_one = answer == Answer::Disagree && how_many(&open.case, question) == Some(1);
        let words = read.words();
        let reasons = [read.of(&AGAIN), words.get(Word::Reason).unwrap_or_default().to_owned()];
        let reasons: Vec<_> = reasons.into_iter().filter(|reason| !reason.is_empty()).collect();
        let words = if reasons.is_empty() { words } else { words.and(Word::Reason, reasons.join("\n\n")) };
        let decision = Decision {
            question,
            partner: self.partner,
            answer,
            not_agreed: if is_one { vec![1] } else { read.of(&NOT_AGREED) },
            capacity: read.of(&CAPACITY),
            version: open.case.version_in_question(question),
            on_behalf: self.for_them.then(|| read.of(&EVIDENCE)),
        };
        Recording::from(Step::DecideAsPartner(decision)).with_words(words)
    }

    fn happens(&self, open: &OpenCase, after: &OpenCase) -> Vec<String> {
        happens(self, self.question(open), open, after)
    }

    fn done(&self, after: &OpenCase, recorded: &[Command]) -> Flash {
        let Some(Step::DecideAsPartner(made)) = recorded.first().map(|command| &command.step) else {
            return Flash::new("Decision recorded");
        };
        let happened = format!("Decision recorded: the {} {}", self.partner, says(self.partner, made.answer));
        let count = format!("{} of 3 partners have decided.", decided(&after.case, made.question));
        let differ = differ(&after.case, made.question)
            .then(|| "The partners do not agree, which can be taken higher.".to_owned());
        let due = deadline_text::due(after, ClockKey::RapidReview, "The rapid review is due");
        let due = due.filter(|_| made.question == Decided::RapidReview);
        Flash::new(happened).next(deadline_text::together([Some(count), differ, due]))
    }
}
