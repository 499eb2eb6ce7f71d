//! What an agency is asked for, as the letters about it say.

use chrono::NaiveDate;

use crate::parts::{CaseName, LinkPath, StaffName};
use crate::words;

/// What an agency is asked for in a case. It cannot say what the case is about.
#[derive(Clone, Debug)]
pub struct Wanted {
    /// The case of the request.
    pub case: CaseName,
    /// The day by which the answer is wanted.
    pub due: NaiveDate,
    /// The day on which the letter is written.
    pub on: NaiveDate,
    /// The working days from that day to the due date; negative where it has passed.
    pub working_days: i64,
    /// Whether a chronology is wanted beside the summary.
    pub chronology: bool,
    /// The page where the agency answers.
    pub link: LinkPath,
    /// The name of the person who leads the case.
    pub lead: Option<StaffName>,
}

impl Wanted {
    /// “a summary and a chronology”.
    pub(super) fn what(&self) -> &'static str {
        if self.chronology { "a summary and a chronology" } else { "a summary" }
    }

    /// “is wanted by Wednesday 25 March 2026, 3 working days from today”.
    pub(super) fn when(&self) -> String {
        let day = words::day(self.due);
        match (self.due - self.on).num_days() {
            0 => format!("is wanted by today, {day}"),
            1 => format!("is wanted by tomorrow, {day}"),
            ..0 if self.working_days == 0 => format!("was wanted by {day}"),
            ..0 => format!("was wanted by {day}, {} ago", working_days(self.working_days)),
            _ => format!("is wanted by {day}, {} from today", working_days(self.working_days)),
        }
    }

    /// Whether the due date has passed.
    pub(super) fn is_overdue(&self) -> bool {
        self.due < self.on
    }

    /// How near it is, as a subject begins with it: “Due tomorrow”, “Overdue”.
    pub(super) fn nearness(&self) -> String {
        match (self.due - self.on).num_days() {
            0 => "Due today".to_owned(),
            1 => "Due tomorrow".to_owned(),
            ..0 => "Overdue".to_owned(),
            _ => format!("Due in {}", working_days(self.working_days)),
        }
    }
}

fn working_days(count: i64) -> String {
    let count = count.unsigned_abs();
    if count == 1 { "1 working day".to_owned() } else { format!("{count} working days") }
}
