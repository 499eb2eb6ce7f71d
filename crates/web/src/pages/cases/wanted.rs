//! What somebody wants to see of the cases, as the address of the list says it.

use calendar::NaiveDate;
use case::{PersonId, Phase, Role};
use chrono::{Datelike, Days, Months};
use serde::{Deserialize, Serialize};
use store::case_list::{DueWithin, Sort, Wanted};

use crate::app::Known;
use crate::form::question::{Offer, Question, one_of, search};
use crate::form::{Answers, Filter};
use crate::pages::by_phase;
use crate::session::SignedIn;
use crate::text::phase;

/// How many years back a reference can be chosen.
const YEARS: i32 = 10;

const TEXT: Question<String> = search("q", "Search cases").hint("Reference or keyword");
const DUE: Question<Option<When>> = one_of("due", "Next deadline").small();
const LEAD: Question<Option<PersonId>> = one_of("lead", "Lead").in_a_list();
const YEAR: Question<Option<i32>> = one_of("year", "Year").in_a_list();

/// In which time the next deadline lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
enum When {
    #[serde(rename = "overdue")]
    Overdue,
    #[serde(rename = "week")]
    ThisWeek,
    #[serde(rename = "month")]
    ThisMonth,
}

impl When {
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

/// In which order the cases are wanted.
#[derive(Clone, Copy)]
pub(super) struct Order {
    pub(super) sort: Sort,
    pub(super) descending: bool,
}

impl Order {
    fn read(query: &Answers) -> Self {
        let sort = match query.one("sort") {
            "reference" => Sort::Reference,
            "updated" => Sort::Updated,
            _ => Sort::NextDeadline,
        };
        let descending = match query.one("order") {
            "down" => true,
            "up" => false,
            _ => is_descending_first(sort),
        };
        Self { sort, descending }
    }

    /// As an address has it, where it is not the first one.
    pub(super) fn in_address(self) -> Vec<(&'static str, &'static str)> {
        let by = (self.sort != Sort::NextDeadline).then(|| ("sort", code(self.sort)));
        let is_turned = self.descending != is_descending_first(self.sort);
        let turned = is_turned.then_some(("order", if self.descending { "down" } else { "up" }));
        by.into_iter().chain(turned).collect()
    }
}

/// What was chosen, and in which order it is wanted.
pub(super) struct Chosen {
    pub(super) filter: Filter<'static>,
    pub(super) order: Order,
}

impl Chosen {
    pub(super) fn read(query: Answers, known: &Known, visitor: &SignedIn, today: NaiveDate) -> Self {
        Self::among(query, &leads(known, visitor), today)
    }

    /// With these people to choose from as leads.
    fn among(query: Answers, leads: &[(PersonId, String)], today: NaiveDate) -> Self {
        let order = Order::read(&query);
        let due =
            [(When::Overdue, "Overdue"), (When::ThisWeek, "This week"), (When::ThisMonth, "This month")];
        let due =
            due.map(|(when, label)| Offer::new(&when, format!("Next deadline: {label}")).labelled(label));
        let lead = leads.iter().map(|(id, name)| Offer::new(id, format!("Lead: {name}")).labelled(name));
        let years = (0..YEARS).map(|back| today.year() - back);
        let year = years.map(|year| Offer::new(&year, format!("Year: {year}")).labelled(year.to_string()));
        let filter = Filter::new("/cases", query, today)
            .searched(TEXT)
            .by(by_phase::question())
            .by(DUE.among_or("Any time", due))
            .by(LEAD.among_or("Anyone", lead))
            .by(YEAR.among_or("Any year", year))
            .ordered(order.in_address());
        Self { filter, order }
    }

    /// What is looked for.
    pub(super) fn text(&self) -> String {
        self.filter.of(&TEXT)
    }

    /// As the record is asked.
    pub(super) fn wanted(&self, today: NaiveDate) -> Wanted {
        Wanted {
            text: Some(self.text()).filter(|text| !text.is_empty()),
            stages: by_phase::chosen(&self.filter)
                .into_iter()
                .flat_map(Phase::stages)
                .map(phase::code)
                .collect(),
            lead: self.filter.of(&LEAD),
            year: self.filter.of(&YEAR),
            due: self.filter.of(&DUE).map(|when| when.within(today)),
            sort: self.order.sort,
            descending: self.order.descending,
            page: self.filter.page().into(),
        }
    }

    /// Another order of the same list. Choosing the one it has turns it round.
    pub(super) fn sorted_by(&self, sort: Sort) -> Order {
        let Order { sort: now, descending } = self.order;
        Order { sort, descending: if now == sort { !descending } else { is_descending_first(sort) } }
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
        let query = "q=harm+%26+home&stage=rapid-review&stage=lcspr&due=week&year=2026&sort=updated&order=up";
        let today = NaiveDate::from_ymd_opt(2026, 3, 26).unwrap();
        let chosen = Chosen::among(Answers::read(query.as_bytes()), &[], today);
        let query = chosen.filter.query().to_query();
        assert_eq!(
            query,
            "q=harm+%26+home&stage=rapid-review&stage=lcspr&due=week&year=2026&sort=updated&order=up"
        );
        let without =
            chosen.filter.chosen().into_iter().map(|(_, without)| without.to_query()).collect::<Vec<_>>();
        assert!(without[0].starts_with("stage=") && without[1].contains("stage=lcspr"), "{without:?}");
        assert!(chosen.sorted_by(Sort::Updated).descending);
    }
}
