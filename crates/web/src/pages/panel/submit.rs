//! Recording that the report was sent to the Panel. A missing decision gives pause and never stops it: the deadline is
//! the law.

use askama::Template;
use askama::filters::HtmlSafe;
use case::decisions::Question;
use case::rapid_review::Submission;
use case::terms::Partner;
use case::{ClockKey, Command, Move, Step, When, Word, Words};

use super::{HOME, sent};
use crate::case_view::{OpenCase, deadline_text};
use crate::components::{Html, SummaryList, SummaryRow, WarningText};
use crate::form::asked::{Asked, Question as Asks, Section, capital, said_when};
use crate::form::case_form::{Form, Said};
use crate::form::common::{and_word, today};
use crate::form::data::Answers;
use crate::form::parse::Fields;

/// The submission.
pub(super) struct Submit;

/// What goes to the Panel, with the version that its reader saw: another may be put to the partners meanwhile.
#[derive(Template)]
#[template(path = "pages/panel/goes.html")]
struct Goes {
    goes: SummaryList,
    version: u16,
}

impl HtmlSafe for Goes {}

fn goes(open: &OpenCase) -> Goes {
    let put = open.case.rapid_review.put();
    let report = put.map(|put| format!("{}\n{}", sent::version(put), sent::recommends(put)));
    let list = SummaryList::new().card("What goes to the National Panel", 2).row(SummaryRow::new(
        "Report",
        report.unwrap_or_else(|| "No version was put to the partners".to_owned()),
    ));
    let decided = sent::decisions(open).into_iter();
    let list =
        decided.fold(list, |list, (partner, decided)| list.row(SummaryRow::new(capital(&partner), decided)));
    Goes { goes: list, version: put.map_or(0, |put| put.version) }
}

/// How a partner’s decision is called among the answers.
fn row(partner: Partner) -> (&'static str, &'static str) {
    match partner {
        Partner::Council => ("council", "Council"),
        Partner::Icb => ("icb", "NHS integrated care board"),
        Partner::Police => ("police", "Police"),
    }
}

impl Form for Submit {
    fn path(&self) -> String {
        "/panel/submit".to_owned()
    }

    fn home(&self) -> &'static str {
        HOME
    }

    fn heading(&self) -> String {
        "Submit to the National Panel".to_owned()
    }

    fn intro(&self, _open: &OpenCase) -> Vec<String> {
        vec!["We do not send it for you. Send the report to the National Panel first, then record here that it was sent."
            .to_owned()]
    }

    fn button(&self) -> &'static str {
        "Record the rapid review as sent"
    }

    fn step(&self, _open: &OpenCase) -> Option<Step> {
        Some(Step::SubmitToPanel(Submission { version: 1, without_all_partners: false }))
    }

    fn fits(&self, open: &OpenCase) -> bool {
        open.case.stage.after(Move::Submit).is_some()
    }

    fn begin(&self, open: &OpenCase) -> Answers {
        today(open)
    }

    fn sections(&self, open: &OpenCase, asked: Asked<'_>) -> Vec<Section> {
        let mut questions = vec![Asks::new("report", goes(open))];
        if let Some(missing) = sent::missing(open) {
            let warning = format!("{missing} The deadline is the law, so the report can go all the same.");
            let reason = asked.text("reason", "Why is it sent without that?").hint(
                "2 or 3 sentences. Everyone who may read about the National Panel reads this. Do not use names of children or families",
            );
            questions.push(Asks::new("reason", Html::of(WarningText::new(warning)).then(reason)));
        }
        questions.push(asked.when("on", "When was it sent?"));
        vec![Section::plain(questions)]
    }

    fn read(&self, open: &OpenCase, fields: &mut Fields<'_>) -> Option<Command> {
        let put = open.case.rapid_review.put().map_or(0, |put| put.version);
        let seen = fields.answers().one("report");
        if seen != put.to_string() {
            let message = format!(
                "Version {put} of the report is with the partners now. Check what goes to the National Panel"
            );
            fields.problems.add("report", message);
        }
        let missing = sent::missing(open);
        let reason = missing.is_some().then(|| fields.text("reason", "Enter why it is sent without that"));
        let on = fields.known_when("on", "Date it was sent", open.today);
        let escalated = open.case.decisions.escalations.contains_key(&Question::RapidReview);
        let without = !escalated && !open.case.undecided(Question::RapidReview).is_empty();
        let step = Step::SubmitToPanel(Submission { version: put, without_all_partners: without });
        Some(Command { on, step, words: and_word(Words::none(), Word::Reason, reason) })
    }

    fn said(&self, open: &OpenCase, answers: &Answers) -> Vec<Said> {
        let put = open.case.rapid_review.put();
        let report = put.map(|put| format!("{}\n{}", sent::version(put), sent::recommends(put)));
        let mut said = vec![Said::new("report", "Report", report.unwrap_or_default())];
        for (partner, decided) in sent::decisions(open) {
            let (name, label) = row(partner);
            said.push(Said::new(name, label, decided));
        }
        if sent::missing(open).is_some() {
            said.push(Said::new("reason", "Why it is sent without that", answers.one("reason")));
        }
        said.push(Said::new("on", "Date sent", said_when(answers, "on")));
        said
    }

    fn check_heading(&self) -> Option<&'static str> {
        Some("Check and record the submission to the National Panel")
    }

    fn happens(&self, open: &OpenCase, after: &OpenCase) -> Vec<String> {
        let met = deadline_text::met(after, ClockKey::RapidReview)
            .map(|met| format!("The deadline of the rapid review ends. {met}"));
        let late =
            sent::missing(open).map(|missing| format!("{missing} They can still be recorded afterwards."));
        let expected = deadline_text::due(after, ClockKey::PanelReply, "A reply is expected by");
        let expected = expected.map(|expected| format!("{expected} That is not a deadline."));
        let nothing = "Nothing is sent to anybody.".to_owned();
        met.into_iter().chain(late).chain(expected).chain([nothing]).collect()
    }

    fn done(&self, after: &OpenCase, command: &Command) -> (String, Option<String>) {
        let happened = match command.on {
            When::NotKnown => "Rapid review recorded as sent to the National Panel".to_owned(),
            when => {
                format!("Rapid review recorded as sent to the National Panel{}", super::wait::on_day(when))
            }
        };
        let next = deadline_text::together([
            deadline_text::met(after, ClockKey::RapidReview),
            deadline_text::due(after, ClockKey::PanelReply, "A reply is expected by"),
        ]);
        (happened, next)
    }
}
