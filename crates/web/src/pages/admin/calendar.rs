//! The bank holidays by which working days are counted.

use axum::extract::{RawQuery, State};
use calendar::Standing;
use chrono::Datelike;

use super::administers::{Administers, SettingsPage, Tab};
use crate::app::App;
use crate::components::{ButtonLink, Cell, PageHeader, SubNavigation, Table};
use crate::error::Answer;
use crate::form::data::Answers;
use crate::http::respond;
use crate::text::date;

/// Lists those of one year: this year's, if no other is asked for.
pub(crate) async fn show(
    State(app): State<App>,
    administers: Administers,
    RawQuery(query): RawQuery,
) -> Answer {
    let query = Answers::read(query.unwrap_or_default().as_bytes());
    let known = app.known();
    let calendar = known.basis.calendar();
    let (first, last) = (calendar.covers().0.year(), calendar.covers().1.year());
    let asked: Option<i32> = query.one("year").parse().ok();
    let year = asked.unwrap_or(app.clock().today().year()).clamp(first, last);
    let years = (first..=last).fold(SubNavigation::new("Years"), |years, of| {
        years.item(of.to_string(), format!("?year={of}"), of == year)
    });
    let table = Table::new(format!("Bank holidays of {year}"))
        .column("Date", None)
        .column("Bank holiday", None)
        .column("How firm it is", None);
    let table = calendar.holidays().iter().filter(|holiday| holiday.date.year() == year).fold(
        table,
        |table, holiday| {
            let note = if holiday.notes.is_empty() { String::new() } else { format!(" ({})", holiday.notes) };
            table.row(vec![
                Cell::text(date::weekday(holiday.date)),
                Cell::text(format!("{}{note}", holiday.title)),
                Cell::text(standing_in_words(holiday.standing)),
            ])
        },
    );
    let header = PageHeader::new("Bank holidays")
        .action(ButtonLink::primary("Add a bank holiday", "/admin/calendar/new"));
    let title = format!("Bank holidays {year}");
    let page = SettingsPage::new(administers.shell(&app, &title), Tab::Calendar, header)
        .say("Working days are Monday to Friday without the bank holidays of England and Wales.")
        .say(format!(
            "Dates can be counted until {}. A later year comes with a new version of the service, or the operator loads it.",
            date::day(calendar.covers().1)
        ))
        .part(years)
        .part(table);
    respond::page(&page)
}

/// How firm a bank holiday is, in words.
pub(crate) fn standing_in_words(standing: Standing) -> &'static str {
    match standing {
        Standing::Proclaimed => "Proclaimed",
        Standing::Projected => "Projected: it may still move, and dates that rest on it are provisional",
    }
}

#[cfg(test)]
mod tests {
    use crate::tests::harness::service;

    #[tokio::test]
    async fn each_year_says_what_is_proclaimed_and_what_is_projected() {
        let service = service().await;
        let browser = service.as_person("m-rees").await;
        let page = browser.get("/admin/calendar").await.text;
        assert!(page.contains("Friday 3 April 2026") && page.contains("Proclaimed"));
        let later = browser.get("/admin/calendar?year=2028").await.text;
        assert!(later.contains("Friday 14 April 2028") && later.contains("Projected"));
        assert!(browser.get("/admin/calendar?year=-1%3Cb%3E").await.text.contains("Bank holidays of 2026"));
    }
}
