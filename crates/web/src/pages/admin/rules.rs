//! The time limits, as they are built in: to be read, and to be checked against the guidance.

use axum::extract::{RawQuery, State};
use case::RapidReviewFrom;
use case::rules::{Choices, Direction, Rule, RuleSet, Rules, Unit};

use super::administers::{Administers, SettingsPage, Tab};
use crate::app::App;
use crate::components::{ButtonLink, Cell, PageHeader, SubNavigation, SummaryList, SummaryRow, Table};
use crate::error::Answer;
use crate::form::data::Answers;
use crate::http::respond;
use crate::text::date;
use crate::text::grammar::upper_first;

/// Shows one edition of the guidance, the one in force if no other is asked for, and what each partnership chose.
pub(crate) async fn show(
    State(app): State<App>,
    administers: Administers,
    RawQuery(query): RawQuery,
) -> Answer {
    let query = Answers::read(query.unwrap_or_default().as_bytes());
    let (known, today) = (app.known(), app.clock().today());
    let rules = known.basis.rules(None);
    let set = rules.rule_set(query.one("set")).or_else(|| rules.in_force_on(today)).or(rules.sets().last());
    let header = PageHeader::new("Rules");
    let mut page = SettingsPage::new(administers.shell(&app, "Rules"), Tab::Rules, header)
        .say("A case keeps the rules that were in force when the council became aware. They come with the service and cannot be changed here. A partnership can change its own plan of working days. An LCSPR is a local child safeguarding practice review.")
        .part(editions(rules, set));
    if let Some(set) = set {
        page = page.part(limits(set));
    }
    for of in administers.of.iter().filter_map(|id| known.partnership(*id)) {
        let choices = known.basis.rules(Some(of.id)).choices();
        let change = ButtonLink::secondary("Change the plan", format!("/admin/plan/{}", of.id));
        page = page.part(choices_of(&of.name, choices)).part(milestones(&of.name, choices)).part(change);
    }
    respond::page(&page)
}

fn editions(rules: &Rules, shown: Option<&RuleSet>) -> SubNavigation {
    rules.sets().iter().rev().fold(SubNavigation::new("Editions"), |editions, set| {
        let current = shown.is_some_and(|shown| shown.id == set.id);
        editions.item(set.name.clone(), format!("?set={}", set.id), current)
    })
}

fn limits(set: &RuleSet) -> Table {
    let until = set.until.map_or_else(String::new, |until| format!(" until {}", date::day(until)));
    let table = Table::new(format!("{}, from {}{until}", set.name, date::day(set.from)))
        .column("What is to be done", None)
        .column("Time limit", None)
        .column("Counts from", None)
        .column("Ends with", None)
        .column("Source", None)
        .column("Checked", None);
    set.rules.iter().fold(table, |table, rule| {
        let note = rule.note.as_deref().map_or_else(String::new, |note| format!("\n{note}"));
        let checked = if rule.verified { "Read at its source" } else { "Not yet read at its source" };
        table.row(vec![
            Cell::text(&rule.what),
            Cell::text(format!("{}: {}", upper_first(rule.kind.label()), limit(rule))),
            Cell::text(upper_first(rule.starts.label())),
            Cell::text(upper_first(rule.ends.label())),
            Cell::text(format!("{}.{note}", rule.source)),
            Cell::text(checked),
        ])
    })
}

/// “5 working days”, “as soon as it is known”.
fn limit(rule: &Rule) -> String {
    let units = match (rule.unit, rule.limit) {
        (Unit::None, _) => return "as soon as it is known".to_owned(),
        (Unit::WorkingDays, 1) => "working day",
        (Unit::CalendarMonths, 1) => "calendar month",
        (Unit::Years, 1) => "year",
        (unit, _) => unit.label(),
    };
    let direction = match rule.direction {
        Direction::After => "",
        Direction::Before => " before",
    };
    format!("{} {units}{direction}", rule.limit)
}

fn choices_of(partnership: &str, choices: &Choices) -> SummaryList {
    let from = match choices.rapid_review_from {
        None => "As the rules say",
        Some(RapidReviewFrom::Awareness) => "The council becoming aware",
        Some(RapidReviewFrom::Notification) => "The notification",
    };
    let reply =
        choices.panel_reply_working_days.map_or_else(|| "As the rules say".to_owned(), date::working_days);
    let copies = if choices.copies_in_clear_days {
        "Clear working days, which is one day more"
    } else {
        "Working days"
    };
    SummaryList::new()
        .card(format!("What {partnership} has chosen"), 2)
        .row(SummaryRow::new("Name of the National Panel", &choices.national_panel_name))
        .row(SummaryRow::new("Rapid review counts from", from))
        .row(SummaryRow::new("Copies before publication count in", copies))
        .row(SummaryRow::new("Reply of the Panel expected within", reply))
}

fn milestones(partnership: &str, choices: &Choices) -> Table {
    let table = Table::new(format!("Local milestones of {partnership}"))
        .column("Task", None)
        .number_column("Working day", None)
        .column("Ends with", None);
    choices.milestones.iter().fold(table, |table, one| {
        let ends = match (one.statutory, one.met_by, one.overtaken_by) {
            (true, ..) => "The statutory deadline itself".to_owned(),
            (false, Some(met), _) => upper_first(met.label()),
            (false, None, Some(overtaken)) => format!("Not needed any more after {}", overtaken.label()),
            (false, None, None) => "No entry of its own".to_owned(),
        };
        table.row(vec![Cell::text(&one.task), Cell::text(one.working_day.to_string()), Cell::text(ends)])
    })
}

#[cfg(test)]
mod tests {
    use crate::tests::harness::service;

    #[tokio::test]
    async fn every_edition_is_shown_with_its_sources() {
        let service = service().await;
        let browser = service.as_person("m-rees").await;
        let page = browser.get("/admin/rules").await.text;
        assert!(page.contains("Working Together 2026, from 18 March 2026"));
        assert!(page.contains("15 working days") && page.contains("Not yet read at its source"));
        assert!(
            page.contains("Child Safeguarding Practice Review Panel") && page.contains("Local milestones")
        );
        assert!(browser.get("/admin/rules?set=wt2018").await.text.contains("Working Together 2018, from"));
    }
}
