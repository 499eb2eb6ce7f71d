//! One date of a case, as somebody who has to do with it finds it in a list.

use std::collections::BTreeMap;

use calendar::{Calendar, NaiveDate};
use case::{
    Actor, Case, CaseId, Clock, ClockKey, ClockKind, ClockState, Mover, PartnershipId, PersonId, Reference,
    clocks,
};
use store::Basis;
use store::due::{Due, DueRow, Undated};

use crate::components::{ContextualDate, DueItem, Urgency};
use crate::names::Names;
use crate::text::task::Task;
use crate::text::{clock as clock_words, due_date};

/// Where a date stands from today.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Group {
    /// The date has passed, and it is not done.
    Overdue,
    /// Past, not done, and the Panel was told why.
    Explained,
    Today,
    /// Due in the next 5 working days.
    Soon,
    Later,
    /// Running, and nobody can say until when.
    Undated,
}

impl Group {
    /// Every group, in the order of the page.
    pub(crate) const ALL: [Self; 6] =
        [Self::Overdue, Self::Explained, Self::Today, Self::Soon, Self::Later, Self::Undated];

    pub(crate) fn heading(self) -> &'static str {
        match self {
            Self::Overdue => "Overdue",
            Self::Explained => "Missed, and the National Panel was told why",
            Self::Today => "Due today",
            Self::Soon => "Due in the next 5 working days",
            Self::Later => "Due later",
            Self::Undated => "No date can be worked out",
        }
    }

    /// Where links to it lead on the page.
    pub(crate) fn anchor(self) -> &'static str {
        match self {
            Self::Overdue => "overdue",
            Self::Explained => "missed",
            Self::Today => "today",
            Self::Soon => "soon",
            Self::Later => "later",
            Self::Undated => "undated",
        }
    }
}

/// One date of one case.
pub(crate) struct Dated {
    pub(crate) case: CaseId,
    pub(crate) partnership: PartnershipId,
    pub(crate) reference: Reference,
    pub(crate) key: ClockKey,
    pub(crate) kind: ClockKind,
    /// The date; none where it cannot be worked out.
    pub(crate) due: Option<NaiveDate>,
    /// Where it stands from today.
    pub(crate) group: Group,
    /// Whether whoever leads the case has to move.
    pub(crate) waits_for_lead: bool,
    /// Whether it is past or at most two working days away.
    pub(crate) is_near: bool,
    /// What is to be done.
    pub(crate) title: String,
    /// “2026-014 · Partner decisions · 2 of 3 recorded”.
    pub(crate) line: String,
    /// What else is worth knowing, each a sentence without a full stop.
    pub(crate) notes: Vec<String>,
    /// “3 working days left”, or why there is no date.
    pub(crate) words: String,
    urgency: Urgency,
}

/// What it takes to tell of dates.
pub(crate) struct Teller<'a> {
    pub(crate) actor: &'a Actor,
    /// What clocks are counted by.
    pub(crate) basis: &'a Basis,
    pub(crate) names: &'a Names,
    pub(crate) today: NaiveDate,
}

