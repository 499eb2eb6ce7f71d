//! Asking the three partners to decide: a version of the report is frozen with its digest, and put to them.

use askama::Template;
use askama::filters::HtmlSafe;
use calendar::NaiveDate;
use case::decisions::Question as Decided;
use case::rapid_review::{Recommendation, Report};
use case::{Case, ClockKey, Command, ReportDigest, Stage, Step, StepKind, When, Word, Words};

use super::report::{self, Text};
use super::written::Content;
use super::{HOME, flags, plan};
use crate::case_view::{OpenCase, deadline_text};
use crate::components::{Html, SummaryList, SummaryRow};
use crate::form::asked::capital;
use crate::form::question::{Own, Question, day};
use crate::form::{Answers, Form, Intro, Page, Problems, Questions, Read, Recording};
use crate::session::Flash;
use crate::text::date;
use crate::text::grammar::{and, several, upper_first};

/// How many recommendations the partners decide on: on a national review, on an LCSPR, and on the actions.
const RECOMMENDATIONS: u8 = 3;

/// The answer that says which text was looked at.
const LOOKED_AT: &str = "text";
const DECIDE_BY: Question<NaiveDate> = day("decide_by", "By when are their decisions wanted?")
    .short("Decisions wanted by")
    .called("Date the decisions are wanted");

/// Asking them.
pub(super) struct Ask;

/// What is put to them, with the digest of the text that was looked at.
#[derive(Template)]
#[template(path = "pages/rapid_review/put.html")]
struct Put {
    list: SummaryList,
    flags: SummaryList,
    voids: Option<String>,
    digest: ReportDigest,
}

impl HtmlSafe for Put {}

/// Why the partners cannot be asked yet; none where they can, or where it is not the time for it.
pub(super) fn not_yet(case: &Case) -> Option<String> {
    match case.stage {
        Stage::RapidReviewMeeting | Stage::PartnerDecision | Stage::PartnersReconsidering => {
            let missing = Content::now(case).missing();
            (!missing.is_empty()).then(|| format!("First write: {}", and(&missing)))
        }
        Stage::Notified => Some("Open the rapid review first".to_owned()),
        Stage::RapidReviewOpen | Stage::AgencyReturns => Some("Hold the meeting first".to_owned()),
        _ => None,
    }
}

/// The version that is put to the partners now, and whether it is a new one.
fn version(case: &Case) -> (u16, bool) {
    let latest = case.rapid_review.latest().map_or(0, |latest| latest.version);
    let is_new = report::has_changed(case);
    (if is_new { latest.saturating_add(1) } else { latest }, is_new)
}

/// The decisions that fall away because the text changed, in a sentence.
pub(super) fn voided(open: &OpenCase) -> Option<String> {
    if !report::has_changed(&open.case) {
        return None;
    }
    let question = open.question().filter(|question| *question != Decided::SignOff)?;
    let decided = open.case.decided(question);
    let who: Vec<_> = decided.keys().map(|partner| format!("the {partner}")).collect();
    let version = open.case.version_in_question(question)?;
    let fall = if who.len() == 1 { "The decision" } else { "The decisions" };
    let away = if who.len() == 1 { "falls away" } else { "fall away" };
    (!who.is_empty()).then(|| {
        format!("{fall} of {} on version {version} {away}, because the text has changed. The history keeps them, and these partners decide again.", and(&who))
    })
}

/// The text as it reads now, to be frozen; none where something is not written yet.
fn to_freeze(case: &Case, content: &Content, version: u16) -> Option<Report> {
    Some(Report {
        version,
        digest: Text::of(case, content).digest(),
        national: content.national?,
        lcspr: content.lcspr?,
        recommendations: RECOMMENDATIONS,
    })
}

fn national(content: &Content) -> String {
    content.national.as_ref().map(capital).unwrap_or_default()
}

fn lcspr(content: &Content) -> &'static str {
    match content.lcspr {
        Some(true) => "Carry out an LCSPR",
        Some(false) => "No LCSPR",
        None => "",
    }
}

fn written(content: &Content, word: Word) -> &str {
    content.words.get(word).unwrap_or_default()
}

/// What is put to them, to be read before they are asked.
fn put(open: &OpenCase) -> Html {
    let content = Content::now(&open.case);
    let (version, is_new) = version(&open.case);
    let text = Text::of(&open.case, &content);
    let read = if is_new {
        open.address("/rapid-review/report")
    } else {
        open.address(&format!("/rapid-review/reports/{version}"))
    };
    let minutes = several(text.minutes(), "minute", "minutes");
    let report = SummaryRow::new("Report", format!("Version {version}, about {minutes} to read"));
    let significance = written(&content, Word::NationalSignificance);
    let rows = [
        report.second("Read", read, "the report"),
        SummaryRow::new("1. National review needed?", format!("{}. {significance}", national(&content))),
        SummaryRow::new("2. LCSPR", format!("{}. {}", lcspr(&content), written(&content, Word::LcsprReason))),
        SummaryRow::new("3. Actions", written(&content, Word::Actions)),
    ];
    let scope = (content.lcspr == Some(true))
        .then(|| SummaryRow::new("Scope of the LCSPR", written(&content, Word::Scope)));
    Html::of(Put {
        list: rows.into_iter().chain(scope).fold(SummaryList::new(), SummaryList::row),
        flags: flags::list(&flags::all(open)),
        voids: voided(open),
        digest: text.digest(),
    })
}

