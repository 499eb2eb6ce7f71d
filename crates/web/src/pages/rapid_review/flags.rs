//! What a good report has, as a list to look through. Nothing on it stands in anybody's way.

use case::notification::Ethnicity;
use case::rapid_review::Section;
use case::terms::{Partner, YesNo};
use case::{Fact, Word};

use super::written;
use crate::case_view::OpenCase;
use crate::case_view::entries::{Entries, wrote};
use crate::components::{SummaryList, SummaryRow};
use crate::text::grammar::{and, several};

/// One thing to look for.
pub(super) struct Flag {
    /// What a good report has.
    what: &'static str,
    /// How it is there, or what is missing.
    found: Result<String, String>,
}

/// All of them.
pub(super) fn all(open: &OpenCase) -> Vec<Flag> {
    vec![partners(open), dissent(open), owners(open), analysis(open), identity(open)]
}

/// How many things there are to look at, in words.
pub(super) fn in_short(flags: &[Flag]) -> String {
    match flags.iter().filter(|flag| flag.found.is_err()).count() {
        0 => "Everything on the list is there".to_owned(),
        count => several(count, "thing to look at", "things to look at"),
    }
}

/// The list.
pub(super) fn list(flags: &[Flag]) -> SummaryList {
    flags.iter().fold(SummaryList::new(), |list, flag| {
        list.row(match &flag.found {
            Ok(found) => SummaryRow::new(flag.what, found),
            Err(missing) => SummaryRow::strong(flag.what, format!("Look at this: {missing}")),
        })
    })
}

/// What is missing, a sentence each.
pub(super) fn missing(flags: &[Flag]) -> String {
    let missing = flags.iter().filter_map(|flag| flag.found.as_ref().err().cloned());
    missing.collect::<Vec<_>>().join("\n")
}

fn partners(open: &OpenCase) -> Flag {
    let what = "All three statutory partners took part";
    let Some(meeting) = &open.case.rapid_review.meeting else {
        return Flag { what, found: Err("the meeting is not recorded yet.".to_owned()) };
    };
    let absent = Partner::ALL.iter().filter(|partner| !meeting.present.contains(partner));
    let absent: Vec<_> = absent.map(|partner| format!("the {partner}")).collect();
    let found = if absent.is_empty() {
        Ok("All three were at the meeting".to_owned())
    } else {
        Err(format!("nobody was at the meeting for {}.", and(&absent)))
    };
    Flag { what, found }
}

fn dissent(open: &OpenCase) -> Flag {
    let what = "Who saw it differently is recorded";
    let entries = Entries::of(&open.case);
    let found = match entries.last(|fact| matches!(fact, Fact::MeetingHeld(_))) {
        Some((_, event)) if wrote(event, Word::Dissent).is_empty() => {
            Ok("Nobody did, as the meeting recorded it".to_owned())
        }
        Some(_) => Ok("Recorded with the meeting".to_owned()),
        None => Err("the meeting is not recorded yet.".to_owned()),
    };
    Flag { what, found }
}

fn owners(open: &OpenCase) -> Flag {
    let what = "Every action has an owner and a date";
    let actions: Vec<_> = open.case.actions.open().map(|standing| &standing.action).collect();
    let without = actions.iter().filter(|one| one.owner.is_none() && one.owner_organisation.is_none());
    let without: Vec<_> = without.map(|one| one.number.to_string()).collect();
    let found = match (actions.len(), without.as_slice()) {
        (0, _) => Err("there is no action in the action plan yet.".to_owned()),
        (count, []) => Ok(several(count, "action, with owner and date", "actions, each with owner and date")),
        (_, [one]) => Err(format!("action {one} has no owner.")),
        (_, several) => Err(format!("actions {} have no owner.", and(several))),
    };
    Flag { what, found }
}

fn analysis(open: &OpenCase) -> Flag {
    let (_, words) = written::section(&open.case, Section::Facts);
    let found = match words.get(Word::Analysis) {
        Some(_) => Ok("Written in facts and context".to_owned()),
        None => Err("facts and context says what happened, and not yet why.".to_owned()),
    };
    Flag { what: "The analysis asks why, and not only what", found }
}

/// What is not known about a child may stay so, where the report says why.
fn identity(open: &OpenCase) -> Flag {
    let what = "Ethnicity and disability are known, or the report says why not";
    let (_, equality) = written::section(&open.case, Section::Equality);
    let children = &open.case.notification.children;
    let unknown: Vec<_> = children
        .values()
        .filter_map(|child| {
            let ethnicity = (child.ethnicity == Ethnicity::NotKnown).then_some("ethnicity");
            let disability = (child.disability == YesNo::NotKnown).then_some("disability");
            let what: Vec<_> = ethnicity.into_iter().chain(disability).collect();
            (!what.is_empty()).then(|| format!("child {}, {}", child.number, and(&what)))
        })
        .collect();
    let found = match (children.is_empty(), unknown.is_empty(), equality.get(Word::Equality)) {
        (true, ..) => Err("no child is recorded yet.".to_owned()),
        (false, true, _) => Ok("Known".to_owned()),
        (false, false, Some(_)) => {
            Ok(format!("Not known: {}. Equality and identity can say why", unknown.join("; ")))
        }
        (false, false, None) => {
            Err(format!("not known: {}. Say why in equality and identity.", unknown.join("; ")))
        }
    };
    Flag { what, found }
}
