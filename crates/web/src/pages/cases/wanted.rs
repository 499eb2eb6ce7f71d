//! What somebody wants to see of the cases, as the address of the list says it.

use calendar::NaiveDate;
use case::{PersonId, Phase, Role};
use chrono::{Datelike, Days, Months};
use store::case_list::{DueWithin, Sort, Wanted};
use uuid::Uuid;

use crate::app::Known;
use crate::form::data::Answers;
use crate::session::SignedIn;
use crate::text::phase;

/// How much of what was typed is looked for.
const LONGEST: usize = 200;
/// A page after which nobody reads on.
const LAST_PAGE: u32 = 10_000;

/// In which time the next deadline lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum When {
    Overdue,
    ThisWeek,
    ThisMonth,
}

impl When {
    pub(super) const ALL: [Self; 3] = [Self::Overdue, Self::ThisWeek, Self::ThisMonth];

    pub(super) fn code(self) -> &'static str {
        match self {
            Self::Overdue => "overdue",
            Self::ThisWeek => "week",
            Self::ThisMonth => "month",
        }
    }

    pub(super) fn label(self) -> &'static str {
        match self {
            Self::Overdue => "Overdue",
            Self::ThisWeek => "This week",
            Self::ThisMonth => "This month",
        }
    }

    fn within(self, today: NaiveDate) -> DueWithin {
        let sunday = Days::new(6 - u64::from(today.weekday().num_days_from_monday()));
        let next_month = today.with_day(1).and_then(|first| first.checked_add_months(Months::new(1)));
        match self {
            Self::Overdue => DueWithin { from: None, until: today.pred_opt().unwrap_or(today) },
            Self::ThisWeek => {
                DueWithin { from: Some(today), until: today.checked_add_days(sunday).unwrap_or(today) }
            }
            Self::ThisMonth => {
                let until = next_month.and_then(|first| first.pred_opt()).unwrap_or(today);
                DueWithin { from: Some(today), until }
            }
        }
    }
}

/// What was chosen. What is not offered is left aside.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Chosen {
    pub(super) text: String,
    pub(super) phases: Vec<Phase>,
    pub(super) due: Option<When>,
    pub(super) lead: Option<PersonId>,
    pub(super) year: Option<i32>,
    pub(super) sort: Sort,
    pub(super) descending: bool,
    pub(super) page: u32,
    /// Who may be chosen as lead.
    pub(super) leads: Vec<(PersonId, String)>,
}

impl Chosen {
    pub(super) fn read(query: &Answers, known: &Known, visitor: &SignedIn) -> Self {
        let text: String = query.one("q").trim().chars().take(LONGEST).collect();
        let leads = leads(known, visitor);
        let lead = Uuid::parse_str(query.one("lead")).ok().map(PersonId);
        let sort = match query.one("sort") {
            "reference" => Sort::Reference,
            "updated" => Sort::Updated,
            _ => Sort::NextDeadline,
        };
        Self {
            text,
            phases: Phase::ALL
                .iter()
                .copied()
                .filter(|phase| query.has("stage", &phase::in_address(*phase)))
                .collect(),
            due: When::ALL.into_iter().find(|when| when.code() == query.one("due")),
            lead: lead.filter(|lead| leads.iter().any(|(offered, _)| offered == lead)),
            year: query.one("year").parse().ok().filter(|year| (1900..=2200).contains(year)),
            sort,
            descending: match query.one("order") {
                "down" => true,
                "up" => false,
                _ => is_descending_first(sort),
            },
            page: query.one("page").parse().unwrap_or(1).clamp(1, LAST_PAGE),
            leads,
        }
    }

    /// As the record is asked.
    pub(super) fn wanted(&self, today: NaiveDate) -> Wanted {
        Wanted {
            text: Some(self.text.clone()).filter(|text| !text.is_empty()),
            stages: self.phases.iter().flat_map(|phase| phase.stages()).map(phase::code).collect(),
            lead: self.lead,
            year: self.year,
            due: self.due.map(|when| when.within(today)),
            sort: self.sort,
            descending: self.descending,
            page: self.page,
        }
    }

