//! How a date was worked out, in lines of a name and what it is.

use calendar::{Calendar, NaiveDate, Skipped, Working};
use case::{Clock, RapidReviewFrom};

use crate::text::grammar::upper_first;
use crate::text::{clock, date};

/// A line of the working.
pub(crate) type Line = (&'static str, String);

/// What the clock counts from.
pub(crate) fn start(of: &Clock<'_>) -> Vec<Line> {
    match of.start {
        Some(start) => vec![("Counts from", upper_first(&clock::started(start)))],
        None if of.count.is_none() => vec![("Counts from", "Nothing: somebody set the date".to_owned())],
        None => vec![("Counts from", "It has not started".to_owned())],
    }
}

/// The first day counted, and every day that was left out.
pub(crate) fn counted(working: &Working) -> Vec<Line> {
    let mut lines = Vec::new();
    if let Some(first) = working.counted.first() {
        lines.push(("Day 1", date::weekday(*first)));
    }
    if !working.skipped.is_empty() {
        lines.push(("Days left out", left_out(&working.skipped)));
    }
    if working.provisional {
        lines.push((
            "Provisional",
            "A bank holiday that was left out is expected and not proclaimed".to_owned(),
        ));
    }
    lines
}

/// Every weekend and bank holiday by name, a line each; a Saturday and its Sunday are one line.
fn left_out(skipped: &[Skipped]) -> String {
    let mut lines: Vec<String> = Vec::new();
    let mut days = skipped.iter().peekable();
    while let Some(day) = days.next() {
        let weekend = |other: &&Skipped| is_weekend(day, other);
        if let Some(sunday) = days.next_if(|next| weekend(next)) {
            let (first, last) =
                if day.date < sunday.date { (day.date, sunday.date) } else { (sunday.date, day.date) };
            lines.push(format!("Weekend: {} and {}", date::weekday_without_year(first), date::weekday(last)));
        } else if matches!(day.why.as_str(), "Saturday" | "Sunday") {
            lines.push(format!("Weekend: {}", date::weekday(day.date)));
        } else {
            lines.push(format!("{}: {}", day.why, date::weekday(day.date)));
        }
    }
    lines.join("\n")
}

fn is_weekend(day: &Skipped, other: &Skipped) -> bool {
    matches!((day.why.as_str(), other.why.as_str()), ("Saturday", "Sunday") | ("Sunday", "Saturday"))
        && (day.date - other.date).num_days().abs() == 1
}

/// The lines about the date at which the count arrived.
pub(crate) fn due(of: &Clock<'_>, calendar: &Calendar) -> Vec<Line> {
    let due = clock::due(of, calendar);
    let kept = of.judged.then(|| {
        (
            "Kept",
            "The date as it stood when the clock ended. A later change of bank holidays does not move it"
                .to_owned(),
        )
    });
    due.map(|due| (clock::by(of.key), due)).into_iter().chain(kept).collect()
}

/// The rule, its edition, and where it is found.
pub(crate) fn rule(of: &Clock<'_>) -> Vec<Line> {
    let mut lines = Vec::new();
    if let Some((set, rule)) = of.rule_set.zip(of.rule) {
        lines.push(("Rule", rule.what.clone()));
        if let Some(count) = of.count {
            let from = format!("{} {} {}", count.words(), count.direction.label(), rule.starts);
            lines.push(("Time limit", from));
        }
        lines.push((
            "Version",
            format!("{} ({}), in force {}", set.name, set.id, in_force(set.from, set.until)),
        ));
        lines.push(("Source", rule.source.clone()));
        let checked = if rule.verified {
            "Yes, somebody has read it there"
        } else {
            "No, nobody has read it there yet"
        };
        lines.push(("Checked against the source", checked.to_owned()));
        lines.extend(rule.note.clone().map(|note| ("Note", note)));
    } else if let Some(count) = of.count {
        lines.push((
            "Rule",
            format!("Local plan of the partnership: {} after the notification", count.words()),
        ));
    }
    if let Some(eased) = of.easement {
        lines.push(("Easement at that time", format!("{} ({})", eased.what, eased.source)));
    }
    lines
}

/// What the date would be by the reading that does not count for this case.
pub(crate) fn other_reading(of: &Clock<'_>) -> Vec<Line> {
    let Some(other) = &of.other_reading else { return Vec::new() };
    let from = match other.from {
        RapidReviewFrom::Notification => "Counted from the notification instead",
        RapidReviewFrom::Awareness => "Counted from the council becoming aware instead",
    };
    let due = match (&other.due, other.start) {
        (Ok(due), _) => date::weekday(due.date),
        (Err(why), _) => format!("no date, because {why}"),
    };
    vec![("The other reading", format!("{from}: {due}. Sources differ. For this case the date above counts"))]
}

fn in_force(from: NaiveDate, until: Option<NaiveDate>) -> String {
    match until {
        Some(until) => format!("{} to {}", date::day(from), date::day(until)),
        None => format!("from {}", date::day(from)),
    }
}
