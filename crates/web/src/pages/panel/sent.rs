//! The report that goes to the Panel: its version, what it recommends, and who decided what on which version.

use case::decisions::{Answer, DecisionMade, Question};
use case::rapid_review::Report;
use case::terms::Partner;
use case::{Fact, Word};

use super::wait::on_day;
use crate::case_view::OpenCase;
use crate::case_view::entries::{Entries, wrote};
use crate::text::grammar::{and, several, upper_first};

/// “Version 2 of the rapid review report, with 3 recommendations”.
pub(super) fn version(report: &Report) -> String {
    let recommendations = usize::from(report.recommendations);
    format!(
        "Version {} of the rapid review report, with {}",
        report.version,
        several(recommendations, "recommendation", "recommendations")
    )
}

/// What a report recommends, in a sentence.
pub(super) fn recommends(report: &Report) -> String {
    let national = match report.national {
        case::rapid_review::Significance::Yes => "A national review",
        case::rapid_review::Significance::No => "No national review",
        case::rapid_review::Significance::Unsure => "Unsure about a national review",
    };
    let local = if report.lcspr { "carry out an LCSPR" } else { "no LCSPR" };
    format!("{national}, {local}")
}

/// The recommendations of a report by number, each in short. Where there are three they are the ones of every rapid
/// review: on a national review, on an LCSPR, and the actions.
pub(super) fn recommendations(report: &Report) -> Vec<(u8, String)> {
    let named = |number: u8| match (report.recommendations, number) {
        (3, 1) => format!("national review: {}", report.national),
        (3, 2) => format!("LCSPR: {}", if report.lcspr { "yes" } else { "no" }),
        (3, 3) => "actions".to_owned(),
        _ => String::new(),
    };
    (1..=report.recommendations).map(|number| (number, named(number))).collect()
}

/// What each partner decided on the recommendations, on which version, or that there is nothing.
pub(super) fn decisions(open: &OpenCase) -> Vec<(Partner, String)> {
    let entries = Entries::of(&open.case);
    Partner::ALL.iter().map(|partner| (*partner, decision(open, &entries, *partner))).collect()
}

fn decision(open: &OpenCase, entries: &Entries<'_>, partner: Partner) -> String {
    let is_theirs = |made: &DecisionMade| {
        made.decision.question == Question::RapidReview && made.decision.partner == partner
    };
    let last = entries.last(|fact| matches!(fact, Fact::PartnerDecided(made) if is_theirs(made)));
    let Some((_, event)) = last else { return "Not recorded yet".to_owned() };
    let Fact::PartnerDecided(made) = &event.fact else { return String::new() };
    let on = made.decision.version.map(|version| format!(" on version {version}")).unwrap_or_default();
    let numbers = &made.decision.not_agreed;
    let which = match (made.decision.answer, numbers.as_slice()) {
        (Answer::Disagree, [number]) => format!(" with recommendation {number}"),
        (Answer::Disagree, [_, _, ..]) => format!(" with recommendations {}", and(numbers)),
        _ => String::new(),
    };
    let who = wrote(event, Word::DecidedBy);
    let who = if who.is_empty() { who } else { format!("{who}, ") };
    let when = upper_first(on_day(event.on).trim_start());
    let said = format!("{}{which}{on}", upper_first(made.decision.answer.label()));
    let stands = open.case.decided(Question::RapidReview).contains_key(&partner);
    let note = if stands { "" } else { "\nMade on an earlier text, so it does not stand" };
    let by = format!("{who}{}", if who.is_empty() { when } else { on_day(event.on).trim_start().to_owned() });
    if by.is_empty() { format!("{said}{note}") } else { format!("{said}\n{by}{note}") }
}

/// Why the report should give pause: a partner has not decided on it, or does not agree. None once that was taken
/// higher.
pub(super) fn missing(open: &OpenCase) -> Option<String> {
    let case = &open.case;
    if case.decisions.escalations.contains_key(&Question::RapidReview) {
        return None;
    }
    let undecided = case.undecided(Question::RapidReview);
    let standing = case.decided(Question::RapidReview);
    let against = standing.iter().filter(|(_, made)| made.decision.answer == Answer::Disagree);
    let against: Vec<_> = against.map(|(partner, _)| *partner).collect();
    let version = case.version_in_question(Question::RapidReview).unwrap_or_default();
    let undecided =
        the(&undecided).map(|who| format!("There is no decision on version {version} for {who}."));
    let against = the(&against).map(|who| format!("No agreement on version {version} from {who}."));
    let both: Vec<_> = undecided.into_iter().chain(against).collect();
    (!both.is_empty()).then(|| both.join(" "))
}

fn the(partners: &[Partner]) -> Option<String> {
    let named: Vec<_> = partners.iter().map(|partner| format!("the {partner}")).collect();
    (!named.is_empty()).then(|| and(&named))
}
