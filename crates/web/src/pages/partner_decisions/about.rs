//! What the partners are asked, before they answer: by when, the recommendations, and where the report is.

use askama::Template;
use askama::filters::HtmlSafe;
use case::decisions::Question;
use case::{Clock, ClockKey};

use super::question::how_many;
use super::recommendations;
use crate::case_view::OpenCase;
use crate::components::{Html, SummaryList};
use crate::text::date;
use crate::text::grammar::lower_first;

#[derive(Template)]
#[template(path = "pages/partner_decisions/about.html")]
struct About {
    due: Option<Due>,
    panel: Option<String>,
    recommendations: Option<SummaryList>,
    others: Option<u8>,
    report: Option<Report>,
    means: Option<&'static str>,
}

impl HtmlSafe for About {}

struct Due {
    day: String,
    left: String,
    working: String,
}

struct Report {
    text: &'static str,
    href: String,
    version: u16,
}

/// Says it.
pub(super) fn of(open: &OpenCase, question: Question) -> Html {
    let clocks = open.clocks();
    let count = how_many(&open.case, question);
    let version = open.case.version_in_question(question);
    let on_report = matches!(question, Question::RapidReview | Question::Reconsideration);
    let panel = running(&clocks, ClockKey::RapidReview).filter(|_| question == Question::RapidReview);
    Html::of(About {
        due: wanted(question)
            .iter()
            .find_map(|key| running(&clocks, *key))
            .and_then(|clock| due(open, clock)),
        panel: panel.and_then(Clock::due_date).map(date::weekday),
        recommendations: version.filter(|_| on_report).map(|version| recommendations::of(open, version)),
        others: count.filter(|count| usize::from(*count) != recommendations::ROWS),
        report: version.map(|version| report(open, on_report, version)),
        means: means(question),
    })
}

/// The clocks by which a question is to be decided, the one that counts first.
fn wanted(question: Question) -> &'static [ClockKey] {
    match question {
        Question::RapidReview => &[ClockKey::PartnerDecisionsWanted, ClockKey::RapidReview],
        Question::Reconsideration => &[ClockKey::PanelQueryReply],
        Question::SignOff => &[ClockKey::Lcspr],
        Question::ImprovementsOnly
        | Question::HoldPublication
        | Question::NotPublish
        | Question::Discontinue => &[],
    }
}

fn running<'c, 'r>(clocks: &'c [Clock<'r>], key: ClockKey) -> Option<&'c Clock<'r>> {
    clocks.iter().find(|clock| clock.key == key && clock.is_open() && clock.due_date().is_some())
}

fn due(open: &OpenCase, clock: &Clock<'_>) -> Option<Due> {
    Some(Due {
        day: date::weekday(clock.due_date()?),
        left: lower_first(&clock.words(open.today, open.calendar())),
        working: open.address(&format!("/deadlines/{}", clock.key)),
    })
}

fn report(open: &OpenCase, is_rapid_review: bool, version: u16) -> Report {
    let (text, page) = if is_rapid_review {
        ("Read the rapid review report", format!("/rapid-review/reports/{version}"))
    } else {
        ("Read the draft of the final report", format!("/lcspr/drafts/{version}"))
    };
    Report { text, href: open.address(&page), version }
}

/// What agreeing to a question means that is about no text.
fn means(question: Question) -> Option<&'static str> {
    match question {
        Question::RapidReview | Question::Reconsideration | Question::SignOff => None,
        Question::ImprovementsOnly => Some(
            "The report would not be published. The improvements that should be made would be, in the same time limit, and the National Panel and the Secretary of State would be told why.",
        ),
        Question::HoldPublication => Some(
            "The report would be published later. The deadline keeps running, and the National Panel and the Secretary of State would be told why.",
        ),
        Question::NotPublish => Some(
            "Neither the report nor its improvements would be published. The National Panel and the Secretary of State would be told why, and their comments considered.",
        ),
        Question::Discontinue => Some(
            "The LCSPR would end without a report. The National Panel would be told, and what was learnt so far kept.",
        ),
    }
}
