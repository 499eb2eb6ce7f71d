//! The wait for a reply of the Panel.

use calendar::{Calendar, NaiveDate};
use case::{Clock, ClockKey, KeyDate, Start, When};

use crate::text::date;

/// What was sent and has no answer.
pub(super) struct Wait {
    /// What it counts from: the report, or the answer to a question.
    pub(super) start: Option<Start>,
    /// The working days since; none where the day is not known.
    pub(super) days: Option<u32>,
    /// By when a reply is expected; none where that cannot be worked out.
    pub(super) expected: Option<NaiveDate>,
}

/// The wait that runs, where one does.
pub(super) fn of(clocks: &[Clock<'_>], today: NaiveDate, calendar: &Calendar) -> Option<Wait> {
    let clock = clocks.iter().find(|clock| clock.key == ClockKey::PanelReply && clock.is_open())?;
    let since = clock.start.and_then(|start| start.on.day());
    let days = since.and_then(|since| calendar.working_days_between(since, today).ok());
    Some(Wait {
        start: clock.start,
        days: days.and_then(|days| u32::try_from(days).ok()),
        expected: clock.due_date(),
    })
}

impl Wait {
    /// “Sent on 30 March 2026”, or when the Panel’s question was answered.
    pub(super) fn began(&self) -> String {
        let (what, on) =
            self.start.map_or((KeyDate::Submitted, When::NotKnown), |start| (start.what, start.on));
        match what {
            KeyDate::QueryAnswered => format!("The National Panel’s question was answered{}", on_day(on)),
            _ if on == When::NotKnown => "Sent on a date that is not known".to_owned(),
            _ => format!("Sent{}", on_day(on)),
        }
    }

    /// “No response yet, 6 working days. A reply is expected by …”. Nobody is ever in breach.
    pub(super) fn sentence(&self, today: NaiveDate) -> String {
        let days = match self.days {
            Some(days) if days > 0 => format!(", {}", date::working_days(days)),
            _ => String::new(),
        };
        let expected = match self.expected {
            Some(by) if by < today => {
                format!(" A reply was expected by {}. That is not a deadline.", date::weekday(by))
            }
            Some(by) => format!(" A reply is expected by {}.", date::weekday(by)),
            None => String::new(),
        };
        format!("{}. No response yet{days}.{expected}", self.began())
    }
}

/// “ on 10 March 2026”, “ in March 2026”, or nothing where nobody knows.
pub(super) fn on_day(when: When) -> String {
    match when {
        When::Day(_) => format!(" on {when}"),
        When::NotKnown => String::new(),
        when => format!(" in {when}"),
    }
}
