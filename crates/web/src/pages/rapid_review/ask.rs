//! Asking the three partners to decide: a version of the report is frozen with its digest, and put to them.

use askama::Template;
use askama::filters::HtmlSafe;
use case::decisions::Question as Decided;
use case::rapid_review::{Recommendation, Report};
use case::{Case, Command, ReportDigest, Stage, Step, When, Word, Words};

use super::report::{self, Text};
use super::written::Content;
use super::{HOME, flags, plan};
use crate::case_view::OpenCase;
use crate::components::{SummaryList, SummaryRow};
use crate::form::asked::{Asked, Question, Section, and_when, capital, said_when};
use crate::form::case_form::{Form, Said};
use crate::form::data::Answers;
use crate::form::parse::Fields;
use crate::text::date;
use crate::text::grammar::{and, several, upper_first};

/// How many recommendations the partners decide on: on a national review, on an LCSPR, and on the actions.
const RECOMMENDATIONS: u8 = 3;

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

fn asking(open: &OpenCase, fields: &mut Fields<'_>) -> Option<Command> {
    let decide_by = fields.day("decide_by", "Date the decisions are wanted");
    if decide_by.is_some_and(|day| day < open.today) {
        fields.problems.add_at(
            "decide_by",
            "decide_by-day",
            "Date the decisions are wanted must be today or later",
        );
    }
    let step =
        Step::AskPartners(Recommendation { version: version(&open.case).0, decide_by: Some(decide_by?) });
    Some(Command { on: When::Day(open.today), step, words: Words::none() })
}