impl Teller<'_> {
    fn calendar(&self) -> &Calendar {
        self.basis.calendar()
    }

    /// The fifth working day from today.
    pub(crate) fn soon(&self) -> NaiveDate {
        self.calendar().working_days_after(self.today, 5).map_or(self.today, |due| due.date)
    }

    /// Tells of what was found, in its order. By a date until which a report had to stay online nothing is to be done
    /// any more, so it is left out once it has passed.
    pub(crate) fn tell(&self, due: &Due) -> Vec<Dated> {
        let running: BTreeMap<CaseId, Vec<Clock<'_>>> =
            due.cases.iter().map(|(id, case)| (*id, self.clocks(case))).collect();
        let told = due.rows.iter().filter(|row| asks_for_something(row, self.today)).filter_map(|row| {
            let case = due.cases.get(&row.case)?;
            let key: ClockKey = row.clock.parse().ok()?;
            let clock = running.get(&row.case)?.iter().find(|clock| clock.key == key)?;
            Some(self.dated(row.case, row.partnership, case, clock))
        });
        told.collect()
    }

    /// Tells of a deadline that has no date.
    pub(crate) fn tell_undated(&self, undated: &Undated, case: &Case) -> Option<Dated> {
        let clocks = self.clocks(case);
        let clock = clocks.iter().find(|clock| clock.key.to_string() == undated.clock)?;
        Some(self.dated(undated.case, case.partnership()?, case, clock))
    }

    fn clocks(&self, case: &Case) -> Vec<Clock<'_>> {
        clocks(case, self.basis.rules_of(case), self.calendar())
    }

    fn dated(&self, id: CaseId, partnership: PartnershipId, case: &Case, clock: &Clock<'_>) -> Dated {
        let state = self.state(clock);
        let waits_for_lead = self.is_for_lead(&clock.key.waits_for(case));
        let is_near = match &state {
            ClockState::Running { left } => *left <= 2,
            _ => true,
        };
        let task = Task {
            case,
            clock,
            names: self.names,
            calendar: self.calendar(),
            today: self.today,
            chases: !waits_for_lead && is_near,
        };
        let reference = case.reference().unwrap_or(Reference { year: 0, serial: 0 });
        let words = task.why_undated().unwrap_or_else(|| match &state {
            ClockState::DueToday if clock.key.is_minimum() => "Must stay online until today".to_owned(),
            ClockState::DueToday => "Due today".to_owned(),
            _ => clock.words(self.today, self.calendar()),
        });
        Dated {
            case: id,
            partnership,
            reference,
            key: clock.key,
            kind: clock.kind,
            due: clock.due_date(),
            group: self.group(&state, clock.due_date()),
            waits_for_lead,
            is_near,
            title: task.title(),
            line: task.line(&reference.to_string()),
            notes: task.notes(),
            words,
            urgency: if clock.key.is_minimum() { Urgency::Normal } else { clock_words::urgency(&state) },
        }
    }

    /// On the last day that a report must stay online there is something to decide.
    fn state(&self, clock: &Clock<'_>) -> ClockState {
        if clock.key.is_minimum() && clock.due_date() == Some(self.today) {
            return ClockState::DueToday;
        }
        clock.state(self.today, self.calendar())
    }

    fn is_for_lead(&self, mover: &Mover) -> bool {
        let mine = |person: &PersonId| *person == self.actor.person;
        match mover {
            Mover::BusinessUnit | Mover::Owner { person: None, organisation: None } => true,
            Mover::Partners(undecided) => undecided.is_empty(),
            Mover::Agency(_) | Mover::Panel => false,
            Mover::Owner { person: Some(person), .. } => mine(person),
            Mover::Owner { person: None, organisation: Some(organisation) } => {
                self.actor.memberships.iter().any(|held| held.organisation == *organisation)
            }
        }
    }

    fn group(&self, state: &ClockState, due: Option<NaiveDate>) -> Group {
        match (state, due) {
            (_, None) => Group::Undated,
            (ClockState::MissedExplained { .. }, _) => Group::Explained,
            (_, Some(due)) if due < self.today => Group::Overdue,
            (_, Some(due)) if due == self.today => Group::Today,
            (_, Some(due)) if due <= self.soon() => Group::Soon,
            (_, Some(_)) => Group::Later,
        }
    }
}

/// Whether anything is to be done by a date: not once a report was online for as long as it must be.
pub(crate) fn asks_for_something(row: &DueRow, today: NaiveDate) -> bool {
    row.due >= today || !row.clock.parse().is_ok_and(ClockKey::is_minimum)
}

impl Dated {
    /// The page of the case on which it is done.
    fn page(&self) -> &'static str {
        match self.key {
            ClockKey::Notification | ClockKey::PartnersTold => "/notification",
            ClockKey::PanelReply | ClockKey::PanelQueryReply | ClockKey::AdvicePoint(_) => "/panel",
            _ => "",
        }
    }

    /// As a list shows it; `case` is the address of the case.
    pub(crate) fn item(&self, case: &str, today: NaiveDate) -> DueItem {
        let href = format!("{case}{}", self.page());
        let date = match self.due {
            Some(due) => {
                let bold = due_date::bold(due, today);
                ContextualDate::new(bold, &self.words, self.urgency).datetime(due.to_string())
            }
            None => ContextualDate::new("No date", &self.words, self.urgency),
        };
        let item = DueItem::new(date, &self.title, href).about(format!("case {}", self.reference));
        let kind = clock_words::kind(self.key, self.kind).to_owned();
        if self.kind == ClockKind::Statutory {
            let item = item.strong_line(&self.line, kind);
            return if self.notes.is_empty() { item } else { item.line(self.notes.join(". ")) };
        }
        let more = [kind].into_iter().chain(self.notes.iter().cloned()).collect::<Vec<_>>();
        item.line(&self.line).line(more.join(". "))
    }
}
