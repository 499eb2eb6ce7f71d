//! What the three statutory partners have decided, as cards.

use case::decisions::{Answer, Question};
use case::terms::Partner;
use case::{Area, Fact, Recorded, When, Word};

use super::{now, where_to_record};
use crate::case_view::OpenCase;
use crate::components::{PartnerCard, PartnerPanel, PartnerState};
use crate::text::date;
use crate::text::grammar::upper_first;

/// A card for each partner, where the visitor may see what they decided.
pub(crate) fn cards(open: &OpenCase) -> Option<PartnerPanel> {
    let question = open.question().filter(|_| open.shows(Area::Decisions))?;
    Some(Partner::ALL.iter().fold(PartnerPanel::new(), |panel, of| panel.card(card(open, question, *of))))
}

/// What the rapid review recommends, in a sentence.
pub(crate) fn recommendation(open: &OpenCase) -> Option<String> {
    let report = open.case.rapid_review.put().filter(|_| open.shows(Area::RapidReview))?;
    open.question()?;
    let national = match report.national {
        case::rapid_review::Significance::Yes => "a national review",
        case::rapid_review::Significance::No => "no national review",
        case::rapid_review::Significance::Unsure => "unsure about a national review",
    };
    let local = if report.lcspr { "carry out an LCSPR" } else { "no LCSPR" };
    Some(format!("Recommendation: {national}, {local}."))
}

fn card(open: &OpenCase, question: Question, partner: Partner) -> PartnerCard {
    let name = upper_first(partner.label());
    let standing = open.case.decided(question);
    let Some(made) = standing.get(&partner) else {
        let lines = if question == Question::RapidReview { asked(open) } else { Vec::new() };
        let now = now(&open.case) == Some(question);
        let link = now.then(|| where_to_record(open, partner)).flatten();
        return PartnerCard { name, state: PartnerState::NotRecorded, lines, link };
    };
    let state = match made.decision.answer {
        Answer::Agree => PartnerState::Agrees,
        Answer::Disagree => PartnerState::DoesNotAgree,
        Answer::NeedsMoreInformation => PartnerState::NeedsMore,
    };
    let entry = open.case.history().iter().rev().find(|entry| is(entry, question, partner));
    let lines = entry.map(who_and_when).unwrap_or_default();
    let link =
        entry.map(|entry| ("View decision".to_owned(), open.address(&format!("/history/{}", entry.seq))));
    PartnerCard { name, state, lines, link }
}

/// When a partner who has not decided was asked, and by when.
fn asked(open: &OpenCase) -> Vec<String> {
    let review = &open.case.rapid_review;
    let asked = match review.asked_on {
        When::Day(day) => Some(format!("Asked {}", date::day(day))),
        _ => None,
    };
    let due = review.asked.as_ref().and_then(|asked| asked.decide_by).map(|by| {
        match (by - open.today).num_days() {
            0 => format!("Due today, {}", date::day(by)),
            1 => format!("Due tomorrow, {}", date::day(by)),
            days if days < 0 => format!("Was due {}", date::day(by)),
            _ => format!("Due {}", date::weekday(by)),
        }
    });
    asked.into_iter().chain(due).collect()
}

fn is(entry: &Recorded, question: Question, partner: Partner) -> bool {
    match &entry.event.fact {
        Fact::PartnerDecided(made) => made.decision.question == question && made.decision.partner == partner,
        _ => false,
    }
}

fn who_and_when(entry: &Recorded) -> Vec<String> {
    let words = &entry.event.words;
    let comment = if words.get(Word::Comment).is_some() { ", with a comment" } else { "" };
    let who = words.get(Word::DecidedBy).map(|who| format!("{who}{comment}"));
    who.into_iter().chain([entry.event.on.to_string()]).collect()
}