fn writing(open: &OpenCase, version: u16) -> Option<Command> {
    let content = Content::now(&open.case);
    let report = Report {
        version,
        digest: Text::of(&open.case, &content).digest(),
        national: content.national?,
        lcspr: content.lcspr?,
        recommendations: RECOMMENDATIONS,
    };
    Some(Command { on: When::Day(open.today), step: Step::WriteReport(report), words: content.words })
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

impl Form for Ask {
    fn path(&self) -> String {
        "/rapid-review/ask".to_owned()
    }

    fn home(&self) -> &'static str {
        HOME
    }

    fn heading(&self) -> String {
        "Ask the partners to decide".to_owned()
    }

    fn intro(&self, open: &OpenCase) -> Vec<String> {
        let (version, is_new) = version(&open.case);
        let what = if is_new {
            format!(
                "The report as it reads now becomes version {version}. It is frozen: it stays as it is, whatever is written later."
            )
        } else {
            format!("The text has not changed. Version {version} is put to the partners.")
        };
        vec![what]
    }

    fn button(&self) -> &'static str {
        "Ask the partners to decide"
    }

    /// One date is not worth a draft, and the report that a draft was about may have changed when it is opened again.
    fn is_kept(&self) -> bool {
        false
    }

    fn step(&self, _open: &OpenCase) -> Option<Step> {
        Some(Step::AskPartners(Recommendation { version: 1, decide_by: None }))
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

    fn begin(&self, open: &OpenCase) -> Answers {
        and_when(Answers::default(), "decide_by", When::Day(plan::decisions(open)))
    }

    fn sections(&self, open: &OpenCase, asked: Asked<'_>) -> Vec<Section> {
        let content = Content::now(&open.case);
        let (version, is_new) = version(&open.case);
        let text = Text::of(&open.case, &content);
        let read = if is_new {
            open.address("/rapid-review/report")
        } else {
            open.address(&format!("/rapid-review/reports/{version}"))
        };
        let minutes = several(text.minutes(), "minute", "minutes");
        let put = SummaryList::new()
            .row(SummaryRow::new("Report", format!("Version {version}, about {minutes} to read")).second(
                "Read",
                read,
                "the report",
            ))
            .row(SummaryRow::new(
                "1. National review needed?",
                format!("{}. {}", national(&content), written(&content, Word::NationalSignificance)),
            ))
            .row(SummaryRow::new(
                "2. LCSPR",
                format!("{}. {}", lcspr(&content), written(&content, Word::LcsprReason)),
            ))
            .row(SummaryRow::new("3. Actions", written(&content, Word::Actions)));
        let put = if content.lcspr == Some(true) {
            put.row(SummaryRow::new("Scope of the LCSPR", written(&content, Word::Scope)))
        } else {
            put
        };
        let put = Put {
            list: put,
            flags: flags::list(&flags::all(open)),
            voids: voided(open),
            digest: text.digest(),
        };
        let by = asked
            .date("decide_by", "By when are their decisions wanted?")
            .hint(format!("The plan says {}", plan::day_and_number(open, plan::decisions(open))));
        vec![Section::plain(vec![Question::new("text", put), Question::new("decide_by", by)])]
    }

    fn read(&self, open: &OpenCase, fields: &mut Fields<'_>) -> Option<Command> {
        if fields.answers().one("text") != Text::now(&open.case).digest().to_string() {
            let changed = "The report has changed since you looked at it. Read what is put to the partners now, and ask again";
            fields.problems.add("", changed);
        }
        let asking = asking(open, fields)?;
        match version(&open.case) {
            (version, true) => writing(open, version),
            (_, false) => Some(asking),
        }
    }

    /// A new version is frozen and put to them together, or neither.
    fn then(&self, open: &OpenCase, answers: &Answers) -> Vec<Command> {
        let asking = asking(open, &mut Fields::of(answers));
        asking.filter(|_| version(&open.case).1).into_iter().collect()
    }

    fn said(&self, open: &OpenCase, answers: &Answers) -> Vec<Said> {
        let content = Content::now(&open.case);
        let flags = flags::all(open);
        let (version, _) = version(&open.case);
        vec![
            Said::new("version", "Report", format!("Version {version}")),
            Said::new("national", "1. National review needed?", national(&content)),
            Said::new("lcspr", "2. LCSPR", lcspr(&content)),
            Said::new(
                "scope",
                "Scope of the LCSPR",
                if content.lcspr == Some(true) { written(&content, Word::Scope) } else { "" },
            ),
            Said::new("actions", "3. Actions", written(&content, Word::Actions)),
            Said::new(
                "flags",
                "Quality of the report",
                format!("{}\n{}", flags::in_short(&flags), upper_first(&flags::missing(&flags))),
            ),
            Said::new("decide_by", "Decisions wanted by", said_when(answers, "decide_by")),
        ]
    }

    fn check_heading(&self) -> Option<&'static str> {
        Some("Check and ask the partners to decide")
    }

    fn happens(&self, open: &OpenCase, after: &OpenCase) -> Vec<String> {
        let frozen = version(&open.case).1.then(|| {
            after.case.rapid_review.latest().map(|latest| {
                format!("Version {} is frozen with the digest {}, by which anybody can see that it was not changed.", latest.version, report::short(latest.digest))
            })
        });
        let by = after.case.rapid_review.asked.as_ref().and_then(|asked| asked.decide_by);
        let asked = by.map(|by| {
            format!(
                "The council, the NHS integrated care board and the police are asked by email to decide by {}.",
                date::weekday(by)
            )
        });
        let due = crate::case_view::deadline_text::due(
            after,
            case::ClockKey::RapidReview,
            "The rapid review is still due",
        );
        frozen.flatten().into_iter().chain(asked).chain(voided(open)).chain(due).collect()
    }

    fn done(&self, after: &OpenCase, _command: &Command) -> (String, Option<String>) {
        let asked = after.case.rapid_review.asked.as_ref();
        let version = asked.map_or(0, |asked| asked.version);
        let by = asked.and_then(|asked| asked.decide_by);
        let next = by.map(|by| format!("Their decisions are wanted by {}.", date::weekday(by)));
        (format!("Version {version} is with the partners"), next)
    }
}
