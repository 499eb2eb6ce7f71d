//! Recording that the report was sent to the Panel. A missing decision gives pause and never stops it: the deadline is
//! the law.

use askama::Template;
use askama::filters::HtmlSafe;
use case::decisions::Question as Decided;
use case::rapid_review::Submission;
use case::{ClockKey, Command, Step, StepKind, When, Word};

use super::{HOME, sent};
use crate::case_view::{OpenCase, deadline_text};
use crate::components::{Html, SummaryList, SummaryRow};
use crate::form::asked::capital;
use crate::form::parse::Fields;
use crate::form::question::{Own, Question, happened_on, text};
use crate::form::{Answers, Form, Page, Questions, Read, Recording};
use crate::session::Flash;

const REASON: Question<String> = text(Word::Reason, "Why is it sent without that?")
    .short("Why it is sent without that")
    .missing("Enter why it is sent without that")
    .hint("2 or 3 sentences. Everyone who may read about the National Panel reads this. Do not use names of children or families");
const ON: Question<When> = happened_on("When was it sent?", "Date it was sent").short("Date sent");

pub(super) struct Submit;

/// What goes to the Panel, with the version that its reader saw: another may be put to the partners meanwhile.
#[derive(Template)]
#[template(path = "pages/panel/goes.html")]
struct Goes {
    goes: SummaryList,
    version: u16,
}

impl HtmlSafe for Goes {}

/// The number of the version that is put to the partners.
fn version(open: &OpenCase) -> u16 {
    open.case.rapid_review.put().map_or(0, |put| put.version)
}

/// The same version in words.
fn report(open: &OpenCase) -> Option<String> {
    let put = open.case.rapid_review.put()?;
    Some(format!("{}\n{}", sent::version(put), sent::recommends(put)))
}

fn goes(open: &OpenCase) -> Goes {
    let report = report(open).unwrap_or_else(|| "No version was put to the partners".to_owned());
    let list =
        SummaryList::new().card("What goes to the National Panel", 2).row(SummaryRow::new("Report", report));
    let decided = sent::decisions(open).into_iter();
    let list =
        decided.fold(list, |list, (partner, decided)| list.row(SummaryRow::new(capital(&partner), decided)));
    Goes { goes: list, version: version(open) }
}

/// The question that shows the report, and with it the version that was looked at.
fn look_at_report(open: &OpenCase) -> Own<'_> {
    Own::new("report", "Report", move |_| Html::of(goes(open)))
        .checked(move |fields| check_version(open, fields))
        .said(move |_| report(open).unwrap_or_default())
}

fn check_version(open: &OpenCase, fields: &mut Fields<'_>) {
    let put = version(open);
    if fields.answers().one("report") != put.to_string() {
        let message = format!(
            "Version {put} of the report is with the partners now. Check what goes to the National Panel"
        );
        fields.problems.add("report", message);
    }
}

impl Form for Submit {
    fn page(&self) -> Page {
        Page::new(StepKind::SubmitToPanel, "/panel/submit", HOME, "Submit to the National Panel")
            .intro("We do not send it for you. Send the report to the National Panel first, then record here that it was sent.")
            .button("Record the rapid review as sent")
            .checked("Check and record the submission to the National Panel")
    }

    fn questions<'a>(&'a self, open: &'a OpenCase, _answers: &'a Answers) -> Questions<'a> {
        let report = Questions::new().ask(look_at_report(open));
        let decided = sent::decisions(open)
            .into_iter()
            .fold(report, |report, (partner, decided)| report.says(capital(&partner), decided));
        let reason = match sent::missing(open) {
            Some(missing) => decided
                .warn(format!("{missing} The deadline is the law, so the report can go all the same."))
                .ask(REASON),
            None => decided,
        };
        reason.ask(ON)
    }

    fn step(&self, open: &OpenCase, _read: &Read<'_>) -> Recording {
        let escalated = open.case.decisions.escalations.contains_key(&Decided::RapidReview);
        let without_all_partners = !escalated && !open.case.undecided(Decided::RapidReview).is_empty();
        Step::SubmitToPanel(Submission { version: version(open), without_all_partners }).into()
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

    fn done(&self, after: &OpenCase, recorded: &[Command]) -> Flash {
        let on = recorded.first().map_or(When::NotKnown, |command| command.on);
        let happened =
            format!("Rapid review recorded as sent to the National Panel{}", super::wait::on_day(on));
        Flash::new(happened).next(deadline_text::together([
            deadline_text::met(after, ClockKey::RapidReview),
            deadline_text::due(after, ClockKey::PanelReply, "A reply is expected by"),
        ]))
    }
}
