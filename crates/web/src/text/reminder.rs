//! When reminders go, in words.

use case::reminders::{Kind, Overdue, Plan, Recipient, Schedule, Settings};

use super::date::working_days;
use super::grammar::{and, upper_first};

/// What a partnership reminds of. What cannot be used is refused before it is kept, so that it always can.
pub(crate) fn schedule(settings: &Settings) -> Schedule {
    Schedule::shipped().choosing(settings).unwrap_or_else(|_| Schedule::shipped().clone())
}

/// What a deadline is called in a list of kinds of reminders.
pub(crate) fn deadline(kind: Kind) -> &'static str {
    match kind {
        Kind::PartnersTold => "Telling the safeguarding partners",
        Kind::AgencyReturn => "Information asked of an agency",
        Kind::PanelReply => "Reply of the National Panel",
        Kind::PanelQueryReply => "Reply to the National Panel",
        Kind::AdvicePoint => "Advice of the National Panel",
        Kind::Lcspr => "Publishing an LCSPR",
        Kind::Copies => "Sending copies before publication",
        Kind::HoldReview => "Looking again at the hold of an LCSPR",
        Kind::PublicationHoldReview => "Looking again at the hold of a publication",
        _ => kind.label(),
    }
}

/// “3, 2 and 1 months, then 10 and 5 working days before, and on the day”.
pub(crate) fn ahead(months: &[u16], days: &[u16]) -> String {
    let units = |numbers: &[u16], unit: &str| {
        let plural = if numbers == [1] { "" } else { "s" };
        (!numbers.is_empty()).then(|| format!("{} {unit}{plural}", and(numbers)))
    };
    let before: Vec<_> = falling(days).into_iter().filter(|day| *day > 0).collect();
    let parts = [units(&falling(months), "month"), units(&before, "working day")];
    let parts: Vec<_> = parts.into_iter().flatten().collect();
    match (parts.is_empty(), days.contains(&0)) {
        (true, true) => "On the day".to_owned(),
        (true, false) => "Not before it is due".to_owned(),
        (false, true) => format!("{} before, and on the day", parts.join(", then ")),
        (false, false) => format!("{} before", parts.join(", then ")),
    }
}

/// “Each working day”, “On working days 1 and 3 after it was due”.
pub(crate) fn overdue(when: Option<&Overdue>) -> String {
    match when {
        None => "Not when it is overdue".to_owned(),
        Some(Overdue::EachWorkingDay | Overdue::Every(1)) => "Each working day".to_owned(),
        Some(Overdue::Every(days)) => format!("Every {days} working days"),
        Some(Overdue::On(days)) => {
            let (mut days, plural) = (falling(days), if days.len() == 1 { "" } else { "s" });
            days.reverse();
            format!("On working day{plural} {} after it was due", and(&days))
        }
    }
}

/// “Lead and Panel liaison officer; when it is overdue also business unit manager; from 3 working days overdue also Lee Harper”.
pub(crate) fn readers(plan: &Plan, senior: &str) -> String {
    let labels = |to: &[Recipient]| {
        and(&to.iter().map(|recipient| format!("the {}", recipient.label())).collect::<Vec<_>>())
    };
    let late = (!plan.when_overdue.is_empty())
        .then(|| format!("when it is overdue also {}", labels(&plan.when_overdue)));
    let long =
        plan.senior_after.map(|after| format!("from {} overdue also {senior}", working_days(after.into())));
    let parts: Vec<_> = [Some(upper_first(&labels(&plan.to))), late, long].into_iter().flatten().collect();
    parts.join("; ")
}

/// Each once, the largest first.
fn falling(numbers: &[u16]) -> Vec<u16> {
    let mut numbers = numbers.to_vec();
    numbers.sort_unstable_by(|one, other| other.cmp(one));
    numbers.dedup();
    numbers
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_days_of_reminders_are_said_as_people_say_them() {
        assert_eq!(
            ahead(&[1, 3, 2], &[10, 0, 5]),
            "3, 2 and 1 months, then 10 and 5 working days before, and on the day"
        );
        assert_eq!(
            [ahead(&[], &[1]), ahead(&[], &[0]), ahead(&[], &[])],
            ["1 working day before", "On the day", "Not before it is due"]
        );
        assert_eq!(overdue(Some(&Overdue::On(vec![3, 1]))), "On working days 1 and 3 after it was due");
        assert_eq!(overdue(Some(&Overdue::Every(5))), "Every 5 working days");
    }

    #[test]
    fn who_is_told_is_said_with_the_senior() {
        let plan = Schedule::shipped().plan(Kind::AgencyReturn).unwrap();
        assert_eq!(
            readers(plan, "the managers"),
            "The agency contacts; from 3 working days overdue also the managers"
        );
    }
}