    /// As the address of the list has it, from its first page.
    pub(super) fn query(&self) -> Answers {
        let mut query = Answers::default();
        if !self.text.is_empty() {
            query = query.and("q", &self.text);
        }
        query = self.phases.iter().fold(query, |query, phase| query.and("stage", phase::in_address(*phase)));
        if let Some(when) = self.due {
            query = query.and("due", when.code());
        }
        if let Some(lead) = self.lead {
            query = query.and("lead", lead.to_string());
        }
        if let Some(year) = self.year {
            query = query.and("year", year.to_string());
        }
        for (name, value) in self.order() {
            query = query.and(name, value);
        }
        query
    }

    /// The order, where it is not the first one.
    pub(super) fn order(&self) -> Vec<(&'static str, &'static str)> {
        let mut order = Vec::new();
        if self.sort != Sort::NextDeadline {
            order.push(("sort", code(self.sort)));
        }
        if self.descending != is_descending_first(self.sort) {
            order.push(("order", if self.descending { "down" } else { "up" }));
        }
        order
    }

    /// The filters in use, in words, each with the query of the list without it.
    pub(super) fn filters(&self) -> Vec<(String, Answers)> {
        let mut filters = Vec::new();
        if !self.text.is_empty() {
            filters.push((format!("“{}”", self.text), self.query().without("q")));
        }
        for phase in &self.phases {
            filters.push((
                phase.label().to_owned(),
                self.query().without_one("stage", &phase::in_address(*phase)),
            ));
        }
        if let Some(when) = self.due {
            filters.push((format!("Next deadline: {}", when.label()), self.query().without("due")));
        }
        if let Some((_, name)) = self.leads.iter().find(|(lead, _)| Some(*lead) == self.lead) {
            filters.push((format!("Lead: {name}"), self.query().without("lead")));
        }
        if let Some(year) = self.year {
            filters.push((format!("Year: {year}"), self.query().without("year")));
        }
        filters
    }

    /// The same list in another order. Choosing the order it has turns it round.
    pub(super) fn sorted_by(&self, sort: Sort) -> Self {
        let descending = if self.sort == sort { !self.descending } else { is_descending_first(sort) };
        Self { sort, descending, page: 1, ..self.clone() }
    }
}

/// The latest references and changes are wanted first, and the earliest deadlines.
fn is_descending_first(sort: Sort) -> bool {
    sort != Sort::NextDeadline
}

fn code(sort: Sort) -> &'static str {
    match sort {
        Sort::NextDeadline => "deadline",
        Sort::Reference => "reference",
        Sort::Updated => "updated",
    }
}

/// The members of the business units of the visitor's partnerships, by name: who leads a case is among them.
fn leads(known: &Known, visitor: &SignedIn) -> Vec<(PersonId, String)> {
    let is_here = |of| visitor.actor.memberships.iter().any(|held| held.partnership == of);
    let leads = known.memberships.iter().filter(|(_, held)| {
        matches!(held.role, Role::BusinessUnit | Role::BusinessUnitManager) && is_here(held.partnership)
    });
    let mut leads: Vec<_> = leads.map(|(person, _)| (*person, known.names.person(*person))).collect();
    leads.sort_by(|one, other| (&one.1, one.0).cmp(&(&other.1, other.0)));
    leads.dedup();
    leads
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn this_week_ends_on_sunday_and_this_month_on_its_last_day() {
        let day = |month, day| NaiveDate::from_ymd_opt(2026, month, day).unwrap();
        let within = |when: When| when.within(day(3, 26));
        assert_eq!(within(When::Overdue), DueWithin { from: None, until: day(3, 25) });
        assert_eq!(within(When::ThisWeek), DueWithin { from: Some(day(3, 26)), until: day(3, 29) });
        assert_eq!(within(When::ThisMonth), DueWithin { from: Some(day(3, 26)), until: day(3, 31) });
    }

    #[test]
    fn the_address_holds_the_whole_list() {
        let chosen = Chosen {
            text: "harm & home".to_owned(),
            phases: vec![Phase::RapidReview, Phase::Lcspr],
            due: Some(When::ThisWeek),
            year: Some(2026),
            sort: Sort::Updated,
            descending: false,
            page: 1,
            ..Chosen::default()
        };
        let query = chosen.query().to_query();
        assert_eq!(
            query,
            "q=harm+%26+home&stage=rapid-review&stage=lcspr&due=week&year=2026&sort=updated&order=up"
        );
        let without = chosen.filters().into_iter().map(|(_, without)| without.to_query()).collect::<Vec<_>>();
        assert!(without[0].starts_with("stage=") && without[1].contains("stage=lcspr"), "{without:?}");
        assert!(chosen.sorted_by(Sort::Updated).descending);
    }
}