/// What the check page says of the report.
fn says<'a>(open: &OpenCase, questions: Questions<'a>) -> Questions<'a> {
    let (content, flags) = (Content::now(&open.case), flags::all(open));
    let scope = if content.lcspr == Some(true) { written(&content, Word::Scope) } else { "" };
    let quality = format!("{}\n{}", flags::in_short(&flags), upper_first(&flags::missing(&flags)));
    questions
        .says("Report", format!("Version {}", version(&open.case).0))
        .says("1. National review needed?", national(&content))
        .says("2. LCSPR", lcspr(&content))
        .says("Scope of the LCSPR", scope)
        .says("3. Actions", written(&content, Word::Actions))
        .says("Quality of the report", quality)
}

impl Form for Ask {
    /// One date is not worth a draft, and the report that a draft was about may have changed when it is opened again.
    fn page(&self) -> Page {
        Page::new(StepKind::AskPartners, "/rapid-review/ask", HOME, "Ask the partners to decide")
            .button("Ask the partners to decide")
            .checked("Check and ask the partners to decide")
            .without_draft()
    }

    fn fits(&self, open: &OpenCase) -> bool {
        let case = &open.case;
        let is_time = match case.stage {
            Stage::RapidReviewMeeting | Stage::PartnersReconsidering => true,
            Stage::PartnerDecision => {
                let put = case.rapid_review.asked.as_ref().map(|asked| asked.version);
                put != Some(version(case).0)
            }
            _ => false,
        };
        is_time && not_yet(case).is_none()
    }

    fn intro(&self, open: &OpenCase) -> Intro {
        Intro::say(match version(&open.case) {
            (version, true) => format!(
                "The report as it reads now becomes version {version}. It is frozen: it stays as it is, whatever is written later."
            ),
            (version, false) => {
                format!("The text has not changed. Version {version} is put to the partners.")
            }
        })
    }

    fn questions<'a>(&'a self, open: &'a OpenCase, _answers: &'a Answers) -> Questions<'a> {
        let planned = plan::decisions(open);
        let by = DECIDE_BY.hinted(format!("The plan says {}", plan::day_and_number(open, planned)));
        let looked_at = Questions::new().ask(Own::new(LOOKED_AT, "", |_| put(open)));
        says(open, looked_at).ask(by.starting(planned))
    }

    fn check(&self, open: &OpenCase, read: &Read<'_>, problems: &mut Problems) {
        if read.answers.one(LOOKED_AT) != Text::now(&open.case).digest().to_string() {
            let changed = "The report has changed since you looked at it. Read what is put to the partners now, and ask again";
            problems.add("", changed);
        }
        if read.maybe(&DECIDE_BY).is_some_and(|day| day < open.today) {
            problems.add_date(DECIDE_BY.name, "Date the decisions are wanted must be today or later");
        }
    }

    /// A new version is frozen and put to them together, or neither.
    fn step(&self, open: &OpenCase, read: &Read<'_>) -> Recording {
        let (content, (version, is_new)) = (Content::now(&open.case), version(&open.case));
        let asking = Step::AskPartners(Recommendation { version, decide_by: Some(read.of(&DECIDE_BY)) });
        let Some(report) = to_freeze(&open.case, &content, version).filter(|_| is_new) else {
            return asking.into();
        };
        let asking = Command { on: When::Day(open.today), step: asking, words: Words::none() };
        Recording::from(Step::WriteReport(report)).with_words(content.words).then([asking])
    }

    fn happens(&self, open: &OpenCase, after: &OpenCase) -> Vec<String> {
        let latest = after.case.rapid_review.latest().filter(|_| version(&open.case).1);
        let frozen = latest.map(|latest| {
            format!(
                "Version {} is frozen with the digest {}, by which anybody can see that it was not changed.",
                latest.version,
                report::short(latest.digest)
            )
        });
        let by = after.case.rapid_review.asked.as_ref().and_then(|asked| asked.decide_by);
        let asked = by.map(|by| {
            format!(
                "The council, the NHS integrated care board and the police are asked by email to decide by {}.",
                date::weekday(by)
            )
        });
        let due = deadline_text::due(after, ClockKey::RapidReview, "The rapid review is still due");
        frozen.into_iter().chain(asked).chain(voided(open)).chain(due).collect()
    }

    fn done(&self, after: &OpenCase, _recorded: &[Command]) -> Flash {
        let asked = after.case.rapid_review.asked.as_ref();
        let version = asked.map_or(0, |asked| asked.version);
        let by = asked.and_then(|asked| asked.decide_by);
        let next = by.map(|by| format!("Their decisions are wanted by {}.", date::weekday(by)));
        Flash::new(format!("Version {version} is with the partners")).next(next)
    }
}
