//! The rapid review meeting: who was there, whether the child is safe, and what was found.

use case::rapid_review::{Meeting, Section as Part};
use case::terms::Partner;
use case::{Command, KeyDate, Stage, Step, When, Word, Words};

use super::{HOME, plan, written, yes_no};
use crate::case_view::OpenCase;
use crate::form::asked::{Asked, Question, Section, capital, code, said_when};
use crate::form::case_form::{Form, Said};
use crate::form::common::{and_word, concerned, organisations, organisations_said, today};
use crate::form::data::Answers;
use crate::form::parse::Fields;
use crate::text::date;
use crate::text::grammar::and;

/// The meeting.
pub(super) struct Held;

impl Form for Held {
    fn path(&self) -> String {
        "/rapid-review/meeting".to_owned()
    }

    fn home(&self) -> &'static str {
        HOME
    }

    fn heading(&self) -> String {
        "Record the rapid review meeting".to_owned()
    }

    fn intro(&self, open: &OpenCase) -> Vec<String> {
        let planned = plan::planned(open, KeyDate::MeetingHeld)
            .map(|day| format!("The plan puts the meeting on {}.", plan::day_and_number(open, day)));
        let again = open.case.rapid_review.meeting.is_some();
        let again = again.then(|| "A meeting is recorded already. This one takes its place in the report, and both stay in the history.".to_owned());
        planned.into_iter().chain(again).collect()
    }

    fn button(&self) -> &'static str {
        "Record the meeting"
    }

    fn step(&self, _open: &OpenCase) -> Option<Step> {
        let nobody = Meeting { present: Vec::new(), agencies: Vec::new(), safety_checked: false };
        Some(Step::HoldMeeting(nobody))
    }

    fn fits(&self, open: &OpenCase) -> bool {
        matches!(open.case.stage, Stage::RapidReviewOpen | Stage::AgencyReturns | Stage::RapidReviewMeeting)
    }

    /// The facts and what was learnt begin with what the sections say already.
    fn begin(&self, open: &OpenCase) -> Answers {
        let of = |part, word| written::section(&open.case, part).1.get(word).unwrap_or_default().to_owned();
        today(open)
            .and("facts", of(Part::Facts, Word::Facts))
            .and("learning", of(Part::Learning, Word::Learning))
    }

    fn sections(&self, open: &OpenCase, asked: Asked<'_>) -> Vec<Section> {
        let day = format!("Today is {}", plan::day_and_number(open, open.today));
        let on = asked.date("on", "When was the meeting held?").hint(day);
        let present = asked.partners("present", "Which statutory partners were there?", Partner::ALL);
        let absent =
            asked.text("comment", "If a partner was not there, why not?").rows(3).hint("1 or 2 sentences");
        let agencies = asked.organisations("agencies", "Which other agencies were there?", concerned(open));
        let checked = yes_no::radios(
            asked,
            "safety_checked",
            "Did the meeting check that the child and any siblings are safe now?",
            ["Yes", "No"],
        );
        let unchecked = asked.text("reason", "If not, why not?").rows(3).hint("1 or 2 sentences");
        let facts = asked.text("facts", "What did agencies do, as the meeting found it?").rows(10).hint(
            "The key practice episodes. It becomes part of the report. Do not use names of children or families",
        );
        let learning = asked
            .text("learning", "What was learnt so far?")
            .rows(8)
            .hint("And how it is shared now. It becomes part of the report");
        let dissent = asked
            .text("dissent", "Did anybody see it differently? (optional)")
            .rows(4)
            .hint("Who, and how. Leave it empty if nobody did");
        vec![
            Section::under(
                "Who was there",
                vec![
                    Question::new("on", on),
                    Question::new("present", present),
                    Question::new("comment", absent),
                    Question::new("agencies", agencies),
                ],
            ),
            Section::under(
                "Safety now",
                vec![Question::new("safety_checked", checked), Question::new("reason", unchecked)],
            ),
            Section::under(
                "What the meeting found",
                vec![
                    Question::new("facts", facts),
                    Question::new("learning", learning),
                    Question::new("dissent", dissent),
                ],
            ),
        ]
    }

    fn read(&self, open: &OpenCase, fields: &mut Fields<'_>) -> Option<Command> {
        let on = fields.past_day("on", "Date of the meeting", open.today);
        let present = fields.choices("present");
        let comment = fields.optional_text("comment");
        let agencies = organisations(open, fields, "agencies");
        let checked = yes_no::read(
            fields,
            "safety_checked",
            "Select whether the meeting checked that the child is safe",
        );
        let reason = fields.optional_text("reason");
        let facts = fields.text("facts", "Enter what agencies did, as the meeting found it");
        let learning = fields.text("learning", "Enter what was learnt so far");
        let words = Words::none().and(Word::Facts, facts).and(Word::Learning, learning);
        let words = and_word(words, Word::Comment, comment);
        let words = and_word(words, Word::Reason, reason);
        let words = and_word(words, Word::Dissent, fields.optional_text("dissent"));
        let meeting = Meeting { present, agencies, safety_checked: checked? };
        Some(Command { on: When::Day(on?), step: Step::HoldMeeting(meeting), words })
    }

    fn said(&self, open: &OpenCase, answers: &Answers) -> Vec<Said> {
        let there = Partner::ALL.iter().filter(|partner| answers.has("present", &code(*partner)));
        let there = capital(&and(&there.map(|partner| partner.label()).collect::<Vec<_>>()));
        vec![
            Said::new("on", "Date of the meeting", said_when(answers, "on")),
            Said::new("present", "Statutory partners there", there),
            Said::new("comment", "Why a partner was not there", answers.one("comment")),
            Said::new("agencies", "Other agencies there", organisations_said(open, answers, "agencies")),
            Said::new("safety_checked", "Safety checked", yes_no::said(answers, "safety_checked")),
            Said::new("reason", "Why not", answers.one("reason")),
            Said::new("facts", "What agencies did", answers.one("facts")),
            Said::new("learning", "What was learnt", answers.one("learning")),
            Said::new("dissent", "Who saw it differently", answers.one("dissent")),
        ]
    }

    fn done(&self, after: &OpenCase, command: &Command) -> (String, Option<String>) {
        let happened = match command.on.day() {
            Some(day) => format!("Meeting recorded, held on {}", plan::day_and_number(after, day)),
            None => "Meeting recorded".to_owned(),
        };
        let put = plan::planned(after, KeyDate::PartnersAsked).filter(|day| *day >= after.today);
        let next = put.map(|day| {
            format!("Next, write the report. The plan puts it to the partners on {}.", date::weekday(day))
        });
        (happened, next.or_else(|| Some("Next, write the report.".to_owned())))
    }
}
